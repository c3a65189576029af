# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which arguments are secrets, and arguments without them: for journals and for showing what was sent."""

from __future__ import annotations

import re
from typing import Any, Mapping

HIDDEN = "***"

# newPassword and password: the password commands; secret: the second factor of BLESSSESSION; sessionID: whoever has
# it is in the session
SECRET_PARAMETERS = frozenset(("newPassword", "password", "secret", "sessionID"))

# Password, PSTNGatewayPassword, SharedSecret, PrivateSecureKey ...; ``key`` alone is the private key of DKIM settings
_SECRET_KEY = re.compile(r"password|secret|private\w*key|^key$", re.IGNORECASE)


def redacted(arguments: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments with every secret replaced by ``***``, also inside dictionaries and arrays."""
    return {name: HIDDEN if name in SECRET_PARAMETERS else _redacted(value) for name, value in arguments.items()}


def _redacted(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: HIDDEN if _SECRET_KEY.search(key) else _redacted(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_redacted(inner) for inner in value]
    return value
