# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real playbooks, run by ansible-playbook in a process of its own, with what every task returned.

Nothing here needs pytest, and nothing imports Ansible: it is what the Python that runs this has installed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

CALLBACKS = Path(__file__).absolute().parent / "callback_plugins"
COLLECTIONS = Path(__file__).absolute().parents[5]
"""The directory that holds ``ansible_collections`` with this file in it, which may be a link to a checkout."""
LOCALHOST = {"ansible_connection": "local", "ansible_python_interpreter": "{{ ansible_playbook_python }}"}
"""Variables of a host that is this machine, and runs what it is told by the same Python."""

Plays = Sequence[Mapping[str, Any]] | Mapping[str, Any] | Path | str


def play(*tasks: Mapping[str, Any], **keywords: Any) -> dict[str, Any]:
    """A play for localhost without facts; keywords (``module_defaults=...``, ``vars=...``) are the play's own."""
    return {"hosts": "localhost", "gather_facts": False, **keywords, "tasks": list(tasks)}


@dataclass(frozen=True)
class TaskResult:
    """What one task, or one item of its loop, returned on one host; status is ok, failed, skipped or unreachable.

    ``sent``: the simulator's journal of the commands since the result before this one, if the runner knows the journal.
    ``ignored``: the task is one that may fail. What a module shows as a difference is JSON; in ``result`` it is data.
    """

    task: str
    host: str
    status: str
    is_item: bool
    result: dict[str, Any]
    sent: tuple[dict[str, Any], ...] = ()
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
        if len(found) != 1:
            raise AssertionError("%d results of the task %r:\n%s" % (len(found), task, self.output))
        return found[0]

    def part(self, play: str) -> PlaybookRun:
        """What became of the plays of this name. They failed if a task failed that may not."""
        results = tuple(one for one in self.results if one.play == play)
        failed = any(one.status in ("failed", "unreachable") and not one.ignored for one in results)
        return replace(self, rc=2 if failed or not results else 0, results=results)

    def items(self, task: str) -> list[dict[str, Any]]:
        """The results of a loop's items, in order."""
        return [one.result for one in self.results if one.task == task and one.is_item]

    def sent(self, task: str) -> list[dict[str, Any]]:
        """The commands of the task of this name, logins included, with those of all items of its loop."""
        return [entry for one in self.results if one.task == task for entry in one.sent]

    def succeeded(self) -> PlaybookRun:
        """This run, once it is certain that nothing in it failed; the output tells what did."""
        if self.rc != 0:
            raise AssertionError(self.output)
        return self


class PlaybookRunner:
    """Runs playbooks of ``project``, with its ansible.cfg and its roles; what a run needs besides is in ``directory``.

    ``environment`` is added to the variables. ``journal`` is the file whose new lines are the commands of a task.
    """

    def __init__(self, directory: Path, project: Path, journal: Path | None = None) -> None:
        self.directory = directory
        self.project = project
        self.journal = journal
        self._runs = 0

    def __call__(
        self,
        plays: Plays,
        *arguments: str,
        extra_vars: Mapping[str, Any] | None = None,
        check: bool = False,
        diff: bool = False,
        hosts: Mapping[str, Mapping[str, Any]] | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> PlaybookRun:
        """Run plays (as data), a playbook's file, or a playbook of a collection (``communigate.pro.quickstart``).

        ``arguments`` go to ansible-playbook (``"-vvvv"``). ``hosts`` are the inventory's hosts with their variables, in
        place of a plain localhost; what they do not say of their connection is what localhost has.
        """
        self._runs += 1
        files = self.directory / ("run-%d" % self._runs)
        files.mkdir(parents=True)
        results = files / "results.jsonl"
        results.touch()
        named = {name: {**LOCALHOST, **variables} for name, variables in (hosts or {"localhost": {}}).items()}
        command = ["playbook", self._playbook(files, plays)]
        command += ["--inventory", _write(files / "inventory.json", {"all": {"hosts": named}})]
        if extra_vars:
            command += ["--extra-vars", "@" + _write(files / "extra-vars.json", extra_vars)]
        command += ["--check"] if check else []
        command += ["--diff"] if diff else []
        begun = self.journals()
        done = self.start([*command, *arguments], files, {**self.variables(files, results), **(environment or {})})
        told = [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]
        return self.run(done, tuple(self._results(told, begun)))

    # What a runner may do otherwise.

    def start(self, arguments: Sequence[str], files: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
        """Run Ansible's program with these arguments, and wait for its end."""
        return subprocess.run(
            [sys.executable, "-m", "ansible", *arguments],
            cwd=self.working_directory(files),
            env=env,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            errors="replace",
            check=False,
        )

    def working_directory(self, files: Path) -> Path:
        """Where ansible-playbook is run, and paths begin."""
        return self.project

    def variables(self, files: Path, results: Path) -> dict[str, str]:
        """The environment of ansible-playbook, which has the results written to a file."""
        callbacks = [str(CALLBACKS), *filter(None, [os.environ.get("ANSIBLE_CALLBACK_PLUGINS")])]
        search = [str(COLLECTIONS), *filter(None, [os.environ.get("PYTHONPATH")])]
        return {
            **os.environ,
            "ANSIBLE_CALLBACK_PLUGINS": os.pathsep.join(callbacks),
            "COMMUNIGATE_PRO_TEST_JOURNAL": str(self.journal or ""),
            "COMMUNIGATE_PRO_TEST_RESULTS": str(results),
            "PYTHONPATH": os.pathsep.join(search),
        }

    def journals(self) -> dict[Path, int]:
        """How long each journal is."""
        return {self.journal: self.journal.stat().st_size} if self.journal else {}

    def journal_of(self, play: str) -> Path | None:
        """The journal of the play of this name."""
        return self.journal

    def run(self, done: subprocess.CompletedProcess[str], results: tuple[TaskResult, ...]) -> PlaybookRun:
        return PlaybookRun(done.returncode, done.stdout, done.stderr, results)

    def task_result(self, line: dict[str, Any], sent: tuple[dict[str, Any], ...]) -> TaskResult:
        """The result of a line that the callback wrote."""
        return TaskResult(**line, sent=sent)

    # What all have in common.

    def _results(self, told: Sequence[dict[str, Any]], begun: Mapping[Path, int]) -> Iterator[TaskResult]:
        """The results with their parts of the journals, which were ``begun`` bytes long when the playbook started."""
        position = dict(begun)
        journals: dict[Path, bytes] = {}
        for line in told:
            ended = line.pop("journal")
            path = self.journal_of(line["play"])
            sent: tuple[dict[str, Any], ...] = ()
            if path is not None:
                if path not in journals:
                    journals[path] = path.read_bytes()
                ended = _end_of_line(journals[path], ended)
                sent = tuple(json.loads(entry) for entry in journals[path][position.get(path, 0) : ended].splitlines())
                position[path] = ended
            read_diff(line["result"])
            yield self.task_result(line, sent)

    def _playbook(self, files: Path, plays: Plays) -> str:
        """A playbook that has a file, or the file of one that has none, beside which are the project's roles."""
        if isinstance(plays, (Path, str)):
            return str(plays)
        roles = self.project / "roles"
        if roles.is_dir():
            (files / "roles").symlink_to(roles)
        # JSON is YAML; only the name has to say so.
        return _write(files / "playbook.yml", [plays] if isinstance(plays, Mapping) else list(plays))


def _end_of_line(journal: bytes, place: int) -> int:
    """Where the entry ends that was being written when the journal was so long."""
    if place == 0 or journal[place - 1 : place] == b"\n":
        return place
    return journal.find(b"\n", place) + 1 or len(journal)


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
