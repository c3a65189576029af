# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server writes keys and certificates."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from .. import verbs
from ..habit import Habit
from ..values import telling_values

_KEYS = ("PrivateSecureKey", "SecureCertificate", "CAChain")


def _quoted(key: str, value: Any) -> Any:
    if key in _KEYS and isinstance(value, bytes):
        return "[%s]" % base64.b64encode(value).decode("ascii")
    return value


def _bare(key: str, value: Any) -> Any:
    if key not in _KEYS or not isinstance(value, str) or value[:1] + value[-1:] != "[]":
        return value
    try:
        return base64.b64decode(value[1:-1], validate=True)
    except (ValueError, binascii.Error):
        return value


HABITS = (
    Habit(
        "quoted-certificates",
        "tells keys and certificates of Domains as text, \"[base64]\", whichever way they came",
        "seen live on 6.5.6",
        verbs.DOMAIN_SETTINGS,
        one_of="certificates",
        usual=True,
        tells=telling_values(_quoted),
    ),
    Habit(
        "certificates-as-written",
        "tells keys and certificates of Domains as text or as datablocks, the way they came",
        "open: clients of live servers write either form",
        verbs.DOMAIN_SETTINGS,
        one_of="certificates",
    ),
    Habit(
        "bare-certificates",
        "tells keys and certificates of Domains as datablocks, whichever way they came",
        "C: clients write datablocks, and read a DKIM key as one",
        verbs.DOMAIN_SETTINGS,
        one_of="certificates",
        tells=telling_values(_bare),
    ),
)
