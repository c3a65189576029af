# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a task returns: bounded, truthful, and a diff of nothing but what differs."""

from __future__ import annotations

import json

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine.result import describe_error, plain
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.domain import DOMAIN
from ansible_collections.communigate.pro.plugins.module_utils._resources.group import GROUP
from ansible_collections.communigate.pro.plugins.module_utils._resources.storage_file import STORAGE_FILE
from ansible_collections.communigate.pro.plugins.module_utils.connector.data import IPAddress, Timestamp
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import (
    CgpError,
    ConnectionFailed,
    LoginFailed,
    NotFound,
)
from hypothesis import given
from support.engine_server import Server
from support.strategies import SERVER_VALUES

ROWS = [{"name": "user%03d" % number, "settings": {"RealName": "User %d" % number}} for number in range(150)]


def test_a_summary_names_a_hundred_and_counts_all(server: Server) -> None:
    domain = server.new_domain()
    result = server.apply(ACCOUNT, ROWS, domain=domain, diff=True)
    assert result["counts"]["created"] == 150
    assert result["changed_names"] == ["user%03d@%s" % (number, domain) for number in range(100)]
    assert len(result["diff"]["before"]) == len(result["diff"]["after"]) == 100
    assert "the first 100 of 150" in result["diff"]["before_header"]
    assert "objects" not in result


def test_failures_and_what_was_not_attempted_are_bounded_too(server: Server) -> None:
    domain = server.new_domain()
    aliases = [row["name"] for row in ROWS[:120]]
    server.apply(ACCOUNT, [{"name": "holder", "aliases": aliases}], domain=domain)
    result = server.apply(ACCOUNT, ROWS, domain=domain)
    assert (result["counts"]["failed"], len(result["failures"])) == (120, 100)
    assert "and 119 more failures" in result["msg"]
    others = [{"name": "x%d" % number} for number in range(120)]
    result = server.apply(ACCOUNT, [ROWS[0], *others], domain=domain, on_error="stop")
    assert (result["counts"]["not_attempted"], len(result["not_attempted"])) == (120, 100)


def test_the_size_of_a_summary_does_not_grow_with_the_list(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, ROWS, domain=domain)
    unchanged = server.apply(ACCOUNT, ROWS, domain=domain, diff=True)
    assert len(json.dumps(unchanged)) < 600


def test_detail_all_tells_of_every_object(server: Server) -> None:
    domain = server.new_domain()
    result = server.apply(ACCOUNT, ROWS, domain=domain, diff=True, detail="all")
    assert len(result["changed_names"]) == len(result["objects"]) == len(result["diff"]["after"]) == 150
    assert result["objects"][7] == {
        "name": "user007@" + domain,
        "action": "create",
        "changed": True,
        "before": {"state": "absent"},
        "after": {"state": "present", "settings": {"RealName": "User 7"}},
    }


def test_detail_changed_tells_of_what_differs_and_of_no_more_than_a_summary_names(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, ROWS[:30], domain=domain)
    result = server.apply(ACCOUNT, ROWS, domain=domain, detail="changed", check=True)
    assert (result["counts"]["unchanged"], result["counts"]["created"]) == (30, 120)
    assert [told["name"] for told in result["objects"]] == result["changed_names"]
    assert len(result["objects"]) == 100
    assert server.apply(ACCOUNT, ROWS[:30], domain=domain, detail="changed")["objects"] == []


def test_a_diff_holds_only_what_differs(server: Server) -> None:
    domain = server.new_domain()
    before = {"RealName": "A", "ou": "same", "Size": "100M", "gone": "x"}
    server.apply(ACCOUNT, [{"name": "ann", "settings": before, "aliases": ["a", "b"]}, {"name": "bob"}], domain=domain)
    after = {"RealName": "B", "ou": "same", "Size": "102400K", "gone": None, "new": {"n": 1}}
    rows = [{"name": "ann", "settings": after, "aliases": ["B", "A"]}, {"name": "bob", "settings": {}}]
    diff = server.apply(ACCOUNT, rows, domain=domain, diff=True)["diff"]
    name = "ann@" + domain
    assert diff["before"] == {name: {"settings": {"RealName": "A", "gone": "x"}}}
    assert diff["after"] == {name: {"settings": {"RealName": "B", "new": {"n": "1"}}}}


