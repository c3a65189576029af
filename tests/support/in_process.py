# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tasks of this collection's modules, done in this process: what they do is the engine's, and no matter of Ansible's.

A task takes a fiftieth of the time that a process of Ansible's takes for it. The values of its options are of the types
that they have in a playbook, which are Ansible's own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from ansible.parsing.dataloader import DataLoader
from ansible_collections.communigate.pro.plugins.module_utils._connection_options import open_session
from ansible_collections.communigate.pro.plugins.module_utils._engine.result import describe_error
from ansible_collections.communigate.pro.plugins.module_utils._host import (
    argument_spec,
    directory_rows,
    execute,
    held_in_directory,
    option_rules,
    read_rows,
    refuse_mistakes,
)
from ansible_collections.communigate.pro.plugins.module_utils._registry import subject_of
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError

from support import simulator
from support.playbook import PlaybookRun, TaskResult, read_diff

if TYPE_CHECKING:
    from ansible_collections.communigate.pro.plugins.module_utils._host import Subject
    from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session

COLLECTION = "communigate.pro."
CONTROL = "control_simulator"
"""The action whose ``lines`` are said to the simulator in its control language: here, and in action_plugins."""
_TEMPLATES = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=False)  # noqa: S701  # no page of HTML


@dataclass(frozen=True)
class Place:
    """A server, the postmaster's password there, and the directory of a playbook, with what it reads in ``files``.

    ``way``: further connection options of every task.
    """

    host: str
    port: int
    password: str
    directory: Path
    way: Mapping[str, Any] = field(default_factory=dict)

    def run(self, subject: Subject, options: Mapping[str, Any], *, check: bool = False) -> dict[str, Any]:
        """The result of a task with these options, differences included. CgpError for what is wrong with them."""
        given = {
            "host": self.host, "port": self.port, "login": "postmaster", "password": self.password,
            **self.way, **_in_place(dict(options), str(self.directory)),
        }  # fmt: skip
        validated = ArgumentSpecValidator(argument_spec(subject), **option_rules(subject)).validate(given)
        if validated.error_messages:
            raise CgpError(validated.error_messages[0])
        params = validated.validated_parameters
        source = params.get("source") or ""
        if source:
            params["source"] = source = str(self.directory / "files" / source)
        held = held_in_directory(subject, source, load_yaml=DataLoader().load)
        params.update(held)
        session = self.session(params)
        try:
            return execute(
                subject, params, session, check=check, diff=True,
                source_rows=None if held else directory_rows(subject, source) or read_rows(params),
                read_file=lambda path: (self.directory / "files" / path).read_bytes(),
            )  # fmt: skip
        finally:
            session.close()

    def session(self, params: Mapping[str, Any]) -> Session:
        """The session of a task with these options, the connection's among them."""
        return open_session(params)

    def provide(self, files: Mapping[str, str | bytes]) -> None:
        """Write files, by name, to where options look for them."""
        for name, content in files.items():
            path = self.directory / "files" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def played(
    directory: Path,
    tasks: Sequence[Mapping[str, Any]],
    files: Mapping[str, str | bytes] | None = None,
    flags: Sequence[str] = (),
    control: Sequence[str] = (),
) -> PlaybookRun:
    """What became of tasks at a new simulator, as if a playbook had been run. They have no loops.

    Their only variables are what those before them have registered. ``flags`` are the simulator's, ``control`` lines of
    its control language, said before. The tasks end with the first that fails, unless it says ``ignore_errors``.
    """
    server = simulator.embed(directory / "simulator", *flags)
    place = Place(server.host, server.port, server.password, directory)
    place.provide(files or {})
    try:
        server.control(*control)
        results = tuple(_Tasks(place, server).results(tasks))
    finally:
        server.stop()
    failed = any(one.status == "failed" and not one.ignored for one in results)
    return PlaybookRun(2 if failed else 0, "", "", results)


class _Tasks:
    """Tasks that are done one after the other."""

    def __init__(self, place: Place, server: simulator.Simulator) -> None:
        self._place = place
        self._server = server
        self._reader = DataLoader()
        self._variables: dict[str, Any] = {"playbook_dir": str(place.directory)}

    def results(self, tasks: Sequence[Mapping[str, Any]]) -> Iterator[TaskResult]:
        mark = 0
        for task in tasks:
            # As JSON, for so it leaves a module.
            result = json.loads(json.dumps(self._result(task)))
            status, ignored = "failed" if result.pop("failed", False) else "ok", bool(task.get("ignore_errors"))
            if "register" in task:
                self._variables[task["register"]] = result
            read_diff(result)
            with self._server.journal_path.open("rb") as journal:
                journal.seek(mark)
                sent = tuple(json.loads(line) for line in journal)
                mark = journal.tell()
            yield TaskResult(task["name"], "localhost", status, False, result, sent, ignored=ignored)
            if status == "failed" and not ignored:
                return

    def _result(self, task: Mapping[str, Any]) -> dict[str, Any]:
        if CONTROL in task:
            return {"answers": self._server.control(*_filled(task[CONTROL]["lines"], self._variables))}
        (module,) = (key for key in task if key.startswith(COLLECTION))
        subject = subject_of(module[len(COLLECTION) :])
        options = self._reader.load(json.dumps(_filled(task[module], self._variables)))
        try:
            refuse_mistakes(subject, options)
            return self._place.run(subject, options, check=task.get("check_mode", False))
        except CgpError as error:
            return describe_error(error)


def _filled(value: Any, variables: Mapping[str, Any]) -> Any:
    """A value with what its templates stand for."""
    if isinstance(value, dict):
        return {_filled(name, variables): _filled(item, variables) for name, item in value.items()}
    if isinstance(value, list):
        return [_filled(item, variables) for item in value]
    return _TEMPLATES.from_string(value).render(variables) if isinstance(value, str) and "{{" in value else value


def _in_place(value: Any, directory: str) -> Any:
    """Options with the playbook's directory in its place."""
    if isinstance(value, dict):
        return {name: _in_place(item, directory) for name, item in value.items()}
    if isinstance(value, list):
        return [_in_place(item, directory) for item in value]
    return value.replace("{{ playbook_dir }}", directory) if isinstance(value, str) else value
