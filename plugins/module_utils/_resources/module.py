# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings of the server's modules: the manual, Server Settings; names in protocol.md section 6.8."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, Sequence

from .._cli.sections.server_settings import GETMODULE, LISTMODULES, SETMODULE, UPDATEMODULE
from .._cli.vocabulary.modules import HTTPU
from .._engine import shapes
from .._engine.dialogue import ask
from .._engine.model import Conversation, Edit, Facet, Found, Key, Resource, Whole
from ..connector.errors import CgpError
from .shared.options import NAME, SETTINGS, SETTINGS_MODE
from .shared.settings_commands import outliving, own_settings, removes

_SETTINGS = {"HTTPU": shapes.settings(HTTPU)}
"""Of the settings of all other modules nothing is known."""


def _find(scope: str, names: Sequence[str] | None) -> Conversation:
    """The modules that there are, and an error for each name that is none: no task can make a module."""
    modules: list[str] = list((yield from ask(LISTMODULES())))
    found: dict[str, Any] = {name: Found("module") for name in modules}
    found.update((name, _unknown(name, modules)) for name in names or () if name not in found)
    return found


def _unknown(name: str, modules: Sequence[str]) -> CgpError:
    by_folded = {module.lower(): module for module in modules}
    near = get_close_matches(name.lower(), by_folded, 1)
    suggestion = "Did you mean %s? " % by_folded[near[0]] if near else ""
    return CgpError("the server has no such module", "%sIts modules are %s" % (suggestion, ", ".join(modules)))


def _write(key: Key, edit: Edit) -> Any:
    """The manual does not say that UPDATEMODULE removes what is ``default``: only SETMODULE surely does."""
    if removes(edit):
        return [Whole(SETMODULE(*key, edit.stated))]
    return [UPDATEMODULE(*key, edit.delta)]


MODULE = Resource(
    noun="module",
    plural="modules",
    list_option="modules",
    key=(NAME,),
    facets=(
        Facet(
            "settings",
            (SETTINGS,),
            shapes.SETTINGS,
            shape_of_key=lambda name: _SETTINGS.get(name, shapes.SETTINGS),
            read=GETMODULE,
            write=_write,
            insist=lambda key, first, left: [SETMODULE(*key, left.stated)] if outliving(first, left) else [],
            mode=SETTINGS_MODE.name,
            proof=own_settings,
        ),
    ),
    extras=(SETTINGS_MODE,),
    find=_find,
    folded=str,
    within={"server": lambda: [""]},
)
