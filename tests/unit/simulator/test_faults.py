# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults on demand: how they are told, when they strike, and what each of them does."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.faults.fault_effects import FAULT_EFFECTS
from ansible_collections.communigate.pro.plugins.module_utils.simulator.faults.faults import (
    FaultError,
    Faults,
    parse,
)
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program import launch
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program.background import _search_path

GUIDE = Path(__file__).parents[3] / "docs" / "docsite" / "rst" / "guide_simulator.rst"


@pytest.fixture
def options(options, tmp_path):
    return replace(options, journal=str(tmp_path / "journal"))


@pytest.fixture
def fault(simulator):
    """Puts a fault in force."""
    return lambda text: simulator.control('FAULT "%s"' % text)


def journal(options) -> list[tuple]:
    """Verb, code and effect of each command of sessions that are logged in."""
    with open(options.journal, encoding="utf-8") as lines:
        entries = [json.loads(line) for line in lines]
    return [(entry["verb"], entry["code"], entry.get("effect")) for entry in entries if entry["user"]]


# --- how they are told

@pytest.mark.parametrize(("given", "written"), [
    ("drop-after", "drop-after"),
    (" drop-after : nth=3 , verb=createaccount ", "drop-after:verb=CREATEACCOUNT,nth=3"),
    ("delay:ms=5,times=always", "delay:times=always,ms=5"),
    ("error:text=no, not now, code 5,code=502", "error:code=502,text=no, not now, code 5"),
    ("drop-before:verb=GETACCOUNTRULES", "drop-before:verb=GETACCOUNTMAILRULES"),
    ("stall:verb=quit", "stall:verb=QUIT"),
    ("refuse-login:verb=USER", "refuse-login:verb=USER"),
    ("shuffle:times=2,seed=7", "shuffle:times=2,seed=7"),
])
def test_equal_faults_have_equal_texts(given, written):
    assert parse(given).text == written
    assert parse(written).text == written


@pytest.mark.parametrize(("text", "says"), [
    ("", "a fault has no effect without a name. There are: cut, delay, "),
    ("drop", "a fault has no effect drop. "),
    ("stal", "a fault has no effect stal. Did you mean stall? There are: "),
    ("delay:mss=4", "the fault delay has no key mss. Did you mean ms? There are: ms, nth, times, verb"),
    ("stall:code=500", "the fault stall has no key code. There are: nth, times, verb"),
    ("stall:", None),
    ("stall:nth", "the fault stall: nth has no value"),
    ("stall:nth=1,nth=2", "the fault stall: nth is given twice"),
    ("stall:nth=0", "the fault stall: nth must be a number from 1 to "),
    ("stall:times=ever", "the fault stall: times must be always or a number from 1 to "),
    ("delay:ms=1s", "the fault delay: ms must be a number from 1 to 3600000"),
    ("error:code=200", "the fault error: code must be a number from 500 to 599"),
    ("error:text=a\r\nb", "the fault error: text must be one line of printable text"),
    ("stall:verb=CREATEACOUNT", "the fault stall meets no command CREATEACOUNT. Did you mean CREATEACCOUNT?"),
    ("forget:verb=LISTDOMAINS", "the fault forget meets no command LISTDOMAINS"),
    ("refuse-login:verb=NOOP", "the fault refuse-login meets no command NOOP"),
    ("no-inline:verb=INLINE", "the fault no-inline has no key verb. There are: nth, times"),
])
def test_a_wrong_fault_is_told_by_its_part_and_what_is_possible(text, says):
    if says is None:
        assert parse(text).text == "stall"
        return
    with pytest.raises(FaultError) as caught:
        parse(text)
    assert str(caught.value).startswith(says)


def test_the_guide_tells_all_effects():
    guide = GUIDE.read_text(encoding="utf-8")
    rows_of_three = re.findall(r"\n   \* - ``([a-z][a-z-]+)``\n     - .*\n     - ", guide)
    assert sorted(rows_of_three) == sorted(FAULT_EFFECTS)


