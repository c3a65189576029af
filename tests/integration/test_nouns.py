# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every state module, by the files in ``nouns``: check mode, the run, the run again, and what the server then shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils.engine.wants import object_fields
from ansible_collections.communigate.pro.plugins.module_utils.registry import SUBJECTS, subject_of
from ansible_collections.communigate.pro.tests.integration.noun import (
    NOUNS,
    Noun,
    Step,
    changing,
    hide_anything,
    text_of,
    without_cost,
)
from support import simulator
from support.playbook import PlaybookRun, PlaybookRunner, play

COUNTS = ("wanted", "unchanged", "created", "updated", "renamed", "deleted", "failed", "not_attempted")


@dataclass(frozen=True)
class Played:
    """A noun's rehearsal, played."""

    run: PlaybookRun
    journal: str

    def result(self, task: str) -> dict[str, Any]:
        return without_cost(self.run.result(task))

    def changes(self, task: str) -> list[str]:
        return changing(self.run.sent(task))


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Noun], Played]:
    """Plays a noun's rehearsal against a simulator of its own, once for all tests."""
    known: dict[str, Played] = {}

    def play_once(noun: Noun) -> Played:
        if noun.module not in known:
            directory = tmp_path_factory.mktemp(noun.module)
            server = simulator.start(directory / "simulator", *noun.simulator)
            try:
                runner = PlaybookRunner(directory / "playbooks", server.environment, server.journal_path)
                run = runner(play(*noun.rehearsal()), "-vvv")
            finally:
                server.stop()
            known[noun.module] = Played(run, server.journal_path.read_text(encoding="utf-8"))
        return known[noun.module]

    return play_once


def id_of(noun: Noun, step: Step) -> str:
    return "%s-%s" % (noun.module, step.name)


every_noun = pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.module)
every_step = pytest.mark.parametrize(
    ("noun", "step"), [pytest.param(noun, step, id=id_of(noun, step)) for noun in NOUNS for step in noun.steps]
)


@every_noun
def test_nothing_fails(played: Callable[[Noun], Played], noun: Noun) -> None:
    played(noun).run.succeeded()


@every_step
def test_check_mode_sends_no_change(played: Callable[[Noun], Played], noun: Noun, step: Step) -> None:
    assert played(noun).changes(step.foreseen) == []


@every_step
def test_check_mode_foresees_exactly_what_the_run_does(
    played: Callable[[Noun], Played], noun: Noun, step: Step
) -> None:
    assert played(noun).result(step.foreseen) == played(noun).result(step.done)


@every_step
def test_the_run_sends_what_differs_and_says_so(played: Callable[[Noun], Played], noun: Noun, step: Step) -> None:
    done = played(noun).result(step.done)
    assert played(noun).changes(step.done) == list(step.sends)
    assert done["changed"]
    assert done["counts"] == counts(step)
    assert done["changed_names"] == list(step.diff)
    assert done["diff"]["before"] == {name: sides["before"] for name, sides in step.diff.items()}
    assert done["diff"]["after"] == {name: sides["after"] for name, sides in step.diff.items()}
    assert (done["failures"], done["not_attempted"]) == ([], [])


@every_step
def test_the_same_again_changes_nothing(played: Callable[[Noun], Played], noun: Noun, step: Step) -> None:
    again = played(noun).result(step.repeated)
    assert played(noun).changes(step.repeated) == list(step.again)
    assert again["changed"] == bool(step.again)
    if not step.again:
        wanted = again["counts"]["wanted"]
        assert again["counts"] == {**dict.fromkeys(COUNTS, 0), "wanted": wanted, "unchanged": wanted}
        assert (again["changed_names"], again["diff"]["before"], again["diff"]["after"]) == ([], {}, {})


@pytest.mark.parametrize(
    ("noun", "step"),
    [pytest.param(noun, step, id=id_of(noun, step)) for noun in NOUNS for step in noun.steps if step.shows],
)
def test_the_server_shows_it(played: Callable[[Noun], Played], noun: Noun, step: Step) -> None:
    replies = played(noun).run.result(step.shown)["results"]
    shown = {line: reply["value"] for line, reply in zip(step.shows, replies)}
    assert hide_anything(shown, dict(step.shows)) == dict(step.shows)


@every_noun
def test_no_secret_is_shown(played: Callable[[Noun], Played], noun: Noun) -> None:
    run = played(noun).run
    everything = run.output + played(noun).journal + text_of([one.result for one in run.results])
    assert [secret for secret in noun.secrets if secret in everything] == []


@every_noun
def test_every_option_has_a_step(noun: Noun) -> None:
    resource = noun.resource
    offered = {field.name for field in object_fields(resource)} | {resource.list_option}
    offered |= {"purge"} if resource.purge else set()
    assert offered - noun.options == set()


@every_noun
def test_every_deed_has_a_step(noun: Noun) -> None:
    resource = noun.resource
    can = {"created": resource.create, "renamed": resource.rename, "deleted": resource.delete, "updated": True}
    done = {count for step in noun.steps for count in step.counts}
    assert {deed for deed, possible in can.items() if possible} - done == set()


def test_every_state_module_has_a_file() -> None:
    state_modules = {module for module in SUBJECTS if isinstance(subject_of(module), Resource)}
    assert {noun.module for noun in NOUNS} == state_modules


def counts(step: Step) -> dict[str, int]:
    """All counts of a step: what it does not name is 0."""
    return {**dict.fromkeys(COUNTS, 0), **step.counts, "wanted": sum(step.counts.values())}
