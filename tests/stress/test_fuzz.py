# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines that no client should send: each is answered with one reply, or ends the connection."""

from __future__ import annotations

import random
import re
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

from support.load import Load, Pipe, memory
from support.simulator import Program

GOLDEN = Path(__file__).parents[1] / "unit" / "cli" / "golden.txt"
CHUNK = 2000  # lines that are sent before the replies are looked at
REPLY = re.compile(rb"(?:200|201|300|5\d\d) [^\r\n]*\r\n").fullmatch
# What ends the connection, the server or the login's rights is another test's business.
ENDS = re.compile(
    rb"\s*(?:QUIT|SHUTDOWN|USER|PASS|APOP|AUTH|NEWPASS|SIMULATOR|KILLACCOUNTSESSIONS|SETACCOUNT\w*)\b", re.IGNORECASE
)
GROWTH = 200  # MiB that the simulator may hold more afterwards: some of the lines do make objects


def seeds() -> list[bytes]:
    """A well-formed line of every command."""
    lines = GOLDEN.read_text(encoding="utf-8").splitlines()
    verbs = re.compile(r"[A-Z]{4,}( |$)")
    return [line.encode("utf-8") for line in lines if verbs.match(line)]


def lines(count: int, chance: random.Random) -> Iterator[bytes]:
    """Lines of all bad sorts: random bytes, cut, mutilated, spliced, deeply nested, without end."""
    known = seeds()
    sorts = (_noise, _cut, _mutilated, _spliced, _nested, _unbalanced)
    for _line in range(count):
        line = chance.choice(sorts)(known, chance).replace(b"\n", b"?")
        yield b"NOOP" if ENDS.match(line) else line


def _noise(known: list[bytes], chance: random.Random) -> bytes:
    return bytes(chance.randrange(256) for _byte in range(chance.randrange(60)))


def _cut(known: list[bytes], chance: random.Random) -> bytes:
    line = chance.choice(known)
    return line[: chance.randrange(len(line) + 1)]


def _mutilated(known: list[bytes], chance: random.Random) -> bytes:
    line = bytearray(chance.choice(known))
    for _byte in range(chance.randrange(1, 5)):
        line[chance.randrange(len(line))] = chance.randrange(256)
    return bytes(line)


def _spliced(known: list[bytes], chance: random.Random) -> bytes:
    first, second = chance.choice(known), chance.choice(known)
    return first[: chance.randrange(len(first))] + second[chance.randrange(len(second)) :]


def _nested(known: list[bytes], chance: random.Random) -> bytes:
    opening = chance.choice((b"(", b"{a=", b"({a=(", b"<a>", b"#(", b'("\\'))
    return b"ECHO " + opening * chance.choice((1, 10, 300, 3000))


def _unbalanced(known: list[bytes], chance: random.Random) -> bytes:
    marks = b'(){}=;,"\\[]#<>a1 \xff'
    return chance.choice(known).split(b" ")[0] + b" " + bytes(chance.choice(marks) for _mark in range(20))


def test_bad_lines_are_answered_one_by_one(simulator: Program, pipe: Callable[[], Pipe], load: Load) -> None:
    talk = pipe()
    begun = memory(simulator)
    waiting = list(lines(load.lines, random.Random(106)))
    for start in range(0, len(waiting), CHUNK):
        chunk = waiting[start : start + CHUNK]
        sender = threading.Thread(target=talk.socket.sendall, args=(b"\r\n".join(chunk) + b"\r\n",))
        sender.start()
        for line in chunk:
            reply = talk.replies.readline()
            assert REPLY(reply) and not reply.startswith(b"590"), (line[:200], reply[:200])
        sender.join()
    assert talk.ask(b"ECHO alive") == b"201 alive\r\n"
    assert memory(simulator) - begun < GROWTH
    assert simulator.stop() == 0
    assert "Traceback" not in simulator.output_path.read_text(encoding="utf-8")


def test_a_line_of_64_mib_works_and_a_longer_one_ends_the_connection(
    simulator: Program, pipe: Callable[[], Pipe]
) -> None:
    limit = 64 * 1024 * 1024
    head, tail = b"WRITESTORAGEFILE postmaster FILE big DATA [", b"]"
    room = (limit - len(head) - len(tail) - 2) // 4 * 4
    talk = pipe()
    assert talk.ask(head + b"A" * room + tail) == b"200 OK\r\n"
    assert talk.ask(b"GETSTORAGEFILEINFO postmaster") == b"201 (#%d,#1)\r\n" % (room // 4 * 3)
    longer = pipe()
    longer.socket.sendall(b"ECHO " + b"A" * (limit + 1))
    assert longer.replies.readline()[:1] == b"5"
    assert longer.replies.readline() == b""
    assert talk.ask(b"NOOP") == b"200 OK\r\n"
