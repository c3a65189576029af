# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The CLI over HTTP and HTTPS: a port and its connections, each of which has a thread of its own."""

from __future__ import annotations

import contextlib
import socket
import ssl
import sys
import threading
import time
from functools import partial
from http.server import ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any

from ..service.service import Service
from .http_connection import HttpConnection
from .http_realm import HttpRealm

_POLL = 0.05  # seconds; so long does it take to stop listening
_LINGER = 5.0  # seconds for a client to stop sending
_CHUNK = 64 * 1024


class HttpPort(ThreadingHTTPServer):
    """A port with the CLI realm. ``tls``: speak TLS; ``latency`` is in seconds. It is made in the event loop's thread.

    OSError when the address is not to be had.
    """

    daemon_threads = True
    request_queue_size = 512

    def __init__(self, service: Service, host: str, port: int, tls: ssl.SSLContext | None, latency: float) -> None:
        self._tls = tls
        self._connections: set[socket.socket] = set()
        self.address_family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        super().__init__((host, port), partial(HttpConnection, HttpRealm(service, tls is not None, latency)))
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
        if isinstance(request, ssl.SSLSocket):
            _take_leave(request)
        _linger(request)
        super().shutdown_request(request)
        self._connections.discard(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that breaks off, or speaks no TLS, is nothing to report; anything else is."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handle_error(request, client_address)


def _take_leave(connection: ssl.SSLSocket) -> None:
    """Say that this is the end, which TLS tells from a connection that was cut; the client's answer is not awaited."""
    with contextlib.suppress(OSError, ValueError):
        connection.settimeout(0.0)
        connection.unwrap()


def _linger(connection: socket.socket) -> None:
    """Let the client read the last response: a connection that is closed with something unread is reset at once."""
    end = time.monotonic() + _LINGER
    with contextlib.suppress(OSError):
        socket.socket.shutdown(connection, socket.SHUT_WR)
        connection.settimeout(1.0)
        while time.monotonic() < end and socket.socket.recv(connection, _CHUNK):
            pass
