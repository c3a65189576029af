# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names of Accounts that stand inside other objects, and how servers spell them.

There a name without a Domain is one of the object's own Domain. Servers tell such names with that Domain, by any of
its names, or without, in either case of letters, whatever was set: two spellings are one name. What the server has is
written back as it has it, so that a name is never there twice.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any, Callable, Iterable

from ..connector.errors import CgpError
from . import canon
from .model import Home, fold
from .shapes import ACL, ADDRESS, Shape

Folded = Callable[[str], str]
"""The form in which names are compared."""
_ANYONE = "anyone"


def folding(home: Home) -> Folded:
    """How names inside an object of the Domain are compared."""

    def folded(name: str) -> str:
        bare = fold(name)
        local, _at, place = bare.rpartition("@")
        # Everybody of a Domain is somebody else than everybody.
        return local if local not in ("", _ANYONE) and place in home else bare

    return folded


def folding_path(home: Home, rest_folded: Folded) -> Folded:
    """The same for Mailboxes and files, those of other Accounts as ``~user@domain/path``."""
    user_folded = folding(home)

    def folded(path: str) -> str:
        if not path.startswith("~"):
            return rest_folded(path)
        user, slash, rest = path[1:].partition("/")
        return "~%s%s%s" % (user_folded(user), slash, rest_folded(rest) if rest else "")

    return folded


def one_spelling(had: Iterable[str], wanted: Iterable[str], folded: Folded) -> list[str]:
    """The wanted names, each once, and as it is spelt among those that are there."""
    there = {folded(name): name for name in reversed(list(had))}
    return list({folded(name): there.get(folded(name), name) for name in wanted}.values())


@lru_cache(maxsize=64)
def address_in(home: Home) -> Shape:
    """The shape of one address inside an object of the Domain."""
    folded = folding(home)
    return replace(ADDRESS, canon=lambda value: folded(value) if isinstance(value, str) else value)


@lru_cache(maxsize=64)
def acl_in(home: Home) -> Shape:
    """The shape of an access control list of an object of the Domain."""
    folded = folding(home)

    def merged(acl: Any) -> dict[str, str]:
        """The rights by folded identifier: of one with several spellings all that any of them has."""
        rights: dict[str, str] = {}
        for who, letters in acl.items():
            rights[folded(who)] = rights.get(folded(who), "") + (letters or "")
        return rights

    def target(have: dict[str, str], want: dict[str, str], whole: bool) -> dict[str, str]:
        wanted = {folded(who): letters for who, letters in want.items()}
        if len(wanted) < len(want):
            raise CgpError("the access rights of one name are given in two spellings", "Give each name once")
        spelt = dict(zip(wanted, one_spelling(have, want, folded)))
        after = ACL.target(merged(have), wanted, whole)
        kept = {} if whole else {who: letters for who, letters in have.items() if folded(who) not in wanted}
        return {**kept, **{spelt[who]: after[who] for who in wanted if who in after}}

    return replace(ACL, canon=lambda acl: canon.acl(merged(acl)) if isinstance(acl, dict) else acl, target=target)
