# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A login with few rights: what it may do works, and what the server leaves out without a word is told.

Every noun is rehearsed once more by a Domain Administrator who has exactly the rights that its file in ``nouns`` names,
or is refused to one who has all.
"""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration import test_nouns
from ansible_collections.communigate.pro.tests.integration.noun import DOMAIN_RIGHTS, NOUNS, Noun, Step, changing, say
from ansible_collections.communigate.pro.tests.integration.stage import perform
from ansible_collections.communigate.pro.tests.integration.test_nouns import Rehearsed
from support.in_process import played
from support.playbook import PlaybookRun, play

ADMINISTRATOR = {"login": "admin@example.org", "password": "Administrator-1"}
RIGHTS = ("BasicSettings", "CanCreateAccounts", "CanCreateAliases", "CanAccessMailboxes")
NAMES = ("alice", "carol", "dave", "erin", "frank")
PREPARE = [
    "CREATEDOMAIN example.org",
    'CREATEACCOUNT admin@example.org {Password="Administrator-1";}',
    "SETACCOUNTRIGHTS admin@example.org (%s)" % ",".join(RIGHTS),
    *("CREATEACCOUNT %s@example.org {MaxAccountSize=10M;}" % name for name in NAMES),
]


def task(name: str, module: str, options: dict[str, Any]) -> dict[str, Any]:
    return {"name": name, "communigate.pro." + module: {**ADMINISTRATOR, **options}, "ignore_errors": True}


ALLOWED = [
    {"name": "alice", "settings": {"RealName": "Alice L."}, "aliases": ["al"], "account_password": "Queen-1"},
    {"name": "bob", "settings": {"RealName": "Bob"}, "account_password": "Queen-2"},
    {"name": "carol", "state": "absent"},
]
LIMITS = {"RealName": "Dave", "MaxAccountSize": "1G", "AccessModes": [30, "Mail"]}
IN_PART = [{"name": "frank", "telnums": ["4711"]}, {"name": "alice", "aliases": ["lis"]}]
ITS_DOMAIN: dict[str, tuple[dict[str, Any], str]] = {
    "cgp_domain": ({"name": "example.org"}, "MailToUnknown"),
    "cgp_account_defaults": ({"domain": "example.org"}, "City"),
    "cgp_account_template": ({"domain": "example.org"}, "City"),
}
"""What it may set in part, and one setting that it may set there."""
BEYOND: dict[str, tuple[dict[str, Any], list[str]]] = {
    "cgp_account": ({"name": "bob@example.com"}, ["account bob@example.com", "LISTDOMAINOBJECTS"]),
    "cgp_forwarder": ({"name": "sales", "to": "x@net.example"}, ["forwarder sales@example.org", "CREATEFORWARDER"]),
    "cgp_domain": ({"name": "net.example"}, ["domain net.example", "CREATEDOMAIN"]),
    "cgp_settings": ({"section": "network", "settings": {"TTL": 5}}, ["settings server network", "GETNETWORK"]),
}
"""What it may not do at all, and what the message must name."""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> PlaybookRun:
    tasks = [
        *say("prepare", PREPARE),
        task("allowed", "cgp_account", {"accounts": ALLOWED}),
        *say("allowed, shown", ["LISTACCOUNTS example.org", "GETACCOUNTALIASES alice@example.org"]),
        *say("allowed, verified", ["VERIFYACCOUNTPASSWORD alice@example.org PASSWORD Queen-1"]),
        task("limits", "cgp_account", {"name": "dave", "settings": LIMITS}),
        *say("limits, shown", ["GETACCOUNTSETTINGS dave@example.org"]),
        task("a new account", "cgp_account", {"name": "greg", "settings": LIMITS}),
        *say("a new account, shown", ["GETACCOUNTSETTINGS greg@example.org"]),
        task("only limits", "cgp_account", {"name": "erin", "settings": {"MaxAccountSize": "1G"}}),
        *say("only limits, shown", ["GETACCOUNTSETTINGS erin@example.org"]),
        task("in part", "cgp_account", {"accounts": IN_PART}),
        *say("in part, shown", ["GETACCOUNTALIASES alice@example.org", "GETACCOUNTTELNUMS frank@example.org"]),
    ]
    for module, (options, kept) in ITS_DOMAIN.items():
        settings = {kept: "Discarded", "MaxAccountSize": "1G"}
        tasks.append(task("its own " + module, module, {**options, "settings": settings}))
    tasks += [task("beyond " + module, module, options) for module, (options, _says) in BEYOND.items()]
    return perform(tmp_path_factory.mktemp("administrator"), play(*tasks)).succeeded()


def shown(run: PlaybookRun, name: str) -> list[Any]:
    return [reply["value"] for reply in run.result(name + ", shown")["results"]]


def test_what_it_may_do_works(run: PlaybookRun) -> None:
    """Names without a Domain are those of the login's own."""
    assert run.status("allowed") == run.status("allowed, verified") == "ok"
    assert run.result("allowed")["changed_names"] == ["alice@example.org", "bob@example.org", "carol@example.org"]
    accounts, aliases = shown(run, "allowed")
    assert sorted(accounts) == ["admin", "alice", "bob", "dave", "erin", "frank"]
    assert aliases == ["al"]


def test_settings_that_the_server_leaves_out_are_named(run: PlaybookRun) -> None:
    result = run.result("limits")
    assert run.status("limits") == "failed"
    assert result["changed_names"] == ["dave@example.org"]
    for part in ("dave@example.org", "did not keep settings.AccessModes, settings.MaxAccountSize", "rights"):
        assert part in result["msg"]
    assert "settings.RealName" not in result["msg"]
    assert shown(run, "limits") == [{"RealName": "Dave", "MaxAccountSize": "10M"}]