def test_a_simulator_does_not_start_with_a_wrong_fault():
    done = subprocess.run(
        [sys.executable, "-m", launch.__name__, "--port=0", "--fault=stall", "--fault=stal"],
        env={"PYTHONPATH": _search_path()}, capture_output=True, text=True, check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("simulator: a fault has no effect stal. Did you mean stall? There are: ")
    assert done.stderr.count("\n") == 1


# --- when they strike

def struck(text: str, verbs: list[str]) -> list[int]:
    """Which of the verbs a fault strikes, counted from 1."""
    faults = Faults([text])
    return [number for number, verb in enumerate(verbs, 1) if faults.striking(verb)]


@pytest.mark.parametrize(("text", "numbers"), [
    ("stall", [1]),
    ("stall:nth=3", [3]),
    ("stall:times=2", [1, 2]),
    ("stall:nth=2,times=2", [2, 3]),
    ("stall:nth=3,times=always", [3, 4, 5]),
    ("shuffle", [1, 2, 3, 4, 5]),
    ("shuffle:times=1", [1]),
])
def test_the_nth_match_and_so_many_after_it_are_struck(text, numbers):
    assert struck(text, ["NOOP"] * 5) == numbers


@pytest.mark.parametrize(("text", "numbers"), [
    ("stall:times=always", [4, 5, 6]),
    ("stall:times=always,verb=INLINE", [3]),
    ("stall:times=always,verb=CREATEACCOUNT", [5]),
    ("stall:nth=2,verb=CREATEACCOUNT", []),
    ("forget:times=always", [5]),
    ("refuse-login:times=always", [2]),
    ("refuse-login:verb=USER", [1]),
    ("no-inline", [3]),
])
def test_only_commands_that_a_fault_meets_count(text, numbers):
    assert struck(text, ["USER", "PASS", "INLINE", "LISTDOMAINS", "CREATEACCOUNT", "TESTLOOP", "NONSENSE"]) == numbers


def test_it_is_counted_how_often_a_fault_met_a_command_and_struck():
    faults = Faults(["stall:nth=2,times=2"])
    for _command in range(5):
        faults.striking("NOOP")
    ((_number, fault),) = faults.numbered()
    assert (fault.matched, fault.applied) == (5, 2)


@pytest.mark.parametrize(("text", "fresh"), [("stall", False), ("stall:nth=2,times=always", False), ("shuffle", True)])
def test_a_used_fault_is_as_good_as_new_if_it_always_strikes(text, fresh):
    faults = Faults([text])
    ((_number, fault),) = faults.numbered()
    assert fault.fresh
    faults.striking("NOOP")
    assert fault.fresh is fresh


def test_faults_count_for_the_server_and_not_for_a_connection(admin, connect, fault):
    fault("error:nth=3,verb=NOOP")
    other = connect("postmaster", "secret")
    assert [wire.code(b"NOOP") for wire in (admin, other, admin, other)] == [200, 200, 501, 200]


def test_faults_may_be_there_from_the_start(dial, options):
    with Embedded(replace(options, faults=("error:verb=NOOP,code=502",))) as simulator:
        wire = dial(simulator.host, simulator.port)
        assert wire.code(b"NOOP") == 502
        assert wire.code(b"NOOP") == 500


def test_what_is_cleared_strikes_no_more(admin, simulator, fault):
    number = fault("error:times=always")
    assert admin.code(b"NOOP") == 501
    simulator.control("CLEAR %d" % number)
    assert admin.ask(b"NOOP") == b"200 OK"


# --- what becomes of the connection

def test_drop_before_closes_without_obeying(admin, connect, fault, options):
    fault("drop-before:verb=CREATEDOMAIN,nth=2")
    admin.send(b"CREATEDOMAIN one.example\r\nCREATEDOMAIN two.example\r\nNOOP\r\n")
    assert admin.rest() == b"200 OK\r\n"
    assert connect("postmaster", "secret").ask(b"LISTDOMAINS") == b"201 (example.com,one.example)"
    assert ("CREATEDOMAIN", 0, "drop-before") in journal(options)


def test_drop_after_obeys_and_closes_without_a_reply(admin, connect, fault, options):
    fault("drop-after:verb=CREATEDOMAIN,nth=2")
    admin.send(b"CREATEDOMAIN one.example\r\nCREATEDOMAIN two.example\r\nNOOP\r\n")
    assert admin.rest() == b"200 OK\r\n"
    assert connect("postmaster", "secret").ask(b"LISTDOMAINS") == b"201 (example.com,one.example,two.example)"
    assert journal(options).count(("CREATEDOMAIN", 200, None)) == 2


@pytest.mark.parametrize(("text", "sent"), [
    ("cut", b"201 exam"), ("cut:bytes=0", b""), ("cut:bytes=4", b"201 "), ("cut:bytes=100", b"201 example.com\r\n"),
])
def test_cut_sends_a_part_of_the_reply_and_closes(admin, fault, text, sent):
    fault(text)
    admin.send(b"MAINDOMAINNAME\r\nNOOP\r\n")
    assert admin.rest() == sent


def test_delay_holds_a_reply_and_those_behind_it_back(admin, fault):
    fault("delay:verb=NOOP,ms=300")
    begun = time.monotonic()
    admin.send(b"MAINDOMAINNAME\r\nNOOP\r\nMAINDOMAINNAME\r\n")
    assert [admin.line(), admin.line(), admin.line()] == [b"201 example.com", b"200 OK", b"201 example.com"]
    assert time.monotonic() - begun >= 0.3


def test_stall_answers_nothing_any_more_and_leaves_the_connection_open(admin, connect, simulator, fault, options):
    fault("stall:verb=CREATEDOMAIN")
    admin.send(b"NOOP\r\nCREATEDOMAIN one.example\r\nNOOP\r\n")
    assert admin.line() == b"200 OK"
    admin.send(b"NOOP\r\n")
    other = connect("postmaster", "secret")
    assert other.ask(b"LISTDOMAINS") == b"201 (example.com)"
    assert len(simulator.service.connections) == 2
    assert ("CREATEDOMAIN", 0, "stall") in journal(options)
    assert journal(options).count(("NOOP", 200, None)) == 1
    admin.socket.shutdown(1)
    assert admin.rest() == b""


def test_one_line_per_packet_loses_what_arrives_with_the_first(admin, fault):
    fault("one-line-per-packet")
    admin.send(b"MAINDOMAINNAME\r\nNOOP\r\nNOOP")
    assert admin.line() == b"201 example.com"
    assert admin.ask(b"NOOP") == b"200 OK"
    assert admin.ask(b"MAINDOMAINNAME") == b"201 example.com"


# --- what is answered instead

def test_error_answers_with_an_error_and_does_not_obey(admin, fault, options):
    fault("error:verb=CREATEDOMAIN,code=510,text=out of disk space, sorry")
    assert admin.ask(b"CREATEDOMAIN one.example") == b"510 out of disk space, sorry"
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com)"
    assert ("CREATEDOMAIN", 510, "error") in journal(options)


