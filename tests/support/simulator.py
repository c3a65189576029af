# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A simulator, in this process or as one of its own as users and roles start it, and its journal as the evidence."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from ansible_collections.communigate.pro.extensions.pytest.server import Server
from ansible_collections.communigate.pro.plugins.module_utils.simulator import options
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.client import ControlClient
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded

from support.checkout import TREE
from support.verbs import kind_of

PROGRAM = "ansible_collections.communigate.pro.plugins.module_utils.simulator.program.launch"
READY = "listening on "
STARTING_SECONDS = 120
STOPPING_SECONDS = 120


class SimulatorFailed(Exception):
    """The simulator did not start, or did not end as it should; the message holds what it printed."""


@dataclass
class Simulator(Server):
    """A running simulator. ``stop`` ends it and returns the exit status, which is 0 for one in this process. Twice does
    no harm. ``realms``: by their transports, the ports of its HTTP realm."""

    stop: Callable[[], int]
    realms: Mapping[str, int] = field(default_factory=dict, kw_only=True)

    def over(self, transport: str) -> dict[str, Any]:
        """The connection options that lead to it by this transport."""
        return {"transport": transport, "port": self.realms.get(transport, self.port)}

    def changes(self, mark: int = 0) -> list[str]:
        """The verbs of what was no read, after a mark, in order."""
        since = self.since(mark)
        return [entry["verb"] for entry in since if kind_of(entry["verb"], entry.get("arguments")) != "read"]

    def control(self, *lines: str) -> list[Any]:
        """Say lines of the control language, in a session of their own; returns the answers."""
        if not lines:
            return []
        with ControlClient(self.host, self.port, self.password) as client:
            return [client.say(line) for line in lines]


@dataclass
class Program(Simulator):
    """A simulator that is a process of its own."""

    output_path: Path
    process: subprocess.Popen[bytes]


def embed(
    directory: Path,
    *arguments: str,
    login: str = "postmaster",
    password: str = "a password, for tests",
    main_domain: str = "example.com",
) -> Simulator:
    """Start a simulator in this process: the arguments are those of ``start``, which takes ten times as long."""
    journal, flags = _prepare(directory, arguments, login, password, main_domain)
    running = ExitStack()
    server = running.enter_context(Embedded(options.parse(flags, {})))

    def stop() -> int:
        running.close()
        return 0

    realms = {"http": server.http_port, "https": server.https_port}
    there = {transport: port for transport, port in realms.items() if port is not None}
    return Simulator(server.host, server.port, login, password, journal, stop, realms=there)


def _prepare(
    directory: Path, arguments: Sequence[str], login: str, password: str, main_domain: str
) -> tuple[Path, list[str]]:
    """The journal in a directory, which both are made, and all flags."""
    directory.mkdir(parents=True, exist_ok=True)
    journal = directory / "journal.jsonl"
    journal.touch()
    flags = ["--port", "0", "--journal", str(journal), "--main-domain", main_domain]
    return journal, [*flags, "--login", login, "--password", password, *arguments]


def start(
    directory: Path,
    *arguments: str,
    login: str = "postmaster",
    password: str = "a password, for tests",
    main_domain: str = "example.com",
) -> Program:
    """Start a simulator on a free port with its files in ``directory``, and wait until it listens.

    ``arguments`` are further flags (``"--latency-ms", "5"``); the keywords are flags that the returned
    object must know too.
    """
    journal, flags = _prepare(directory, arguments, login, password, main_domain)
    output = directory / "output.txt"
    with output.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", PROGRAM, *flags],
            cwd=directory,
            env=dict(os.environ, PYTHONPATH=str(TREE), PYTHONUNBUFFERED="1"),
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.STDOUT,
        )
    try:
        host, port = _address(process, output)
    except SimulatorFailed:
        process.kill()
        process.wait()
        raise
    stop = partial(_stop, process, output)
    return Program(host, port, login, password, journal, stop, output, process)


def _stop(process: subprocess.Popen[bytes], output: Path) -> int:
    """Ask the simulator to end, as a service manager does."""
    if process.poll() is None:
        process.terminate()
    try:
        return process.wait(STOPPING_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        raise SimulatorFailed("did not end when asked to:\n%s" % _text(output)) from None


def _address(process: subprocess.Popen[bytes], output: Path) -> tuple[str, int]:
    """The host and the port from the line that tells that the simulator listens."""
    deadline = time.monotonic() + STARTING_SECONDS
    while time.monotonic() < deadline:
        ended = process.poll() is not None
        for line in _text(output).splitlines(keepends=True):
            if line.startswith(READY) and line.endswith("\n"):
                host, port = line[len(READY) :].strip().rsplit(":", 1)
                return host.strip("[]"), int(port)
        if ended:
            raise SimulatorFailed("ended with status %s:\n%s" % (process.returncode, _text(output)))
        time.sleep(0.01)
    raise SimulatorFailed("not listening after %d s:\n%s" % (STARTING_SECONDS, _text(output)))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")
