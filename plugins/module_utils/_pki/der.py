# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""DER, the binary form of certificates and keys (X.690): just enough to read them.

Nothing is decoded that nobody asks for: an element is its tag and its content, and the caller knows what to expect.
"""

from __future__ import annotations

from typing import NamedTuple

INTEGER, BIT_STRING, OCTET_STRING, OBJECT_IDENTIFIER = 0x02, 0x03, 0x04, 0x06
SEQUENCE, SET = 0x30, 0x31
UTC_TIME, GENERALIZED_TIME = 0x17, 0x18

_STRINGS = {
    0x0C: "utf-8",  # UTF8String
    0x12: "utf-8",  # NumericString, ASCII like the other two, which not everybody keeps to
    0x13: "utf-8",  # PrintableString
    0x14: "latin-1",  # TeletexString, as everybody reads it
    0x16: "utf-8",  # IA5String
    0x1C: "utf-32-be",  # UniversalString
    0x1E: "utf-16-be",  # BMPString
}
_HIGH_TAG = 0x1F
_LONGEST_LENGTH = 4
"""Bytes of an element's length: four gigabytes are more than any certificate has."""


class PkiError(ValueError):
    """Something is not the certificate or the key that it should be. The message never holds any of it.

    ``hint`` says what to do about it, where there is something to say.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class DerError(PkiError):
    """Bytes are not DER, or not of the structure that they should have."""


class Element(NamedTuple):
    """One element: its tag, its content, and all of it with both and the length."""

    tag: int
    content: bytes
    whole: bytes


def elements(data: bytes) -> list[Element]:
    """The elements that follow each other in ``data``. Raises DerError when it does not consist of elements."""
    found = []
    start = 0
    while start < len(data):
        content, end = _bounds(data, start)
        found.append(Element(data[start], data[content:end], data[start:end]))
        start = end
    return found


def _bounds(data: bytes, start: int) -> tuple[int, int]:
    """Where the content of the element that begins at ``start`` begins and ends."""
    if data[start] & _HIGH_TAG == _HIGH_TAG or start + 1 >= len(data):
        raise DerError("not DER")
    length, content = data[start + 1], start + 2
    if length & 0x80:
        size = length & 0x7F
        if not 0 < size <= _LONGEST_LENGTH:
            raise DerError("not DER")
        length, content = int.from_bytes(data[content : content + size], "big"), content + size
    if content + length > len(data):
        raise DerError("not DER, or cut off")
    return content, content + length


def only(data: bytes, tag: int) -> Element:
    """The one element that ``data`` is, which must have this tag."""
    found = elements(data)
    if len(found) != 1 or found[0].tag != tag:
        raise DerError("not of the structure that it should have")
    return found[0]


def members(data: bytes, *tags: int) -> list[Element]:
    """The elements in the sequence that ``data`` is, of which the first must have these tags."""
    found = elements(only(data, SEQUENCE).content)
    if tuple(element.tag for element in found[: len(tags)]) != tags:
        raise DerError("not of the structure that it should have")
    return found


def integer(element: Element) -> int:
    return int.from_bytes(element.content, "big", signed=True)


def text(element: Element) -> str | None:
    """The text of a string of any type; None for what is no string, or not the text that it should be."""
    try:
        return element.content.decode(_STRINGS[element.tag])
    except (KeyError, UnicodeDecodeError):
        return None


def object_identifier(element: Element) -> str:
    """An object identifier in its usual form, such as 2.5.4.3."""
    numbers = []
    number = 0
    for byte in element.content:
        number = number << 7 | byte & 0x7F
        if not byte & 0x80:
            numbers.append(number)
            number = 0
    if not numbers:
        raise DerError("not of the structure that it should have")
    first = min(numbers[0] // 40, 2)
    return ".".join(map(str, [first, numbers[0] - 40 * first, *numbers[1:]]))
