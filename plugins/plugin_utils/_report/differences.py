# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What two values have between them, place by place, as text that people can compare."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Iterator, Mapping

PLACES_SHOWN = 50
"""How many places of an object are told."""
LINES_SHOWN = 40
"""How many lines of a value are shown, and in a line how many letters."""
LETTERS_SHOWN = 400
_DEEPEST = 6
_FEW_LINES = 12
"""Up to how many lines of two texts are shown with what they have in common."""


class _Absent:
    """The value of what is not there: null is a value."""


ABSENT = _Absent()


@dataclass(frozen=True)
class Difference:
    """One place, and its lines on either side; None where nothing is set."""

    place: str
    server: list[str] | None
    directory: list[str] | None


def visible(text: str) -> str:
    """Text in which each letter shows, and none changes how others show: those that would stand as their codes."""
    return "".join(letter if letter.isprintable() else json.dumps(letter)[1:-1] for letter in text)


def differences(server: Mapping[str, Any], directory: Mapping[str, Any]) -> tuple[list[Difference], int]:
    """The first places that differ, in order, and how many more there are."""
    found = list(_walk("", server, directory, 0))
    shown = [Difference(place, *_compared(one, other)) for place, one, other in found[:PLACES_SHOWN]]
    return shown, len(found) - len(shown)


def _walk(place: str, one: Any, other: Any, depth: int) -> Iterator[tuple[str, Any, Any]]:
    if depth < _DEEPEST and (_is_open(one) or _is_open(other)) and _opens(one) and _opens(other):
        left, right = _parts(one), _parts(other)
        for name in sorted({*left, *right}):
            inner = "%s.%s" % (place, visible(name)) if place else visible(name)
            yield from _walk(inner, left.get(name, ABSENT), right.get(name, ABSENT), depth + 1)
    elif one is ABSENT or other is ABSENT or one != other:
        yield place, one, other


def _is_open(value: Any) -> bool:
    """Whether it is a dictionary, and not a tagged value such as a time stamp."""
    return isinstance(value, Mapping) and bool(value) and not any(str(name).startswith("$") for name in value)


def _opens(value: Any) -> bool:
    """Whether it can be told part by part: what is not there and what is empty have no part."""
    return value is ABSENT or value == {} or _is_open(value)


def _parts(value: Any) -> dict[str, Any]:
    return {str(name): part for name, part in value.items()} if isinstance(value, Mapping) else {}


def _compared(one: Any, other: Any) -> tuple[list[str] | None, list[str] | None]:
    left, right = _lines(one), _lines(other)
    if left is None or right is None or len(left) + len(right) <= _FEW_LINES:
        return _cut(left), _cut(right)
    shorter = min(len(left), len(right))
    head = next((n for n in range(shorter) if left[n] != right[n]), shorter)
    rest = shorter - head
    tail = next((n for n in range(rest) if left[-1 - n] != right[-1 - n]), rest)
    return _cut(_between(left, head, tail)), _cut(_between(right, head, tail))


def _between(lines: list[str], head: int, tail: int) -> list[str]:
    """The lines without those that both sides begin and end with."""
    kept = lines[head : len(lines) - tail]
    return [*_alike(head), *kept, *_alike(tail)]


def _alike(count: int) -> list[str]:
    return ["\u2026 %d alike" % count] if count else []


def _lines(value: Any) -> list[str] | None:
    if value is ABSENT:
        return None
    if isinstance(value, str) and value:
        return [visible(line) for line in value.split("\n")]
    if isinstance(value, (list, tuple)) and value:
        return [visible(item) if isinstance(item, str) and item else _json(item) for item in value]
    return [_json(value)]


def _json(value: Any) -> str:
    return visible(json.dumps(value, ensure_ascii=False, sort_keys=True, default=str))


def _cut(lines: list[str] | None) -> list[str] | None:
    if lines is None:
        return None
    shown = [_short(line) for line in lines[:LINES_SHOWN]]
    if len(lines) > len(shown):
        shown.append("\u2026 %d more lines" % (len(lines) - len(shown)))
    return shown


def _short(line: str) -> str:
    more = len(line) - LETTERS_SHOWN
    return "%s\u2026 %d more letters" % (line[:LETTERS_SHOWN], more) if more > 0 else line
