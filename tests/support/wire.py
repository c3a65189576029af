# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulator as a client sees it: bytes over a real socket.

Expected bytes in these tests come from the vendor's manual and from protocol.md, and no code of the collection writes
or reads them.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options

PASSWORD = "secret"


class Wire:
    """One connection; lines go out and come in as bytes, without their ends.

    ``said``: what went out, ``user``: who logged in with ``login``.
    """

    def __init__(self, host: str, port: int, tls: ssl.SSLContext | None = None) -> None:
        plain = socket.create_connection((host, port), timeout=60)
        self.socket = tls.wrap_socket(plain, server_hostname=host) if tls is not None else plain
        self.said: list[bytes] = []
        self.user = b""
        self._replies = self.socket.makefile("rb")
        self.greeting = self.line()

    def send(self, data: bytes) -> None:
        self.said.append(data)
        self.socket.sendall(data)

    def line(self) -> bytes:
        """The next line, which must end in CR LF; b"" when the server has closed the connection."""
        line = self._replies.readline()
        assert line == b"" or line.endswith(b"\r\n"), line
        return line[:-2]

    def raw_line(self) -> bytes:
        """The next line with its end, whatever that is."""
        return self._replies.readline()

    def rest(self) -> bytes:
        """All that comes until the server closes the connection."""
        return self._replies.read()

    def ask(self, command: bytes) -> bytes:
        """Send one command and return its reply, which must be one line."""
        self.send(command + b"\r\n")
        return self.line()

    def do(self, *commands: bytes) -> None:
        """Send commands that must all be answered with the bare success."""
        for command in commands:
            assert self.ask(command) == b"200 OK", command

    def code(self, command: bytes) -> int:
        """Send a command and return the code of its reply."""
        return int(self.ask(command).split(b" ", 1)[0])

    def refused(self, command: bytes) -> bool:
        """Whether a command that the server knows is refused with a code that has no other meaning (protocol.md
        section 2).
        """
        reply = self.ask(command)
        code = int(reply.split(b" ", 1)[0])
        return 500 <= code < 600 and code not in (512, 513, 515, 520, 590) and reply != b"500 unknown command"

    @property
    def verbs(self) -> set[str]:
        """The first words of the lines that went out, in capitals."""
        return {verb for data in self.said for verb in _verbs(data)}

    def login(self, name: bytes, password: bytes) -> bytes:
        """Log in with USER and PASS, and return the last reply."""
        self.user = name
        assert self.ask(b"USER " + name) == b"300 please send the PASS"
        return self.ask(b"PASS " + password)

    def over_to_tls(self, context: ssl.SSLContext) -> None:
        """Go on over TLS, the server having agreed to that."""
        self._replies.close()
        self.socket = context.wrap_socket(self.socket, server_hostname=self.socket.getpeername()[0])
        self._replies = self.socket.makefile("rb")

    def close(self) -> None:
        self._replies.close()
        self.socket.close()


def _verbs(data: bytes) -> Iterator[str]:
    """The first words of the lines in ``data``, in capitals."""
    for line in data.split(b"\n"):
        yield line[:64].partition(b" ")[0].strip().decode("latin-1").upper()


@pytest.fixture
def options() -> Options:
    """How the simulator of a test runs; a test module may have its own."""
    return Options(port=0, main_domain="example.com", password=PASSWORD)


@pytest.fixture
def simulator(options):
    with Embedded(options) as running:
        yield running


@pytest.fixture
def wires() -> list[Wire]:
    """All connections of a test."""
    return []


@pytest.fixture
def dial(wires):
    """Makes connections to any simulator."""

    def make(host: str, port: int, tls: ssl.SSLContext | None = None) -> Wire:
        wires.append(Wire(host, port, tls))
        return wires[-1]

    yield make
    for wire in wires:
        wire.close()


@pytest.fixture
def connect(simulator, dial):
    """Makes connections to the test's simulator; with a name and a password they are logged in and use INLINE."""
    def make(name: str = "", password: str = "", tls: ssl.SSLContext | None = None) -> Wire:
        wire = dial(simulator.host, simulator.port, tls)
        if name:
            assert wire.login(name.encode(), password.encode()).startswith(b"200 login OK")
            assert wire.ask(b"INLINE").startswith(b"200 ")
        return wire

    return make


@pytest.fixture
def admin(connect):
    """A session of the postmaster, with INLINE."""
    return connect("postmaster", PASSWORD)
