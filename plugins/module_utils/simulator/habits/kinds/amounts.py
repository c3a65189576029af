# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server writes numbers, sizes, periods and flags."""

from __future__ import annotations

import re
from typing import Any, Mapping

from ...model import measures
from .. import verbs
from ..habit import Habit, telling
from ..values import telling_values

_DIGITS = re.compile(r"0|-?[1-9][0-9]{0,14}").fullmatch
_TEXT_KEY = re.compile(r"name$|text$|subject$|password$|telnum|phone", re.IGNORECASE).search
_SIZE_KEY = re.compile(r"size$|sizelimit$", re.IGNORECASE).search
_PERIOD_KEY = re.compile(r"period$|timeout$|interval$", re.IGNORECASE).search
_WITH_UNIT = re.compile(r"[0-9]{1,15}[A-Za-z]").fullmatch
_SIZE_UNITS = (("G", 1 << 30), ("M", 1 << 20), ("K", 1 << 10), ("", 1))
_PERIOD_UNITS = (("d", 86400), ("h", 3600), ("m", 60), ("s", 1))
_AMOUNT = re.compile(r"(\d{1,15})([KMGsmhd]?)", re.ASCII)

_TOLD = verbs.SETTINGS | verbs.RECORDS
_NUMBERED = _TOLD | {"DATASET", "ROSTER", "GETSUBSCRIBERINFO", "READSUBSCRIBERS"}


def _number(key: str, value: Any) -> Any:
    return int(value) if isinstance(value, str) and _DIGITS(value) and not _TEXT_KEY(key) else value


def _digits(_key: str, value: Any) -> Any:
    return str(value) if isinstance(value, int) else value


def _bare(key: str, value: Any) -> Any:
    """Sizes in bytes and periods in seconds."""
    if not isinstance(value, str) or not _WITH_UNIT(value):
        return value
    amount = measures.limit(value) if _SIZE_KEY(key) else measures.seconds(value) if _PERIOD_KEY(key) else None
    return value if amount is None else str(amount)


def normalised(value: Any) -> Any:
    """A value with the sizes and periods in its dictionaries in the largest unit that leaves no remainder."""
    if isinstance(value, dict):
        return {key: _normalised_member(key, member) for key, member in value.items()}
    if isinstance(value, (list, tuple)):
        return [normalised(item) for item in value]
    return value


def _normalised_member(key: str, value: Any) -> Any:
    if not isinstance(value, str):
        return normalised(value)
    for fits, units in ((_SIZE_KEY, _SIZE_UNITS), (_PERIOD_KEY, _PERIOD_UNITS)):
        if fits(key):
            return _shortest(value, units)
    return value


def _shortest(text: str, units: tuple[tuple[str, int], ...]) -> str:
    found = _AMOUNT.fullmatch(text)
    sizes = dict(units, **{"": 1})
    if found is None or found.group(2) not in sizes:
        return text
    amount = int(found.group(1)) * sizes[found.group(2)]
    if not amount:
        return text
    return next("%d%s" % (amount // size, unit) for unit, size in units if amount % size == 0)


_FLAGS: Mapping[str, str] = {"YES": "Yes", "NO": "No"}


def _small_flag(_key: str, value: Any) -> Any:
    return _FLAGS.get(value, value) if isinstance(value, str) else value


def _no_limit_as_number(key: str, value: Any) -> Any:
    return "-1" if isinstance(value, str) and value.lower() in ("unlimited", "never") and not _TEXT_KEY(key) else value


def _no_limit_as_word(key: str, value: Any) -> Any:
    if value not in ("-1", -1) and str(value).lower() != "unlimited" or _TEXT_KEY(key):
        return value
    return "never" if _PERIOD_KEY(key) else "Unlimited"


HABITS = (
    Habit(
        "numbers",
        "tells #5 where 5 was set",
        "seen live: the number 3 and the string 2 are sent alike, and the server takes either",
        _NUMBERED,
        one_of="numbers",
        tells=telling_values(_number),
    ),
    Habit(
        "numbers-as-text",
        "tells 5 where #5 was set",
        "seen live, as above",
        _NUMBERED,
        one_of="numbers",
        tells=telling_values(_digits),
    ),
    Habit(
        "amounts-shortest",
        "tells sizes and periods in the largest unit that leaves no remainder: 1M where 1024K was set, 1h where 3600 "
        "was",
        "seen live: both forms stand in settings files of servers",
        _TOLD - {"GETACCOUNTONESETTING"},
        one_of="amounts",
        tells=telling(normalised),
    ),
    Habit(
        "amounts-bare",
        "tells sizes in bytes and periods in seconds, without a unit",
        "open; the other way to keep them alike",
        _TOLD,
        one_of="amounts",
        tells=telling_values(_bare),
    ),
    Habit(
        "flags-capitalised",
        "tells Yes and No where YES and NO were set",
        "seen live: both spellings stand in settings of servers",
        _TOLD,
        tells=telling_values(_small_flag),
    ),
    Habit(
        "unlimited-as-number",
        "tells -1 where unlimited or never was set",
        "seen live: both spellings stand in settings of servers",
        _TOLD,
        one_of="unlimited",
        tells=telling_values(_no_limit_as_number),
    ),
    Habit(
        "unlimited-as-word",
        "tells Unlimited, and never for a period, where -1 was set",
        "seen live, as above",
        _TOLD,
        one_of="unlimited",
        tells=telling_values(_no_limit_as_word),
    ),
)
