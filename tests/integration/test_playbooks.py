# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Playbooks as a whole: check mode over several tasks, long lists, and how much is returned and sent for them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ansible_collections.communigate.pro.tests.integration.noun import changing, without_cost
from ansible_collections.communigate.pro.tests.integration.ways import WAYS, logins
from support.playbook import ELSEWHERE, PlaybookRun, PlaybookRunner, play

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
    {"name": "forwarder", "communigate.pro.cgp_forwarder": {"name": "sales", "domain": DOMAIN, "to": "x@example.net"}},
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


def test_check_mode_of_a_playbook_foresees_its_run(run_playbook: PlaybookRunner) -> None:
    """On a server that is still empty it knows what the tasks before would have made."""
    foreseen = run_playbook(play(*SITE), check=True, diff=True).succeeded()
    assert changes(foreseen) == []
    done = run_playbook(play(*SITE), diff=True).succeeded()
    assert done.changed == foreseen.changed == [task["name"] for task in SITE]
    assert results(foreseen) == results(done)
    assert [one.task for run in (foreseen, done) for one in run.results if "warnings" in one.result] == []


def test_check_mode_of_a_playbook_that_has_run_foresees_nothing(run_playbook: PlaybookRunner) -> None:
    run_playbook(play(*SITE)).succeeded()
    foreseen = run_playbook(play(*SITE), check=True, diff=True).succeeded()
    again = run_playbook(play(*SITE), diff=True).succeeded()
    assert (again.changed, foreseen.changed) == ([], [])
    assert results(again) == results(foreseen)
    assert changes(again) == []


# --- how much is returned

def test_results_are_bounded_unless_all_is_asked_for(run_playbook: PlaybookRunner) -> None:
    names = ["user%03d" % number for number in range(150)]
    good, bad = [{"name": name} for name in names], [{"name": name + " x"} for name in names]
    options = {"accounts": good + bad, "settings": {"City": "Oxford"}}

    def task(name: str, **more: Any) -> dict[str, Any]:
        return {"name": name, "communigate.pro.cgp_account": {**options, **more}, "diff": True, "ignore_errors": True}

    purge = {"accounts": [], "purge": {"within": ["example.com"], "limit": 150}}
    deleted = {"name": "deleted", "communigate.pro.cgp_account": purge}
    run = run_playbook(
        play({**task("foreseen"), "check_mode": True}, task("made"), task("all", detail="all", state="absent"), deleted)
    ).succeeded()
    for name in ("foreseen", "made"):
        result = run.result(name)
        assert result["changed_names"][:100] == names[:100]
        assert len(result["changed_names"]) == 100
        assert len(result["diff"]["after"]) == len(result["diff"]["before"]) == 100
        assert "objects" not in result
    made = run.result("made")
    assert (made["counts"]["created"], made["counts"]["failed"]) == (150, 150)
    assert len(made["failures"]) == 100
    assert "149 more failures" in made["msg"]
    headers = made["diff"]["before_header"], made["diff"]["after_header"]
    assert headers == ("accounts (the first 100 of 150 that differ)",) * 2
    every = run.result("all")
    assert every["changed_names"] == names
    assert len(every["diff"]["before"]) == 150
    assert [entry["name"] for entry in every["objects"]] == names + [name + " x" for name in names]
    assert {entry["action"] for entry in every["objects"]} == {"delete", "none"}
    assert run.result("deleted")["counts"]["wanted"] == 0


# --- how much is sent

COUNT = 2000


def test_two_thousand_accounts_from_a_table(tmp_path: Path, run_playbook: PlaybookRunner) -> None:
    """A few listings, then one command to make each account and one to look at it, all in one session."""
    site = tmp_path / "site"
    (site / "files").mkdir(parents=True)
    rows = ["user%04d@example.com,User Number %d" % (number, number) for number in range(COUNT)]
    (site / "files" / "accounts.csv").write_text("\n".join(["name,settings.RealName", *rows]) + "\n", encoding="utf-8")
    options = {"communigate.pro.cgp_account": {"source": "accounts.csv"}}
    tasks = [
        {"name": "foreseen", **options, "check_mode": True},
        {"name": "made", **options},
        {"name": "here", **options},
        {"name": "elsewhere", **options, "vars": ELSEWHERE},
    ]
    playbook = site / "playbook.yml"
    playbook.write_text(json.dumps([play(*tasks)]), encoding="utf-8")
    run = run_playbook(playbook).succeeded()
    made = run.result("made")
    assert made["counts"]["created"] == run.result("foreseen")["counts"]["created"] == COUNT
    assert len(run.sent("foreseen")) < 20
    assert changing(run.sent("made")) == ["CREATEACCOUNT"] * COUNT
    assert made["statistics"]["writes"] == COUNT
    assert made["statistics"]["commands"] <= 2 * COUNT + 10
    assert made["statistics"]["round_trips"] <= made["statistics"]["commands"] / 4
    for way in WAYS:
        again = run.result(way)
        assert not again["changed"]
        assert again["counts"]["unchanged"] == COUNT
        assert again["statistics"]["writes"] == 0
        assert again["statistics"]["commands"] <= COUNT + 10
        assert again["statistics"]["round_trips"] <= again["statistics"]["commands"] / 4
    assert [logins(run.sent(task["name"])) for task in tasks] == [1, 1, 1, 1]
    assert len(json.dumps(made)) < 5000
