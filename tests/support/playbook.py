# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Playbooks, run as users of the collection can run them in tests of their own; with more evidence, and quicker."""

from __future__ import annotations

import glob
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ansible_collections.communigate.pro.extensions.pytest import playbook
from ansible_collections.communigate.pro.extensions.pytest.playbook import LOCALHOST, play, read_diff

from support import ready_python
from support.checkout import ROOT, variables

__all__ = ["ELSEWHERE", "LOCALHOST", "PlaybookRun", "PlaybookRunner", "TaskResult", "play", "read_diff"]

CALLBACKS = ROOT / "tests" / "support" / "callback_plugins"
ACTIONS = ROOT / "tests" / "support" / "action_plugins"
CONNECTIONS = ROOT / "tests" / "support" / "connection_plugins"
CONFIGURATION = "[defaults]\ninternal_poll_interval = 0.01\n"
"""How often Ansible looks whether a task has ended: a thousand times a second, as it does, is a tenth of its work."""
ELSEWHERE = {"ansible_connection": "elsewhere"}
"""Variables of a task that is to run as an ordinary module, on a target that happens to be this machine."""


@dataclass(frozen=True)
class TaskResult(playbook.TaskResult):
    """``modules``: how many modules were run since the result before this one, on whatever target: none if the action
    plugin did all by itself."""

    modules: int = 0


@dataclass(frozen=True)
class PlaybookRun(playbook.PlaybookRun):
    results: tuple[TaskResult, ...]

    def modules(self, task: str) -> int:
        """How many modules were run by the task of this name, with all items of its loop."""
        return sum(one.modules for one in self.results if one.task == task)


class PlaybookRunner(playbook.PlaybookRunner):
    """Runs playbooks with all of Ansible's own files inside one directory, and with no setting from outside.

    ``environment`` is added to the variables; a simulator's ``environment`` leads every task to it. ``journal`` is that
    simulator's; where the plays have simulators of their own, ``{play}`` in its path stands for a play's name.
    """

    def __init__(
        self, directory: Path, environment: Mapping[str, str] | None = None, journal: Path | None = None
    ) -> None:
        super().__init__(directory, directory, journal)
        self.environment = dict(environment or {})
        self._modules = 0

    def working_directory(self, files: Path) -> Path:
        return files

    def start(self, arguments: Sequence[str], files: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        return ready_python.run("ansible", *arguments, directory=files, env=env)

    def variables(self, files: Path, results: Path) -> dict[str, str]:
        configuration = files / "ansible.cfg"
        configuration.write_text(CONFIGURATION, encoding="utf-8")
        self._modules = 0
        modules = files / "modules"
        modules.touch()
        return variables(
            self.directory,
            ANSIBLE_ACTION_PLUGINS=str(ACTIONS),
            ANSIBLE_CALLBACK_PLUGINS=str(CALLBACKS),
            ANSIBLE_CONFIG=str(configuration),
            ANSIBLE_CONNECTION_PLUGINS=str(CONNECTIONS),
            COMMUNIGATE_PRO_TEST_JOURNAL=str(self.journal or ""),
            COMMUNIGATE_PRO_TEST_MODULES=str(modules),
            COMMUNIGATE_PRO_TEST_RESULTS=str(results),
            **self.environment,
        )

    def journals(self) -> dict[Path, int]:
        pattern = glob.escape(str(self.journal or "")).replace("{play}", "*")
        return {path: path.stat().st_size for path in map(Path, glob.glob(pattern))}

    def journal_of(self, play: str) -> Path | None:
        return Path(str(self.journal).replace("{play}", play)) if self.journal else None

    def run(
        self, done: subprocess.CompletedProcess[str], results: tuple[playbook.TaskResult, ...]
    ) -> playbook.PlaybookRun:
        return PlaybookRun(done.returncode, done.stdout, done.stderr, results)

    def task_result(self, line: dict[str, Any], sent: tuple[dict[str, Any], ...]) -> playbook.TaskResult:
        modules = line.pop("modules")
        self._modules, before = modules, self._modules
        return TaskResult(**line, sent=sent, modules=modules - before)
