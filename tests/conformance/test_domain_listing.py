# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Domain Administration: listings."""

from __future__ import annotations

import re

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.model.account import Account

OBJECTS = b"LISTDOMAINOBJECTS client1.example "


@pytest.fixture
def domain(admin):
    """A Domain with two Accounts, two aliases, two Forwarders, a Group and a mailing list."""
    admin.do(
        b"CREATEDOMAIN client1.example", b"CREATEACCOUNT bill@client1.example",
        b"CREATEACCOUNT anna@client1.example TextMailbox",
        b"SETACCOUNTALIASES bill@client1.example (william,boss)",
        b"CREATEFORWARDER fax@client1.example TO fax@example.org", b"CREATEFORWARDER Zoe@client1.example TO anna",
        b"CREATEGROUP staff@client1.example", b"CREATELIST news@client1.example FOR bill",
        b"CREATENAMEDTASK robot@client1.example FOR bill",
    )


# --- LISTACCOUNTS

def test_listaccounts_has_all_accounts_of_the_domain_as_keys(admin, domain):
    assert admin.ask(b"LISTACCOUNTS client1.example") == b"201 {anna=mbox;bill=macnt;}"


def test_listaccounts_without_a_name_is_for_the_own_domain(admin, domain):
    assert admin.ask(b"LISTACCOUNTS") == b"201 {pbx=macnt;postmaster=macnt;}"


def test_listaccounts_needs_an_existing_domain(admin):
    assert admin.code(b"LISTACCOUNTS nowhere.example") == 512


@pytest.mark.parametrize("account_type", [b"MailDirMailbox", b"SlicedMailbox", b"AGrade", b"BGrade", b"CGrade"])
def test_listaccounts_gives_every_account_type_a_file_extension_of_its_own(admin, domain, account_type):
    admin.do(b"CREATEACCOUNT x@client1.example " + account_type)
    reply = admin.ask(b"LISTACCOUNTS client1.example")
    extension = re.fullmatch(rb"201 \{anna=mbox;bill=macnt;x=(\w+);\}", reply).group(1)
    assert extension not in (b"mbox", b"macnt")


# --- LISTADMINDOMAINS

def test_listadmindomains_names_the_domain_itself_and_those_that_name_it_as_parent(admin):
    admin.do(
        b"CREATEDOMAIN client1.example", b"SETDOMAINALIASES client1.example (alias.example)",
        b"CREATEDOMAIN child.example {AdminDomainName=client1.example;}",
        b"CREATEDOMAIN second.example {AdminDomainName=Alias.Example;}",
        b"CREATEDOMAIN other.example {AdminDomainName=nowhere.example;}",
    )
    assert admin.ask(b"LISTADMINDOMAINS client1.example") == b"201 (child.example,client1.example,second.example)"
    assert admin.ask(b"LISTADMINDOMAINS child.example") == b"201 (child.example)"


def test_listadmindomains_without_a_name_is_for_the_own_domain(admin, connect):
    admin.do(
        b"CREATEDOMAIN client1.example", b"CREATEDOMAIN child.example {AdminDomainName=client1.example;}",
        b"CREATEACCOUNT bob@client1.example {Password=pass;}", b"SETACCOUNTRIGHTS bob@client1.example (Domain)",
    )
    assert connect("bob@client1.example", "pass").ask(b"LISTADMINDOMAINS") == b"201 (child.example,client1.example)"
    assert admin.ask(b"LISTADMINDOMAINS") == b"201 (example.com)"


def test_listadmindomains_heeds_a_parent_in_the_domain_defaults(admin):
    admin.do(
        b"CREATEDOMAIN client1.example", b"UPDATEDOMAINDEFAULTS {AdminDomainName=client1.example;}",
        b"CREATEDOMAIN child.example",
    )
    assert admin.ask(b"LISTADMINDOMAINS client1.example") == b"201 (example.com,child.example,client1.example)"


def test_listadmindomains_needs_an_existing_domain(admin):
    assert admin.code(b"LISTADMINDOMAINS nowhere.example") == 512


# --- LISTDOMAINOBJECTS: the elements of the reply

