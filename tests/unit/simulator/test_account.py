# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Account Administration: creating, renaming, deleting, types, locations."""

from __future__ import annotations

import pytest


@pytest.fixture
def client(admin):
    admin.do(b"CREATEDOMAIN client1.com")


# --- names

def test_the_session_of_the_manual(admin):
    """The sample session under CLI Access, with the code that live servers give for a duplicate name."""
    assert admin.ask(b'CreateAccount "user1"') == b"200 OK"
    assert admin.ask(b'CreateAccount "user1"') == b"520 account with this name already exists"
    assert admin.ask(b'RenameAccount "user1" into "user2"') == b"200 OK"
    assert admin.ask(b'CreateDomain "client1.com"') == b"200 OK"
    assert admin.ask(b'CreateAccount "user1@client1.com" TextMailbox') == b"200 OK"
    assert admin.ask(b"ListDomains") == b"201 (example.com,client1.com)"


def test_without_a_domain_part_the_own_domain_is_meant(admin, client):
    admin.do(b"CREATEACCOUNT bob {Key=main;}", b"CREATEACCOUNT bob@client1.com {Key=client;}")
    assert admin.ask(b"GETACCOUNTSETTINGS bob@example.com") == b"201 {Key=main;}"
    assert admin.ask(b"GETACCOUNTSETTINGS BOB@Client1.COM") == b"201 {Key=client;}"


def test_unknown_accounts_and_domains(admin):
    assert admin.ask(b"GETACCOUNTSETTINGS nobody") == b"513 unknown user account"
    assert admin.code(b"GETACCOUNTSETTINGS nobody@nowhere.example") == 512
    assert admin.code(b"CREATEACCOUNT bob@nowhere.example") == 512
    assert admin.code(b"DELETEACCOUNT nobody") == 513
    assert admin.code(b"RENAMEACCOUNT nobody into somebody") == 513


@pytest.mark.parametrize("create", [
    b"CREATEACCOUNT %s", b"CREATEGROUP %s", b"CREATEFORWARDER %s TO a@example.org", b"CREATELIST %s for owner",
    b"CREATENAMEDTASK %s for owner", b"RENAMEACCOUNT owner into %s", b"SETACCOUNTALIASES owner (%s)",
    b"RENAMEGROUP other into %s",
])
@pytest.mark.parametrize("taken", [
    b"account", b"alias", b"group", b"forwarder", b"list", b"task", b"ACCOUNT", b"Alias",
])
def test_all_objects_of_a_domain_share_one_space_of_names(admin, create, taken):
    admin.do(
        b"CREATEACCOUNT owner", b"CREATEACCOUNT account", b"SETACCOUNTALIASES account (alias)", b"CREATEGROUP group",
        b"CREATEFORWARDER forwarder TO a@example.org", b"CREATELIST list for account",
        b"CREATENAMEDTASK task for account",
        b"CREATEGROUP other",
    )
    reply = admin.ask(create % taken)
    assert reply.startswith(b"520 ") and reply.endswith(b" with this name already exists")


@pytest.mark.parametrize("name", [b'""', b'"two words"', b'"a/b"', b'"tab\\tname"', b"*", b'"@example.com"', b'"a*"'])
def test_illegal_names(admin, name):
    assert admin.refused(b"CREATEACCOUNT " + name)
    assert admin.ask(b"LISTACCOUNTS") == b"201 {postmaster=macnt;}"


# --- creating

def test_settings_modify_the_template(admin, client):
    admin.do(
        b"UPDATEACCOUNTTEMPLATE client1.com {A=template;B=template;C=template;}",
        b"CREATEACCOUNT bob@client1.com {B=own;C=default;D=own;}",
    )
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {A=template;B=own;D=own;}"


def test_a_later_template_leaves_existing_accounts_alone(admin, client):
    admin.do(b"CREATEACCOUNT bob@client1.com", b"UPDATEACCOUNTTEMPLATE client1.com {A=1;}")
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {}"


