# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Account Administration: settings and Preferences of an Account."""

from __future__ import annotations

from typing import Any

from ..._cli.sections import account as commands
from ..habits.kinds.writing import PLAIN_CREATE
from ..handling.registry import handles
from ..handling.request import Request
from ..logins import password_policy
from ..model import settings
from ..model.account import Account
from ..model.settings import Settings
from ..rights import restricted_settings

# --- settings


@handles(commands.GETACCOUNTSETTINGS)
def get_account_settings(request: Request, accountName: str) -> Settings:
    return request.account(accountName).settings


@handles(commands.GETACCOUNTEFFECTIVESETTINGS)
def get_account_effective_settings(request: Request, accountName: str) -> Settings:
    return request.server.account_settings(request.account(accountName))


@handles(commands.GETACCOUNTONESETTING)
def get_account_one_setting(request: Request, accountName: str, keyName: str) -> Any:
    return request.server.account_setting(request.account(accountName), keyName)


@handles(commands.UPDATEACCOUNTSETTINGS)
def update_account_settings(request: Request, accountName: str, newSettings: dict[str, Any]) -> None:
    account = request.account(accountName)
    permitted = request.permitted(restricted_settings.account_settings, newSettings)
    settings.update(account.settings, _stored(request, account, permitted, account.settings))


@handles(commands.SETACCOUNTSETTINGS)
def set_account_settings(request: Request, accountName: str, newSettings: dict[str, Any]) -> None:
    account = request.account(accountName)
    settings.replace(account.settings, _stored(request, account, newSettings, {}))


def _stored(request: Request, account: Account, changes: Settings, kept: Settings) -> Settings:
    encrypted = not request.service.habits.has(PLAIN_CREATE)
    return password_policy.stored(request.server, account, changes, kept, encrypted)


# --- Preferences

@handles(commands.GETACCOUNTPREFS)
def get_account_prefs(request: Request, accountName: str) -> Settings:
    return request.account(accountName).prefs


@handles(commands.GETACCOUNTEFFECTIVEPREFS)
def get_account_effective_prefs(request: Request, accountName: str) -> Settings:
    return request.server.account_prefs(request.account(accountName))


@handles(commands.UPDATEACCOUNTPREFS)
def update_account_prefs(request: Request, accountName: str, newSettings: dict[str, Any]) -> None:
    settings.update(request.account(accountName).prefs, newSettings)


@handles(commands.SETACCOUNTPREFS)
def set_account_prefs(request: Request, accountName: str, newSettings: dict[str, Any]) -> None:
    settings.replace(request.account(accountName).prefs, newSettings)
