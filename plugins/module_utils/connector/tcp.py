# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""TCP connections, and what to do when there is none."""

from __future__ import annotations

import errno
import socket

from .endpoint import address
from .errors import ConnectionFailed, ServerAway
from .loopback import is_loopback


def connect(host: str, port: int, timeout: float, options: str = "") -> socket.socket:
    """A connected, blocking socket. ``timeout`` in seconds for each address of the host, 0 = none.

    ``options`` is the prefix of the options that ``host`` and ``port`` come from. ConnectionFailed.
    """
    try:
        sock = socket.create_connection((host, port), timeout or None)
        sock.settimeout(None)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    except socket.gaierror as error:
        message = "the host name %s cannot be resolved (%s)" % (host, error.strerror)
        raise ConnectionFailed(message, "Check the option %shost" % options) from error
    except (ValueError, OverflowError) as error:
        message = "%r with port %d is no address to connect to" % (host, port)
        raise ConnectionFailed(message, "Check the options %shost and %sport" % (options, options)) from error
    except OSError as error:
        raise _unreachable(address(host, port), error, timeout, options) from error
    return sock


def leads_to_loopback(sock: socket.socket) -> bool:
    """Whether the other end of the connected socket is this machine itself."""
    try:
        return is_loopback(sock.getpeername()[0])
    except OSError:
        return False  # the other end has gone already, as the first attempt to read will show


def _unreachable(where: str, error: OSError, timeout: float, options: str) -> ServerAway:
    if isinstance(error, socket.timeout):
        return ServerAway(
            "no connection to %s within %g s" % (where, timeout),
            "Check that no firewall drops the packets, or raise the option connect_timeout",
        )
    if error.errno == errno.ECONNREFUSED:
        return ServerAway(
            "%s refuses the connection" % where,
            "Check that the server runs and listens on this port (option %sport; PWD uses 106, on some systems 8106, "
            "and 1106 where TLS begins with the first byte; HTTP uses 8100, and 9100 with TLS)"
            % options,
        )
    if error.errno == errno.ECONNRESET:
        return ServerAway(
            "%s breaks the connection off at once" % where,
            "The listener may not admit the address of this machine: see its access restrictions",
        )
    return ServerAway(
        "%s cannot be reached (%s)" % (where, error.strerror or error),
        "Check the option %shost, the routes and the firewalls" % options,
    )
