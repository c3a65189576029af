# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real playbooks, run by ansible-playbook in a process of its own, with what every task returned."""

from __future__ import annotations

import glob
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from support import ready_python
from support.checkout import ROOT, variables

CALLBACKS = ROOT / "tests" / "support" / "callback_plugins"
ACTIONS = ROOT / "tests" / "support" / "action_plugins"
CONNECTIONS = ROOT / "tests" / "support" / "connection_plugins"
CONFIGURATION = "[defaults]\ninternal_poll_interval = 0.01\n"
"""How often Ansible looks whether a task has ended: a thousand times a second, as it does, is a tenth of its work."""
ELSEWHERE = {"ansible_connection": "elsewhere"}
"""Variables of a task that is to run as an ordinary module, on a target that happens to be this machine."""
LOCALHOST = {"ansible_connection": "local", "ansible_python_interpreter": "{{ ansible_playbook_python }}"}


def play(*tasks: Mapping[str, Any], **keywords: Any) -> dict[str, Any]:
    """A play for localhost without facts; keywords (``module_defaults=...``, ``vars=...``) are the play's own."""
    return {"hosts": "localhost", "gather_facts": False, **keywords, "tasks": list(tasks)}


@dataclass(frozen=True)
class TaskResult:
    """What one task, or one item of its loop, returned on one host; status is ok, failed, skipped or unreachable.

    ``sent``: the simulator's journal of the commands since the result before this one, if the runner knows the journal.
    ``modules``: how many modules were run since then, on whatever target: none if the action plugin did all by itself.
    ``ignored``: the task is one that may fail. What a module shows as a difference is JSON; in ``result`` it is data.
    """

    task: str
    host: str
    status: str
    is_item: bool
    result: dict[str, Any]
    sent: tuple[dict[str, Any], ...] = ()
    modules: int = 0
    play: str = ""
    ignored: bool = False

    @property
    def changed(self) -> bool:
        return bool(self.result.get("changed"))


@dataclass(frozen=True)
class PlaybookRun:
    """One finished run of ansible-playbook, or the part of it that was one play."""

    rc: int
    stdout: str
    stderr: str
    results: tuple[TaskResult, ...]

    @property
    def output(self) -> str:
        """Everything that a user would have seen."""
        return self.stdout + self.stderr

    @property
    def changed(self) -> list[str]:
        """The names of the tasks that reported a change, in order."""
        return [result.task for result in self.results if result.changed and not result.is_item]

    def result(self, task: str, host: str = "localhost") -> dict[str, Any]:
        """The result of the task of this name; there must be exactly one. Ansible takes ``failed`` out of it."""
        return self._ended(task, host).result

    def status(self, task: str, host: str = "localhost") -> str:
        """How the task of this name ended."""
        return self._ended(task, host).status

    def _ended(self, task: str, host: str) -> TaskResult:
        found = [one for one in self.results if (one.task, one.host, one.is_item) == (task, host, False)]
        assert len(found) == 1, "%d results of the task %r:\n%s" % (len(found), task, self.output)
        return found[0]

    def part(self, play: str) -> PlaybookRun:
        """What became of the plays of this name. They failed if a task failed that may not."""
        results = tuple(one for one in self.results if one.play == play)
        failed = any(one.status in ("failed", "unreachable") and not one.ignored for one in results)
        return PlaybookRun(2 if failed or not results else 0, self.stdout, self.stderr, results)

    def items(self, task: str) -> list[dict[str, Any]]:
        """The results of a loop's items, in order."""
        return [one.result for one in self.results if one.task == task and one.is_item]

    def sent(self, task: str) -> list[dict[str, Any]]:
        """The commands of the task of this name, logins included, with those of all items of its loop."""
        return [entry for one in self.results if one.task == task for entry in one.sent]

    def modules(self, task: str) -> int:
        """How many modules were run by the task of this name, with all items of its loop."""
        return sum(one.modules for one in self.results if one.task == task)

    def succeeded(self) -> PlaybookRun:
        """This run, once it is certain that nothing in it failed; the output tells what did."""
        assert self.rc == 0, self.output
        return self


