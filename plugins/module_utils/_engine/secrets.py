# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Values without the secrets in them, for results and diffs."""

from __future__ import annotations

from typing import Any

from .._cli.secret_names import is_secret_key

HIDDEN = "(hidden)"
UNKNOWN = "(unknown)"
"""What is shown as the value before of what the server does not tell."""


def redact(value: Any) -> Any:
    """The value with every secret in it, at any depth, replaced by a fixed word."""
    if isinstance(value, dict):
        return {
            key: HIDDEN if is_secret_key(str(key)) and item not in (None, "", UNKNOWN) else redact(item)
            for key, item in value.items()
        }
    if isinstance(value, (list, tuple)):
        return [redact(item) for item in value]
    return value
