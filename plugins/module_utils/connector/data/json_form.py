# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Data objects as plain JSON data and back, without loss: ``to_json`` and ``from_json`` (import them from ``data``).

The shapes are documented in ``data.py``.
"""

from __future__ import annotations

import math
import re
from typing import Any, Callable, Mapping, Union

from .types import (
    NUMBER_BITS,
    XML,
    BadValue,
    IPAddress,
    TextValue,
    Timestamp,
    Unknown,
    Value,
    checked_key,
    decode_datablock,
    deeper,
    encode_datablock,
)

_DATABLOCK = "$datablock"
_DICTIONARY = "$dictionary"
_NUMBER = "$number"
_TAGS: dict[type[TextValue], str] = {
    Timestamp: "$timestamp",
    IPAddress: "$address",
    XML: "$xml",
    Unknown: "$object",
}
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,400}")
Number = Union[int, float]


def to_json(value: Value, *, tag_numbers: bool = False) -> Any:
    """``value`` as JSON data. Raises BadValue, with the path to the place, for what is no data object.

    ``tag_numbers``: a number is ``{"$number": 4}``, for whoever takes a number alone for digits (see ``from_json``).
    """
    return _Writer(tag_numbers).plain(value, 0)


def from_json(
    plain: Any,
    path: str = "",
    *,
    number: Callable[[Number], Value] | None = None,
    tags: Mapping[str, Callable[[dict[str, Value]], Value]] | None = None,
) -> Value:
    """The data object that ``to_json`` would turn into ``plain``; true and false become the strings YES and NO.

    ``number`` makes a value of a number without a tag, where that does not mean a number. ``tags`` are more tags, and
    what makes a value of the dictionary that each takes. Raises BadValue, whose message begins with the path to the
    place: ``path``, if given (the name of an option, perhaps), and then keys and indexes.
    """
    try:
        return _Reader(number, tags or {}).value(plain, 0)
    except BadValue as error:
        raise (error.inside(path) if path else error) from None


def _is_tagged(plain: Any) -> bool:
    """Whether JSON data is a dictionary that stands for a data object of another type."""
    return isinstance(plain, dict) and len(plain) == 1 and checked_key(next(iter(plain))).startswith("$")


class _Writer:
    """From data objects to JSON data."""

    def __init__(self, tag_numbers: bool) -> None:
        self.tag_numbers = tag_numbers

    def plain(self, value: Value, depth: int) -> Any:
        if isinstance(value, dict):
            plain = _each_member(self.plain, value, deeper(depth))
            return {_DICTIONARY: plain} if _is_tagged(plain) else plain
        if isinstance(value, (list, tuple)):
            return _each_element(self.plain, value, deeper(depth))
        if isinstance(value, (bytes, bytearray)):
            return {_DATABLOCK: encode_datablock(value)}
        if isinstance(value, TextValue):
            return {tag: value.text for text_type, tag in _TAGS.items() if isinstance(value, text_type)}
        scalar = _scalar(value)
        return {_NUMBER: scalar} if self.tag_numbers and isinstance(scalar, (int, float)) else scalar


class _Reader:
    """From JSON data to data objects."""

    def __init__(
        self, number: Callable[[Number], Value] | None, tags: Mapping[str, Callable[[dict[str, Value]], Value]]
    ) -> None:
        self.number = number
        self.tags = tags

    def value(self, plain: Any, depth: int) -> Value:
        if isinstance(plain, dict):
            if _is_tagged(plain):
                return self.tagged(plain, depth)
            return _each_member(self.value, plain, deeper(depth))
        if isinstance(plain, (list, tuple)):
            return _each_element(self.value, plain, deeper(depth))
        scalar = _scalar(plain)
        return self.number(scalar) if self.number is not None and isinstance(scalar, (int, float)) else scalar

    def tagged(self, plain: dict[str, Any], depth: int) -> Value:
        ((tag, content),) = plain.items()
        if tag == _DICTIONARY or tag in self.tags:
            if not isinstance(content, dict):
                raise BadValue("%s takes a dictionary" % tag)
            dictionary = _each_member(self.value, content, deeper(depth))
            return self.tags[tag](dictionary) if tag in self.tags else dictionary
        if tag == _NUMBER:
            return _number(content)
        if not isinstance(content, str):
            raise BadValue("%s takes a string" % tag)
        if tag == _DATABLOCK:
            return decode_datablock(content)
        for text_type, its_tag in _TAGS.items():
            if tag == its_tag:
                return text_type(content)
        raise BadValue("no such tag; a dictionary with this single key is given as {%s: {...}}" % _DICTIONARY, tag)


def _number(content: Any) -> Value:
    """The content of the tag for numbers: what a template makes is text, so digits are taken, too."""
    if isinstance(content, str) and _WHOLE_NUMBER.fullmatch(content):
        content = int(content)
    if isinstance(content, bool) or not isinstance(content, (int, float)):
        raise BadValue("%s takes a number" % _NUMBER)
    return _scalar(content)


def _scalar(value: Any) -> Value:
    """``value`` if it is the same in JSON data and as a data object; a truth value is a string."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "YES" if value else "NO"
    if isinstance(value, int) and value.bit_length() <= NUMBER_BITS:
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    if isinstance(value, (int, float)):
        raise BadValue("a number that is too large, or none")
    raise BadValue("%s is not a type of CommuniGate data" % type(value).__name__)


def _each_member(convert: Callable[[Any, int], Any], dictionary: dict[str, Any], depth: int) -> dict[str, Any]:
    converted = {}
    for key, value in dictionary.items():
        checked_key(key)
        try:
            converted[key] = convert(value, depth)
        except BadValue as error:
            raise error.inside(key) from None
    return converted


def _each_element(convert: Callable[[Any, int], Any], array: list[Any] | tuple[Any, ...], depth: int) -> list[Any]:
    converted = []
    for index, value in enumerate(array):
        try:
            converted.append(convert(value, depth))
        except BadValue as error:
            raise error.inside(index) from None
    return converted
