# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Playbooks as a whole: check mode over several tasks, long lists, and how much is returned and sent for them."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import changing, without_cost
from ansible_collections.communigate.pro.tests.integration.stage import PLAYBOOKS, SIMULATOR, perform, site
from ansible_collections.communigate.pro.tests.integration.ways import WAYS, logins
from support import simulator
from support.playbook import PlaybookRun, PlaybookRunner, play

DOMAIN = "example.org"
SITE: list[dict[str, Any]] = [
    {
        "name": "domain",
        "communigate.pro.cgp_domain": {
            "name": DOMAIN, "settings": {"MailToUnknown": "Rejected"}, "aliases": ["www.example.org"],
        },
    },
    {"name": "defaults", "communigate.pro.cgp_account_defaults": {"domain": DOMAIN, "settings": {"MaxWebSize": "1G"}}},
    {"name": "template", "communigate.pro.cgp_account_template": {"domain": DOMAIN, "settings": {"City": "Oxford"}}},
    {
        "name": "accounts",
        "communigate.pro.cgp_account": {
            "domain": DOMAIN,
            "accounts": [
                {"name": "alice", "settings": {"RealName": "Alice"}, "aliases": ["al"], "account_password": "Queen-1"},
                {"name": "bob"},
            ],
            "purge": {},
        },
    },
    {"name": "groups", "communigate.pro.cgp_group": {"name": "staff", "domain": DOMAIN, "members": ["alice", "bob"]}},
    {"name": "forwarder", "communigate.pro.cgp_forwarder": {"name": "sales", "domain": DOMAIN, "to": "x@net.example"}},
    {
        "name": "rules",
        "communigate.pro.cgp_rules": {
            "scope": "domain", "name": DOMAIN, "rules": [{"name": "all", "priority": 1, "actions": [["Discard"]]}],
        },
    },
    {"name": "mailbox", "communigate.pro.cgp_mailbox": {"account": "alice@example.org", "name": "Shared"}},
    {
        "name": "acl",
        "communigate.pro.cgp_mailbox_acl": {"account": "alice@example.org", "mailbox": "Shared", "acl": {"bob": "lr"}},
    },
    {"name": "file", "communigate.pro.cgp_storage_file": {"account": "alice@example.org", "name": "a", "content": "b"}},
]  # fmt: skip
"""Tasks each of which needs what an earlier one makes."""


def results(run: PlaybookRun) -> dict[str, dict[str, Any]]:
    """What each task returned, without its cost and its warnings."""
    return {
        result.task: {name: value for name, value in without_cost(result.result).items() if name != "warnings"}
        for result in run.results
    }


def changes(run: PlaybookRun) -> list[str]:
    return changing([entry for result in run.results for entry in result.sent])


class Acts(NamedTuple):
    """Runs of SITE, one after the other, on a server that is empty at first."""

    foreseen: PlaybookRun
    done: PlaybookRun
    foreseen_again: PlaybookRun
    again: PlaybookRun


@pytest.fixture(scope="module")
def acts(tmp_path_factory: pytest.TempPathFactory) -> Acts:
    directory = tmp_path_factory.mktemp("acts")
    server = simulator.embed(directory / SIMULATOR)
    runner = PlaybookRunner(directory / PLAYBOOKS, server.environment, server.journal_path)
    try:
        return Acts(*(runner(play(*SITE), check=check, diff=True).succeeded() for check in (True, False) * 2))
    finally:
        server.stop()


def test_check_mode_of_a_playbook_foresees_its_run(acts: Acts) -> None:
    """On a server that is still empty it knows what the tasks before would have made."""
    assert changes(acts.foreseen) == []
    assert acts.done.changed == acts.foreseen.changed == [task["name"] for task in SITE]
    assert results(acts.foreseen) == results(acts.done)
    assert [one.task for run in acts[:2] for one in run.results if "warnings" in one.result] == []


def test_check_mode_of_a_playbook_that_has_run_foresees_nothing(acts: Acts) -> None:
    assert (acts.again.changed, acts.foreseen_again.changed) == ([], [])
    assert results(acts.again) == results(acts.foreseen_again)
    assert changes(acts.again) == []


