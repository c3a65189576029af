# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The network side: listening, and ending well."""

from __future__ import annotations

import asyncio
import ssl

from ..options import NO_PORT, Options
from ..service.service import Service
from .http_port import HttpPort
from .pwd_connection import PwdConnection

_BACKLOG = 512
_ANY = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # who listens on all addresses can be reached at this one, at least
_PATIENCE = 2.0  # seconds for clients to take the last replies


class Listener:
    """A service on its ports. ``address``, and the HTTP realm's ports if there are any, are known after ``open``."""

    def __init__(self, service: Service, options: Options) -> None:
        self.address = ("", 0)
        self._service = service
        self._options = options
        self._server: asyncio.Server | None = None
        self._http: HttpPort | None = None
        self._https: HttpPort | None = None
        self._closed = False

    @property
    def http_port(self) -> int | None:
        return self._http.port if self._http is not None else None

    @property
    def https_port(self) -> int | None:
        return self._https.port if self._https is not None else None

    async def open(self) -> None:
        """Start to listen. OSError when the address is not to be had, or the certificate cannot be used."""
        try:
            await self._open()
        except BaseException:
            self._stop_listening()
            self._service.membership.leave()
            self._service.keeping.release()
            raise

    async def _open(self) -> None:
        options = self._options
        tls = _tls(options) if options.tls_cert else None
        latency = options.latency_ms / 1000
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(_ignore_connection_errors)
        self._server = await loop.create_server(
            lambda: PwdConnection(self._service, latency, tls if options.stls else None),
            options.host,
            options.port,
            ssl=None if options.stls else tls,
            backlog=_BACKLOG,
        )
        host, port = self._server.sockets[0].getsockname()[:2]
        self.address = (host, port)
        self._service.address = _ANY.get(host, host)
        self._service.controller()  # a cluster without a controller has got one now
        if options.http_port != NO_PORT:
            self._http = HttpPort(self._service, options.host, options.http_port, None, latency)
        if options.https_port != NO_PORT:
            self._https = HttpPort(self._service, options.host, options.https_port, tls, latency)

    async def leave(self) -> None:
        """Stop listening, let the replies that are on their way go out, then ``close``."""
        if self._server is not None:
            self._server.close()
        for realm in self._realms:
            realm.leave()
        for connection in list(self._service.connections):
            connection.end()
        loop = asyncio.get_running_loop()
        end = loop.time() + _PATIENCE
        while (self._service.connections or any(realm.busy for realm in self._realms)) and loop.time() < end:
            await asyncio.sleep(0.01)
        await self.close()

    async def admit_no_more(self) -> None:
        """Accept nobody from now on, and wait until whoever has been accepted has a connection, which ``close`` ends.

        Once a server is closed asyncio forgets those on the way: they would wait for a greeting for ever.
        """
        loop = asyncio.get_running_loop()
        for listening in self._server.sockets if self._server is not None else ():
            loop.remove_reader(listening.fileno())
        arriving = asyncio.all_tasks() - {asyncio.current_task()}
        if arriving:
            await asyncio.wait(arriving, timeout=_PATIENCE)  # TLS: a client need not go on with its handshake

    async def close(self) -> None:
        """Stop listening, end all connections, save the state. Only the first call does something.

        CgpError when the state cannot be saved: everything else is done all the same.
        """
        if self._closed:
            return
        self._closed = True
        self._stop_listening()
        for connection in list(self._service.connections):
            connection.abort()
        try:
            self._service.membership.leave()
        finally:
            self._keep()

    def _keep(self) -> None:
        try:
            self._service.keeping.save(self._service.server)
        finally:
            self._service.keeping.release()
            self._service.journal.close()

    @property
    def _realms(self) -> list[HttpPort]:
        return [server for server in (self._http, self._https) if server is not None]

    def _stop_listening(self) -> None:
        if self._server is not None:
            self._server.close()
        for realm in self._realms:
            realm.close()


def _tls(options: Options) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.load_cert_chain(options.tls_cert, options.tls_key)
    return context


def _ignore_connection_errors(loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    """A client that breaks off, or speaks no TLS, is nothing to report; anything else is."""
    if not isinstance(context.get("exception"), (OSError, asyncio.TimeoutError)):
        loop.default_exception_handler(context)
