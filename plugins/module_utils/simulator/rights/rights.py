# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may do what: access rights of Accounts, and what a command asks for.

What a command asks for is a Demand (``_cli.demand``, where the codes stand as well). What an Account has is its array
of right codes (SETACCOUNTRIGHTS).

Any other code is a Domain right. An Account with at least one of them is a Domain Administrator of its own Domain and
of the Domains whose setting AdminDomainName names it.
"""

from __future__ import annotations

from typing import Iterable

from ..._cli.demand import ALL_DOMAINS, MASTER, SERVER_RIGHTS, holds
from ..model.account import Account
from ..model.domain import Domain
from ..model.names import fold
from ..model.server import POSTMASTER, Server


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
    granted = {SERVER_RIGHTS.get(code) for code in account.rights}
    return not granted.isdisjoint(rights)


def has_domain_right(server: Server, account: Account, domain: Domain, right: str) -> bool:
    """Whether the Account may act in ``domain`` as its Domain Administrator with ``right`` ("" for any)."""
    if has_server_right(server, account, (ALL_DOMAINS,)):
        return True
    held = domain_rights(account)
    return (holds(right, held) if right else bool(held)) and administers(server, account.domain, domain)


def domain_rights(account: Account) -> set[str]:
    """The Domain rights among the codes of an Account."""
    return {code for code in account.rights if code not in SERVER_RIGHTS}


def server_rights(codes: Iterable[str]) -> set[str]:
    """The Server rights among some codes."""
    return {SERVER_RIGHTS[code] for code in codes if code in SERVER_RIGHTS}


def administers(server: Server, home: Domain, domain: Domain) -> bool:
    """Whether the Domain Administrators of ``home`` administer ``domain``: it is the same, or names it as parent."""
    if home is domain:
        return True
    parent = server.domain_setting(domain, "AdminDomainName")
    return isinstance(parent, str) and bool(parent) and server.find_domain(parent) is home
