# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Domain Administration: the settings of a Domain, and the defaults and the template of its Accounts."""

from __future__ import annotations

from typing import Any, Callable

from ..._cli.sections import domain as commands
from ..._cli.syntax import CommandSpec
from ..handling.registry import handles
from ..handling.request import Request
from ..model import settings
from ..model.domain import Domain
from ..model.settings import Settings
from ..rights import restricted_settings


def _serve(
    where: Callable[[Domain], Settings],
    get: CommandSpec,
    update: CommandSpec,
    replace: CommandSpec | None = None,
    kept: Callable[[Settings, set[str]], Settings] | None = None,
) -> None:
    """Register the commands of one dictionary of a Domain, which ``where`` finds.

    ``kept`` is what leaves a Domain Administrator's update only the settings that administrator may modify; without it
    everybody who may use the command may modify all of them.
    """

    def read(request: Request, domainName: str | None = None) -> Settings:
        return where(request.domain(domainName))

    def merge(request: Request, newSettings: dict[str, Any], domainName: str | None = None) -> None:
        changes = newSettings if kept is None else request.permitted(kept, newSettings)
        settings.update(where(request.domain(domainName)), changes)

    def set_all(request: Request, newSettings: dict[str, Any], domainName: str | None = None) -> None:
        settings.replace(where(request.domain(domainName)), newSettings)

    handles(get)(read)
    handles(update)(merge)
    if replace is not None:
        handles(replace)(set_all)


_serve(
    lambda domain: domain.settings,
    commands.GETDOMAINSETTINGS, commands.UPDATEDOMAINSETTINGS, kept=restricted_settings.domain_settings,
)
_serve(
    lambda domain: domain.account_defaults,
    commands.GETACCOUNTDEFAULTS, commands.UPDATEACCOUNTDEFAULTS, commands.SETACCOUNTDEFAULTS,
    restricted_settings.account_settings,
)
_serve(
    lambda domain: domain.account_prefs,
    commands.GETACCOUNTDEFAULTPREFS, commands.UPDATEACCOUNTDEFAULTPREFS, commands.SETACCOUNTDEFAULTPREFS,
)
_serve(
    lambda domain: domain.account_template,
    commands.GETACCOUNTTEMPLATE, commands.UPDATEACCOUNTTEMPLATE, commands.SETACCOUNTTEMPLATE,
    restricted_settings.account_settings,
)


@handles(commands.SETDOMAINSETTINGS)
def set_domain_settings(request: Request, domainName: str, newSettings: dict[str, Any]) -> None:
    """The one command of these that the manual gives no Domain of its own: the name is needed."""
    settings.replace(request.domain(domainName).settings, newSettings)


@handles(commands.GETDOMAINEFFECTIVESETTINGS)
def get_domain_effective_settings(request: Request, domainName: str | None = None) -> Settings:
    return request.server.domain_settings(request.domain(domainName))
