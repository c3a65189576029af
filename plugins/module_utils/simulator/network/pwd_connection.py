# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One connection: bytes to lines, replies to bytes, and a fair share of time and memory.

A chunk of pipelined lines is answered with few writes. A client that does not read its replies is not read from
either; a client that sends very much lets the others have their turn.
"""

from __future__ import annotations

import asyncio
import ssl
from collections import deque

from ..faults import misbehaviour
from ..model.account import Account
from ..service.connections import Connection
from ..service.service import Service
from .outbox import Outbox
from .pwd_session import PwdSession

_LINES_PER_TURN = 200
_BYTES_PER_WRITE = 256 * 1024
_UNREAD_LIMIT = 4 * 1024 * 1024  # bytes of replies that may wait for the client


class PwdConnection(asyncio.Protocol, Connection):
    """The asyncio side of a PWD session; ``latency`` is in seconds, ``stls`` is how TLS is spoken after STLS."""

    def __init__(self, service: Service, latency: float = 0.0, stls: ssl.SSLContext | None = None) -> None:
        self._service = service
        self._latency = latency
        self._stls = stls
        self._handshake: asyncio.Task[None] | None = None
        self._loop = asyncio.get_running_loop()
        self._lines: deque[bytes] = deque()
        self._partial: list[bytes] = []
        self._partial_size = 0
        self._arrived = 0.0
        self._stalled = False  # the transport has more than enough to send
        self._deaf = False  # a fault has made this connection one that nothing is read from
        self._turn_due = False
        self._no_more = False  # the client has closed its side
        self._ending = False

    # --- events of the connection

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._use(transport)
        peer = transport.get_extra_info("peername") or ("",)
        self._session = PwdSession(self._service, str(peer[0]), self._encrypted, self._stls is not None)
        self._service.connections.add(self)
        self._outbox.send(self._session.greeting(), self._loop.time())

    def _use(self, transport: asyncio.BaseTransport) -> None:
        self._transport: asyncio.Transport = transport  # type: ignore[assignment]
        self._transport.set_write_buffer_limits(high=_UNREAD_LIMIT)
        self._encrypted = transport.get_extra_info("sslcontext") is not None
        self._outbox = Outbox(self._transport, self._latency, self._proceed)

    def data_received(self, data: bytes) -> None:
        self._arrived = self._loop.time()
        if self._ending or self._deaf:
            return
        if self._service.faults.active and not self._session.is_control:
            data = misbehaviour.read(self._service.faults, data)
        first, *others = data.split(b"\n")
        self._partial.append(first)
        self._partial_size += len(first)
        if others:
            self._lines.append(b"".join(self._partial))
            self._lines.extend(others[:-1])
            self._partial = [others[-1]]
            self._partial_size = len(others[-1])
        self._proceed()

    def eof_received(self) -> bool:
        self._no_more = True
        self._proceed()
        # Replies may still be on their way; but an encrypted connection has no half-closed state to wait in.
        return not self._encrypted

    def pause_writing(self) -> None:
        self._stalled = True

    def resume_writing(self) -> None:
        self._stalled = False
        self._proceed()

    def connection_lost(self, exc: Exception | None) -> None:
        self._ending = True
        self._service.connections.discard(self)
        self._outbox.discard()
        self._lines.clear()
        self._partial.clear()

    # --- the service's view

    @property
    def account(self) -> Account | None:  # type: ignore[override]
        return self._session.account

    def end(self) -> None:
        """See Connection. The reply to the command that asks for this is still sent."""
        self._session.ended = True
        self._loop.call_soon(self._proceed)

    def abort(self) -> None:
        """See Connection."""
        self._ending = True
        self._transport.abort()

    # --- work

    def _proceed(self) -> None:
        """Answer lines unless a turn is due anyway."""
        if not self._turn_due and not self._ending and self._handshake is None:
            self._take_turn()

    def _take_turn(self) -> None:
        self._turn_due = False
        if self._ending:
            return
        self._answer_lines()
        if self._session.securing and not self._session.ended:
            self._begin_tls()
        elif self._session.ended or (self._no_more and not self._lines):
            self._finish()
        elif self._lines:
            self._pause()
        elif self._partial_size > self._session.longest_line:
            self._outbox.send(self._session.refuse_long_line(), self._arrived)
            self._finish()
        else:
            self._transport.resume_reading()

    def _answer_lines(self) -> None:
        """Answer as many lines as one turn allows."""
        if self._service.faults.active:
            self._misbehave()
            return
        replies: list[bytes] = []
        size = 0
        for _turn in range(_LINES_PER_TURN):
            if not self._may_answer:
                break
            reply = self._session.respond(self._lines.popleft())
            replies.append(reply)
            size += len(reply)
            if size > _BYTES_PER_WRITE:
                self._outbox.send(b"".join(replies), self._arrived)
                replies, size = [], 0
        if replies:
            self._outbox.send(b"".join(replies), self._arrived)

    def _misbehave(self) -> None:
        """The same as the faults in force want it, each line for itself."""
        for _turn in range(_LINES_PER_TURN):
            if not self._may_answer:
                break
            outcome = misbehaviour.respond(self._session, self._service.faults, self._lines.popleft())
            self._outbox.send(outcome.reply, self._arrived, outcome.held)
            self._session.ended = self._session.ended or outcome.ends
            if outcome.stalls:
                self._deaf = True
                self._lines.clear()

    def _begin_tls(self) -> None:
        """Go over to TLS. What came in clear text behind STLS is forgotten: nobody knows who said it."""
        self._transport.pause_reading()
        self._lines.clear()
        self._partial, self._partial_size = [], 0
        self._handshake = self._loop.create_task(self._go_on_over_tls())

    async def _go_on_over_tls(self) -> None:
        try:
            transport = await self._loop.start_tls(self._transport, self, self._stls, server_side=True)  # type: ignore[arg-type]
        except (OSError, asyncio.TimeoutError):
            transport = None
        if transport is None or self._ending:  # asyncio may return None for a client that has gone
            self._transport.abort()
            self.connection_lost(None)
            return
        self._use(transport)
        self._handshake = None
        self._outbox.send(self._session.secured(), self._loop.time())
        self._proceed()

    @property
    def _may_answer(self) -> bool:
        """Whether there is a line that may be answered now."""
        return bool(self._lines) and not (self._session.ended or self._session.securing or self._blocked)

    @property
    def _blocked(self) -> bool:
        return self._stalled or self._outbox.waiting > _UNREAD_LIMIT

    def _pause(self) -> None:
        """Read no more until the waiting lines are answered; those go on soon, or when the client has read."""
        self._transport.pause_reading()
        if not self._blocked:
            self._turn_due = True
            self._loop.call_soon(self._take_turn)

    def _finish(self) -> None:
        self._ending = True
        self._lines.clear()
        self._partial.clear()
        self._outbox.close()
