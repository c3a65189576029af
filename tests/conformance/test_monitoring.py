# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Monitoring."""

from __future__ import annotations

import socket

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.answers.refusals import Refusal
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.language import CONTROLS
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from support.hand_clock import HandClock
from support.wire import PASSWORD

COMMANDS = {
    "GETSTATELEMENT": b"GETSTATELEMENT custom1",
    "SETSTATELEMENT": b"SETSTATELEMENT custom1 SET 5",
    "GETNEXTSTATNAME": b'GETNEXTSTATNAME ""',
    "GETDIALOGINFO": b"GETDIALOGINFO 7",
}


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def simulator(options, clock):
    with Embedded(options, clock) as running:
        yield running


@pytest.fixture
def tell(simulator):
    """Says something to the simulator in its control language, outside the CLI."""
    return lambda word, argument: CONTROLS[word](simulator.service, argument)


def names_of(admin) -> list[bytes]:
    """All elements, as GETNEXTSTATNAME enumerates them."""
    names = []
    reply = admin.ask(b'GETNEXTSTATNAME ""')
    while reply.startswith(b"201 "):
        names.append(reply[4:])
        reply = admin.ask(b"GETNEXTSTATNAME " + names[-1])
    assert reply.startswith(b"501 ")
    return names


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_monitoring_needs_the_monitoring_right(admin, connect, tell, command):
    tell("DIALOG", {"id": 7, "info": {}})
    admin.do(b"CREATEACCOUNT bob {Password=pass;}", b"SETACCOUNTRIGHTS bob (UserAccounts,Settings,Directory)")
    assert connect("bob", "pass").code(command) == 510
    assert admin.ask(b"GETSTATELEMENT custom1") == b"201 #0"
    admin.do(b"SETACCOUNTRIGHTS bob (Monitoring)")
    assert connect("bob", "pass").code(command) in (200, 201)


# --- GETSTATELEMENT

def test_getstatelement_tells_the_current_value(admin, tell):
    assert admin.ask(b"GETSTATELEMENT smtpInputActive") == b"201 #0"
    tell("ELEMENT", {"name": "smtpInputActive", "value": 3})
    assert admin.ask(b"GETSTATELEMENT smtpInputActive") == b"201 #3"


@pytest.mark.parametrize(("value", "shown"), [("a b", b'"a b"'), ([1, "x"], b"(#1,x)"), ({"a": "b"}, b"{a=b;}")])
def test_getstatelement_tells_strings_and_other_objects_as_well(admin, tell, value, shown):
    tell("ELEMENT", {"name": "siteSpecial", "value": value})
    assert admin.ask(b"GETSTATELEMENT siteSpecial") == b"201 " + shown


def test_getstatelement_refuses_an_unknown_object_id(admin):
    for name in (b"nothing", b'""', b"SMTPINPUTACTIVE"):
        assert admin.code(b"GETSTATELEMENT " + name) == 501


def test_getstatelement_counts_the_seconds_that_the_server_is_up(admin, clock):
    assert admin.ask(b"GETSTATELEMENT serverUpTime") == b"201 #0"
    clock.forward(minutes=2)
    assert admin.ask(b"GETSTATELEMENT serverUpTime") == b"201 #120"


def test_getstatelement_counts_commands(admin):
    assert admin.ask(b"GETSTATELEMENT cliCommandsTotal") == b"201 #1"
    admin.ask(b"NOOP")
    admin.ask(b"no such command")
    assert admin.ask(b"GETSTATELEMENT cliCommandsTotal") == b"201 #4"


def test_getstatelement_counts_connections(admin, connect):
    other = connect("postmaster", PASSWORD)
    assert admin.ask(b"GETSTATELEMENT pwdActive") == b"201 #2"
    assert admin.ask(b"GETSTATELEMENT pwdTotal") == b"201 #2"
    other.send(b"QUIT\r\n")
    other.rest()
    connect()
    assert admin.ask(b"GETSTATELEMENT pwdActive") == b"201 #2"
    assert admin.ask(b"GETSTATELEMENT pwdTotal") == b"201 #3"


# --- SETSTATELEMENT

