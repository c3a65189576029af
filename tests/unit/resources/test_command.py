# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Any command: checked against the catalogue before it is sent, a read even in check mode, a change never there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine.run import Mode
from ansible_collections.communigate.pro.plugins.module_utils._resources.command import COMMAND
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session
from ansible_collections.communigate.pro.tests.unit.connector.scripted_server import Peer, ScriptedServer
from support.cutting_proxy import Cut, CuttingProxy
from support.engine_server import MAIN_DOMAIN, Server


def run(
    server: Server, session: Session | None = None, check: bool = False, diff: bool = False, **options: Any
) -> dict[str, Any]:
    return COMMAND.run(session or server.master, options, Mode(check=check, diff=diff))


def test_a_line(server: Server) -> None:
    assert run(server, line="MainDomainName") == {
        "changed": False,
        "results": [{"verb": "MAINDOMAINNAME", "kind": "read", "sent": True, "value": MAIN_DOMAIN}],
        "value": MAIN_DOMAIN,
        "statistics": {"writes": 0},
    }


def test_a_verb_with_arguments(server: Server) -> None:
    domain = server.new_domain()
    arguments = {"accountName": "ann@" + domain, "settings": {"RealName": 'Ann "A"', "Data": {"$datablock": "AAEC"}}}
    mark = server.mark()
    result = run(server, verb="createaccount", arguments=arguments, diff=True)
    assert (result["changed"], result["value"], result["diff"]["after"]) == (True, None, "CREATEACCOUNT\n")
    assert [entry["verb"] for entry in server.changes(mark)] == ["CREATEACCOUNT"]
    read = run(server, verb="GETACCOUNTSETTINGS", arguments={"accountName": "ann@" + domain})
    assert read["value"] == arguments["settings"]


def test_check_mode_reads_and_does_not_change(server: Server) -> None:
    domain = server.new_domain()
    commands = [
        {"line": "MAINDOMAINNAME"},
        {"line": "CREATEACCOUNT ann@%s" % domain},
        {"verb": "LISTACCOUNTS", "arguments": {"domainName": domain}},
    ]
    mark = server.mark()
    result = run(server, commands=commands, check=True)
    assert result["changed"] is True
    assert [entry["sent"] for entry in result["results"]] == [True, False, True]
    assert result["results"][2]["value"] == {}
    assert server.changes(mark) == []
    assert run(server, commands=commands)["results"][2]["value"] == {"ann": "macnt"}


def test_errors_stop_or_not(server: Server) -> None:
    domain = server.new_domain()
    commands = [{"line": "CREATEACCOUNT a@%s" % domain}] * 2 + [{"line": "CREATEACCOUNT b@%s" % domain}]
    result = run(server, commands=commands, on_error="stop")
    told = [(entry["sent"], entry.get("code")) for entry in result["results"]]
    assert told == [(True, None), (True, 520), (False, None)]
    assert (result["failed"], result["changed"], result["code"]) == (True, True, 520)
    result = run(server, commands=commands, on_error="continue")
    assert [entry.get("code") for entry in result["results"]] == [520, 520, None]
    assert (result["failed"], result["changed"]) == (True, True)


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"line": "NOSUCHCOMMAND x"}, "NOSUCHCOMMAND"),
        ({"verb": "NOSUCHCOMMAND"}, "NOSUCHCOMMAND"),
        ({"line": "CREATEACCOUNT"}, "CREATEACCOUNT"),
        ({"line": "MAINDOMAINNAME\nDELETEDOMAIN x"}, ""),
        ({"verb": "CREATEACCOUNT", "arguments": {"acountName": "x"}}, "acountName"),
        ({"verb": "SETACCOUNTPASSWORD", "arguments": {"accountName": "a", "newPassword": ["XK7Q2MZP"]}}, "newPassword"),
        ({"commands": [{"line": "MAINDOMAINNAME"}, {"line": "BAD"}]}, "BAD"),
        ({"commands": [{"line": "MAINDOMAINNAME", "verb": "NOOP"}]}, "either as line"),
        ({"commands": [{}]}, "either as line"),
        ({"verb": "NOOP", "arguments": {"x": {"$datablock": "*"}}}, ""),
    ],
)  # fmt: skip
def test_what_the_catalogue_does_not_know_is_refused_before_anything_is_sent(server: Server, options, words) -> None:
    mark = server.mark()
    with pytest.raises(CgpError) as refused:
        run(server, **options)
    assert words in str(refused.value)
    assert "XK7Q2MZP" not in str(refused.value)
    assert server.verbs(mark) == []


