# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether two values of a setting mean the same: the test ``cgp_same``."""

from __future__ import annotations

from typing import Any

from ansible.utils.display import Display
from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.lookup import SCOPES
from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.scope import (
    NOTHING_KNOWN,
    NOWHERE,
    Place,
    Scope,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine import canon
from ansible_collections.communigate.pro.plugins.module_utils._engine.misgivings import nearest
from ansible_collections.communigate.pro.plugins.module_utils._engine.shapes import setting_value
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError

_OPEN = ("module:", "server:")
"""There are more modules and sections than those of which settings are known."""


def cgp_same(value: Any, other: Any, scope: str = "", setting: str = "") -> bool:
    """Whether both are the same to the engine. ``setting`` is a name, with dots for one within a dictionary.

    Without it the values are all settings of an object together. CgpError for a scope that there is not.
    """
    place = _place(_scope(scope), setting)
    return bool(canon.setting(setting_value(value), place) == canon.setting(setting_value(other), place))


def _scope(name: Any) -> Scope:
    if not name:
        return NOTHING_KNOWN
    known = SCOPES.get(name)
    if known is not None:
        return known
    meant = nearest(str(name), SCOPES)
    if meant or not str(name).startswith(_OPEN):
        raise CgpError(
            "there is no scope %s" % name,
            "Did you mean %s?" % meant if meant else "There are %s" % ", ".join(sorted(SCOPES)),
        )
    return NOTHING_KNOWN


def _place(scope: Scope, setting: Any) -> Place:
    place = scope.root
    for name in str(setting).split(".") if setting else ():
        below = place.below(name)
        if below is NOWHERE:
            meant = place.meant_by(name) or nearest(name, place.names())
            if meant:
                # Not an error: servers keep settings of their own.
                Display().warning("cgp_same: %s is not known: did you mean %s?" % (setting, meant))
        place = below
    return place
