# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A simulated server in the test's process: how to reach it, what it was told, and what is said to it.

Nothing here needs pytest or Ansible.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options


@dataclass
class Server:
    """A running server, and its journal as the evidence of what was done to it.

    ``journal_path`` gets one JSON object for each command, with the keys time, session, user, verb, arguments (without
    secrets) and code.
    """

    host: str
    port: int
    login: str
    password: str
    journal_path: Path

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
        """The collection's own variables of the environment that lead to this server."""
        return {
            "CGP_HOST": self.host,
            "CGP_PORT": str(self.port),
            "CGP_LOGIN": self.login,
            "CGP_PASSWORD": self.password,
        }

    @property
    def variables(self) -> dict[str, Any]:
        """The same as variables of a host in an inventory: cgp_host, cgp_port, cgp_login, cgp_password."""
        return {
            "cgp_host": self.host,
            "cgp_port": self.port,
            "cgp_login": self.login,
            "cgp_password": self.password,
        }


@dataclass
class SimulatedServer(Server):
    """A simulator on a thread of this process."""

    embedded: Embedded

    def control(self, *lines: str) -> list[Any]:
        """Say lines of the control language, as the guide to the simulator tells them; returns the answers."""
        return [self.embedded.control(line) for line in lines]


@contextmanager
def simulated(directory: Path, **options: Any) -> Iterator[SimulatedServer]:
    """A new server with its journal in ``directory``, which is made. ``options`` are fields of ``Options``; of
    several habits or faults any sequence will do. Unless they say otherwise, the port is free and the password new."""
    directory.mkdir(parents=True)
    journal = directory / "journal.jsonl"
    journal.touch()
    for name in ("faults", "habits"):
        if name in options:
            options[name] = tuple(options[name])
    chosen = Options(**{"port": 0, "password": secrets.token_hex(12), "journal": str(journal), **options})
    with Embedded(chosen) as embedded:
        yield SimulatedServer(
            embedded.host, embedded.port, chosen.login, chosen.password, Path(chosen.journal), embedded
        )