def test_type_path_legacy_and_settings_together(admin, client):
    admin.do(
        b"CREATEACCOUNTSTORAGE client1.com PATH disk1",
        b"CREATEACCOUNT bob@client1.com SlicedMailbox PATH disk1 LEGACY {RealName=Bob;}",
        b"CREATEACCOUNT ann@client1.com textmailbox EXTERNAL",
    )
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {RealName=Bob;}"
    assert admin.ask(b"GETACCOUNTLOCATION bob@client1.com").startswith(b'201 "disk1.mnt/bob.')


def test_the_storage_mount_point_must_exist(admin, client):
    assert admin.refused(b"CREATEACCOUNT bob@client1.com PATH disk1")
    assert admin.ask(b"LISTACCOUNTS client1.com") == b"201 {}"


def test_an_unknown_type_is_refused(admin):
    assert admin.refused(b"CREATEACCOUNT bob HugeMailbox")


def test_locations(admin):
    admin.do(b"CREATEACCOUNT bob")
    assert admin.ask(b"GETACCOUNTLOCATION bob") == b"201 bob.macnt"


# --- renaming

def test_rename_keeps_everything(admin):
    admin.do(
        b"CREATEACCOUNT bob {RealName=Bob;}", b"SETACCOUNTALIASES bob (robert)", b"SETACCOUNTTELNUMS bob (1001)",
        b"CREATELIST news for bob", b"RENAMEACCOUNT bob into rob",
    )
    assert admin.code(b"GETACCOUNTSETTINGS bob") == 513
    assert admin.ask(b"GETACCOUNTSETTINGS rob") == b"201 {RealName=Bob;}"
    assert admin.ask(b"GETACCOUNTSETTINGS robert") == b"201 {RealName=Bob;}"
    assert admin.ask(b"GETACCOUNTTELNUMS rob") == b"201 (1001)"
    assert admin.ask(b"GETLIST news") == b"201 {Owner=rob;}"
    admin.do(b"CREATEACCOUNT bob")


def test_rename_may_change_the_case(admin):
    admin.do(b"CREATEACCOUNT bob", b"RENAMEACCOUNT bob into Bob")
    assert admin.ask(b"LISTACCOUNTS") == b"201 {Bob=macnt;postmaster=macnt;}"


def test_rename_into_another_domain(admin, client):
    admin.do(
        b"CREATEACCOUNT bob {RealName=Bob;}", b"SETACCOUNTALIASES bob (robert)", b"SETACCOUNTTELNUMS bob (1001)",
        b"CREATEACCOUNTSTORAGE client1.com PATH disk1", b"RENAMEACCOUNT bob into rob@client1.com PATH disk1",
    )
    assert admin.ask(b"LISTACCOUNTS") == b"201 {postmaster=macnt;}"
    assert admin.ask(b"GETACCOUNTSETTINGS robert@client1.com") == b"201 {RealName=Bob;}"
    assert admin.ask(b"LISTDOMAINTELNUMS client1.com 5") == b'201 {""=#1;1001=rob;}'
    assert admin.ask(b"GETACCOUNTLOCATION rob@client1.com") == b'201 "disk1.mnt/rob.macnt"'
    assert admin.code(b"GETACCOUNTSETTINGS robert") == 513


@pytest.mark.parametrize("taken", [b"rob", b"robert"])
def test_a_rename_into_another_domain_that_fails_changes_nothing(admin, client, taken):
    admin.do(
        b"CREATEACCOUNT bob {RealName=Bob;}", b"SETACCOUNTALIASES bob (robert)", b"CREATEGROUP %s@client1.com" % taken,
    )
    assert admin.code(b"RENAMEACCOUNT bob into rob@client1.com") == 520
    assert admin.ask(b"GETACCOUNTSETTINGS robert") == b"201 {RealName=Bob;}"
    assert admin.ask(b"LISTACCOUNTS client1.com") == b"201 {}"


