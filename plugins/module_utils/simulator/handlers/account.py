# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Account Administration: creating, renaming, deleting Accounts."""

from __future__ import annotations

from typing import Any

from ..._cli.sections import account as commands
from ..answers import refusals
from ..habits.kinds.writing import PLAIN_CREATE
from ..handling.arguments import mounted
from ..handling.registry import handles
from ..handling.request import Request
from ..logins import password_policy
from ..model import settings as model_settings
from ..model.account import MULTI_MAILBOX, SINGLE_MAILBOX_TYPES, Account
from ..model.domain import Domain
from ..model.names import fold
from ..model.ownership import owned_by, rename_account
from ..model.server import POSTMASTER
from ..rights import restricted_settings
from .renaming import refuse_other_sharing

_CREATE = "CanCreateAccounts"
_CREATE_SPECIAL = "CanCreateSpecialAccounts"


@handles(commands.CREATEACCOUNT)
def create_account(
    request: Request,
    accountName: str,
    accountType: str = MULTI_MAILBOX,
    storage: str | None = None,
    LEGACY: bool = False,
    settings: dict[str, Any] | None = None,
) -> None:
    domain, name = request.place(accountName)
    if LEGACY or accountType in SINGLE_MAILBOX_TYPES:
        request.require(_CREATE_SPECIAL, domain)
    account = Account(name, uid_validity=int(request.service.clock.now().timestamp()))
    account.domain = domain
    account.account_type = accountType
    account.legacy = LEGACY
    account.storage = mounted(storage, domain.account_storage)
    initial = dict(domain.account_template)
    model_settings.update(initial, request.permitted(restricted_settings.account_settings, settings or {}))
    encrypted = not request.service.habits.has(PLAIN_CREATE)
    account.settings = password_policy.stored(request.server, account, initial, {}, encrypted)
    domain.add(account)


@handles(commands.RENAMEACCOUNT)
def rename(request: Request, oldAccountName: str, newAccountName: str, storage: str | None = None) -> None:
    """An Account takes its aliases and telephone numbers along. What it owns in its Domain keeps it there: this
    simulator's choice."""
    account = request.account(oldAccountName)
    _refuse_postmaster(request, account)
    domain, name = request.place(newAccountName)
    request.require(_CREATE, domain)
    new_storage = mounted(storage, domain.account_storage)
    if domain is account.domain:
        rename_account(account, name)
    else:
        _move(account, domain, name)
    account.storage = new_storage or account.storage


@handles(commands.DELETEACCOUNT)
def delete_account(request: Request, oldAccountName: str) -> None:
    """An alias stands for its Account here as everywhere: deleting it by an alias deletes the Account.

    The owner of a mailing list or a Named Task cannot go: this simulator's choice.
    """
    account = request.account(oldAccountName)
    _refuse_postmaster(request, account)
    if owned_by(account):
        raise refusals.impossible("the account owns mailing lists or named tasks")
    request.server.set_telnums(account, [])
    account.domain.remove(account)
    request.service.end_connections(account)


@handles(commands.SETACCOUNTTYPE)
def set_account_type(request: Request, accountName: str, accountType: str) -> None:
    account = request.account(accountName)
    if account.single_mailbox:
        raise refusals.impossible("the type of a single-mailbox account cannot be changed")
    account.account_type = accountType


@handles(commands.GETACCOUNTLOCATION)
def get_account_location(request: Request, accountName: str) -> str:
    return request.account(accountName).location


def _refuse_postmaster(request: Request, account: Account) -> None:
    if account.domain is request.server.main_domain and fold(account.name) == POSTMASTER:
        raise refusals.impossible("the postmaster of the main domain cannot be removed or renamed")


def _move(account: Account, domain: Domain, name: str) -> None:
    """Bring an Account with its aliases into another Domain."""
    refuse_other_sharing(account.domain, domain)
    if owned_by(account):
        raise refusals.impossible("the account owns mailing lists or named tasks")
    domain.take(account, name)
    account.storage = ""
