# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests: one command each, in a form's field, with the login in each (protocol.md section 8)."""

from __future__ import annotations

import base64
import re

from ..endpoint import Endpoint, address
from ..text import encode

_NOT_PLAIN = re.compile(rb"[^A-Za-z0-9_.~-]")
_CODED = {bytes((byte,)): b"+" if byte == 0x20 else b"%%%02X" % byte for byte in range(256)}


def head(endpoint: Endpoint, target: bytes, *fields: bytes) -> bytes:
    """The head of all requests, up to the length of the body. ``fields`` are lines more."""
    lines = (
        b"POST %s HTTP/1.1" % target,
        b"Host: %s" % authority(endpoint),
        *fields,
        b"Accept-Encoding: identity",
        b"Content-Type: application/x-www-form-urlencoded",
        b"Content-Length: ",
    )
    return b"\r\n".join(lines)


def authority(endpoint: Endpoint) -> bytes:
    """Host and port, as a URL has them. UnicodeError for a host that is no name."""
    host = endpoint.host if endpoint.host.isascii() else endpoint.host.encode("idna").decode("ascii")
    return address(host, endpoint.port).encode("ascii")


def whole(beginning: bytes, line: bytes) -> bytes:
    """The request for a command; ``line`` may have its line end."""
    body = b"command=" + _NOT_PLAIN.sub(lambda found: _CODED[found.group()], line.rstrip(b"\n"))
    return b"%s%d\r\n\r\n%s" % (beginning, len(body), body)


def basic(name: str, password: str) -> bytes:
    """What proves a login (RFC 7617), in UTF-8."""
    return b"Basic " + base64.b64encode(encode("%s:%s" % (name, password)))