# --- much of it

NUMBER = 150
SHORT = ["user%03d" % number for number in range(NUMBER)]
COUNT = 2000


def many() -> dict[str, Any]:
    """A play about more objects than a result tells, half of them impossible. It leaves none of them behind."""
    good, bad = [{"name": name} for name in SHORT], [{"name": name + " x"} for name in SHORT]
    options = {"accounts": good + bad, "settings": {"City": "Oxford"}}

    def task(name: str, **more: Any) -> dict[str, Any]:
        return {"name": name, "communigate.pro.cgp_account": {**options, **more}, "diff": True, "ignore_errors": True}

    purge = {"accounts": [], "purge": {"within": ["example.com"], "limit": NUMBER}}
    deleted = {"name": "deleted", "communigate.pro.cgp_account": purge}
    foreseen = {**task("foreseen"), "check_mode": True}
    return play(foreseen, task("made"), task("all", detail="all", state="absent"), deleted, name="many")


def table() -> dict[str, Any]:
    """A play about a file of two thousand Accounts."""
    options = {"communigate.pro.cgp_account": {"source": "accounts.csv"}}
    tasks = [
        {"name": "table foreseen", **options, "check_mode": True},
        {"name": "table made", **options},
        *({"name": "table " + way, **options, "vars": vars_} for way, vars_ in WAYS.items()),
    ]
    return play(*tasks, name="table")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> PlaybookRun:
    directory = tmp_path_factory.mktemp("much")
    rows = ["user%04d@example.com,User Number %d" % (number, number) for number in range(COUNT)]
    content = "\n".join(["name,settings.RealName", *rows]) + "\n"
    return perform(directory, site(directory, [many(), table()], {"accounts.csv": content})).succeeded()


def test_results_are_bounded_unless_all_is_asked_for(run: PlaybookRun) -> None:
    for name in ("foreseen", "made"):
        result = run.result(name)
        assert result["changed_names"][:100] == SHORT[:100]
        assert len(result["changed_names"]) == 100
        assert len(result["diff"]["after"]) == len(result["diff"]["before"]) == 100
        assert "objects" not in result
    made = run.result("made")
    assert (made["counts"]["created"], made["counts"]["failed"]) == (NUMBER, NUMBER)
    assert len(made["failures"]) == 100
    assert "149 more failures" in made["msg"]
    headers = made["diff"]["before_header"], made["diff"]["after_header"]
    assert headers == ("accounts (the first 100 of 150 that differ)",) * 2
    every = run.result("all")
    assert every["changed_names"] == SHORT
    assert len(every["diff"]["before"]) == NUMBER
    assert [entry["name"] for entry in every["objects"]] == SHORT + [name + " x" for name in SHORT]
    assert {entry["action"] for entry in every["objects"]} == {"delete", "none"}
    assert run.result("deleted")["counts"]["wanted"] == 0


def test_two_thousand_accounts_from_a_table(run: PlaybookRun) -> None:
    """A few listings, then one command to make each account and one to look at it, all in one session."""
    made = run.result("table made")
    assert made["counts"]["created"] == run.result("table foreseen")["counts"]["created"] == COUNT
    assert len(run.sent("table foreseen")) < 20
    assert changing(run.sent("table made")) == ["CREATEACCOUNT"] * COUNT
    assert made["statistics"]["writes"] == COUNT
    assert made["statistics"]["commands"] <= 2 * COUNT + 10
    assert made["statistics"]["round_trips"] <= made["statistics"]["commands"] / 4
    for way in WAYS:
        again = run.result("table " + way)
        assert not again["changed"]
        assert again["counts"]["unchanged"] == COUNT
        assert again["statistics"]["writes"] == 0
        assert again["statistics"]["commands"] <= COUNT + 10
        assert again["statistics"]["round_trips"] <= again["statistics"]["commands"] / 4
    assert [logins(run.sent("table " + name)) for name in ("foreseen", "made", *WAYS)] == [1, 1, 1, 1]
    assert len(json.dumps(made)) < 5000
