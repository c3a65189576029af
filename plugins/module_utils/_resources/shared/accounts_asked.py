# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Of which Accounts an ``_info`` module reads: those that are named, or all that several Domains have."""

from __future__ import annotations

from typing import Any, Callable, Mapping, Sequence

from ..._cli.sections.account import GETACCOUNTSETTINGS
from ..._engine.clarity import is_there
from ..._engine.model import Conversation, Field
from ..._engine.side_by_side import together
from ..._engine.wants import complete
from ...connector.errors import CgpError, NotFound
from .account_pages import accounts_in_domain
from .across_domains import DOMAINS, in_each_domain, of_one_named, refuse_nameless
from .listed import once

ACCOUNTS = Field("accounts", type="list", elements="str")
ACCOUNTS_OR_DOMAINS = (ACCOUNTS, DOMAINS)


def accounts_asked(params: Mapping[str, Any]) -> Conversation:
    """The full names of the Accounts, each once."""
    accounts, domains = params.get(ACCOUNTS.name), params.get(DOMAINS.name)
    if accounts is not None and domains is None:
        refuse_nameless(accounts, ACCOUNTS.name)
        return once(accounts)
    if domains is not None and accounts is None:
        return (yield from accounts_of_domains(domains))
    raise CgpError(
        "exactly one of accounts and domains says whose are read",
        "Give the accounts, or the domains whose Accounts are meant",
    )


def accounts_of_domains(domains: Sequence[Any]) -> Conversation:
    """The full names of all Accounts of the Domains, or of all Domains of the server."""
    each = yield from in_each_domain(domains, lambda domain: accounts_in_domain(domain, None, 0))
    return [complete(name, domain) for domain, listed in each for name, _told in listed]


def in_each_account(accounts: Sequence[str], read: Callable[[str], Conversation]) -> Conversation:
    """What ``read(account)`` returns of each Account; a refusal says of which it is."""
    return (yield from together(of_one_named(account, read) for account in accounts))


def unless_gone(account: str, read: Conversation) -> Conversation:
    """What is read of an Account that was just found; None if it has gone since then."""
    try:
        return (yield from read)
    except NotFound:
        if (yield from is_there(GETACCOUNTSETTINGS(account))) is False:
            return None
        raise