def test_a_group_that_differs_in_one_setting_shows_that_one(server: Server) -> None:
    """A Group is written as a whole; the order and case of its members are no difference."""
    domain = server.new_domain()
    server.apply(GROUP, [{"name": "g", "settings": {"RealName": "A"}, "members": ["ann", "bob"]}], domain=domain)
    row = {"name": "g", "settings": {"RealName": "B"}, "members": ["BOB", "ann"]}
    diff = server.apply(GROUP, [row], domain=domain, diff=True)["diff"]
    assert diff["before"] == {"g@" + domain: {"settings": {"RealName": "A"}}}
    assert diff["after"] == {"g@" + domain: {"settings": {"RealName": "B"}}}


def test_no_diff_unless_it_is_asked_for(server: Server) -> None:
    assert "diff" not in server.apply(ACCOUNT, ROWS[:2], domain=server.new_domain())


def test_a_diff_of_a_file_is_text_if_it_is_text_and_bounded(server: Server) -> None:
    owner = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": owner}])
    rows = [{"account": owner, "name": "short", "content": "Grüße\n"}]
    rows += [{"account": owner, "name": "binary", "content_base64": "//79"}]
    rows += [{"account": owner, "name": "long", "content": "x" * 5000}]
    after = server.apply(STORAGE_FILE, rows, diff=True)["diff"]["after"]
    assert after[owner + " short"]["content"] == "Grüße\n"
    assert after[owner + " binary"]["content"] == {"$datablock": "//79"}
    assert after[owner + " long"]["content"].startswith("5000 bytes, SHA-256 ")


def test_a_flag_in_a_diff_is_a_flag(server: Server) -> None:
    domain = server.new_domain()
    diff = server.apply(DOMAIN, [{"name": domain, "suspended": True}], diff=True)["diff"]
    assert diff["after"][domain]["suspended"] is True


def test_a_message_names_the_first_failure_and_counts_the_rest(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "holder", "aliases": ["one", "two"]}], domain=domain)
    result = server.apply(ACCOUNT, [{"name": "new"}, {"name": "one"}, {"name": "two"}], domain=domain)
    assert result["msg"].startswith("account one@%s: " % domain)
    assert "and 1 more failures" in result["msg"]
    assert "1 objects were changed" in result["msg"]


@given(SERVER_VALUES)
def test_what_is_returned_is_json(value) -> None:
    json.dumps(plain(value))


def test_nothing_but_secrets_is_lost_of_what_is_returned() -> None:
    value = {"a": b"text", "b": Timestamp("TPAST"), "c": IPAddress("[10.0.0.1]"), "d": {"$x": "1"}, "e": [None, 5]}
    assert plain(value) == {
        "a": {"$datablock": "dGV4dA=="},
        "b": {"$timestamp": "TPAST"},
        "c": {"$address": "[10.0.0.1]"},
        "d": {"$dictionary": {"$x": "1"}},
        "e": [None, 5],
    }


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (CgpError("wrong", "Do that"), None),
        (ConnectionFailed("unreachable"), None),
        (LoginFailed("no", "Check", 515), 515),
        (NotFound(512, "unknown domain", "X"), 512),
    ],
)
def test_an_error_of_the_task(error, code) -> None:
    described = describe_error(error)
    assert (described["failed"], described["changed"], described["msg"]) == (True, False, str(error))
    assert described.get("code") == code


def test_plain_data_keeps_what_is_said_of_an_object() -> None:
    """True and false are ours; a dictionary of the server that looks like a tag is told from one."""
    value = {"exists": True, "parts": [{"allowed": False}, {"$xml": "none"}], "when": Timestamp("T22-10-2009")}
    assert plain(value) == {
        "exists": True,
        "parts": [{"allowed": False}, {"$dictionary": {"$xml": "none"}}],
        "when": {"$timestamp": "T22-10-2009"},
    }
