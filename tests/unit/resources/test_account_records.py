# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Accounts have besides their settings: passwords, numbers, single Rules, records of remote accounts, rights."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import (
    GETACCOUNTMAILRULES,
    GETACCOUNTRIGHTS,
    GETACCOUNTRPOPS,
    GETACCOUNTTELNUMS,
    MODIFYACCOUNTTELNUMS,
    SETACCOUNTMAILRULES,
    SETACCOUNTRPOPS,
    SETACCOUNTTELNUMS,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine.run import Mode
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_acl import ACCOUNT_ACL
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_password import ACCOUNT_PASSWORD
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_remotes import ACCOUNT_REMOTES
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_rights import ACCOUNT_RIGHTS
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_telnum import ACCOUNT_TELNUM
from ansible_collections.communigate.pro.plugins.module_utils._resources.account_telnum_pop import ACCOUNT_TELNUM_POP
from ansible_collections.communigate.pro.plugins.module_utils._resources.rule import ACCOUNT_RULE
from ansible_collections.communigate.pro.plugins.module_utils._resources.scheduled_task import SCHEDULED_TASK
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from support.engine_server import Server, just_before


@pytest.fixture
def ann(server: Server) -> str:
    name = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": name}])
    return name


def arguments(server: Server, mark: int) -> list[dict[str, Any]]:
    return [entry["arguments"] for entry in server.changes(mark)]


# --- passwords

@pytest.mark.parametrize(
    ("options", "sent"),
    [
        ({}, {}),
        ({"method": "SIP"}, {"method": "SIP"}),
        ({"method": "RADIUS", "check_policy": True}, {"method": "RADIUS", "CHECK": True}),
        ({"tag": "my phone"}, {"tag": "my phone"}),
        ({"check_policy": True}, {"CHECK": True}),
    ],
)
def test_a_password_is_set_where_it_belongs(server: Server, ann: str, options, sent) -> None:
    mark = server.mark()
    row = {"account": ann, "new_password": "Emu-1", **options}
    assert server.apply(ACCOUNT_PASSWORD, [row])["counts"]["updated"] == 1
    assert arguments(server, mark) == [{"accountName": ann, "newPassword": "***", **sent}]
    again = server.apply(ACCOUNT_PASSWORD, [row])["changed"]
    assert again is ("method" in options or "tag" in options)


def test_the_password_of_an_application_is_removed_by_an_empty_one(server: Server, ann: str) -> None:
    mark = server.mark()
    result = server.apply(ACCOUNT_PASSWORD, [{"account": ann, "tag": "my phone", "state": "absent"}])
    assert result["counts"]["deleted"] == 1
    assert arguments(server, mark) == [{"accountName": ann, "newPassword": "***", "tag": "my phone"}]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({}, "nothing is said of it. Give new_password"),
        ({"new_password": ""}, "new_password is empty"),
        ({"new_password": "x", "tag": "a", "method": "SIP"}, "method and tag do not go together"),
        ({"new_password": "x\ny"}, "new_password holds a line break"),
    ],
)
def test_a_password_that_is_none_is_refused(server: Server, ann: str, options, message) -> None:
    with pytest.raises(CgpError) as refused:
        server.apply(ACCOUNT_PASSWORD, [{"account": ann, **options}])
    assert message in str(refused.value)


@pytest.mark.parametrize("options", [{}, {"method": "SIP"}])
def test_only_the_password_of_an_application_can_go(server: Server, ann: str, options) -> None:
    mark = server.mark()
    result = server.apply(ACCOUNT_PASSWORD, [{"account": ann, "state": "absent", **options}])
    assert "only the password of an application can be removed" in result["msg"]
    assert server.changes(mark) == []


def test_a_password_that_the_policy_refuses_is_a_failure(server: Server, ann: str) -> None:
    server.apply(ACCOUNT, [{"name": ann, "settings": {"PasswordComplexity": "MixedCaseDigit"}}])
    row = {"account": ann, "new_password": "simple"}
    result = server.apply(ACCOUNT_PASSWORD, [{**row, "check_policy": True}])
    assert (result["failed"], result["changed"]) == (True, False)
    assert server.apply(ACCOUNT_PASSWORD, [row])["counts"]["updated"] == 1


# --- telephone numbers

def pop(server: Server, **options: Any) -> dict[str, Any]:
    return ACCOUNT_TELNUM_POP.run(server.master, options, Mode())


def test_a_number_that_another_account_has_is_refused_and_the_others_are_done(server: Server, ann: str) -> None:
    bob = ann.replace("ann", "bob")
    server.apply(ACCOUNT, [{"name": bob}])
    server.ask(SETACCOUNTTELNUMS(bob, ["+15550160"]))
    rows = [{"account": ann, "telnum": number} for number in ("+15550160", "+15550161")]
    result = server.apply(ACCOUNT_TELNUM, rows)
    assert (result["failed"], result["changed_names"]) == (True, ["%s +15550161" % ann])
    assert server.ask(GETACCOUNTTELNUMS(ann)) == ["+15550161"]


