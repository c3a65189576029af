# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The control language: how a connection gets to it, what it says, and that it leaves no trace."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.answers.refusals import Refusal
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control import client as control_client
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control import language
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.client import (
    ControlClient,
    ControlError,
)
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.handlers import sections
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program import background
from support.certificate import self_signed

GUIDE = Path(__file__).parents[3] / "docs" / "docsite" / "rst" / "guide_simulator.rst"


@pytest.fixture
def options(options, tmp_path):
    return replace(options, journal=str(tmp_path / "journal"))


@pytest.fixture
def session(connect):
    """A session of the control language."""
    wire = connect()
    assert wire.ask(b"SIMULATOR secret").startswith(b"200 ")
    return wire


def journal(options) -> list[dict]:
    with open(options.journal, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


# --- the session

def test_a_wrong_password_is_answered_515_and_can_be_repeated(connect):
    wire = connect()
    assert wire.ask(b"SIMULATOR wrong") == b"515 incorrect password"
    assert wire.ask(b"SIMULATOR") == b"515 incorrect password"
    assert wire.ask(b"FAULTS")[:2] == b"50"
    assert wire.ask(b"simulator secret").startswith(b"200 ")


def test_the_password_is_that_of_the_administrator_now(connect, admin):
    admin.do(b"SETACCOUNTPASSWORD postmaster TO changed")
    assert connect().code(b"SIMULATOR secret") == 515
    assert connect().code(b"SIMULATOR changed") == 200


def test_after_the_login_there_is_no_way_to_it(admin):
    assert admin.code(b"SIMULATOR secret") == 500


def test_it_is_answered_like_commands_with_inline(session):
    assert session.ask(b"FAULTS") == b"201 ()"
    assert session.ask(b"clear") == b"200 OK"
    assert session.ask(b"FAULT (").startswith(b"501 malformed data object")
    assert session.ask(b"\xff").startswith(b"501 ")
    assert session.ask(b"CLEAN") == b"500 unknown control word; did you mean CLEAR? HELP lists what there is"
    assert session.ask(b"") == b"500 unknown control word; HELP lists what there is"
    assert session.ask(b"QUIT").startswith(b"200 ")
    assert session.line() == b""


def test_it_is_never_journaled(session, options):
    session.ask(b"FAULTS")
    session.ask(b"nonsense")
    assert journal(options) == []


def test_it_is_never_struck_by_faults(session, connect):
    for fault in (b"drop-before:times=always", b"garble:times=always", b"one-line-per-packet", b"shuffle"):
        assert session.ask(b'FAULT "%s"' % fault).startswith(b"201 ")
    session.send(b"FAULTS\r\nHELP\r\n")
    faults = session.line()
    assert faults.count(b"matched=#0") == 4
    assert faults.startswith(b"201 ({applied=#0;")
    assert session.line().startswith(b"201 (")
    assert connect().ask(b"SIMULATOR secret").startswith(b"200 ")


def test_a_line_may_be_long(session):
    assert session.code(b'FAULT "%s"' % (b"x" * 200000)) == 501


def test_a_faulty_word_does_not_end_the_session(session, monkeypatch):
    monkeypatch.setitem(language.CONTROLS, "BROKEN", lambda _service, _argument: {}["missing"])
    assert session.ask(b"BROKEN").startswith(b"590 ")
    assert session.ask(b"CLEAR") == b"200 OK"


# --- the words

def test_help_tells_all_words(session):
    answer = session.ask(b"HELP").decode()
    told = re.findall(r'"([A-Z]+): [A-Z]', answer)
    assert told == sorted(language.CONTROLS)
    assert {"HELP", "FAULT", "FAULTS", "CLEAR", "CLOCK"} <= set(told)


def test_the_guide_tells_all_words():
    assert sections.HANDLERS  # the handlers have registered theirs
    guide = GUIDE.read_text(encoding="utf-8")
    assert [word for word in language.CONTROLS if "\n   * - ``%s" % word not in guide] == []


def test_faults_come_and_go(session):
    assert session.ask(b'FAULT "drop-after: verb=createaccount, nth=3"') == b"201 #1"
    assert session.ask(b"FAULT stall") == b"201 #2"
    assert session.ask(b"FAULTS") == (
        b'201 ({applied=#0;fault="drop-after:verb=CREATEACCOUNT,nth=3";fresh=YES;matched=#0;number=#1;},'
        b"{applied=#0;fault=stall;fresh=YES;matched=#0;number=#2;})"
    )
    assert session.ask(b"CLEAR 1") == b"200 OK"
    assert session.code(b"CLEAR #1") == 501
    assert session.ask(b"FAULTS").count(b"number=") == 1
    assert session.ask(b"CLEAR") == b"200 OK"
    assert session.ask(b"FAULTS") == b"201 ()"
    assert session.ask(b"FAULT delay") == b"201 #3"


def test_an_array_of_faults_takes_the_place_of_all_or_of_none(session):
    session.ask(b"FAULT stall")
    assert session.code(b'FAULTS (cut,"delay:ms=none")') == 501
    assert b"fault=stall" in session.ask(b"FAULTS")
    answer = session.ask(b"FAULTS (cut,delay)")
    assert (b"fault=cut" in answer, b"fault=delay" in answer, b"stall" in answer) == (True, True, False)


@pytest.mark.parametrize("line", [
    b"HELP me", b"FAULT", b"FAULT (stall)", b"FAULTS stall", b"FAULTS (#1)", b"CLEAR all", b"CLEAR ()", b"CLOCK 12",
    b"CLOCK ()", b'CLOCK "+2x"', b'FAULT "error:text=\\e"',
])
def test_nonsense_is_answered_501(session, line):
    assert session.code(line) == 501


def test_a_wrong_fault_is_answered_with_what_was_meant(session):
    answer = session.ask(b"FAULT drop-afer")
    assert answer.startswith(b"501 a fault has no effect drop-afer. Did you mean drop-after? There are: cut, delay, ")


def test_the_clock_is_told_and_set(session):
    assert session.ask(b"CLOCK").startswith(b"201 {clock=real;time=#T")
    fixed = b'201 {clock="fixed:2030-01-31T%s";time=#T31-01-2030_%s;}'
    assert session.ask(b'CLOCK "fixed:2030-01-31T12:00:00"') == fixed % (b"12:00:00", b"12:00:00")
    assert session.ask(b'CLOCK "+90m"') == fixed % (b"13:30:00", b"13:30:00")
    assert session.ask(b"CLOCK") == fixed % (b"13:30:00", b"13:30:00")
    assert session.ask(b"CLOCK real").startswith(b"201 {clock=real;")


# --- from Python and from a shell

def test_embedded_says_lines_itself(simulator):
    assert simulator.control("FAULT stall") == 1
    assert simulator.control("CLEAR") is None
    with pytest.raises(Refusal, match="unknown control word"):
        simulator.control("NONSENSE")


def test_the_client_says_lines(simulator):
    with ControlClient(simulator.host, simulator.port, "secret") as client:
        assert client.say("FAULT stall") == 1
        assert client.say("CLEAR") is None
        with pytest.raises(ControlError, match="FAULT was answered 501 .*Did you mean stall"):
            client.say("FAULT stal")
        with pytest.raises(ControlError, match="one line"):
            client.say("FAULTS\nCLEAR")


def test_the_client_tells_why_it_gets_nowhere(simulator):
    with pytest.raises(ControlError, match="515 incorrect password.*password of its administrator"):
        ControlClient(simulator.host, simulator.port, "wrong")
    with pytest.raises(ControlError, match="no simulator can be reached at 127.0.0.1:1: "):
        ControlClient("127.0.0.1", 1, "secret")


def test_the_client_trusts_the_certificate_that_it_is_given_and_no_other(options, tmp_path_factory):
    certificate, key = self_signed(tmp_path_factory.mktemp("one"))
    other, _key = self_signed(tmp_path_factory.mktemp("other"))
    with Embedded(replace(options, tls_cert=certificate, tls_key=key)) as simulator:
        with ControlClient(simulator.host, simulator.port, "secret", certificate) as client:
            assert client.say("FAULT stall") == 1
        with pytest.raises(ControlError, match="no simulator can be reached"):
            ControlClient(simulator.host, simulator.port, "secret", other)


def run_client(simulator, *arguments: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", control_client.__name__, "--port", str(simulator.port), *arguments],
        env=dict(os.environ, PYTHONPATH=background._search_path(), CGP_PASSWORD="secret"),
        capture_output=True, text=True, check=False,
    )


def test_the_program_says_lines_and_prints_the_answers(simulator):
    done = run_client(simulator, "FAULT stall", "CLEAR 1", "FAULTS")
    assert (done.returncode, done.stdout, done.stderr) == (0, "#1\nOK\n()\n", "")


def test_the_program_fails_with_the_first_line_that_is_refused(simulator):
    done = run_client(simulator, "FAULT stall", "CLEAR 7", "CLEAR")
    assert (done.returncode, done.stdout) == (1, "#1\n")
    assert done.stderr == "control_client: CLEAR was answered 501 unknown fault\n"
