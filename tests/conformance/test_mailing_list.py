# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Mailing Lists Administration: the lists themselves."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def accounts(admin):
    admin.do(
        b"CREATEDOMAIN client.example", b"CREATEACCOUNT bob {Password=pass;}", b"CREATEACCOUNT ann {Password=pass;}",
        b"CREATEACCOUNT eve@client.example {Password=pass;}",
    )


@pytest.fixture
def news(admin):
    admin.do(b"CREATELIST news for bob")


# --- listings

def test_listlists_gives_the_names_of_the_lists_of_a_domain(admin):
    admin.do(b"CREATELIST news for bob", b"CREATELIST Sales FOR ann", b"CREATELIST other@client.example for eve")
    assert admin.ask(b"LISTLISTS") == b"201 (news,Sales)"
    assert admin.ask(b"LISTLISTS client.example") == b"201 (other)"
    assert admin.code(b"LISTLISTS missing.example") == 512


def test_getdomainlists_counts_the_subscribers_of_each_list_in_strings(admin):
    admin.do(
        b"CREATELIST news for bob", b"CREATELIST other for ann", b"LIST news feed a@example.org",
        b"LIST news digest b@example.org", b"CREATELIST far@client.example for eve",
        b"LIST far@client.example feed a@example.org",
    )
    assert admin.ask(b"GETDOMAINLISTS") == b"201 {news=2;other=0;}"
    assert admin.ask(b"GETDOMAINLISTS client.example") == b"201 {far=1;}"
    assert admin.code(b"GETDOMAINLISTS missing.example") == 512


def test_getdomainlists_does_not_count_who_has_left_or_has_not_confirmed(admin, news):
    admin.do(
        b"LIST news feed a@example.org", b"LIST news unsubscribe a@example.org",
        b"LIST news feed confirm b@example.org",
    )
    assert admin.ask(b"GETDOMAINLISTS") == b"201 {news=0;}"


def test_getaccountlists_gives_only_the_lists_of_one_owner(admin):
    admin.do(
        b"CREATELIST news for bob", b"CREATELIST other for ann", b"CREATELIST third for bob",
        b"LIST third feed a@example.org",
    )
    assert admin.ask(b"GETACCOUNTLISTS bob") == b"201 {news=0;third=1;}"
    assert admin.ask(b"GETACCOUNTLISTS eve@client.example") == b"201 {}"
    assert admin.code(b"GETACCOUNTLISTS nobody") == 513


def test_getaccountlists_leaves_named_tasks_out(admin):
    admin.do(b"CREATENAMEDTASK robot FOR bob")
    assert admin.ask(b"GETACCOUNTLISTS bob") == b"201 {}"


# --- creation, renaming, deletion

def test_createlist_makes_a_list_that_belongs_to_an_account(admin):
    admin.do(b"CREATELIST news for bob")
    assert admin.ask(b"GETLIST news") == b"201 {Owner=bob;}"
    assert admin.ask(b"GETACCOUNTLISTS bob") == b"201 {news=0;}"


def test_createlist_takes_the_users_domain_when_the_name_has_none(admin):
    admin.do(b"CREATELIST news for bob", b"CREATELIST news@client.example for eve")
    assert admin.ask(b"GETLIST news@example.com") == b"201 {Owner=bob;}"
    assert admin.ask(b"GETLIST news@client.example") == b"201 {Owner=eve;}"
    assert admin.code(b"CREATELIST news@missing.example for bob") == 512


@pytest.mark.parametrize("command", [
    b"CREATELIST news for nobody", b"CREATELIST news@client.example for bob", b"CREATELIST news for bob@example.com",
])
def test_createlist_needs_an_owner_that_is_an_account_of_the_lists_domain(admin, command):
    assert admin.code(command) == 513
    assert admin.ask(b"LISTLISTS") == b"201 ()"
    assert admin.ask(b"LISTLISTS client.example") == b"201 ()"


@pytest.mark.parametrize(("taken", "code"), [
    (b"CREATEACCOUNT news", b"520"), (b"SETACCOUNTALIASES ann (news)", b"521"), (b"CREATEGROUP news", b"523"),
    (b"CREATEFORWARDER news TO x@example.org", b"524"), (b"CREATENAMEDTASK news FOR ann", b"501"),
    (b"CREATELIST news for ann", b"522"),
])
def test_createlist_shares_the_names_of_its_domain_with_all_other_objects(admin, taken, code):
    admin.do(taken)
    reply = admin.ask(b"CREATELIST NEWS for bob")
    assert reply.startswith(code + b" ") and b"already exists" in reply
    assert admin.ask(b"GETACCOUNTLISTS bob") == b"201 {}"


def test_createlist_stays_within_the_limit_of_the_domain(admin):
    admin.do(b"UPDATEDOMAINSETTINGS client.example {ListsLimit=1;}", b"CREATELIST one@client.example for eve")
    assert admin.code(b"CREATELIST two@client.example for eve") == 501
    assert admin.ask(b"LISTLISTS client.example") == b"201 (one)"