def test_no_result_shows_an_argument(server: Server) -> None:
    domain = server.new_domain()
    secret = "XK7Q2MZP4TRW"
    arguments = {"accountName": "a@" + domain, "settings": {"Password": secret}}
    shown = [run(server, verb="CREATEACCOUNT", arguments=arguments, diff=True)]
    shown.append(run(server, line='SETACCOUNTPASSWORD nobody@%s PASSWORD "%s"' % (domain, secret)))
    shown.append(run(server, line='VERIFYACCOUNTPASSWORD a@%s PASSWORD "%s"' % (domain, secret + "x")))
    shown.append(run(server, verb="GETACCOUNTSETTINGS", arguments={"accountName": "a@" + domain}))
    assert secret not in json.dumps(shown)
    assert shown[1]["failed"] and shown[2]["failed"]


def test_of_a_lost_reply_it_is_said_that_something_may_have_changed(server: Server) -> None:
    domain = server.new_domain()
    with CuttingProxy(server.host, server.port, [Cut(("CREATEACCOUNT",)), *[Cut(("MAINDOMAINNAME",))] * 5]) as proxy:
        session = server.session(port=proxy.port)
        lost = run(server, session, line="CREATEACCOUNT a@" + domain)
        assert (lost["failed"], lost["changed"]) == (True, True)
        lost = run(server, session, line="MAINDOMAINNAME")  # which is asked for again, in vain
        assert (lost["failed"], lost["changed"]) == (True, False)


def test_without_a_connection_nothing_was_changed(server: Server) -> None:
    with CuttingProxy(server.host, server.port, [], accepts=0) as proxy:
        result = run(server, server.session(port=proxy.port), line="CREATEACCOUNT a@example.com")
    assert (result["failed"], result["changed"], result["statistics"]) == (True, False, {"writes": 0})


@pytest.mark.parametrize("check", [False, True])
@pytest.mark.parametrize("text", ["a\0b", "['a', 'b']"])
def test_nothing_is_sent_before_a_command_that_cannot_be_written(server: Server, check: bool, text: str) -> None:
    domain = server.new_domain()
    commands = [
        {"line": "CREATEACCOUNT a@" + domain},
        {"verb": "CREATEACCOUNT", "arguments": {"accountName": "b@" + domain, "settings": {"x": text}}},
    ]
    mark = server.mark()
    with pytest.raises(CgpError, match="CREATEACCOUNT: settings.x: "):
        run(server, check=check, commands=commands, on_error="stop")
    assert server.verbs(mark) == []


# --- commands that the catalogue does not know: what is on the wire


@contextmanager
def wire(*answers: bytes) -> Iterator[tuple[Session, list[str]]]:
    """A session with a server that answers in turn, and what was sent to it, but for what the session does itself."""
    sent: list[str] = []
    replies = iter(answers)

    def script(peer: Peer) -> None:
        peer.log_in()
        while True:
            line = peer.read_line()
            verb, _space, word = line.rstrip(b"\r").partition(b" ")
            if verb in (b"", b"QUIT"):
                return
            if verb == b"NOOP":
                peer.send(b"200 OK\r\n")
            elif verb == b"ECHO":
                peer.send(b"201 %s\r\n" % word)
            else:
                sent.append(line.rstrip(b"\r").decode())
                peer.send(next(replies) + b"\r\n")

    with ScriptedServer(script) as server:
        session = server.session()
        with closing(session):
            yield session, sent


def unknown(session: Session, check: bool = False, **options: Any) -> dict[str, Any]:
    return COMMAND.run(session, {"allow_unknown": True, **options}, Mode(check=check))


INJECTED = 'a" TO "b\r\nDELETEDOMAIN x\n'


@pytest.mark.parametrize(
    ("options", "line"),
    [
        ({"line": "listControlledDomains"}, "LISTCONTROLLEDDOMAINS"),
        ({"line": ' UPDATEMAILBOXINFO a MAILBOX "b" {Lock=YES;} '}, 'UPDATEMAILBOXINFO a MAILBOX "b" {Lock=YES;}'),
        (
            {"verb": "updateMailboxInfo", "arguments": {"of": "a@b.example", "MAILBOX": "b", "info": {"Lock": "YES"}}},
            'UPDATEMAILBOXINFO "a@b.example" MAILBOX "b" {Lock=YES;}',
        ),
        (
            {"verb": "UPDATEDEVICETOKEN", "arguments": {"account": "*", "token": {"type": "FCM", "n": 5}}},
            "UPDATEDEVICETOKEN * {type=FCM;n=#5;}",
        ),
        ({"verb": "NEWONE", "arguments": {"FORCE": True, "SILENT": False, "NOT": None, "n": 5}}, "NEWONE FORCE 5"),
        ({"verb": "NEWONE", "arguments": {"name": "TO", "x": [{"a": None}]}}, 'NEWONE "TO" ({a=#NULL#;})'),
        ({"verb": "NEWONE", "arguments": {"name": INJECTED}}, 'NEWONE "a\\" TO \\"b\\eDELETEDOMAIN x\\e"'),
        ({"verb": "CREATEACCOUNT", "arguments": {"name": "a", "NEWWAY": "x"}}, 'CREATEACCOUNT "a" NEWWAY "x"'),
        ({"line": "CREATEACCOUNT a NEWWAY x y z"}, "CREATEACCOUNT a NEWWAY x y z"),
        ({"line": "MAINDOMAINNAME"}, "MAINDOMAINNAME"),
    ],
)  # fmt: skip
def test_what_is_not_known_is_sent_as_it_is_said(options: dict[str, Any], line: str) -> None:
    with wire(b"200 OK") as (session, sent):
        result = unknown(session, **options)
        assert sent == [line]
    assert result["changed"] == (line != "MAINDOMAINNAME")