def test_refuse_login_lets_nobody_in(connect, fault):
    fault("refuse-login:times=2")
    wire = connect()
    assert wire.login(b"postmaster", b"secret") == b"515 incorrect password"
    assert wire.ask(b"APOP postmaster abc") == b"515 incorrect password"
    assert wire.login(b"postmaster", b"secret") == b"200 login OK"


def test_refuse_login_may_say_something_else(connect, fault):
    fault("refuse-login:verb=USER,code=510,text=come back tomorrow")
    assert connect().ask(b"USER postmaster") == b"510 come back tomorrow"


def test_forget_answers_ok_and_does_nothing(admin, fault, options):
    fault("forget")
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com)"
    assert admin.ask(b"CREATEDOMAIN one.example") == b"200 OK"
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com)"
    assert admin.ask(b"CREATEDOMAIN one.example") == b"200 OK"
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,one.example)"
    assert ("CREATEDOMAIN", 200, "forget") in journal(options)


def test_no_inline_refuses_inline_and_sends_data_over_lines(connect, fault):
    fault("no-inline")
    wire = connect()
    wire.login(b"postmaster", b"secret")
    assert wire.ask(b"INLINE") == b"500 unknown command"
    assert wire.ask(b"LISTDOMAINS") == b"200 data follow"
    assert wire.line() == b"(example.com)"


def test_what_was_not_obeyed_is_journaled_without_secrets(connect, admin, fault, options):
    fault("error:times=always")
    admin.code(b"SETACCOUNTPASSWORD postmaster TO hunter2hunter2")
    admin.code(b"SETACCOUNTPASSWORD hunter2hunter2 hunter2hunter2 hunter2hunter2")
    fault("refuse-login")
    connect().login(b"postmaster", b"hunter2hunter2")
    text = Path(options.journal).read_text(encoding="utf-8")
    assert "hunter2" not in text
    assert text.count('"effect"') == 3


# --- what is answered in other words

def test_garble_answers_with_what_is_no_reply(admin, fault, options):
    fault("garble:verb=CREATEDOMAIN")
    admin.send(b"CREATEDOMAIN one.example\r\n")
    line = admin.raw_line()
    assert line.endswith(b"\n")
    assert not re.match(rb"\d{3} ", line)
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,one.example)"


def test_shuffle_changes_the_order_of_keys_by_its_seed(admin, connect, simulator, fault):
    pairs = [b"K%d=%d;" % (number, number) for number in range(8)]
    admin.do(b"CREATEACCOUNT bob {%s}" % b"".join(pairs))
    plain = admin.ask(b"GETACCOUNTSETTINGS bob")
    orders = []
    for seed in (1, 1, 2):
        simulator.control("CLEAR")
        fault("shuffle:seed=%d" % seed)
        orders.append(admin.ask(b"GETACCOUNTSETTINGS bob"))
    assert orders[0] == orders[1]
    assert len({plain, *orders}) == 3
    assert [sorted(order[5:-1].split(b";")) for order in orders] == [sorted(plain[5:-1].split(b";"))] * 3
    wire = connect()
    wire.login(b"postmaster", b"secret")
    assert wire.ask(b"GETACCOUNTSETTINGS bob") == b"200 data follow"
    assert wire.line() == orders[2][4:]
