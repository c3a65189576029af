# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the measurements share: a simulator, a session that keeps what it said, and the bare loop that is the floor."""

from __future__ import annotations

import socket
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils.connector.endpoint import Endpoint
from ansible_collections.communigate.pro.plugins.module_utils.connector.login import Credentials
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session
from support import simulator as simulators
from support.simulator import Simulator

Row = dict[str, Any]
WINDOW = 64


@contextmanager
def running_simulator(*arguments: str) -> Iterator[Simulator]:
    """A simulator of its own for a measurement."""
    with tempfile.TemporaryDirectory() as directory:
        simulator = simulators.start(Path(directory), *arguments)
        try:
            yield simulator
        finally:
            simulator.stop()


def session(simulator: Simulator, *, window: int = WINDOW) -> Session:
    """A session as the modules have it."""
    return Session(_endpoint(simulator), _credentials(simulator), window=window)


def session_over(simulator: Simulator, endpoint: Endpoint) -> Session:
    """A session as the modules have it over a transport, where they are given no window."""
    return Session(endpoint, _credentials(simulator))


def _endpoint(simulator: Simulator) -> Endpoint:
    return Endpoint(simulator.host, simulator.port)


def _credentials(simulator: Simulator) -> Credentials:
    return Credentials(simulator.login, simulator.password)


class RecordingSession(Session):
    """A session that keeps the lines it sends."""

    def __init__(self, simulator: Simulator) -> None:
        super().__init__(_endpoint(simulator), _credentials(simulator), window=WINDOW)
        self.lines: list[bytes] = []

    def many(self, commands: Iterable[Any]) -> Iterator[Any]:
        return super().many(self._kept(commands))

    def _kept(self, commands: Iterable[Any]) -> Iterator[Any]:
        for command in commands:
            self.lines.append(command.line().encode() + b"\n")
            yield command


def seconds_of_bare_loop(simulator: Simulator, lines: list[bytes], window: int = WINDOW) -> float:
    """The seconds that sending ``lines`` and reading as many replies takes without any thought: the floor.

    Half a window at a time, as the session does; replies are counted by their line ends and never looked at.
    """
    begun = time.perf_counter()
    with socket.create_connection((simulator.host, simulator.port)) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        _read_replies(connection, 1)  # the greeting
        log_in(connection, simulator)
        exchange(connection, lines, window)
    return time.perf_counter() - begun


def log_in(connection: socket.socket, simulator: Simulator) -> None:
    """Say who we are, on a connection whose greeting has been read."""
    for line in (b"USER %s\n" % simulator.login.encode(), b"PASS %s\n" % simulator.password.encode(), b"INLINE\n"):
        connection.sendall(line)
        _read_replies(connection, 1)


def exchange(connection: socket.socket, lines: list[bytes], window: int = WINDOW, end: bytes = b"\r\n") -> None:
    """Sends ``lines`` and counts as many line ends in what comes back."""
    outstanding = 0
    position = 0
    while position < len(lines) or outstanding:
        room = window - outstanding
        if position < len(lines) and 2 * room >= window:
            batch = lines[position : position + room]
            connection.sendall(b"".join(batch))
            position += len(batch)
            outstanding += len(batch)
        outstanding -= connection.recv(65536).count(end)


def _read_replies(connection: socket.socket, count: int) -> None:
    while count > 0:
        count -= connection.recv(65536).count(b"\r\n")
