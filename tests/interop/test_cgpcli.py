# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""CGPCLI, a Python client that others have written, drives the simulator."""

from __future__ import annotations

import contextlib
import inspect
import json
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from ansible_collections.communigate.pro.tests.interop.cgpcli_chapters import CHAPTERS, driven
from ansible_collections.communigate.pro.tests.interop.cgpcli_table import OK, Call, Chapter, Stage, call, verb_of
from ansible_collections.communigate.pro.tests.interop.cgpcli_values import Refusal, Refused
from ansible_collections.communigate.pro.tests.interop.chapters.scene import ANNA, BEN, PEOPLE
from CGPCLI.Commands import Server
from CGPCLI.Errors import FailedLogin
from support.simulator import Program, Simulator, start

Start = Callable[..., Simulator]

_REPLY_SECONDS = 120

NEWS = "news@example.org"

# What CGPCLI itself gets wrong: the lines are no commands of the manual. (call, why, code)
# 500 is for an unknown command and for parameters that do not fit, 501 is the general error.
BROKEN = (
    (call("get_forwarder", "press@example.org"), "no space behind the verb", 500),
    (call("find_forwarders", "example.org", "agency@net.example"), "no space behind the verb", 500),
    (call("list_domain_telnums", "example.org", 10), "no space behind the verb", 500),
    (call("test_loop", 1), "no space behind the verb", 500),
    (call("list_server_telnums", 10, filter="49"), "sends the limit twice, FILTER in between", 500),
    (call("list_cluster_telnums", 10, filter="49"), "sends the limit twice, FILTER in between", 500),
    (call("list_lists", "example.org"), "OFFSET before the name", 500),
    (call("get_domain_lists", "example.org"), "OFFSET before the name", 500),
    (call("get_mailbox_ACL", ANNA, "INBOX", filter="*"), "FILTER, which the command does not have", 500),
    (call("set_account_password", ANNA, "Tea4two", method="SIP"), "no METHOD before the method", 500),
    (call("set_account_password", ANNA, "Tea4two", tag="phone"), "no NAME before the tag", 500),
    (call("read_storage_file_attr", ANNA, "a.txt", ["x"]), "PATH before the attributes", 500),
    (call("update_storage_file_attr", ANNA, "a.txt", ["<x>y</x>"]), "quotes XML elements", 501),
    (call("set_server_trusted_certs", ["[SGVsbG8=]"]), "quotes datablocks in arrays", 501),
    (call("set_cluster_trusted_certs", ["[SGVsbG8=]"]), "quotes datablocks in arrays", 501),
    (call("update_account_settings", ANNA, {"RealName": 'Anna "Tea"'}), "does not escape quotation marks", 500),
    (call("create_group", "staff@example.org", {"RealName": 'the "A" team'}), "does not escape quotation marks", 500),
    (call("get_cluster_alerts", ANNA), "names an account, which the command does not have", 500),
    (call("set_cluster_alerts", ANNA, "{}"), "names an account, which the command does not have", 500),
    (call("post_cluster_alert", ANNA, "Hello"), "names an account, which the command does not have", 500),
    (call("remove_cluster_alert", ANNA, "1"), "names an account, which the command does not have", 500),
    (call("delete_server_PBX", "german"), "FILE, which the command does not have", 500),
    (call("bless_account_session", "0123", domain_name="example.org"), "DOMAIN, which the command does not have", 500),
    (call("set_posting_mode", NEWS, BEN, "number"), "the word number for a number", 500),
    # well-formed, but about another element, which nobody has
    (call("set_stat_element", "custom1", "5", type="INC"), "no space before INC and SET", None),
)

# What CGPCLI cannot even send: (call, why, exception)
UNSENDABLE = (
    (call("read_storage_file", ANNA, "a.txt", auth_account_name=BEN), "sends the size for the name", TypeError),
    (call("update_storage_file_attr", ANNA, "a.txt", [Element("x")]), "cannot write XML", UnboundLocalError),
    (call("set_posting_mode", NEWS, BEN, "3"), "knows no numbers", ValueError),
)

