# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Account Administration: aliases, telephone numbers and records of remote accounts."""

from __future__ import annotations

from typing import Any

from ..._cli.sections import account as commands
from ..answers import refusals
from ..handling.arguments import strings
from ..handling.registry import handles
from ..handling.request import Request
from ..model.account import Account, set_aliases

# --- aliases


@handles(commands.GETACCOUNTALIASES)
def get_account_aliases(request: Request, accountName: str) -> list[str]:
    return request.account(accountName).aliases


@handles(commands.SETACCOUNTALIASES)
def set_account_aliases(request: Request, accountName: str, newAliases: list[Any]) -> None:
    set_aliases(request.account(accountName), strings(newAliases))


# --- telephone numbers

@handles(commands.GETACCOUNTTELNUMS)
def get_account_telnums(request: Request, accountName: str) -> list[str]:
    return request.account(accountName).telnums


@handles(commands.SETACCOUNTTELNUMS)
def set_account_telnums(request: Request, accountName: str, newTelnums: list[Any]) -> None:
    account = request.account(accountName)
    request.server.set_telnums(account, [_telnum(telnum) for telnum in newTelnums])


@handles(commands.MODIFYACCOUNTTELNUMS)
def modify_account_telnums(request: Request, accountName: str, parameters: dict[str, Any]) -> dict[str, str]:
    """The first element of the set is the one that was assigned first: this simulator's choice."""
    account = request.account(accountName)
    operation = _OPERATIONS.get(str(parameters.get("op")).lower())
    if operation is None:
        raise refusals.bad_parameters("op must be add, del or pop")
    return operation(request, account, parameters)


def _add_telnum(request: Request, account: Account, parameters: dict[str, Any]) -> dict[str, str]:
    request.server.set_telnums(account, account.telnums + [_telnum(parameters.get("telnum"))])
    return {}


def _delete_telnum(request: Request, account: Account, parameters: dict[str, Any]) -> dict[str, str]:
    telnum = _telnum(parameters.get("telnum"))
    if telnum not in account.telnums:
        raise refusals.unknown("telnum")
    request.server.set_telnums(account, [other for other in account.telnums if other != telnum])
    return {}


def _pop_telnum(request: Request, account: Account, parameters: dict[str, Any]) -> dict[str, str]:
    if len(parameters) > 1:
        raise refusals.bad_parameters("pop takes no other elements")
    if not account.telnums:
        return {}
    first, others = account.telnums[0], account.telnums[1:]
    request.server.set_telnums(account, others)
    return {"telnum": first}


_OPERATIONS = {"add": _add_telnum, "del": _delete_telnum, "pop": _pop_telnum}


def _telnum(value: Any) -> str:
    if not isinstance(value, str) or not value or not value.isprintable() or " " in value:
        raise refusals.bad_parameters("a telnum must be a string without spaces")
    return value


# --- remote POP, IMAP and SIP records

@handles(commands.GETACCOUNTRPOPS)
def get_account_rpops(request: Request, accountName: str) -> dict[str, Any]:
    return request.account(accountName).rpops


@handles(commands.SETACCOUNTRPOPS)
def set_account_rpops(request: Request, accountName: str, newRecords: dict[str, Any]) -> None:
    request.account(accountName).rpops = _records(newRecords)


@handles(commands.GETACCOUNTRIMAPS)
def get_account_rimaps(request: Request, accountName: str) -> dict[str, Any]:
    return request.account(accountName).rimaps


@handles(commands.SETACCOUNTRIMAPS)
def set_account_rimaps(request: Request, accountName: str, newRecords: dict[str, Any]) -> None:
    request.account(accountName).rimaps = _records(newRecords)


@handles(commands.GETACCOUNTRSIPS)
def get_account_rsips(request: Request, accountName: str) -> dict[str, Any]:
    return request.account(accountName).rsips


@handles(commands.SETACCOUNTRSIPS)
def set_account_rsips(request: Request, accountName: str, newRecords: dict[str, Any]) -> None:
    request.account(accountName).rsips = _records(newRecords)


def _records(records: dict[str, Any]) -> dict[str, Any]:
    if not all(isinstance(record, dict) for record in records.values()):
        raise refusals.bad_parameters("each record must be a dictionary")
    return records