def test_of_two_that_pop_at_once_each_gets_a_number_of_its_own(server: Server, ann: str) -> None:
    pool = ann.replace("ann", "pool")
    server.apply(ACCOUNT, [{"name": pool}])
    server.ask(SETACCOUNTTELNUMS(pool, ["+15550170", "+15550171"]))
    session = server.session()
    just_before(session, "MODIFYACCOUNTTELNUMS", lambda: server.ask(MODIFYACCOUNTTELNUMS(pool, {"op": "pop"})))
    result = ACCOUNT_TELNUM_POP.run(session, {"pool": pool, "account": ann}, Mode())
    assert result["telnum"] == "+15550171"
    assert server.ask(GETACCOUNTTELNUMS(ann)) == ["+15550171"]


def test_a_pool_that_somebody_else_has_just_emptied(server: Server, ann: str) -> None:
    pool = ann.replace("ann", "pool")
    server.apply(ACCOUNT, [{"name": pool}])
    server.ask(SETACCOUNTTELNUMS(pool, ["+15550180"]))
    session = server.session()
    just_before(session, "MODIFYACCOUNTTELNUMS", lambda: server.ask(MODIFYACCOUNTTELNUMS(pool, {"op": "pop"})))
    result = ACCOUNT_TELNUM_POP.run(session, {"pool": pool, "account": ann}, Mode())
    assert result["failed"] is True and "%s has no telephone number left" % pool in result["msg"]
    assert server.ask(GETACCOUNTTELNUMS(ann)) == []


def test_a_number_that_the_account_may_not_get_is_still_returned(server: Server, ann: str) -> None:
    pool = ann.replace("ann", "pool")
    server.apply(ACCOUNT, [{"name": pool}])
    server.ask(SETACCOUNTTELNUMS(pool, ["+15550190"]))
    session = server.session()
    just_before(session, "MODIFYACCOUNTTELNUMS", lambda: server.ask(SETACCOUNTTELNUMS(pool, ["+15550190"])), nth=2)
    result = ACCOUNT_TELNUM_POP.run(session, {"pool": pool, "account": ann}, Mode())
    assert (result["failed"], result["changed"], result["telnum"]) == (True, True, "+15550190")


# --- single Rules

def test_a_new_rule_needs_a_priority_and_actions(server: Server, ann: str) -> None:
    result = server.apply(ACCOUNT_RULE, [{"account": ann, "name": "x", "conditions": []}])
    assert "there is no such Rule" in result["msg"] and "missing: priority, actions" in result["msg"]
    result = server.apply(ACCOUNT_RULE, [{"account": ann, "name": "x", "priority": 0}])
    assert "missing: actions" in result["msg"]
    assert server.ask(GETACCOUNTMAILRULES(ann)) == []


def test_the_priority_alone_goes_alone(server: Server, ann: str) -> None:
    rule = [3, "x", [["From", "is", "*"]], [["Discard", "---"]], "why"]
    server.ask(SETACCOUNTMAILRULES(ann, [rule]))
    mark = server.mark()
    row = {"account": ann, "name": "x", "conditions": [["From", "is", "*"]], "actions": [["Discard"]]}
    assert server.apply(ACCOUNT_RULE, [{**row, "priority": 3, "comment": "why"}])["changed"] is False
    server.apply(ACCOUNT_RULE, [{**row, "priority": 0}])
    server.apply(ACCOUNT_RULE, [{**row, "priority": 5, "comment": ""}])
    assert [sent["newRule"] for sent in arguments(server, mark)] == [
        ["0", "x"],
        ["5", "x", [["From", "is", "*"]], [["Discard"]]],
    ]


def test_names_of_rules_have_case_and_belong_to_a_kind(server: Server, ann: str) -> None:
    rows = [
        {"account": ann, "kind": kind, "name": name, "priority": 1, "actions": [["Discard"]]}
        for kind in ("mail", "signal")
        for name in ("x", "X", "x y")
    ]
    assert server.apply(ACCOUNT_RULE, rows)["counts"]["created"] == 6
    assert server.apply(ACCOUNT_RULE, rows)["changed"] is False
    assert server.apply(ACCOUNT_RULE, [{**rows[1], "state": "absent"}])["counts"]["deleted"] == 1
    assert [rule[1] for rule in server.ask(GETACCOUNTMAILRULES(ann))] == ["x", "x y"]


# --- remote accounts

@pytest.mark.parametrize(
    ("records", "message"),
    [
        (None, "nothing is said of it. Give records"),
        ({"x": "pop.example.org"}, "x: a dictionary is needed, or null"),
    ],
)
def test_records_that_are_none_are_refused(server: Server, ann: str, records, message) -> None:
    with pytest.raises(CgpError, match=message):
        server.apply(ACCOUNT_REMOTES, [{"account": ann, "records": records}])


STORED = {"domain": "a.example", "password": "old", "period": "600s", "gwid": "x"}
PLAIN = {"domain": "a.example", "period": "600s"}


