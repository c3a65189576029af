# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Short cuts of the reader, for what nearly all replies consist of.

Each match of one regular expression is a whole ``key=value;`` or ``value,`` with a simple value. Whatever is not
simple (comments, other spacing, rare values, mistakes) ends a short cut before it, and is read by ``reader``.

In a large text equal strings are one string, and runs of simple strings are read many at a time: a listing of a million
objects says the same few words again and again, and a string of Python's is many times as large as a short word.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Callable, Dict, Optional, Pattern

from .spans import NESTING, Malformed
from .tokens import PLAIN, SPACES, WORD, datablock, unescaped
from .types import TIMESTAMP_PATTERN, Timestamp, Value

# All patterns are linear: no repeated group can match one text in two ways. The bounds on repeated groups keep the
# memory small that a match needs. Each match has one group, besides a key, that tells what was found.
_STRING = r'(?:%s|"%s")' % (WORD, PLAIN)
_SIMPLE_VALUE = r"""(?:
      (%(word)s)
    | "(%(plain)s)"
    | \#(-?[0-9]{1,300})
    | \#(%(timestamp)s)
    | (\((?:%(string)s(?:,%(string)s){0,99})?\))                # an array of simple strings
    | ("%(plain)s(?:\\[^\r\n\0]%(plain)s){1,99}")               # a quoted string with escapes
    | (\[[A-Za-z0-9+/]*={0,2}\])
    )""" % {"word": WORD, "plain": PLAIN, "timestamp": TIMESTAMP_PATTERN, "string": _STRING}
_MEMBER = (
    r"""%(spaces)s(?:
      (?:(%(word)s)|"(%(plain)s)")(?:=|\ =\ )(?:%(value)s;|({))
    | (});
    | ())"""
    % {"spaces": SPACES, "word": WORD, "plain": PLAIN, "value": _SIMPLE_VALUE}
)
_ELEMENT = (
    r"""%(spaces)s(?:
      %(value)s(?:,|(?=\)))
    | (\()
    | (\))(?:,|(?=\)))
    | ())"""
    % {"spaces": SPACES, "value": _SIMPLE_VALUE}
)
_RUN = re.compile(r"(?:%s,){64,4096}" % _STRING)
_ARRAY_ITEM = re.compile(r'"?((?<=")[^"]*|(?<!")[^",)]+)"?[,)]')


@lru_cache(maxsize=None)
def _compiled(pattern: str) -> Pattern[str]:
    """Made when the first reply needs it: that takes as long as all else in here, and many replies are mere text."""
    return re.compile(pattern, re.VERBOSE)


Same = Optional[Dict[str, str]]
"""In a large text the strings that have been met, which are shared; in others None, for looking takes time."""


def _array(text: str) -> list[str]:
    """The array that ``text``, in its parentheses and without spaces or escapes, stands for."""
    if '"' in text:
        return _ARRAY_ITEM.findall(text, 1)
    return text[1:-1].split(",") if len(text) > 2 else []


# What makes a value of the third to seventh group of _SIMPLE_VALUE, by the number that the group has in each pattern.
_CONVERTERS: tuple[Callable[[str], Value], ...] = (int, Timestamp.checked, _array, unescaped, datablock)
_MEMBER_CONVERTERS = dict(enumerate(_CONVERTERS, 5))
_MEMBER_OPENED, _MEMBER_CLOSED = 10, 11
_ELEMENT_CONVERTERS = dict(enumerate(_CONVERTERS, 3))
_ELEMENT_OPENED, _ELEMENT_CLOSED = 8, 9
_MOST_SHARED = 1024
_DEEPEST = NESTING - 1  # open containers in a short cut: an array of simple strings may come on top


def members(text: str, position: int, stack: list[Any], same: Same) -> int:
    """Fill the dictionary ``stack[-1]``, and dictionaries in it; the offset of what must be read slowly.

    This loop takes most of the time of a long reply: it and ``elements`` are not one, because that is slower.
    """
    current = stack[-1]
    for match in _compiled(_MEMBER).finditer(text, position):
        kind: Any = match.lastindex
        if kind < 5:
            if same is None:
                current[match[1] or match[2]] = match[kind]
            else:
                current[_shared(same, match[1] or match[2])] = _shared(same, match[kind])
        elif kind < _MEMBER_OPENED:
            try:
                current[match[1] or match[2]] = _MEMBER_CONVERTERS[kind](match[kind])
            except Malformed:
                break
        elif kind == _MEMBER_OPENED and len(stack) < _DEEPEST:
            inner: dict[str, Value] = {}
            current[match[1] or match[2]] = inner
            stack.append(inner)
            current = inner
        elif kind == _MEMBER_CLOSED and len(stack) > 1 and isinstance(stack[-2], dict):
            stack.pop()
            current = stack[-1]
        else:
            break
    return match.start()


def elements(text: str, position: int, stack: list[Any], same: Same) -> int:
    """Fill the array ``stack[-1]``, and arrays in it; the offset of what must be read slowly."""
    current = stack[-1]
    if same is not None:
        position = _strings(text, position, current)
    for match in _compiled(_ELEMENT).finditer(text, position):
        kind: Any = match.lastindex
        if kind < 3:
            current.append(match[kind] if same is None else _shared(same, match[kind]))
        elif kind < _ELEMENT_OPENED:
            try:
                current.append(_ELEMENT_CONVERTERS[kind](match[kind]))
            except Malformed:
                break
        elif kind == _ELEMENT_OPENED and len(stack) < _DEEPEST:
            inner: list[Value] = []
            current.append(inner)
            stack.append(inner)
            current = inner
        elif kind == _ELEMENT_CLOSED and len(stack) > 1 and isinstance(stack[-2], list):
            stack.pop()
            current = stack[-1]
        else:
            break
    return match.start()


def _strings(text: str, position: int, array: list[Any]) -> int:
    """Add the simple strings that come one after the other; the offset behind them."""
    same: dict[str, str] = {}
    run = _RUN.match(text, position)
    while run:
        strings = _ARRAY_ITEM.findall(text, position, run.end())
        if len(set(strings)) * 2 < len(strings):
            strings = list(map(same.setdefault, strings, strings))
        array += strings
        position = run.end()
        run = _RUN.match(text, position)
    return position


def _shared(same: dict[str, str], string: str) -> str:
    """A string that is equal to this one, as long as there are few of them."""
    if string in same:
        return same[string]
    if len(same) < _MOST_SHARED:
        same[string] = string
    return string
