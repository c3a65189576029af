# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Data objects as plain JSON data and back, without loss: ``to_json`` and ``from_json`` (import them from ``data``).

The shapes are documented in ``data.py``.
"""

from __future__ import annotations

import math
from typing import Any, Callable

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
_TAGS: dict[type[TextValue], str] = {
    Timestamp: "$timestamp",
    IPAddress: "$address",
    XML: "$xml",
    Unknown: "$object",
}


def to_json(value: Value) -> Any:
    """``value`` as JSON data. Raises BadValue, with the path to the place, for what is no data object."""
    return _plain(value, 0)


def from_json(plain: Any, path: str = "") -> Value:
    """The data object that ``to_json`` would turn into ``plain``; true and false become the strings YES and NO.

    Raises BadValue, whose message begins with the path to the place: ``path``, if given (the name of an option,
    perhaps), and then keys and indexes.
    """
    try:
        return _value(plain, 0)
    except BadValue as error:
        raise (error.inside(path) if path else error) from None


def _plain(value: Value, depth: int) -> Any:
    if isinstance(value, dict):
        plain = _each_member(_plain, value, deeper(depth))
        return {_DICTIONARY: plain} if _is_tagged(plain) else plain
    if isinstance(value, (list, tuple)):
        return _each_element(_plain, value, deeper(depth))
    if isinstance(value, (bytes, bytearray)):
        return {_DATABLOCK: encode_datablock(value)}
    if isinstance(value, TextValue):
        return {tag: value.text for text_type, tag in _TAGS.items() if isinstance(value, text_type)}
    return _scalar(value)


def _value(plain: Any, depth: int) -> Value:
    if isinstance(plain, dict):
        if _is_tagged(plain):
            return _tagged(plain, depth)
        return _each_member(_value, plain, deeper(depth))
    if isinstance(plain, (list, tuple)):
        return _each_element(_value, plain, deeper(depth))
    return _scalar(plain)


def _is_tagged(dictionary: dict[str, Any]) -> bool:
    return len(dictionary) == 1 and checked_key(next(iter(dictionary))).startswith("$")


def _tagged(plain: dict[str, Any], depth: int) -> Value:
    ((tag, content),) = plain.items()
    if tag == _DICTIONARY:
        if not isinstance(content, dict):
            raise BadValue("%s takes a dictionary" % tag)
        return _each_member(_value, content, deeper(depth))
    if not isinstance(content, str):
        raise BadValue("%s takes a string" % tag)
    if tag == _DATABLOCK:
        return decode_datablock(content)
    for text_type, its_tag in _TAGS.items():
        if tag == its_tag:
            return text_type(content)
    raise BadValue("no such tag; a dictionary with this single key is given as {%s: {...}}" % _DICTIONARY, tag)


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
