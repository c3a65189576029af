# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""AUTH WEBUSER and AUTH SESSIONID: logging in with a WebUser session (protocol.md section 1.2, evidence.md 4)."""

from __future__ import annotations

import json

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options

NOBODY = b"500 please log in first"


@pytest.fixture
def options(tmp_path):
    return Options(
        port=0, main_domain="example.com", password="secret", clock="fixed:2030-01-31T12:00:00",
        journal=str(tmp_path / "journal"),
    )


@pytest.fixture(autouse=True)
def accounts(admin):
    admin.do(
        b"CREATEDOMAIN client1.com", b"CREATEACCOUNT bob@client1.com {RealName=Bobby;}", b"CREATEACCOUNT bob",
        b"CREATEACCOUNT ann",
    )


@pytest.fixture
def session(admin):
    """A WebUser session of bob@client1.com."""
    return admin.ask(b"CREATEWEBUSERSESSION bob@client1.com ADDRESS 10.0.0.1").partition(b" ")[2]


def test_a_session_id_logs_its_account_in(connect, session):
    wire = connect()
    assert wire.ask(b"AUTH WEBUSER bob@client1.com " + session) == b"200 login OK"
    wire.ask(b"INLINE")
    assert wire.ask(b"GETACCOUNTONESETTING * RealName") == b"201 Bobby"
    assert wire.code(b"LISTDOMAINS") == 510


def test_the_newer_word_does_the_same(connect, session):
    wire = connect()
    assert wire.code(b"AUTH SESSIONID bob " + session) == 515
    assert wire.ask(b"AUTH SESSIONID bob@client1.com " + session) == b"200 login OK"
    wire.ask(b"INLINE")
    assert wire.ask(b"GETACCOUNTONESETTING * RealName") == b"201 Bobby"


def test_case_and_spaces_do_not_matter_and_an_alias_will_do(admin, connect, session):
    admin.do(b"SETACCOUNTALIASES bob@client1.com (robert)")
    assert connect().ask(b"auth  WebUser  Robert@Client1.com  " + session) == b"200 login OK"


def test_a_bare_name_is_one_of_the_main_domain(admin, connect):
    session = admin.ask(b"CREATEWEBUSERSESSION bob ADDRESS 10.0.0.1").partition(b" ")[2]
    assert connect().ask(b"AUTH WEBUSER bob " + session) == b"200 login OK"


@pytest.mark.parametrize("name", [b"bob", b"ann", b"postmaster", b"nobody", b"bob@nowhere.example", b""])
def test_it_is_no_other_accounts_session(connect, session, name):
    wire = connect()
    assert wire.code(b"AUTH WEBUSER " + name + b" " + session) == 515
    assert wire.ask(b"NOOP") == NOBODY


@pytest.mark.parametrize("rest", [b"", b" ", b" 0000", b" secret"])
def test_it_must_be_a_session(connect, rest):
    assert connect().code(b"AUTH WEBUSER postmaster" + rest) == 515


def test_a_session_that_is_over_logs_nobody_in(admin, connect, session, simulator):
    simulator.control('CLOCK "+15m"')
    assert connect().ask(b"AUTH WEBUSER bob@client1.com " + session) == b"200 login OK"
    simulator.control('CLOCK "+15m"')  # the login was activity
    assert connect().ask(b"AUTH WEBUSER bob@client1.com " + session) == b"200 login OK"
    simulator.control('CLOCK "+20m"')
    assert connect().code(b"AUTH WEBUSER bob@client1.com " + session) == 515


def test_a_killed_session_logs_nobody_in(admin, connect, session):
    admin.do(b"KILLSESSION " + session)
    assert connect().code(b"AUTH WEBUSER bob@client1.com " + session) == 515


def test_a_session_of_another_kind_logs_nobody_in(admin, connect):
    session = admin.ask(b"CREATEXIMSSSESSION bob@client1.com ADDRESS 10.0.0.1").partition(b" ")[2]
    assert connect().code(b"AUTH WEBUSER bob@client1.com " + session) == 515


def test_a_session_that_waits_for_its_second_stage_logs_nobody_in(admin, connect, session, simulator):
    simulator.control('SESSIONWAIT {session="%s";}' % session.decode())
    assert connect().code(b"AUTH WEBUSER bob@client1.com " + session) == 515
    admin.do(b"BLESSSESSION " + session)
    assert connect().ask(b"AUTH WEBUSER bob@client1.com " + session) == b"200 login OK"


def test_the_account_must_have_the_pwd_service(admin, connect, session):
    admin.do(b"UPDATEACCOUNTSETTINGS bob@client1.com {AccessModes=(100,WebMail);}")
    assert connect().code(b"AUTH WEBUSER bob@client1.com " + session) == 517


@pytest.mark.parametrize("line", [b"AUTH", b"AUTH PLAIN AGJvYgBwYXNz", b"AUTH LOGIN", b"AUTH CRAM-SHA1"])
def test_other_methods_are_refused(connect, line):
    wire = connect()
    assert wire.code(line) == 501
    assert wire.ask(b"NOOP") == NOBODY


def test_the_session_id_is_in_no_journal(admin, connect, session, options):
    assert connect().ask(b"AUTH WEBUSER bob@client1.com " + session) == b"200 login OK"
    admin.do(b"KILLSESSION " + session)
    with open(options.journal, encoding="utf-8") as stream:
        text = stream.read()
    assert session.decode() not in text
    entry = [json.loads(line) for line in text.splitlines()][-2]
    assert (entry["verb"], entry["user"], entry["code"]) == ("AUTH", "bob@client1.com", 200)
