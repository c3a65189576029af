# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One HTTP connection, and the exchange that is under way on it."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..errors import ConnectionLost, OutOfStep, SurplusReply
from ..stream import Stream
from .response import Response, ResponseReader

_PIECE = 65536  # bytes offered to, or taken from, the socket at a time
_FAREWELL = re.compile(rb"HTTP/1\.[01] [45]\d\d")


class Exchange:
    """A request and what becomes of it. ``reads``: it changes nothing.

    ``understand`` makes of the response, as soon as it has come, what delivers it in its turn, or raises
    ConnectionLost. ``deliver`` is that, None as long as there is no response; ``begun``: a byte has been sent.
    """

    __slots__ = ("request", "reads", "understand", "deliver", "begun")

    def __init__(self, request: bytes, reads: bool, understand: Callable[[Response], Callable[[], None]]) -> None:
        self.request = request
        self.reads = reads
        self.understand = understand
        self.deliver: Callable[[], None] | None = None
        self.begun = False


class NothingSent(Exception):
    """The connection is of no use any more, and no byte of the exchange has gone over it."""


class Lane:
    """A connection that serves one exchange at a time. ``exchange`` is that under way, None if there is none."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self.exchange: Exchange | None = None
        self.keeps = True  # whether it may be used again
        self._reader = ResponseReader(0)
        self._unsent = bytearray()
        self.events = stream.events(sending=False)

    @property
    def unsent(self) -> int:
        """The number of bytes that wait to be sent."""
        return len(self._unsent)

    def is_usable(self) -> bool:
        """Whether, nothing being under way, it can be used again. SurplusReply if something came unasked.

        A server that takes leave, of whoever has been silent for long, may say so with an error before it hangs up.
        """
        if not self.keeps:
            return False
        try:
            piece = self.stream.receive(_PIECE)
        except OSError:
            return False
        if piece and _FAREWELL.match(piece) is None:
            raise SurplusReply(
                "the server sent something behind a response that was complete",
                "What was read before may have been cut short: look at the server, and run it again",
            )
        return piece is None

    def begin(self, exchange: Exchange, limit: int) -> None:
        """Serve an exchange, whose response may have up to ``limit`` bytes."""
        self.exchange = exchange
        self._reader = ResponseReader(limit)
        self._unsent += exchange.request

    def send(self) -> int:
        """Send what can be sent without waiting; the number of bytes. NothingSent."""
        total = 0
        while self._unsent and self.exchange is not None:
            try:
                sent = self.stream.send(bytes(self._unsent[:_PIECE]))
            except OSError:
                if not self.exchange.begun:
                    raise NothingSent from None
                # An answer may have come before the connection broke: the end is told behind it, by receive.
                self._unsent.clear()
                self.keeps = False
                break
            if not sent:
                break
            self.exchange.begun = True
            del self._unsent[:sent]
            total += sent
        return total

    def receive(self) -> int:
        """Take in what has come; the number of bytes. ConnectionLost; NothingSent."""
        exchange = self.exchange
        try:
            piece = self.stream.receive(_PIECE)
        except OSError as error:
            if exchange is not None and not exchange.begun:
                raise NothingSent from None
            raise ConnectionLost(error.strerror or type(error).__name__) from error
        if piece is None or exchange is None:
            return 0
        if not piece and not exchange.begun:
            raise NothingSent
        self._reader.feed(piece)
        response = self._reader.response()
        if response is not None:
            if self._reader.has_more():
                raise OutOfStep("the server sent more than the length of its response says")
            exchange.deliver = exchange.understand(response)
            self.exchange = None
            self.keeps = self.keeps and response.keeps and not self._unsent
        return len(piece)