def test_renamelist_keeps_settings_owner_and_subscribers(admin, news):
    admin.do(
        b"UPDATELIST news {Charset=x;}", b"LIST news feed a@example.org", b"RENAMELIST news into letters",
    )
    assert admin.ask(b"GETLIST letters") == b"201 {Charset=x;Owner=bob;}"
    assert admin.ask(b"LISTSUBSCRIBERS letters") == b"201 (a@example.org)"
    assert admin.code(b"GETLIST news") == 501


@pytest.mark.parametrize(("command", "code"), [
    (b"RENAMELIST news into letters@client.example", 525), (b"RENAMELIST news into ann", 520),
    (b"RENAMELIST missing into letters", 501), (b"RENAMELIST bob into letters", 501),
    (b"RENAMELIST news@missing.example into letters", 512),
])
def test_renamelist_takes_a_free_name_without_a_domain(admin, news, command, code):
    assert admin.code(command) == code
    assert admin.ask(b"LISTLISTS") == b"201 (news)"


def test_deletelist_removes_the_list_and_its_subscribers(admin, news):
    admin.do(b"LIST news feed a@example.org", b"DELETELIST NEWS")
    assert admin.ask(b"LISTLISTS") == b"201 ()"
    assert admin.code(b"DELETELIST news") == 501
    admin.do(b"CREATELIST news for ann")
    assert admin.ask(b"LISTSUBSCRIBERS news") == b"201 ()"


def test_deletelist_takes_nothing_but_lists(admin):
    assert admin.code(b"DELETELIST bob") == 501
    assert b"bob=" in admin.ask(b"LISTACCOUNTS")


def test_getaccountlists_follows_an_owner_that_is_renamed(admin, news):
    admin.do(b"RENAMEACCOUNT bob into rob")
    assert admin.ask(b"GETACCOUNTLISTS rob") == b"201 {news=0;}"
    assert admin.ask(b"GETLIST news") == b"201 {Owner=rob;}"


# --- the Domain that is meant when none is named

@pytest.fixture
def adam(admin, connect):
    """An administrator of client.example, where there is a list of the same name as one in the main Domain."""
    admin.do(
        b"CREATEACCOUNT adam@client.example {Password=pass;}", b"SETACCOUNTRIGHTS adam@client.example (CanCreateLists)",
        b"CREATELIST news for bob", b"CREATELIST news@client.example for eve",
    )
    return connect("adam@client.example", "pass")


@pytest.mark.parametrize(("command", "lists"), [
    (b"CREATELIST new for eve", b"(new,news)"), (b"RENAMELIST news into letters", b"(letters)"),
    (b"DELETELIST news", b"()"),
], ids=["CREATELIST", "RENAMELIST", "DELETELIST"])
def test_a_list_name_without_a_domain_is_one_of_the_users_domain(admin, adam, command, lists):
    adam.do(command)
    assert admin.ask(b"LISTLISTS client.example") == b"201 " + lists
    assert admin.ask(b"LISTLISTS") == b"201 (news)"


@pytest.mark.parametrize(("command", "answer"), [
    (b"LISTLISTS", b"(news)"), (b"GETDOMAINLISTS", b"{news=1;}"),
], ids=["LISTLISTS", "GETDOMAINLISTS"])
def test_without_a_domain_the_lists_of_the_users_domain_are_told(admin, adam, command, answer):
    admin.do(b"LIST news@client.example feed a@example.org", b"CREATELIST other for bob")
    assert adam.ask(command) == b"201 " + answer


@pytest.mark.parametrize("name", [b'""', b'"a b"', b"a/b", b'"a@b@example.com"'])
@pytest.mark.parametrize("command", [b"CREATELIST %s for bob", b"RENAMELIST news into %s"],
                         ids=["CREATELIST", "RENAMELIST"])
def test_a_list_cannot_have_an_illegal_name(admin, news, command, name):
    assert admin.code(command % name) == 525
    assert admin.ask(b"LISTLISTS") == b"201 (news)"


# --- settings

def test_updatelist_leaves_omitted_settings_as_they_are(admin, news):
    admin.do(b"UPDATELIST news {Subscribe=anybody;Charset=x;}", b"UPDATELIST news {Charset=y;SizeLimit=#5;}")
    assert admin.ask(b"GETLIST news") == b"201 {Charset=y;Owner=bob;SizeLimit=#5;Subscribe=anybody;}"


def test_updatelist_gives_the_list_to_another_account_of_its_domain(admin, news):
    admin.do(b"UPDATELIST news {Owner=ann;}")
    assert admin.ask(b"GETACCOUNTLISTS ann") == b"201 {news=0;}"
    assert admin.code(b"UPDATELIST news {Owner=eve;Charset=x;}") == 513
    assert admin.code(b"UPDATELIST news {Owner=(ann);}") == 513
    assert admin.ask(b"GETLIST news") == b"201 {Owner=ann;}"


