# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Statistics."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.answers.refusals import Refusal
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.language import CONTROLS
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from support.hand_clock import HandClock

COUNTERS = ("MessagesReceived", "BytesReceived", "MessagesSent", "BytesSent", "CallsReceived", "CallsSent")
BOB = "bob@client.example"


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def simulator(options, clock):
    with Embedded(options, clock) as running:
        yield running


@pytest.fixture(autouse=True)
def bob(admin):
    admin.do(b"CREATEDOMAIN client.example", b"CREATEACCOUNT bob@client.example {Password=pass;}")


@pytest.fixture
def happen(simulator):
    """Lets mail and calls of bob be counted."""
    return lambda **amounts: CONTROLS["STATISTICS"](simulator.service, dict(amounts, account=BOB))


# --- GETACCOUNTSTAT

def test_getaccountstat_without_a_key_tells_all_statistical_data(admin, happen):
    assert admin.ask(b"GETACCOUNTSTAT bob@client.example") == (
        b"201 {BytesReceived=#0;BytesSent=#0;CallsReceived=#0;CallsSent=#0;Logins=#0;MessagesReceived=#0;"
        b"MessagesSent=#0;}"
    )
    happen(MessagesReceived=2, BytesReceived=300, MessagesSent=4, BytesSent=500, CallsReceived=6, CallsSent=7)
    assert admin.ask(b"GETACCOUNTSTAT bob@client.example") == (
        b"201 {BytesReceived=#300;BytesSent=#500;CallsReceived=#6;CallsSent=#7;Logins=#0;MessagesReceived=#2;"
        b"MessagesSent=#4;}"
    )


@pytest.mark.parametrize("key", COUNTERS)
def test_getaccountstat_with_a_key_tells_a_number(admin, happen, key):
    happen(**{key: 40})
    happen(**{key: 2})
    assert admin.ask(b"GETACCOUNTSTAT bob@client.example KEY " + key.encode()) == b"201 #42"


def test_getaccountstat_with_the_key_statreset_tells_a_timestamp(admin, clock):
    assert admin.ask(b"GETACCOUNTSTAT bob@client.example KEY StatReset") == b'201 ""'
    clock.forward(minutes=1)
    admin.do(b"RESETACCOUNTSTAT bob@client.example")
    assert admin.ask(b"GETACCOUNTSTAT bob@client.example KEY StatReset") == b"201 #T31-01-2030_12:01:00"


def test_getaccountstat_with_a_key_that_does_not_exist_returns_an_empty_string(admin):
    assert admin.ask(b"GETACCOUNTSTAT bob@client.example KEY Nothing") == b'201 ""'


def test_getaccountstat_counts_successful_authentications(admin, connect):
    assert admin.ask(b"GETACCOUNTSTAT bob@client.example KEY Logins") == b"201 #0"
    connect(BOB, "pass")
    connect(BOB, "pass")
    stranger = connect()
    assert stranger.login(BOB.encode(), b"wrong").startswith(b"515 ")
    assert admin.ask(b"GETACCOUNTSTAT bob@client.example KEY Logins") == b"201 #2"


def test_getaccountstat_counts_messages_that_are_delivered(admin, simulator):
    CONTROLS["MAIL"](simulator.service, {"account": BOB, "size": 500, "count": 3})
    assert admin.ask(b"GETACCOUNTSTAT bob@client.example KEY MessagesReceived") == b"201 #3"
    assert admin.ask(b"GETACCOUNTSTAT bob@client.example KEY BytesReceived") == b"201 #1500"
    assert admin.ask(b"GETDOMAINSTAT client.example KEY BytesReceived") == b"201 1500"


def test_getaccountstat_finds_nothing_new_while_the_account_statistics_option_is_off(admin, connect, happen):
    admin.do(b"UPDATESERVERSETTINGS {AccountStatistics=NO;}")
    happen(MessagesReceived=1)
    connect(BOB, "pass")
    assert b"Logins=#0;MessagesReceived=#0;" in admin.ask(b"GETACCOUNTSTAT bob@client.example")
    assert b"MessagesReceived=#0;" in admin.ask(b"GETDOMAINSTAT client.example")
    admin.do(b"UPDATESERVERSETTINGS {AccountStatistics=YES;}")
    happen(MessagesReceived=1)
    assert admin.ask(b"GETACCOUNTSTAT bob@client.example KEY MessagesReceived") == b"201 #1"


def test_getaccountstat_of_the_own_account_is_open_to_all_users(admin, connect):
    bob = connect(BOB, "pass")
    assert bob.ask(b"GETACCOUNTSTAT * KEY Logins") == b"201 #1"
    assert bob.ask(b"GETACCOUNTSTAT bob KEY Logins") == b"201 #1"


