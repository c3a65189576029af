# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands that do one of several things: their dictionary names the operation, and holds its parameters."""

from __future__ import annotations

from typing import Any, Mapping, TypeVar

from ..answers import refusals
from ..model.settings import Settings

Operation = TypeVar("Operation")

_DIGITS = 19


def chosen(operations: Mapping[str, Operation], parameters: Settings, key: str) -> Operation:
    """The operation that the element ``key`` names."""
    operation = operations.get(text(parameters, key))
    if operation is None:
        raise refusals.bad_parameters("the element %s names no operation" % key)
    return operation


def text(parameters: Settings, key: str) -> str:
    """An element that must be a string."""
    value = parameters.get(key)
    if not isinstance(value, str):
        raise refusals.bad_parameters("the element %s must be a string" % key)
    return value


def optional_text(parameters: Settings, key: str) -> str | None:
    """An element that may be absent, but else must be a string."""
    return text(parameters, key) if parameters.get(key) is not None else None


def dictionary(parameters: Settings, key: str) -> dict[str, Any]:
    """An element that must be a dictionary."""
    value = parameters.get(key)
    if not isinstance(value, dict):
        raise refusals.bad_parameters("the element %s must be a dictionary" % key)
    return value


def number(parameters: Settings, key: str) -> int:
    """An element that must be a number. A string of digits is one, too: clients without numbers send those."""
    value = parameters.get(key)
    if isinstance(value, str) and value.lstrip("-").isdigit() and value.isascii() and len(value) <= _DIGITS:
        try:
            return int(value)
        except ValueError:
            pass
    if not isinstance(value, int):
        raise refusals.bad_parameters("the element %s must be a number" % key)
    return value
