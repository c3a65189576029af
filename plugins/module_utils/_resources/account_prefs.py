# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Preferences of Accounts: the manual, Account Administration."""

from __future__ import annotations

from typing import Any, Sequence

from .._cli.sections.account import GETACCOUNTEFFECTIVEPREFS, GETACCOUNTPREFS, SETACCOUNTPREFS, UPDATEACCOUNTPREFS
from .._cli.vocabulary.account_prefs import PREFERENCES
from .._engine import shapes
from .._engine.model import Edit, Facet, Key, Resource
from .shared.options import NAME, SETTINGS, SETTINGS_MODE
from .shared.settings_commands import nulling, removes


def _write(key: Key, edit: Edit) -> list[Any]:
    return [SETACCOUNTPREFS(key[0], edit.stated) if edit.whole else UPDATEACCOUNTPREFS(key[0], edit.delta)]


_nulling = nulling(lambda key, changes: UPDATEACCOUNTPREFS(key[0], changes))


def _insist(key: Key, first: Edit, left: Edit) -> Sequence[Any]:
    """A server may merge what SET tells it: then UPDATE removes the rest."""
    return [UPDATEACCOUNTPREFS(key[0], left.delta)] if left.whole and removes(left) else _nulling(key, first, left)


ACCOUNT_PREFS = Resource(
    noun="preferences",
    plural="preferences",
    list_option="accounts",
    key=(NAME,),
    facets=(
        Facet(
            "settings",
            (SETTINGS,),
            shapes.settings(PREFERENCES, UPDATEACCOUNTPREFS),
            read=GETACCOUNTPREFS,
            write=_write,
            insist=_insist,
            in_force=lambda name: [GETACCOUNTEFFECTIVEPREFS(name)],
            mode=SETTINGS_MODE.name,
        ),
    ),
    extras=(SETTINGS_MODE,),
    default_domain=True,
    within={"account": lambda name: [(name,)]},
    after=("default preferences",),  # what they say need not be said again
)
