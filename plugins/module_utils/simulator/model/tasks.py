# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real-Time (PBX) Tasks of a running server.

The simulator does not run the programs. A Task is there until it is killed or its Account goes, and what it was
started with and the events it was sent are its application status: this simulator's choice, for tests to look at.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..answers.refusals import unknown
from .account import Account


@dataclass
class PbxTask:
    """A Task that runs on an Account's behalf. ``entry`` is empty for the main entry point."""

    account: Account
    program: str
    entry: str
    parameter: Any
    events: list[dict[str, Any]] = field(default_factory=list)

    def send(self, event: str, parameter: Any) -> None:
        self.events.append({"event": event, "parameter": parameter})

    def status(self) -> dict[str, Any]:
        """The application status object."""
        return {
            "account": self.account.address,
            "program": self.program,
            "entry": self.entry,
            "startParameter": self.parameter,
            "events": self.events,
        }


@dataclass
class Tasks:
    """All Tasks by their IDs, which are never used again."""

    running: dict[str, PbxTask] = field(default_factory=dict)
    started: int = 0

    def start(self, task: PbxTask) -> str:
        """The ID of a new Task."""
        self.started += 1
        task_id = "pbx-%d" % self.started
        self.running[task_id] = task
        return task_id

    def get(self, task_id: str) -> PbxTask:
        task = self.running.get(task_id)
        if task is None:
            raise unknown("task")
        return task

    def kill(self, task_id: str) -> None:
        del self.running[task_id]