def test_getaccountstat_of_another_account_is_for_administrators_of_its_domain(admin, connect):
    admin.do(b"CREATEACCOUNT eve@client.example {Password=pass;}", b"CREATEACCOUNT outside {Password=pass;}")
    assert connect("eve@client.example", "pass").code(b"GETACCOUNTSTAT bob@client.example") == 510
    admin.do(b"SETACCOUNTRIGHTS eve@client.example (CanCreateGroups)", b"SETACCOUNTRIGHTS outside (BasicSettings)")
    assert connect("eve@client.example", "pass").code(b"GETACCOUNTSTAT bob@client.example") == 201
    assert connect("outside", "pass").code(b"GETACCOUNTSTAT bob@client.example") == 510


@pytest.mark.parametrize("verb", [b"GETACCOUNTSTAT", b"RESETACCOUNTSTAT"], ids=lambda verb: verb.decode())
def test_account_statistics_need_an_existing_account(admin, verb):
    assert admin.code(verb + b" nobody@client.example") == 513
    assert admin.code(verb + b" bob@nowhere.example KEY Logins") == 512
    assert admin.code(verb + b" bob@client.example KEY") == 500
    assert admin.code(verb + b" bob@client.example Logins") == 500


# --- RESETACCOUNTSTAT

def test_resetaccountstat_without_a_key_resets_all_entries_and_notes_when(admin, connect, happen, clock):
    happen(MessagesReceived=2, CallsSent=7)
    connect(BOB, "pass")
    clock.forward(days=1)
    admin.do(b"RESETACCOUNTSTAT bob@client.example")
    assert admin.ask(b"GETACCOUNTSTAT bob@client.example") == (
        b"201 {BytesReceived=#0;BytesSent=#0;CallsReceived=#0;CallsSent=#0;Logins=#0;MessagesReceived=#0;"
        b"MessagesSent=#0;StatReset=#T01-02-2030_12:00:00;}"
    )
    happen(CallsSent=1)
    assert admin.ask(b"GETACCOUNTSTAT bob@client.example KEY CallsSent") == b"201 #1"


def test_resetaccountstat_with_a_key_resets_that_entry_only(admin, happen, clock):
    admin.do(b"RESETACCOUNTSTAT bob@client.example")
    clock.forward(days=1)
    happen(MessagesReceived=2, CallsSent=7)
    admin.do(b"RESETACCOUNTSTAT bob@client.example KEY CallsSent")
    assert admin.ask(b"GETACCOUNTSTAT bob@client.example") == (
        b"201 {BytesReceived=#0;BytesSent=#0;CallsReceived=#0;CallsSent=#0;Logins=#0;MessagesReceived=#2;"
        b"MessagesSent=#0;StatReset=#T31-01-2030_12:00:00;}"
    )


def test_resetaccountstat_of_an_entry_that_does_not_exist_is_refused(admin, happen):
    happen(CallsSent=7)
    assert admin.code(b"RESETACCOUNTSTAT bob@client.example KEY Nothing") == 501
    assert admin.code(b"RESETACCOUNTSTAT bob@client.example KEY StatReset") == 501
    assert admin.ask(b"GETACCOUNTSTAT bob@client.example KEY CallsSent") == b"201 #7"


def test_resetaccountstat_leaves_the_statistics_of_the_domain_alone(admin, happen):
    happen(CallsSent=7)
    admin.do(b"RESETACCOUNTSTAT bob@client.example")
    assert admin.ask(b"GETDOMAINSTAT client.example KEY CallsSent") == b"201 7"


def test_resetaccountstat_of_the_authenticated_account_needs_the_basicsettings_right(admin, connect, happen):
    happen(CallsSent=7)
    bob = connect(BOB, "pass")
    assert bob.code(b"RESETACCOUNTSTAT *") == 510
    assert bob.ask(b"GETACCOUNTSTAT * KEY CallsSent") == b"201 #7"
    admin.do(b"SETACCOUNTRIGHTS bob@client.example (BasicSettings)")
    bob.do(b"RESETACCOUNTSTAT *")
    assert bob.ask(b"GETACCOUNTSTAT * KEY CallsSent") == b"201 #0"


# --- GETDOMAINSTAT

def test_getdomainstat_without_a_key_tells_all_statistical_data(admin, happen):
    admin.do(b"CREATEACCOUNT eve@client.example")
    happen(MessagesReceived=2, BytesReceived=300)
    assert admin.ask(b"GETDOMAINSTAT client.example") == (
        b"201 {BytesReceived=#300;BytesSent=#0;CallsReceived=#0;CallsSent=#0;MessagesReceived=#2;MessagesSent=#0;}"
    )


def test_getdomainstat_adds_up_what_its_accounts_got_and_sent(admin, happen, simulator):
    admin.do(b"CREATEACCOUNT eve@client.example", b"CREATEACCOUNT other@example.com")
    happen(MessagesSent=2)
    for account in ("eve@client.example", "other@example.com"):
        CONTROLS["STATISTICS"](simulator.service, {"account": account, "MessagesSent": 40})
    assert admin.ask(b"GETDOMAINSTAT client.example KEY MessagesSent") == b"201 42"
    assert admin.ask(b"GETDOMAINSTAT example.com KEY MessagesSent") == b"201 40"


