# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sessions and statistics: servers that answer otherwise than the simulator, and options that do not fit together."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.web_interface import CREATEWEBUSERSESSION
from ansible_collections.communigate.pro.plugins.module_utils._engine.action import ActionStep, at_once
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Conversation, Field
from ansible_collections.communigate.pro.plugins.module_utils._engine.run import Mode
from ansible_collections.communigate.pro.plugins.module_utils._resources import (
    session,
    stat,
)
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.session import SESSION
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.operations import Operation, operations
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CliError, cli_error
from support.engine_server import Server

REFUSED = cli_error(532, "no", "VERB")


def converse(conversation: Conversation, *answers: Any) -> tuple[list[list[str]], Any]:
    """The verbs that a conversation yields when it gets these answers, and what it returns."""
    said: list[list[str]] = []
    results: Any = None
    pending = list(answers)
    try:
        while True:
            commands = conversation.send(results)
            said.append([command.verb for command in commands])
            results = [pending.pop(0) for _command in commands]
    except StopIteration as end:
        assert pending == []
        return said, end.value


# --- sessions

def test_a_refusal_to_find_is_no_answer_when_there_are_sessions() -> None:
    with pytest.raises(CliError, match="532"):
        converse(session._ask({"account": "ann@example.com", "first": True, "data": False}), REFUSED, ["id"])


def test_nothing_of_a_session_shows_but_its_id(server: Server) -> None:
    """The ID is the result that was asked for, and stands nowhere else; the journal is no place for it either."""
    name = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": name}])
    created = SESSION.run(
        server.master, {"operation": "create", "kind": "web", "account": name, "address": "192.0.2.7"}, Mode(diff=True)
    )
    session_id = created.pop("session")
    assert session_id not in str(created)
    killed = SESSION.run(server.master, {"operation": "kill", "session": session_id, "account": name}, Mode(diff=True))
    assert (killed["actions"], killed["diff"]) == (["KILLSESSION"], {"before": "", "after": "KILLSESSION\n"})
    for operation in ("kill", "bless"):
        refused = SESSION.run(server.master, {"operation": operation, "session": session_id}, Mode(diff=True))
        assert refused["failed"] is True
        assert session_id not in str(refused)


def test_a_domain_administrator_names_the_domain_with_the_account(server: Server) -> None:
    domain = server.new_domain()
    name = "ann@" + domain
    server.apply(ACCOUNT, [{"name": name}])
    session_id = server.ask(CREATEWEBUSERSESSION(name, "192.0.2.7"))
    administrator = server.administrator(domain, "CanCreateWebUserSessions")
    update = {"operation": "update", "session": session_id, "attributes": {"a": "b"}}
    assert SESSION.run(administrator, update, Mode())["failed"] is True
    assert SESSION.run(administrator, {**update, "account": name}, Mode())["actions"] == ["UPDATESESSION"]


# --- statistics

@pytest.mark.parametrize(
    ("told", "commands"),
    [
        ({"MessagesSent": "5", "CallsSent": "0"}, 1),
        ({"MessagesSent": 5}, 1),
        ({"MessagesSent": "0", "CallsSent": 0, "StatReset": "yesterday"}, 0),
        ({"MessagesSent": ""}, 0),
        ({}, 0),
    ],
)
def test_whether_anything_was_counted(told: dict[str, Any], commands: int) -> None:
    _said, steps = converse(stat._reset({"accounts": ["ann@example.com"]}), told)
    assert [step.command.verb for step in steps] == ["RESETACCOUNTSTAT"] * commands


def test_names_that_go_round_in_a_circle_come_to_an_end() -> None:
    said, names = converse(stat._walk("a", 0), "a1", "b1", "a2", "a1")
    assert len(said) == 4
    assert names == ["a1", "a2"]


def test_a_refusal_of_the_first_name_is_an_error_and_a_later_one_the_end() -> None:
    assert converse(stat._walk("", 0), "a1", REFUSED)[1] == ["a1"]
    with pytest.raises(CliError):
        converse(stat._walk("", 0), REFUSED)


# --- operations

TASK = operations(
    (Field("name"), Field("size", type="int")),
    {
        "make": Operation(lambda params: at_once(ActionStep(CREATEWEBUSERSESSION("a", "b"))), ("name",), ("size",)),
        "look": Operation(lambda params: at_once(), (), ("name",)),
    },
)


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"operation": "look", "size": 3}, "size does not go with operation=look. It goes with make"),
        ({"operation": "make", "name": ""}, "name is empty"),
        ({"operation": "make", "name": "a\nb"}, "name holds a line break"),
    ],
)
def test_options_that_do_not_fit_are_refused_before_anything_is_sent(
    server: Server, params: dict[str, Any], message: str
) -> None:
    mark = server.mark()
    result = TASK.run(server.master, params, Mode())
    assert (result["failed"], result["changed"]) == (True, False)
    assert message in result["msg"]
    assert server.verbs(mark) == []


def test_what_an_operation_needs_is_asked_for_by_ansible() -> None:
    assert TASK.rules == (("required_if", [("operation", "make", ["name"])]),)
    assert [field.name for field in TASK.fields] == ["operation", "name", "size"]
