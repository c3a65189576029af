# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What belongs to Accounts: mailing lists and Named Tasks."""

from __future__ import annotations

from .account import Account
from .mailing_list import MailingList
from .names import fold
from .objects import NamedTask


def owned_by(account: Account) -> list[MailingList | NamedTask]:
    """The mailing lists and Named Tasks of an Account, which are in its Domain."""
    owner = fold(account.name)
    return [
        *(each for each in account.domain.all(MailingList) if fold(each.owner) == owner),
        *(each for each in account.domain.all(NamedTask) if fold(each.owner) == owner),
    ]


def rename_account(account: Account, new_name: str) -> None:
    """Give an Account another name in its Domain; what it owns stays its own."""
    owned = owned_by(account)
    account.domain.rename(account, new_name)
    for each in owned:
        each.owner = new_name
