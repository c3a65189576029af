# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""When two values are equal.

The contract of every function here: total (an unknown type passes through), idempotent (``f(f(x)) == f(x)``), and
free of side effects. Sources: protocol.md sections 3.1, 6.2 and 9.11 (settings come as strings, bare or quoted, as
numbers, with sizes and periods in more than one spelling).
"""

from __future__ import annotations

import re
from typing import Any

_LINE_END = re.compile(r"\r+\n")
_FLAGS = {"yes": "YES", "true": "YES", "no": "NO", "false": "NO"}
_AMOUNT = re.compile(r"(-?(?:0|[1-9][0-9]{0,17}))([KMGTkgsmhdw])?")
# M and m differ: 10M is a size, 10m is a period (protocol.md section 6.2).
_UNITS = {
    "K": 1 << 10, "k": 1 << 10, "M": 1 << 20, "G": 1 << 30, "g": 1 << 30, "T": 1 << 40,
    "s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800,
}  # fmt: skip


def setting(value: Any) -> Any:
    """A setting's value: YES/true, 100M/102400K, 1h/3600, 5/"5"/#5 and unlimited/-1 are equal; nested alike.

    The server has one line end for all systems (protocol.md section 3.1): CR LF and LF are the same, too.
    """
    if isinstance(value, str):
        return _word(value)
    if isinstance(value, bool):
        return "YES" if value else "NO"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, (list, tuple)):
        return [setting(item) for item in value]
    if isinstance(value, dict):
        return {key: setting(item) for key, item in value.items()}
    return value


def digits(value: Any) -> Any:
    """A value in which a number counts as its digits, and nothing else has two spellings but a line end."""
    if isinstance(value, str):
        return _line_ends(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, (list, tuple)):
        return [digits(item) for item in value]
    if isinstance(value, dict):
        return {key: digits(item) for key, item in value.items()}
    return value


def _word(text: str) -> str:
    match = _AMOUNT.fullmatch(text)
    if match:
        number, unit = match.groups()
        return str(int(number) * _UNITS[unit]) if unit else number
    folded = text.lower()
    if folded == "unlimited":
        return "-1"
    return _FLAGS.get(folded) or _line_ends(text)


def _line_ends(text: str) -> str:
    return _LINE_END.sub("\n", text) if "\r" in text else text


def text(value: Any) -> Any:
    """A plain string; a number counts as its digits, nothing as the empty string, CR LF as LF."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _line_ends(value)
    return str(value) if isinstance(value, int) else value


def address(value: Any) -> Any:
    """A mail address or an object's name: compared without case."""
    return value.strip().lower() if isinstance(value, str) else value


def name_set(value: Any) -> Any:
    """Names in any order, without case."""
    if isinstance(value, (list, tuple)):
        return sorted({address(str(item)) for item in value})
    return value


def line_set(value: Any) -> Any:
    """The lines of a multi-line setting in any order; blank lines and white space do not count."""
    if isinstance(value, (list, tuple)):
        return sorted({" ".join(str(item).split()) for item in value} - {""})
    return value


def rights(value: Any) -> Any:
    """The letters of an access right, in any order (protocol.md section 6.4)."""
    return "".join(sorted(set(value))) if isinstance(value, str) else value


def acl(value: Any) -> Any:
    """An access control list: letters in any order; an identifier without rights is the same as none."""
    if isinstance(value, dict):
        return {identifier: rights(letters) for identifier, letters in value.items() if letters}
    return value
