# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of each HTTP connection: straight, or through the proxy that the environment names, and TLS on top."""

from __future__ import annotations

import base64
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from .. import tcp
from ..endpoint import Endpoint, address
from ..errors import CgpError, ConnectionFailed, ConnectionLost
from ..stream import Stream
from ..text import encode
from .request import authority
from .response import ResponseReader

if TYPE_CHECKING:
    import ssl

_LONGEST_ANSWER = 65536  # bytes of what a proxy says when it refuses
_HINT = "Check http_proxy, https_proxy and no_proxy in the environment, or set http_proxy_from_env to false"


class Proxy(NamedTuple):
    """``login`` is the value of a header field, empty if the environment has none."""

    host: str
    port: int
    login: bytes

    @property
    def fields(self) -> tuple[bytes, ...]:
        """The header lines for it."""
        return (b"Proxy-Authorization: " + self.login,) if self.login else ()


class Way:
    """How to connect, again and again. ``endpoint_in_time`` is asked for each connection. ConnectionFailed."""

    def __init__(self, endpoint: Endpoint, endpoint_in_time: Callable[[], Endpoint]) -> None:
        self._in_time = endpoint_in_time
        self._context: ssl.SSLContext | None = None
        if endpoint.transport == "https":
            from .. import tls

            self._context = tls.context(endpoint)
        self._proxy = proxy_of(endpoint) if endpoint.http_proxy_from_env else None
        path = encode(endpoint.http_path)
        where = authority(endpoint)
        through = self._proxy is not None and self._context is None
        self.target = b"http://%s%s" % (where, path) if through else path
        self.fields = self._proxy.fields if through and self._proxy is not None else ()

    def open(self) -> Stream:
        """A new connection. ConnectionFailed."""
        endpoint = self._in_time()
        if self._proxy is None:
            sock = tcp.connect(endpoint.host, endpoint.port, endpoint.connect_timeout)
        else:
            sock = _to_proxy(self._proxy, endpoint)
        if self._context is None:
            # What a proxy does with it nobody knows, even if the way there is safe.
            return Stream(sock, protected=self._proxy is None and tcp.leads_to_loopback(sock))
        from .. import tls

        if self._proxy is not None:
            _tunnel(sock, self._proxy, endpoint)
        return tls.handshake(sock, self._context, endpoint)


def proxy_of(endpoint: Endpoint) -> Proxy | None:
    """The proxy that the environment names for this server. ConnectionFailed if that cannot be used."""
    from urllib.parse import unquote, urlsplit
    from urllib.request import getproxies_environment, proxy_bypass

    named = getproxies_environment().get(endpoint.transport, "")
    if not named or proxy_bypass(address(endpoint.host, endpoint.port)):
        return None
    try:
        parts = urlsplit(named if "://" in named else "http://" + named)
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or parts.scheme != "http":
        raise ConnectionFailed("the proxy of the environment is none that can be used", _HINT)
    login = "%s:%s" % (unquote(parts.username or ""), unquote(parts.password or ""))
    return Proxy(host, port or 80, b"Basic " + base64.b64encode(encode(login)) if parts.username else b"")


def _to_proxy(proxy: Proxy, endpoint: Endpoint) -> socket.socket:
    try:
        return tcp.connect(proxy.host, proxy.port, endpoint.connect_timeout)
    except ConnectionFailed as error:
        raise type(error)("the proxy of the environment: %s" % error.message, _HINT) from error


def _tunnel(sock: socket.socket, proxy: Proxy, endpoint: Endpoint) -> None:
    """Have the proxy lead the connection on to the server."""
    where = authority(endpoint)
    lines = (b"CONNECT %s HTTP/1.1" % where, b"Host: %s" % where, *proxy.fields, b"", b"")
    sock.settimeout(endpoint.connect_timeout or None)
    try:
        sock.sendall(b"\r\n".join(lines))
        status = _answer(sock)
    except (OSError, CgpError):
        status = 0
    if status != 200:
        sock.close()
        told = "no answer to be understood" if not status else "the status %d" % status
        raise ConnectionFailed("the proxy of the environment does not lead to %s (%s)" % (endpoint, told), _HINT)


def _answer(sock: socket.socket) -> int:
    """The status of a proxy's answer, which is read byte by byte: what comes behind it belongs to TLS."""
    reader = ResponseReader(_LONGEST_ANSWER)
    while True:
        piece = sock.recv(1)
        if not piece:
            raise ConnectionLost("the proxy hung up")
        reader.feed(piece)
        status = reader.status_of_head()
        if status is not None:
            return status
