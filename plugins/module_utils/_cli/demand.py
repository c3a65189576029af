# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a command asks of who uses it, as the catalogue's words for it say (``CommandSpec.rights``): no second table.

What an Account has is an array of right codes (GETACCOUNTRIGHTS). The codes of the Domain rights and ``UserAccounts``
are evidenced, those of the other Server rights are not (protocol.md section 6.5), so the manual's wording is taken as
well:

=============== =========================================== ===================================================
Server right    codes                                       allows
=============== =========================================== ===================================================
Master          Master; the postmaster has it without       everything
All Domains     AllDomains, All Domains, UserAccounts, User everything in all Domains
Settings        Settings, Server Settings                   the Server Settings
Monitoring      Monitoring, Monitor, Can Monitor            watching the server
Directory       Directory                                   the Directory
Reject Queues   Can Reject Queues, CanRejectQueues          rejecting queued messages
=============== =========================================== ===================================================

Any other code is a Domain right. Two of them are one: the manual calls it WebSite where it is about File Storage, and
CanAccessWebSites, as clients do, where it is about files of a session.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Collection

MASTER = "Master"
ALL_DOMAINS = "All Domains"

_CODES = {
    MASTER: (MASTER,),
    ALL_DOMAINS: ("AllDomains", "All Domains", "UserAccounts", "User"),
    "Settings": ("Settings", "Server Settings"),
    "Monitoring": ("Monitoring", "Monitor", "Can Monitor"),
    "Directory": ("Directory",),
    "Can Reject Queues": ("Can Reject Queues", "CanRejectQueues"),
}
SERVER_RIGHTS = {code: right for right, codes in _CODES.items() for code in codes}

_WEB_SITES = frozenset(("WebSite", "CanAccessWebSites"))

_SERVER = re.compile(r"Server right ((?:[A-Z][a-z]+ ?)+(?:or [A-Z][a-z]+)?)")
_DOMAIN = re.compile(r"Domain Administrator(?: of the Domain| with (?:the )?(\w+)(?: with DOMAIN and (\w+))?)?")
_OWNER = re.compile(r"\bowner\b|own Account")
_DOMAIN_IS_NAMED = "without DOMAIN"
_SESSION = "own session"
_FILE_RIGHT = "File Access Right"


@dataclass(frozen=True)
class Demand:
    """What a command asks for; one of the three is enough.

    ``server``: Server rights, any of which will do (All Domains where the manual says nothing but "System
    Administrators"). ``domain``: None when no Domain Administrator may use the command, else the Domain rights that
    one needs, all of them ("" is any). ``domain_is_named``: and only if the command names the Domain. ``owner``:
    whether everybody may use it on the own Account. ``everybody``: no right is needed at all, or the handler decides.
    """

    server: frozenset[str]
    domain: tuple[str, ...] | None = None
    domain_is_named: bool = False
    owner: bool = False
    everybody: bool = False


@lru_cache(maxsize=None)
def demand(text: str) -> Demand:
    """The catalogue's wording as a Demand.

    Where the manual states no right, no right is asked for. What depends on a session (BLESSSESSION) or a file
    (READSTORAGEFILE) its handler decides, which knows it.
    """
    if text in ("any", "not stated") or _SESSION in text:
        return Demand(frozenset(), everybody=True)
    server = {SERVER_RIGHTS[word.strip()] for found in _SERVER.findall(text) for word in found.split(" or ")}
    if ALL_DOMAINS + " is enough" in text or not server:
        server.add(ALL_DOMAINS)
    return Demand(
        server=frozenset(server),
        domain=_domain_rights_asked(text),
        domain_is_named=_DOMAIN_IS_NAMED in text,
        owner=_OWNER.search(text) is not None,
        everybody=_FILE_RIGHT in text,
    )


def _domain_rights_asked(text: str) -> tuple[str, ...] | None:
    found = _DOMAIN.search(text)
    if found is None:
        return None
    return tuple(right for right in found.groups() if right) or ("",)


def holds(right: str, codes: Collection[str]) -> bool:
    """Whether a Domain right, or its other name, is among these codes."""
    return right in codes or (right in _WEB_SITES and not _WEB_SITES.isdisjoint(codes))


def lacking(text: str, codes: Collection[str]) -> str:
    """What somebody with these codes seems to lack for a command with these rights; nothing where that is unknown.

    Whether a Domain Administrator administers the Domain in question, or somebody owns what the command is about, only
    the server knows.
    """
    asked = demand(text)
    held = {SERVER_RIGHTS[code] for code in codes if code in SERVER_RIGHTS}
    if asked.everybody or asked.owner or MASTER in held or held & asked.server:
        return ""
    missing = [right for right in asked.domain or () if right and not holds(right, codes)]
    if asked.domain is not None and codes and not missing:
        return ""
    server = " or ".join(sorted(asked.server))
    return "%s, or the Server right %s" % (" and ".join(missing), server) if missing else "the Server right %s" % server
