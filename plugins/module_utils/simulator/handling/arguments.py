# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that several handlers make of their arguments."""

from __future__ import annotations

from typing import Any, Mapping

from ..answers import refusals


def only(arguments: Mapping[str, Any]) -> Any:
    """The value of a command's only argument, where that is named differently (newSettings, newProfiles)."""
    (value,) = arguments.values()
    return value


def strings(values: list[Any]) -> list[str]:
    """An array that must hold strings only."""
    if not all(isinstance(value, str) for value in values):
        raise refusals.bad_parameters("the array must hold strings only")
    return values


def string_values(values: dict[str, Any]) -> dict[str, str]:
    """A dictionary whose values must be strings."""
    strings(list(values.values()))
    return values


def not_negative(number: int) -> int:
    """A count of something."""
    if number < 0:
        raise refusals.bad_parameters("the number cannot be negative")
    return number


def mounted(storage: str | None, mount_points: list[str]) -> str:
    """The name of a storage mount point, which must exist; empty when none was named."""
    if not storage:
        return ""
    if storage not in mount_points:
        raise refusals.unknown("storage mount point")
    return storage
