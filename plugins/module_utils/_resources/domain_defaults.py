# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The default settings of Domains: the manual, Domain Set Administration."""

from __future__ import annotations

from typing import Any

from .._cli.sections.domain_set import (
    GETCLUSTERDOMAINDEFAULTS,
    GETDOMAINDEFAULTS,
    SETCLUSTERDOMAINDEFAULTS,
    SETDOMAINDEFAULTS,
    UPDATECLUSTERDOMAINDEFAULTS,
    UPDATEDOMAINDEFAULTS,
)
from .._cli.vocabulary.domain import DOMAIN
from .._engine import shapes
from .._engine.model import Edit, Facet, Field, Key, Resource, Whole
from .shared.options import SETTINGS, SETTINGS_MODE
from .shared.settings_commands import nulling, own_settings, removes

_COMMANDS = {
    "server": (GETDOMAINDEFAULTS, UPDATEDOMAINDEFAULTS, SETDOMAINDEFAULTS),
    "cluster": (GETCLUSTERDOMAINDEFAULTS, UPDATECLUSTERDOMAINDEFAULTS, SETCLUSTERDOMAINDEFAULTS),
}


def _write(key: Key, edit: Edit) -> list[Any]:
    _get, update, replace = _COMMANDS[key[0]]
    return [Whole(replace(edit.stated)) if edit.whole or removes(edit) else update(edit.delta)]


DOMAIN_DEFAULTS = Resource(
    noun="domain defaults",
    plural="domain defaults",
    list_option="defaults",
    key=(Field("scope", choices=tuple(_COMMANDS), default="server"),),
    facets=(
        Facet(
            "settings",
            (SETTINGS,),
            shapes.settings(DOMAIN),
            read=lambda scope: _COMMANDS[scope][0](),
            write=_write,
            insist=nulling(lambda key, changes: _COMMANDS[key[0]][1](changes)),
            mode=SETTINGS_MODE.name,
            proof=own_settings,
        ),
    ),
    extras=(SETTINGS_MODE,),
    within={"server": lambda: [("server",)], "cluster": lambda: [("cluster",)]},
)
