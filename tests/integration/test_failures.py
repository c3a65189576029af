# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tasks that fail for some of their objects: what is done is told as truthfully as what is not."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import changing, say
from ansible_collections.communigate.pro.tests.integration.stage import perform
from ansible_collections.communigate.pro.tests.integration.ways import WAYS, alike
from support.playbook import PlaybookRun, play

MIXED = [
    {"name": "alice", "aliases": ["al"]},
    {"name": "not a name"},
    {"name": "al2", "aliases": ["taken"]},
    {"name": "staff"},
    {"name": "bob"},
]
"""Of these, the second is refused by the server, the third in part, and the fourth is the name of a Group."""
MANY = [{"name": "user%02d" % number if number != 3 else "not a name"} for number in range(60)]
COMMANDS = [{"line": line} for line in ("CREATEACCOUNT one", 'CREATEACCOUNT "a b"', "CREATEACCOUNT two")]


def accounts(name: str, rows: list[dict[str, Any]], domain: str, **options: Any) -> dict[str, Any]:
    options = {"accounts": rows, "domain": domain, **options}
    return {"name": name, "communigate.pro.cgp_account": options, "diff": True, "ignore_errors": True}


def commands(name: str, on_error: str) -> dict[str, Any]:
    task = {"communigate.pro.cgp_command": {"commands": COMMANDS, "on_error": on_error}, "ignore_errors": True}
    return {"name": name, **task}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> PlaybookRun:
    tasks: list[dict[str, Any]] = []
    for way, vars_ in WAYS.items():
        for name in (way, way + "-stop"):
            domain = name + ".example"
            made = ["CREATEDOMAIN", "CREATEGROUP staff@", "CREATEFORWARDER taken@"]
            lines = [" ".join([made[0], domain]), made[1] + domain, made[2] + domain + " TO x@net.example"]
            tasks += say("prepare " + name, lines)
        tasks.append({**accounts(way, MIXED, way + ".example"), "vars": vars_})
        tasks += say(way + ", shown", ["LISTACCOUNTS %s.example" % way])
        stopping = accounts(way + ", stop", MIXED, way + "-stop.example", on_error="stop")
        tasks.append({**stopping, "name": way + ", stop, check", "check_mode": True})
        tasks.append({**stopping, "vars": vars_})
    tasks += say("prepare many", ["CREATEDOMAIN many.example", "CREATEFORWARDER sales@many.example TO x@net.example"])
    tasks.append(accounts("many", MANY, "many.example", on_error="stop"))
    tasks += say("many, shown", ["LISTACCOUNTS many.example"])
    forwarder = {"name": "sales@many.example", "to": ""}
    tasks.append({"name": "forwarder", "communigate.pro.cgp_forwarder": forwarder, "ignore_errors": True})
    tasks += say("forwarder, shown", ["GETFORWARDER sales@many.example"])
    tasks.append(commands("stop", "stop"))
    tasks += say("between", ["DELETEACCOUNT one"])
    tasks.append(commands("continue", "continue"))
    return perform(tmp_path_factory.mktemp("failures"), play(*tasks)).succeeded()


@pytest.mark.parametrize("way", WAYS)
def test_the_others_are_done_all_the_same(run: PlaybookRun, way: str) -> None:
    result = run.result(way)
    assert run.status(way) == "failed"
    assert result["changed"]
    assert result["changed_names"] == ["%s@%s.example" % (name, way) for name in ("alice", "al2", "bob")]
    counts = {name: count for name, count in result["counts"].items() if count}
    assert counts == {"wanted": 5, "created": 2, "failed": 3}
    failures = {failure["name"].partition("@")[0]: failure for failure in result["failures"]}
    changed = {name: failure["changed"] for name, failure in failures.items()}
    assert changed == {"not a name": False, "al2": True, "staff": False}
    assert failures["not a name"]["code"] == 525
    assert "CREATEACCOUNT" in failures["not a name"]["msg"]
    assert "while setting aliases" in failures["al2"]["msg"]
    assert "another object: group" in failures["staff"]["msg"]
    assert sorted(result["diff"]["after"]) == sorted(result["changed_names"])
    for part in ("account ", "2 more failures", "3 objects were changed"):
        assert part in result["msg"]
    assert sorted(run.result(way + ", shown")["results"][0]["value"]) == ["al2", "alice", "bob"]


@pytest.mark.parametrize("way", WAYS)
def test_no_other_is_begun(run: PlaybookRun, way: str) -> None:
    """After what is known to be wrong nothing is begun at all; check mode says the same."""
    result = run.result(way + ", stop")
    assert not result["changed"]
    assert [name.partition("@")[0] for name in result["not_attempted"]] == ["alice", "not a name", "al2", "bob"]
    assert [failure["name"] for failure in result["failures"]] == ["staff@%s-stop.example" % way]
    assert "4 objects were not attempted" in result["msg"]
    assert changing(run.sent(way + ", stop")) == []
    foreseen, done = alike(run.result(way + ", stop, check")), alike(result)
    assert {**foreseen, "statistics": None} == {**done, "statistics": None}


def test_what_is_under_way_is_finished(run: PlaybookRun) -> None:
    """With many objects, those after the one that the server refuses are left alone."""
    result = run.result("many")
    counts = result["counts"]
    assert counts["failed"] == 1
    assert counts["created"] + counts["failed"] + counts["not_attempted"] == len(MANY)
    assert counts["not_attempted"] >= len(MANY) - 2 * 16
    left = MANY[len(MANY) - counts["not_attempted"] :]
    assert result["not_attempted"] == ["%s@many.example" % row["name"] for row in left]
    listed = run.result("many, shown")["results"][0]["value"]
    assert sorted("%s@many.example" % name for name in listed) == sorted(result["changed_names"])


def test_a_forwarder_comes_back_when_the_new_one_is_refused(run: PlaybookRun) -> None:
    result = run.result("forwarder")
    assert result["failures"][0]["name"] == "sales@many.example"
    assert "the former object was restored" in result["msg"]
    assert not result["changed"]
    assert changing(run.sent("forwarder")) == ["DELETEFORWARDER", "CREATEFORWARDER", "CREATEFORWARDER"]
    assert run.result("forwarder, shown")["results"][0]["value"] == "x@net.example"


@pytest.mark.parametrize(("on_error", "sent"), [("stop", 2), ("continue", 3)])
def test_commands_one_of_which_is_refused(run: PlaybookRun, on_error: str, sent: int) -> None:
    result = run.result(on_error)
    assert run.status(on_error) == "failed"
    assert (result["changed"], result["code"]) == (True, 525)
    assert changing(run.sent(on_error)) == ["CREATEACCOUNT"] * sent
    assert [entry["sent"] for entry in result["results"]] == [number < sent for number in range(3)]
    assert ["msg" in entry for entry in result["results"]] == [False, True, False]
