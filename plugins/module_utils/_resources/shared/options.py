# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Options that several nouns have."""

from __future__ import annotations

from dataclasses import replace

from ..._engine.model import Field, Values

NAME = Field("name", required=True)
ACCOUNT_NAME = Field("account", required=True)
SETTINGS = Field("settings", type="dict")
SETTINGS_MODE = Field("settings_mode", choices=("update", "replace"), default="update")
SETTINGS_OVERWRITE = replace(SETTINGS_MODE, choices=("update", "replace", "overwrite"))
STORAGE = Field("storage")
UPDATE_PASSWORD = Field("update_password", choices=("always", "on_create"), default="always")
ALLOW_PROTECTED = Field("allow_protected", type="bool", default=False)


def given(values: Values, *names: str) -> Values:
    """Those of the values that were given, for a command's optional parameters."""
    return {name: values[name] for name in names if values.get(name) not in (None, "", False)}
