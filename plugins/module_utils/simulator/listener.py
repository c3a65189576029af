# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The network side: listening, and ending well."""

from __future__ import annotations

import asyncio
import ssl

from . import state
from .options import Options
from .service import Service
from .session import Session

_BACKLOG = 512


class Listener:
    """A service on a port. ``address`` is known after ``open``."""

    def __init__(self, service: Service, options: Options) -> None:
        self.address = ("", 0)
        self._service = service
        self._options = options
        self._server: asyncio.AbstractServer | None = None

    async def open(self) -> None:
        """Start to listen. OSError when the address is not to be had, or the certificate cannot be used."""
        options = self._options
        tls = _tls(options) if options.tls_cert else None
        latency = options.latency_ms / 1000
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(_ignore_connection_errors)
        self._server = await loop.create_server(
            lambda: Session(self._service, latency), options.host, options.port, ssl=tls, backlog=_BACKLOG
        )
        host, port = self._server.sockets[0].getsockname()[:2]
        self.address = (host, port)

    async def close(self) -> None:
        """Stop listening, end all connections, save the state."""
        if self._server is not None:
            self._server.close()
        for connection in list(self._service.connections):
            connection.abort()
        if self._options.state:
            state.save(self._service.server, self._options.state)
        self._service.journal.close()


def _tls(options: Options) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(options.tls_cert, options.tls_key)
    return context


def _ignore_connection_errors(loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    """A client that breaks off, or speaks no TLS, is nothing to report; anything else is."""
    if not isinstance(context.get("exception"), (OSError, asyncio.TimeoutError)):
        loop.default_exception_handler(context)
