# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pages of all roles show works as it stands: in check mode on an empty server, then in earnest, and again.

Some of them are then played at servers with habits, a set that is drawn for each; ``make stress`` plays all with each.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

import pytest
from ansible_collections.communigate.pro.tests.integration.role_page import ROLES, SECRET, SITES, role_of, scene, sent
from ansible_collections.communigate.pro.tests.integration.role_trial import drawn_for, taken, tried
from ansible_collections.communigate.pro.tests.integration.stage import Company, selected
from support.embedded_server import say_before, state_of
from support.habit_rehearsal import Taken
from support.habit_verdict import complaints
from support.playbook import PlaybookRun

SEEDS: Mapping[str, int] = {
    "hosted_domain": 2, "mailing_list": 1, "shared_mailbox": 4, "server": 0, "domain_admin": 5, "remote_mail": 3,
}  # fmt: skip
"""Which set of habits a page is played with; what one of them has found stays here."""

REFUSING = ("domain_admin", "joiner", "leaver")
"""Roles that refuse what is not there, in check mode too: it is there before."""

every_site = pytest.mark.parametrize("name", SITES)


class Acts(NamedTuple):
    """``states``: what the server held before it was done, after, and after it was done again."""

    foreseen: PlaybookRun
    done: PlaybookRun
    again: PlaybookRun
    states: list[Any]


@pytest.fixture(scope="module")
def performed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Acts]:
    """All pages that are to be tested, played three times."""
    directory = tmp_path_factory.mktemp("roles")
    scenes = {name: scene(name, directory / name / "site" / "files") for name in selected(request, "name")}
    states: dict[str, list[Any]] = {name: [] for name in scenes}
    with Company(directory, scenes) as company:
        refusing = [name for name in scenes if role_of(name) in REFUSING]
        for name in refusing:
            say_before(company.server(name), SITES[name].prepare)
        acts = [company.act(check=True, diff=True)]
        for name in scenes:
            if name not in refusing:
                say_before(company.server(name), SITES[name].prepare)
            states[name].append(state_of(company.server(name)))
        for _number in range(2):
            acts.append(company.act(diff=True))
            for name in scenes:
                states[name].append(state_of(company.server(name)))
    return {name: Acts(*(act[name] for act in acts), states[name]) for name in scenes}


@pytest.fixture(scope="module")
def tried_out(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Taken]:
    """Pages at servers with habits."""
    names = [name for name in selected(request, "name") if name in SEEDS]
    return tried(tmp_path_factory.mktemp("habits"), {name: (name, drawn_for(name, SEEDS[name])) for name in names})


def test_every_role_is_here() -> None:
    assert {role_of(name) for name in SITES} == {path.name for path in ROLES.iterdir()}


@every_site
def test_check_mode_on_an_empty_server_sends_no_change(performed: dict[str, Acts], name: str) -> None:
    assert sent(performed[name].foreseen.succeeded()) == []


@every_site
def test_the_run_changes_what_check_mode_foresaw(performed: dict[str, Acts], name: str) -> None:
    done = performed[name].done.succeeded()
    assert sent(done)
    assert performed[name].foreseen.changed
    assert done.changed == performed[name].foreseen.changed


@every_site
def test_the_second_run_changes_nothing(performed: dict[str, Acts], name: str) -> None:
    again = performed[name].again.succeeded()
    assert (again.changed, sent(again)) == ([], [])


@every_site
def test_no_secret_is_shown(performed: dict[str, Acts], name: str) -> None:
    acts = performed[name]
    for run in (acts.foreseen, acts.done, acts.again):
        assert SECRET not in run.output
        assert "PRIVATE KEY" not in run.output


@pytest.mark.parametrize("name", SEEDS)
def test_a_role_holds_under_a_set_of_habits(
    performed: dict[str, Acts], tried_out: dict[str, Taken], name: str
) -> None:
    acts = performed[name]
    habits = drawn_for(name, SEEDS[name])
    found = list(complaints(habits, taken([acts.done, acts.again], acts.states), tried_out[name], ()))
    assert not found, "%s (%s)" % (found[0], ", ".join(habits))
