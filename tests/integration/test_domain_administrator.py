# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A login with few rights: what it may do works, and what the server leaves out without a word is told."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import changing, say
from support.playbook import PlaybookRun, PlaybookRunner, play

ADMINISTRATOR = {"login": "admin@example.org", "password": "Administrator-1"}
PREPARE = say(
    "prepare",
    [
        "CREATEDOMAIN example.org",
        'CREATEACCOUNT admin@example.org {Password="Administrator-1";}',
        "SETACCOUNTRIGHTS admin@example.org (BasicSettings,CanCreateAccounts,CanCreateAliases,CanAccessMailboxes)",
        "CREATEACCOUNT alice@example.org {RealName=Alice;MaxAccountSize=10M;}",
        "CREATEACCOUNT carol@example.org",
    ],
)


@pytest.fixture
def run_as_administrator(run_playbook: PlaybookRunner) -> Any:
    """Runs one task of a module as the Administrator of example.org, and then says lines as the postmaster."""

    def run(module: str, options: dict[str, Any], *lines: str) -> PlaybookRun:
        task = {"name": "task", "communigate.pro." + module: {**ADMINISTRATOR, **options}, "ignore_errors": True}
        return run_playbook(play(*PREPARE, task, *say("shown", lines))).succeeded()

    return run


def shown(run: PlaybookRun) -> list[Any]:
    return [reply["value"] for reply in run.result("shown")["results"]]


def test_what_it_may_do_works(run_as_administrator: Any) -> None:
    """Names without a Domain are those of the login's own."""
    accounts = [
        {"name": "alice", "settings": {"RealName": "Alice L."}, "aliases": ["al"], "account_password": "Queen-1"},
        {"name": "bob", "settings": {"RealName": "Bob"}, "account_password": "Queen-2"},
        {"name": "carol", "state": "absent"},
    ]
    run = run_as_administrator(
        "cgp_account",
        {"accounts": accounts},
        "LISTACCOUNTS example.org",
        "VERIFYACCOUNTPASSWORD alice@example.org PASSWORD Queen-1",
        "GETACCOUNTALIASES alice@example.org",
    )
    result = run.result("task")
    assert run.status("task") == "ok"
    assert result["changed_names"] == ["alice@example.org", "bob@example.org", "carol@example.org"]
    listed, _verified, aliases = shown(run)
    assert (sorted(listed), aliases) == (["admin", "alice", "bob"], ["al"])


def test_settings_that_the_server_leaves_out_are_named(run_as_administrator: Any) -> None:
    settings = {"RealName": "Alice L.", "MaxAccountSize": "1G", "AccessModes": "All"}
    run = run_as_administrator(
        "cgp_account", {"name": "alice", "settings": settings}, "GETACCOUNTSETTINGS alice@example.org"
    )
    result = run.result("task")
    assert run.status("task") == "failed"
    assert result["changed"]
    assert result["changed_names"] == ["alice@example.org"]
    for part in ("alice@example.org", "did not keep settings.AccessModes, settings.MaxAccountSize", "rights"):
        assert part in result["msg"]
    assert "settings.RealName" not in result["msg"]
    assert shown(run) == [{"RealName": "Alice L.", "MaxAccountSize": "10M"}]


def test_a_new_account_that_gets_less_than_wanted_is_there_and_told(run_as_administrator: Any) -> None:
    options = {"name": "bob", "settings": {"RealName": "Bob", "MaxAccountSize": "1G"}}
    run = run_as_administrator("cgp_account", options, "GETACCOUNTSETTINGS bob@example.org")
    result = run.result("task")
    assert (run.status("task"), result["changed"]) == ("failed", True)
    assert "did not keep settings.MaxAccountSize" in result["msg"]
    assert shown(run) == [{"RealName": "Bob"}]


def test_an_update_of_which_nothing_is_kept_is_no_change(run_as_administrator: Any) -> None:
    run = run_as_administrator(
        "cgp_account", {"name": "alice", "settings": {"MaxAccountSize": "1G"}}, "GETACCOUNTSETTINGS alice@example.org"
    )
    result = run.result("task")
    assert (run.status("task"), result["changed"]) == ("failed", False)
    assert "did not keep settings.MaxAccountSize" in result["msg"]
    assert changing(run.sent("task")) == ["UPDATEACCOUNTSETTINGS"]
    assert shown(run) == [{"RealName": "Alice", "MaxAccountSize": "10M"}]


@pytest.mark.parametrize(
    ("module", "options", "kept"),
    [
        ("cgp_domain", {"name": "example.org"}, "MailToUnknown"),
        ("cgp_account_defaults", {"domain": "example.org"}, "City"),
        ("cgp_account_template", {"domain": "example.org"}, "City"),
    ],
)
def test_the_settings_of_its_domain(
    run_as_administrator: Any, module: str, options: dict[str, Any], kept: str
) -> None:
    settings = {kept: "Discarded", "AccountsLimit": 10, "MaxAccountSize": "1G"}
    if module != "cgp_domain":
        del settings["AccountsLimit"]
    run = run_as_administrator(module, {**options, "settings": settings})
    result = run.result("task")
    assert (run.status("task"), result["changed"]) == ("failed", True)
    assert "settings.MaxAccountSize" in result["msg"]
    assert "settings.%s" % kept not in result["msg"]


def test_what_the_server_refuses_is_told_with_the_command(run_as_administrator: Any) -> None:
    accounts = [{"name": "alice", "telnums": ["4711"]}, {"name": "carol", "aliases": ["ca"]}]
    run = run_as_administrator("cgp_account", {"accounts": accounts}, "GETACCOUNTALIASES carol@example.org")
    result = run.result("task")
    assert result["changed_names"] == ["carol@example.org"]
    (failure,) = result["failures"]
    assert (failure["name"], failure["changed"]) == ("alice@example.org", False)
    assert failure["code"] >= 500
    assert "SETACCOUNTTELNUMS" in failure["msg"]
    assert shown(run) == [["ca"]]


@pytest.mark.parametrize(
    ("module", "options", "says"),
    [
        ("cgp_account", {"name": "bob@example.com"}, ["account bob@example.com", "LISTDOMAINOBJECTS"]),
        ("cgp_forwarder", {"name": "sales", "to": "alice@example.org"}, ["sales@example.org", "CREATEFORWARDER"]),
        ("cgp_domain", {"name": "example.net"}, ["domain example.net", "CREATEDOMAIN"]),
        ("cgp_settings", {"section": "network", "settings": {"TTL": 5}}, ["settings server network", "GETNETWORK"]),
    ],
)
def test_what_is_beyond_its_rights(
    run_as_administrator: Any, module: str, options: dict[str, Any], says: list[str]
) -> None:
    run = run_as_administrator(module, options)
    result = run.result("task")
    assert (run.status("task"), result["changed"]) == ("failed", False)
    assert [part for part in says if part not in result["msg"]] == [], result["msg"]
    accepted = [entry for entry in run.sent("task") if entry["code"] in (200, 201)]
    assert changing(accepted) == []
