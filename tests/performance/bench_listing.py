# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much memory and time it takes to look for very many Accounts in the listing of their one Domain.

The pages are made here, as a server's replies are once they are read: a simulator of a million takes gigabytes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._engine.gather import list_wanted
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import PRESENT, Want
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from bench_memory import most_memory
from measure import Row

NUMBERS = (300_000, 600_000, 1_000_000)
PAGE = 5000
DOMAIN = "example.com"


def rows() -> list[Row]:
    return [_row(number) for number in NUMBERS]


def _row(number: int) -> Row:
    program = [sys.executable, __file__, str(number)]
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    output = subprocess.run(program, check=True, stdout=subprocess.PIPE, text=True, env=variables).stdout
    size, seconds, commands = json.loads(output)
    note = "%.0f MB, %.3f KB an Account" % (size / 1e6, size / 1e3 / number)
    return {"name": "a Domain's listing, memory", "n": number, "seconds": seconds, "commands": commands, "note": note}


class Pages:
    """A dialogue with a server that has ``number`` Accounts in one Domain, and knows no command but their listing."""

    read_only = True

    def __init__(self, number: int) -> None:
        self.number = number
        self.asked = 0

    def run(self, conversations: Iterable[Any]) -> Iterator[tuple[int, Any]]:
        for number, conversation in enumerate(conversations):
            yield number, self._answered(conversation)

    def _answered(self, conversation: Any) -> Any:
        """What the conversation returns."""
        replies = None
        while True:
            try:
                commands = conversation.send(replies)
            except StopIteration as ended:
                return ended.value
            replies = [self._page() for _command in commands]

    def _page(self) -> list[Any]:
        first = self.asked * PAGE
        self.asked += 1
        end = min(first + PAGE, self.number)
        accounts = {name(serial): "macnt" for serial in range(first, end)}
        return [self.number, accounts, 0, 0, str(end) if end < self.number else ""]


def name(serial: int) -> str:
    return "anna.keller%d" % serial


def main(number: int) -> None:
    """In a process of its own: the most memory that was held beyond what the program takes, and the seconds."""
    before, begun = most_memory(), time.process_time()
    pages: Any = Pages(number)
    wants = (Want(("%s@%s" % (name(serial), DOMAIN),), PRESENT, {}, None) for serial in range(number))
    listings = list_wanted(pages, ACCOUNT, wants)
    assert len(listings[DOMAIN]) == number
    json.dump([most_memory() - before, time.process_time() - begun, pages.asked], sys.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]))
