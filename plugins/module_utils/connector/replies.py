# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Replies off a byte stream, however it is cut into pieces (protocol.md sections 1.3 to 1.5).

A reply is a status line: three digits, white space, text. A data object comes in one of three forms:

- ``201 <object>``: on the status line, once the server has accepted INLINE;
- ``200 <object>``: the same, told from a mere text by its first character;
- ``200 data follow``, then the object, which may have many lines, then a line end.

A status line ends with CR LF or LF. An object on a line that ends with CR LF ends there, so that the stream stays in
step even if the object is malformed. In all other cases the object's end is found by its brackets and quotes.
"""

from __future__ import annotations

from typing import NamedTuple

from .errors import OutOfStep, ReplyTooLong
from .framer import Framer
from .text import decode

_OBJECT_STARTS = b'({[<#"'
_AFTER_CODE = b" \t\r\n"
_TEXT_AT = 4  # the offset of the text in a status line
_CR = 13


class Reply(NamedTuple):
    """``data`` is the text of the data object, None when there is none; ``text`` is empty when there is one."""

    code: int
    text: str
    data: str | None = None

    def text_without(self, sent: str) -> str:
        """The text fit to be shown, without what it repeats of ``sent``."""
        # Imported here: a module on a target compiles in each run what it imports, and few runs are refused anything.
        from .echo import without_echo

        return without_echo(self.text, sent)


class _ObjectUnderWay:
    """A data object that a framer follows through the buffer. ``end`` is the offset behind it, -1 if not yet known."""

    def __init__(self, code: int, start: int) -> None:
        self.code = code
        self.start = start
        self.end = -1
        self._seen = start
        self._framer = Framer()

    def look_at(self, buffer: bytearray) -> bool:
        """Look at the bytes that are new in the buffer; whether the end is known."""
        self.end = self._framer.feed(buffer, self._seen)
        self._seen = len(buffer)
        return self.end >= 0


def _no_status_line() -> OutOfStep:
    return OutOfStep("the server sent a line that does not begin with a reply code")


class ReplyReader:
    """Takes in bytes and gives out replies. The work is linear in the bytes, whatever the pieces.

    ``limit`` is the most bytes a reply may have. ``OutOfStep`` and ``ReplyTooLong`` are raised by ``line`` and
    ``reply``; neither shows anything of the bytes, and the reader is of no use after them.
    """

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self._buffer = bytearray()
        self._searched = 0  # there is no line end before this offset
        self._object: _ObjectUnderWay | None = None

    def feed(self, piece: bytes) -> None:
        """Take in the next bytes of the stream."""
        self._buffer += piece

    def is_empty(self) -> bool:
        """Whether every byte taken in has been given out."""
        return not self._buffer

    def line(self, codeless: bool = False) -> Reply | None:
        """The next status line as mere text, as in the login dialogue; None when more bytes are needed.

        ``codeless``: a line may begin with ``+`` instead, as where other protocols go on with a login; that is a 300.
        """
        if codeless and self._buffer[:1] == b"+":
            end = self._buffer.find(b"\n")
            self._check_size(len(self._buffer) if end < 0 else end)
            if end < 0:
                return None
            reply = Reply(300, self._text(1, end).strip())
            self._drop(end)
            return reply
        end = self._line_end()
        return None if end < 0 else self._status(self._code(end), end)

    def reply(self) -> Reply | None:
        """The next reply to a command; None when more bytes are needed."""
        if self._object is not None:
            return self._framed(self._object)
        end = self._line_end()
        if end < 0:
            return None
        code = self._code(end)
        if code == 201 or (code == 200 and end > _TEXT_AT and self._buffer[_TEXT_AT] in _OBJECT_STARTS):
            return self._inline(code, end)
        if code == 200 and self._buffer[_TEXT_AT:end].strip().lower() == b"data follow":
            return self._framed(_ObjectUnderWay(code, end + 1))
        return self._status(code, end)

    def _status(self, code: int, end: int) -> Reply:
        reply = Reply(code, self._text(_TEXT_AT, end))
        self._drop(end)
        return reply

    def _inline(self, code: int, end: int) -> Reply | None:
        if end > _TEXT_AT and self._buffer[end - 1] != _CR:
            return self._framed(_ObjectUnderWay(code, _TEXT_AT))
        reply = Reply(code, "", self._text(_TEXT_AT, end))
        self._drop(end)
        return reply

    def _framed(self, item: _ObjectUnderWay) -> Reply | None:
        self._object = item
        if item.end < 0 and not item.look_at(self._buffer):
            self._check_size(len(self._buffer))
            return None
        self._searched = max(self._searched, item.end)
        end = self._line_end()
        if end < 0:
            return None
        if self._buffer[item.end : end].strip():
            raise OutOfStep("the server sent something behind the data object of a reply")
        reply = Reply(item.code, "", self._text(item.start, item.end))
        self._object = None
        self._drop(end)
        return reply

    def _line_end(self) -> int:
        """The offset of the next line feed, or -1. Also refuses what can never become a reply."""
        if len(self._buffer) >= 3 and not self._buffer[:3].isdigit():
            raise _no_status_line()
        end = self._buffer.find(b"\n", self._searched)
        self._searched = len(self._buffer) if end < 0 else end
        self._check_size(self._searched)
        return end

    def _code(self, end: int) -> int:
        if end < 3 or self._buffer[3] not in _AFTER_CODE:
            raise _no_status_line()
        return int(self._buffer[:3])

    def _text(self, start: int, end: int) -> str:
        return decode(self._buffer[start:end]).rstrip("\r")

    def _drop(self, end: int) -> None:
        del self._buffer[: end + 1]
        self._searched = 0

    def _check_size(self, size: int) -> None:
        if size > self.limit:
            raise ReplyTooLong(
                "a reply is longer than %d bytes" % self.limit, "Ask for less at a time, or raise the option max_reply"
            )
