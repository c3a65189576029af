# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Arguments of commands without the secrets among them: for journals and for showing what was sent."""

from __future__ import annotations

from typing import Any, Mapping

from .secret_names import is_secret_argument, may_be_secret_key

HIDDEN = "***"


def redacted(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments with every secret replaced by ``***``, also inside dictionaries and arrays."""
    return {name: HIDDEN if is_secret_argument(name) else _redacted(value) for name, value in arguments.items()}


def _redacted(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: HIDDEN if may_be_secret_key(key) else _redacted(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_redacted(inner) for inner in value]
    return value