@pytest.mark.parametrize("command", [b"GETLIST %s", b"UPDATELIST %s {}"], ids=["GETLIST", "UPDATELIST"])
def test_a_list_that_is_none_has_no_settings(admin, command):
    assert admin.code(command % b"missing") == 501
    assert admin.code(command % b"bob") == 501
    assert admin.code(command % b"news@missing.example") == 512


# --- who may

OWNERS_COMMANDS = {
    "GETLIST": b"GETLIST %s", "UPDATELIST": b"UPDATELIST %s {}", "LIST": b"LIST %s null a@example.org",
    "LISTSUBSCRIBERS": b"LISTSUBSCRIBERS %s", "READSUBSCRIBERS": b"READSUBSCRIBERS %s",
    "GETSUBSCRIBERINFO": b"GETSUBSCRIBERINFO %s NAME a@example.org",
    "SETPOSTINGMODE": b"SETPOSTINGMODE %s FOR a@example.org SPECIAL",
    "PROCESSBOUNCE": b"PROCESSBOUNCE %s FOR a@example.org",
}
CREATORS_COMMANDS = {
    "CREATELIST": b"CREATELIST new@client.example for eve", "RENAMELIST": b"RENAMELIST far@client.example into near",
    "DELETELIST": b"DELETELIST far@client.example",
}


@pytest.mark.parametrize("verb", OWNERS_COMMANDS)
def test_the_owner_may_use_the_own_list_only(admin, connect, verb):
    admin.do(b"CREATELIST mine for bob", b"CREATELIST other for ann")
    admin.do(b"LIST mine feed a@example.org", b"LIST other feed a@example.org")
    bob, command = connect("bob", "pass"), OWNERS_COMMANDS[verb]
    assert bob.ask(command % b"mine").startswith(b"20")
    before = admin.ask(b"READSUBSCRIBERS other")
    assert bob.code(command % b"other") == 510
    assert admin.ask(b"READSUBSCRIBERS other") == before


@pytest.mark.parametrize("verb", OWNERS_COMMANDS)
def test_a_domain_administrator_needs_canaccesslists_for_the_lists_of_others(admin, connect, verb):
    admin.do(
        b"CREATEACCOUNT adam@client.example {Password=pass;}", b"SETACCOUNTRIGHTS adam@client.example (CanCreateLists)",
        b"CREATELIST far@client.example for eve", b"LIST far@client.example feed a@example.org",
    )
    adam, command = connect("adam@client.example", "pass"), OWNERS_COMMANDS[verb]
    assert adam.code(command % b"far") == 510
    admin.do(b"SETACCOUNTRIGHTS adam@client.example (CanAccessLists)")
    assert adam.ask(command % b"far").startswith(b"20")
    admin.do(b"CREATELIST news for bob")
    assert adam.code(command % b"news@example.com") == 510


@pytest.mark.parametrize("verb", CREATORS_COMMANDS)
def test_a_domain_administrator_needs_cancreatelists_to_make_and_remove_lists(admin, connect, verb):
    admin.do(
        b"CREATEACCOUNT adam@client.example {Password=pass;}", b"SETACCOUNTRIGHTS adam@client.example (CanAccessLists)",
        b"CREATELIST far@client.example for eve",
    )
    adam = connect("adam@client.example", "pass")
    assert adam.code(CREATORS_COMMANDS[verb]) == 510
    assert admin.ask(b"LISTLISTS client.example") == b"201 (far)"
    admin.do(b"SETACCOUNTRIGHTS adam@client.example (CanCreateLists)")
    adam.do(CREATORS_COMMANDS[verb])


@pytest.mark.parametrize("verb", CREATORS_COMMANDS)
def test_the_owner_of_a_list_may_neither_make_nor_rename_nor_remove_one(admin, connect, verb):
    admin.do(b"CREATELIST far@client.example for eve")
    assert connect("eve@client.example", "pass").code(CREATORS_COMMANDS[verb]) == 510
    assert admin.ask(b"LISTLISTS client.example") == b"201 (far)"


@pytest.mark.parametrize("command", [
    b"LISTLISTS client.example", b"GETDOMAINLISTS client.example", b"GETACCOUNTLISTS eve@client.example",
], ids=["LISTLISTS", "GETDOMAINLISTS", "GETACCOUNTLISTS"])
def test_listings_are_for_the_administrators_of_the_domain(admin, connect, command):
    assert connect("eve@client.example", "pass").code(command) == 510
    admin.do(b"SETACCOUNTRIGHTS eve@client.example (BasicSettings)")
    eve = connect("eve@client.example", "pass")
    assert eve.ask(command).startswith(b"201 ")
    assert eve.code(command.replace(b"client.example", b"example.com").replace(b"eve", b"bob")) == 510