def test_setstatelement_with_inc_adds_to_the_value(admin):
    admin.do(b"SETSTATELEMENT custom1 INC 5", b"SETSTATELEMENT custom1 INC 37")
    assert admin.ask(b"GETSTATELEMENT custom1") == b"201 #42"
    admin.do(b'SETSTATELEMENT custom1 INC "-2"')
    assert admin.ask(b"GETSTATELEMENT custom1") == b"201 #40"
    assert admin.ask(b"GETSTATELEMENT custom2") == b"201 #0"


@pytest.mark.parametrize("keyword", [b"SET ", b""])
def test_setstatelement_with_set_or_no_keyword_assigns_the_value(admin, keyword):
    admin.do(b"SETSTATELEMENT custom1 SET 5", b"SETSTATELEMENT custom1 %s7" % keyword)
    assert admin.ask(b"GETSTATELEMENT custom1") == b"201 #7"


def test_setstatelement_takes_a_negative_value_without_quotation_marks_too(admin):
    admin.do(b'SETSTATELEMENT custom1 SET "-5"', b"SETSTATELEMENT custom1 INC -2")
    assert admin.ask(b"GETSTATELEMENT custom1") == b"201 #-7"


def test_setstatelement_takes_a_numeric_string(admin):
    admin.do(b'SETSTATELEMENT custom1 SET "40"', b'SETSTATELEMENT custom1 INC "2"')
    assert admin.ask(b"GETSTATELEMENT custom1") == b"201 #42"
    assert admin.code(b'SETSTATELEMENT custom1 SET ""') == 500
    assert admin.ask(b"GETSTATELEMENT custom1") == b"201 #42"


@pytest.mark.parametrize("name", [b"smtpInputActive", b"serverUpTime"])
@pytest.mark.parametrize("keyword", [b"SET", b"INC"])
def test_setstatelement_updates_custom_elements_only(admin, name, keyword):
    before = admin.ask(b"GETSTATELEMENT " + name)
    assert admin.code(b"SETSTATELEMENT %s %s 5" % (name, keyword)) == 501
    assert admin.ask(b"GETSTATELEMENT " + name) == before


@pytest.mark.parametrize(("parameters", "code"), [
    (b"nothing SET 5", 501), (b"nothing INC 5", 501), (b"custom1 SET many", 500), (b"custom1 SET", 500),
    (b"custom1 INC SET 5", 500), (b"custom1", 500),
])
def test_setstatelement_refuses_unknown_elements_and_values_that_are_no_numbers(admin, parameters, code):
    assert admin.code(b"SETSTATELEMENT " + parameters) == code
    assert admin.ask(b"GETSTATELEMENT custom1") == b"201 #0"


def test_setstatelement_stays_within_64_bits(admin):
    admin.do(b"SETSTATELEMENT custom1 SET 9223372036854775807")
    assert admin.code(b"SETSTATELEMENT custom1 INC 1") == 501
    assert admin.code(b"SETSTATELEMENT custom1 SET 9223372036854775808") == 500
    assert admin.ask(b"GETSTATELEMENT custom1") == b"201 #9223372036854775807"


# --- GETNEXTSTATNAME

def test_getnextstatname_enumerates_every_element_once(admin):
    names = names_of(admin)
    assert len(set(names)) == len(names)
    assert {b"serverUpTime", b"smtpInputActive", b"custom1", b"custom10"} <= set(names)
    assert {admin.code(b"GETSTATELEMENT " + name) for name in names} == {201}


def test_getnextstatname_of_the_empty_string_is_the_first_element(admin):
    assert admin.ask(b'GETNEXTSTATNAME ""') == b"201 serverUpTime"


def test_getnextstatname_refuses_unknown_elements_and_the_last_one(admin):
    assert admin.code(b"GETNEXTSTATNAME nothing") == 501
    assert admin.code(b"GETNEXTSTATNAME " + names_of(admin)[-1]) == 501


def test_getnextstatname_finds_elements_that_were_added(admin, tell):
    before = names_of(admin)
    tell("ELEMENT", {"name": "siteSpecial", "value": 1})
    assert names_of(admin) == before + [b"siteSpecial"]


