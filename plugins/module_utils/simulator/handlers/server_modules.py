# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Server Settings: the settings of the server's modules."""

from __future__ import annotations

from typing import Any

from ..._cli.sections import server_settings as commands
from ..answers import refusals
from ..handling.registry import handles
from ..handling.request import Request
from ..model import settings
from ..model.settings import Settings


@handles(commands.LISTMODULES)
def list_modules(request: Request) -> list[str]:
    return sorted(request.server.local.modules)


@handles(commands.GETMODULE)
def get_module(request: Request, moduleName: str) -> Settings:
    return _module(request, moduleName)


@handles(commands.SETMODULE)
def set_module(request: Request, moduleName: str, newSettings: dict[str, Any]) -> None:
    """The new settings replace all old ones (this simulator's choice)."""
    module = _module(request, moduleName)
    module.clear()
    settings.update_literally(module, newSettings)


@handles(commands.UPDATEMODULE)
def update_module(request: Request, moduleName: str, newSettings: dict[str, Any]) -> None:
    settings.update_literally(_module(request, moduleName), newSettings)


def _module(request: Request, name: str) -> Settings:
    """The settings of a module; its name may be written in any case."""
    for module, its_settings in request.server.local.modules.items():
        if module.lower() == name.lower():
            return its_settings
    raise refusals.unknown("module")