def test_listdomainobjects_gives_numeric_strings_and_the_objects_with_values_by_kind(admin, domain):
    """Number of Accounts; objects (extension, owner in an array, address in two); of aliases; of Forwarders."""
    assert admin.ask(OBJECTS + b"10 ACCOUNTS ALIASES FORWARDERS") == (
        b"201 (2,{Zoe=((anna));anna=mbox;bill=macnt;boss=(bill);fax=((fax@example.org));william=(bill);},2,2)"
    )


def test_listdomainobjects_has_a_cookie_only_if_one_was_sent(admin, domain):
    assert admin.ask(OBJECTS + b'10 ACCOUNTS COOKIE ""') == b'201 (2,{anna=mbox;bill=macnt;},2,2,"")'
    assert admin.ask(OBJECTS + b"10 ACCOUNTS") == b"201 (2,{anna=mbox;bill=macnt;},2,2)"
    assert admin.ask(OBJECTS + b"1 ACCOUNTS") == b"201 (2,{anna=mbox;},2,2)"


@pytest.mark.parametrize(("kinds", "listed"), [
    (b"", b"Zoe=((anna));anna=mbox;bill=macnt;boss=(bill);fax=((fax@example.org));william=(bill);"),
    (b"ACCOUNTS", b"anna=mbox;bill=macnt;"),
    (b"ALIASES", b"boss=(bill);william=(bill);"),
    (b"FORWARDERS", b"Zoe=((anna));fax=((fax@example.org));"),
    (b"ACCOUNTS ALIASES", b"anna=mbox;bill=macnt;boss=(bill);william=(bill);"),
    (b"ACCOUNTS FORWARDERS", b"Zoe=((anna));anna=mbox;bill=macnt;fax=((fax@example.org));"),
    (b"ALIASES FORWARDERS", b"Zoe=((anna));boss=(bill);fax=((fax@example.org));william=(bill);"),
])
def test_listdomainobjects_lists_the_kinds_that_keywords_name_and_counts_all(admin, domain, kinds, listed):
    assert admin.ask(OBJECTS + b"10 " + kinds) == b"201 (2,{%s},2,2)" % listed


@pytest.mark.parametrize(("wanted", "listed"), [
    (b"ill", b"bill=macnt;william=(bill);"), (b"BO", b"boss=(bill);"), (b"zo", b"Zoe=((anna));"), (b"nobody", b""),
    (b'"a@b"', b""), (b'""', b"Zoe=((anna));anna=mbox;bill=macnt;boss=(bill);fax=((fax@example.org));william=(bill);"),
])
def test_listdomainobjects_filter_takes_objects_whose_names_include_it(admin, domain, wanted, listed):
    assert admin.ask(OBJECTS + b"FILTER " + wanted + b" 10") == b"201 (2,{%s},2,2)" % listed


def test_listdomainobjects_limit_is_the_most_objects_that_are_listed(admin, domain):
    assert admin.ask(OBJECTS + b"2 ACCOUNTS ALIASES") == b"201 (2,{anna=mbox;bill=macnt;},2,2)"
    assert admin.ask(OBJECTS + b"0") == b"201 (2,{},2,2)"
    assert admin.ask(OBJECTS + b'"3" ACCOUNTS') == b"201 (2,{anna=mbox;bill=macnt;},2,2)"


@pytest.mark.parametrize("bad", [b"-1", b"many", b"", b"FILTER a", b"5 GROUPS"])
def test_listdomainobjects_refuses_a_limit_that_is_none(admin, domain, bad):
    assert admin.refused(OBJECTS + bad)


def test_listdomainobjects_of_an_empty_domain(admin):
    admin.do(b"CREATEDOMAIN client1.example")
    assert admin.ask(OBJECTS + b'5 COOKIE ""') == b'201 (0,{},0,0,"")'
    assert admin.code(b"LISTDOMAINOBJECTS nowhere.example 5") == 512


# --- LISTDOMAINOBJECTS: page by page

def page(admin, command, cookie):
    """The names on one page, and the new cookie."""
    reply = admin.ask(command + b' COOKIE "' + cookie + b'"')
    listed, new = re.fullmatch(rb'201 \(\d+,\{(.*)\},\d+,\d+,"?([^"]*)"?\)', reply).groups()
    return [pair.split(b"=")[0] for pair in listed.split(b";")[:-1]], new


