# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every module without state, by the files in ``cases``: check mode, the run, and what the server then shows.

All that is the engine's, so the cases are tried in this process. Ansible then takes those up to the one with the most
options, which it foresees as well, and all cases of the modules that have a secret to hide.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._registry import SUBJECTS, subject_of
from ansible_collections.communigate.pro.tests.integration.case import CASES, Case, Cases
from ansible_collections.communigate.pro.tests.integration.noun import changing, hide_anything, spoken, text_of
from ansible_collections.communigate.pro.tests.integration.stage import Scene, perform_together, selected
from support import documentation
from support.in_process import played
from support.playbook import PlaybookRun, play

Rehearsed = Callable[[Cases], PlaybookRun]


@pytest.fixture(scope="module")
def rehearsed(tmp_path_factory: pytest.TempPathFactory) -> Rehearsed:
    """Plays the rehearsal of a module, once for all tests."""
    runs: dict[str, PlaybookRun] = {}

    def rehearse(cases: Cases) -> PlaybookRun:
        if cases.module not in runs:
            directory = tmp_path_factory.mktemp("cases")
            runs[cases.module] = played(directory, cases.rehearsal(), flags=cases.simulator, control=cases.control)
        return runs[cases.module]

    return rehearse


@pytest.fixture(scope="module")
def in_ansible(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Rehearsed:
    """What became of what Ansible takes, of all modules that are to be tested, once for all tests."""
    scenes = {
        cases.module: Scene([play(*cases.tasks_for_ansible())], flags=cases.simulator, control=cases.control)
        for cases in selected(request, "cases")
    }
    runs = perform_together(tmp_path_factory.mktemp("in-ansible"), scenes)
    return lambda cases: runs[cases.module]


def id_of(cases: Cases, case: Case) -> str:
    return "%s-%s" % (cases.module, case.name)


EVERY_CASE = [pytest.param(cases, case, id=id_of(cases, case)) for cases in CASES for case in cases.cases]
SUCCEEDING = [parameters for parameters in EVERY_CASE if not parameters.values[1].fails]
SHOWING = [parameters for parameters in EVERY_CASE if parameters.values[1].shows]

every_module = pytest.mark.parametrize("cases", CASES, ids=lambda cases: cases.module)
every_case = pytest.mark.parametrize(("cases", "case"), EVERY_CASE)


def check_outcome(run: PlaybookRun, case: Case) -> None:
    assert run.status(case.done) == ("failed" if case.fails else "ok"), run.result(case.done)
    assert case.fails in run.result(case.done).get("msg", "")


def check_deeds(run: PlaybookRun, case: Case) -> None:
    assert spoken(run.sent(case.done)) == list(case.sends)
    assert bool(run.result(case.done).get("changed")) == case.changes


def check_result(run: PlaybookRun, case: Case) -> None:
    found = {key: run.result(case.done).get(key) for key in case.returns}
    assert hide_anything(found, dict(case.returns)) == dict(case.returns)


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
    check_outcome(rehearsed(cases), case)


@every_case
def test_the_run_sends_what_it_should(rehearsed: Rehearsed, cases: Cases, case: Case) -> None:
    check_deeds(rehearsed(cases), case)


@every_case
def test_the_result_is_right(rehearsed: Rehearsed, cases: Cases, case: Case) -> None:
    check_result(rehearsed(cases), case)


@pytest.mark.parametrize(("cases", "case"), SHOWING)
def test_the_server_shows_it(rehearsed: Rehearsed, cases: Cases, case: Case) -> None:
    replies = rehearsed(cases).result(case.shown)["results"]
    shown = {line: reply["value"] for line, reply in zip(case.shows, replies)}
    assert hide_anything(shown, dict(case.shows)) == dict(case.shows)


@every_module
def test_no_secret_is_shown(rehearsed: Rehearsed, in_ansible: Rehearsed, cases: Cases) -> None:
    for run in (rehearsed(cases), in_ansible(cases)):
        everything = run.output + text_of([(one.result, one.sent) for one in run.results])
        assert [secret for secret in cases.secrets if secret in everything] == []


@every_module
def test_ansible_takes_the_cases_as_they_are_taken_here(in_ansible: Rehearsed, cases: Cases) -> None:
    run = in_ansible(cases).succeeded()
    for case in cases.for_ansible:
        check_outcome(run, case)
        check_deeds(run, case)
        check_result(run, case)
        assert not run.modules(case.done)


@every_module
def test_ansible_foresees_what_the_run_does(in_ansible: Rehearsed, cases: Cases) -> None:
    run, case = in_ansible(cases), cases.fullest
    foreseen, done = run.result(case.foreseen), run.result(case.done)
    assert changing(run.sent(case.foreseen)) == []
    assert (foreseen["changed"], foreseen.get("actions")) == (done["changed"], done.get("actions"))


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
    with_tests_of_their_own = {"cgp_command", "cgp_config", "cgp_export"}
    assert {cases.module for cases in CASES} == without_state - with_tests_of_their_own
