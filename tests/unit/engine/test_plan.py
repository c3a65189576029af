# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The plan is pure: it decides from wants and haves alone, and changes neither."""

from __future__ import annotations

import copy

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import ABSENT, Have, Want
from ansible_collections.communigate.pro.plugins.module_utils._engine.plan import plan
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.forwarder import FORWARDER
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailbox_acl import MAILBOX_ACL
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError

ANN, BOB = ("ann@example.com",), ("bob@example.com",)
HERE, GONE = Have(present=True), Have()


def verbs(change) -> list[str]:
    return [step.command.verb for step in change.steps]


def one(resource, want: Want, *haves: Have):
    keys = [want.key, want.rename_from]
    (change,) = plan(resource, [want], {key: have for key, have in zip(keys, haves) if key})
    return change


A_1 = {"settings": {"A": "1"}}
PASSWORD = {"account_password": "x"}
OVERWRITTEN = {**A_1, "settings_mode": "overwrite"}
KNOWN = Have(True, {"settings": {"A": "1", "B": "2", "Password": "p"}, "account_password": True})


@pytest.mark.parametrize(
    ("want", "haves", "action", "commands"),
    [
        (Want(ANN), [HERE], "none", []),
        (Want(ANN), [GONE], "create", ["CREATEACCOUNT"]),
        (Want(ANN, ABSENT), [HERE], "delete", ["DELETEACCOUNT"]),
        (Want(ANN, ABSENT), [GONE], "none", []),
        (Want(ANN, rename_from=BOB), [GONE, HERE], "rename", ["RENAMEACCOUNT"]),
        (Want(ANN, rename_from=BOB), [HERE, GONE], "none", []),
        (Want(ANN, rename_from=BOB), [GONE, GONE], "create", ["CREATEACCOUNT"]),
        (Want(ANN, values=A_1), [Have(True, {"settings": {}})], "update", ["UPDATEACCOUNTSETTINGS"]),
        (Want(ANN, values=A_1), [Have(True, {"settings": {"A": 1}})], "none", []),
        (Want(ANN, values={**A_1, "aliases": ["x"]}), [GONE], "create", ["CREATEACCOUNT", "SETACCOUNTALIASES"]),
        (Want(ANN, values={"aliases": []}), [GONE], "create", ["CREATEACCOUNT"]),
        (Want(ANN, values=PASSWORD), [Have(True, {"account_password": True})], "none", []),
        (Want(ANN, values=PASSWORD), [Have(True, {"account_password": False})], "update", ["SETACCOUNTPASSWORD"]),
        (Want(ANN, values=PASSWORD), [GONE], "create", ["CREATEACCOUNT", "SETACCOUNTPASSWORD"]),
        (
            Want(ANN, values={**OVERWRITTEN, **PASSWORD}), [KNOWN],
            "update", ["SETACCOUNTSETTINGS", "SETACCOUNTPASSWORD"],
        ),
        (Want(ANN, values={**OVERWRITTEN, **A_1}), [Have(True, {"settings": {"A": "1", "Password": "p"}})], "none", []),
    ],
)
def test_what_is_decided(want, haves, action, commands) -> None:
    change = one(ACCOUNT, want, *haves)
    assert (change.action, verbs(change), change.problem) == (action, commands, None)


def test_a_problem_is_passed_on_and_nothing_is_planned() -> None:
    problem = CgpError("wrong")
    for haves in ([Have(problem=problem), GONE], [GONE, Have(problem=problem)], [HERE, Have(problem=problem)]):
        change = one(ACCOUNT, Want(ANN, rename_from=BOB), *haves)
        assert (change.problem, change.steps) == (problem, ())


def test_one_want_that_cannot_be_planned_leaves_the_others_alone() -> None:
    changes = plan(FORWARDER, [Want(ANN), Want(BOB, values={"to": "x@example.org"})], {ANN: GONE, BOB: GONE})
    assert [change.problem is None for change in changes] == [False, True]


def test_what_cannot_be_created_must_be_there() -> None:
    (change,) = plan(MAILBOX_ACL, [Want(("ann", "x"), values={"acl": {}})], {("ann", "x"): GONE})
    assert "does not exist" in str(change.problem)


def test_a_part_of_which_nothing_is_known_is_written() -> None:
    change = one(ACCOUNT, Want(ANN, values={"settings": {}}), HERE)
    assert verbs(change) == ["UPDATEACCOUNTSETTINGS"]


def test_wants_and_haves_are_not_touched() -> None:
    wished = {"A": ["1", {"b": "2"}], "C": None}
    want = Want(ANN, values={"settings": wished, "aliases": ["x"], "settings_mode": "replace"})
    haves = {ANN: Have(True, {"settings": {"A": ["1"], "C": "3", "D": "4"}, "aliases": ["y"]})}
    before = copy.deepcopy((want, haves))
    (change,) = plan(ACCOUNT, [want], haves)
    assert change.action == "update"
    assert (want, haves) == before


def test_the_order_is_that_of_the_wants() -> None:
    keys = [("user%d@example.com" % number,) for number in (3, 1, 2)]
    changes = plan(ACCOUNT, [Want(key) for key in keys], dict.fromkeys(keys, GONE))
    assert [change.want.key for change in changes] == keys


def test_what_overwrites_says_only_what_is_wanted() -> None:
    change = one(ACCOUNT, Want(ANN, values={**OVERWRITTEN, **PASSWORD}), KNOWN)
    assert change.steps[0].command.arguments["newSettings"] == {"A": "1"}
    assert "p" not in str(change.before) and (change.before["settings"], change.after["settings"]) == ({"B": "2"}, {})
