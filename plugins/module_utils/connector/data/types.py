# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Python types of the data objects that have no Python type of their own, and the limits of numbers.

Strings, datablocks, numbers, null, arrays and dictionaries are Python's str, bytes, int, None, list and dict. The
others are kept as text: Timestamp, IPAddress, XML and Unknown (protocol.md section 3.1). Import them from ``data``.
"""

from __future__ import annotations

import binascii
import datetime as dt
import re
import socket
from typing import Any, Callable, TypeVar

from ..errors import DataError
from .spans import NESTING, Malformed, unknown_end, unknown_on_one_line, xml_end, xml_on_one_line

NUMBER_BITS = 1024
"""How large a number may be: far more than a server can hold, and small enough to be converted in no time."""

TIMESTAMP_PATTERN = (
    r"T(?:PAST|FUTURE|(?:0[1-9]|[12][0-9]|3[01])-(?:0[1-9]|1[0-2])-[0-9]{4}"
    r"(?:_(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])?)"
)
"""A regular expression without groups for the text of a Timestamp."""

_TIMESTAMP = re.compile(TIMESTAMP_PATTERN)
_IP_ADDRESS = re.compile(r"\[([0-9A-Fa-f:.]+)\](?::([0-9]{1,5}))?")

_SPACE = re.compile(r"[ \t\r\n]+")
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/=]|===")

_LONGEST_PATH = 200

Value = Any
"""str | bytes | int | float | None | TextValue | list[Value] | dict[str, Value]: any data object."""

_new = object.__new__
_Text = TypeVar("_Text", bound="TextValue")


class BadValue(DataError):
    """A Python value that no data object can hold.

    ``path`` says where in the value it stands, such as ``settings.DKIM.key`` or ``Rules[2]``; it is empty when the
    value itself is meant. The message never holds the value. ``position`` is always 0.
    """

    def __init__(self, reason: str, path: str = "") -> None:
        super().__init__("%s: %s" % (_shortened(path), reason) if path else reason)
        self.reason = reason
        self.path = path

    def inside(self, step: str | int) -> BadValue:
        """The same error seen from one level further out: ``step`` is the key or the index that leads to it."""
        if isinstance(step, int):
            step = "[%d]" % step
        elif not step.isprintable():
            step = repr(step)
        joint = "." if self.path and not self.path.startswith("[") else ""
        return BadValue(self.reason, step + joint + self.path)


def _shortened(path: str) -> str:
    half = _LONGEST_PATH // 2
    return path if len(path) <= _LONGEST_PATH else "%s...%s" % (path[:half], path[-half:])


class TextValue:
    """A value kept as text: immutable, hashable, and equal only to values of its own class."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        """Raise BadValue if ``text`` is not a text of this class."""
        if not isinstance(text, str) or not self._accepts(text):
            raise BadValue("not the text of %s" % self._describe())
        self._text = str(text)

    @classmethod
    def checked(cls: type[_Text], text: str) -> _Text:
        """A value with a text that is known to be right: for the reader, which has just matched it."""
        value = _new(cls)
        value._text = text
        return value

    @property
    def text(self) -> str:
        """The text; each class says which part of the wire's form it is."""
        return self._text

    def wire(self) -> str:
        """The form on the wire, in one line."""
        raise NotImplementedError

    @classmethod
    def _accepts(cls, text: str) -> bool:
        raise NotImplementedError

    @classmethod
    def _describe(cls) -> str:
        raise NotImplementedError

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._text == other._text

    def __hash__(self) -> int:
        return hash((type(self), self._text))

    def __repr__(self) -> str:
        return "%s(%r)" % (type(self).__name__, self._text)


