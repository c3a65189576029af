# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Domain Set Administration."""

from __future__ import annotations

import pytest


def test_listdomains_names_all_domains(admin):
    admin.do(b"CREATEDOMAIN client2.com", b"CREATEDOMAIN client1.com")
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,client1.com,client2.com)"


def test_maindomainname(admin):
    assert admin.ask(b"MAINDOMAINNAME") == b"201 example.com"


# --- dictionaries of defaults

DEFAULTS = [b"DOMAINDEFAULTS", b"SERVERACCOUNTDEFAULTS", b"SERVERACCOUNTPREFS"]


@pytest.mark.parametrize("name", DEFAULTS)
def test_defaults_are_replaced_by_set_and_merged_by_update(admin, name):
    admin.do(b"SET%s {First=1;Second=2;}" % name)
    assert admin.ask(b"GET" + name) == b"201 {First=1;Second=2;}"
    admin.do(b"UPDATE%s {Second=3;Third=4;}" % name)
    assert admin.ask(b"GET" + name) == b"201 {First=1;Second=3;Third=4;}"
    admin.do(b"SET%s {}" % name)
    assert admin.ask(b"GET" + name) == b"201 {}"


@pytest.mark.parametrize("name", DEFAULTS)
def test_the_word_default_has_no_meaning_in_server_wide_dictionaries(admin, name):
    """The manual gives it one only for Domains and Accounts."""
    admin.do(b"SET%s {First=1;}" % name, b"UPDATE%s {First=default;}" % name)
    assert admin.ask(b"GET" + name) == b"201 {First=default;}"
    admin.do(b"UPDATE%s {First=#NULL#;}" % name)
    assert admin.ask(b"GET" + name) == b"201 {}"


def test_directory_integration_is_replaced(admin):
    admin.do(b"SETDIRECTORYINTEGRATION {A=1;B=2;}", b"SETDIRECTORYINTEGRATION {C=3;}")
    assert admin.ask(b"GETDIRECTORYINTEGRATION") == b"201 {C=3;}"


def test_trusted_certificates_are_datablocks(admin):
    assert admin.ask(b"GETSERVERTRUSTEDCERTS") == b"201 ()"
    admin.do(b"SETSERVERTRUSTEDCERTS ([AQID],[BAUG])")
    assert admin.ask(b"GETSERVERTRUSTEDCERTS") == b"201 ([AQID],[BAUG])"
    assert admin.refused(b"SETSERVERTRUSTEDCERTS (text)")
    assert admin.ask(b"GETSERVERTRUSTEDCERTS") == b"201 ([AQID],[BAUG])"


# --- creating, renaming, deleting

def test_createdomain_with_settings(admin):
    admin.do(b'CREATEDOMAIN client1.com {TrailerText="the end";Key=#5;}')
    assert admin.ask(b"GETDOMAINSETTINGS client1.com") == b'201 {Key=#5;TrailerText="the end";}'


@pytest.mark.parametrize("name", [b"client1.com", b"CLIENT1.com", b"alias.example", b"example.com"])
def test_createdomain_with_a_taken_name(admin, name):
    admin.do(b"CREATEDOMAIN client1.com", b"SETDOMAINALIASES client1.com (alias.example)")
    reply = admin.ask(b"CREATEDOMAIN " + name)
    assert reply.startswith(b"520 ") and b"already exists" in reply


@pytest.mark.parametrize("name", [b'""', b'"two words"', b"a/b", b'"a@b"', b"-", b"."])
def test_createdomain_with_an_illegal_name(admin, name):
    assert admin.refused(b"CREATEDOMAIN " + name)


def test_a_storage_mount_point_must_exist_before_it_is_used(admin):
    assert admin.refused(b"CREATEDOMAIN client1.com PATH big")
    admin.do(b"CREATEDOMAINSTORAGE PATH big", b"CREATEDOMAIN client1.com PATH big")
    assert admin.ask(b"LISTDOMAINSTORAGE") == b"201 (big)"
    assert admin.ask(b"GETDOMAINLOCATION client1.com") == b'201 "Domains/big.mnt/client1.com"'
    assert admin.code(b"CREATEDOMAINSTORAGE PATH big") == 520
    assert admin.refused(b"CREATEDOMAINSTORAGE PATH a/b")


