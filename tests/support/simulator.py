# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulator as a process of its own, as users and roles start it, and its journal as the tests' evidence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.client import ControlClient

from support.checkout import TREE

PROGRAM = "ansible_collections.communigate.pro.plugins.module_utils.simulator.program.launch"
READY = "listening on "
STARTING_SECONDS = 120
STOPPING_SECONDS = 120


class SimulatorFailed(Exception):
    """The simulator did not start, or did not end as it should; the message holds what it printed."""


@dataclass
class Simulator:
    """A running simulator: how to reach it, and what it was told.

    ``journal_path`` gets one JSON object per command, with the keys time, session, user, verb, arguments and code.
    """

    host: str
    port: int
    login: str
    password: str
    journal_path: Path
    output_path: Path
    process: subprocess.Popen[bytes]

    def journal(self) -> list[dict[str, Any]]:
        """Every command so far, of all sessions."""
        return [json.loads(line) for line in self.journal_path.read_text(encoding="utf-8").splitlines()]

    def mark(self) -> int:
        """A place in the journal, for ``since`` and ``verbs``."""
        return len(self.journal())

    def since(self, mark: int) -> list[dict[str, Any]]:
        """The commands after a mark."""
        return self.journal()[mark:]

    def verbs(self, mark: int = 0) -> list[str]:
        """The verbs after a mark, in order."""
        return [entry["verb"] for entry in self.since(mark)]

    @property
    def environment(self) -> dict[str, str]:
        """The collection's own variables that lead to this server."""
        return {
            "CGP_HOST": self.host,
            "CGP_PORT": str(self.port),
            "CGP_LOGIN": self.login,
            "CGP_PASSWORD": self.password,
        }

    def control(self, *lines: str) -> list[Any]:
        """Say lines of the control language, in a session of their own; returns the answers."""
        if not lines:
            return []
        with ControlClient(self.host, self.port, self.password) as client:
            return [client.say(line) for line in lines]

    def stop(self) -> int:
        """Ask the simulator to end, as a service manager does; returns its exit status. Twice does no harm."""
        if self.process.poll() is None:
            self.process.terminate()
        try:
            return self.process.wait(STOPPING_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise SimulatorFailed("did not end when asked to:\n%s" % _text(self.output_path)) from None


def start(
    directory: Path,
    *arguments: str,
    login: str = "postmaster",
    password: str = "a password, for tests",
    main_domain: str = "example.com",
) -> Simulator:
    """Start a simulator on a free port with its files in ``directory``, and wait until it listens.

    ``arguments`` are further flags (``"--latency-ms", "5"``); the keywords are flags that the returned
    object must know too.
    """
    directory.mkdir(parents=True, exist_ok=True)
    journal = directory / "journal.jsonl"
    journal.touch()
    output = directory / "output.txt"
    flags = ["--port", "0", "--journal", str(journal), "--main-domain", main_domain]
    flags += ["--login", login, "--password", password, *arguments]
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
    return Simulator(host, port, login, password, journal, output, process)


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
