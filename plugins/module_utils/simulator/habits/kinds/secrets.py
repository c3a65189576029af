# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server tells of passwords."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Any

from ...._cli.syntax import Command
from .. import verbs
from ..habit import Call, Habit, telling
from ..values import rewritten, telling_values, with_dictionaries

_PASSWORD = re.compile(r"password$|pass$|secret$", re.IGNORECASE).search
_MARK = "\x02R"

_TOLD = verbs.SETTINGS | verbs.RECORDS
_TAKEN = verbs.REPLACING | verbs.UPDATING | verbs.RECORDS_WRITTEN | verbs.CREATING


def _hidden(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _hidden(item) for key, item in value.items() if not (_PASSWORD(key) and isinstance(item, str))}
    return [_hidden(item) for item in value] if isinstance(value, list) else value


def _encoded(key: str, value: Any) -> Any:
    """A password of a record, or one that stands in the clear, in a form that the server takes back."""
    if not _PASSWORD(key) or not isinstance(value, str) or not value or value.startswith("\x02"):
        return value
    return _MARK + base64.b64encode(value.encode("utf-8")[::-1]).decode("ascii")


def _decoded(key: str, value: Any) -> Any:
    if not _PASSWORD(key) or not isinstance(value, str) or not value.startswith(_MARK):
        return value
    try:
        return base64.b64decode(value[len(_MARK) :])[::-1].decode("utf-8")
    except (ValueError, binascii.Error):
        return value


def _taken_back(call: Call) -> Command:
    return with_dictionaries(call, lambda new: rewritten(new, _decoded))


_PLAIN = frozenset(("GETACCOUNTPLAINPASSWORD", "LISTCLICOMMANDS"))

HABITS = (
    Habit(
        "hides-secrets",
        "does not tell passwords: neither those of records of remote accounts nor any among settings",
        "seen live: some servers leave them out",
        _TOLD - {"GETACCOUNTONESETTING"},
        one_of="secrets",
        tells=telling(_hidden),
    ),
    Habit(
        "shows-encoded-secrets",
        "tells passwords in an encoded form, which it takes back",
        "seen live: some servers do",
        _TOLD | _TAKEN,
        one_of="secrets",
        obeys=_taken_back,
        tells=telling_values(_encoded),
    ),
    Habit(
        "hands-on-passwords",
        "tells the password of an Account to GETACCOUNTPLAINPASSWORD, and refuses where it cannot recover it",
        "C: vendor scripts ask so, and no manual mentions it",
        _PLAIN,
        one_of="plain passwords",
    ),
    Habit(
        "hands-on-passwords-or-nothing",
        "tells the password of an Account to GETACCOUNTPLAINPASSWORD, and an empty one where it cannot recover it",
        "open: what is answered then is not evidenced",
        _PLAIN,
        one_of="plain passwords",
    ),
)
