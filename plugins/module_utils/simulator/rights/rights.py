# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may do what: access rights of Accounts, and what a command asks for.

What a command asks for is read from the catalogue's text for it (``CommandSpec.rights``), so there is no second table.
What an Account has is its array of right codes (SETACCOUNTRIGHTS). The codes of the Domain rights and ``UserAccounts``
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

Any other code is a Domain right. An Account with at least one of them is a Domain Administrator of its own Domain and
of the Domains whose setting AdminDomainName names it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Iterable

from ..model.account import Account
from ..model.domain import Domain
from ..model.names import fold
from ..model.server import POSTMASTER, Server

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
_SERVER_RIGHTS = {code: right for right, codes in _CODES.items() for code in codes}

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
    server = {_SERVER_RIGHTS[word.strip()] for found in _SERVER.findall(text) for word in found.split(" or ")}
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


def is_master(server: Server, account: Account) -> bool:
    """Whether the Account may do everything: the main Domain's postmaster always may."""
    if account.domain is not server.main_domain:
        return False
    return MASTER in account.rights or fold(account.name) == POSTMASTER


def has_server_right(server: Server, account: Account, rights: Iterable[str]) -> bool:
    """Whether the Account has one of these Server rights; only Accounts of the main Domain can have any."""
    if is_master(server, account):
        return True
    if account.domain is not server.main_domain:
        return False
    granted = {_SERVER_RIGHTS.get(code) for code in account.rights}
    return not granted.isdisjoint(rights)


def has_domain_right(server: Server, account: Account, domain: Domain, right: str) -> bool:
    """Whether the Account may act in ``domain`` as its Domain Administrator with ``right`` ("" for any)."""
    if has_server_right(server, account, (ALL_DOMAINS,)):
        return True
    held = domain_rights(account)
    return (right in held if right else bool(held)) and administers(server, account.domain, domain)


def domain_rights(account: Account) -> set[str]:
    """The Domain rights among the codes of an Account."""
    return {code for code in account.rights if code not in _SERVER_RIGHTS}


def server_rights(codes: Iterable[str]) -> set[str]:
    """The Server rights among some codes."""
    return {_SERVER_RIGHTS[code] for code in codes if code in _SERVER_RIGHTS}


def administers(server: Server, home: Domain, domain: Domain) -> bool:
    """Whether the Domain Administrators of ``home`` administer ``domain``: it is the same, or names it as parent."""
    if home is domain:
        return True
    parent = server.domain_setting(domain, "AdminDomainName")
    return isinstance(parent, str) and bool(parent) and server.find_domain(parent) is home