def test_check_mode_sends_what_is_said_to_read_only() -> None:
    commands = [
        {"line": "LISTCONTROLLEDDOMAINS", "read_only": True},
        {"verb": "NEWONE", "arguments": {"x": 1}},
        {"line": "DELETEDOMAIN a b c d e", "read_only": True},  # the catalogue knows better
    ]
    with wire(b"201 (a.example,b.example)") as (session, sent):
        result = unknown(session, check=True, commands=commands)
        assert sent == ["LISTCONTROLLEDDOMAINS"]
    assert [entry["kind"] for entry in result["results"]] == ["read", "change", "change"]
    assert (result["changed"], result["results"][0]["value"]) == (True, ["a.example", "b.example"])
    with wire(b"201 ()", b"201 x") as (session, sent):
        result = unknown(session, check=True, read_only=True, commands=[{"line": "NEWLIST"}, {"line": "OTHER x"}])
        assert sent == ["NEWLIST", "OTHER x"]
    assert not result["changed"]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"line": "NEWONE a\nDELETEDOMAIN x"}, "a command is one line"),
        ({"line": "NEWONE a\rDELETEDOMAIN x"}, "a command is one line"),
        ({"line": 'NEWONE "XK7Q2MZP'}, "malformed data object"),
        ({"line": "NEWONE {a=XK7Q2MZP;"}, "malformed data object"),
        ({"line": "-- x"}, "begins with a verb"),
        ({"verb": "NEW ONE"}, "begins with a verb"),
        ({"verb": "NEWONE\nDELETEDOMAIN"}, "begins with a verb"),
        ({"verb": "NEWONE", "arguments": {"settings": True}}, "only a keyword"),
        ({"verb": "NEWONE", "arguments": {"a": {"b": "['XK7Q2MZP', 'x']"}}}, "NEWONE: a.b: the text of a list"),
        ({"verb": "NEWONE", "arguments": {"a": "XK7Q2MZP\0"}}, "NEWONE: a: "),
        *[({"line": verb + " x"}, "belongs to the session") for verb in ("quit", "STLS", "Auth", "APOP", "INLINE")],
        ({"line": "NEWONE", "read_only": True, "allow_unknown": False}, "allow_unknown: true"),
        ({"line": "NEWONE", "allow_unknown": False}, "NEWONE"),
        ({"commands": [{"line": "OTHER"}, {"line": "NEWONE", "allow_unknown": False}]}, "NEWONE"),
    ],
)
@pytest.mark.parametrize("check", [False, True])
def test_what_cannot_be_one_command_is_not_sent(server: Server, options: Any, words: str, check: bool) -> None:
    mark = server.mark()
    with pytest.raises(CgpError) as refused:
        unknown(server.master, check=check, **options)
    assert words in str(refused.value)
    assert "XK7Q2MZP" not in str(refused.value)
    assert server.verbs(mark) == []


def test_no_secret_of_what_is_not_known_shows() -> None:
    commands = [
        {"line": "GETACCOUNTPLAINPASSWORD ann@example.com", "read_only": True},
        {"verb": "SETNEWSECRET", "arguments": {"account": "ann@example.com", "password": "XK7Q2MZP"}},
        {"line": "READNEW x"},
    ]
    with wire(b"201 XK7Q2MZP", b"500 bad parameter XK7Q2MZP", b"201 {Password=XK7Q2MZP;a=b;}") as (session, sent):
        result = unknown(session, commands=commands, on_error="continue")
        assert sent[1] == 'SETNEWSECRET "ann@example.com" "XK7Q2MZP"'
    assert "XK7Q2MZP" not in json.dumps(result)
    assert result["results"][0]["value"] == "(hidden)"
    assert result["results"][2]["value"] == {"Password": "(hidden)", "a": "b"}