def pages(admin, command):
    """All pages, each as a list of names."""
    names, cookie = page(admin, command, b"")
    found = [names]
    while cookie:
        names, cookie = page(admin, command, cookie)
        found.append(names)
    return found


@pytest.mark.parametrize(("limit", "sizes"), [(1, [1] * 6), (2, [2, 2, 2]), (4, [4, 2]), (6, [6]), (7, [6])])
def test_listdomainobjects_cookies_lead_through_everything_once(admin, domain, limit, sizes):
    found = pages(admin, OBJECTS + b"%d" % limit)
    assert [len(names) for names in found] == sizes
    assert sorted(sum(found, [])) == [b"Zoe", b"anna", b"bill", b"boss", b"fax", b"william"]


def test_listdomainobjects_cookies_lead_through_what_filter_and_keywords_take(admin, domain):
    assert pages(admin, OBJECTS + b"FILTER ill 1 ACCOUNTS ALIASES") == [[b"bill"], [b"william"]]
    assert pages(admin, OBJECTS + b"1 FORWARDERS") == [[b"fax"], [b"Zoe"]]


def test_listdomainobjects_cookie_is_empty_only_when_all_objects_are_returned(admin, domain):
    names, cookie = page(admin, OBJECTS + b"0", b"")
    assert names == [] and cookie
    assert len(page(admin, OBJECTS + b"9", cookie)[0]) == 6


@pytest.mark.parametrize("change", [
    b"DELETEACCOUNT anna@client1.example", b"DELETEACCOUNT bill@client1.example",
    b"DELETEFORWARDER fax@client1.example", b"CREATEACCOUNT aaa@client1.example",
    b"RENAMEACCOUNT anna@client1.example INTO zzz@client1.example",
], ids=["listed", "last listed", "to come", "new before", "listed moves behind"])
def test_listdomainobjects_pages_skip_nothing_that_stays_while_others_come_and_go(admin, domain, change):
    admin.do(b"CREATEACCOUNT carl@client1.example", b"CREATEACCOUNT dora@client1.example")
    first, cookie = page(admin, OBJECTS + b"2 ACCOUNTS FORWARDERS", b"")
    assert first == [b"anna", b"bill"]
    admin.do(b"DELETELIST news@client1.example", b"DELETENAMEDTASK robot@client1.example", change)
    second, cookie = page(admin, OBJECTS + b"9 ACCOUNTS FORWARDERS", cookie)
    staying = {b"Zoe", b"carl", b"dora"}
    assert staying <= set(second) and not {b"anna", b"bill", b"aaa"} & set(second) and not cookie


def test_listdomainobjects_pages_go_on_where_all_the_rest_is_gone(admin, domain):
    _first, cookie = page(admin, OBJECTS + b"1 ACCOUNTS", b"")
    admin.do(
        b"DELETELIST news@client1.example", b"DELETENAMEDTASK robot@client1.example",
        b"DELETEACCOUNT bill@client1.example",
    )
    assert page(admin, OBJECTS + b"1 ACCOUNTS", cookie) == ([], b"")


@pytest.mark.parametrize("cookie", [b"xyz", b"ff", b"after-ff", b"after-x", b'"after-61 "'])
def test_listdomainobjects_refuses_a_cookie_that_it_has_not_given(admin, domain, cookie):
    assert admin.code(OBJECTS + b"2 COOKIE " + cookie) == 501


class CountedObjects(dict):
    """A Domain's objects, with the number of those that were looked at."""

    looked_at = 0

    def __getitem__(self, name):
        self.looked_at += 1
        return super().__getitem__(name)


def test_listdomainobjects_looks_at_no_more_objects_than_a_page_has(admin, simulator):
    admin.do(b"CREATEDOMAIN client1.example")
    domain = simulator.service.server.find_domain("client1.example")
    for number in range(5000):
        domain.add(Account("u%04d" % number))
    domain.objects = CountedObjects(domain.objects)
    cookie, names = b"", []
    for _page in range(50):
        before = domain.objects.looked_at
        listed, cookie = page(admin, OBJECTS + b"100 ACCOUNTS", cookie)
        assert domain.objects.looked_at - before <= 101
        names += listed
    assert names == [b"u%04d" % number for number in range(5000)] and not cookie
