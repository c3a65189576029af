# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Account Administration: access rights of and to an Account, and its sessions."""

from __future__ import annotations

from typing import Any

from ..._cli.sections import account as commands
from ..answers import refusals
from ..handling.registry import handles
from ..handling.request import Request
from ..model import acl
from ..model.account import Account

_ADMIN = "a"


@handles(commands.GETACCOUNTRIGHTS)
def get_account_rights(request: Request, accountName: str) -> list[str]:
    return request.account(accountName).rights


@handles(commands.KILLACCOUNTSESSIONS)
def kill_account_sessions(request: Request, accountName: str) -> None:
    request.service.end_connections(request.account(accountName))


@handles(commands.GETACCOUNTACL)
def get_account_acl(request: Request, accountName: str, authAccountName: str | None = None) -> acl.Acl:
    return _administered(request, accountName, authAccountName).acl


@handles(commands.SETACCOUNTACL)
def set_account_acl(
    request: Request, accountName: str, newACL: dict[str, Any], authAccountName: str | None = None
) -> None:
    acl.modify(_administered(request, accountName, authAccountName).acl, newACL)


@handles(commands.GETACCOUNTACLRIGHTS)
def get_account_acl_rights(request: Request, accountName: str, authAccountName: str) -> str:
    account = request.account(accountName)
    return acl.rights_of(account.acl, account, request.account(authAccountName))


def _administered(request: Request, account_name: str, auth_name: str | None) -> Account:
    """The Account, on which the one named after AUTH must have the Admin right."""
    account = request.account(account_name)
    if auth_name is not None and _ADMIN not in acl.rights_of(account.acl, account, request.account(auth_name)):
        raise refusals.not_allowed()
    return account
