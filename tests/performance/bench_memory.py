# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much memory a task needs for very many Accounts from a file: it must grow with their number and no faster.

And how much a reply of many megabytes needs, until it is an array: at most eight times its size.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from ansible_collections.communigate.pro.plugins.module_utils.connector.data import parse
from ansible_collections.communigate.pro.plugins.module_utils.connector.endpoint import Endpoint
from ansible_collections.communigate.pro.plugins.module_utils.connector.login import Credentials
from ansible_collections.communigate.pro.plugins.module_utils.connector.replies import ReplyReader
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session
from bench_accounts import accounts, run
from measure import Row, running_simulator

NUMBERS = (1_000, 10_000, 50_000, 100_000)
MEGABYTES = (10, 30)


def rows() -> list[Row]:
    return [*of_accounts(), *map(of_array, MEGABYTES)]


def of_array(megabytes: int) -> Row:
    program = [sys.executable, __file__, "array", str(megabytes)]
    variables = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    output = subprocess.run(program, check=True, stdout=subprocess.PIPE, text=True, env=variables).stdout
    times, seconds, number = json.loads(output)
    note = "%.1f times the %d MB of the reply" % (times, megabytes)
    return {"name": "an array of addresses, memory", "n": number, "seconds": seconds, "commands": 0, "note": note}


def of_accounts() -> list[Row]:
    with tempfile.TemporaryDirectory() as directory, running_simulator() as simulator:
        measured = []
        for number in NUMBERS:
            source = Path(directory) / "accounts.jsonl"
            with source.open("w", encoding="utf-8") as file:
                file.writelines(json.dumps(account) + "\n" for account in accounts(number))
            program = [sys.executable, __file__, str(source)]
            variables = {**os.environ, **simulator.environment, "PYTHONPATH": os.pathsep.join(sys.path)}
            output = subprocess.run(program, check=True, stdout=subprocess.PIPE, text=True, env=variables).stdout
            megabytes, seconds, commands = json.loads(output)
            measured.append(
                {
                    "name": "accounts from a file, memory",
                    "n": number,
                    "seconds": seconds,
                    "commands": commands,
                    "note": "%.0f MB at most" % megabytes,
                }
            )
    return measured


def most_memory() -> int:
    """The most bytes that this process has held (Linux). ``ru_maxrss`` would begin with what its parent held."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = [line for line in status.splitlines() if line.startswith("VmHWM:")]
    return int(line.split()[1]) * 1024


def main(source: str, megabytes: str = "") -> None:
    """In a process of its own: the task, and the most memory that it held."""
    if megabytes:
        read_array(int(megabytes) * 1_000_000)
        return
    endpoint = Endpoint(os.environ["CGP_HOST"], int(os.environ["CGP_PORT"]))
    credentials = Credentials(os.environ["CGP_LOGIN"], os.environ["CGP_PASSWORD"])
    seconds, result = run(Session(endpoint, credentials), Path(source))
    print(json.dumps([most_memory() / 2**20, seconds, result["statistics"]["commands"]]))


def read_array(size: int) -> None:
    """A reply that comes piece by piece, as from a socket, and is made an array."""
    reader = ReplyReader(2 * size)
    before, begun = most_memory(), time.perf_counter()
    reader.feed(b"201 (")
    for first in range(0, size // 25, 2_000):
        addresses = ('"user%08d@example.com",' % number for number in range(first, first + 2_000))
        reader.feed("".join(addresses).encode("ascii"))
    reader.feed(b"last)\r\n")
    reply = reader.reply()
    assert reply is not None and reply.data is not None
    value = parse(reply.data)
    print(json.dumps([(most_memory() - before) / size, time.perf_counter() - begun, len(value)]))


if __name__ == "__main__":
    main(*sys.argv[1:])
