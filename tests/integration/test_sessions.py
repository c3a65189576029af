# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A loop's sessions and variables: each item logs in as it says, and none leaves anything behind."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import say
from ansible_collections.communigate.pro.tests.integration.stage import PASSWORD, perform
from ansible_collections.communigate.pro.tests.integration.ways import logins
from support.playbook import PlaybookRun, play

COMMAND = "communigate.pro.cgp_command"
MANY = 60
OTHER = {"CGP_LOGIN": "other", "CGP_PASSWORD": "first"}
WRONG = {"CGP_LOGIN": "other", "CGP_PASSWORD": "wrong"}
ENVIRONMENTS: list[dict[str, Any]] = [
    OTHER,
    {},
    {"CGP_WINDOW": "5"},
    WRONG,
    {},
    {**OTHER, "CGP_PORT": "no port"},
    {},
    {**OTHER, "A=B": "no variable"},
    {},
    OTHER,
]
POSTMASTER, SOMEBODY = "postmaster@example.com", "other@example.com"


def task(name: str, options: dict[str, Any], **keywords: Any) -> dict[str, Any]:
    return {"name": name, COMMAND: {"line": "GETVERSION", **options}, "ignore_errors": True, **keywords}


def tasks() -> list[dict[str, Any]]:
    who = {"login": "{{ item[0] }}", "password": "{{ item[1] }}"}
    passwords = [["other", "first"], ["other", "wrong"], ["other", "first"], ["postmaster", PASSWORD]]
    return [
        *say("prepare", ['CREATEACCOUNT other {Password="first";}', "SETACCOUNTRIGHTS other (Master)"]),
        task("many", {"reply_timeout": "{{ item }}"}, loop=[*range(100, 100 + MANY), 100 + MANY - 1]),
        task("in turn", {"reply_timeout": "{{ item }}"}, loop=[100, 200] * 5),
        task("passwords", who, loop=passwords),
        task("environments", {}, loop=ENVIRONMENTS, environment="{{ item }}"),
        task("after them", {}),
        task("a wrong option", {"nonsense": "{{ item }}"}, loop=[1, 2], environment=OTHER),
        task("at last", {}),
    ]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> PlaybookRun:
    return perform(tmp_path_factory.mktemp("sessions"), play(*tasks())).succeeded()


def sessions(sent: list[dict[str, Any]]) -> dict[int, list[str]]:
    """The verbs of each session, in its order."""
    found: dict[int, list[str]] = {}
    for entry in sent:
        found.setdefault(entry["session"], []).append(entry["verb"])
    return found


def users(run: PlaybookRun, name: str) -> list[str]:
    return [entry["user"] for entry in run.sent(name) if entry["verb"] == "GETVERSION"]


def failed(run: PlaybookRun, name: str) -> list[bool]:
    """Of each item of a loop whether it failed."""
    return [one.status == "failed" for one in run.results if one.task == name and one.is_item]


def most_open_at_once(sent: list[dict[str, Any]]) -> int:
    """Of the sessions that log in, until they take leave."""
    number, most = 0, 0
    for entry in sent:
        number += (entry["verb"] in ("APOP", "PASS")) - (entry["verb"] == "QUIT")
        most = max(most, number)
    return most


@pytest.mark.parametrize("name", ["many", "in turn", "passwords", "environments", "after them", "at last"])
def test_every_session_takes_leave_before_the_task_is_over(run: PlaybookRun, name: str) -> None:
    """Or was never let in."""
    for verbs in sessions(run.sent(name)).values():
        assert verbs[-1] == "QUIT" or "GETVERSION" not in verbs
        assert Counter(verbs)["QUIT"] <= 1


def test_a_long_loop_keeps_few_sessions_open(run: PlaybookRun) -> None:
    sent = run.sent("many")
    assert len(users(run, "many")) == MANY + 1
    assert logins(sent) == MANY
    assert 1 < most_open_at_once(sent) <= 8


def test_sessions_are_used_again_within_a_loop(run: PlaybookRun) -> None:
    assert len(users(run, "in turn")) == 10
    assert logins(run.sent("in turn")) == 2


def test_a_session_is_for_those_who_know_its_password(run: PlaybookRun) -> None:
    assert failed(run, "passwords") == [False, True, False, False]
    assert users(run, "passwords") == [SOMEBODY, SOMEBODY, POSTMASTER]


def test_variables_of_an_item_are_for_no_other_item(run: PlaybookRun) -> None:
    """Not even after one that fails, in whatever way."""
    assert failed(run, "environments") == [bool(wrong) for wrong in (0, 0, 0, 1, 0, 1, 0, 1, 0, 0)]
    allowed = [SOMEBODY, POSTMASTER, POSTMASTER, POSTMASTER, POSTMASTER, POSTMASTER, SOMEBODY]
    assert users(run, "environments") == allowed
    assert "the variable 'A=B'" in run.items("environments")[7]["msg"]


def test_nor_for_any_other_task(run: PlaybookRun) -> None:
    assert users(run, "after them") == [POSTMASTER]
    assert users(run, "at last") == [POSTMASTER]
