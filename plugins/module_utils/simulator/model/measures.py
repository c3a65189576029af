# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What settings mean that are amounts: numbers, sizes and periods (protocol.md sections 3.1 and 6.2).

An amount may come as a number or as a string, with a unit or without. What is no amount, or a negative one, means that
nothing is set: ``unlimited``, ``-1``, ``never`` and no setting at all alike.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any, Mapping

_SIZES = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30, "T": 1 << 40}
_PERIODS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
_EVER = 10000 * 366 * 86400
_AMOUNT = re.compile(r"([0-9]{1,18})([A-Za-z]?)").fullmatch


def limit(value: Any) -> int | None:
    """A number or a size in bytes: ``5``, ``100M``."""
    return _amount(value, _SIZES)


def seconds(value: Any) -> int | None:
    """A period in seconds: ``30s``, ``7d``. One that is longer than all time there is counts for that."""
    amount = _amount(value, _PERIODS)
    return None if amount is None else min(amount, _EVER)


def acap(moment: datetime) -> str:
    """A moment in the date and time format of ACAP, ``20301231235959``: the manual has such strings for timestamps."""
    return moment.strftime("%Y%m%d%H%M%S")


def _amount(value: Any, units: Mapping[str, int]) -> int | None:
    match = _AMOUNT(str(value)) if isinstance(value, (str, int)) else None
    if match is None or match.group(2) not in units:
        return None
    return int(match.group(1)) * units[match.group(2)]
