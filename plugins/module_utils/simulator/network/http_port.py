# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The CLI over HTTP and HTTPS: a port, its connections, and the way from their threads to the service.

Connections have threads of their own, so a slow client is slow alone. The service and its model are for one thread
only, that of the event loop: whatever a connection wants of them is done there.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import sys
import threading
import time
from concurrent.futures import Future
from http.server import ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any, Callable, NamedTuple, TypeVar

from ..answers.refusals import Refusal
from ..handling.request import Request
from ..logins import login
from ..model.account import Account
from ..rights import access_modes
from ..service.service import Service
from .http_connection import PATIENCE, HttpRequest

Result = TypeVar("Result")

_POLL = 0.05  # seconds; so long does it take to stop listening
_LINGER = 5.0  # seconds for a client to stop sending
_CHUNK = 64 * 1024


class Visitor(NamedTuple):
    """Who sends a request, and the number of the session that the request is."""

    account: Account
    session: int


class HttpServer(ThreadingHTTPServer):
    """A port with the CLI realm. ``tls``: speak TLS; ``latency`` is in seconds. It is made in the event loop's thread.

    OSError when the address is not to be had.
    """

    daemon_threads = True
    request_queue_size = 512

    def __init__(self, service: Service, host: str, port: int, tls: ssl.SSLContext | None, latency: float) -> None:
        self.service = service
        self.latency = latency
        self._tls = tls
        self._loop = asyncio.get_running_loop()
        self._connections: set[socket.socket] = set()
        self.address_family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        super().__init__((host, port), HttpRequest)
        threading.Thread(target=self.serve_forever, args=(_POLL,), daemon=True).start()

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    # --- ending

    @property
    def busy(self) -> bool:
        """Whether there are connections."""
        return bool(self._connections)

    def leave(self) -> None:
        """Take no more requests; those that are on their way are still answered."""
        self.shutdown()
        self._hang_up(socket.SHUT_RD)

    def close(self) -> None:
        """Stop listening and end all connections."""
        self.shutdown()
        self.server_close()
        self._hang_up(socket.SHUT_RDWR)

    def _hang_up(self, how: int) -> None:
        for connection in list(self._connections):
            with contextlib.suppress(OSError):  # it may have ended by itself
                # SSLSocket's own shutdown would let what is still to be sent go out unencrypted.
                socket.socket.shutdown(connection, how)

    # --- what requests want of the service

    def admit(self, name: str, password: str, peer: str) -> Visitor:
        """Log somebody in, for one request. Refusal if that cannot be."""
        return self._in_loop(lambda: self._admit(name, password, peer))

    def obey(self, visitor: Visitor, command: str) -> bytes:
        """The reply to a command, in the form of a PWD session with INLINE."""
        request = Request(self.service, visitor.account)
        return self._in_loop(lambda: self.service.execute(visitor.session, request, command)).encode(True)

    def _admit(self, name: str, password: str, peer: str) -> Visitor:
        session = self.service.new_session()
        encrypted = self._tls is not None
        try:
            account = login.with_password(self.service, name, password, encrypted, access_modes.HTTP)
        except Refusal as refusal:
            self.service.journal.write(session, None, None, {}, refusal.code)
            raise
        login.record(self.service, account, peer)
        return Visitor(account, session)

    def _in_loop(self, function: Callable[[], Result]) -> Result:
        """What the function returns or raises in the event loop's thread."""
        done: Future[Result] = Future()

        def call() -> None:
            try:
                done.set_result(function())
            except Exception as error:  # noqa: BLE001 (it is the waiting thread's)
                done.set_exception(error)

        try:
            self._loop.call_soon_threadsafe(call)
        except RuntimeError:
            raise ConnectionAbortedError from None  # the simulator has ended
        return done.result(PATIENCE)

    # --- connections: socketserver calls these

    def server_bind(self) -> None:
        """Without asking the name service for this machine's name, as http.server does."""
        TCPServer.server_bind(self)

    def get_request(self) -> tuple[socket.socket, Any]:
        connection, address = super().get_request()
        if self._tls is not None:
            # The handshake takes place at the first read, in the connection's own thread.
            connection = self._tls.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
        self._connections.add(connection)
        return connection, address

    def shutdown_request(self, request: Any) -> None:
        _linger(request)
        super().shutdown_request(request)
        self._connections.discard(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that breaks off, or speaks no TLS, is nothing to report; anything else is."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


def _linger(connection: socket.socket) -> None:
    """Let the client read the last response: a connection that is closed with something unread is reset at once."""
    end = time.monotonic() + _LINGER
    with contextlib.suppress(OSError):
        socket.socket.shutdown(connection, socket.SHUT_WR)
        connection.settimeout(1.0)
        while time.monotonic() < end and socket.socket.recv(connection, _CHUNK):
            pass
