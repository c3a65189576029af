# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every state module, by the files in ``nouns``, through the router and as an ordinary module: the same results."""

from __future__ import annotations

from pathlib import Path

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import NOUNS, Noun, changing
from ansible_collections.communigate.pro.tests.integration.ways import alike, ran_as_module
from support import simulator
from support.playbook import ELSEWHERE, PlaybookRun, PlaybookRunner, play


def run(directory: Path, noun: Noun, **keywords: object) -> PlaybookRun:
    """A noun's steps against a new simulator, with these keywords for their tasks."""
    server = simulator.start(directory / "simulator", *noun.simulator)
    try:
        runner = PlaybookRunner(directory / "playbooks", server.environment, server.journal_path)
        return runner(play(*noun.tasks(**keywords))).succeeded()
    finally:
        server.stop()


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.module)
def test_both_ways_are_one(tmp_path: Path, noun: Noun) -> None:
    here = run(tmp_path / "here", noun)
    elsewhere = run(tmp_path / "elsewhere", noun, vars=ELSEWHERE)
    for step in noun.steps:
        assert alike(elsewhere.result(step.done)) == alike(here.result(step.done)), step.name
        assert changing(elsewhere.sent(step.done)) == changing(here.sent(step.done)), step.name
        assert ran_as_module(elsewhere.sent(step.done))
        assert not ran_as_module(here.sent(step.done))
