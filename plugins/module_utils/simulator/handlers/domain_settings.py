# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Domain Administration: the settings of a Domain, and the defaults and the template of its Accounts."""

from __future__ import annotations

from typing import Any

from ...cli.sections import domain as commands
from .. import restricted
from ..model import settings
from ..model.settings import Settings
from ..registry import handles
from ..request import Request

# --- Domain Settings


@handles(commands.GETDOMAINSETTINGS)
def get_domain_settings(request: Request, domainName: str | None = None) -> Settings:
    return request.domain(domainName).settings


@handles(commands.GETDOMAINEFFECTIVESETTINGS)
def get_domain_effective_settings(request: Request, domainName: str | None = None) -> Settings:
    return request.server.domain_settings(request.domain(domainName))


@handles(commands.UPDATEDOMAINSETTINGS)
def update_domain_settings(request: Request, newSettings: dict[str, Any], domainName: str | None = None) -> None:
    permitted = request.permitted(restricted.domain_settings, newSettings)
    settings.update(request.domain(domainName).settings, permitted)


@handles(commands.SETDOMAINSETTINGS)
def set_domain_settings(request: Request, domainName: str, newSettings: dict[str, Any]) -> None:
    settings.replace(request.domain(domainName).settings, newSettings)


# --- default Account Settings

@handles(commands.GETACCOUNTDEFAULTS)
def get_account_defaults(request: Request, domainName: str | None = None) -> Settings:
    return request.domain(domainName).account_defaults


@handles(commands.UPDATEACCOUNTDEFAULTS)
def update_account_defaults(request: Request, newSettings: dict[str, Any], domainName: str | None = None) -> None:
    permitted = request.permitted(restricted.account_settings, newSettings)
    settings.update(request.domain(domainName).account_defaults, permitted)


@handles(commands.SETACCOUNTDEFAULTS)
def set_account_defaults(request: Request, newSettings: dict[str, Any], domainName: str | None = None) -> None:
    settings.replace(request.domain(domainName).account_defaults, newSettings)


# --- default Account Preferences

@handles(commands.GETACCOUNTDEFAULTPREFS)
def get_account_default_prefs(request: Request, domainName: str | None = None) -> Settings:
    return request.domain(domainName).account_prefs


@handles(commands.SETACCOUNTDEFAULTPREFS)
def set_account_default_prefs(request: Request, newSettings: dict[str, Any], domainName: str | None = None) -> None:
    settings.replace(request.domain(domainName).account_prefs, newSettings)


@handles(commands.UPDATEACCOUNTDEFAULTPREFS)
def update_account_default_prefs(
    request: Request, newSettings: dict[str, Any], domainName: str | None = None
) -> None:
    settings.update(request.domain(domainName).account_prefs, newSettings)


# --- the Account Template

@handles(commands.GETACCOUNTTEMPLATE)
def get_account_template(request: Request, domainName: str | None = None) -> Settings:
    return request.domain(domainName).account_template


@handles(commands.UPDATEACCOUNTTEMPLATE)
def update_account_template(request: Request, newSettings: dict[str, Any], domainName: str | None = None) -> None:
    permitted = request.permitted(restricted.account_settings, newSettings)
    settings.update(request.domain(domainName).account_template, permitted)


@handles(commands.SETACCOUNTTEMPLATE)
def set_account_template(request: Request, newSettings: dict[str, Any], domainName: str | None = None) -> None:
    settings.replace(request.domain(domainName).account_template, newSettings)
