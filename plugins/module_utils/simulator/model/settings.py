# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Dictionaries of settings: how they are updated, and how defaults show through.

Values are data objects and are never changed in place, only replaced, so dictionaries may share them.
"""

from __future__ import annotations

from typing import Any, Dict

from ..answers.refusals import bad_parameters

Settings = Dict[str, Any]


def update(target: Settings, changes: Settings) -> None:
    """Merge ``changes`` into ``target``; the string ``default`` or #NULL# removes a setting.

    This is the manual's rule for Domain Settings, Account Defaults, the Account Template, Account Settings and all
    Preferences of Domains and Accounts.
    """
    for key, value in changes.items():
        if value is None or value == "default":
            target.pop(key, None)
        else:
            target[key] = value


def update_literally(target: Settings, changes: Settings) -> None:
    """Merge ``changes`` into ``target`` where the manual gives ``default`` no special meaning; #NULL# still removes.

    These are the server-wide and cluster-wide dictionaries (protocol.md section 9, question 9).
    """
    for key, value in changes.items():
        if value is None:
            target.pop(key, None)
        else:
            target[key] = value


def replace(target: Settings, settings: Settings) -> None:
    """Let ``settings`` be all that is set; ``default`` and #NULL# mean "not set" here, too."""
    target.clear()
    update(target, settings)


def effective(*layers: Settings) -> Settings:
    """All settings of the layers; an earlier layer wins."""
    merged: Settings = {}
    for layer in reversed(layers):
        merged.update(layer)
    return merged


def first_set(key: str, *layers: Settings) -> Any:
    """The value of one setting in the first layer that has it, else None."""
    for layer in layers:
        if key in layer:
            return layer[key]
    return None


def text(value: Any) -> str:
    """A setting that must be a string."""
    if not isinstance(value, str):
        raise bad_parameters("a setting that must be a string is none")
    return value


def is_yes(value: Any) -> bool:
    """Whether a flag is on; the server has no booleans but the words YES and NO in any case."""
    return isinstance(value, str) and value.lower() == "yes"