# The method that CGPCLI gets wrong in a way that no server can notice, and those that are driven outside the chapters.
ODD = {"update_account_template"}
OWN_TESTS = {"connect", "disconnect", "login", "set_account_type", "shutdown"}


class _Connection:
    """The client's socket. CGPCLI reads on for ever when a connection is closed; here that is an error."""

    def __init__(self, connected: socket.socket) -> None:
        connected.settimeout(_REPLY_SECONDS)
        self.send = connected.send
        self.close = connected.close
        self._receive = connected.recv

    def recv(self, size: int) -> bytes:
        data = self._receive(size)
        if not data:
            raise ConnectionError("the server has closed the connection")
        return data


@contextmanager
def logged_in(simulator: Simulator, login: str = "", password: str = "") -> Iterator[Server]:
    client = Server(simulator.host, simulator.port)
    client.connect()
    client.socket = connection = _Connection(client.socket)
    try:
        client.login(login or simulator.login, password or simulator.password)
        yield client
    finally:
        connection.close()


def done(client: Server, *calls: Call) -> None:
    """Make calls that must succeed."""
    for one in calls:
        got = one.on(client)
        assert not isinstance(got, Refusal), "%s: %r" % (one, got)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=str)
def test_chapter(chapter: Chapter, simulator_factory: Start) -> None:
    simulator = simulator_factory(*chapter.flags)
    with logged_in(simulator) as client:
        done(client, *chapter.before)
        stage = Stage(client, simulator)
        for step in chapter.steps:
            step.take(stage)


def test_what_the_client_gets_wrong_is_refused_and_changes_nothing(simulator_factory: Start) -> None:
    simulator = simulator_factory("--cluster")
    with logged_in(simulator) as client:
        done(client, *PEOPLE, call("write_storage_file", ANNA, "a.txt", "[QUJD]"))
        done(client, call("create_list", NEWS, "anna"), call("list", NEWS, "feed", BEN))
        done(client, call("create_server_PBX", '""'), call("create_server_PBX", "german"))
        before = everything(client)
        for one, why, code in BROKEN:
            got = one.on(client)
            assert got == Refused(code), "%s (%s) returned %r" % (one, why, got)
            done(client, call("noop"))
        assert everything(client) == before
    assert not any("fault" in entry for entry in simulator.journal())


def everything(client: Server) -> list[Any]:
    """What the broken calls could have changed."""
    reads = (
        call("list_domain_objects", "example.org", 100),
        call("get_account_settings", ANNA),
        call("list_groups", "example.org"),
        call("get_server_trusted_certs"),
        call("get_cluster_trusted_certs"),
        call("read_storage_file_attr", ANNA, "a.txt"),
        call("execute_command", "GETCLUSTERALERTS"),
        call("list_server_PBX_files", "german"),
        call("get_subscriber_info", NEWS, BEN),
        call("get_stat_element", "custom1"),
    )
    return [one.on(client) for one in reads]


def test_what_the_client_cannot_send_reaches_nobody(simulator: Simulator) -> None:
    with logged_in(simulator) as client:
        mark = simulator.mark()
        for one, _why, error in UNSENDABLE:
            with pytest.raises(error):
                one.on(client)
        assert simulator.since(mark) == []
        done(client, call("noop"))


def test_what_the_client_says_by_mistake_is_done(simulator: Simulator) -> None:
    with logged_in(simulator) as client:
        # It keeps the type of an account to itself, and takes the preferences for the template.
        done(client, call("create_account", "box", account_type="TextMailbox"))
        assert call("list_accounts").on(client)["box"] == "macnt"
        template = call("get_account_template").on(client)
        done(client, call("update_account_template", {"Language": "German"}))
        assert simulator.verbs()[-1] == "UPDATEACCOUNTDEFAULTPREFS"
        assert call("get_account_template").on(client) == template
        assert call("get_account_default_prefs").on(client) == {"Language": "German"}


def test_a_wrong_password_and_an_unknown_name_are_failed_logins(simulator: Simulator) -> None:
    for wrong in ({"password": "wrong"}, {"login": "nobody"}, {"login": "nobody@nowhere.example"}):
        with pytest.raises(FailedLogin), logged_in(simulator, **wrong):
            pass
    assert [(entry["verb"], entry["code"]) for entry in simulator.journal()] == [("USER", 300), ("PASS", 515)] * 3


