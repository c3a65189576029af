# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the entries of a list of network addresses mean, whatever a server makes of their spelling.

A server may put addresses into brackets, join neighbours into one range, and move or drop comments: the manual leaves
it open. Lists are compared by the addresses that they hold.
"""

from __future__ import annotations

import ipaddress
import re
from typing import Any, Iterable, Tuple

from ..._engine import shapes

_LINE_END = re.compile(r"\r\n|\r|\n")
_COMMENT = ";"

Range = Tuple[int, int, int]
"""The version of IP, and the first and the last address as numbers."""


def bare(address: str) -> str:
    """An address without the square brackets that may stand around it."""
    text = address.strip()
    return text[1:-1].strip() if text.startswith("[") and text.endswith("]") else text


def lines(text: Any) -> list[str]:
    """The lines of a list as the server tells it: a comment may hold what only Unicode takes for a line end."""
    return [line for line in _LINE_END.split(str(text or "")) if line.strip()]


def compared(entries: Any) -> Any:
    """What a list holds: joined ranges in order, then what is no address, as plain texts. Comments do not count."""
    if not isinstance(entries, (list, tuple)):
        return entries
    ranges, others = _sorted_out(entries)
    return (tuple(_joined(ranges)), tuple(sorted(others)))


def added(have: Any, want: Any, whole: bool) -> Any:
    """What there should be: the wanted entries, after those that are there and stay unless ``whole``."""
    if whole:
        return want
    ranges, others = _sorted_out(have)
    there = _joined(ranges)
    return [*have, *(entry for entry in want if not _holds(there, others, entry))]


def _holds(there: Iterable[Range], others: set[str], entry: str) -> bool:
    ranges, words = _sorted_out([entry])
    inside = all(any(_within(one, other) for other in there) for one in ranges)
    return inside and words <= others


def _within(one: Range, other: Range) -> bool:
    return one[0] == other[0] and other[1] <= one[1] and one[2] <= other[2]


def _sorted_out(entries: Iterable[str]) -> tuple[list[Range], set[str]]:
    """The ranges among entries, and the rest without comments."""
    ranges: list[Range] = []
    others: set[str] = set()
    for entry in entries:
        text = str(entry).partition(_COMMENT)[0].strip()
        found = _range(text) if text else None
        if found is not None:
            ranges.append(found)
        elif text:
            others.add(" ".join(text.lower().split()))
    return ranges, others


def _range(text: str) -> Range | None:
    """``10.0.0.1``, ``[10.0.0.1]``, ``10.0.0.1-10.0.0.9``, ``[10.0.0.1-10.0.0.9]`` or ``10.0.0.0/8``; None else."""
    low, dash, high = bare(text).partition("-")
    try:
        if "/" in low and not dash:
            network = ipaddress.ip_network(low, strict=False)
            first, last = network.network_address, network.broadcast_address
        else:
            first = ipaddress.ip_address(bare(low).strip("[]"))
            last = ipaddress.ip_address(bare(high).strip("[]")) if dash else first
    except ValueError:
        return None
    same = first.version == last.version and int(first) <= int(last)
    return (first.version, int(first), int(last)) if same else None


def _joined(ranges: Iterable[Range]) -> list[Range]:
    """The same addresses in as few ranges as there can be."""
    joined: list[Range] = []
    for version, first, last in sorted(ranges):
        if joined and joined[-1][0] == version and first <= joined[-1][2] + 1:
            joined[-1] = (version, joined[-1][1], max(last, joined[-1][2]))
        else:
            joined.append((version, first, last))
    return joined


def _parsed(value: Any) -> list[str]:
    return [line for entry in shapes.NAMES.parse(value) for line in lines(entry)]


ENTRIES = shapes.Shape(empty=(), parse=_parsed, canon=compared, target=added)
"""The shape of a list of network addresses."""
