# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One connection to a PWD server: bytes out, replies in, each reply to whoever asked for it."""

from __future__ import annotations

import contextlib
import math
import selectors
import time
from collections import deque
from collections.abc import Callable

from .closing import Closing
from .errors import ConnectionFailed, ConnectionLost, OutOfStep, ReplyTimeout, SurplusReply
from .limits import TimeLimits
from .replies import Reply, ReplyReader
from .statistics import Statistics
from .stream import Stream

_PIECE = 65536  # bytes offered to, or taken from, the socket at a time
_LONGEST_LOGIN_LINE = 65536  # bytes; before the login nobody may make us store more
_FAREWELL = 1.0  # seconds to wait for the reply to QUIT, and for the end behind a line that may be a farewell
_FAREWELL_CODES = range(400, 500)


class Connection(Closing):
    """The owner of a stream and of the order of its replies.

    Nothing is ever written without reading at the same time, so that both directions may be full. After any
    ConnectionLost the stream is closed, ``failure`` holds the error, and each further ``advance`` raises it again.
    As a link (``link.py``) it is in one stream: see there.
    """

    in_one_stream = True

    def __init__(self, name: str, stream: Stream, limits: TimeLimits, statistics: Statistics) -> None:
        super().__init__(name)
        self._stream = stream
        self._limits = limits
        self._statistics = statistics
        self._reader = ReplyReader(_LONGEST_LOGIN_LINE)
        self._unsent = bytearray()
        self._owed: deque[Callable[[Reply], None]] = deque()
        self._last_active = time.monotonic()
        self._selector = selectors.DefaultSelector()
        self._events = stream.events(sending=False)
        self._selector.register(stream, self._events)

    @property
    def protected(self) -> bool:
        """Whether nobody can read along."""
        return self._stream.protected

    @property
    def must_be_secured(self) -> bool:
        """Whether it has only begun in clear text: nothing secret may be said before ``secure``."""
        return self._stream.secure is not None

    @property
    def owed(self) -> int:
        """The number of requests without a reply."""
        return len(self._owed)

    @property
    def unsent(self) -> int:
        """The number of bytes that wait to be sent."""
        return len(self._unsent)

    def begin_commands(self, max_reply: int) -> None:
        """The login is over: replies may now have up to ``max_reply`` bytes."""
        self._reader.limit = max_reply

    def converse(self, line: bytes = b"", patience: float | None = None, codeless: bool = False) -> Reply:
        """Send a line of the login dialogue (or only listen) and return the status line that answers it.

        ``patience``: seconds of silence to bear, the reply limit if None. ``codeless``: see ``ReplyReader.line``.
        ConnectionLost.
        """
        with self.closed_on_error():
            self._unsent += line
            reply = self._reader.line(codeless)
            while reply is None:
                self._move(patience)
                reply = self._reader.line(codeless)
        return reply

    def secure(self) -> None:
        """Go on over TLS, the server having agreed to. ConnectionFailed, also if it has said more than that.

        Whatever comes in clear text behind the agreement was not said by the server alone: it would be taken for what
        came over TLS. So nothing of it is kept, and what is still on its way spoils the handshake.
        """
        handshake = self._stream.secure
        if handshake is None:
            raise AssertionError("this stream is as it stays")
        with self.closed_on_error():
            if self._unsent or self._owed or not self._reader.is_empty():
                raise ConnectionFailed(
                    "%s sent more than its agreement to STLS in clear text" % self.name,
                    "Somebody on the way may have put that there: find out who before you log in there in any way",
                )
            left = self._limits.left(math.inf)
            if left <= 0:
                raise self._limits.expired()
            self._selector.unregister(self._stream)
            self._stream = handshake(left)
            self._reader = ReplyReader(_LONGEST_LOGIN_LINE)
            self._events = self._stream.events(sending=False)
            self._selector.register(self._stream, self._events)

    def request(self, line: bytes, deliver: Callable[[Reply], None], reads: bool = False) -> None:
        """Line up a command; ``deliver`` will be called with its reply during some ``advance``. All go in order."""
        # In this order: an interruption in between leads to a wait in vain, and never to another command's reply.
        self._owed.append(deliver)
        self._unsent += line

    def flush(self) -> None:
        """Send what can be sent without waiting."""
        with self.closed_on_error():
            self._send()

    def advance(self, patience: float | None = None) -> None:
        """Wait until something can be sent or received, and deliver the replies that are complete then.

        ``patience``: seconds of silence to bear, the reply limit if None. ConnectionLost, after having delivered every
        reply that came before.
        """
        if self.failure is not None:
            raise self.failure.after(0)
        with self.closed_on_error():
            self._move(patience)
            self._deliver()

    def settle(self) -> None:
        """Wait for the replies to all requests; a failure shows in ``failure`` only."""
        with contextlib.suppress(ConnectionLost):
            while self._owed and self.failure is None:
                self.advance()

    def idle_seconds(self) -> float:
        """How long no byte has moved."""
        return time.monotonic() - self._last_active

    def is_usable(self) -> bool:
        """Whether, none being owed, a request may be sent: False when the server has hung up.

        SurplusReply when it has sent something unasked, unless it took leave: a 4xx, or a line and then the end.
        """
        if self.failure is not None:
            return False
        if self._is_silent():
            return True
        with self.closed_on_error():
            if not self._takes_leave():
                raise self._unasked()
        return False

    def _is_silent(self) -> bool:
        """Whether nothing has come that was not asked for, not even the end."""
        if not self._reader.is_empty():
            return False
        try:
            piece = self._stream.receive(_PIECE)
        except OSError:
            piece = b""
        if piece is not None:
            self._reader.feed(piece)
        return piece is None

    def _takes_leave(self) -> bool:
        try:
            while True:
                reply = self._reader.line()
                if reply is not None:
                    return reply.code in _FAREWELL_CODES or self._ends()
                self._move(_FAREWELL)
        except (OutOfStep, ReplyTimeout):
            return False
        except ConnectionLost:
            return True

    def _ends(self) -> bool:
        try:
            while True:
                self._move(_FAREWELL)
        except ReplyTimeout:
            return False
        except ConnectionLost:
            return True

    def _unasked(self) -> SurplusReply:
        return SurplusReply(
            "%s sent a reply that nothing was asked for" % self.name,
            "What was read or done before may have been taken for something else: look at the server, and run it again",
        )

    def quit(self) -> None:
        """Take leave of the server, if the connection is in a state for that, and close.

        SurplusReply when it has sent something unasked, before that or behind its own farewell.
        """
        surplus = False
        if self.failure is None and not self._owed:
            with contextlib.suppress(ConnectionLost):
                usable = self.is_usable()
                if usable:
                    self.converse(b"QUIT\n", _FAREWELL)
                    surplus = not self._reader.is_empty()
        error = self.failure if isinstance(self.failure, SurplusReply) else self._unasked() if surplus else None
        self.close()
        if error is not None:
            raise error

    def _release(self) -> None:
        self._selector.close()
        self._stream.close()

    def _move(self, patience: float | None) -> None:
        """One wait, and what it makes possible. ConnectionLost at the end of the stream or of the time."""
        left = self._limits.left(patience)
        if left <= 0 or not (self._stream.pending() or self._wait(left)):
            raise self._limits.expired(patience)
        self._send()
        try:
            piece = self._stream.receive(_PIECE)
        except OSError as error:
            raise self._lost(error.strerror or type(error).__name__) from error
        if piece is None:
            return
        if not piece:
            raise self._lost("closed by the server")
        self._last_active = time.monotonic()
        self._statistics.bytes_received += len(piece)
        self._reader.feed(piece)

    def _send(self) -> None:
        while self._unsent:
            try:
                sent = self._stream.send(bytes(self._unsent[:_PIECE]))
            except OSError:
                # Replies may have come before the connection broke: the end is reported after them, by receive.
                self._unsent.clear()
                return
            if not sent:
                return
            del self._unsent[:sent]
            self._last_active = time.monotonic()
            self._statistics.bytes_sent += sent
            if self._owed:
                self._statistics.round_trips += 1

    def _wait(self, seconds: float) -> bool:
        events = self._stream.events(sending=bool(self._unsent))
        if events != self._events:
            self._selector.modify(self._stream, events)
            self._events = events
        return bool(self._selector.select(None if seconds == math.inf else seconds))

    def _lost(self, reason: str) -> ConnectionLost:
        return ConnectionLost(
            "the connection to %s was lost before a reply was complete (%s)" % (self.name, reason),
            "Commands without a reply may or may not have been carried out",
        )

    def _deliver(self) -> None:
        reply = self._reader.reply()
        while reply is not None:
            if not self._owed:
                raise self._unasked()
            self._owed.popleft()(reply)
            reply = self._reader.reply()
