# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may administer the server or a Domain, and which rights they have: protocol.md section 6.5."""

from __future__ import annotations

from typing import Iterator

from .._cli.vocabulary.domain import DOMAIN as DOMAIN_SETTINGS
from .model import ACCOUNT, DOMAIN, EFFECTIVE, NOTICE, WARNING, Check, Facts, Finding, Look, Subject, Told, settings_of

RIGHTS = "rights"
_OF_SERVER = frozenset([
    "all domains", "can modify all domains and accounts settings", "can monitor", "can reject queues",
    "can read all domains and accounts settings", "directory", "domains read", "master", "monitoring",
    "server settings", "settings", "user", "useraccounts",
])  # fmt: skip
_ALL_RIGHTS = "master"
_ELSEWHERE = "AdminDomainName"


def _find(subject: Subject, facts: Facts) -> Iterator[Told]:
    rights = sorted(map(str, subject.parts[RIGHTS]), key=str.lower)
    if not rights:
        return
    folded = {right.lower() for right in rights}
    level = "server" if folded & _OF_SERVER else "domain"
    everything = _ALL_RIGHTS in folded
    what = "can do everything" if everything else "administers the %s" % ("server" if level == "server" else "Domain")
    yield Finding(NOTICE, "%s: %s" % (what, ", ".join(rights)), {"level": level, "rights": rights})


def _find_elsewhere(subject: Subject, facts: Facts) -> Iterator[Told]:
    """The administrators of another Domain may administer this one."""
    other = settings_of(subject.parts[EFFECTIVE], DOMAIN_SETTINGS).get(_ELSEWHERE)
    if not isinstance(other, str) or not other.strip():
        return
    named = other.strip().lower()
    detail = {"setting": _ELSEWHERE, "domain": other}
    if facts.homes.get(named) == subject.domain:
        return
    if named in facts.homes or facts.unknown:
        yield Finding(NOTICE, "is also administered by the administrators of %s" % other, detail)
    else:
        yield Finding(WARNING, "is to be administered by those of %s, which is no Domain here" % other, detail)


ADMINISTRATORS = Check(
    "administrators", (Look(ACCOUNT, (RIGHTS,), _find), Look(DOMAIN, (EFFECTIVE,), _find_elsewhere))
)
