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

from ansible_collections.communigate.pro.tests.integration.noun import COLLECTION, Task, say
from support import quick_yaml
from support.in_process import CONTROL
from support.verbs import kind_of

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

    @property
    def fullest(self) -> Case:
        """The case with the most options that does not fail."""
        return max((case for case in self.cases if not case.fails), key=lambda case: len(case.options))

    @property
    def for_ansible(self) -> Sequence[Case]:
        """What Ansible takes: the cases up to the fullest one; all of them where there are secrets to be shown."""
        return self.cases if self.secrets else self.cases[: self.cases.index(self.fullest) + 1]

    def rehearsal(self) -> list[Task]:
        """Each case in check mode and for real; and a look at the server."""
        tasks = say("prepare", self.prepare)
        for case in self.cases:
            tasks += self._arranged(case)
            tasks.append(self._task(case, case.foreseen, check_mode=True))
            tasks.append(self._done(case))
            tasks += say(case.shown, list(case.shows))
        return tasks

    def tasks_for_ansible(self) -> list[Task]:
        """Each case for real, and the fullest one in check mode before."""
        tasks = say("prepare", self.prepare)
        for case in self.for_ansible:
            tasks += self._arranged(case)
            if case is self.fullest:
                tasks.append(self._task(case, case.foreseen, check_mode=True))
            tasks.append(self._done(case))
        return tasks

    def _arranged(self, case: Case) -> list[Task]:
        told = say(case.name + ", prepared", case.prepare)
        return told + command_simulator(case.name + ", arranged", case.control)

    def _done(self, case: Case) -> Task:
        return self._task(case, case.done, **({"register": case.registers} if case.registers else {}))

    def _task(self, case: Case, name: str, **keywords: Any) -> Task:
        may_fail = {"ignore_errors": True} if case.fails else {}
        return {"name": name, COLLECTION + self.module: case.options, **may_fail, **keywords}


def command_simulator(name: str, lines: Sequence[str]) -> list[Task]:
    """The task that says lines of the simulator's control language, if there are any; they may hold secrets."""
    return [{"name": name, CONTROL: {"lines": list(lines)}, "no_log": True}] if lines else []


def read(path: Path) -> Cases:
    """The Cases that a file holds."""
    content = quick_yaml.load(path.read_text(encoding="utf-8"))
    return Cases(**{**content, "cases": [Case(**case) for case in content["cases"]]})


CASES = [read(path) for path in sorted(FILES.glob("*.yml"))]
