# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every state module as an ordinary module, by the files in ``nouns``: it does what it does through the router.

An ordinary module takes ten times as long. So only the steps with an option that no step before them has are such
tasks; the others, between them, go through the router.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import NOUNS, Noun, changing, say, without_cost
from ansible_collections.communigate.pro.tests.integration.stage import perform
from ansible_collections.communigate.pro.tests.integration.ways import ran_as_module
from support.playbook import ELSEWHERE, play


def tasks(noun: Noun) -> list[dict[str, Any]]:
    told = say("prepare", noun.prepare)
    for step in noun.steps:
        told += say(step.name + ", prepared", step.prepare)
        told.append(noun.task(step, step.done, vars=ELSEWHERE if step in noun.showing_new_options else {}))
    return told


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.module)
def test_a_module_does_what_the_router_does(tmp_path: Path, noun: Noun) -> None:
    run = perform(tmp_path, play(*tasks(noun)), flags=noun.simulator).succeeded()
    for step in noun.showing_new_options:
        assert ran_as_module(run.sent(step.done))
        assert changing(run.sent(step.done)) == list(step.sends), step.name
        assert without_cost(run.result(step.done)) == noun.result(step.counts, step.diff), step.name
