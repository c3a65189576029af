# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""From data objects to text: ``write`` and ``quote`` (protocol.md section 3.1; import them from ``data``).

What is written here never holds a carriage return, a line feed or a zero byte, so that no value can end a command
early.
"""

from __future__ import annotations

import re

from .types import NUMBER_BITS, BadValue, TextValue, Value, checked_key, deeper, encode_datablock

# Lone surrogates are no text, except those by which Python keeps bytes that are not UTF-8.
_NOT_LITERAL = re.compile("\r\n?|[\x00-\x1f\x7f\"\\\\\ud800-\udc7f\udd00-\udfff]")
_ESCAPES = {"\r\n": r"\e", "\n": r"\e", "\r": r"\r", "\t": r"\t", '"': r"\"", "\\": r"\\"}


def write(value: Value) -> str:
    """The text of ``value``, in one line. Raises BadValue, with the path to the place, for what has no text.

    The types are those of ``parse``; a tuple is an array, True and False are the strings YES and NO. Fractions are
    refused: only clients' tests know them, and a server might take ``#1.5`` for something else.
    """
    return _written(value, 0)


def quote(text: str) -> str:
    """The text of a string: bare if it consists of ASCII letters and digits only, otherwise in quotation marks."""
    if not isinstance(text, str):
        raise BadValue("%s is not a string" % type(text).__name__)
    if text.isalnum() and text.isascii():
        return str(text)
    return '"%s"' % _NOT_LITERAL.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    character = match.group()
    escape = _ESCAPES.get(character)
    if escape is not None:
        return escape
    if character == "\0":
        raise BadValue("a string holds a zero byte")
    if character > "\x7f":
        raise BadValue("a string holds half a character (a lone surrogate)")
    return "\\%03d" % ord(character)


def _written(value: Value, depth: int) -> str:
    if isinstance(value, str):
        return quote(value)
    if isinstance(value, dict):
        return "{%s}" % "".join(_members(value, deeper(depth)))
    if isinstance(value, (list, tuple)):
        return "(%s)" % ",".join(_elements(value, deeper(depth)))
    if value is None:
        return "#NULL#"
    if isinstance(value, bool):
        return "YES" if value else "NO"
    if isinstance(value, int):
        return _number(value)
    if isinstance(value, (bytes, bytearray)):
        return "[%s]" % encode_datablock(value)
    if isinstance(value, TextValue):
        return value.wire()
    if isinstance(value, float):
        raise BadValue("a number with a fraction cannot be written: use a string")
    raise BadValue("%s is not a type of CommuniGate data" % type(value).__name__)


def _members(dictionary: dict[str, Value], depth: int) -> list[str]:
    written = []
    for key, value in dictionary.items():
        checked_key(key)
        try:
            written.append("%s=%s;" % (quote(key), _written(value, depth)))
        except BadValue as error:
            raise error.inside(key) from None
    return written


def _elements(array: list[Value] | tuple[Value, ...], depth: int) -> list[str]:
    written = []
    for index, value in enumerate(array):
        try:
            written.append(_written(value, depth))
        except BadValue as error:
            raise error.inside(index) from None
    return written


def _number(number: int) -> str:
    if number.bit_length() > NUMBER_BITS:
        raise BadValue("a number that is too large")
    return "#%d" % number
