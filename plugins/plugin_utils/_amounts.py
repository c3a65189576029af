# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sizes and periods as numbers, and as servers write them: the filters ``cgp_bytes`` and ``cgp_seconds``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable

from ansible_collections.communigate.pro.plugins.module_utils._engine import canon
from ansible_collections.communigate.pro.plugins.module_utils._engine.shapes import type_name
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.plugin_utils._template_face import flag

_NO_LIMIT = "-1"
_LARGEST = 10**18
"""From where on a number with a unit is not taken for an amount."""


@dataclass(frozen=True)
class Amount:
    """A sort of amounts: ``read`` makes digits of its words; ``units``, the largest first; ``endless`` has no limit."""

    noun: str
    read: Callable[[str], str]
    units: tuple[tuple[str, int], ...]
    endless: str
    example: str

    def number(self, value: Any, endless: Any) -> Any:
        """The amount as a number; ``endless`` is told of what has no limit."""
        digits = self._digits(value)
        return endless if digits == _NO_LIMIT else int(digits)

    def setting(self, value: Any, endless: Any) -> str:
        """The amount in the largest unit that it is a whole number of. ``endless`` is one more word for no limit."""
        digits = _NO_LIMIT if value == endless and not isinstance(value, bool) else self._digits(value)
        if digits == _NO_LIMIT:
            return self.endless
        number = int(digits)
        fitting = (unit for unit in self.units if number and number % unit[1] == 0 and number // unit[1] < _LARGEST)
        suffix, size = next(fitting, ("", 1))
        return "%d%s" % (number // size, suffix)

    def _digits(self, value: Any) -> str:
        if isinstance(value, dict):
            value = data.from_json(value)
        if isinstance(value, float) and value.is_integer():
            value = int(value)  # what a division in a template makes
        if isinstance(value, bool) or not isinstance(value, (str, int)):
            raise CgpError("a %s is needed, not %s" % (self.noun, type_name(value)), self.example)
        digits = self.read(str(value).strip())
        if digits != _NO_LIMIT and not digits.isdigit():
            raise CgpError("the text is no %s" % self.noun, self.example)
        return digits


SIZE = Amount(
    "size", canon.size, (("G", 1 << 30), ("M", 1 << 20), ("K", 1 << 10)), "unlimited",
    "As in 5M, with the units K, M, G and T, or in bytes, or unlimited",
)  # fmt: skip
PERIOD = Amount(
    "period", canon.period, (("d", 86400), ("h", 3600), ("m", 60), ("s", 1)), "never",
    "As in 1h, with the units s, m, h, d and w, or in seconds, or never",
)  # fmt: skip


def cgp_bytes(size: Any, unlimited: Any = -1, as_setting: Any = False) -> Any:
    """A size in bytes, or as servers write it."""
    return (SIZE.setting if flag("as_setting", as_setting) else SIZE.number)(size, unlimited)


def cgp_seconds(period: Any, never: Any = -1, as_setting: Any = False) -> Any:
    """A period in seconds, or as servers write it."""
    return (PERIOD.setting if flag("as_setting", as_setting) else PERIOD.number)(period, never)
