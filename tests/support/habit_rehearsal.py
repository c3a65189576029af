# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rehearsal of a module (tests/integration/nouns) in this process, against a server with habits.

Each step is taken twice; what the server then holds is compared with what it holds after the same steps without habits.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils.simulator import options
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.service.service import Service
from ansible_collections.communigate.pro.tests.integration.noun import Noun, Step

from support.embedded_server import PASSWORD, say_before, state_of
from support.habit_state import Flat, flat
from support.in_process import Place
from support.verbs import kind_of


@dataclass
class Taken:
    """What came of a step: its results, what each run wrote, and what the server held, first and last.

    ``verbs`` are all commands that were sent, ``refused`` the codes of refusals. A state is as state files have it;
    ``before`` and ``after`` are the first and the last in the form in which states are compared.
    """

    results: list[dict[str, Any]]
    wrote: list[list[str]]
    states: list[Any]
    verbs: set[str]
    refused: list[int] = field(default_factory=list)

    @cached_property
    def before(self) -> Flat:
        return flat(self.states[0])

    @cached_property
    def after(self) -> Flat:
        return self.before if self.states[-1] == self.states[0] else flat(self.states[-1])


class Rehearsal:
    """One server with habits, and the steps of a module that are taken there. ``files`` are in ``directory``.

    ``flags`` are further ones of the ``simulator``; ``place`` is how the steps get there.
    """

    def __init__(self, noun: Noun, habits: Sequence[str], directory: Path, flags: Sequence[str] = ()) -> None:
        self.noun = noun
        self._directory = directory
        self._journal = directory / "journal.jsonl"
        self._journal.unlink(missing_ok=True)
        words = ["--port=0", "--journal=%s" % self._journal, "--password=%s" % PASSWORD, *noun.simulator, *flags]
        if not any(flag.startswith("--clock") for flag in words):
            words.append("--clock=fixed:2030-01-31T12:00:00")
        words += ["--habit=%s" % habit for habit in habits]
        self.simulator = Embedded(options.parse(words, {}))

    def __enter__(self) -> Rehearsal:
        self.simulator.__enter__()
        self.place = Place(self.simulator.host, self.simulator.port, PASSWORD, self._directory)
        self.place.provide(self.noun.files)
        say_before(self.simulator, self.noun.prepare)
        return self

    def __exit__(self, *error: Any) -> None:
        self.simulator.__exit__(*error)

    @property
    def service(self) -> Service:
        """The server itself."""
        return self.simulator.service

    def entries(self) -> list[dict[str, Any]]:
        """Its whole journal."""
        return [json.loads(line) for line in self._journal.read_text(encoding="utf-8").splitlines()]

    def take(self, step: Step, runs: int = 2) -> Taken:
        """Take a step so often. What a module raises is raised."""
        say_before(self.simulator, step.prepare)
        taken = Taken([], [], [state_of(self.simulator)], set())
        for _run in range(runs):
            mark = self._journal.stat().st_size if self._journal.exists() else 0
            taken.results.append(self.place.run(self.noun.resource, step.options))
            with self._journal.open("rb") as journal:
                journal.seek(mark)
                entries = [json.loads(line) for line in journal]
            taken.verbs |= {entry["verb"] for entry in entries}
            taken.refused += [entry["code"] for entry in entries if entry["code"] >= 500]
            taken.wrote.append([
                entry["verb"] for entry in entries if kind_of(entry["verb"], entry["arguments"]) != "read"
            ])  # fmt: skip
        taken.states.append(state_of(self.simulator))
        return taken


def found_in(result: Mapping[str, Any]) -> list[str]:
    """What a result says went wrong."""
    texts = [str(failure.get("error") or failure) for failure in result.get("failures") or ()]
    return [*([str(result["msg"])] if result.get("failed") and result.get("msg") else []), *texts]
