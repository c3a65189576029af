# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many pipelined reads and writes a second the simulator answers, asked by a bare socket loop."""

from __future__ import annotations

import asyncio
import multiprocessing
import socket
import time
from multiprocessing.connection import Connection

from measure import Row, exchange, running_simulator, seconds_of_bare_loop

COUNT = 30_000
READS = [b'GETACCOUNTSETTINGS "postmaster"\n'] * COUNT
CREATIONS = [b'CREATEACCOUNT "user%d" {RealName="User %d";}\n' % (number, number) for number in range(COUNT)]


def rows() -> list[Row]:
    with running_simulator() as simulator:
        return [
            _row("pipelined GETACCOUNTSETTINGS", READS, seconds_of_bare_loop(simulator, READS), 10_000),
            _row("pipelined CREATEACCOUNT", CREATIONS, seconds_of_bare_loop(simulator, CREATIONS), 6_000),
        ]


def _row(name: str, lines: list[bytes], seconds: float, aim: int) -> Row:
    floor = _seconds_of_echo(lines)
    return {
        "name": "simulator: %s, against an echo of the bytes" % name,
        "n": COUNT,
        "seconds": seconds,
        "floor_seconds": floor,
        "ratio": seconds / floor,
        "commands": COUNT,
        "note": "%.0f a second (aim: %d)" % (COUNT / seconds, aim),
    }


class _Echo(asyncio.Protocol):
    """Sends back what it gets."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.transport.write(data)  # type: ignore[attr-defined]


def _serve(told: Connection) -> None:
    async def serve() -> None:
        server = await asyncio.get_running_loop().create_server(_Echo, "127.0.0.1", 0)
        told.send(server.sockets[0].getsockname()[1])
        await server.serve_forever()

    asyncio.run(serve())


def _seconds_of_echo(lines: list[bytes]) -> float:
    """How long an echo in asyncio, in a process of its own like the simulator, takes for the same lines."""
    here, there = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(there,), daemon=True)
    process.start()
    try:
        with socket.create_connection(("127.0.0.1", here.recv())) as connection:
            begun = time.perf_counter()
            exchange(connection, lines, end=b"\n")
            return time.perf_counter() - begun
    finally:
        process.terminate()
        process.join()
