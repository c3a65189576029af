# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Responses off a byte stream, however it is cut into pieces (RFC 9112).

A body ends where its length says, with its last chunk, or with the connection. What contradicts itself is no response:
where it ends would be a matter of opinion, and what stands behind it would be taken for the next one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from ..errors import ConnectionLost, OutOfStep, ReplyTooLong

_LONGEST_HEAD = 65536  # bytes: status line, header and trailer fields, also of what comes before the final response
_LONGEST_CHUNK_LINE = 1024
_STATUS_LINE = re.compile(r"HTTP/1\.([01]) +(\d{3})(?: +(.*))?$")
_FIELD = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):(.*)$")
_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,12})[ \t]*(?:;|$)")
_BEGINNING = b"HTTP/1."
_WITHOUT_BODY = (204, 304)
_OTHER_PROTOCOL = 101


class Response(NamedTuple):
    """``fields`` have names in small letters. ``ended`` says what showed where the body ends: itself or the connection.

    ``keeps``: whether the connection may be used again.
    """

    status: int
    reason: str
    fields: Mapping[str, str]
    body: bytes
    keeps: bool
    ended: bool


class ResponseReader:
    """Takes in bytes and gives out one response. ``limit`` is the most bytes its body may have.

    OutOfStep and ReplyTooLong are raised by ``response``; neither shows anything of the bytes.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._buffer = bytearray()
        self._searched = 0  # there is no line end before this offset
        self._closed = False
        self._head_size = 0
        self._status: tuple[int, int, str] | None = None  # version's second number, status, reason
        self._fields: dict[str, str] = {}
        self._in_body = False
        self._length: int | None = None  # of the body, or of what is missing of a chunk; None: not known
        self._chunked = False
        self._trailer = False
        self._chunks = bytearray()

    def feed(self, piece: bytes) -> None:
        """Take in the next bytes of the stream; none mean its end."""
        self._buffer += piece
        self._closed = self._closed or not piece

    def has_more(self) -> bool:
        """Whether anything stands behind the response that has been given out."""
        return bool(self._buffer)

    def status_of_head(self) -> int | None:
        """The status, for who wants no body; None when more bytes are needed."""
        self._take_heads()
        return self._status[1] if self._in_body and self._status is not None else None

    def response(self) -> Response | None:
        """The response, once; None when more bytes are needed. ConnectionLost if no more can come."""
        made = self._next()
        if made is None and self._closed:
            raise ConnectionLost("the connection ended before the response was complete")
        return made

    def _next(self) -> Response | None:
        if not self._take_heads():
            return None
        if self._chunked:
            return self._from_chunks()
        if self._length is None:
            return self._until_end()
        if len(self._buffer) < self._length:
            return None
        return self._made(self._length, ended=True)

    # --- the head

    def _take_heads(self) -> bool:
        """Take in what has come of the head; whether that is all of it."""
        while not self._in_body:
            line = self._line(_LONGEST_HEAD)
            if line is None:
                if self._status is None and not _may_begin(self._buffer):
                    raise _no_http()
                return False
            self._take_line(line)
        return True

    def _line(self, longest: int) -> bytes | None:
        """The next line without its end."""
        end = self._buffer.find(b"\n", self._searched)
        self._searched = len(self._buffer) if end < 0 else 0
        if self._head_size + max(end, self._searched) > longest:
            raise OutOfStep("the head of the server's response is too long")
        if end < 0:
            return None
        line = bytes(self._buffer[:end]).rstrip(b"\r")
        del self._buffer[: end + 1]
        return line

    def _take_line(self, line: bytes) -> None:
        text = line.decode("iso-8859-1")
        self._head_size += len(line) + 2
        if self._status is None:
            found = _STATUS_LINE.match(text)
            if found is None:
                raise _no_http()
            self._status = int(found.group(1)), int(found.group(2)), (found.group(3) or "").strip()
        elif text:
            name, value = _field(text)
            self._fields[name] = "%s,%s" % (self._fields[name], value) if name in self._fields else value
        elif self._status[1] == _OTHER_PROTOCOL:
            raise OutOfStep("the server goes over to another protocol")
        elif 100 <= self._status[1] < 200:
            self._status, self._fields = None, {}  # the real one is still to come
        else:
            self._begin_body(self._status[1])

    def _begin_body(self, status: int) -> None:
        self._in_body = True
        coding = self._fields.get("transfer-encoding", "").strip().lower()
        length = self._fields.get("content-length")
        if status in _WITHOUT_BODY:
            self._length = 0
        elif coding:
            if coding != "chunked" or length is not None:
                raise OutOfStep("the server sent a response whose end cannot be told")
            self._chunked = True
        elif length is not None:
            self._length = _only_length(length)
            self._check_size(self._length)

    # --- the body

    def _from_chunks(self) -> Response | None:
        while self._length is None or self._took_chunk(self._length):
            line = self._line(_LONGEST_HEAD)
            if line is None:
                return None
            if not self._trailer:
                self._begin_chunk(line)
            elif line:
                self._head_size += len(line) + 2
            else:
                return self._made(0, ended=True)
        return None

    def _begin_chunk(self, line: bytes) -> None:
        found = _CHUNK_SIZE.match(line)
        if found is None or len(line) > _LONGEST_CHUNK_LINE:
            raise OutOfStep("the server sent a chunk without a length")
        size = int(found.group(1), 16)
        self._check_size(len(self._chunks) + size)
        self._trailer = size == 0
        self._length = size or None

    def _took_chunk(self, size: int) -> bool:
        """Whether a chunk of this size and its line end have come."""
        end = bytes(self._buffer[size : size + 2])
        if end in (b"", b"\r"):
            return False
        if end[:1] != b"\n" and end != b"\r\n":
            raise OutOfStep("the server sent a chunk that is longer than it says")
        self._chunks += self._buffer[:size]
        del self._buffer[: size + (2 if end == b"\r\n" else 1)]
        self._length = None
        return True

    def _until_end(self) -> Response | None:
        self._check_size(len(self._buffer))
        return self._made(len(self._buffer), ended=False) if self._closed else None

    def _made(self, length: int, *, ended: bool) -> Response:
        version, status, reason = self._status or (0, 0, "")
        body = bytes(self._chunks) or bytes(self._buffer[:length])
        del self._buffer[:length]
        options = {word.strip().lower() for word in self._fields.get("connection", "").split(",")}
        keeps = ended and ("keep-alive" in options if version == 0 else "close" not in options)
        return Response(status, reason, self._fields, body, keeps, ended)

    def _check_size(self, size: int) -> None:
        if size > self._limit:
            raise ReplyTooLong(
                "a reply is longer than %d bytes" % self._limit, "Ask for less at a time, or raise the option max_reply"
            )


def _may_begin(buffer: bytearray) -> bool:
    return bytes(buffer[: len(_BEGINNING)]) == _BEGINNING[: len(buffer)]


def _no_http() -> OutOfStep:
    return OutOfStep("the server sent something that is no HTTP response")


def _field(line: str) -> tuple[str, str]:
    found = _FIELD.match(line)
    if found is None:
        raise OutOfStep("the server sent a header that is none")
    return found.group(1).lower(), found.group(2).strip()


def _only_length(text: str) -> int:
    lengths = {part.strip() for part in text.split(",")}
    length = lengths.pop()
    if lengths or not (length.isdigit() and length.isascii()) or len(length) > 15:
        raise OutOfStep("the server sent a response whose length is none")
    return int(length)
