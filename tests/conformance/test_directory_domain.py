# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Directory-based Domains and Directory records, in the manual's sections Domain Set and Domain Administration.

Which setting enables Directory-based Domains the manual does not say; DirectoryDomains is the simulator's name for it.
"""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.answers.refusals import Refusal
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.language import obey

DISABLE = b"SETDIRECTORYINTEGRATION {DirectoryDomains=NO;}"


@pytest.fixture
def tell(simulator):
    """Says something to the simulator in its control language, outside the CLI."""
    return lambda line: obey(simulator.service, line)


# --- Directory-based Domains

def test_createdirectorydomain_makes_a_domain_with_settings(admin):
    admin.do(b"CREATEDIRECTORYDOMAIN dir.example {A=1;}", b"CREATEDIRECTORYDOMAIN other.example")
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,dir.example,other.example)"
    assert admin.ask(b"GETDOMAINSETTINGS dir.example") == b"201 {A=1;}"
    assert admin.ask(b"GETDOMAINSETTINGS other.example") == b"201 {}"
    admin.do(b"CREATEACCOUNT bob@dir.example")


@pytest.mark.parametrize(("name", "code"), [
    (b"dir.example", 500), (b"DIR.example", 500), (b"example.com", 500), (b"alias.example", 500), (b'"a b"', 525),
])
def test_createdirectorydomain_refuses_a_name_that_is_taken_or_illegal(admin, name, code):
    admin.do(b"CREATEDIRECTORYDOMAIN dir.example", b"SETDOMAINALIASES dir.example (alias.example)")
    assert admin.code(b"CREATEDIRECTORYDOMAIN " + name) == code
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,dir.example)"


def test_createdirectorydomain_needs_directory_based_domains_to_be_enabled(admin):
    admin.do(DISABLE)
    assert admin.code(b"CREATEDIRECTORYDOMAIN dir.example") == 501
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com)"
    admin.do(b"SETDIRECTORYINTEGRATION {DirectoryDomains=YES;}", b"CREATEDIRECTORYDOMAIN dir.example")


def test_reloaddirectorydomains_finds_domains_made_directly_in_the_directory(admin, tell):
    tell('DIRECTORYDOMAIN {name="b.example"; settings={A=1;};}')
    tell('DIRECTORYDOMAIN {name="a.example";}')
    assert admin.code(b"GETDOMAINSETTINGS b.example") == 512
    admin.do(b"RELOADDIRECTORYDOMAINS")
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,a.example,b.example)"
    assert admin.ask(b"GETDOMAINSETTINGS b.example") == b"201 {A=1;}"


def test_reloaddirectorydomains_finds_each_domain_once(admin, tell):
    tell('DIRECTORYDOMAIN {name="a.example";}')
    admin.do(b"RELOADDIRECTORYDOMAINS", b"DELETEDOMAIN a.example", b"RELOADDIRECTORYDOMAINS")
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com)"


def test_reloaddirectorydomains_passes_over_names_that_are_taken(admin, tell):
    tell('DIRECTORYDOMAIN {name="A.example"; settings={A=1;};}')
    tell('DIRECTORYDOMAIN {name="alias.example";}')
    admin.do(
        b"CREATEDOMAIN a.example", b"SETDOMAINALIASES a.example (alias.example)", b"RELOADDIRECTORYDOMAINS",
    )
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,a.example)"
    assert admin.ask(b"GETDOMAINSETTINGS a.example") == b"201 {}"


def test_reloaddirectorydomains_needs_directory_based_domains_to_be_enabled(admin, tell):
    tell('DIRECTORYDOMAIN {name="a.example";}')
    admin.do(DISABLE)
    assert admin.code(b"RELOADDIRECTORYDOMAINS") == 501
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com)"


@pytest.mark.parametrize("nonsense", [
    '"a.example"', "{}", '{name="a b";}', '{name="a.example"; settings=x;}', "",
])
def test_reloaddirectorydomains_finds_nothing_where_nonsense_was_told(admin, tell, nonsense):
    with pytest.raises(Refusal):
        tell("DIRECTORYDOMAIN " + nonsense)
    admin.do(b"RELOADDIRECTORYDOMAINS")
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com)"


# --- records of the objects of other Domains

@pytest.fixture
def domain(admin):
    admin.do(
        b"CREATEDOMAIN client1.example", b'CREATEACCOUNT bob@client1.example {RealName="Bob B";}',
        b"SETACCOUNTALIASES bob@client1.example (robert)", b"CREATEGROUP staff@client1.example",
        b"CREATEFORWARDER fax@client1.example TO x@example.org", b"CREATELIST news@client1.example FOR bob",
        b"CREATENAMEDTASK robot@client1.example FOR bob",
    )


def test_insertdirectoryrecords_makes_records_of_accounts_groups_lists_and_forwarders(admin, domain, tell):
    assert tell("DIRECTORYRECORDS client1.example") == {}
    admin.do(b"INSERTDIRECTORYRECORDS client1.example")
    records = tell("DIRECTORYRECORDS client1.example")
    assert {name: record["kind"] for name, record in records.items()} == {
        "bob": "account", "staff": "group", "news": "mailing list", "fax": "forwarder",
    }
    assert records["bob"] == {"kind": "account", "uid": "bob", "cn": "Bob B", "hostServer": "example.com"}


def test_insertdirectoryrecords_again_brings_the_records_up_to_date(admin, domain, tell):
    admin.do(
        b"INSERTDIRECTORYRECORDS client1.example", b"DELETEFORWARDER fax@client1.example",
        b"CREATEACCOUNT ann@client1.example",
    )
    assert sorted(tell("DIRECTORYRECORDS client1.example")) == ["bob", "fax", "news", "staff"]
    admin.do(b"INSERTDIRECTORYRECORDS client1.example")
    assert sorted(tell("DIRECTORYRECORDS client1.example")) == ["ann", "bob", "news", "staff"]


def test_deletedirectoryrecords_deletes_the_records_and_not_the_objects(admin, domain, tell):
    admin.do(
        b"INSERTDIRECTORYRECORDS client1.example", b"INSERTDIRECTORYRECORDS example.com",
        b"DELETEDIRECTORYRECORDS client1.example",
    )
    assert tell("DIRECTORYRECORDS client1.example") == {}
    assert sorted(tell("DIRECTORYRECORDS example.com")) == ["pbx", "postmaster"]
    assert admin.ask(b"LISTACCOUNTS client1.example") == b"201 {bob=macnt;}"
    admin.do(b"DELETEDIRECTORYRECORDS client1.example")


def test_deletedirectoryrecords_leaves_a_directory_based_domain_alone(admin):
    admin.do(b"CREATEDIRECTORYDOMAIN dir.example", b"CREATEACCOUNT bob@dir.example")
    assert admin.code(b"DELETEDIRECTORYRECORDS dir.example") == 501
    assert admin.ask(b"LISTACCOUNTS dir.example") == b"201 {bob=macnt;}"


@pytest.mark.parametrize("verb", [b"INSERTDIRECTORYRECORDS", b"DELETEDIRECTORYRECORDS"])
def test_directory_records_need_an_existing_domain(admin, tell, verb):
    assert admin.code(verb + b" nowhere.example") == 512
    with pytest.raises(Refusal):
        tell("DIRECTORYRECORDS nowhere.example")


@pytest.mark.parametrize("line", [b"INSERTDIRECTORYRECORDS", b'INSERTDIRECTORYRECORDS ""'])
def test_insertdirectoryrecords_without_a_name_is_for_the_own_domain(admin, domain, connect, tell, line):
    admin.do(
        b"UPDATEACCOUNTSETTINGS bob@client1.example {Password=pass;}",
        b"SETACCOUNTRIGHTS bob@client1.example (CentralDirectory)",
    )
    connect("bob@client1.example", "pass").do(line)
    assert len(tell("DIRECTORYRECORDS client1.example")) == 4
    assert tell("DIRECTORYRECORDS example.com") == {}


def test_deletedirectoryrecords_without_a_name_is_for_the_own_domain(admin, domain, tell):
    admin.do(
        b"INSERTDIRECTORYRECORDS client1.example", b"INSERTDIRECTORYRECORDS example.com", b"DELETEDIRECTORYRECORDS",
    )
    assert tell("DIRECTORYRECORDS example.com") == {}
    assert len(tell("DIRECTORYRECORDS client1.example")) == 4


@pytest.mark.parametrize("verb", [b"INSERTDIRECTORYRECORDS", b"DELETEDIRECTORYRECORDS"])
def test_a_domain_administrator_needs_the_central_directory_right(admin, domain, connect, verb):
    admin.do(
        b"UPDATEACCOUNTSETTINGS bob@client1.example {Password=pass;}",
        b"SETACCOUNTRIGHTS bob@client1.example (Domain,BasicSettings)",
    )
    bob = connect("bob@client1.example", "pass")
    assert bob.code(verb + b" client1.example") == 510
    admin.do(b"SETACCOUNTRIGHTS bob@client1.example (CentralDirectory)")
    bob.do(verb + b" client1.example")
    assert bob.code(verb + b" example.com") == 510