class PlaybookRunner:
    """Runs playbooks with all of Ansible's own files inside one directory, and with no setting from outside.

    ``environment`` is added to the variables; a simulator's ``environment`` leads every task to it. ``journal`` is that
    simulator's; where the plays have simulators of their own, ``{play}`` in its path stands for a play's name.
    """

    def __init__(
        self, directory: Path, environment: Mapping[str, str] | None = None, journal: Path | None = None
    ) -> None:
        self.directory = directory
        self.environment = dict(environment or {})
        self.journal = journal
        self._runs = 0

    def __call__(
        self,
        plays: Sequence[Mapping[str, Any]] | Mapping[str, Any] | Path | str,
        *arguments: str,
        extra_vars: Mapping[str, Any] | None = None,
        check: bool = False,
        diff: bool = False,
        hosts: Mapping[str, Mapping[str, Any]] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> PlaybookRun:
        """Run plays (as data), a playbook's file, or a playbook of a collection (``communigate.pro.quickstart``).

        ``arguments`` go to ansible-playbook (``"-vvvv"``); ``hosts`` are the inventory's hosts with their variables, in
        place of a plain localhost.
        """
        self._runs += 1
        files = self.directory / ("run-%d" % self._runs)
        files.mkdir(parents=True)
        results = files / "results.jsonl"
        modules = files / "modules"
        for file in (results, modules):
            file.touch()
        command = ["playbook", self._playbook(files, plays)]
        inventory = {"all": {"hosts": hosts or {"localhost": LOCALHOST}}}
        command += ["--inventory", _write(files / "inventory.json", inventory)]
        if extra_vars:
            command += ["--extra-vars", "@" + _write(files / "extra-vars.json", extra_vars)]
        command += ["--check"] if check else []
        command += ["--diff"] if diff else []
        begun = self._lengths_of_journals()
        variables_of_run = self._variables(files, environment or {}, results=results, modules=modules)
        done = ready_python.run("ansible", *command, *arguments, directory=files, env=variables_of_run)
        told = [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]
        return PlaybookRun(done.returncode, done.stdout, done.stderr, tuple(self._results(told, begun)))

    def _results(self, told: Sequence[dict[str, Any]], begun: Mapping[Path, int]) -> Iterator[TaskResult]:
        """The results with their parts of the journals, which were ``begun`` bytes long when the playbook started."""
        position = dict(begun)
        modules = 0
        journals: dict[Path, bytes] = {}
        for line in told:
            path = self._journal_of(line["play"])
            if path not in journals:
                journals[path] = path.read_bytes() if self.journal else b""
            ended = line.pop("journal")
            sent = tuple(json.loads(entry) for entry in journals[path][position.get(path, 0) : ended].splitlines())
            position[path] = ended
            read_diff(line["result"])
            modules, before = line.pop("modules"), modules
            yield TaskResult(**line, sent=sent, modules=modules - before)

    def _lengths_of_journals(self) -> dict[Path, int]:
        pattern = glob.escape(str(self.journal or "")).replace("{play}", "*")
        return {path: path.stat().st_size for path in map(Path, glob.glob(pattern))}

    def _journal_of(self, play: str) -> Path:
        return Path(str(self.journal or "").replace("{play}", play))

    @staticmethod
    def _playbook(files: Path, plays: Sequence[Mapping[str, Any]] | Mapping[str, Any] | Path | str) -> str:
        if isinstance(plays, (Path, str)):
            return str(plays)
        # JSON is YAML; only the name has to say so.
        return _write(files / "playbook.yml", [plays] if isinstance(plays, Mapping) else list(plays))

    def _variables(self, files: Path, more: Mapping[str, str], *, results: Path, modules: Path) -> dict[str, str]:
        configuration = files / "ansible.cfg"
        configuration.write_text(CONFIGURATION, encoding="utf-8")
        return variables(
            self.directory,
            ANSIBLE_ACTION_PLUGINS=str(ACTIONS),
            ANSIBLE_CALLBACK_PLUGINS=str(CALLBACKS),
            ANSIBLE_CONFIG=str(configuration),
            ANSIBLE_CONNECTION_PLUGINS=str(CONNECTIONS),
            COMMUNIGATE_PRO_TEST_JOURNAL=str(self.journal or ""),
            COMMUNIGATE_PRO_TEST_MODULES=str(modules),
            COMMUNIGATE_PRO_TEST_RESULTS=str(results),
            **{**self.environment, **more},
        )


def read_diff(result: dict[str, Any]) -> None:
    """The differences of this collection's modules are the text of JSON; other modules have what they like."""
    diff = result.get("diff") or {}
    for side in ("before", "after"):
        text = diff.get(side) if isinstance(diff, dict) else None
        if isinstance(text, str) and text.startswith("{"):
            diff[side] = json.loads(text)


def _write(path: Path, value: Any) -> str:
    path.write_text(json.dumps(value, indent=1), encoding="utf-8")
    return str(path)
