# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The types of replies: the one door by which the data of a server enters.

A command's ``result`` in the catalogue is a type and, behind a colon, what it means in words:

- ``string``, ``name`` (a string that is not empty), ``number``, ``datablock``, ``timestamp``, ``xml``, ``rule``;
- ``object``: any data object; ``none``: nothing is expected, and what comes is of no interest;
- ``array`` and ``dictionary`` of anything, ``array of T`` and ``dictionary of T`` of one type;
- ``array (T, T[, T, T])``: elements in their order; those in brackets may be missing, from the end;
- ``T/T``: one of these types.

Servers say "nothing" in several ways: a bare success, ``#NULL#``, ``()``, ``{}`` and ``""`` each stand for the empty
value of the type, where it has one. A number is as good as its digits where a string is wanted, and a string as the
number, the datablock or the time stamp that it spells. Anything else is of another type, and that is an error: behind
the door nobody needs to ask what a reply may be.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Sequence

from ..connector import data
from ..connector.errors import BadReply, DataError

_REFUSED: Any = object()
_DIGITS = re.compile(r"-?[0-9]{1,300}")
_PIECE = re.compile(r" *([a-z]+|[(),/\[\]])")
_STEPS_SHOWN = 5


class OtherType(Exception):
    """A value of another type than ``expected``, in words like ``got``; ``where`` it stands in the reply."""

    def __init__(self, expected: str, value: Any) -> None:
        super().__init__(expected)
        self.expected = expected
        self.got = described(value)
        self.where = ""
        self._steps = 0

    def inside(self, step: str) -> OtherType:
        """The same error, seen from one level further out."""
        self._steps += 1
        if self._steps <= _STEPS_SHOWN:
            self.where = step + self.where
        return self


class ReplyType:
    """The base of all types. ``expected`` says in a few words what it is."""

    expected = ""
    any_string = False
    """Whether every string is of this type as it is."""

    def take(self, value: Any) -> Any:
        """``value`` as one of this type; OtherType if it is none."""
        taken = self.own(value)
        if taken is not _REFUSED:
            return taken
        if value is None or (isinstance(value, (str, list, dict)) and not value):
            return self.empty(value)
        raise OtherType(self.expected, value)

    def own(self, value: Any) -> Any:
        """``value`` with all its elements taken, or _REFUSED if it is of another type; OtherType for an element."""
        raise NotImplementedError

    def empty(self, nothing: Any) -> Any:
        """What stands for nothing; OtherType where nothing cannot be meant."""
        raise OtherType(self.expected, nothing)


class _Any(ReplyType):
    expected = "a data object"

    def own(self, value: Any) -> Any:
        return value


class _None(ReplyType):
    expected = "no data"

    def own(self, value: Any) -> Any:
        return None


class _Text(ReplyType):
    expected = "a string"
    any_string = True

    def own(self, value: Any) -> Any:
        if isinstance(value, str):
            return value
        if isinstance(value, (int, float)):
            return str(value)
        return value.text if isinstance(value, data.IPAddress) else _REFUSED

    def empty(self, nothing: Any) -> Any:
        return ""


class _Name(_Text):
    """A name that is empty would mean another object, or none."""

    expected = "a name"
    any_string = False

    def own(self, value: Any) -> Any:
        text = super().own(value)
        return _REFUSED if text == "" else text

    def empty(self, nothing: Any) -> Any:
        raise OtherType(self.expected, nothing)


class _Number(ReplyType):
    expected = "a number"

    def own(self, value: Any) -> Any:
        if isinstance(value, (int, float)):
            return value
        return int(value) if isinstance(value, str) and _DIGITS.fullmatch(value) else _REFUSED

    def empty(self, nothing: Any) -> Any:
        return 0


class _Spelled(ReplyType):
    """A type with a class of its own; ``spelling(text)`` is the notation of a data object for a string's text."""

    def __init__(self, python_type: type, expected: str, spelling: str) -> None:
        self.python_type = python_type
        self.expected = expected
        self._spelling = spelling

    def own(self, value: Any) -> Any:
        if isinstance(value, str) and value:
            try:
                value = data.parse(self._spelling % value)
            except DataError:
                return _REFUSED
        return value if isinstance(value, self.python_type) else _REFUSED


class _Block(_Spelled):
    def empty(self, nothing: Any) -> Any:
        return b""


class _Array(ReplyType):
    def __init__(self, of: ReplyType, expected: str) -> None:
        self.of = of
        self.expected = expected

    def own(self, value: Any) -> Any:
        if not isinstance(value, list):
            return _REFUSED
        if self.of is _ANY or (self.of.any_string and _are_strings(value)):
            return value
        return [_taken(self.of, one, number) for number, one in enumerate(value)]

    def empty(self, nothing: Any) -> Any:
        return []


class _Dictionary(ReplyType):
    def __init__(self, of: ReplyType, expected: str) -> None:
        self.of = of
        self.expected = expected

    def own(self, value: Any) -> Any:
        if not isinstance(value, dict):
            return _REFUSED
        if self.of is _ANY or (self.of.any_string and _are_strings(value.values())):
            return value
        return {key: _taken(self.of, one, None) for key, one in value.items()}

    def empty(self, nothing: Any) -> Any:
        return {}


