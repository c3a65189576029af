# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every state module in Ansible, by the files in ``nouns``: through the router and as an ordinary module.

The steps up to the one with the most options do there what their file says, and all steps of the modules that have a
secret to hide; whatever else must hold, and of whatever step, is for test_nouns.py, without Ansible. An ordinary module
takes ten times as long as the router. So only the step with the most options is such a task, which the router foresees.
That a module gets all other options as the router does is for tests/unit/test_module_options.py.
"""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import (
    NOUNS,
    Noun,
    Step,
    changing,
    say,
    text_of,
    without_cost,
)
from ansible_collections.communigate.pro.tests.integration.stage import Scene, perform_together, selected
from support.playbook import ELSEWHERE, PlaybookRun, play


def tasks(noun: Noun) -> list[dict[str, Any]]:
    told = say("prepare", noun.prepare)
    for step in noun.for_ansible:
        told += say(step.name + ", prepared", step.prepare)
        if step is noun.fullest:
            told.append(noun.task(step, step.foreseen, check_mode=True))
        told.append(noun.task(step, step.done, vars=ELSEWHERE if step is noun.fullest else {}))
    return told


@pytest.fixture(scope="module")
def runs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, PlaybookRun]:
    """What became of all nouns that are to be tested, each played once."""
    scenes = {
        noun.module: Scene([play(*tasks(noun))], noun.files, noun.simulator) for noun in selected(request, "noun")
    }
    return perform_together(tmp_path_factory.mktemp("modules"), scenes)


every_noun = pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.module)


def check_told(noun: Noun, step: Step, result: dict[str, Any]) -> None:
    told = noun.result(step.counts, step.diff, step.unread, step.doubts, step.spared)
    assert without_cost(result) == told


@every_noun
def test_the_router_does_what_is_wanted(runs: dict[str, PlaybookRun], noun: Noun) -> None:
    run = runs[noun.module].succeeded()
    for step in noun.for_ansible:
        if step is not noun.fullest:
            assert not run.modules(step.done)
            assert changing(run.sent(step.done)) == list(step.sends)
            check_told(noun, step, run.result(step.done))


@every_noun
def test_the_router_foresees_what_a_module_does(runs: dict[str, PlaybookRun], noun: Noun) -> None:
    run, step = runs[noun.module].succeeded(), noun.fullest
    assert changing(run.sent(step.foreseen)) == []
    check_told(noun, step, run.result(step.foreseen))


@every_noun
def test_a_module_does_what_the_router_does(runs: dict[str, PlaybookRun], noun: Noun) -> None:
    run, step = runs[noun.module].succeeded(), noun.fullest
    assert run.modules(step.done)
    assert changing(run.sent(step.done)) == list(step.sends)
    check_told(noun, step, run.result(step.done))


@every_noun
def test_no_secret_is_shown(runs: dict[str, PlaybookRun], noun: Noun) -> None:
    run = runs[noun.module]
    everything = run.output + text_of([(one.result, one.sent) for one in run.results])
    assert [secret for secret in noun.secrets if secret in everything] == []