def test_an_account_cannot_take_the_name_of_its_own_alias_in_another_domain(admin, client):
    admin.do(b"CREATEACCOUNT bob", b"SETACCOUNTALIASES bob (robert)")
    assert admin.code(b"RENAMEACCOUNT bob into robert@client1.com") == 520
    assert admin.ask(b"LISTDOMAINOBJECTS example.com 9") == b"201 (2,{bob=macnt;postmaster=macnt;robert=(bob);},1,0)"


def test_the_owner_of_a_list_stays_in_its_domain(admin, client):
    admin.do(b"CREATEACCOUNT bob", b"CREATELIST news for bob")
    assert admin.refused(b"RENAMEACCOUNT bob into bob@client1.com")
    assert admin.ask(b"GETLIST news") == b"201 {Owner=bob;}"


# --- deleting

def test_deleting_frees_names_and_numbers(admin):
    admin.do(
        b"CREATEACCOUNT bob", b"SETACCOUNTALIASES bob (robert)", b"SETACCOUNTTELNUMS bob (1001)", b"DELETEACCOUNT bob",
        b"CREATEGROUP bob", b"CREATEGROUP robert", b"SETACCOUNTTELNUMS postmaster (1001)",
    )
    assert admin.ask(b"LISTACCOUNTS") == b"201 {postmaster=macnt;}"


def test_an_alias_stands_for_its_account_even_here(admin):
    """Which is why a client must look before it deletes."""
    admin.do(b"CREATEACCOUNT bob", b"SETACCOUNTALIASES bob (robert)", b"DELETEACCOUNT robert")
    assert admin.code(b"GETACCOUNTSETTINGS bob") == 513


def test_the_sessions_of_a_deleted_account_end(admin, connect):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}")
    bob = connect("bob", "pass")
    admin.do(b"DELETEACCOUNT bob")
    assert bob.line() == b""


def test_the_postmaster_cannot_be_deleted_or_renamed(admin):
    admin.do(b"SETACCOUNTALIASES postmaster (root)")
    for command in (b"DELETEACCOUNT postmaster", b"DELETEACCOUNT root", b"RENAMEACCOUNT postmaster into x"):
        assert admin.refused(command)
    admin.do(
        b"CREATEDOMAIN client1.com",
        b"CREATEACCOUNT postmaster@client1.com",
        b"DELETEACCOUNT postmaster@client1.com",
    )


def test_the_owner_of_a_list_cannot_be_deleted(admin):
    admin.do(b"CREATEACCOUNT bob", b"CREATELIST news for bob")
    assert admin.refused(b"DELETEACCOUNT bob")
    admin.do(b"DELETELIST news", b"DELETEACCOUNT bob")


@pytest.mark.parametrize("kind", [
    b"CREATEGROUP x", b"CREATEFORWARDER x TO a@example.org", b"CREATELIST x for postmaster",
])
def test_another_kind_of_object_is_no_account(admin, kind):
    admin.do(kind)
    assert admin.code(b"GETACCOUNTSETTINGS x") == 513
    assert admin.code(b"DELETEACCOUNT x") == 513


# --- types

@pytest.mark.parametrize("account_type", [b"MultiMailbox", b"AGrade", b"BGrade", b"CGrade"])
def test_types_of_the_same_set_can_be_changed(admin, account_type):
    admin.do(b"CREATEACCOUNT bob " + account_type, b"SETACCOUNTTYPE bob BGrade", b"SETACCOUNTTYPE bob multimailbox")
    assert admin.ask(b"LISTACCOUNTS") == b"201 {bob=macnt;postmaster=macnt;}"


@pytest.mark.parametrize("account_type", [b"TextMailbox", b"MailDirMailbox", b"SlicedMailbox"])
def test_single_mailbox_types_cannot_be_changed(admin, account_type):
    admin.do(b"CREATEACCOUNT bob " + account_type)
    assert admin.refused(b"SETACCOUNTTYPE bob MultiMailbox")
    assert admin.refused(b"SETACCOUNTTYPE postmaster " + account_type)
