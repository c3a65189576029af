# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Mailing Lists Administration: the subscribers.

What the settings of a list do is this simulator's choice, which model/subscribers.py describes.
"""

from __future__ import annotations

import re

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.answers.refusals import Refusal
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.language import CONTROLS
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from support.hand_clock import HandClock

A = b"a@example.org"
INFO = b"GETSUBSCRIBERINFO news NAME " + A


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def simulator(options, clock):
    with Embedded(options, clock) as running:
        yield running


@pytest.fixture(autouse=True)
def news(admin):
    admin.do(b"CREATEACCOUNT bob", b"CREATELIST news for bob")


def info(wire, address=A):
    """GETSUBSCRIBERINFO without the confirmation ID, whose form the manual does not tell."""
    reply = wire.ask(b"GETSUBSCRIBERINFO news NAME " + address)
    found = re.fullmatch(rb"201 \{(?:RealName=[^;]*;|bounces=\d+;)*(confirmationID=\w{8,};).*\}", reply)
    return reply[4:].replace(found.group(1), b"") if found else reply[4:]


def world(simulator, word, **values):
    """Something happens that is no command."""
    CONTROLS[word](simulator.service, values)


# --- LIST

@pytest.mark.parametrize("mode", [b"feed", b"digest", b"index", b"null", b"banned"])
def test_list_subscribes_in_the_mode_that_the_operation_names(admin, mode):
    admin.do(b"LIST news %s a@example.org" % mode)
    assert info(admin) == b"{mode=%s;posts=0;timeSubscribed=20300131120000;}" % mode
    assert admin.ask(b"LISTSUBSCRIBERS news") == b"201 (a@example.org)"


def test_list_takes_operations_and_keywords_in_any_case(admin):
    admin.do(b"List NEWS@EXAMPLE.COM FEED SILENTLY a@example.org")
    assert admin.ask(b"LISTSUBSCRIBERS news") == b"201 (a@example.org)"


def test_list_refuses_other_operations(admin):
    assert admin.code(b"LIST news remove a@example.org") == 500
    assert admin.ask(b"LISTSUBSCRIBERS news") == b"201 ()"


def test_list_subscribe_gives_the_mode_that_the_list_distributes_in(admin):
    admin.do(b"LIST news subscribe a@example.org", b"UPDATELIST news {Distribution=digest;}")
    admin.do(b"LIST news subscribe b@example.org", b"UPDATELIST news {Distribution=nonsense;}")
    admin.do(b"LIST news subscribe c@example.org")
    assert [info(admin, name).split(b";")[0] for name in (A, b"b@example.org", b"c@example.org")] == [
        b"{mode=feed", b"{mode=digest", b"{mode=feed"
    ]


def test_list_changes_the_mode_of_a_subscriber(admin, clock):
    admin.do(b"LIST news feed a@example.org")
    clock.forward(days=1)
    admin.do(b"LIST news index a@example.org", b"LIST news subscribe a@example.org")
    assert info(admin) == b"{mode=index;posts=0;timeSubscribed=20300131120000;}"


def test_list_takes_the_comment_as_the_real_name(admin):
    admin.do(b'LIST news@example.com FEED "Bill Jones" <BJones@example.org>')
    assert admin.ask(b"LISTSUBSCRIBERS news") == b"201 (BJones@example.org)"
    assert b'RealName="Bill Jones";' in info(admin, b"BJones@example.org")


def test_list_keeps_the_real_name_unless_there_is_a_new_one(admin):
    admin.do(b'LIST news feed "The \\"A\\"" <a@example.org>', b"LIST news digest a@example.org")
    assert b'RealName="The \\"A\\"";' in admin.ask(INFO)
    admin.do(b"LIST news digest Anne <a@example.org>")
    assert b"RealName=Anne;" in admin.ask(INFO)


def test_list_takes_two_spellings_of_an_address_for_one(admin):
    admin.do(b"LIST news feed a@example.org", b"LIST news digest A@EXAMPLE.ORG")
    assert admin.ask(b"LISTSUBSCRIBERS news") == b"201 (a@example.org)"
    assert b"mode=digest;" in admin.ask(b"GETSUBSCRIBERINFO news NAME a@Example.Org")


def test_list_takes_an_address_without_a_domain_in_the_domain_of_the_list(admin):
    admin.do(b"LIST news feed bob")
    assert admin.ask(b"LISTSUBSCRIBERS news") == b"201 (bob@example.com)"


@pytest.mark.parametrize("address", [b"", b"a b@example.org", b"<a@example.org", b"@example.org", b"a@"])
def test_list_refuses_what_is_no_address(admin, address):
    assert admin.refused(b"LIST news feed " + address)
    assert admin.ask(b"LISTSUBSCRIBERS news") == b"201 ()"


def test_list_unsubscribes(admin):
    admin.do(b"LIST news feed a@example.org", b"LIST news feed b@example.org", b"LIST news unsubscribe a@example.org")
    assert admin.ask(b"LISTSUBSCRIBERS news") == b"201 (b@example.org)"
    assert admin.code(b"LIST news unsubscribe a@example.org") == 501
    assert admin.code(b"LIST news unsubscribe silently nobody@example.org") == 501


def test_list_silently_sends_no_message_and_does_the_same(admin):
    admin.do(b"LIST news feed silently a@example.org", b"LIST news feed silently b@example.org")
    admin.do(b"LIST news unsubscribe silently b@example.org")
    assert admin.ask(b"LISTSUBSCRIBERS news") == b"201 (a@example.org)"


@pytest.mark.parametrize("keywords", [b"confirm", b"silently confirm"])
def test_list_confirm_waits_for_the_subscriber(admin, simulator, clock, keywords):
    admin.do(b"LIST news digest " + keywords + b" a@example.org")
    assert admin.ask(b"LISTSUBSCRIBERS news") == b"201 ()"
    clock.forward(seconds=5)
    world(simulator, "CONFIRM", list="news@example.com", subscriber="a@example.org")
    assert info(admin) == b"{mode=digest;posts=0;timeSubscribed=20300131120005;}"
    assert admin.ask(b"LISTSUBSCRIBERS news") == b"201 (a@example.org)"


def test_list_confirm_takes_a_comment_in_the_form_of_the_manuals_sample(admin, simulator):
    admin.do(b'LIST news@example.com FEED confirm "Bill Jones" <BJones@example.org>')
    asked = info(admin, b"BJones@example.org")
    assert asked == b'{RealName="Bill Jones";mode=subscribe;posts=0;timeSubscribed=20300131120000;}'
    world(simulator, "CONFIRM", list="news", subscriber="BJones@example.org")
    confirmed = info(admin, b"BJones@example.org")
    assert confirmed == b'{RealName="Bill Jones";mode=feed;posts=0;timeSubscribed=20300131120000;}'


def test_list_confirm_gives_a_subscriber_the_new_real_name_with_the_answer(admin, simulator):
    admin.do(b"LIST news feed Ann <a@example.org>", b'LIST news digest confirm "Ann Lee" <a@example.org>')
    assert info(admin) == b"{RealName=Ann;mode=feed;posts=0;timeSubscribed=20300131120000;}"
    world(simulator, "CONFIRM", list="news", subscriber="a@example.org")
    assert info(admin) == b'{RealName="Ann Lee";mode=digest;posts=0;timeSubscribed=20300131120000;}'
    admin.do(b"LIST news index confirm a@example.org")
    world(simulator, "CONFIRM", list="news", subscriber="a@example.org")
    assert info(admin) == b'{RealName="Ann Lee";mode=index;posts=0;timeSubscribed=20300131120000;}'


def test_list_confirm_leaves_a_subscriber_alone_until_the_answer(admin, simulator):
    admin.do(b"LIST news feed a@example.org", b"LIST news unsubscribe confirm a@example.org")
    assert admin.ask(b"LISTSUBSCRIBERS news") == b"201 (a@example.org)"
    world(simulator, "CONFIRM", list="news", subscriber="a@example.org")
    assert admin.ask(b"LISTSUBSCRIBERS news") == b"201 ()"
    assert admin.code(b"LIST news unsubscribe confirm a@example.org") == 501


def test_list_without_confirm_makes_a_waiting_subscriber_a_real_one(admin, simulator):
    admin.do(b"LIST news feed confirm a@example.org", b"LIST news index a@example.org")
    assert admin.ask(b"LISTSUBSCRIBERS news") == b"201 (a@example.org)"
    with pytest.raises(Refusal):
        world(simulator, "CONFIRM", list="news", subscriber="a@example.org")


@pytest.mark.parametrize("command", [
    b"LIST %s feed a@example.org", b"LISTSUBSCRIBERS %s", b"READSUBSCRIBERS %s",
    b"GETSUBSCRIBERINFO %s NAME a@example.org", b"SETPOSTINGMODE %s FOR a@example.org",
    b"PROCESSBOUNCE %s FOR a@example.org",
], ids=["LIST", "LISTSUBSCRIBERS", "READSUBSCRIBERS", "GETSUBSCRIBERINFO", "SETPOSTINGMODE", "PROCESSBOUNCE"])
def test_there_must_be_such_a_list(admin, command):
    assert admin.code(command % b"missing") == 501
    assert admin.code(command % b"bob") == 501
    assert admin.code(command % b"news@missing.example") == 512


# --- LISTSUBSCRIBERS and READSUBSCRIBERS

@pytest.fixture
def three(admin):
    admin.do(
        b"LIST news feed carl@example.org", b"LIST news digest anna@client.example", b"LIST news null bert@example.org"
    )


@pytest.mark.parametrize(("parts", "found"), [
    (b"", b"(anna@client.example,bert@example.org,carl@example.org)"),
    (b" FILTER example.org", b"(bert@example.org,carl@example.org)"),
    (b" FILTER EXAMPLE.ORG", b"(bert@example.org,carl@example.org)"),
    (b' FILTER "" 2', b"(anna@client.example,bert@example.org)"),
    (b" FILTER example.org 1", b"(bert@example.org)"),
    (b" FILTER example.org 0", b"()"),
    (b" FILTER * 9", b"()"),
])
def test_listsubscribers_filters_by_a_contained_string_and_limits(admin, three, parts, found):
    assert admin.ask(b"LISTSUBSCRIBERS news" + parts) == b"201 " + found


@pytest.mark.parametrize("verb", [b"LISTSUBSCRIBERS", b"READSUBSCRIBERS"], ids=["LISTSUBSCRIBERS", "READSUBSCRIBERS"])
def test_a_limit_goes_with_a_filter_and_is_not_negative(admin, three, verb):
    assert admin.code(verb + b' news FILTER "" -1') == 501
    assert admin.code(verb + b" news 1") == 500


def test_readsubscribers_gives_the_total_and_a_dictionary_for_each(admin, three):
    since = b"subscribeTime=#T31-01-2030_12:00:00;"
    assert admin.ask(b"READSUBSCRIBERS news FILTER bert") == (
        b"201 (#3,({Sub=bert@example.org;mode=null;posts=#0;%s}))" % since
    )
    assert admin.ask(b'READSUBSCRIBERS news FILTER "" 2') == (
        b"201 (#3,({Sub=anna@client.example;mode=digest;posts=#0;%s},{Sub=bert@example.org;mode=null;posts=#0;%s}))"
        % (since, since)
    )
    assert admin.ask(b"READSUBSCRIBERS news FILTER nobody") == b"201 (#3,())"


def test_readsubscribers_tells_real_names_postings_and_bounces_where_there_are_any(admin, simulator, clock):
    admin.do(b'LIST news feed "Bill Jones" <a@example.org>')
    world(simulator, "POSTING", list="news@example.com", subscriber="a@example.org")
    clock.forward(seconds=90)
    admin.do(b"PROCESSBOUNCE news FOR a@example.org")
    assert admin.ask(b"READSUBSCRIBERS news") == (
        b'201 (#1,({RealName="Bill Jones";Sub=a@example.org;bounces=#1;lastBounceTime=#T31-01-2030_12:01:30;mode=feed;'
        b"posts=#1;subscribeTime=#T31-01-2030_12:00:00;}))"
    )


def test_listsubscribers_copes_with_a_hundred_thousand(admin, simulator):
    lines = b"".join(b"LIST news feed silently s%d@example.org\r\n" % number for number in range(1000))
    admin.send(lines)
    assert {admin.line() for _number in range(1000)} == {b"200 OK"}
    subscribers = simulator.service.server.main_domain.find("news").subscribers
    now = simulator.service.clock.now()
    for number in range(1000, 100_000):
        subscribers.apply("s%d@example.org" % number, "", "feed", {}, now)
    assert admin.ask(b"GETDOMAINLISTS") == b"201 {news=100000;}"
    assert admin.ask(b"LISTSUBSCRIBERS news").count(b"@") == 100_000
    assert admin.ask(b"LISTSUBSCRIBERS news FILTER s99999@") == b"201 (s99999@example.org)"
    admin.do(b"LIST news unsubscribe s50000@example.org")
    assert admin.ask(b"GETDOMAINLISTS") == b"201 {news=99999;}"


# --- GETSUBSCRIBERINFO

def test_getsubscriberinfo_is_empty_for_who_is_no_subscriber(admin):
    assert admin.ask(INFO) == b"201 {}"


def test_getsubscriberinfo_has_a_confirmation_id_of_its_own_for_each(admin):
    admin.do(b"LIST news feed a@example.org", b"LIST news feed b@example.org")
    identifiers = re.findall(rb"confirmationID=(\w+);", admin.ask(INFO) + admin.ask(INFO.replace(A, b"b@example.org")))
    assert len(set(identifiers)) == 2
    assert re.search(rb"confirmationID=(\w+);", admin.ask(INFO)).group(1) == identifiers[0]


def test_getsubscriberinfo_says_subscribe_until_the_subscription_is_confirmed(admin):
    admin.do(b"LIST news digest confirm a@example.org")
    assert b"mode=subscribe;" in admin.ask(INFO)


def test_getsubscriberinfo_says_unsubscribe_until_the_address_is_removed(admin, clock):
    admin.do(b"LIST news feed a@example.org", b"LIST news unsubscribe a@example.org")
    assert b"mode=unsubscribe;" in admin.ask(INFO)
    clock.forward(days=6, hours=23)
    assert b"mode=unsubscribe;" in admin.ask(INFO)
    clock.forward(hours=1)
    assert admin.ask(INFO) == b"201 {}"


def test_getsubscriberinfo_forgets_who_left_after_the_cleanup_period_of_the_list(admin, clock):
    admin.do(b"UPDATELIST news {CleanupPeriod=1h;}", b"LIST news feed a@example.org")
    admin.do(b"LIST news unsubscribe a@example.org")
    clock.forward(minutes=59)
    assert b"mode=unsubscribe;" in admin.ask(INFO)
    clock.forward(minutes=1)
    assert admin.ask(INFO) == b"201 {}"


def test_getsubscriberinfo_counts_postings_in_a_string(admin, simulator):
    admin.do(b"LIST news feed a@example.org")
    world(simulator, "POSTING", list="news@example.com", subscriber="a@example.org")
    world(simulator, "POSTING", list="news@example.com", subscriber="a@example.org")
    assert info(admin) == b"{mode=feed;posts=2;timeSubscribed=20300131120000;}"


def test_getsubscriberinfo_knows_a_subscriber_who_comes_back(admin, simulator, clock):
    admin.do(b"LIST news feed a@example.org")
    world(simulator, "POSTING", list="news@example.com", subscriber="a@example.org")
    admin.do(b"PROCESSBOUNCE news FOR a@example.org", b"LIST news unsubscribe a@example.org")
    clock.forward(days=1)
    admin.do(b"LIST news index a@example.org")
    assert info(admin) == b"{mode=index;posts=1;timeSubscribed=20300201120000;}"


# --- SETPOSTINGMODE

@pytest.mark.parametrize(("mode", "posts"), [
    (b"SPECIAL", b"special"), (b"MODERATEALL", b"moderateAll"), (b"PROHIBITED", b"prohibited"), (b"3", b"(3)"),
    (b"UNMODERATED", b"0"), (b"0", b"0"), (b"", b"0"), (b"moderateall", b"moderateAll"),
])
def test_setpostingmode_shows_in_the_postings_of_the_subscriber(admin, mode, posts):
    admin.do(b"LIST news feed a@example.org", b"SETPOSTINGMODE news FOR a@example.org 7")
    admin.do(b"SETPOSTINGMODE news FOR a@example.org " + mode if mode else b"SETPOSTINGMODE news FOR a@example.org")
    assert b"posts=" + posts + b";" in admin.ask(INFO)


def test_setpostingmode_moderates_the_next_postings_only(admin, simulator):
    admin.do(b"LIST news feed a@example.org", b"SETPOSTINGMODE news FOR a@example.org 2")
    world(simulator, "POSTING", list="news", subscriber="a@example.org")
    assert b"posts=(1);" in admin.ask(INFO)
    world(simulator, "POSTING", list="news", subscriber="a@example.org")
    assert b"posts=2;" in admin.ask(INFO)


def test_setpostingmode_prohibited_keeps_postings_away(admin, simulator):
    admin.do(b"LIST news feed a@example.org", b"SETPOSTINGMODE news FOR a@example.org PROHIBITED")
    with pytest.raises(Refusal):
        world(simulator, "POSTING", list="news", subscriber="a@example.org")
    assert b"posts=#0;" in admin.ask(b"READSUBSCRIBERS news")


@pytest.mark.parametrize(("command", "code"), [
    (b"SETPOSTINGMODE news FOR a@example.org -1", 501), (b"SETPOSTINGMODE news FOR a@example.org SOMETIMES", 500),
    (b"SETPOSTINGMODE news FOR b@example.org SPECIAL", 501), (b"SETPOSTINGMODE news FOR gone@example.org SPECIAL", 501),
])
def test_setpostingmode_needs_a_subscriber_and_a_mode(admin, command, code):
    admin.do(b"LIST news feed gone@example.org", b"LIST news unsubscribe gone@example.org")
    admin.do(b"LIST news feed a@example.org")
    assert admin.code(command) == code
    assert b"posts=0;" in admin.ask(INFO)


def test_list_moderates_the_first_postings_of_who_subscribes_if_the_list_says_so(admin):
    admin.do(b"UPDATELIST news {FirstModerated=2;}", b"LIST news feed a@example.org")
    assert b"posts=(2);" in admin.ask(INFO)


# --- PROCESSBOUNCE

def test_processbounce_counts_and_notes_the_time(admin, clock):
    admin.do(b"LIST news feed a@example.org", b"PROCESSBOUNCE news FOR a@example.org")
    clock.forward(hours=1)
    admin.do(b"PROCESSBOUNCE news FOR A@Example.Org")
    assert info(admin) == b"{bounces=2;lastBounced=20300131130000;mode=feed;posts=0;timeSubscribed=20300131120000;}"


def test_processbounce_fatal_weighs_what_the_list_says(admin):
    admin.do(b"UPDATELIST news {FatalWeight=5;}", b"LIST news feed a@example.org")
    admin.do(b"PROCESSBOUNCE news FOR a@example.org", b"PROCESSBOUNCE news FATAL FOR a@example.org")
    assert b"bounces=6;" in admin.ask(INFO)


def test_processbounce_fatal_counts_once_when_the_list_says_nothing(admin):
    admin.do(b"LIST news feed a@example.org", b"PROCESSBOUNCE news FATAL FOR a@example.org")
    assert b"bounces=1;" in admin.ask(INFO)


def test_processbounce_does_not_count_within_the_cool_off_period(admin, clock):
    admin.do(b"UPDATELIST news {CoolOffPeriod=1h;}", b"LIST news feed a@example.org")
    admin.do(b"PROCESSBOUNCE news FOR a@example.org")
    clock.forward(minutes=59)
    admin.do(b"PROCESSBOUNCE news FOR a@example.org")
    assert b"bounces=1;" in admin.ask(INFO)
    assert b"lastBounced=20300131125900;" in admin.ask(INFO)
    clock.forward(hours=1)
    admin.do(b"PROCESSBOUNCE news FOR a@example.org")
    assert b"bounces=2;" in admin.ask(INFO)


def test_processbounce_unsubscribes_who_bounces_too_often(admin):
    admin.do(b"UPDATELIST news {MaxBounces=2;}", b"LIST news feed a@example.org")
    admin.do(b"PROCESSBOUNCE news FOR a@example.org")
    assert admin.ask(b"LISTSUBSCRIBERS news") == b"201 (a@example.org)"
    admin.do(b"PROCESSBOUNCE news FOR a@example.org")
    assert admin.ask(b"LISTSUBSCRIBERS news") == b"201 ()"
    assert b"mode=unsubscribe;" in admin.ask(INFO)


def test_processbounce_waits_for_the_period_that_the_list_grants(admin, clock):
    admin.do(b"UPDATELIST news {MaxBounces=2;UnsubBouncedPeriod=7d;}", b"LIST news feed a@example.org")
    admin.do(b"PROCESSBOUNCE news FOR a@example.org", b"PROCESSBOUNCE news FOR a@example.org")
    clock.forward(days=6)
    admin.do(b"PROCESSBOUNCE news FOR a@example.org")
    assert admin.ask(b"LISTSUBSCRIBERS news") == b"201 (a@example.org)"
    clock.forward(days=1)
    admin.do(b"PROCESSBOUNCE news FOR a@example.org")
    assert admin.ask(b"LISTSUBSCRIBERS news") == b"201 ()"


def test_processbounce_of_an_unlimited_list_never_unsubscribes(admin):
    admin.do(b'UPDATELIST news {MaxBounces="-1";}', b"LIST news feed a@example.org")
    admin.do(*[b"PROCESSBOUNCE news FATAL FOR a@example.org"] * 50)
    assert admin.ask(b"LISTSUBSCRIBERS news") == b"201 (a@example.org)"


def test_processbounce_needs_a_subscriber(admin):
    admin.do(b"LIST news feed confirm a@example.org")
    assert admin.code(b"PROCESSBOUNCE news FOR a@example.org") == 501
    assert admin.code(b"PROCESSBOUNCE news FOR nobody@example.org") == 501
