# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tasks that fail for some of their objects: what is done is told as truthfully as what is not."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import changing, say
from ansible_collections.communigate.pro.tests.integration.ways import WAYS, alike
from support.playbook import PlaybookRunner, play
from support.simulator import Simulator

ACCOUNT = "communigate.pro.cgp_account"
BOTH_WAYS = pytest.mark.parametrize("way", list(WAYS.values()), ids=list(WAYS))
MIXED = [
    {"name": "alice", "aliases": ["al"]},
    {"name": "not a name"},
    {"name": "al2", "aliases": ["taken"]},
    {"name": "staff"},
    {"name": "bob"},
]
"""Of these, the second is refused by the server, the third in part, and the fourth is the name of a Group."""
PREPARE = say("prepare", ["CREATEGROUP staff", "CREATEFORWARDER taken TO x@example.org"])


def accounts(name: str, rows: list[dict[str, Any]], **options: Any) -> dict[str, Any]:
    return {"name": name, ACCOUNT: {"accounts": rows, **options}, "diff": True, "ignore_errors": True}


@BOTH_WAYS
def test_the_others_are_done_all_the_same(
    run_playbook: PlaybookRunner, simulator: Simulator, way: dict[str, str]
) -> None:
    run = run_playbook(
        play(
            *PREPARE,
            {**accounts("task", MIXED), "vars": way},
            *say("shown", ["LISTACCOUNTS", "GETACCOUNTALIASES alice"]),
        )
    ).succeeded()
    result = run.result("task")
    assert run.status("task") == "failed"
    assert result["changed"]
    assert result["changed_names"] == ["alice", "al2", "bob"]
    counts = {name: count for name, count in result["counts"].items() if count}
    assert counts == {"wanted": 5, "created": 2, "failed": 3}
    failures = {failure["name"]: failure for failure in result["failures"]}
    assert {name: failure["changed"] for name, failure in failures.items()} == {
        "not a name": False, "al2": True, "staff": False,
    }  # fmt: skip
    assert failures["not a name"]["code"] == 501
    assert "CREATEACCOUNT" in failures["not a name"]["msg"]
    assert "while setting aliases" in failures["al2"]["msg"]
    assert "another object: group" in failures["staff"]["msg"]
    assert sorted(result["diff"]["after"]) == ["al2", "alice", "bob"]
    for part in ("account ", "2 more failures", "3 objects were changed"):
        assert part in result["msg"]
    listed, aliases = (reply["value"] for reply in run.result("shown")["results"])
    assert sorted(listed) == ["al2", "alice", "bob", "postmaster"]
    assert aliases == ["al"]


@BOTH_WAYS
def test_no_other_is_begun(run_playbook: PlaybookRunner, way: dict[str, str]) -> None:
    """After what is known to be wrong nothing is begun at all; check mode says the same."""
    task = {**accounts("task", MIXED, on_error="stop"), "vars": way}
    run = run_playbook(play(*PREPARE, {**task, "name": "check", "check_mode": True}, task)).succeeded()
    result = run.result("task")
    assert not result["changed"]
    assert result["not_attempted"] == ["alice", "not a name", "al2", "bob"]
    assert [failure["name"] for failure in result["failures"]] == ["staff"]
    assert "4 objects were not attempted" in result["msg"]
    assert changing(run.sent("task")) == []
    assert {**alike(run.result("check")), "statistics": 0} == {**alike(result), "statistics": 0}


def test_what_is_under_way_is_finished(run_playbook: PlaybookRunner) -> None:
    """With many objects, those after the one that the server refuses are left alone."""
    rows = [{"name": "user%02d" % number} for number in range(60)]
    rows[3]["name"] = "not a name"
    run = run_playbook(play(accounts("task", rows, on_error="stop"), *say("shown", ["LISTACCOUNTS"]))).succeeded()
    result = run.result("task")
    counts = result["counts"]
    assert counts["failed"] == 1
    assert counts["created"] + counts["failed"] + counts["not_attempted"] == 60
    assert counts["not_attempted"] >= 60 - 2 * 16
    assert result["not_attempted"] == [row["name"] for row in rows[60 - counts["not_attempted"] :]]
    listed = run.result("shown")["results"][0]["value"]
    assert sorted(listed) == sorted([*result["changed_names"], "postmaster"])


def test_a_forwarder_comes_back_when_the_new_one_is_refused(run_playbook: PlaybookRunner) -> None:
    forwarder = {"name": "sales@example.com", "to": ""}
    run = run_playbook(
        play(
            *say("prepare", ["CREATEFORWARDER sales TO alice@example.org"]),
            {"name": "task", "communigate.pro.cgp_forwarder": forwarder, "ignore_errors": True},
            *say("shown", ["GETFORWARDER sales"]),
        )
    ).succeeded()
    result = run.result("task")
    assert result["failures"][0]["name"] == "sales@example.com"
    assert "the former object was restored" in result["msg"]
    assert not result["changed"]
    assert changing(run.sent("task")) == ["DELETEFORWARDER", "CREATEFORWARDER", "CREATEFORWARDER"]
    assert run.result("shown")["results"][0]["value"] == "alice@example.org"


@pytest.mark.parametrize(
    ("on_error", "sent", "said"),
    [
        ("stop", ["CREATEACCOUNT", "CREATEACCOUNT"], [True, True, False]),
        ("continue", ["CREATEACCOUNT", "CREATEACCOUNT", "CREATEACCOUNT"], [True, True, True]),
    ],
)
def test_commands_one_of_which_is_refused(
    run_playbook: PlaybookRunner, on_error: str, sent: list[str], said: list[bool]
) -> None:
    commands = [{"line": line} for line in ("CREATEACCOUNT alice", 'CREATEACCOUNT "a b"', "CREATEACCOUNT bob")]
    task = {"communigate.pro.cgp_command": {"commands": commands, "on_error": on_error}, "ignore_errors": True}
    run = run_playbook(play(*({"name": name, **task, "vars": way} for name, way in WAYS.items()))).succeeded()
    result = run.result("here")
    assert run.status("here") == "failed"
    assert (result["changed"], result["code"]) == (True, 501)
    assert changing(run.sent("here")) == sent
    assert [entry["sent"] for entry in result["results"]] == said
    assert ["msg" in entry for entry in result["results"]] == [False, True, False]
    assert run.result("elsewhere")["results"][0]["code"] == 520
