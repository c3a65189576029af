# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server says first, and the challenge in it (protocol.md section 1.1)."""

from __future__ import annotations

import re

from .connection import Connection
from .errors import ConnectionFailed, ConnectionLost, OutOfStep, ReplyTimeout, ReplyTooLong, ServerAway
from .replies import Reply
from .text import encode

SUCCESS = (200, 201)

_CHALLENGE = re.compile("<.*@.*>")


def challenge_of(greeting: Reply) -> bytes:
    """The challenge of a greeting, empty if it has none."""
    found = _CHALLENGE.search(greeting.text)
    return encode(found.group()) if found else b""


def read_greeting(connection: Connection) -> Reply:
    """The greeting, which nothing was asked for. ConnectionFailed."""
    where = connection.name
    try:
        reply = connection.converse()
    except (OutOfStep, ReplyTooLong) as error:
        raise ConnectionFailed(
            "%s does not greet like a PWD server" % where,
            "Check the options host, port (usually 106, with TLS from the first byte 1106) and transport",
        ) from error
    except ReplyTimeout as error:
        raise ConnectionFailed(
            "%s sends no greeting: %s" % (where, error.message),
            "If the port expects TLS, set the option transport to tls",
        ) from error
    except ConnectionLost as error:
        raise ServerAway(
            "%s closed the connection without a greeting" % where,
            "The PWD listener may not admit the address of this machine: see its access restrictions",
        ) from error
    if reply.code not in SUCCESS:
        raise ConnectionFailed(
            "%s turns the connection down (%d %s)" % (where, reply.code, reply.text_without("")),
            "The server's log may tell why",
        )
    return reply
