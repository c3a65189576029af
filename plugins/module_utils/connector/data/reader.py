# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""From text to data objects: ``parse`` and ``scan`` (protocol.md section 3.1; import them from ``data``).

Reading is one loop over an explicit stack of the arrays and dictionaries that are open, so that no text can exhaust
Python's stack. ``Reader`` understands everything, one element at a time; in between it lets the short cuts read on.
"""

from __future__ import annotations

import gc
import re
from typing import Any, AnyStr, Callable, TypeVar

from ..errors import DataError
from .short_cuts import Same, elements, members
from .spans import NESTING, Malformed, deeper, quoted_end, unknown_end, xml_end
from .tokens import LETTERS, PLAIN, SPACES, WORD, after_number_sign, datablock, unescaped
from .types import XML, BadValue, IPAddress, Unknown, Value

_EXCERPT = 24  # characters
_LARGE = 262144  # characters
_Result = TypeVar("_Result")

_SPACE = re.compile(SPACES)
_ANY_WORD = re.compile(LETTERS)
_SIMPLE_STRING = re.compile(r'%s(?:(%s)|"(%s)")' % (SPACES, WORD, PLAIN))
_IP_ADDRESS = re.compile(r"#I(\[[^\]]*\](?::[0-9]{1,5})?)")


def parse(text: str, excerpt: bool = True) -> Value:
    """The value of a text that is one data object, with white space and comments around it if need be.

    Adjacent quoted strings, and adjacent datablocks, are one. Raises DataError for any other text; its message quotes
    the place of the mistake unless ``excerpt`` is False, as it should be where the text may hold secrets.
    """
    reader = Reader(text, 0)
    try:
        value = reader.value() if reader.same is None else _uncollected(reader.value)
        if reader.peek():
            raise Malformed("more text after the data object", reader.position)
    except Malformed as problem:
        raise _data_error(problem, text, excerpt) from None
    return value


def _uncollected(read: Callable[[], Value]) -> Value:
    """While a large text is read nothing becomes garbage: looking for it again and again takes most of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        return read()
    finally:
        if collecting:
            gc.enable()


def scan(text: str, position: int = 0, excerpt: bool = True) -> tuple[Value, int]:
    """The value of the data object that starts at ``position``, or after white space there, and the offset behind it.

    A string or datablock ends at its own end even if another one follows, as in a command line; inside arrays and
    dictionaries neighbours are joined as ``parse`` does. Raises DataError as ``parse`` does.
    """
    match = _SIMPLE_STRING.match(text, position)
    if match:
        return match[match.lastindex or 0], match.end()
    reader = Reader(text, position)
    try:
        value = reader.value(join=False)
    except Malformed as problem:
        raise _data_error(problem, text, excerpt) from None
    return value, reader.position


def _data_error(problem: Malformed, text: str, excerpt: bool) -> DataError:
    quoted = text[problem.position : problem.position + _EXCERPT] if excerpt else ""
    return DataError(problem.reason, problem.position, repr(quoted) if quoted else "")


