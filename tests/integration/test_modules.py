# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every state module as an ordinary module, by the files in ``nouns``: it does what it does through the router.

An ordinary module takes ten times as long. So only the step with the most options is such a task; those before it go
through the router. That a module gets all other options as the router does is for tests/unit/test_module_options.py.
"""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import NOUNS, Noun, changing, say, without_cost
from ansible_collections.communigate.pro.tests.integration.stage import Scene, perform_together, selected
from support.playbook import ELSEWHERE, PlaybookRun, play


def tasks(noun: Noun) -> list[dict[str, Any]]:
    told = say("prepare", noun.prepare)
    for step in noun.steps[: noun.steps.index(noun.fullest) + 1]:
        told += say(step.name + ", prepared", step.prepare)
        told.append(noun.task(step, step.done, vars=ELSEWHERE if step is noun.fullest else {}))
    return told


@pytest.fixture(scope="module")
def runs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, PlaybookRun]:
    """What became of all nouns that are to be tested, each played once."""
    scenes = {
        noun.module: Scene([play(*tasks(noun))], noun.files, noun.simulator) for noun in selected(request, "noun")
    }
    return perform_together(tmp_path_factory.mktemp("modules"), scenes)


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.module)
def test_a_module_does_what_the_router_does(runs: dict[str, PlaybookRun], noun: Noun) -> None:
    run = runs[noun.module].succeeded()
    step = noun.fullest
    assert run.modules(step.done)
    assert changing(run.sent(step.done)) == list(step.sends)
    told = noun.result(step.counts, step.diff, step.unread, step.doubts, step.spared)
    assert without_cost(run.result(step.done)) == told
