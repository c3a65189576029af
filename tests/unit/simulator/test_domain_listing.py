# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Domain Administration: listings."""

from __future__ import annotations

import re

import pytest

OBJECTS = b"LISTDOMAINOBJECTS client1.com "


@pytest.fixture
def domain(admin):
    """A Domain with two Accounts, two aliases, two Forwarders, a Group and a mailing list."""
    admin.do(
        b"CREATEDOMAIN client1.com", b"CREATEACCOUNT bill@client1.com", b"CREATEACCOUNT anna@client1.com TextMailbox",
        b"SETACCOUNTALIASES bill@client1.com (william,boss)", b"CREATEFORWARDER fax@client1.com TO fax@example.org",
        b"CREATEFORWARDER Zoe@client1.com TO anna", b"CREATEGROUP staff@client1.com",
        b"CREATELIST news@client1.com for bill",
    )


def test_listaccounts_gives_names_and_file_extensions(admin, domain):
    assert admin.ask(b"LISTACCOUNTS client1.com") == b"201 {anna=tmbox;bill=macnt;}"
    assert admin.ask(b"LISTACCOUNTS") == b"201 {postmaster=macnt;}"
    assert admin.code(b"LISTACCOUNTS nowhere.example") == 512


@pytest.mark.parametrize("account_type", [b"MailDirMailbox", b"SlicedMailbox", b"AGrade", b"BGrade", b"CGrade"])
def test_every_account_type_has_an_extension_of_its_own(admin, domain, account_type):
    admin.do(b"CREATEACCOUNT x@client1.com " + account_type)
    reply = admin.ask(b"LISTACCOUNTS client1.com")
    assert re.fullmatch(rb"201 \{anna=tmbox;bill=macnt;x=(\w+);\}", reply).group(1) not in (b"tmbox", b"macnt")


def test_objects_are_listed_with_values_by_kind_and_the_totals(admin, domain):
    assert admin.ask(OBJECTS + b"10 ACCOUNTS ALIASES FORWARDERS") == (
        b"201 (2,{Zoe=((anna));anna=tmbox;bill=macnt;boss=(bill);fax=((fax@example.org));william=(bill);},2,2)"
    )


@pytest.mark.parametrize(("kinds", "listed"), [
    (b"", b"Zoe=((anna));anna=tmbox;bill=macnt;boss=(bill);fax=((fax@example.org));william=(bill);"),
    (b"ACCOUNTS", b"anna=tmbox;bill=macnt;"),
    (b"ALIASES", b"boss=(bill);william=(bill);"),
    (b"FORWARDERS", b"Zoe=((anna));fax=((fax@example.org));"),
    (b"ACCOUNTS FORWARDERS", b"Zoe=((anna));anna=tmbox;bill=macnt;fax=((fax@example.org));"),
])
def test_keywords_choose_the_kinds_but_not_the_totals(admin, domain, kinds, listed):
    assert admin.ask(OBJECTS + b"10 " + kinds) == b"201 (2,{%s},2,2)" % listed


@pytest.mark.parametrize(("wanted", "listed"), [
    (b"ill", b"bill=macnt;william=(bill);"), (b"BO", b"boss=(bill);"), (b"nobody", b""), (b'"a@b"', b""),
])
def test_filter_takes_names_that_contain_it(admin, domain, wanted, listed):
    assert admin.ask(OBJECTS + b"FILTER " + wanted + b" 10") == b"201 (2,{%s},2,2)" % listed


def test_limit(admin, domain):
    assert admin.ask(OBJECTS + b"2 ACCOUNTS ALIASES") == b"201 (2,{anna=tmbox;bill=macnt;},2,2)"
    assert admin.ask(OBJECTS + b"0") == b"201 (2,{},2,2)"
    assert admin.refused(OBJECTS + b"-1")


def pages(admin, command, limit):
    """All pages of a listing, each as a list of names."""
    cookie, found = b"", []
    while True:
        reply = admin.ask(command % limit + b' COOKIE "' + cookie + b'"')
        page, cookie = re.fullmatch(rb'201 \(\d+,\{(.*)\},\d+,\d+,"?([^"]*)"?\)', reply).groups()
        found.append([pair.split(b"=")[0] for pair in page.split(b";")[:-1]])
        if not cookie:
            return found


@pytest.mark.parametrize(("limit", "sizes"), [(1, [1] * 6), (2, [2, 2, 2]), (4, [4, 2]), (6, [6]), (7, [6])])
def test_cookies_page_through_everything_once(admin, domain, limit, sizes):
    found = pages(admin, OBJECTS + b"%d", limit)
    assert [len(page) for page in found] == sizes
    assert sorted(sum(found, [])) == [b"Zoe", b"anna", b"bill", b"boss", b"fax", b"william"]


def test_cookies_page_through_what_the_filter_takes(admin, domain):
    assert pages(admin, OBJECTS + b"FILTER ill %d ACCOUNTS ALIASES", 1) == [[b"bill"], [b"william"]]


def test_a_change_between_two_pages_skips_nothing_else(admin, domain):
    reply = admin.ask(OBJECTS + b'2 ACCOUNTS ALIASES COOKIE ""')
    cookie = re.search(rb",([^,]+)\)$", reply).group(1)
    admin.do(b"DELETEACCOUNT anna@client1.com", b"CREATEACCOUNT aaa@client1.com")
    assert admin.ask(OBJECTS + b"9 ACCOUNTS ALIASES COOKIE " + cookie) == (
        b'201 (2,{boss=(bill);william=(bill);},2,2,"")'
    )


def test_a_cookie_of_somebody_else_is_refused(admin, domain):
    assert admin.refused(OBJECTS + b"2 COOKIE xyz")
    assert admin.refused(OBJECTS + b"2 COOKIE ff")


def test_an_empty_domain(admin):
    admin.do(b"CREATEDOMAIN client1.com")
    assert admin.ask(OBJECTS + b'5 COOKIE ""') == b'201 (0,{},0,0,"")'
    assert admin.code(b"LISTDOMAINOBJECTS nowhere.example 5") == 512


def test_listdomaintelnums(admin, domain):
    admin.do(b"SETACCOUNTTELNUMS bill@client1.com (1001,1002)", b"SETACCOUNTTELNUMS anna@client1.com (2001)")
    assert admin.ask(b"LISTDOMAINTELNUMS client1.com 10") == b'201 {""=#3;1001=bill;1002=bill;2001=anna;}'
    assert admin.ask(b"LISTDOMAINTELNUMS client1.com FILTER 00 2") == b'201 {""=#3;1001=bill;1002=bill;}'


def test_listadmindomains_names_the_own_domain_and_those_that_name_it_as_parent(admin):
    admin.do(
        b"CREATEDOMAIN client1.com", b'CREATEDOMAIN child.example {AdminDomainName="client1.com";}',
        b"CREATEDOMAIN other.example",
    )
    assert admin.ask(b"LISTADMINDOMAINS client1.com") == b"201 (child.example,client1.com)"
    assert admin.ask(b"LISTADMINDOMAINS") == b"201 (example.com)"
