# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways to a PWD listener: TCP, TLS after STLS or from the first byte, a channel through an SSH server."""

from __future__ import annotations

import math
from dataclasses import replace

from . import tcp
from .endpoint import USUAL_PORTS, Endpoint
from .errors import ConnectionFailed
from .loopback import is_loopback
from .stream import Stream

__all__ = ["Endpoint", "Stream", "open_stream"]


def open_stream(endpoint: Endpoint) -> Stream:
    """Connect to ``endpoint``. ConnectionFailed says why that failed and what to do about it."""
    opener = _OPENERS.get(endpoint.transport)
    if opener is None:
        message = "there is no transport %r" % endpoint.transport
        raise ConnectionFailed(message, "Set the option transport to one of %s" % ", ".join(USUAL_PORTS))
    return opener(endpoint)


def _open_tcp(endpoint: Endpoint) -> Stream:
    sock = tcp.connect(endpoint.host, endpoint.port, endpoint.connect_timeout)
    return Stream(sock, protected=tcp.leads_to_loopback(sock))


# A module on a target compiles what it imports in every run, so it imports only the transport it uses.

def _open_tls(endpoint: Endpoint) -> Stream:
    from . import tls

    context = tls.context(endpoint)  # first: a missing CA file should not need a server to be found
    sock = tcp.connect(endpoint.host, endpoint.port, endpoint.connect_timeout)
    return tls.handshake(sock, context, endpoint)


def _open_stls(endpoint: Endpoint) -> Stream:
    """The way as far as it goes in clear text; ``stls.py`` goes on from there."""
    from . import tls

    context = tls.context(endpoint)
    sock = tcp.connect(endpoint.host, endpoint.port, endpoint.connect_timeout)

    def secure(seconds: float) -> Stream:
        left = min(seconds, endpoint.connect_timeout or math.inf)
        return tls.handshake(sock, context, replace(endpoint, connect_timeout=0 if left == math.inf else left))

    return Stream(sock, protected=False, secure=secure)


def _open_ssh(endpoint: Endpoint) -> Stream:
    from . import ssh_tunnel

    sock, close = ssh_tunnel.open_tunnel(endpoint)
    # SSH ends at its server: to a host behind that the way is as open as any.
    return Stream(sock, protected=is_loopback(endpoint.host), on_close=close)


_OPENERS = {"tcp": _open_tcp, "stls": _open_stls, "tls": _open_tls, "ssh": _open_ssh}