class _Record(ReplyType):
    """An array whose elements have types of their own; ``needed`` is how many of them there must be."""

    def __init__(self, elements: Sequence[ReplyType], needed: int) -> None:
        self.elements = elements
        self.needed = needed
        self.expected = "an array (%s)" % ", ".join(element.expected for element in elements)

    def own(self, value: Any) -> Any:
        if not isinstance(value, list) or (not value and self.needed):
            return _REFUSED
        if len(value) < self.needed:
            raise OtherType(self.elements[len(value)].expected, None).inside("[%d]" % len(value))
        taken = [_taken(kind, one, number) for number, (kind, one) in enumerate(zip(self.elements, value))]
        return taken + value[len(taken) :]

    def empty(self, nothing: Any) -> Any:
        try:
            return [element.empty(nothing) for element in self.elements[: self.needed]]
        except OtherType:
            raise OtherType(self.expected, nothing) from None


class _Either(ReplyType):
    """The first of the types that takes a value; nothing is the first one's."""

    def __init__(self, types: Sequence[ReplyType]) -> None:
        self.types = types
        self.any_string = types[0].any_string
        self.expected = " or ".join(each.expected for each in types)

    def own(self, value: Any) -> Any:
        mistake: OtherType | None = None
        for each in self.types:
            try:
                taken = each.own(value)
            except OtherType as error:
                mistake = error
            else:
                if taken is not _REFUSED:
                    return taken
        if mistake is not None:
            raise mistake
        return _REFUSED

    def empty(self, nothing: Any) -> Any:
        return self.types[0].empty(nothing)


def _are_strings(values: Any) -> bool:
    """Whether all values are strings: quickly, for listings of many thousand."""
    return set(map(type, values)) <= {str}


def _taken(of: ReplyType, value: Any, number: int | None) -> Any:
    """An element taken: that of an array has a number; the keys of a dictionary are data, and not shown."""
    try:
        return of.take(value)
    except OtherType as error:
        raise error.inside("{}" if number is None else "[%d]" % number) from None


# --- the notation

_ANY = _Any()
_TEXT, _NAME = _Text(), _Name()
_CLAUSES = _Array(_Either((_Array(_ANY, "an array"), _TEXT)), "an array")
_TYPES: dict[str, ReplyType] = {
    "object": _ANY,
    "none": _None(),
    "string": _TEXT,
    "name": _NAME,
    "number": _Number(),
    "datablock": _Block(bytes, "a datablock", "%s"),
    "timestamp": _Spelled(data.Timestamp, "a time stamp", "#%s"),
    "xml": _Spelled(data.XML, "an XML object", "%s"),
    # protocol.md section 6.6
    "rule": _Record((_TEXT, _NAME, _CLAUSES, _CLAUSES, _TEXT), 2),
}


@lru_cache(maxsize=None)
def reply_type(result: str) -> ReplyType:
    """The type that the text of a ``result`` names. A text that breaks the notation is a ValueError."""
    reader = _NotationReader(result.partition(":")[0])
    read = reader.alternatives()
    if reader.pieces:
        raise ValueError("not the type of a reply: %s" % result)
    return read


class _NotationReader:
    """Takes the pieces of a type's text from the front."""

    def __init__(self, text: str) -> None:
        self.pieces = _PIECE.findall(text)
        if "".join(self.pieces) != text.replace(" ", ""):
            raise ValueError("not the type of a reply: %s" % text)

    def alternatives(self) -> ReplyType:
        types = [self.one()]
        while self.passed("/"):
            types.append(self.one())
        return types[0] if len(types) == 1 else _Either(types)

    def one(self) -> ReplyType:
        word = self.pieces.pop(0) if self.pieces else ""
        if word == "array" and self.passed("("):
            return self.record()
        if word in ("array", "dictionary"):
            of = self.alternatives() if self.passed("of") else _ANY
            return _Array(of, "an array") if word == "array" else _Dictionary(of, "a dictionary")
        if word not in _TYPES:
            raise ValueError("there is no type %r of replies" % word)
        return _TYPES[word]

    def record(self) -> ReplyType:
        elements, needed = [self.alternatives()], 0
        while not self.passed(")"):
            if self.passed("["):
                needed = len(elements)
            if not self.passed(","):
                raise ValueError("a comma or a closing parenthesis is missing in the type of a reply")
            elements.append(self.alternatives())
            self.passed("]")
        return _Record(elements, needed or len(elements))

    def passed(self, piece: str) -> bool:
        """Whether this piece comes next; then it is taken."""
        comes = self.pieces[:1] == [piece]
        if comes:
            del self.pieces[0]
        return comes


# --- what a reply is

_WORDS: Sequence[tuple[Any, str]] = (
    (str, "a string"),
    ((int, float), "a number"),
    (bytes, "a datablock"),
    (list, "an array"),
    (dict, "a dictionary"),
    (data.Timestamp, "a time stamp"),
    (data.IPAddress, "an IP address"),
    (data.XML, "an XML object"),
)


def described(value: Any) -> str:
    """What sort of data object a value is, in words; nothing of the value itself."""
    if value is None:
        return "nothing"
    if isinstance(value, (str, list, dict)) and not value:
        return {"str": "an empty string", "list": "an empty array"}.get(type(value).__name__, "an empty dictionary")
    return next((words for kinds, words in _WORDS if isinstance(value, kinds)), "an object of an unknown type")


def received(result: str, verb: str, value: Any) -> Any:
    """``value``, with which a command was answered, as its ``result`` says; a BadReply (not raised) if it cannot be."""
    try:
        return reply_type(result).take(value)
    except OtherType as error:
        where = " (at %s)" % error.where if error.where else ""
        text = "data of another type: %s is expected, not %s%s" % (error.expected, error.got, where)
        return BadReply(200 if value is None else 201, text, verb)
