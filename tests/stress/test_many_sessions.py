# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many sessions at once: no write is lost, no reply comes to somebody else."""

from __future__ import annotations

import asyncio
import time
from collections import Counter

from support.load import Load
from support.simulator import Program


class Talker:
    """One session, with an Account of its own, which it writes to and reads from; it counts what it said."""

    def __init__(self, server: Program, number: int) -> None:
        self.server = server
        self.account = "talker%d" % number
        self.said: Counter[str] = Counter()
        self.written = 0

    async def talk(self, until: float) -> None:
        self.reader, self.writer = await asyncio.open_connection(self.server.host, self.server.port)
        await self.reader.readline()
        await self.ask("USER %s" % self.server.login)
        await self.ask("PASS %s" % self.server.password)
        await self.ask("INLINE")
        assert await self.ask("CREATEACCOUNT %s" % self.account) == "200 OK"
        while time.monotonic() < until:
            await self.round()
        self.writer.close()
        await self.writer.wait_closed()

    async def round(self) -> None:
        """Five commands in one write, whose replies tell whose they are."""
        self.written += 1
        lines = [
            "UPDATEACCOUNTSETTINGS %s {Count=%d;}" % (self.account, self.written),
            "ECHO %s" % self.account,
            "GETACCOUNTSETTINGS %s" % self.account,
            "SETACCOUNTALIASES %s (%s-%d)" % (self.account, self.account, self.written),
            "GETACCOUNTALIASES %s" % self.account,
        ]
        self.writer.write("".join(line + "\n" for line in lines).encode())
        self.said.update(line.split(" ")[0] for line in lines)
        replies = [await self.line() for _line in lines]
        assert replies == [
            "200 OK",
            "201 %s" % self.account,
            "201 {Count=%d;}" % self.written,
            "200 OK",
            "201 (%s-%d)" % (self.account, self.written),
        ]

    async def ask(self, line: str) -> str:
        self.said[line.split(" ")[0]] += 1
        self.writer.write(line.encode() + b"\n")
        return await self.line()

    async def line(self) -> str:
        return (await self.reader.readline()).decode().rstrip("\r\n")


def test_no_write_is_lost_and_no_reply_is_mixed_up(simulator: Program, load: Load) -> None:
    talkers = [Talker(simulator, number) for number in range(load.sessions)]

    async def all_at_once() -> None:
        until = time.monotonic() + load.seconds
        await asyncio.gather(*(talker.talk(until) for talker in talkers))

    asyncio.run(all_at_once())
    journal = simulator.journal()
    assert {entry["code"] for entry in journal} <= {200, 300}
    said = sum((talker.said for talker in talkers), Counter())
    assert Counter(entry["verb"] for entry in journal) == said
    last = {}
    for entry in journal:
        if entry["verb"] == "UPDATEACCOUNTSETTINGS":
            last[entry["arguments"]["accountName"]] = int(entry["arguments"]["newSettings"]["Count"])
    assert last == {talker.account: talker.written for talker in talkers}
    assert len({entry["session"] for entry in journal}) == load.sessions