def test_a_new_account_that_gets_less_than_wanted_is_there_and_told(run: PlaybookRun) -> None:
    assert (run.status("a new account"), run.result("a new account")["changed"]) == ("failed", True)
    assert "did not keep settings.AccessModes, settings.MaxAccountSize" in run.result("a new account")["msg"]
    assert shown(run, "a new account") == [{"RealName": "Dave"}]


def test_an_update_of_which_nothing_is_kept_is_no_change(run: PlaybookRun) -> None:
    assert (run.status("only limits"), run.result("only limits")["changed"]) == ("failed", False)
    assert "did not keep settings.MaxAccountSize" in run.result("only limits")["msg"]
    assert changing(run.sent("only limits")) == ["UPDATEACCOUNTSETTINGS"]
    assert shown(run, "only limits") == [{"MaxAccountSize": "10M"}]


@pytest.mark.parametrize("module", ITS_DOMAIN)
def test_the_settings_of_its_domain(run: PlaybookRun, module: str) -> None:
    result = run.result("its own " + module)
    assert (run.status("its own " + module), result["changed"]) == ("failed", True)
    assert "settings.MaxAccountSize" in result["msg"]
    assert "settings.%s" % ITS_DOMAIN[module][1] not in result["msg"]


def test_what_the_server_refuses_is_told_with_the_command(run: PlaybookRun) -> None:
    result = run.result("in part")
    assert result["changed_names"] == ["alice@example.org"]
    (failure,) = result["failures"]
    assert (failure["name"], failure["changed"]) == ("frank@example.org", False)
    assert failure["code"] >= 500
    assert "SETACCOUNTTELNUMS" in failure["msg"]
    assert shown(run, "in part") == [["lis"], []]


@pytest.mark.parametrize("module", BEYOND)
def test_what_is_beyond_its_rights(run: PlaybookRun, module: str) -> None:
    result = run.result("beyond " + module)
    assert (run.status("beyond " + module), result["changed"]) == ("failed", False)
    assert [part for part in BEYOND[module][1] if part not in result["msg"]] == [], result["msg"]
    accepted = [entry for entry in run.sent("beyond " + module) if entry["code"] in (200, 201)]
    assert changing(accepted) == []


# --- every noun

ADMINISTERED = [noun.as_administrator() for noun in NOUNS if noun.administrator]
MANAGED = [noun for noun in ADMINISTERED if not noun.administrator.refusal]
REFUSED = [noun for noun in ADMINISTERED if noun.administrator.refusal]
WHAT_A_STEP_MUST_DO = (
    test_nouns.test_check_mode_sends_no_change,
    test_nouns.test_check_mode_foresees_exactly_what_the_run_does,
    test_nouns.test_the_run_sends_what_differs_and_says_so,
    test_nouns.test_the_same_again_changes_nothing,
)
EVERY_STEP = [
    pytest.param(noun, step, id=test_nouns.id_of(noun, step)) for noun in MANAGED for step in noun.steps
]


@pytest.fixture(scope="module")
def rehearsed(tmp_path_factory: pytest.TempPathFactory) -> Rehearsed:
    """Takes what an administrator does with a noun, once for all tests.

    That is the whole rehearsal, or the first step where only server administrators may do it. It is taken in this
    process: whose login it is makes no difference to Ansible, but to the server and to the engine.
    """
    runs: dict[str, PlaybookRun] = {}

    def rehearse(noun: Noun) -> PlaybookRun:
        if noun.module not in runs:
            refused = [*say("prepare", noun.prepare), noun.task(noun.steps[0], "refused", ignore_errors=True)]
            tasks = refused if noun.administrator.refusal else noun.rehearsal()
            runs[noun.module] = played(tmp_path_factory.mktemp("noun"), tasks, noun.files, noun.simulator)
        return runs[noun.module]

    return rehearse


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.module)
def test_the_file_of_a_noun_says_what_an_administrator_may_do(noun: Noun) -> None:
    assert noun.administrator is not None
    steps = {step.name for step in noun.steps}
    assert set(noun.administrator.without) < steps
    assert bool(noun.administrator.refusal) == (noun.administrator.rights is DOMAIN_RIGHTS)


@pytest.mark.parametrize("noun", MANAGED, ids=lambda noun: noun.module)
def test_nothing_fails_for_an_administrator(rehearsed: Rehearsed, noun: Noun) -> None:
    rehearsed(noun).succeeded()


@pytest.mark.parametrize(("noun", "step"), EVERY_STEP)
def test_a_step_of_an_administrator_is_the_same(rehearsed: Rehearsed, noun: Noun, step: Step) -> None:
    for check in WHAT_A_STEP_MUST_DO:
        check(rehearsed, noun, step)
    if step.shows:
        test_nouns.test_the_server_shows_it(rehearsed, noun, step)
    users = {entry["user"] for entry in rehearsed(noun).sent(step.done) if entry["user"]}
    assert users == {noun.login["login"]}


@pytest.mark.parametrize("noun", REFUSED, ids=lambda noun: noun.module)
def test_what_only_server_administrators_manage_is_refused(rehearsed: Rehearsed, noun: Noun) -> None:
    run = rehearsed(noun).succeeded()
    assert (run.status("refused"), run.result("refused")["changed"]) == ("failed", False)
    assert noun.administrator.refusal in run.result("refused")["msg"]
    assert changing([entry for entry in run.sent("refused") if entry["code"] in (200, 201)]) == []