class Timestamp(TextValue):
    """A moment in GMT. ``text``: ``TDD-MM-YYYY_hh:mm:ss``, a date ``TDD-MM-YYYY``, ``TPAST`` or ``TFUTURE``."""

    __slots__ = ()

    _FORMATS = {11: "T%d-%m-%Y", 20: "T%d-%m-%Y_%H:%M:%S"}
    _REMOTE = {
        "TPAST": dt.datetime.min.replace(tzinfo=dt.timezone.utc),
        "TFUTURE": dt.datetime.max.replace(tzinfo=dt.timezone.utc),
    }

    @classmethod
    def from_datetime(cls, moment: dt.datetime) -> Timestamp:
        """The timestamp of an aware ``moment``, without its fraction of a second; BadValue for a naive one.

        The first and the last moment that Python knows give ``TPAST`` and ``TFUTURE``.
        """
        if moment.tzinfo is None or moment.utcoffset() is None:
            raise BadValue("a moment without a time zone cannot become a timestamp")
        for text, remote in cls._REMOTE.items():
            if moment == remote:
                return cls(text)
        try:
            utc = moment.astimezone(dt.timezone.utc)
        except OverflowError:
            raise BadValue("a moment outside of the years 1 to 9999") from None
        day = "T%02d-%02d-%04d" % (utc.day, utc.month, utc.year)
        return cls("%s_%02d:%02d:%02d" % (day, utc.hour, utc.minute, utc.second))

    def datetime(self) -> dt.datetime:
        """The moment, aware, in UTC. A date is its first second, ``TPAST`` and ``TFUTURE`` are Python's first and
        last moment, so that all of them compare. BadValue for a day that its month does not have."""
        if self._text in self._REMOTE:
            return self._REMOTE[self._text]
        try:
            moment = dt.datetime.strptime(self._text, self._FORMATS[len(self._text)])
        except ValueError:
            raise BadValue("not a day of the calendar") from None
        return moment.replace(tzinfo=dt.timezone.utc)

    def wire(self) -> str:
        return "#" + self._text

    @classmethod
    def _accepts(cls, text: str) -> bool:
        return _TIMESTAMP.fullmatch(text) is not None

    @classmethod
    def _describe(cls) -> str:
        return "a timestamp, which is TDD-MM-YYYY_hh:mm:ss, TDD-MM-YYYY, TPAST or TFUTURE"


class IPAddress(TextValue):
    """An IP address, perhaps with a port. ``text``: ``[10.0.44.55]``, ``[10.0.44.55]:25``, ``[2001:db8::1]:25``."""

    __slots__ = ()

    def wire(self) -> str:
        return "#I" + self._text

    @classmethod
    def _accepts(cls, text: str) -> bool:
        match = _IP_ADDRESS.fullmatch(text)
        if match is None:
            return False
        address, port = match.groups()
        try:
            socket.inet_pton(socket.AF_INET6 if ":" in address else socket.AF_INET, address)
        except OSError:
            return False
        return port is None or int(port) < 65536

    @classmethod
    def _describe(cls) -> str:
        return "an IP address, which is [address] or [address]:port"


class XML(TextValue):
    """An XML object. ``text``: the element as it was read, from its ``<`` to its ``>``, line ends included."""

    __slots__ = ()

    def wire(self) -> str:
        return xml_on_one_line(self._text)

    @classmethod
    def _accepts(cls, text: str) -> bool:
        return text.startswith("<") and _ends_at_end(xml_end, text)

    @classmethod
    def _describe(cls) -> str:
        return "an XML object, which is one element with balanced tags"


class Unknown(TextValue):
    """An object of a type this collection does not know. ``text``: ``#(...)`` as it was read, line ends included."""

    __slots__ = ()

    def wire(self) -> str:
        return unknown_on_one_line(self._text)

    @classmethod
    def _accepts(cls, text: str) -> bool:
        return text.startswith("#(") and _ends_at_end(unknown_end, text)

    @classmethod
    def _describe(cls) -> str:
        return "an object #(...), with balanced parentheses and quotes"


def _ends_at_end(find_end: Callable[[str, int], int], text: str) -> bool:
    try:
        return find_end(text, 0) == len(text)
    except Malformed:
        return False


def checked_key(key: Any) -> str:
    """``key`` if it can be the key of a dictionary, which is a string; otherwise BadValue."""
    if isinstance(key, str):
        return key
    raise BadValue("a key of type %s, where keys are strings: put it in quotation marks" % type(key).__name__)


def deeper(depth: int) -> int:
    """One level more than ``depth``; BadValue if that is too much."""
    if depth >= NESTING:
        raise BadValue("more than %d levels of nesting" % NESTING)
    return depth + 1


def decode_datablock(text: str) -> bytes:
    """The bytes of a datablock, from its base64 text without the square brackets; BadValue if that is none.

    White space is ignored. Padding may be missing, and may stand inside, where blocks were run together
    (protocol.md section 6.1, CAChain).
    """
    compact = _SPACE.sub("", text)
    if not _NOT_BASE64.search(compact):
        blocks = [block + "=" * (-len(block) % 4) for block in compact.split("=") if block]
        try:
            return b"".join([binascii.a2b_base64(block) for block in blocks])
        except binascii.Error:
            pass  # one character too many
    raise BadValue("not base64")


def encode_datablock(content: bytes | bytearray) -> str:
    """The base64 text of a datablock, without the square brackets."""
    return binascii.b2a_base64(content, newline=False).decode("ascii")