def test_an_account_has_sessions_of_its_own_until_they_are_interrupted(simulator: Simulator) -> None:
    with logged_in(simulator) as client:
        done(client, *PEOPLE, call("set_account_password", ANNA, "Tea4two"))
        with logged_in(simulator, ANNA, "Tea4two") as anna:
            assert call("get_account_settings", "*").on(anna)["Password"] == "Tea4two"
            assert call("get_account_settings", '"*"').on(anna) == Refused(525)
            assert call("get_account_settings", BEN).on(anna) == Refused()
            assert call("create_domain", "anna.example").on(anna) == Refused()
            assert call("list_mailboxes", "*").on(anna).keys() == {"INBOX"}
            assert call("kill_account_sessions", ANNA).on(client) == OK
            with pytest.raises(ConnectionError):
                call("noop").on(anna)
        done(client, call("noop"))


def test_what_no_command_shows_is_in_the_state_file(tmp_path: Path) -> None:
    state = tmp_path / "state.json"
    simulator = start(tmp_path, "--state", str(state))
    with contextlib.ExitStack() as ending, logged_in(simulator) as client:
        ending.callback(simulator.stop)
        done(client, *PEOPLE, call("create_account", "old@example.org", legacy=True))
        done(client, call("set_account_type", BEN, "AGrade"))
        for name in ("wake up", "gone"):
            task = {"id": name, "program": "alarm", "when": datetime(2099, 2, 1, 6, 30)}
            done(client, call("update_scheduled_task", ANNA, task))
        done(client, call("update_scheduled_task", ANNA, {"id": "gone"}))
    (organisation,) = [one for one in json.loads(state.read_text())["domains"] if one["name"] == "example.org"]
    accounts = {account["name"]: account for account in organisation["accounts"]}
    assert accounts["anna"]["schedule"] == {
        "tasks": {"wake up": {"program": "alarm", "when": {"$timestamp": "T01-02-2099_06:30:00"}}},
    }
    assert accounts["ben"]["account_type"] == "AGrade"
    assert accounts["old"]["legacy"] is True


def test_the_statistics_elements_are_enumerated_to_the_last_one(simulator: Simulator) -> None:
    with logged_in(simulator) as client:
        names = [call("get_next_stat_name", '""').on(client)]
        while not isinstance(names[-1], Refusal):
            assert not isinstance(call("get_stat_element", names[-1]).on(client), Refusal)
            names.append(call("get_next_stat_name", names[-1]).on(client))
        assert "custom1" in names
        assert len(names) == len({str(name) for name in names})


def test_a_session_ends_when_the_client_says_so(simulator: Simulator) -> None:
    with logged_in(simulator) as client:
        client.disconnect()
        assert not hasattr(client, "socket")
    with logged_in(simulator) as client:
        done(client, call("noop"))
    assert simulator.verbs()[-4:] == ["USER", "PASS", "INLINE", "NOOP"]


def test_a_shutdown_is_answered_and_then_the_server_is_gone(program: Program) -> None:
    with logged_in(program) as client, logged_in(program) as other:
        assert call("shutdown").on(client) == OK
        for one in (client, other):
            with pytest.raises(ConnectionError):
                call("noop").on(one)
    assert program.process.wait(_REPLY_SECONDS) == 0
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((program.host, program.port), _REPLY_SECONDS).close()


def test_every_method_whose_command_is_simulated_is_driven(simulator: Simulator) -> None:
    methods = {name for name, _function in inspect.getmembers(Server, inspect.isfunction) if not name.startswith("_")}
    with logged_in(simulator) as client:
        simulated = set(call("list_CLI_commands").on(client))
    wrong = {one.method for one, *_why in BROKEN + UNSENDABLE} | ODD
    commands = methods - {"connect", "disconnect", "execute_command", "login"}
    assert {name for name in commands if verb_of(name) not in simulated} == set()
    assert methods - driven() - OWN_TESTS - wrong == set()
    assert driven() | OWN_TESTS | wrong <= methods