@pytest.mark.parametrize(
    ("record", "options", "after"),
    [
        ({"password": "new"}, {}, {**STORED, "password": "new"}),
        ({"password": "new"}, {"update_password": "on_create"}, STORED),
        ({"domain": "b.example"}, {"mode": "replace"}, {"domain": "b.example", "password": "old"}),
        ({"password": None}, {}, {**PLAIN, "gwid": "x"}),
        ({"gwid": None, "leave": True}, {}, {**PLAIN, "password": "old", "leave": "YES"}),
        ({"period": "10m", "password": "old"}, {}, STORED),
    ],
)
def test_what_becomes_of_a_record(server: Server, ann: str, record, options, after) -> None:
    server.ask(SETACCOUNTRPOPS(ann, {"x": STORED}))
    row = {"account": ann, "records": {"x": record}, **options}
    assert server.apply(ACCOUNT_REMOTES, [row])["changed"] is (after != STORED)
    assert server.ask(GETACCOUNTRPOPS(ann)) == {"x": after}
    assert server.apply(ACCOUNT_REMOTES, [row])["changed"] is False


def test_no_password_of_a_record_is_shown(server: Server, ann: str) -> None:
    server.ask(SETACCOUNTRPOPS(ann, {"x": {**STORED, "password": "Cassowary"}}))
    row = {"account": ann, "mode": "replace", "records": {"y": {"password": "Bandicoot"}}}
    shown = str(server.apply(ACCOUNT_REMOTES, [row], diff=True, detail="all"))
    assert "Cassowary" not in shown and "Bandicoot" not in shown and "(hidden)" in shown


# --- rights

def test_master_is_not_taken_away_by_mistake(server: Server) -> None:
    mark = server.mark()
    for row in ({"rights": []}, {"rights": ["Master"], "mode": "remove"}, {"rights": ["Settings"]}):
        result = server.apply(ACCOUNT_RIGHTS, [{"account": "postmaster@example.com", **row}])
        assert (result["failed"], result["changed"]) == (True, False)
        assert "allow_protected: true" in result["msg"]
    assert server.changes(mark) == []
    update = {"account": "postmaster@example.com", "rights": ["master"], "mode": "update"}
    assert server.apply(ACCOUNT_RIGHTS, [update])["changed"] is False


@pytest.mark.parametrize(
    ("right", "meant"),
    [
        ("CanCreateAcounts", "CanCreateAccounts"),
        ("basicsettings", "BasicSettings"),
        ("BasicSettings", ""),
        ("MaxAccountSize", ""),
        ("SomethingNew", ""),
    ],
)
def test_a_right_that_is_nearly_known_is_doubted_and_set(server: Server, ann: str, right: str, meant: str) -> None:
    result = server.apply(ACCOUNT_RIGHTS, [{"account": ann, "rights": [right]}])
    assert server.ask(GETACCOUNTRIGHTS(ann)) == [right]
    warnings = ["rights of %s: is %s meant to be %s?" % (ann, right, meant)] if meant else []
    assert result.get("warnings", []) == warnings


def test_rights_must_be_named(server: Server, ann: str) -> None:
    with pytest.raises(CgpError, match="the option rights is missing"):
        server.apply(ACCOUNT_RIGHTS, [{"account": ann, "mode": "update"}])


@pytest.mark.parametrize("rights", ["l r", "+1", "ü", "--l"])
def test_rights_to_an_account_are_letters(server: Server, ann: str, rights: str) -> None:
    with pytest.raises(CgpError, match="acl.bob: rights are letters"):
        server.apply(ACCOUNT_ACL, [{"account": ann, "acl": {"bob": rights}}])


# --- Scheduled Tasks

@pytest.mark.parametrize(
    ("options", "sent"),
    [
        ({"when": "now", "program": "a"}, {"when": "now", "program": "a"}),
        ({"when": "2036-12-24", "script": "a"}, {"when": {"$timestamp": "T24-12-2036_00:00:00"}, "script": "a"}),
        (
            {"when": "2036-12-24T18:30:05", "program": "a", "period": "3600", "parameter": 5},
            {"when": {"$timestamp": "T24-12-2036_18:30:05"}, "program": "a", "period": 3600, "parameter": 5},
        ),
        (
            {"when": "now", "program": "a", "period": "week", "parameter": {"$timestamp": "T01-01-2036"}},
            {"when": "now", "program": "a", "period": "week", "parameter": {"$timestamp": "T01-01-2036"}},
        ),
        ({"state": "absent"}, {}),
    ],
)
def test_a_task_is_described_in_the_terms_of_the_server(server: Server, ann: str, options, sent) -> None:
    mark = server.mark()
    params = {"account": ann, "name": "x", "state": "present", **options}
    result = SCHEDULED_TASK.run(server.master, params, Mode())
    assert (result["changed"], result["actions"]) == (True, ["UPDATESCHEDULEDTASK"])
    assert arguments(server, mark) == [{"accountName": ann, "taskData": {"id": "x", **sent}}]
