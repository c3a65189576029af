# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Account Services: datasets.

That a subset's name is a path with "/" is this simulator's choice.
"""

from __future__ import annotations

import re

import pytest


class Dataset:
    """DATASET of one Account, as one session gives it."""

    def __init__(self, wire, account: bytes = b"bob") -> None:
        self.wire = wire
        self.account = account

    def command(self, what: bytes, name: bytes, more: bytes = b"") -> bytes:
        return b'DATASET %s {what=%s;subsetName="%s";%s}' % (self.account, what, name, more)

    def ask(self, what: bytes, name: bytes, more: bytes = b"") -> bytes:
        return self.wire.ask(self.command(what, name, more))

    def code(self, what: bytes, name: bytes, more: bytes = b"") -> int:
        return self.wire.code(self.command(what, name, more))

    def entries(self, name: bytes, more: bytes = b"") -> bytes:
        return self.ask(b"listEntries", name, more)

    def put(self, name: bytes, entry: bytes, data: bytes) -> None:
        """Set one entry, which must work."""
        assert self.ask(b"setEntry", name, b"entryName=%s;data={%s};" % (entry, data)) == b"201 {}"


@pytest.fixture
def dataset(admin):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}")
    return Dataset(admin)


@pytest.fixture
def book(dataset):
    """A dataset with three entries."""
    dataset.put(b"Book", b"ann", b'name="Ann Lee";city=Bern;')
    dataset.put(b"Book", b"dan", b'name="Dan Lee";')
    dataset.put(b"Book", b"eve", b"name=Evelyn;city=Bonn;")
    return dataset


# --- whose datasets, and what is to be done

def test_dataset_of_the_authenticated_account_is_named_with_an_asterisk(dataset, connect):
    own = Dataset(connect("bob", "pass"), b"*")
    own.put(b"Book", b"ann", b"a=1;")
    assert dataset.entries(b"Book") == b"201 {ann={a=1;};}"


def test_dataset_is_the_accounts_own(dataset, admin):
    admin.do(b"CREATEACCOUNT eve")
    dataset.put(b"Book", b"ann", b"a=1;")
    assert Dataset(admin, b"eve").ask(b"listSubsets", b"") == b"201 {}"


def test_dataset_of_another_account_is_refused_without_the_basicsettings_right(dataset, admin, connect):
    admin.do(b"CREATEACCOUNT eve {Password=pass;}")
    eve = connect("eve", "pass")
    assert Dataset(eve).code(b"createSet", b"Book") == 510
    admin.do(b"SETACCOUNTRIGHTS eve (BasicSettings)")
    assert Dataset(eve).ask(b"createSet", b"Book") == b"201 {}"


def test_dataset_needs_an_existing_account(dataset):
    dataset.account = b"nobody"
    assert dataset.code(b"listSubsets", b"") == 513


@pytest.mark.parametrize("parameters", [
    b"{}", b'{subsetName="";}', b"{what=listSubsets;}", b'{what=nothing;subsetName="";}',
    b'{what=(listSubsets);subsetName="";}', b"{what=listSubsets;subsetName=(a);}", b"{what=createSet;subsetName=#5;}",
])
def test_dataset_needs_a_subset_name_and_an_operation_that_is_listed(dataset, admin, parameters):
    assert admin.code(b"DATASET bob " + parameters) == 501
    assert dataset.ask(b"listSubsets", b"") == b"201 {}"


@pytest.mark.parametrize(("command", "after"), [
    (b"DATASET %s {what=createSet;subsetName=New;}", b"201 {}"), (b"REMOVEACCOUNTSUBSET %s SUBSET Book", b"200 OK"),
    (b"ROSTER %s {what=Update;peer=x@example.org;}", b"201 {}"),
    (b"BALANCE %s {op=credit;amount=#5;}", b"201 {amount=#5;}"),
], ids=["DATASET", "REMOVEACCOUNTSUBSET", "ROSTER", "BALANCE"])
def test_services_of_an_account_in_a_suspended_domain_cannot_be_used(admin, command, after):
    account = b"ann@client.example"
    admin.do(b"CREATEDOMAIN client.example", b"CREATEACCOUNT " + account)
    Dataset(admin, account).put(b"Book", b"eve", b"a=1;")
    admin.do(b"SUSPENDDOMAIN client.example")
    assert admin.code(command % account) == 501
    admin.do(b"RESUMEDOMAIN client.example")
    assert admin.ask(b"ROSTER %s {what=List;}" % account) == b"201 {}"
    assert admin.ask(b"BALANCE %s {op=list;}" % account) == b"201 {balance=();}"
    assert Dataset(admin, account).ask(b"listSubsets", b"") == b'201 {Book="";}'
    assert admin.ask(command % account) == after


# --- subsets

def test_dataset_listsubsets_with_an_empty_name_lists_the_top_level_datasets_with_empty_values(dataset):
    assert dataset.ask(b"listSubsets", b"") == b"201 {}"
    for name in (b"Book", b"Archive", b"Book/Friends"):
        assert dataset.ask(b"createSet", name) == b"201 {}"
    assert dataset.ask(b"listSubsets", b"") == b'201 {Archive="";Book="";}'


def test_dataset_listsubsets_lists_the_subsets_of_a_dataset(dataset):
    for name in (b"Book/Friends", b"Book/Work", b"Book/Work/Old", b"Bookshelf"):
        assert dataset.ask(b"createSet", name) == b"201 {}"
    assert dataset.ask(b"listSubsets", b"Book") == b'201 {Friends="";Work="";}'
    assert dataset.ask(b"listSubsets", b"Book/Work") == b'201 {Old="";}'
    assert dataset.ask(b"listSubsets", b"Book/Friends") == b"201 {}"
    assert dataset.code(b"listSubsets", b"Missing") == 501


def test_dataset_createset_creates_an_empty_dataset(dataset):
    assert dataset.ask(b"createSet", b"Book") == b"201 {}"
    assert dataset.entries(b"Book") == b"201 {}"


def test_dataset_createset_refuses_a_dataset_that_exists(book):
    assert book.code(b"createSet", b"Book") == 501
    assert book.entries(b"Book", b"attribute=city;data=Bern;") == b'201 {ann={city=Bern;name="Ann Lee";};}'


@pytest.mark.parametrize("name", [b"", b"/", b"Book/", b"/Book", b"a//b", b"x" * 1025])
def test_dataset_createset_refuses_a_name_that_is_no_path(dataset, name):
    assert dataset.code(b"createSet", name) == 501
    assert dataset.ask(b"listSubsets", b"") == b"201 {}"


def test_dataset_removeset_removes_the_dataset_with_its_subsets(dataset):
    for name in (b"Book/Friends", b"Bookshelf"):
        assert dataset.ask(b"createSet", name) == b"201 {}"
    assert dataset.ask(b"removeSet", b"Book") == b"201 {}"
    assert dataset.ask(b"listSubsets", b"") == b'201 {Bookshelf="";}'
    assert dataset.code(b"entries", b"Book/Friends") == 501
    assert dataset.code(b"listEntries", b"Book/Friends") == 501
    assert dataset.code(b"removeSet", b"Book") == 501


def test_dataset_removeset_leaves_the_dataset_that_the_subset_was_in(dataset):
    dataset.put(b"Book", b"ann", b"a=1;")
    dataset.put(b"Book/Friends", b"dan", b"b=2;")
    assert dataset.ask(b"removeSet", b"Book/Friends") == b"201 {}"
    assert dataset.ask(b"listSubsets", b"Book") == b"201 {}"
    assert dataset.entries(b"Book") == b"201 {ann={a=1;};}"


# --- listing entries

def test_dataset_listentries_tells_the_attributes_of_every_entry(book):
    assert book.entries(b"Book") == (
        b'201 {ann={city=Bern;name="Ann Lee";};dan={name="Dan Lee";};eve={city=Bonn;name=Evelyn;};}'
    )


@pytest.mark.parametrize(("filters", "found"), [
    (b"attribute=city;data=Bern;", b"ann"), (b"attribute=city;data=Bern;mode=eq;", b"ann"),
    (b"attribute=city;data=Ber;", b""), (b"attribute=city;data=B;mode=beg;", b"ann eve"),
    (b'attribute=name;data=" Lee";mode=end;', b"ann dan"), (b"attribute=name;data=Evel;mode=end;", b""),
    (b"attribute=name;data=n;mode=incl;", b"ann dan eve"), (b"attribute=name;data=velyn;mode=beg;", b""),
    (b"attribute=zip;data=1;", b""), (b'attribute=city;data="";mode=beg;', b"ann eve"),
    (b"attribute=entry;data=dan;", b"dan"), (b"attribute=entry;data=an;mode=incl;", b"ann dan"),
    (b"attribute=entry;data=e;mode=beg;", b"eve"), (b"attribute=entry;data=n;mode=end;", b"ann dan"),
])
def test_dataset_listentries_filters_by_an_attribute_or_by_the_entry_name(book, filters, found):
    reply = book.entries(b"Book", filters)
    assert reply.startswith(b"201 {")
    assert re.findall(rb"(\w+)=\{", reply) == found.split()


@pytest.mark.parametrize("filters", [
    b"attribute=city;data=Bern;mode=sub;", b"attribute=city;data=Bern;mode=(eq);", b"attribute=city;", b"data=Bern;",
    b"attribute=(city);data=Bern;", b"attribute=city;data={};",
])
def test_dataset_listentries_refuses_a_filter_that_makes_no_sense(book, filters):
    assert book.code(b"listEntries", b"Book", filters) == 501


# --- setting entries

def test_dataset_setentry_creates_the_dataset_and_the_entry(dataset):
    dataset.put(b"Book/Friends", b"ann", b"a=1;")
    assert dataset.ask(b"listSubsets", b"") == b'201 {Book="";}'
    assert dataset.entries(b"Book/Friends") == b"201 {ann={a=1;};}"


def test_dataset_setentry_updates_an_existing_entry(dataset):
    dataset.put(b"Book", b"ann", b"a=1;b=2;c=3;")
    dataset.put(b"Book", b"ann", b"b=9;c=#NULL#;d=4;")
    assert dataset.entries(b"Book") == b"201 {ann={a=1;b=9;d=4;};}"


def test_dataset_setentry_without_a_name_generates_a_unique_one(dataset):
    replies = [dataset.ask(b"setEntry", b"Book", b"data={a=1;};") for _time in range(2)]
    names = [re.fullmatch(rb'201 \{entryName="?(\w+)"?;\}', reply).group(1) for reply in replies]
    assert names[0] != names[1]
    for name in names:
        assert dataset.entries(b"Book", b'attribute=entry;data="%s";' % name).endswith(b"={a=1;};}")


@pytest.mark.parametrize("flag", [b'ifExists="";', b"ifExists=YES;", b"ifExists=#NULL#;"])
def test_dataset_setentry_with_ifexists_only_updates(dataset, flag):
    assert dataset.code(b"setEntry", b"Book", b"entryName=ann;data={a=1;};" + flag) == 501
    assert dataset.ask(b"listSubsets", b"") == b"201 {}"
    dataset.put(b"Book", b"ann", b"a=1;")
    assert dataset.code(b"setEntry", b"Book", b"entryName=dan;data={a=1;};" + flag) == 501
    assert dataset.code(b"setEntry", b"Book", b"data={a=1;};" + flag) == 501
    assert dataset.ask(b"setEntry", b"Book", b"entryName=ann;data={a=2;};" + flag) == b"201 {}"
    assert dataset.entries(b"Book") == b"201 {ann={a=2;};}"


@pytest.mark.parametrize("more", [
    b"entryName=ann;", b"entryName=ann;data=x;", b"entryName=ann;data={a=(1);};", b"entryName=(ann);data={a=1;};",
])
def test_dataset_setentry_needs_attributes_that_are_strings(dataset, more):
    assert dataset.code(b"setEntry", b"Book", more) == 501
    assert dataset.ask(b"listSubsets", b"") == b"201 {}"


def test_dataset_deleteentry_removes_one_entry(book):
    assert book.ask(b"deleteEntry", b"Book", b"entryName=ann;") == b"201 {}"
    assert book.entries(b"Book") == b'201 {dan={name="Dan Lee";};eve={city=Bonn;name=Evelyn;};}'
    assert book.code(b"deleteEntry", b"Book", b"entryName=ann;") == 501
    assert book.code(b"deleteEntry", b"Missing", b"entryName=dan;") == 501
    assert book.code(b"deleteEntry", b"Book") == 501


# --- addresses

def address(text: bytes) -> bytes:
    return b'data={"addressbook.Email"="%s";};' % text


def test_dataset_addrandomentry_tells_the_name_that_it_generated(dataset):
    reply = dataset.ask(b"addRandomEntry", b"RepliedAddresses", address(b"a@example.org"))
    name = re.fullmatch(rb'201 \{entryName="?(\w+)"?;\}', reply).group(1)
    entries = dataset.entries(b"RepliedAddresses")
    assert name in entries
    assert b'addressbook.Email' in entries
    assert b"a@example.org" in entries


def test_dataset_addrandomentry_adds_to_a_subset_only(dataset):
    assert dataset.ask(b"createSet", b"Book/Friends") == b"201 {}"
    dataset.put(b"Book", b"ann", b'"addressbook.Email"=a@example.org;')
    assert dataset.code(b"addRandomEntry", b"Book/Friends", address(b"a@example.org") + b"entryLimit=#1;") == 201
    assert dataset.code(b"addRandomEntry", b"Book/Friends", address(b"b@example.org") + b"entryLimit=#1;") == 501
    assert dataset.entries(b"Book/Friends").count(b"addressbook.Email") == 1
    assert dataset.ask(b"findAddress", b"Book", b"address=a@example.org;") == b'201 {""=ann;}'


def test_dataset_addrandomentry_does_not_modify_a_dataset_that_has_the_address(dataset):
    dataset.ask(b"addRandomEntry", b"Book", address(b"a@example.org"))
    before = dataset.entries(b"Book")
    again = b'data={"addressbook.Email"="A@example.org";more=1;};'
    assert dataset.ask(b"addRandomEntry", b"Book", again) == b"201 {}"
    assert dataset.entries(b"Book") == before


def test_dataset_addrandomentry_must_have_the_address(dataset):
    for more in (b"", b"data={a=1;};", b'data={"addressbook.Email"="";};', b'data={"addressbook.Email"=#5;};'):
        assert dataset.code(b"addRandomEntry", b"Book", more) == 501
    assert dataset.ask(b"listSubsets", b"") == b"201 {}"


@pytest.mark.parametrize("limit", [b"entryLimit=#2;", b"entryLimit=2;"])
def test_dataset_addrandomentry_does_not_exceed_the_limit(dataset, limit):
    for name in (b"a@example.org", b"b@example.org"):
        assert dataset.code(b"addRandomEntry", b"Book", address(name) + limit) == 201
    before = dataset.entries(b"Book")
    assert dataset.code(b"addRandomEntry", b"Book", address(b"c@example.org") + limit) == 501
    assert dataset.ask(b"addRandomEntry", b"Book", address(b"b@example.org") + limit) == b"201 {}"
    assert dataset.entries(b"Book") == before


@pytest.mark.parametrize("limit", [b"", b"entryLimit=#0;", b"entryLimit=#-1;"])
def test_dataset_addrandomentry_without_a_positive_limit_has_none(dataset, limit):
    for name in (b"a@example.org", b"b@example.org"):
        assert dataset.code(b"addRandomEntry", b"Book", address(name) + limit) == 201
    assert dataset.entries(b"Book").count(b"addressbook.Email") == 2


def test_dataset_addrandomentry_needs_a_limit_that_is_a_number(dataset):
    for limit in (b"entryLimit=many;", b"entryLimit=();", b"entryLimit=--5;"):
        assert dataset.code(b"addRandomEntry", b"Book", address(b"a@example.org") + limit) == 501


def test_dataset_findaddress_tells_the_entry_under_the_empty_name(dataset):
    dataset.put(b"Book", b"ann", b'"addressbook.Email"=a@example.org;')
    dataset.put(b"Book", b"dan", b"city=Bern;")
    assert dataset.ask(b"findAddress", b"Book", b"address=a@example.org;") == b'201 {""=ann;}'
    assert dataset.ask(b"findAddress", b"Book", b"address=b@example.org;") == b"201 {}"
    assert dataset.ask(b"findAddress", b"Book", b'address="";') == b"201 {}"
    assert dataset.code(b"findAddress", b"Book") == 501
    assert dataset.code(b"findAddress", b"Missing", b"address=a@example.org;") == 501


# --- REMOVEACCOUNTSUBSET

def test_removeaccountsubset_removes_a_dataset_such_as_the_vacation_memory(dataset, admin):
    dataset.ask(b"addRandomEntry", b"RepliedAddresses", address(b"a@example.org"))
    dataset.put(b"Book", b"ann", b"a=1;")
    admin.do(b"REMOVEACCOUNTSUBSET bob SUBSET RepliedAddresses")
    assert dataset.ask(b"listSubsets", b"") == b'201 {Book="";}'


def test_removeaccountsubset_removes_a_subset_and_leaves_its_dataset(dataset, admin):
    dataset.put(b"Book", b"ann", b"a=1;")
    for name in (b"Book/Friends", b"Book/Friends/Old", b"Book/Work"):
        assert dataset.ask(b"createSet", name) == b"201 {}"
    admin.do(b'REMOVEACCOUNTSUBSET bob SUBSET "Book/Friends"')
    assert dataset.ask(b"listSubsets", b"Book") == b'201 {Work="";}'
    assert dataset.entries(b"Book") == b"201 {ann={a=1;};}"
    assert admin.code(b'REMOVEACCOUNTSUBSET bob SUBSET ""') == 501


def test_removeaccountsubset_of_the_authenticated_account(dataset, connect):
    dataset.put(b"Book", b"ann", b"a=1;")
    connect("bob", "pass").do(b"REMOVEACCOUNTSUBSET * SUBSET Book")
    assert dataset.ask(b"listSubsets", b"") == b"201 {}"


def test_removeaccountsubset_needs_an_existing_account_and_an_existing_dataset(dataset, admin):
    assert admin.code(b"REMOVEACCOUNTSUBSET nobody SUBSET Book") == 513
    assert admin.code(b"REMOVEACCOUNTSUBSET bob@nowhere.example SUBSET Book") == 512
    assert admin.code(b"REMOVEACCOUNTSUBSET bob SUBSET Book") == 501
    assert admin.code(b"REMOVEACCOUNTSUBSET bob") == 500


def test_removeaccountsubset_is_refused_to_others_without_the_basicsettings_right(dataset, admin, connect):
    dataset.put(b"Book", b"ann", b"a=1;")
    admin.do(b"CREATEACCOUNT eve {Password=pass;}")
    eve = connect("eve", "pass")
    assert eve.code(b"REMOVEACCOUNTSUBSET bob SUBSET Book") == 510
    assert dataset.ask(b"listSubsets", b"") == b'201 {Book="";}'
    admin.do(b"SETACCOUNTRIGHTS eve (BasicSettings)")
    eve.do(b"REMOVEACCOUNTSUBSET bob SUBSET Book")
