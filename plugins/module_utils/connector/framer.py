# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where a data object ends on a byte stream, before all of it has arrived (protocol.md section 1.4).

Only brackets, quotation marks, comments and XML tags are looked at. Whether the object is well-formed is for
``data.parse`` to say; on well-formed objects the two agree.
"""

from __future__ import annotations

import re
from typing import Callable

_BLANK = re.compile(rb"[ \t\r\n]*")
# A quoted string or datablock that is in the piece as a whole, and has no escapes, is skipped in one go.
_IN_BRACKETS = re.compile(rb'([({])|([)}])|"[^"\\]*"|\[[^\]]*\]|(["\[</])')
_IN_SCALAR = re.compile(rb'["\[(]|\r?\n')
_IN_UNKNOWN = re.compile(rb'[()"]')
_IN_QUOTES = re.compile(rb'"|\\.?', re.DOTALL)
_IN_TAG = re.compile(rb"[>\"']")

_Mode = Callable[["Framer", bytes, int], int]


class Framer:
    """Finds the end of one data object, given the stream piece by piece. The work is linear in the bytes.

    An object ends with its closing bracket or tag. A string, a number, a datablock and the like end where their line
    ends, outside of quotation marks and square brackets; so strings that stand side by side are one object.
    """

    # Each mode is a method that takes a piece and an offset in it, and returns the offset up to which it understands
    # the piece. It sets the mode for what follows there.

    def __init__(self) -> None:
        self._mode: _Mode = Framer._before
        self._outer: _Mode = Framer._before  # the mode after a quoted string, a comment or what is being skipped
        self._depth = 0  # of brackets, without those of an unknown object
        self._unknown_depth = 0
        self._element_depth = 0
        self._tag_step = 0  # what the tag at hand adds to the depth of elements
        self._terminator = b""  # of what is being skipped
        self._tail = b""  # the end of the skipped bytes, in which a terminator may have begun
        self._last = b""  # the last byte of the pieces before
        self._done = False

    def feed(self, data: bytes | bytearray, start: int = 0) -> int:
        """Take in the next piece of the stream: ``data`` from offset ``start`` on.

        Returns the offset in ``data`` behind the object, or -1 if more is needed. What follows is the rest of the
        line, which is a line end. (If the CR of that line end was in the piece before, the offset is that of its LF.)
        A framer that has found its object is of no further use.
        """
        piece = bytes(data[start:])
        position = 0
        while position < len(piece):
            position = self._mode(self, piece, position)
            if self._done:
                return start + position
        self._last = piece[-1:] or self._last
        return -1

    def _before(self, piece: bytes, position: int) -> int:
        position = _BLANK.match(piece, position).end()  # type: ignore[union-attr]
        first = piece[position : position + 1]
        if first in (b"(", b"{"):
            self._depth = 1
            self._mode = Framer._brackets
        elif first in (b"<", b"/"):
            return self._begin(first, Framer._before, position + 1)
        elif first:
            self._mode = Framer._scalar
            return position
        return position + len(first)

    def _brackets(self, piece: bytes, position: int) -> int:
        for match in _IN_BRACKETS.finditer(piece, position):
            kind = match.lastindex
            if kind == 1:
                if self._is_unknown(piece, match.start()):
                    return self._begin_unknown(match.end())
                self._depth += 1
            elif kind == 2:
                self._depth -= 1
                if not self._depth:
                    self._done = True
                    return match.end()
            elif kind == 3:
                return self._begin(match[3], Framer._brackets, match.end())
        return len(piece)

    def _scalar(self, piece: bytes, position: int) -> int:
        for match in _IN_SCALAR.finditer(piece, position):
            stop = match.group()
            if stop.endswith(b"\n"):
                self._done = True
                return match.start()
            if stop != b"(":
                return self._begin(stop, Framer._scalar, match.end())
            if self._is_unknown(piece, match.start()):
                return self._begin_unknown(match.end())
        return len(piece)

    def _begin_unknown(self, position: int) -> int:
        self._unknown_depth = 1
        self._mode = Framer._unknown
        return position

    def _unknown(self, piece: bytes, position: int) -> int:
        for match in _IN_UNKNOWN.finditer(piece, position):
            stop = match.group()
            if stop == b'"':
                return self._begin(stop, Framer._unknown, match.end())
            self._unknown_depth += 1 if stop == b"(" else -1
            if not self._unknown_depth:
                return self._end(match.end())
        return len(piece)

    def _is_unknown(self, piece: bytes, bracket: int) -> bool:
        before = piece[bracket - 1 : bracket] if bracket else self._last
        return before == b"#" and piece.startswith(b"(", bracket)

    def _begin(self, mark: bytes, outer: _Mode, position: int) -> int:
        """Begin what ``mark`` opens; ``outer`` is the mode so far. Returns ``position``, which is behind the mark."""
        self._outer = outer
        self._mode = _MODES[mark]
        return position

    def _end(self, position: int) -> int:
        """End an unknown object or an XML element, which is all there is or stands in brackets."""
        self._mode = Framer._brackets
        self._done = not self._depth
        return position

    def _quoted(self, piece: bytes, position: int) -> int:
        for match in _IN_QUOTES.finditer(piece, position):
            if match.group() == b'"':
                self._mode = self._outer
                return match.end()
            if match.group() == b"\\":  # the piece ends here
                self._mode = Framer._escaped
        return len(piece)

    def _escaped(self, piece: bytes, position: int) -> int:
        self._mode = Framer._quoted
        return position + 1

    def _datablock(self, piece: bytes, position: int) -> int:
        return self._skip(b"]", self._outer, position)

    def _slash(self, piece: bytes, position: int) -> int:
        if piece.startswith(b"/", position):
            return self._skip(b"\n", self._outer, position + 1)
        if piece.startswith(b"*", position):
            return self._skip(b"*/", self._outer, position + 1)
        self._mode = self._outer
        return position

    def _less_than(self, piece: bytes, position: int) -> int:
        if piece.startswith(b"!", position):
            self._mode = Framer._declaration
            return position + 1
        if piece.startswith(b"?", position):
            return self._skip(b"?>", Framer._content, position + 1)
        self._tag_step = -1 if piece.startswith(b"/", position) else 1
        self._mode = Framer._tag
        return position

    def _declaration(self, piece: bytes, position: int) -> int:
        if piece.startswith(b"[", position):
            return self._skip(b"]]>", Framer._content, position + 1)
        if piece.startswith(b"-", position):
            self._mode = Framer._dash
            return position + 1
        self._tag_step = 0
        self._mode = Framer._tag
        return position

    def _dash(self, piece: bytes, position: int) -> int:
        if piece.startswith(b"-", position):
            return self._skip(b"-->", Framer._content, position + 1)
        self._tag_step = 0
        self._mode = Framer._tag
        return position

    def _tag(self, piece: bytes, position: int) -> int:
        for match in _IN_TAG.finditer(piece, position):
            stop = match.group()
            if stop != b">":
                return self._skip(stop, Framer._tag, match.end())
            before = piece[match.start() - 1 : match.start()] if match.start() else self._last
            if self._tag_step < 0 or before != b"/":
                self._element_depth += self._tag_step
            if self._tag_step and not self._element_depth:
                return self._end(match.end())
            self._mode = Framer._content
            return match.end()
        return len(piece)

    def _content(self, piece: bytes, position: int) -> int:
        start = piece.find(b"<", position)
        if start < 0:
            return len(piece)
        self._mode = Framer._less_than
        return start + 1

    def _skip(self, terminator: bytes, outer: _Mode, position: int) -> int:
        """Skip everything up to ``terminator``, then go on in the mode ``outer``; returns ``position``."""
        self._terminator = terminator
        self._tail = b""
        self._outer = outer
        self._mode = Framer._skipped
        return position

    def _skipped(self, piece: bytes, position: int) -> int:
        overlap = len(self._terminator) - 1
        joint = self._tail + piece[position : position + overlap]
        if self._terminator in joint:
            self._mode = self._outer
            return position - len(self._tail) + joint.find(self._terminator) + overlap + 1
        found = piece.find(self._terminator, position)
        if found >= 0:
            self._mode = self._outer
            return found + overlap + 1
        if overlap:
            self._tail = (self._tail + piece[max(position, len(piece) - overlap) :])[-overlap:]
        return len(piece)


_MODES: dict[bytes, _Mode] = {
    b'"': Framer._quoted,
    b"[": Framer._datablock,
    b"<": Framer._less_than,
    b"/": Framer._slash,
}
