# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Miscellaneous Commands: the queues of modules."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.data import Timestamp
from ansible_collections.communigate.pro.plugins.module_utils.simulator.answers.refusals import Refusal
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.language import obey


@pytest.fixture
def put(simulator):
    """Puts a message into a queue and returns its number."""
    def make(argument: str) -> int:
        return obey(simulator.service, "QUEUE {%s}" % argument)
    return make


@pytest.fixture
def reports(simulator):
    """The error reports sent: (message, sender, text) each."""
    def read():
        sent = obey(simulator.service, "REPORTS")
        return [(report["messageID"], report["sender"], report["text"]) for report in sent]
    return read


SMTP = b"GETMESSAGEQUEUEINFO SMTP QUEUE example.org"


# --- GETMESSAGEQUEUEINFO

def test_getmessagequeueinfo_answers_an_empty_dictionary_for_a_queue_that_is_not_there(admin, put):
    put('queue="example.org";')
    assert admin.ask(b"GETMESSAGEQUEUEINFO SMTP QUEUE net.example") == b"201 {}"
    assert admin.ask(b"GETMESSAGEQUEUEINFO LIST QUEUE example.org") == b"201 {}"
    assert admin.ask(b"GETMESSAGEQUEUEINFO NoSuchModule QUEUE example.org") == b"201 {}"


def test_getmessagequeueinfo_tells_the_number_and_the_total_size_of_messages(admin, put):
    put('queue="example.org"; size=#1000;')
    assert admin.ask(SMTP) == b"201 {nTotal=#1;size=#1000;}"
    put('queue="example.org"; size=#234;')
    put('queue="net.example"; size=#5;')
    put('module=LIST; queue="example.org"; size=#7;')
    assert admin.ask(SMTP) == b"201 {nTotal=#2;size=#1234;}"
    assert admin.ask(b"GETMESSAGEQUEUEINFO list QUEUE Example.ORG") == b"201 {nTotal=#1;size=#7;}"


def test_getmessagequeueinfo_tells_the_release_time_and_the_last_problem_if_there_are(admin, put):
    put('queue="example.org"; delayedTill=#T31-01-2030_12:00:00; lastError="no answer";')
    assert admin.ask(SMTP) == (
        b'201 {delayedTill=#T31-01-2030_12:00:00;lastError="no answer";nTotal=#1;size=#0;}'
    )


@pytest.mark.parametrize("rest", [b"", b" SMTP", b" SMTP QUEUE", b" SMTP example.org", b" SMTP QUEUE (x)"])
def test_getmessagequeueinfo_needs_a_module_and_a_queue(admin, rest):
    assert admin.refused(b"GETMESSAGEQUEUEINFO" + rest)


# --- RELEASESMTPQUEUE

def test_releasesmtpqueue_releases_the_messages_of_the_queue(admin, put, reports):
    put('queue="example.org"; delayedTill=#T31-01-2030_12:00:00; lastError="no answer";')
    put('queue="example.org";')
    put('queue="net.example";')
    put('module=LIST; queue="example.org";')
    admin.do(b"RELEASESMTPQUEUE example.org")
    assert admin.ask(SMTP) == b"201 {}"
    assert admin.ask(b"GETMESSAGEQUEUEINFO SMTP QUEUE net.example") == b"201 {nTotal=#1;size=#0;}"
    assert admin.ask(b"GETMESSAGEQUEUEINFO LIST QUEUE example.org") == b"201 {nTotal=#1;size=#0;}"
    assert reports() == []


def test_releasesmtpqueue_leaves_no_delay_behind(admin, put):
    put('queue="example.org"; delayedTill=#T31-01-2030_12:00:00; lastError="no answer";')
    admin.do(b"RELEASESMTPQUEUE example.org")
    put('queue="example.org";')
    assert admin.ask(SMTP) == b"201 {nTotal=#1;size=#0;}"


def test_releasesmtpqueue_refuses_a_queue_that_is_not_there(admin, put):
    put('module=LIST; queue="example.org";')
    assert admin.code(b"RELEASESMTPQUEUE example.org") == 501
    assert admin.ask(b"GETMESSAGEQUEUEINFO LIST QUEUE example.org") == b"201 {nTotal=#1;size=#0;}"


# --- REJECTQUEUEMESSAGE

def test_rejectqueuemessage_takes_one_message_out_of_the_queue(admin, put):
    first = put('queue="example.org"; size=#1;')
    put('queue="example.org"; size=#2;')
    admin.do(b"REJECTQUEUEMESSAGE %d" % first)
    assert admin.ask(SMTP) == b"201 {nTotal=#1;size=#2;}"
    assert admin.code(b"REJECTQUEUEMESSAGE %d" % first) == 501


def test_rejectqueuemessage_puts_the_text_into_the_error_report(admin, put, reports):
    number = put('queue="example.org"; sender="bob@example.com";')
    admin.do(b'REJECTQUEUEMESSAGE %d REPORT "not now"' % number)
    assert reports() == [(number, "bob@example.com", "not now")]


def test_rejectqueuemessage_reports_without_a_text_too(admin, put, reports):
    number = put('queue="example.org"; sender="bob@example.com";')
    admin.do(b"REJECTQUEUEMESSAGE %d" % number)
    assert [report[:2] for report in reports()] == [(number, "bob@example.com")]


def test_rejectqueuemessage_sends_no_report_with_nondn(admin, put, reports):
    number = put('queue="example.org"; sender="bob@example.com";')
    admin.do(b"REJECTQUEUEMESSAGE %d REPORT NONDN" % number)
    assert admin.ask(SMTP) == b"201 {}"
    assert reports() == []


