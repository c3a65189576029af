# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the modules without state must do (those that read, and the actions), as data: one file in ``cases`` for each.

A file is a dictionary with

* ``module``: its name;
* ``prepare``: lines of the CLI that the server is told before everything (optional, as all that follows but ``cases``);
* ``simulator``: flags that the simulator needs;
* ``control``: lines of the simulator's control language, said before everything;
* ``secrets``: values among the options and the prepared lines that must never be shown;
* ``cases``: tasks, one after the other:

  * ``name``, and ``options`` of the task;
  * ``prepare``: lines of the CLI that the server is told before the case;
  * ``control``: lines of the simulator's control language, said before the case;
  * ``registers``: a variable for the result, for what the server makes up (the options and lines of later cases are
    templates, as in any playbook);
  * ``sends``: the verbs of all commands of the CLI, in their order;
  * ``changed``: whether the task says that it changed something (optional: whether ``sends`` has anything but reads);
  * ``returns``: keys of the result and their values, with ``...`` where that does not matter;
  * ``fails``: a part of the message, if the task is to fail;
  * ``shows``: lines of the CLI and what they return afterwards, with ``...`` where that does not matter.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils.simulator.control import client as control_client
from ansible_collections.communigate.pro.tests.integration.noun import COLLECTION, Task, say
from support import quick_yaml
from support.checkout import TREE
from support.engine_server import kind_of

FILES = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """One case of a module's file; the properties are the names of its tasks."""

    name: str
    options: Mapping[str, Any] = field(default_factory=dict)
    prepare: Sequence[str] = ()
    control: Sequence[str] = ()
    registers: str = ""
    sends: Sequence[str] = ()
    changed: bool | None = None
    returns: Mapping[str, Any] = field(default_factory=dict)
    fails: str = ""
    shows: Mapping[str, Any] = field(default_factory=dict)

    @property
    def foreseen(self) -> str:
        return self.name + ", foreseen"

    @property
    def done(self) -> str:
        return self.name

    @property
    def shown(self) -> str:
        return self.name + ", shown"

    @property
    def changes(self) -> bool:
        """Whether the task says that it changed something."""
        return self.changed if self.changed is not None else any(kind_of(verb) != "read" for verb in self.sends)


@dataclass(frozen=True)
class Cases:
    """One module's file."""

    module: str
    cases: Sequence[Case]
    prepare: Sequence[str] = ()
    simulator: Sequence[str] = ()
    control: Sequence[str] = ()
    secrets: Sequence[str] = ()

    def rehearsal(self) -> list[Task]:
        """Each case in check mode and for real; and a look at the server."""
        tasks = say("prepare", self.prepare)
        for case in self.cases:
            tasks += say(case.name + ", prepared", case.prepare)
            tasks += command_simulator(case.name + ", arranged", case.control)
            tasks.append(self._task(case, case.foreseen, check_mode=True))
            registered = {"register": case.registers} if case.registers else {}
            tasks.append(self._task(case, case.done, **registered))
            tasks += say(case.shown, list(case.shows))
        return tasks

    def _task(self, case: Case, name: str, **keywords: Any) -> Task:
        may_fail = {"ignore_errors": True} if case.fails else {}
        return {"name": name, COLLECTION + self.module: case.options, **may_fail, **keywords}


def command_simulator(name: str, lines: Sequence[str]) -> list[Task]:
    """The task that says lines of the simulator's control language, if there are any; they may hold secrets."""
    port = "{{ simulator_port }}"
    program = {"argv": ["{{ ansible_playbook_python }}", "-m", control_client.__name__, "--port", port, *lines]}
    environment = {"PYTHONPATH": str(TREE)}
    task = {"name": name, "ansible.builtin.command": program, "environment": environment, "no_log": True}
    return [task] if lines else []


def read(path: Path) -> Cases:
    """The Cases that a file holds."""
    content = quick_yaml.load(path.read_text(encoding="utf-8"))
    return Cases(**{**content, "cases": [Case(**case) for case in content["cases"]]})


CASES = [read(path) for path in sorted(FILES.glob("*.yml"))]