class Reader:
    """Reads one element at a time; ``position`` is the offset of what comes next. Every method may raise Malformed."""

    __slots__ = ("position", "same", "text")

    def __init__(self, text: str, position: int) -> None:
        self.text = text
        self.same: Same = {} if len(text) > _LARGE else None
        self.position = position

    def peek(self) -> str:
        """The next character after white space and comments, or an empty string at the end of the text."""
        text = self.text
        while True:
            position = self.position = _SPACE.match(text, self.position).end()  # type: ignore[union-attr]
            if not text.startswith("/", position):
                return text[position : position + 1]
            if text.startswith("//", position):
                end = text.find("\n", position)
                self.position = len(text) if end < 0 else end
            elif text.startswith("/*", position):
                end = text.find("*/", position + 2)
                if end < 0:
                    raise Malformed("a comment does not end", position)
                self.position = end + 2
            else:
                return "/"

    def value(self, join: bool = True) -> Value:
        """The next value; with its neighbours, if these are strings or datablocks and ``join`` is set."""
        mark = self.peek()
        if mark in _CONTAINERS:
            return self._container(mark)
        return self._simple(mark, join)

    def _container(self, bracket: str) -> Value:
        root = self._opened(bracket)
        stack = [root]
        complete = False  # whether a value has been read whose separator has not
        while stack:
            if not complete and len(stack) < NESTING:
                short_cut = members if isinstance(stack[-1], dict) else elements
                self.position = short_cut(self.text, self.position, stack, self.same)
            complete = self._step(stack, complete)
        return root

    def _step(self, stack: list[Any], complete: bool) -> bool:
        """Read one closing bracket, separator, or element of the innermost container; the new ``complete``."""
        container = stack[-1]
        separator, closing = _MARKS[type(container)]
        mark = self.peek()
        if mark == closing:
            self.position += 1
            stack.pop()
            return True
        if complete:
            if mark != separator:
                raise self._unexpected(mark, "%s or %s" % (separator, closing))
            self.position += 1
            return False
        if isinstance(container, dict):
            key = self.key(mark)
            mark = self.peek()
        else:
            key = None
        if mark in _CONTAINERS:
            deeper(len(stack), self.position)
            value = self._opened(mark)
            stack.append(value)
        else:
            value = self._simple(mark, join=True)
        if key is None:
            container.append(value)
        else:
            container[key] = value
        return stack[-1] is container

    def _opened(self, bracket: str) -> Any:
        self.position += 1
        return _CONTAINERS[bracket]()

    def key(self, mark: str) -> str:
        """The key that begins with ``mark``, and the equals sign behind it."""
        if mark == '"':
            key = self._joined(self._quoted, mark, "")
        else:
            key = self._word()
            if not key:
                raise self._unexpected(mark, "a key")
        mark = self.peek()
        if mark != "=":
            raise self._unexpected(mark, "= after a key")
        self.position += 1
        return key

    def _simple(self, mark: str, join: bool) -> Value:
        if mark == '"':
            return self._joined(self._quoted, mark, "") if join else self._quoted()
        if mark == "[":
            return self._joined(self._datablock, mark, b"") if join else self._datablock()
        if mark == "#":
            return self._number_sign()
        if mark == "<":
            return XML.checked(self._taken(xml_end(self.text, self.position)))
        word = self._word()
        if not word:
            raise self._unexpected(mark, "a value")
        return word

    def _joined(self, read: Callable[[], AnyStr], mark: str, joint: AnyStr) -> AnyStr:
        pieces = [read()]
        while self.peek() == mark:
            pieces.append(read())
        return joint.join(pieces)

    def _taken(self, end: int) -> str:
        """The text from here to ``end``, behind which reading goes on."""
        start, self.position = self.position, end
        return self.text[start:end]

    def _word(self) -> str:
        return self._taken(_ANY_WORD.match(self.text, self.position).end())  # type: ignore[union-attr]

    def _quoted(self) -> str:
        return self._converted(unescaped, quoted_end(self.text, self.position))

    def _datablock(self) -> bytes:
        end = self.text.find("]", self.position) + 1
        if not end:
            raise Malformed("a datablock does not end", self.position)
        return self._converted(datablock, end)

    def _converted(self, convert: Callable[[str], _Result], end: int) -> _Result:
        """What ``convert`` makes of the text from here to ``end``."""
        start = self.position
        try:
            return convert(self._taken(end))
        except Malformed as problem:
            raise Malformed(problem.reason, start + problem.position) from None

    def _number_sign(self) -> Value:
        start = self.position
        if self.text.startswith("#(", start):
            return Unknown.checked(self._taken(unknown_end(self.text, start)))
        if self.text.startswith("#I[", start):
            return self._ip_address()
        word_end = _ANY_WORD.match(self.text, start).end()  # type: ignore[union-attr]
        return self._converted(after_number_sign, word_end)

    def _ip_address(self) -> IPAddress:
        match = _IP_ADDRESS.match(self.text, self.position)
        try:
            if match:
                self.position = match.end()
                return IPAddress(match[1])
        except BadValue:
            pass
        raise Malformed("not an IP address", match.start() if match else self.position)

    def _unexpected(self, mark: str, expected: str) -> Malformed:
        found = "" if mark else ", but the text ends"
        return Malformed("expected %s%s" % (expected, found), self.position)


_CONTAINERS: dict[str, Callable[[], Any]] = {"(": list, "{": dict}
_MARKS: dict[type, tuple[str, str]] = {list: (",", ")"), dict: (";", "}")}
