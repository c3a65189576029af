# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every state module, by the files in ``nouns``: check mode, the run, the run again, and what the server then shows.

All that is the engine's, so the tasks are done in this process; test_modules.py has Ansible take the steps.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._engine.wants import object_fields
from ansible_collections.communigate.pro.plugins.module_utils._registry import SUBJECTS, subject_of
from ansible_collections.communigate.pro.tests.integration.noun import (
    NOUNS,
    Noun,
    Step,
    changing,
    hide_anything,
    spoken,
    text_of,
    warnings,
    without_cost,
)
from support import documentation
from support.in_process import played
from support.playbook import PlaybookRun

Rehearsed = Callable[[Noun], PlaybookRun]


@pytest.fixture(scope="module")
def rehearsed(tmp_path_factory: pytest.TempPathFactory) -> Rehearsed:
    """Plays the rehearsal of a noun, once for all tests."""
    runs: dict[str, PlaybookRun] = {}

    def rehearse(noun: Noun) -> PlaybookRun:
        if noun.module not in runs:
            directory = tmp_path_factory.mktemp("noun")
            runs[noun.module] = played(directory, noun.rehearsal(), noun.files, noun.simulator)
        return runs[noun.module]

    return rehearse


def id_of(noun: Noun, step: Step) -> str:
    return "%s-%s" % (noun.module, step.name)


EVERY_STEP = [pytest.param(noun, step, id=id_of(noun, step)) for noun in NOUNS for step in noun.steps]
SHOWING_STEPS = [pytest.param(noun, step, id=id_of(noun, step)) for noun in NOUNS for step in noun.steps if step.shows]

every_noun = pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.module)
every_step = pytest.mark.parametrize(("noun", "step"), EVERY_STEP)


@every_noun
def test_nothing_fails(rehearsed: Rehearsed, noun: Noun) -> None:
    rehearsed(noun).succeeded()


@every_step
def test_check_mode_sends_no_change(rehearsed: Rehearsed, noun: Noun, step: Step) -> None:
    assert changing(rehearsed(noun).sent(step.foreseen)) == []


@every_step
def test_check_mode_foresees_exactly_what_the_run_does(rehearsed: Rehearsed, noun: Noun, step: Step) -> None:
    assert without_cost(rehearsed(noun).result(step.foreseen)) == without_cost(rehearsed(noun).result(step.done))


@every_step
def test_the_run_sends_what_differs_and_says_so(rehearsed: Rehearsed, noun: Noun, step: Step) -> None:
    assert changing(rehearsed(noun).sent(step.done)) == list(step.sends)
    told = noun.result(step.counts, step.diff, step.unread, step.doubts, step.spared)
    assert without_cost(rehearsed(noun).result(step.done)) == told


@every_step
def test_the_same_again_changes_nothing(rehearsed: Rehearsed, noun: Noun, step: Step) -> None:
    again = without_cost(rehearsed(noun).result(step.repeated))
    assert changing(rehearsed(noun).sent(step.repeated)) == list(step.again)
    assert again["changed"] == bool(step.again)
    assert {"warnings": again.get("warnings", [])} == {"warnings": [], **warnings(step.unread, step.doubts)}
    if not step.again:
        unchanged = {"unchanged": again["counts"]["wanted"]}
        assert again == noun.result(unchanged, {}, doubts=step.doubts, spared=step.spared)


@pytest.mark.parametrize(("noun", "step"), SHOWING_STEPS)
def test_the_server_shows_it(rehearsed: Rehearsed, noun: Noun, step: Step) -> None:
    replies = rehearsed(noun).result(step.shown)["results"]
    shown = {line: reply["value"] for line, reply in zip(step.shows, replies)}
    assert hide_anything(shown, dict(step.shows)) == dict(step.shows)


@every_noun
def test_no_secret_is_shown(rehearsed: Rehearsed, noun: Noun) -> None:
    run = rehearsed(noun)
    everything = run.output + text_of([(one.result, one.sent) for one in run.results])
    assert [secret for secret in noun.secrets if secret in everything] == []


# --- the files themselves

@every_noun
def test_every_option_has_a_step(noun: Noun) -> None:
    resource = noun.resource
    offered = {field.name for field in object_fields(resource)} | {resource.list_option}
    offered |= {resource.names_option} if resource.names_option else set()
    offered |= {"purge"} if resource.purge else set()
    assert offered.difference(*(noun.options_of(step) for step in noun.steps)) == set()


@every_noun
def test_every_deed_has_a_step(noun: Noun) -> None:
    resource = noun.resource
    can: dict[str, object] = {"created": resource.create, "updated": resource.facets}
    can.update(renamed=resource.rename, deleted=resource.delete)
    done = {count for step in noun.steps for count in step.counts}
    assert {deed for deed, possible in can.items() if possible} - done == set()


@every_noun
def test_the_documentation_names_exactly_the_commands_sent(rehearsed: Rehearsed, noun: Noun) -> None:
    run = rehearsed(noun)
    names = {name for step in noun.steps for name in (step.foreseen, step.done, step.repeated)}
    sent = {verb for one in run.results if one.task in names for verb in spoken(one.sent)}
    assert sent == documentation.commands(noun.module)


def test_every_state_module_has_a_file() -> None:
    state_modules = {module for module in SUBJECTS if isinstance(subject_of(module), Resource)}
    assert {noun.module for noun in NOUNS} == state_modules
