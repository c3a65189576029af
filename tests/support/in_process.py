# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tasks of this collection's modules, done in this process: what they do is the engine's, and no matter of Ansible's.

A task takes a fiftieth of the time that a process of Ansible's takes for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from ansible_collections.communigate.pro.plugins.module_utils._connection_options import open_session
from ansible_collections.communigate.pro.plugins.module_utils._host import (
    Subject,
    argument_spec,
    directory_rows,
    execute,
    option_rules,
    read_rows,
)
from ansible_collections.communigate.pro.plugins.module_utils._registry import subject_of

from support import simulator
from support.playbook import PlaybookRun, TaskResult, read_diff

COLLECTION = "communigate.pro."


@dataclass(frozen=True)
class Place:
    """A server, the postmaster's password there, and the directory of a playbook, with what it reads in ``files``."""

    host: str
    port: int
    password: str
    directory: Path

    def run(self, subject: Subject, options: Mapping[str, Any], *, check: bool = False) -> dict[str, Any]:
        """The result of a task with these options, differences included. What the engine raises is raised."""
        given = {
            "host": self.host, "port": self.port, "login": "postmaster", "password": self.password,
            **_in_place(dict(options), str(self.directory)),
        }  # fmt: skip
        validated = ArgumentSpecValidator(argument_spec(subject), **option_rules(subject)).validate(given)
        assert validated.error_messages == []
        params = validated.validated_parameters
        source = params.get("source") or ""
        if source:
            params["source"] = source = str(self.directory / "files" / source)
        session = open_session(params)
        try:
            return execute(
                subject, params, session, check=check, diff=True,
                source_rows=directory_rows(subject, source) or read_rows(params),
                read_file=lambda path: (self.directory / "files" / path).read_bytes(),
            )  # fmt: skip
        finally:
            session.close()

    def provide(self, files: Mapping[str, str | bytes]) -> None:
        """Write files, by name, to where options look for them."""
        for name, content in files.items():
            path = self.directory / "files" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))


def played(
    directory: Path,
    tasks: Sequence[Mapping[str, Any]],
    files: Mapping[str, str | bytes],
    flags: Sequence[str] = (),
) -> PlaybookRun:
    """What became of tasks at a new simulator, as if a playbook had been run. They have neither variables nor loops.

    The tasks end with the first that fails, unless it says ``ignore_errors``.
    """
    server = simulator.embed(directory / "simulator", *flags)
    place = Place(server.host, server.port, server.password, directory)
    place.provide(files)
    try:
        results = tuple(_results(place, server, tasks))
    finally:
        server.stop()
    failed = any(one.status == "failed" and not one.ignored for one in results)
    return PlaybookRun(2 if failed else 0, "", "", results)


def _results(place: Place, server: simulator.Simulator, tasks: Sequence[Mapping[str, Any]]) -> Iterator[TaskResult]:
    mark = 0
    for task in tasks:
        (module,) = (key for key in task if key.startswith(COLLECTION))
        subject = subject_of(module[len(COLLECTION) :])
        # As JSON, for so it leaves a module.
        result = json.loads(json.dumps(place.run(subject, task[module], check=task.get("check_mode", False))))
        status, ignored = "failed" if result.pop("failed", False) else "ok", bool(task.get("ignore_errors"))
        read_diff(result)
        with server.journal_path.open("rb") as journal:
            journal.seek(mark)
            sent = tuple(json.loads(line) for line in journal)
            mark = journal.tell()
        yield TaskResult(task["name"], "localhost", status, False, result, sent, ignored=ignored)
        if status == "failed" and not ignored:
            return


def _in_place(value: Any, directory: str) -> Any:
    """Options with the playbook's directory in its place."""
    if isinstance(value, dict):
        return {name: _in_place(item, directory) for name, item in value.items()}
    if isinstance(value, list):
        return [_in_place(item, directory) for item in value]
    return value.replace("{{ playbook_dir }}", directory) if isinstance(value, str) else value
