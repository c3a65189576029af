# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Preferences of Accounts: the manual, Account Administration."""

from __future__ import annotations

from typing import Any

from .._cli.sections.account import GETACCOUNTPREFS, SETACCOUNTPREFS, UPDATEACCOUNTPREFS
from .._cli.vocabulary.account_prefs import PREFERENCES
from .._engine import shapes
from .._engine.model import Edit, Facet, Key, Resource
from .shared.options import NAME, SETTINGS, SETTINGS_MODE


def _write(key: Key, edit: Edit) -> list[Any]:
    return [SETACCOUNTPREFS(key[0], edit.after) if edit.whole else UPDATEACCOUNTPREFS(key[0], edit.delta)]


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
            mode=SETTINGS_MODE.name,
        ),
    ),
    extras=(SETTINGS_MODE,),
    default_domain=True,
)