@pytest.mark.parametrize("number", [b"0", b"2", b"-1", b"999999999999999999"])
def test_rejectqueuemessage_refuses_a_message_that_is_not_there(admin, put, reports, number):
    put('queue="example.org";')
    assert admin.code(b"REJECTQUEUEMESSAGE " + number) == 501
    assert admin.ask(SMTP) == b"201 {nTotal=#1;size=#0;}"
    assert reports() == []


@pytest.mark.parametrize("rest", [b"", b" x", b" 1 REPORT a b", b" 1 REPORT (x)"])
def test_rejectqueuemessage_refuses_other_parameters(admin, put, rest):
    put('queue="example.org";')
    assert admin.refused(b"REJECTQUEUEMESSAGE" + rest)
    assert admin.ask(SMTP) == b"201 {nTotal=#1;size=#0;}"


# --- REJECTQUEUEMESSAGES

def test_rejectqueuemessages_rejects_all_messages_of_the_sender(admin, put, reports):
    put('queue="example.org"; sender="bob@example.com"; size=#1;')
    put('module=LIST; queue=news; sender="Bob@Example.com"; size=#2;')
    put('queue="example.org"; sender="ann@example.com"; size=#4;')
    put('queue="example.org"; size=#8;')
    admin.do(b'REJECTQUEUEMESSAGES SENDER bob@example.com REPORT "account stolen"')
    assert admin.ask(SMTP) == b"201 {nTotal=#2;size=#12;}"
    assert admin.ask(b"GETMESSAGEQUEUEINFO LIST QUEUE news") == b"201 {}"
    assert reports() == [(1, "bob@example.com", "account stolen"), (2, "Bob@Example.com", "account stolen")]


def test_rejectqueuemessages_sends_no_report_with_nondn(admin, put, reports):
    put('queue="example.org"; sender="bob@example.com";')
    admin.do(b"REJECTQUEUEMESSAGES SENDER bob REPORT NONDN")
    assert admin.ask(SMTP) == b"201 {}"
    assert reports() == []


def test_rejectqueuemessages_reports_without_a_text_too(admin, put, reports):
    first = put('queue="example.org"; sender="bob@example.com";')
    second = put('queue="net.example"; sender="bob@example.com";')
    admin.do(b"REJECTQUEUEMESSAGES SENDER bob@example.com")
    assert [report[:2] for report in reports()] == [(first, "bob@example.com"), (second, "bob@example.com")]
    assert admin.ask(SMTP) == b"201 {}"


def test_rejectqueuemessages_has_nothing_to_do_for_a_sender_without_messages(admin, put):
    put('queue="example.org"; sender="bob@example.com";')
    put('queue="example.org";')
    admin.do(b"REJECTQUEUEMESSAGES SENDER nobody", b'REJECTQUEUEMESSAGES SENDER ""')
    assert admin.ask(SMTP) == b"201 {nTotal=#2;size=#0;}"


def test_rejectqueuemessages_needs_the_keyword_sender(admin, put):
    put('queue="example.org"; sender=bob;')
    assert admin.refused(b"REJECTQUEUEMESSAGES bob")
    assert admin.ask(SMTP) == b"201 {nTotal=#1;size=#0;}"


# --- rights, and the control word

@pytest.mark.parametrize(("verb", "rest", "right"), [
    ("RELEASESMTPQUEUE", " example.org", "Monitoring"), ("REJECTQUEUEMESSAGE", " 1", "Can Reject Queues"),
    ("REJECTQUEUEMESSAGES", " SENDER bob", "Can Reject Queues"),
])
def test_the_right_that_the_manual_names_is_needed_and_enough(admin, connect, put, verb, rest, right):
    put('queue="example.org"; sender=bob;')
    admin.do(b"CREATEACCOUNT bob {Password=pass;}")
    bob = connect("bob", "pass")
    for other in {"Monitoring", "Can Reject Queues", "Settings", "UserAccounts"} - {right}:
        admin.do(b'SETACCOUNTRIGHTS bob ("%s")' % other.encode())
        assert bob.code((verb + rest).encode()) == 510
    assert admin.ask(SMTP) == b"201 {nTotal=#1;size=#0;}"
    admin.do(b'SETACCOUNTRIGHTS bob ("%s")' % right.encode())
    bob.do((verb + rest).encode())
    assert admin.ask(SMTP) == b"201 {}"


@pytest.mark.parametrize("argument", [
    "", "{}", "{queue=(a);}", "{queue=q;size=big;}", '{queue=q;size="-1";}', "{queue=q;size=#-1;}",
    "{queue=q;delayedTill=soon;}", "{queue=q;sender=#5;}",
])
def test_getmessagequeueinfo_never_sees_nonsense(admin, simulator, argument):
    with pytest.raises(Refusal):
        obey(simulator.service, "QUEUE " + argument)
    assert admin.ask(b"GETMESSAGEQUEUEINFO SMTP QUEUE q") == b"201 {}"


def test_getmessagequeueinfo_shows_a_delay_as_a_timestamp(admin, put, simulator):
    put('queue="example.org"; delayedTill=#T31-01-2030_12:00:00;')
    state = simulator.service.server.runtime.queues.state("SMTP", "example.org")
    assert state.delayed_till == Timestamp("T31-01-2030_12:00:00")
    assert b"delayedTill=#T31-01-2030_12:00:00;" in admin.ask(SMTP)
