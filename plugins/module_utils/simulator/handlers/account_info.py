# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Account Administration: what the server knows of an Account's use, and its presence."""

from __future__ import annotations

from typing import Any

from ..._cli.sections import account as commands
from ..answers import refusals
from ..control.arguments import controlled_account
from ..control.language import control
from ..handling.arguments import strings
from ..handling.registry import handles
from ..handling.request import Request
from ..model import settings
from ..model.account import Account
from ..service.service import Service


@handles(commands.GETACCOUNTINFO)
def get_account_info(
    request: Request, accountName: str, keyName: str | None = None, keyList: list[Any] | None = None
) -> Any:
    """Without a key all elements: the manual does not say, this simulator's choice."""
    info = _info(request.account(accountName))
    if keyName is not None:
        return info.get(keyName, "")
    if keyList is not None:
        return {key: info[key] for key in strings(keyList) if key in info}
    return info


@handles(commands.GETACCOUNTPRESENCE)
def get_account_presence(request: Request, accountName: str) -> list[str] | str | None:
    presence = request.account(accountName).presence
    return presence if len(presence) > 1 else presence[0] if presence else None


@control("ACCOUNTINFO")
def set_account_info(service: Service, argument: Any) -> None:
    """Sets elements of an Account's "info" data: {account="bob@example.com"; info={AirSyncs=(one);};}. The null object
    removes one."""
    account = controlled_account(service, argument)
    info = argument.get("info")
    if not isinstance(info, dict):
        raise refusals.bad_parameters("info must be a dictionary")
    settings.update_literally(account.info, info)


@control("PRESENCE")
def set_presence(service: Service, argument: Any) -> None:
    """Sets an Account's presence as its clients would: {account="bob@example.com"; status=online; message="At lunch";}.
    Without a message only the status, without a status nothing is set."""
    account = controlled_account(service, argument)
    presence = [argument[key] for key in ("status", "message") if argument.get(key)]
    if "status" not in argument and presence:
        raise refusals.bad_parameters("a message needs a status")
    account.presence = strings(presence)


def _info(account: Account) -> dict[str, Any]:
    """What was recorded about the Account, and what can be told from its files and messages."""
    info = dict(account.info)
    info["StorageUsed"] = account.files.totals("")[0] + account.mailboxes.size
    return info