def test_renamedomain_takes_everything_along(admin):
    admin.do(
        b"CREATEDOMAIN old.example {A=1;}", b"CREATEACCOUNT bob@old.example {RealName=Bob;}",
        b"SETDOMAINALIASES old.example (alias.example)", b"CREATEDOMAINSTORAGE PATH big",
        b"RENAMEDOMAIN old.example INTO new.example PATH big",
    )
    assert admin.code(b"GETDOMAINSETTINGS old.example") == 512
    assert admin.ask(b"GETDOMAINSETTINGS new.example") == b"201 {A=1;}"
    assert admin.ask(b"GETDOMAINSETTINGS alias.example") == b"201 {A=1;}"
    assert admin.ask(b"GETACCOUNTSETTINGS bob@new.example") == b"201 {RealName=Bob;}"
    assert admin.ask(b"GETDOMAINLOCATION new.example") == b'201 "Domains/big.mnt/new.example"'


def test_renamedomain_may_change_the_case_of_the_name(admin):
    admin.do(b"CREATEDOMAIN client.example", b"RENAMEDOMAIN client.example INTO Client.Example")
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,Client.Example)"


def test_renamedomain_refusals(admin):
    admin.do(b"CREATEDOMAIN one.example", b"CREATEDOMAIN two.example")
    assert admin.code(b"RENAMEDOMAIN nowhere.example INTO x.example") == 512
    assert admin.code(b"RENAMEDOMAIN one.example INTO two.example") == 520
    assert admin.refused(b"RENAMEDOMAIN example.com INTO x.example")
    assert admin.refused(b'RENAMEDOMAIN one.example INTO "x y"')
    assert admin.refused(b"RENAMEDOMAIN one.example INTO x.example PATH nowhere")
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,one.example,two.example)"


def test_deletedomain(admin):
    admin.do(b"CREATEDOMAIN client1.com", b"DELETEDOMAIN client1.com")
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com)"
    assert admin.code(b"DELETEDOMAIN client1.com") == 512


@pytest.mark.parametrize("create", [
    b"CREATEACCOUNT x@client1.com", b"CREATEGROUP x@client1.com", b"CREATEFORWARDER x@client1.com TO a@example.org",
])
def test_deletedomain_needs_force_for_a_domain_that_is_not_empty(admin, create):
    admin.do(b"CREATEDOMAIN client1.com", create)
    assert admin.refused(b"DELETEDOMAIN client1.com")
    admin.do(b"DELETEDOMAIN client1.com FORCE")
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com)"
    admin.do(b"CREATEDOMAIN client1.com")
    assert admin.ask(b"LISTDOMAINOBJECTS client1.com 9") == b"201 (0,{},0,0)"


def test_deletedomain_frees_the_telephone_numbers(admin):
    admin.do(b"CREATEDOMAIN client1.com", b"CREATEACCOUNT x@client1.com", b"SETACCOUNTTELNUMS x@client1.com (1001)")
    admin.do(b"DELETEDOMAIN client1.com FORCE", b"SETACCOUNTTELNUMS postmaster (1001)")


@pytest.mark.parametrize("command", [b"DELETEDOMAIN example.com", b"DELETEDOMAIN example.com FORCE"])
def test_the_main_domain_cannot_be_deleted(admin, command):
    assert admin.refused(command)
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com)"


def test_directory_based_domains(admin):
    admin.do(b"CREATEDIRECTORYDOMAIN dir.example {A=1;}", b"RELOADDIRECTORYDOMAINS")
    assert admin.ask(b"GETDOMAINSETTINGS dir.example") == b"201 {A=1;}"
    assert admin.code(b"CREATEDIRECTORYDOMAIN dir.example") == 520


# --- telephone numbers of all Domains

def test_listservertelnums(admin):
    admin.do(
        b"CREATEDOMAIN client1.com", b"CREATEACCOUNT bob@client1.com",
        b"SETACCOUNTTELNUMS bob@client1.com (15551001,15551002)", b"SETACCOUNTTELNUMS postmaster (4420)",
    )
    assert admin.ask(b"LISTSERVERTELNUMS 10") == (
        b'201 {""=#3;15551001=bob@client1.com;15551002=bob@client1.com;4420=postmaster@example.com;}'
    )
    assert admin.ask(b"LISTSERVERTELNUMS FILTER 1002 10") == b'201 {""=#3;15551002=bob@client1.com;}'
    assert admin.ask(b"LISTSERVERTELNUMS 1") == b'201 {""=#3;15551001=bob@client1.com;}'
    assert admin.ask(b"LISTSERVERTELNUMS 0") == b'201 {""=#3;}'
    assert admin.refused(b"LISTSERVERTELNUMS -1")
