# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much load the stress tests put on a simulator, and what they use for it."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from support.simulator import Program

FULL = os.environ.get("COMMUNIGATE_PRO_STRESS") == "full"


class Load:
    """How much of the load there is to be."""

    lines = 1_000_000 if FULL else 30_000
    commands = 1_000_000 if FULL else 60_000
    sessions = 200
    seconds = 30 if FULL else 3
    hosts = 30 if FULL else 8
    rounds = 20 if FULL else 2


class Pipe:
    """A logged in connection that sends ahead; replies are lines, because it uses INLINE."""

    def __init__(self, server: Program) -> None:
        self.socket = socket.create_connection((server.host, server.port), timeout=120)
        self.replies = self.socket.makefile("rb")
        self.replies.readline()
        for line in (b"USER " + server.login.encode(), b"PASS " + server.password.encode(), b"INLINE"):
            assert self.ask(line)[:1] in (b"2", b"3")

    def ask(self, line: bytes) -> bytes:
        self.socket.sendall(line + b"\r\n")
        return self.replies.readline()

    def close(self) -> None:
        self.replies.close()
        self.socket.close()


def memory(server: Program) -> int:
    """The memory that a simulator holds, in MiB (Linux only, as these tests)."""
    status = Path("/proc/%d/status" % server.process.pid).read_text(encoding="ascii")
    (line,) = [line for line in status.splitlines() if line.startswith("VmRSS:")]
    return int(line.split()[1]) // 1024
