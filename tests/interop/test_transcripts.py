# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The conversations in ``transcripts``, replayed against the simulator and compared byte by byte.

They are written by hand from the manual and from what is known of the protocol, never from what the simulator says.
A ``C:`` line is sent, an ``S:`` line must arrive; ``C:`` lines without an ``S:`` line between them go out in one write.
The client's lines end in LF, or in CR LF where ``<CRLF>`` says so, the server's always in CR LF. Empty lines and those
that begin with ``#`` are remarks. Each conversation ends with ``S: <closed>``: the server says nothing more, and goes.

Wildcards of ``S:`` lines: ``<challenge>`` (kept for ``<digest>``), ``<digits>``, ``<text>`` (anything on the line),
``<lines>`` (anything without a CR), ``<timestamp>``. Wildcard of ``C:`` lines: ``<digest>`` (the APOP digest).
"""

from __future__ import annotations

import hashlib
import re
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.simulator import Simulator

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))
SAMPLE = Path(__file__).parent / "transcripts" / "manual_sample.txt"
PASSWORD = "postmasterpassword"
SECONDS = 120

_WILDCARDS = {
    "<challenge>": rb"(?P<challenge><[0-9]+\.[0-9]+@[A-Za-z0-9.-]+>)",
    "<digits>": rb"[0-9]+",
    "<text>": rb"[^\r\n]+",
    "<lines>": rb"[^\r]*",
    "<timestamp>": rb"#T[0-9]{2}-[0-9]{2}-[0-9]{4}_[0-9]{2}:[0-9]{2}:[0-9]{2}",
}
_CRLF = "<CRLF>"
_CLOSED = "<closed>"


class Conversation:
    """One connection, and what the client must remember of it; ``piece``: how many bytes go into one write."""

    def __init__(self, connection: socket.socket, piece: int) -> None:
        self._connection = connection
        self._piece = piece
        self._stream = connection.makefile("rb")
        self._challenge = b""

    def __enter__(self) -> Conversation:
        return self

    def __exit__(self, *_error: object) -> None:
        self._stream.close()

    def say(self, lines: list[str]) -> None:
        data = b"".join(self._sent(line) for line in lines)
        for start in range(0, len(data), self._piece):
            self._connection.sendall(data[start : start + self._piece])

    def hear(self, line: str) -> None:
        if line == _CLOSED:
            assert self._stream.read() == b""
            return
        got = b""
        # <lines> may stand for several lines, of which only the last has a CR.
        while not got.endswith(b"\r\n" if "<lines>" in line else b"\n"):
            more = self._stream.readline()
            assert more, "the connection was closed instead of: %s" % line
            got += more
        found = re.fullmatch(self._pattern(line), got)
        assert found, "expected %r, got %r" % (line, got)
        self._challenge = found.groupdict().get("challenge") or self._challenge

    def _sent(self, line: str) -> bytes:
        digest = hashlib.md5(self._challenge + PASSWORD.encode()).hexdigest()
        text = line.replace("<digest>", digest)
        if text.endswith(_CRLF):
            return text[: -len(_CRLF)].encode() + b"\r\n"
        return text.encode() + b"\n"

    @staticmethod
    def _pattern(line: str) -> bytes:
        parts = re.split("(%s)" % "|".join(_WILDCARDS), line)
        return b"".join(_WILDCARDS.get(part) or re.escape(part.encode()) for part in parts) + rb"\r\n"


def turns(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The sides in turn, each with its lines."""
    side = ""
    lines: list[str] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        match = re.fullmatch("([CS]): ?(.*)", line)
        assert match, "%s, line %d is neither C: nor S: nor a remark" % (path.name, number)
        if match.group(1) != side and lines:
            yield side, lines
            lines = []
        side = match.group(1)
        lines.append(match.group(2))
    yield side, lines


def replay(path: Path, simulator: Simulator, piece: int) -> None:
    with socket.create_connection((simulator.host, simulator.port), SECONDS) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        with Conversation(connection, piece) as conversation:
            for side, lines in turns(path):
                if side == "C":
                    conversation.say(lines)
                else:
                    for line in lines:
                        conversation.hear(line)
            assert lines[-1] == _CLOSED, "%s must end with S: %s" % (path.name, _CLOSED)


@pytest.fixture
def server(simulator_factory) -> Simulator:  # type: ignore[no-untyped-def]
    return simulator_factory(password=PASSWORD)


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
def test_transcript(path: Path, server: Simulator) -> None:
    replay(path, server, piece=1 << 20)


def test_the_manuals_sample_in_single_bytes(server: Simulator) -> None:
    replay(SAMPLE, server, piece=1)


def test_there_are_transcripts() -> None:
    assert SAMPLE in TRANSCRIPTS
