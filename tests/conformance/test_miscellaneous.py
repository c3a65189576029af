# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Miscellaneous Commands: the CLI, the server, its log and its tests."""

from __future__ import annotations

import re

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.language import obey
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from support.manual import SECTIONS


@pytest.fixture
def options():
    return Options(
        port=0, main_domain="example.com", password="secret", version="6.1.20", clock="fixed:2030-01-31T12:00:00"
    )


@pytest.fixture
def log(simulator):
    """What the control word LOG tells."""
    def read():
        return obey(simulator.service, "LOG")
    return read


# --- the CLI

def test_listclicommands_answers_the_names_of_all_commands(admin):
    listed = admin.ask(b"LISTCLICOMMANDS")[5:-1].decode().split(",")
    assert listed == sorted(SECTIONS)


def test_listclicommands_lists_what_is_answered(admin):
    for verb in admin.ask(b"LISTCLICOMMANDS")[5:-1].split(b","):
        reply = admin.ask(verb + b" (()) (()) (())")
        assert b"unknown command" not in reply and not reply.startswith(b"599 ")


def test_noop_always_completes_successfully(admin):
    admin.do(b"NOOP", b"noop")


@pytest.mark.parametrize("value", [
    b"word", b'"a b"', b"#5", b"(a,(),{})", b"{a=(b);}", b"[AAEC]", b"#NULL#", b"#TPAST", b"<a/>", b'""',
    b"#I[10.0.44.55]:25", b"#T22-10-2009_15:24:45", b"#-25",
])
def test_echo_answers_a_copy_of_its_parameter(admin, value):
    assert admin.ask(b"ECHO " + value) == b"201 " + value


@pytest.mark.parametrize("rest", [b"", b" a b", b" (a"])
def test_echo_takes_one_object(admin, rest):
    assert admin.refused(b"ECHO" + rest)


# --- the server

def test_getversion_answers_the_version_of_the_server(admin, connect):
    assert admin.ask(b"GETVERSION") == b"201 6.1.20"
    assert b" PWD Server 6.1.20 ready " in connect().greeting


@pytest.mark.parametrize(("what", "answer"), [
    (b"serverVersion", rb"6\.1\.20"), (b"mainDomainName", rb"example\.com"), (b"licenseDomainName", rb"example\.com"),
    (b"startTime", rb"#T31-01-2030_12:00:00"), (b"serverOS", rb"\S.*"), (b"serverCPU", rb"\S.*"),
    (b"serverInstance", rb"\S.*"),
])
def test_getsysteminfo_answers_what_the_function_returns(admin, what, answer):
    assert re.fullmatch(b"201 " + answer, admin.ask(b"GETSYSTEMINFO " + what))


@pytest.mark.parametrize("what", [b"nothing", b'""', b"clusterInstance"])
def test_getsysteminfo_is_an_error_for_a_null_object(admin, what):
    assert admin.refused(b"GETSYSTEMINFO " + what)


class TestMember:
    @pytest.fixture
    def options(self):
        return Options(port=0, main_domain="example.com", password="secret", cluster=True)

    def test_getsysteminfo_knows_the_cluster(self, admin):
        assert re.fullmatch(rb"201 \S+", admin.ask(b"GETSYSTEMINFO clusterInstance"))


def test_getcurrenttime_answers_the_server_s_timer(admin, simulator):
    assert admin.ask(b"GETCURRENTTIME") == b"201 #T31-01-2030_12:00:00"
    simulator.service.clock.advance(3661)
    assert admin.ask(b"GETCURRENTTIME") == b"201 #T31-01-2030_13:01:01"


@pytest.mark.parametrize("verb", ["LISTCLICOMMANDS", "NOOP", "GETVERSION", "GETCURRENTTIME", "ECHO"])
def test_everybody_may_ask(admin, connect, verb):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}")
    bob = connect("bob", "pass")
    assert bob.code(verb.encode() + (b" x" if verb == "ECHO" else b"")) in (200, 201)


# --- the log

def test_setlogall_switches_the_mode_on_and_off(admin, log):
    assert log()["LogAll"] == "NO"
    admin.do(b"SETLOGALL ON")
    assert log()["LogAll"] == "YES"
    admin.do(b"SETLOGALL off")
    assert log()["LogAll"] == "NO"
    admin.do(b"SETLOGALL")
    assert log()["LogAll"] == "YES"


@pytest.mark.parametrize("rest", [b" maybe", b" ON OFF", b" (ON)"])
def test_setlogall_refuses_other_words(admin, log, rest):
    assert admin.refused(b"SETLOGALL" + rest)
    assert log()["LogAll"] == "NO"


