# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A text with another data object in it, which stays to the letter wherever that is the same: for files that others
read and write, too, with their order, spellings, indentation and comments.

The text is taken apart into nodes that know where they stand; then those that differ are written anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Iterator

from .layout import spelt
from .reader import Reader, parse
from .types import Value
from .writer import write

_EQUALS = re.compile(r"\s*=\s*\Z")
_COMMA = re.compile(r"\s*,\s*")


@dataclass
class _Node:
    """A value and where its text begins and ends; what is in a dictionary or an array stands in ``members``."""

    value: Value
    start: int
    end: int
    members: list[_Member] = field(default_factory=list)


@dataclass
class _Member:
    """A member and its key, which an array's has not. ``start``: of its text; ``end``: behind its separator."""

    key: str
    start: int
    node: _Node
    end: int


def rewritten(text: str, value: Value) -> str:
    """``text``, so that ``parse`` makes ``value`` of it. DataError for a text that is no data object (none of it is in
    the message), BadValue for a value that has no text."""
    parse(text, excerpt=False)  # what follows is not meant for what is malformed
    write(value)
    root = _node(Reader(text, 0))
    return text[: root.start] + _text(text, root, value) + text[root.end :]


def _node(reader: Reader) -> _Node:
    mark = reader.peek()
    start = reader.position
    if mark not in _CLOSING:
        value = reader.value(join=False)
        end = reader.position
        while mark in _JOINED and reader.peek() == mark:  # which goes on behind blanks and comments
            value += reader.value(join=False)
            end = reader.position
        return _Node(value, start, end)
    reader.position += 1
    members = []
    while reader.peek() != _CLOSING[mark]:
        begun = reader.position
        key = reader.key(reader.peek()) if mark == "{" else ""
        node = _node(reader)
        end = node.end
        if reader.peek() in _SEPARATORS:
            end = reader.position = reader.position + 1
        members.append(_Member(key, begun, node, end))
    reader.position += 1
    whole = {one.key: one.node.value for one in members} if mark == "{" else [one.node.value for one in members]
    return _Node(whole, start, reader.position, members)


def _text(text: str, node: _Node, value: Value) -> str:
    """The text of ``node``, changed so that it is that of ``value``."""
    if node.value == value:
        return text[node.start : node.end]
    if node.members and isinstance(node.value, dict) and isinstance(value, dict):
        return "".join(_dictionary(text, node, value))
    if node.members and isinstance(node.value, list) and isinstance(value, list) and value:
        return _array(text, node, value)
    return spelt(value)


def _dictionary(text: str, node: _Node, value: dict[str, Value]) -> Iterator[str]:
    """The members that stay where they are, without those that are gone, and behind them those that are new.

    What is gone takes a comment behind it on its line along. Of members with one key the last counts.
    """
    counts = {member.key: member for member in node.members}
    ends = [*(member.start for member in node.members[1:]), node.end - 1]
    end = node.start + 1
    left = ""  # what stood between members that are gone
    yield text[node.start : end]
    for member, next_start in zip(node.members, ends):
        gap = text[end : member.start]
        left = left + gap.lstrip() if left else gap
        end = member.end
        if member.key not in value:
            end += _rest_of_line(text[end:next_start])
            continue
        yield left
        left = ""
        if counts[member.key] is member:
            yield text[member.start : member.node.start]
            yield _text(text, member.node, value[member.key])
            yield text[member.node.end : member.end]
        else:
            yield text[member.start : member.end]
    new = {key: item for key, item in value.items() if key not in counts}
    if new:
        last = node.members[-1]
        blanks = _blanks_before(text, last.start)
        if last.key in value:
            if last.end == last.node.end:
                yield ";"  # which may be left out there, and nowhere else
            left = text[end : end + _rest_of_line(text[end : node.end - 1])]
            end += len(left)
        if left.strip() and "\n" not in blanks:
            blanks = "\n" + blanks  # the comment may end with its line
        yield left.rstrip() if "\n" in blanks else left
        left = ""
        yield from _new_members(text, last, blanks, new)
    rest = text[end : node.end]
    yield (left.rstrip() if rest.lstrip(" \t\r").startswith("\n") else left) + rest


def _rest_of_line(gap: str) -> int:
    """How many characters behind a member belong to it: a comment on its line, where nothing else follows it there."""
    return len(gap.split("\n", 1)[0].rstrip("\r")) if "\n" in gap else 0


def _new_members(text: str, last: _Member, blanks: str, members: dict[str, Value]) -> Iterator[str]:
    """Members written like the one that was the last."""
    equals = _EQUALS.search(text[last.start : last.node.start])
    for key, value in members.items():
        yield "%s%s%s%s;" % (blanks, spelt(key), equals.group() if equals else "=", spelt(value))


def _blanks_before(text: str, position: int) -> str:
    """The blanks in front of a member, from the end of the line before on."""
    start = position
    while text[start - 1] in " \t":
        start -= 1
    if text[start - 1] == "\n":
        start -= 2 if text[start - 2] == "\r" else 1
    return text[start:position]


def _array(text: str, node: _Node, value: list[Value]) -> str:
    """The elements in their new order: those that were there as they were spelt."""
    first, last = node.members[0], node.members[-1]
    between = _COMMA.match(text, first.node.end)
    if len(value) == len(node.members):
        written = [_text(text, member.node, item) for member, item in zip(node.members, value)]
    else:
        spellings = {repr(one.node.value): text[one.node.start : one.node.end] for one in node.members}
        written = [spellings.get(repr(item)) or spelt(item) for item in value]
    separator = between.group() if between and len(node.members) > 1 else ",%s" % _blanks_before(text, first.start)
    return text[node.start : first.start] + separator.join(written) + text[last.node.end : node.end]


_CLOSING = {"{": "}", "(": ")"}
_JOINED = ('"', "[")
_SEPARATORS = (",", ";")