@pytest.mark.parametrize("key", COUNTERS)
def test_getdomainstat_with_a_key_tells_a_string(admin, happen, key):
    assert admin.ask(b"GETDOMAINSTAT client.example KEY " + key.encode()) == b"201 0"
    happen(**{key: 42})
    assert admin.ask(b"GETDOMAINSTAT client.example KEY " + key.encode()) == b"201 42"


@pytest.mark.parametrize("key", [b"Nothing", b"Logins", b"StatReset"])
def test_getdomainstat_with_a_key_that_does_not_exist_returns_an_empty_string(admin, key):
    assert admin.ask(b"GETDOMAINSTAT client.example KEY " + key) == b'201 ""'


def test_getdomainstat_of_the_own_domain_is_named_with_an_asterisk(admin, connect, happen):
    happen(CallsSent=7)
    admin.do(b"SETACCOUNTRIGHTS bob@client.example (CanCreateGroups)")
    assert connect(BOB, "pass").ask(b"GETDOMAINSTAT * KEY CallsSent") == b"201 7"
    assert admin.ask(b"GETDOMAINSTAT * KEY CallsSent") == b"201 0"


def test_getdomainstat_is_for_administrators_of_the_domain(admin, connect):
    assert connect(BOB, "pass").code(b"GETDOMAINSTAT client.example") == 510
    assert connect(BOB, "pass").code(b"GETDOMAINSTAT *") == 510
    admin.do(b"SETACCOUNTRIGHTS bob@client.example (CanCreateGroups)")
    assert connect(BOB, "pass").code(b"GETDOMAINSTAT client.example") == 201
    assert connect(BOB, "pass").code(b"GETDOMAINSTAT example.com") == 510


@pytest.mark.parametrize("verb", [b"GETDOMAINSTAT", b"RESETDOMAINSTAT"], ids=lambda verb: verb.decode())
def test_domain_statistics_need_an_existing_domain(admin, verb):
    assert admin.code(verb + b" nowhere.example") == 512
    assert admin.code(verb) == 500


# --- RESETDOMAINSTAT

def test_resetdomainstat_without_a_key_resets_all_entries_and_notes_when(admin, happen):
    happen(MessagesReceived=2, CallsSent=7)
    admin.do(b"RESETDOMAINSTAT client.example")
    assert admin.ask(b"GETDOMAINSTAT client.example") == (
        b"201 {BytesReceived=#0;BytesSent=#0;CallsReceived=#0;CallsSent=#0;MessagesReceived=#0;MessagesSent=#0;"
        b"StatReset=#T31-01-2030_12:00:00;}"
    )
    assert admin.ask(b"GETDOMAINSTAT client.example KEY StatReset") == b'201 "T31-01-2030_12:00:00"'
    assert admin.ask(b"GETACCOUNTSTAT bob@client.example KEY CallsSent") == b"201 #7"


def test_resetdomainstat_with_a_key_resets_that_entry_only(admin, happen):
    happen(MessagesReceived=2, CallsSent=7)
    admin.do(b"RESETDOMAINSTAT client.example KEY CallsSent")
    assert admin.ask(b"GETDOMAINSTAT client.example") == (
        b"201 {BytesReceived=#0;BytesSent=#0;CallsReceived=#0;CallsSent=#0;MessagesReceived=#2;MessagesSent=#0;}"
    )


@pytest.mark.parametrize("key", [b"Nothing", b"Logins", b"StatReset"])
def test_resetdomainstat_of_an_entry_that_does_not_exist_is_refused(admin, key):
    assert admin.code(b"RESETDOMAINSTAT client.example KEY " + key) == 501


def test_resetdomainstat_of_the_own_domain_needs_the_basicsettings_right(admin, connect, happen):
    happen(CallsSent=7)
    admin.do(b"SETACCOUNTRIGHTS bob@client.example (CanCreateGroups)")
    assert connect(BOB, "pass").code(b"RESETDOMAINSTAT *") == 510
    assert admin.ask(b"GETDOMAINSTAT client.example KEY CallsSent") == b"201 7"
    admin.do(b"SETACCOUNTRIGHTS bob@client.example (BasicSettings)")
    connect(BOB, "pass").do(b"RESETDOMAINSTAT *")
    assert admin.ask(b"GETDOMAINSTAT client.example KEY CallsSent") == b"201 0"


# --- what a test tells the simulator

@pytest.mark.parametrize("argument", [
    {"account": BOB, "Nothing": 1}, {"account": BOB, "CallsSent": -1}, {"account": BOB, "CallsSent": "1"},
    {"account": "nobody@client.example", "CallsSent": 1}, {"CallsSent": 1}, [], None,
])
def test_getaccountstat_shows_nothing_of_what_cannot_be_counted(admin, simulator, argument):
    with pytest.raises(Refusal):
        CONTROLS["STATISTICS"](simulator.service, argument)
    assert admin.ask(b"GETACCOUNTSTAT bob@client.example KEY CallsSent") == b"201 #0"
