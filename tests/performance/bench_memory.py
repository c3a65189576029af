# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much memory a task needs for very many Accounts from a file: it must grow with their number and no faster."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from ansible_collections.communigate.pro.plugins.module_utils.connector.endpoint import Endpoint
from ansible_collections.communigate.pro.plugins.module_utils.connector.login import Credentials
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session
from bench_accounts import accounts, run
from measure import Row, running_simulator

NUMBERS = (1_000, 10_000, 50_000, 100_000)


def rows() -> list[Row]:
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


def main(source: str) -> None:
    """In a process of its own: the task, and the most memory that it held."""
    endpoint = Endpoint(os.environ["CGP_HOST"], int(os.environ["CGP_PORT"]))
    credentials = Credentials(os.environ["CGP_LOGIN"], os.environ["CGP_PASSWORD"])
    seconds, result = run(Session(endpoint, credentials), Path(source))
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([most, seconds, result["statistics"]["commands"]]))


if __name__ == "__main__":
    main(*sys.argv[1:])
