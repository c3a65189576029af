# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the simulator holds does not depend on how much it has been told."""

from __future__ import annotations

from collections.abc import Callable

from support.load import Load, Pipe, memory
from support.simulator import Program

ROUND = [
    b"CREATEACCOUNT u%d {RealName=somebody;}",
    b"UPDATEACCOUNTSETTINGS u%d {MaxAccountSize=10M;}",
    b"SETACCOUNTALIASES u%d (alias%d)",
    b"CREATEMAILBOX u%d MAILBOX Archive",
    b"LISTDOMAINOBJECTS example.com 100 ACCOUNTS",
    b"GETACCOUNTEFFECTIVESETTINGS u%d",
    b"WRITESTORAGEFILE u%d FILE notes.txt DATA [AAEC]",
    b"ECHO {a=(1,2,3);}",
    b"UNKNOWNCOMMAND u%d",
    b"DELETEACCOUNT u%d",
]
GROWTH = 16  # MiB


def test_memory_stays_flat(simulator: Program, pipe: Callable[[], Pipe], load: Load) -> None:
    talk = pipe()
    rounds = load.commands // len(ROUND)
    begun = 0
    for number in range(rounds):
        lines = [line.replace(b"%d", b"%d" % number) for line in ROUND]
        talk.socket.sendall(b"\r\n".join(lines) + b"\r\n")
        codes = [talk.replies.readline()[:3] for _line in lines]
        assert codes.count(b"500") == 1 and set(codes) <= {b"200", b"201", b"500"}
        if number == rounds // 10:
            begun = memory(simulator)
    assert memory(simulator) - begun < GROWTH
