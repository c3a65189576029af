# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The protocols by which a session may speak, by the transport that is asked for.

A further one is a file with a function that gets an Access and returns a Link (``link.py``), and a line in
``_OPENERS``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .connection import Connection
    from .link import Access, Link


def open_link(access: Access, again: bool) -> Link:
    """A link to a server that has accepted the login. ``again``: it has before. ConnectionFailed or LoginFailed."""
    return _OPENERS.get(access.endpoint.transport, _open_pwd)(access, again)


# A module on a target compiles what it imports in every run, so it imports only the protocol it uses.

def _open_pwd(access: Access, again: bool) -> Link:
    from . import connection
    from .login import Login
    from .transport import open_stream

    def connect() -> Connection:
        stream = open_stream(access.endpoint_in_time())
        return connection.Connection(str(access.endpoint), stream, access.limits, access.statistics)

    return Login(access.credentials, access.login_method, access.allow_cleartext).perform(connect, again)


def _open_http(access: Access, _again: bool) -> Link:
    from .http.opening import open_realm

    return open_realm(access)


_OPENERS = {"http": _open_http, "https": _open_http}