def test_settrace_switches_facilities_on_and_off(admin, log):
    assert log()["Trace"] == []
    admin.do(b"SETTRACE FileIO ON", b"SETTRACE fileop ON", b"SETTRACE FileIO")
    assert log()["Trace"] == ["FileIO", "FileOp"]
    admin.do(b"SETTRACE FileIO OFF", b"SETTRACE FileIO OFF")
    assert log()["Trace"] == ["FileOp"]


@pytest.mark.parametrize("rest", [b"", b" ON", b" Network ON", b" FileIO maybe", b" (FileIO)"])
def test_settrace_refuses_other_facilities(admin, log, rest):
    assert admin.refused(b"SETTRACE" + rest)
    assert log()["Trace"] == []


def test_writelog_stores_a_record_with_its_level_and_the_prefix_system(admin, simulator, log):
    admin.do(b'WRITELOG 3 "backup done"')
    simulator.service.clock.advance(1)
    admin.do(b"WRITELOG 1 next")
    found = [(record["level"], record["text"], record["time"].text) for record in log()["Records"]]
    assert found == [(3, "SYSTEM backup done", "T31-01-2030_12:00:00"), (1, "SYSTEM next", "T31-01-2030_12:00:01")]


@pytest.mark.parametrize("rest", [b"", b" 3", b" text 3", b" 3 (a)", b" -1 text", b" 3 a b"])
def test_writelog_needs_a_level_and_a_record(admin, log, rest):
    assert admin.refused(b"WRITELOG" + rest)
    assert log()["Records"] == []


def test_writelog_keeps_the_last_records_only(admin, log):
    for number in range(1200):
        admin.do(b"WRITELOG 3 %d" % number)
    admin.do(b"WRITELOG 3 " + b"x" * 100000)
    texts = [record["text"] for record in log()["Records"]]
    assert len(texts) == 1000
    assert texts[-2] == "SYSTEM 1199"
    assert len(texts[-1]) < 10000


def test_dumpallobjects_writes_the_list_to_the_syslog(admin, log):
    admin.do(b"CREATEACCOUNT bob", b"CREATEDOMAIN acme.example", b"DUMPALLOBJECTS")
    assert log()["Syslog"] == ["account 3\ndomain 2\n"]
    assert "DumpFile" not in log()


def test_dumpallobjects_file_does_nothing_when_the_file_exists(admin, log):
    admin.do(b"DUMPALLOBJECTS FILE")
    assert log()["DumpFile"] == "account 2\ndomain 1\n"
    admin.do(b"CREATEACCOUNT bob", b"DUMPALLOBJECTS FILE")
    assert log()["DumpFile"] == "account 2\ndomain 1\n"
    assert log()["Syslog"] == []


# --- the test of the processor

@pytest.mark.parametrize("seconds", [b"1", b"5", b"3600"])
def test_testloop_answers_a_number(admin, seconds):
    assert re.fullmatch(rb"201 #[1-9]\d*", admin.ask(b"TESTLOOP " + seconds))


def test_testloop_keeps_nobody_waiting(admin, connect):
    """The other session is answered; a wait of 1,000,000 seconds would outlast the socket's time limit."""
    other = connect("postmaster", "secret")
    admin.send(b"TESTLOOP 1000000\r\n")
    other.do(b"NOOP")
    assert admin.line().startswith(b"201 #")


@pytest.mark.parametrize("rest", [b"", b" 0", b" -5", b" long"])
def test_testloop_needs_a_number_of_seconds(admin, rest):
    assert admin.refused(b"TESTLOOP" + rest)


# --- rights

@pytest.mark.parametrize(("verb", "rest", "right"), [
    ("SETLOGALL", " ON", "Monitoring"), ("TESTLOOP", " 1", "Monitoring"), ("SETTRACE", " FileIO ON", "Monitoring"),
    ("WRITELOG", " 3 x", "Monitoring"), ("DUMPALLOBJECTS", "", "Master"),
])
def test_the_right_that_the_manual_names_is_needed_and_enough(admin, connect, log, verb, rest, right):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}")
    bob = connect("bob", "pass")
    before = log()
    for other in {"Monitoring", "Settings", "UserAccounts"} - {right}:
        admin.do(b"SETACCOUNTRIGHTS bob (%s)" % other.encode())
        assert bob.code((verb + rest).encode()) == 510
    assert log() == before
    admin.do(b"SETACCOUNTRIGHTS bob (%s)" % right.encode())
    assert bob.code((verb + rest).encode()) in (200, 201)
