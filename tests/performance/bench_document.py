# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server of very many Accounts written to a directory, compared with it, and made of it: in time, and in memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

from ansible.parsing.dataloader import DataLoader
from ansible_collections.communigate.pro.plugins.module_utils._host import argument_spec, execute, held_in_directory
from ansible_collections.communigate.pro.plugins.module_utils._resources.config import CONFIG
from ansible_collections.communigate.pro.plugins.module_utils._resources.export import EXPORT
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session
from bench_memory import most_memory
from measure import RecordingSession, Row, running_simulator, seconds_of_bare_loop, session
from support.simulator import Simulator

NUMBERS = (10_000, 100_000)
ONLY = ["domain", "account"]
DEEDS = {
    "export": "exported",
    "apply": "compared with an export",
    "make": "made of an export on an empty server",
}


def rows() -> list[Row]:
    return [row for number in NUMBERS for row in _rows(number)]


def _rows(number: int) -> list[Row]:
    with tempfile.TemporaryDirectory() as directory, running_simulator("--seed", str(number)) as full:
        path = directory + "/config"

        @contextmanager
        def server(deed: str) -> Iterator[Simulator]:
            """The one with the Accounts, or each time another that is empty."""
            with running_simulator() if deed == "make" else nullcontext(full) as simulator:
                yield simulator

        measured = []
        for deed, words in DEEDS.items():
            with server(deed) as simulator:
                megabytes, seconds, commands = _in_a_process_of_its_own(simulator, deed, path)
            with server(deed) as simulator:
                lines = _lines(simulator, deed, path)
            with server(deed) as simulator:
                floor = seconds_of_bare_loop(simulator, lines)
            measured.append(
                {
                    "name": "accounts of a server, " + words,
                    "n": number,
                    "seconds": seconds,
                    "floor_seconds": floor,
                    "ratio": seconds / floor,
                    "commands": commands,
                    "note": "%.0f MB at most (aim: 2, and less than 300 MB)" % megabytes,
                }
            )
    return measured


def _in_a_process_of_its_own(simulator: Simulator, deed: str, path: str) -> list[Any]:
    """What ``main`` tells: megabytes, seconds, commands."""
    variables = {**os.environ, **simulator.environment, "PYTHONPATH": os.pathsep.join(sys.path)}
    program = [sys.executable, __file__, deed, path]
    done = subprocess.run(program, check=True, stdout=subprocess.PIPE, text=True, env=variables)
    return list(json.loads(done.stdout))


def _lines(simulator: Simulator, deed: str, path: str) -> list[bytes]:
    recording = RecordingSession(simulator)
    run(recording, deed, path)
    return recording.lines


def run(session: Session, deed: str, path: str) -> dict[str, Any]:
    """The result of the task, all of it included; only what is made changes anything on the server."""
    subject, options = (EXPORT, {"dest": path}) if deed == "export" else (CONFIG, {"state": "replaced"})
    params = {name: option.get("default") for name, option in argument_spec(subject).items()}
    params.update(options, only=ONLY, login="postmaster")
    if deed != "export":
        params.update(held_in_directory(subject, path, load_yaml=DataLoader().load))
    with session:
        result = execute(subject, params, session)
    if result.get("failed") or (deed != "export" and result["changed"] is not (deed == "make")):
        raise SystemExit(result.get("msg") or "changed: %s" % result["changed"])
    return result


def main(deed: str, path: str) -> None:
    """In a process of its own: the task, and the most memory that it held."""
    names = ("host", "port", "login", "password")
    host, port, login, password = (os.environ["CGP_" + name.upper()] for name in names)
    simulator = Simulator(host, int(port), login, password, Path(), int)
    begun = time.perf_counter()
    result = run(session(simulator), deed, path)
    json.dump([most_memory() / 1e6, time.perf_counter() - begun, result["statistics"]["commands"]], sys.stdout)


if __name__ == "__main__":
    main(*sys.argv[1:])
