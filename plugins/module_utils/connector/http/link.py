# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The link to the HTTP realm: one command a request, and some connections beside each other.

Each reply comes on the connection of its own command, so none can be taken for another's. But two connections have no
order: what changes something is therefore sent when all before it has been answered, and what is behind it waits for
its answer. Only what reads goes side by side. So commands take effect in the order in which they were given, as on PWD.

No request is sent twice. One of which no byte has gone out, because the server had closed a connection that was kept,
has not been sent at all: it goes over another connection.
"""

from __future__ import annotations

import contextlib
import math
import selectors
import time
from collections import deque
from collections.abc import Callable
from functools import partial

from ..closing import Closing
from ..errors import CgpError, ConnectionLost, OutOfStep, ReplyTooLong
from ..limits import TimeLimits
from ..replies import Reply
from ..statistics import Statistics
from ..stream import Stream
from .lane import Exchange, Lane, NothingSent
from .meaning import Form
from .request import whole
from .response import Response

_LONGEST_FIRST = 65536  # bytes of a response before the login has been accepted
_TRIES = 3  # connections in a row that break before a byte of a request could be sent


class HttpLink(Closing):
    """See ``connector/link.py`` for what is asked of it.

    ``connect`` makes a connection (ConnectionFailed); ``beginning`` is the head of a request up to its length;
    ``lanes`` the most connections at a time.
    """

    in_one_stream = False

    def __init__(
        self,
        name: str,
        connect: Callable[[], Stream],
        beginning: bytes,
        lanes: int,
        limits: TimeLimits,
        statistics: Statistics,
    ) -> None:
        super().__init__(name)
        self.form = Form()
        self._connect = connect
        self._beginning = beginning
        self._most = lanes
        self._limits = limits
        self._statistics = statistics
        self._longest = _LONGEST_FIRST
        self._opening = True
        self._owed: deque[Exchange] = deque()  # in the order of the requests
        self._queue: deque[Exchange] = deque()  # of these, those that no connection has taken
        self._queued = 0  # bytes
        self._lanes: list[Lane] = []
        self._selector = selectors.DefaultSelector()
        self._last_active = time.monotonic()
        self._tries = 0

    # --- what a session asks of it

    @property
    def owed(self) -> int:
        return len(self._owed)

    @property
    def unsent(self) -> int:
        return self._queued + sum(lane.unsent for lane in self._lanes)

    def begin_commands(self, max_reply: int) -> None:
        self._longest = max_reply
        self._opening = False

    def converse(self, line: bytes) -> Response:
        """Ask something before the login is known to be accepted, and return what comes. ConnectionLost."""
        answers: list[Response] = []
        self._line_up(line, True, lambda response: partial(answers.append, response))
        while not answers:
            self.advance()
        return answers[0]

    def request(self, line: bytes, deliver: Callable[[Reply], None], reads: bool) -> None:
        self._line_up(line, reads, lambda response: partial(deliver, self.form.reply(response, reads)))

    def flush(self) -> None:
        with contextlib.suppress(ConnectionLost), self.closed_on_error():
            self._start()

    def advance(self, patience: float | None = None) -> None:
        if self.failure is not None:
            raise self.failure.after(0)
        with self.closed_on_error():
            try:
                self._start()
                self._move(patience)
                self._start()
            except ConnectionLost:
                self._deliver()  # these came before
                raise
            self._deliver()

    def settle(self) -> None:
        with contextlib.suppress(ConnectionLost):
            while self._owed and self.failure is None:
                self.advance()

    def idle_seconds(self) -> float:
        return time.monotonic() - self._last_active

    def is_usable(self) -> bool:
        """Connections that the server has closed are no matter: there will be others."""
        if self.failure is None:
            with self.closed_on_error():
                for lane in [lane for lane in self._lanes if lane.exchange is None]:
                    if not lane.is_usable():
                        self._drop(lane)
        return self.failure is None

    def quit(self) -> None:
        """HTTP knows no farewell."""
        if not self._owed:
            self.is_usable()
        self.close()

    # --- inside

    def _release(self) -> None:
        for lane in self._lanes:
            lane.stream.close()
        self._lanes.clear()
        self._selector.close()

    def _line_up(self, line: bytes, reads: bool, understand: Callable[[Response], Callable[[], None]]) -> None:
        exchange = Exchange(whole(self._beginning, line), reads, understand)
        self._owed.append(exchange)
        self._queue.append(exchange)
        self._queued += len(exchange.request)

    def _deliver(self) -> None:
        """Pass on what has come, as far as nothing before it is missing."""
        while self._owed:
            deliver = self._owed[0].deliver
            if deliver is None:
                return
            self._owed.popleft()
            deliver()

    def _start(self) -> None:
        """Give connections what may be under way now, and send what can be sent."""
        while self._queue:
            busy = [lane for lane in self._lanes if lane.exchange is not None]
            beside = all(lane.exchange is not None and lane.exchange.reads for lane in busy) and self._queue[0].reads
            if busy and (len(busy) >= self._most or not beside):
                return
            lane = self._free_lane(others=bool(busy))
            if lane is None:
                return
            exchange = self._queue.popleft()
            self._queued -= len(exchange.request)
            lane.begin(exchange, self._longest)
            self._send(lane)

    def _free_lane(self, others: bool) -> Lane | None:
        """A connection on which nothing is under way; None if there are ``others`` and no more can be had."""
        for lane in [lane for lane in self._lanes if lane.exchange is None]:
            if lane.is_usable():
                return lane
            self._drop(lane)
        try:
            lane = Lane(self._connect())
        except ConnectionLost:
            raise
        except CgpError as error:
            if others:
                self._most = max(len(self._lanes), 1)  # so many it bears
                return None
            if self._opening:
                raise
            message = "the connection to %s was lost: %s" % (self.name, error.message)
            raise ConnectionLost(message, error.hint) from error
        self._lanes.append(lane)
        self._selector.register(lane.stream, lane.events, lane)
        return lane

    def _drop(self, lane: Lane) -> None:
        self._lanes.remove(lane)
        if lane.events:
            self._selector.unregister(lane.stream)
        lane.stream.close()

    def _send(self, lane: Lane) -> None:
        try:
            sent = lane.send()
        except NothingSent:
            self._send_elsewhere(lane)
            return
        if sent:
            self._last_active = time.monotonic()
            self._tries = 0
            self._statistics.bytes_sent += sent
            if not self._opening:
                self._statistics.round_trips += 1

    def _send_elsewhere(self, lane: Lane) -> None:
        """Line up anew what was not sent at all."""
        exchange = lane.exchange
        self._drop(lane)
        self._tries += 1
        if self._tries > _TRIES:
            raise ConnectionLost("%s closes each connection before anything can be sent" % self.name)
        if exchange is not None:
            self._queue.appendleft(exchange)
            self._queued += len(exchange.request)

    def _move(self, patience: float | None) -> None:
        """One wait, and what it makes possible. ConnectionLost at the end of a connection or of the time."""
        left = self._limits.left(patience)
        if left <= 0:
            raise self._limits.expired(patience)
        ready = [lane for lane in self._lanes if lane.exchange is not None and lane.stream.pending()]
        if not ready:
            ready = self._wait(left)
            if not ready:
                raise self._limits.expired(patience)
        for lane in ready:
            if lane.exchange is not None:
                self._serve(lane)

    def _wait(self, seconds: float) -> list[Lane]:
        for lane in self._lanes:
            events = lane.stream.events(sending=bool(lane.unsent)) if lane.exchange is not None else 0
            if events != lane.events:
                self._listen(lane, events)
        return [key.data for key, dummy in self._selector.select(None if seconds == math.inf else seconds)]

    def _listen(self, lane: Lane, events: int) -> None:
        """Wait for these events from now on; for none while nothing is under way."""
        if not events:
            self._selector.unregister(lane.stream)
        elif not lane.events:
            self._selector.register(lane.stream, events, lane)
        else:
            self._selector.modify(lane.stream, events, lane)
        lane.events = events

    def _serve(self, lane: Lane) -> None:
        self._send(lane)
        if lane.exchange is None:
            return
        try:
            received = lane.receive()
        except NothingSent:
            self._send_elsewhere(lane)
            return
        except ConnectionLost as error:
            raise self._lost(error) from error
        if received:
            self._last_active = time.monotonic()
            self._statistics.bytes_received += received
        if lane.exchange is None and not lane.keeps:
            self._drop(lane)

    def _lost(self, error: ConnectionLost) -> ConnectionLost:
        if isinstance(error, (OutOfStep, ReplyTooLong)):
            return error  # it says what is wrong with what came
        return ConnectionLost(
            "the connection to %s was lost before a reply was complete (%s)" % (self.name, error.message),
            "Commands without a reply may or may not have been carried out",
        )