@pytest.mark.parametrize("argument", [
    {"name": "serverUpTime", "value": 1}, {"name": "", "value": 1}, {"name": 5, "value": 1}, {"name": "x"},
    {"name": "custom1", "value": "x"}, {"name": "x", "value": 1, "y": 2}, "x", None,
])
def test_getnextstatname_finds_nothing_of_an_element_that_cannot_be(admin, tell, argument):
    before = names_of(admin)
    with pytest.raises(Refusal):
        tell("ELEMENT", argument)
    assert names_of(admin) == before


# --- GETDIALOGINFO

def test_getdialoginfo_tells_the_status_of_a_dialog(admin, tell):
    tell("DIALOG", {"id": 7, "info": {"state": "connected", "from": "a@example.com"}})
    assert admin.ask(b"GETDIALOGINFO 7") == b"201 {from=a@example.com;state=connected;}"
    tell("DIALOG", {"id": 7})
    assert admin.code(b"GETDIALOGINFO 7") == 501


def test_getdialoginfo_refuses_an_unknown_dialog_and_what_is_no_number(admin, tell):
    tell("DIALOG", {"id": 7, "info": {}})
    assert admin.code(b"GETDIALOGINFO 8") == 501
    assert admin.code(b"GETDIALOGINFO seven") == 500
    assert admin.code(b"GETDIALOGINFO") == 500


@pytest.mark.parametrize("argument", [{"id": "7", "info": {}}, {"id": 7, "info": "x"}, {"info": {}}, [], None])
def test_getdialoginfo_finds_no_dialog_that_cannot_be(admin, tell, argument):
    with pytest.raises(Refusal):
        tell("DIALOG", argument)
    assert admin.code(b"GETDIALOGINFO 7") == 501


# --- SHUTDOWN

def test_shutdown_is_answered_and_ends_all_connections(admin, connect):
    other = connect("postmaster", PASSWORD)
    guest = connect()
    admin.send(b"SHUTDOWN\r\nNOOP\r\n")
    assert admin.rest() == b"200 OK\r\n"
    assert other.rest() == guest.rest() == b""


def test_shutdown_stops_the_server(admin, simulator):
    address = (simulator.host, simulator.port)
    admin.do(b"SHUTDOWN")
    assert admin.rest() == b""
    with pytest.raises(ConnectionError):
        socket.create_connection(address, timeout=60).close()


def test_shutdown_is_refused_without_the_monitoring_right(admin, connect):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}", b"SETACCOUNTRIGHTS bob (UserAccounts,Settings,Directory)")
    assert connect("bob", "pass").code(b"SHUTDOWN") == 510
    assert admin.ask(b"NOOP") == b"200 OK"
    admin.do(b"SETACCOUNTRIGHTS bob (Monitoring)")
    connect("bob", "pass").do(b"SHUTDOWN")
    assert admin.rest() == b""


def test_shutdown_lets_delayed_replies_go_out(dial):
    with Embedded(Options(port=0, password=PASSWORD, latency_ms=50)) as slow:
        wire = dial(slow.host, slow.port)
        wire.login(b"postmaster", PASSWORD.encode())
        wire.send(b"NOOP\r\nSHUTDOWN\r\n")
        assert wire.rest() == b"200 OK\r\n200 OK\r\n"


def test_shutdown_saves_the_state(dial, tmp_path):
    options = Options(port=0, password=PASSWORD, state=str(tmp_path / "state.json"))
    with Embedded(options) as first:
        wire = dial(first.host, first.port)
        wire.login(b"postmaster", PASSWORD.encode())
        wire.do(b"CREATEACCOUNT bob", b"SETSTATELEMENT custom1 SET 5", b"SHUTDOWN")
        assert wire.rest() == b""
    with Embedded(options) as second:
        wire = dial(second.host, second.port)
        wire.login(b"postmaster", PASSWORD.encode())
        wire.ask(b"INLINE")
        assert wire.ask(b"LISTACCOUNTS") == b"201 {bob=macnt;pbx=macnt;postmaster=macnt;}"
        # Elements are counted anew by each server that is started.
        assert wire.ask(b"GETSTATELEMENT custom1") == b"201 #0"
