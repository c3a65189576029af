# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How Domains are kept in the Directory: the manual, Domain Set Administration."""

from __future__ import annotations

from typing import Any

from .._cli.sections import domain_set as cli
from .._engine import shapes
from .._engine.model import Edit, Facet, Key, Resource, Whole
from .shared.directory_scopes import SCOPE
from .shared.options import SETTINGS, SETTINGS_MODE
from .shared.settings_commands import own_settings

_COMMANDS = {
    "server": (cli.GETDIRECTORYINTEGRATION, cli.SETDIRECTORYINTEGRATION),
    "cluster": (cli.GETCLUSTERDIRECTORYINTEGRATION, cli.SETCLUSTERDIRECTORYINTEGRATION),
}


def _write(key: Key, edit: Edit) -> Any:
    """The manual: the dictionary is replaced, so what is to stay is sent again."""
    return [Whole(_COMMANDS[key[0]][1](edit.stated))]


DIRECTORY_INTEGRATION = Resource(
    noun="directory integration",
    plural="directory integrations",
    list_option="scopes",
    key=(SCOPE,),
    facets=(
        Facet(
            "settings",
            (SETTINGS,),
            shapes.SETTINGS,
            read=lambda scope: _COMMANDS[scope][0](),
            write=_write,
            mode=SETTINGS_MODE.name,
            proof=own_settings,
        ),
    ),
    extras=(SETTINGS_MODE,),
    within={"server": lambda: [("server",)], "cluster": lambda: [("cluster",)]},
)
