# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Accounts of a Domain, page after page, for those who want just them."""

from __future__ import annotations

from typing import Any

from ..._cli.sections.domain import LISTDOMAINOBJECTS
from ..._engine.dialogue import ask
from ..._engine.model import Conversation, fold
from .names import PAGE, next_cookie, type_told


def accounts_in_domain(domain: str, part: str | None, limit: int) -> Conversation:
    """``[(name, what is told of it)]`` of the Domain's Accounts whose names contain ``part``; a limit of 0 is none.

    No cookie goes with a filter: where one page does not hold all, they are looked for in the whole listing.
    """
    accounts: list[tuple[str, dict[str, str]]] = []
    if part:
        most = min(limit, PAGE) or PAGE
        page = yield from ask(LISTDOMAINOBJECTS(domain, most, filter=part, ACCOUNTS=True))
        accounts = _accounts(page)
        if len(accounts) < most or most == limit:
            return accounts
        accounts.clear()
    cookie = ""
    while True:
        page = yield from ask(LISTDOMAINOBJECTS(domain, PAGE, cookie=cookie, ACCOUNTS=True))
        accounts += [account for account in _accounts(page) if fold(part or "") in fold(account[0])]
        cookie = next_cookie(page, cookie)
        if not cookie or 0 < limit <= len(accounts):
            return accounts[: limit or None]


def _accounts(page: Any) -> list[tuple[str, dict[str, str]]]:
    return [(name, type_told(value)) for name, value in page[1].items() if isinstance(value, str)]
