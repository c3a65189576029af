# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every module without state, by the files in ``cases``: check mode, the run, and what the server then shows."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._registry import SUBJECTS, subject_of
from ansible_collections.communigate.pro.tests.integration.case import CASES, Case, Cases
from ansible_collections.communigate.pro.tests.integration.noun import changing, hide_anything, spoken, text_of
from ansible_collections.communigate.pro.tests.integration.stage import Scene, perform_together, selected
from support import documentation
from support.playbook import PlaybookRun, play

Rehearsed = Callable[[Cases], PlaybookRun]


@pytest.fixture(scope="module")
def rehearsed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Rehearsed:
    """Plays the rehearsals of all modules that are to be tested, once for all tests."""
    scenes = {
        cases.module: Scene([play(*cases.rehearsal())], flags=cases.simulator, control=cases.control)
        for cases in selected(request, "cases")
    }
    runs = perform_together(tmp_path_factory.mktemp("cases"), scenes)
    return lambda cases: runs[cases.module]


def id_of(cases: Cases, case: Case) -> str:
    return "%s-%s" % (cases.module, case.name)


EVERY_CASE = [pytest.param(cases, case, id=id_of(cases, case)) for cases in CASES for case in cases.cases]
SUCCEEDING = [parameters for parameters in EVERY_CASE if not parameters.values[1].fails]
SHOWING = [parameters for parameters in EVERY_CASE if parameters.values[1].shows]

every_module = pytest.mark.parametrize("cases", CASES, ids=lambda cases: cases.module)
every_case = pytest.mark.parametrize(("cases", "case"), EVERY_CASE)


@every_module
def test_nothing_else_fails(rehearsed: Rehearsed, cases: Cases) -> None:
    rehearsed(cases).succeeded()


@every_case
def test_check_mode_sends_no_change(rehearsed: Rehearsed, cases: Cases, case: Case) -> None:
    assert changing(rehearsed(cases).sent(case.foreseen)) == []


@pytest.mark.parametrize(("cases", "case"), SUCCEEDING)
def test_check_mode_foresees_what_the_run_does(rehearsed: Rehearsed, cases: Cases, case: Case) -> None:
    run = rehearsed(cases)
    foreseen, done = run.result(case.foreseen), run.result(case.done)
    assert (foreseen["changed"], foreseen.get("actions")) == (done["changed"], done.get("actions"))


@every_case
def test_it_fails_or_not(rehearsed: Rehearsed, cases: Cases, case: Case) -> None:
    run = rehearsed(cases)
    assert run.status(case.done) == ("failed" if case.fails else "ok"), run.result(case.done)
    assert case.fails in run.result(case.done).get("msg", "")


@every_case
def test_the_run_sends_what_it_should(rehearsed: Rehearsed, cases: Cases, case: Case) -> None:
    run = rehearsed(cases)
    assert spoken(run.sent(case.done)) == list(case.sends)
    assert bool(run.result(case.done).get("changed")) == case.changes


@every_case
def test_the_result_is_right(rehearsed: Rehearsed, cases: Cases, case: Case) -> None:
    result = rehearsed(cases).result(case.done)
    found = {key: result.get(key) for key in case.returns}
    assert hide_anything(found, dict(case.returns)) == dict(case.returns)


@pytest.mark.parametrize(("cases", "case"), SHOWING)
def test_the_server_shows_it(rehearsed: Rehearsed, cases: Cases, case: Case) -> None:
    replies = rehearsed(cases).result(case.shown)["results"]
    shown = {line: reply["value"] for line, reply in zip(case.shows, replies)}
    assert hide_anything(shown, dict(case.shows)) == dict(case.shows)


@every_module
def test_no_secret_is_shown(rehearsed: Rehearsed, cases: Cases) -> None:
    run = rehearsed(cases)
    everything = run.output + text_of([(one.result, one.sent) for one in run.results])
    assert [secret for secret in cases.secrets if secret in everything] == []


@every_module
def test_every_option_has_a_case(cases: Cases) -> None:
    offered = {field.name for field in subject_of(cases.module).fields}
    assert offered.difference(*(case.options for case in cases.cases)) == set()


@every_module
def test_the_documentation_names_exactly_the_commands_sent(rehearsed: Rehearsed, cases: Cases) -> None:
    run = rehearsed(cases)
    names = {name for case in cases.cases for name in (case.foreseen, case.done)}
    sent = {verb for one in run.results if one.task in names for verb in spoken(one.sent)}
    assert sent == documentation.commands(cases.module)


def test_every_module_without_state_has_a_file() -> None:
    without_state = {module for module in SUBJECTS if not isinstance(subject_of(module), Resource)}
    assert {cases.module for cases in CASES} == without_state - {"cgp_command"}  # which has tests of its own
