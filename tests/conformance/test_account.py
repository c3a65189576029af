# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Account Administration: creating, renaming, deleting, types, locations."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options


@pytest.fixture
def options() -> Options:
    return Options(port=0, main_domain="example.com", password="secret", cluster=True)


@pytest.fixture(autouse=True)
def client(admin):
    admin.do(b"CREATEDOMAIN client1.com")


# --- names

def test_createaccount_renameaccount_and_the_rest_of_the_sample_session(admin):
    """The sample session under CLI Access, with the code that live servers give for a duplicate name."""
    assert admin.ask(b'CreateAccount "user1"') == b"200 OK"
    assert admin.ask(b'CreateAccount "user1"') == b"520 account with this name already exists"
    assert admin.ask(b'RenameAccount "user1" into "user2"') == b"200 OK"
    assert admin.ask(b'CreateDomain "client2.com"') == b"200 OK"
    assert admin.ask(b'CreateAccount "user1@client2.com" TextMailbox') == b"200 OK"
    assert admin.ask(b"ListDomains") == b"201 (example.com,client1.com,client2.com)"


def test_createaccount_without_a_domain_name_is_about_the_administrators_domain(admin, connect):
    admin.do(b"CREATEACCOUNT bob {Key=main;}", b"CREATEACCOUNT bob@client1.com {Key=client;Password=pass;}")
    assert admin.ask(b"GETACCOUNTSETTINGS bob@example.com") == b"201 {Key=main;}"
    admin.do(b"SETACCOUNTRIGHTS bob@client1.com (CanCreateAccounts)")
    connect("bob@client1.com", "pass").do(b"CREATEACCOUNT ann")
    assert admin.ask(b"LISTACCOUNTS client1.com") == b"201 {ann=macnt;bob=macnt;}"


def test_getaccountsettings_takes_names_in_any_case_and_domain_aliases(admin):
    admin.do(b"SETDOMAINALIASES client1.com (alias.example)", b"CREATEACCOUNT Bob@client1.com {A=1;}")
    for name in (b"bob@client1.com", b"BOB@Client1.COM", b"bob@alias.example"):
        assert admin.ask(b"GETACCOUNTSETTINGS " + name) == b"201 {A=1;}"


_ABOUT_ONE = [
    b"RENAMEACCOUNT %s into y", b"DELETEACCOUNT %s", b"SETACCOUNTTYPE %s AGrade", b"GETACCOUNTSETTINGS %s",
    b"UPDATEACCOUNTSETTINGS %s {}", b"GETACCOUNTEFFECTIVESETTINGS %s", b"GETACCOUNTONESETTING %s x",
    b"SETACCOUNTPASSWORD %s PASSWORD x", b"VERIFYACCOUNTPASSWORD %s PASSWORD x", b"VERIFYACCOUNTIDENTITY %s FOR x",
    b"GETACCOUNTALIASES %s", b"SETACCOUNTALIASES %s ()", b"GETACCOUNTTELNUMS %s", b"SETACCOUNTTELNUMS %s ()",
    b"MODIFYACCOUNTTELNUMS %s {op=pop;}", b"GETACCOUNTMAILRULES %s", b"SETACCOUNTMAILRULES %s ()",
    b"GETACCOUNTSIGNALRULES %s", b"SETACCOUNTSIGNALRULES %s ()", b"UPDATEACCOUNTMAILRULE %s DELETE x",
    b"UPDATEACCOUNTSIGNALRULE %s DELETE x", b"GETACCOUNTRPOPS %s", b"SETACCOUNTRPOPS %s {}", b"GETACCOUNTRIMAPS %s",
    b"SETACCOUNTRIMAPS %s {}", b"GETACCOUNTRSIPS %s", b"SETACCOUNTRSIPS %s {}", b"UPDATESCHEDULEDTASK %s {id=x;}",
    b"GETACCOUNTRIGHTS %s", b"SETACCOUNTRIGHTS %s ()", b"GETACCOUNTINFO %s", b"GETACCOUNTPREFS %s",
    b"UPDATEACCOUNTPREFS %s {}", b"SETACCOUNTPREFS %s {}", b"GETACCOUNTEFFECTIVEPREFS %s", b"KILLACCOUNTSESSIONS %s",
    b"GETACCOUNTACL %s", b"SETACCOUNTACL %s {}", b"GETACCOUNTACLRIGHTS %s AUTH postmaster", b"SETACCOUNTSETTINGS %s {}",
    b"GETACCOUNTLOCATION %s", b"GETACCOUNTPRESENCE %s", b"LISTACCOUNTNAMEDTASKS %s",
]


@pytest.mark.parametrize("command", _ABOUT_ONE, ids=lambda command: command.split()[0].decode())
def test_the_account_must_exist_and_so_must_its_domain(admin, command):
    admin.do(b"CREATEGROUP group")
    # Whoever guesses passwords is not told which Accounts there are.
    absent = b"515 incorrect password" if command.startswith(b"VERIFYACCOUNTPASSWORD") else b"513 unknown user account"
    assert admin.ask(command % b"nobody") == absent
    assert admin.ask(command % b"nobody@client1.com") == absent
    assert admin.ask(command % b"group") == absent
    assert admin.code(command % b"postmaster@nowhere.example") == 512


@pytest.mark.parametrize("command", _ABOUT_ONE, ids=lambda command: command.split()[0].decode())
def test_an_asterisk_in_quotation_marks_is_an_illegal_name(admin, command):
    """Seen live of GETACCOUNTPREFS; only a bare one is the user's own Account."""
    before = admin.ask(b"GETACCOUNTEFFECTIVESETTINGS *")
    assert admin.ask(command % b'"*"') == b"525 illegal name for a domain object"
    assert admin.ask(b"GETACCOUNTEFFECTIVESETTINGS *") == before


@pytest.mark.parametrize("create", [
    b"CREATEACCOUNT %s", b"CREATEGROUP %s", b"CREATEFORWARDER %s TO a@example.org", b"CREATELIST %s for owner",
    b"CREATENAMEDTASK %s for owner", b"RENAMEACCOUNT owner into %s", b"SETACCOUNTALIASES owner (%s)",
    b"RENAMEGROUP other into %s",
])
@pytest.mark.parametrize(("taken", "code"), [
    (b"account", b"520"), (b"alias", b"521"), (b"group", b"523"), (b"forwarder", b"524"), (b"list", b"522"),
    (b"task", b"501"), (b"Account", b"520"), (b"Alias", b"521"),
])
def test_all_objects_of_a_domain_share_one_space_of_names(admin, create, taken, code):
    admin.do(
        b"CREATEACCOUNT owner", b"CREATEACCOUNT account", b"SETACCOUNTALIASES account (alias)", b"CREATEGROUP group",
        b"CREATEFORWARDER forwarder TO a@example.org", b"CREATELIST list for account",
        b"CREATENAMEDTASK task for account", b"CREATEGROUP other",
    )
    before = admin.ask(b"LISTDOMAINOBJECTS example.com 99")
    reply = admin.ask(create % taken)
    assert reply.startswith(code + b" ") and reply.endswith(b" with this name already exists")
    assert admin.ask(b"LISTDOMAINOBJECTS example.com 99") == before


@pytest.mark.parametrize("name", [b'""', b'"two words"', b'"a/b"', b'"tab\\tname"', b"*", b'"@example.com"', b'"a*"'])
def test_createaccount_refuses_illegal_names(admin, name):
    assert admin.refused(b"CREATEACCOUNT " + name)
    assert admin.ask(b"LISTACCOUNTS") == b"201 {pbx=macnt;postmaster=macnt;}"


def test_createaccount_needs_a_domain_that_exists(admin):
    assert admin.code(b"CREATEACCOUNT bob@nowhere.example") == 512


# --- creating

def test_createaccount_takes_its_settings_from_the_template_and_modifies_them(admin):
    admin.do(
        b"UPDATEACCOUNTTEMPLATE client1.com {A=template;B=template;C=template;}",
        b"CREATEACCOUNT bob@client1.com {B=own;C=default;D=own;}",
    )
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {A=template;B=own;D=own;}"


def test_createaccount_uses_the_template_of_the_target_domain_as_it_is_then(admin):
    admin.do(
        b"UPDATEACCOUNTTEMPLATE {A=main;}", b"CREATEACCOUNT bob@client1.com",
        b"UPDATEACCOUNTTEMPLATE client1.com {A=1;}",
    )
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {}"
    admin.do(b"CREATEACCOUNT ann@client1.com")
    assert admin.ask(b"GETACCOUNTSETTINGS ann@client1.com") == b"201 {A=1;}"


def test_createaccount_stores_a_password_from_the_template_as_the_encryption_says(admin):
    admin.do(
        b"UPDATEACCOUNTTEMPLATE client1.com {Password=hidden;PasswordEncryption=MD5;}",
        b"CREATEACCOUNT bob@client1.com", b"VERIFYACCOUNTPASSWORD bob@client1.com PASSWORD hidden",
    )
    assert b"hidden" not in admin.ask(b"GETACCOUNTSETTINGS bob@client1.com")


def test_createaccount_makes_a_multi_mailbox_account_when_no_type_is_named(admin):
    admin.do(b"CREATEACCOUNT bob", b"CREATEACCOUNT ann MultiMailbox", b"CREATEMAILBOX bob MAILBOX Work")
    assert admin.ask(b"LISTACCOUNTS") == b"201 {ann=macnt;bob=macnt;pbx=macnt;postmaster=macnt;}"


@pytest.mark.parametrize("account_type", [
    b"MultiMailbox", b"TextMailbox", b"MailDirMailbox", b"SlicedMailbox", b"AGrade", b"BGrade", b"CGrade",
    b"textmailbox", b"AGRADE",
])
def test_createaccount_knows_all_types_in_any_case(admin, account_type):
    admin.do(b"CREATEACCOUNT bob " + account_type)
    assert admin.ask(b"GETACCOUNTSETTINGS bob") == b"201 {}"


@pytest.mark.parametrize("account_type", [b"TextMailbox", b"MailDirMailbox", b"SlicedMailbox"])
def test_createaccount_makes_accounts_with_one_mailbox_only(admin, account_type):
    admin.do(b"CREATEACCOUNT bob " + account_type)
    assert admin.refused(b"CREATEMAILBOX bob MAILBOX Work")
    assert admin.ask(b"LISTMAILBOXES bob").startswith(b"201 {INBOX=")


def test_createaccount_tells_the_types_apart_in_listings(admin):
    types = (b"MultiMailbox", b"TextMailbox", b"MailDirMailbox", b"SlicedMailbox", b"AGrade", b"BGrade", b"CGrade")
    for account_type in types:
        admin.do(b"CREATEACCOUNT x%s@client1.com %s" % (account_type, account_type))
    members = admin.ask(b"LISTACCOUNTS client1.com")[len(b"201 {"):-len(b";}")].split(b";")
    assert len({member.partition(b"=")[2] for member in members}) == len(types)


def test_createaccount_refuses_an_unknown_type(admin):
    assert admin.refused(b"CREATEACCOUNT bob HugeMailbox")
    assert admin.code(b"GETACCOUNTSETTINGS bob") == 513


def test_createaccount_with_type_path_legacy_and_settings_together(admin):
    admin.do(
        b"CREATEACCOUNTSTORAGE client1.com PATH disk1",
        b"CREATEACCOUNT bob@client1.com SlicedMailbox PATH disk1 LEGACY {RealName=Bob;}",
        b"CREATEACCOUNT ann@client1.com textmailbox EXTERNAL",
    )
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {RealName=Bob;}"
    assert admin.ask(b"GETACCOUNTLOCATION bob@client1.com").startswith(b'201 "disk1.mnt/bob.')


def test_createaccount_gives_a_multi_mailbox_account_a_legacy_inbox(admin, simulator):
    admin.do(b"CREATEACCOUNT bob LEGACY", b"CREATEACCOUNT ann", b"CREATEMAILBOX bob MAILBOX Work")
    domain = simulator.service.server.main_domain  # no command tells
    assert domain.find("bob").legacy and not domain.find("ann").legacy


def test_createaccount_needs_a_storage_mount_point_of_that_domain(admin):
    admin.do(b"CREATEACCOUNTSTORAGE example.com PATH disk1")
    assert admin.refused(b"CREATEACCOUNT bob@client1.com PATH disk1")
    assert admin.ask(b"LISTACCOUNTS client1.com") == b"201 {}"


@pytest.mark.parametrize("command", [
    b"CREATEACCOUNT new PATH %s", b"RENAMEACCOUNT bob into new PATH %s",
], ids=["CREATEACCOUNT", "RENAMEACCOUNT"])
def test_the_mount_point_is_named_without_its_suffix(admin, command):
    admin.do(b"CREATEACCOUNTSTORAGE example.com PATH disk1", b"CREATEACCOUNT bob")
    assert admin.refused(command % b'"disk1.mnt"')
    assert admin.ask(b"LISTACCOUNTS") == b"201 {bob=macnt;pbx=macnt;postmaster=macnt;}"
    admin.do(command % b"disk1")
    assert admin.ask(b"GETACCOUNTLOCATION new") == b'201 "disk1.mnt/new.macnt"'


def test_createaccount_by_a_domain_administrator_uses_the_whole_template(admin, connect):
    admin.do(
        b"UPDATEACCOUNTTEMPLATE client1.com {MaxAccountSize=1G;RealName=Nobody;}",
        b"CREATEACCOUNT boss@client1.com {Password=pass;}", b"SETACCOUNTRIGHTS boss@client1.com (CanCreateAccounts)",
    )
    connect("boss@client1.com", "pass").do(b"CREATEACCOUNT bob {MaxAccountSize=default;RealName=Bob;}")
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {MaxAccountSize=1G;RealName=Nobody;}"


def test_createaccount_refuses_settings_that_are_no_dictionary(admin):
    assert admin.code(b"CREATEACCOUNT bob (a,b)") == 500
    assert admin.code(b"CREATEACCOUNT bob {Password=(a);}") == 501
    assert admin.ask(b"LISTACCOUNTS") == b"201 {pbx=macnt;postmaster=macnt;}"


# --- renaming

def test_renameaccount_keeps_everything_that_is_the_accounts(admin):
    admin.do(
        b"CREATEACCOUNT bob {RealName=Bob;}", b"SETACCOUNTALIASES bob (robert)", b"SETACCOUNTTELNUMS bob (1001)",
        b"CREATELIST news for bob", b"CREATENAMEDTASK robot FOR bob", b"RENAMEACCOUNT bob into rob",
    )
    assert admin.code(b"GETACCOUNTSETTINGS bob") == 513
    assert admin.ask(b"GETACCOUNTSETTINGS rob") == b"201 {RealName=Bob;}"
    assert admin.ask(b"GETACCOUNTSETTINGS robert") == b"201 {RealName=Bob;}"
    assert admin.ask(b"GETACCOUNTTELNUMS rob") == b"201 (1001)"
    assert b"Owner=rob;" in admin.ask(b"GETLIST news")
    assert admin.ask(b"GETNAMEDTASK robot") == b"201 {Owner=rob;}"
    admin.do(b"CREATEACCOUNT bob")


def test_renameaccount_may_change_the_case_alone(admin):
    admin.do(b"CREATEACCOUNT bob", b"RENAMEACCOUNT bob into Bob")
    assert admin.ask(b"LISTACCOUNTS") == b"201 {Bob=macnt;pbx=macnt;postmaster=macnt;}"


def test_renameaccount_by_an_alias_renames_the_account(admin):
    admin.do(b"CREATEACCOUNT bob", b"SETACCOUNTALIASES bob (robert)", b"RENAMEACCOUNT robert into rob")
    assert admin.ask(b"LISTACCOUNTS") == b"201 {pbx=macnt;postmaster=macnt;rob=macnt;}"
    assert admin.ask(b"GETACCOUNTALIASES rob") == b"201 (robert)"


def test_renameaccount_into_another_domain_takes_aliases_and_telnums_along(admin):
    admin.do(
        b"CREATEACCOUNT bob {RealName=Bob;}", b"SETACCOUNTALIASES bob (robert)", b"SETACCOUNTTELNUMS bob (1001)",
        b"CREATEACCOUNTSTORAGE client1.com PATH disk1", b"RENAMEACCOUNT bob into rob@client1.com PATH disk1",
    )
    assert admin.ask(b"LISTACCOUNTS") == b"201 {pbx=macnt;postmaster=macnt;}"
    assert admin.ask(b"GETACCOUNTSETTINGS robert@client1.com") == b"201 {RealName=Bob;}"
    assert admin.ask(b"LISTDOMAINTELNUMS client1.com 5") == b'201 {""=#1;1001=rob;}'
    assert admin.ask(b"LISTDOMAINTELNUMS example.com 5") == b'201 {""=#0;}'
    assert admin.ask(b"GETACCOUNTLOCATION rob@client1.com") == b'201 "disk1.mnt/rob.macnt"'
    assert admin.code(b"GETACCOUNTSETTINGS robert") == 513


def test_renameaccount_into_another_domain_shows_that_domains_defaults(admin):
    admin.do(
        b"SETSERVERACCOUNTDEFAULTS {}", b"SETACCOUNTDEFAULTS example.com {A=main;}",
        b"SETACCOUNTDEFAULTS client1.com {A=client;}", b"CREATEACCOUNT bob", b"RENAMEACCOUNT bob into bob@client1.com",
    )
    assert admin.ask(b"GETACCOUNTEFFECTIVESETTINGS bob@client1.com") == b"201 {A=client;}"


@pytest.mark.parametrize("taken", [b"rob", b"robert"])
def test_renameaccount_changes_nothing_when_a_name_is_taken(admin, taken):
    admin.do(
        b"CREATEACCOUNT bob {RealName=Bob;}", b"SETACCOUNTALIASES bob (robert)", b"CREATEGROUP %s@client1.com" % taken,
    )
    assert admin.code(b"RENAMEACCOUNT bob into rob@client1.com") == 523
    assert admin.ask(b"GETACCOUNTSETTINGS robert") == b"201 {RealName=Bob;}"
    assert admin.ask(b"LISTACCOUNTS client1.com") == b"201 {}"


def test_renameaccount_into_the_name_of_an_own_alias_is_refused(admin):
    admin.do(b"CREATEACCOUNT bob", b"SETACCOUNTALIASES bob (robert)")
    assert admin.code(b"RENAMEACCOUNT bob into robert") == 521
    assert admin.code(b"RENAMEACCOUNT bob into robert@client1.com") == 521
    assert admin.ask(b"LISTDOMAINOBJECTS example.com 9") == (
        b"201 (3,{bob=macnt;pbx=macnt;postmaster=macnt;robert=(bob);},1,0)"
    )


@pytest.mark.parametrize("create", [b"CREATELIST thing for bob", b"CREATENAMEDTASK thing FOR bob"])
def test_renameaccount_does_not_take_an_owner_out_of_the_domain(admin, create):
    admin.do(b"CREATEACCOUNT bob", create)
    assert admin.code(b"RENAMEACCOUNT bob into bob@client1.com") == 501
    assert admin.ask(b"LISTACCOUNTS") == b"201 {bob=macnt;pbx=macnt;postmaster=macnt;}"


def test_renameaccount_between_a_shared_and_a_local_domain_is_refused(admin):
    admin.do(
        b"CREATEDOMAIN shared1.example SHARED", b"CREATEDOMAIN shared2.example SHARED",
        b"CREATEACCOUNT bob@client1.com", b"CREATEACCOUNT ann@shared1.example",
    )
    assert admin.code(b"RENAMEACCOUNT bob@client1.com into bob@shared1.example") == 501
    assert admin.code(b"RENAMEACCOUNT ann@shared1.example into ann@client1.com") == 501
    admin.do(b"RENAMEACCOUNT ann@shared1.example into ann@shared2.example", b"RENAMEACCOUNT bob@client1.com into bob")
    assert admin.ask(b"LISTACCOUNTS shared2.example") == b"201 {ann=macnt;}"


def test_renameaccount_needs_a_domain_and_a_legal_name(admin):
    admin.do(b"CREATEACCOUNT bob")
    assert admin.code(b"RENAMEACCOUNT bob into bob@nowhere.example") == 512
    assert admin.refused(b'RENAMEACCOUNT bob into "two words"')
    assert admin.refused(b'RENAMEACCOUNT bob into "two words@client1.com"')
    assert admin.ask(b"LISTACCOUNTS") == b"201 {bob=macnt;pbx=macnt;postmaster=macnt;}"


def test_renameaccount_moves_the_data_to_a_storage_mount_point(admin):
    admin.do(b"CREATEACCOUNT bob", b"CREATEACCOUNTSTORAGE example.com PATH disk1")
    assert admin.refused(b"RENAMEACCOUNT bob into rob PATH disk2")
    assert admin.ask(b"GETACCOUNTLOCATION bob") == b"201 bob.macnt"
    admin.do(b"RENAMEACCOUNT bob into rob PATH disk1", b"RENAMEACCOUNT rob into bob")
    assert admin.ask(b"GETACCOUNTLOCATION bob") == b'201 "disk1.mnt/bob.macnt"'


def test_renameaccount_into_another_domain_finds_the_mount_points_of_that_domain_only(admin):
    admin.do(b"CREATEACCOUNTSTORAGE example.com PATH disk1", b"CREATEACCOUNT bob PATH disk1")
    assert admin.refused(b"RENAMEACCOUNT bob into bob@client1.com PATH disk1")
    assert admin.ask(b"GETACCOUNTLOCATION bob") == b'201 "disk1.mnt/bob.macnt"'
    admin.do(b"RENAMEACCOUNT bob into bob@client1.com")
    assert admin.ask(b"GETACCOUNTLOCATION bob@client1.com") == b"201 bob.macnt"


def test_renameaccount_keeps_the_postmaster_of_the_main_domain(admin):
    assert admin.refused(b"RENAMEACCOUNT postmaster into x")
    admin.do(b"CREATEACCOUNT postmaster@client1.com", b"RENAMEACCOUNT postmaster@client1.com into x@client1.com")


# --- deleting

def test_deleteaccount_frees_names_and_numbers(admin):
    admin.do(
        b"CREATEACCOUNT bob", b"SETACCOUNTALIASES bob (robert)", b"SETACCOUNTTELNUMS bob (1001)", b"DELETEACCOUNT bob",
        b"CREATEGROUP bob", b"CREATEGROUP robert", b"SETACCOUNTTELNUMS postmaster (1001)",
    )
    assert admin.ask(b"LISTACCOUNTS") == b"201 {pbx=macnt;postmaster=macnt;}"


def test_deleteaccount_by_an_alias_deletes_the_account(admin):
    """Which is why a client must look before it deletes."""
    admin.do(b"CREATEACCOUNT bob", b"SETACCOUNTALIASES bob (robert)", b"DELETEACCOUNT robert")
    assert admin.code(b"GETACCOUNTSETTINGS bob") == 513


def test_deleteaccount_forgets_everything(admin):
    admin.do(b"CREATEACCOUNT bob {A=1;}", b"SETACCOUNTMAILRULES bob ((1,x,(),()))")
    admin.do(b"DELETEACCOUNT bob", b"CREATEACCOUNT bob")
    assert admin.ask(b"GETACCOUNTSETTINGS bob") == b"201 {}"
    assert admin.ask(b"GETACCOUNTMAILRULES bob") == b"201 ()"


def test_deleteaccount_ends_the_sessions_of_the_account(admin, connect):
    admin.do(b"CREATEACCOUNT bob {Password=pass;}")
    bob = connect("bob", "pass")
    admin.do(b"DELETEACCOUNT bob")
    assert bob.line() == b""


def test_deleteaccount_keeps_the_postmaster_of_the_main_domain(admin):
    admin.do(b"SETACCOUNTALIASES postmaster (root)")
    assert admin.refused(b"DELETEACCOUNT postmaster")
    assert admin.refused(b"DELETEACCOUNT root")
    admin.do(b"CREATEACCOUNT postmaster@client1.com", b"DELETEACCOUNT postmaster@client1.com")


@pytest.mark.parametrize(("create", "delete"), [
    (b"CREATELIST thing for bob", b"DELETELIST thing"), (b"CREATENAMEDTASK thing FOR bob", b"DELETENAMEDTASK thing"),
])
def test_deleteaccount_does_not_leave_a_list_or_task_without_owner(admin, create, delete):
    admin.do(b"CREATEACCOUNT bob", create)
    assert admin.code(b"DELETEACCOUNT bob") == 501
    admin.do(delete, b"DELETEACCOUNT bob")


# --- types and locations

@pytest.mark.parametrize("account_type", [b"MultiMailbox", b"AGrade", b"BGrade", b"CGrade"])
def test_setaccounttype_changes_between_the_types_with_many_mailboxes(admin, account_type):
    admin.do(b"CREATEACCOUNT bob " + account_type, b"CREATEMAILBOX bob MAILBOX Work")
    before = admin.ask(b"LISTACCOUNTS")
    admin.do(b"SETACCOUNTTYPE bob BGrade")
    assert admin.ask(b"LISTACCOUNTS") == b"201 {bob=bacnt;pbx=macnt;postmaster=macnt;}"
    admin.do(b"SETACCOUNTTYPE bob %s" % account_type)
    assert admin.ask(b"LISTACCOUNTS") == before
    assert b"Work=" in admin.ask(b"LISTMAILBOXES bob")


@pytest.mark.parametrize("account_type", [b"TextMailbox", b"MailDirMailbox", b"SlicedMailbox"])
def test_setaccounttype_refuses_single_mailbox_types_old_and_new(admin, account_type):
    admin.do(b"CREATEACCOUNT bob " + account_type)
    before = admin.ask(b"LISTACCOUNTS")
    assert admin.code(b"SETACCOUNTTYPE bob MultiMailbox") == 501
    assert admin.code(b"SETACCOUNTTYPE postmaster " + account_type) == 500
    assert admin.ask(b"LISTACCOUNTS") == before


def test_getaccountlocation_is_the_directory_or_the_file_of_the_inbox_in_the_domain(admin):
    admin.do(
        b"CREATEACCOUNT bob", b"CREATEACCOUNT ann@client1.com", b"CREATEACCOUNTSTORAGE client1.com PATH disk1",
        b"CREATEACCOUNT eve@client1.com PATH disk1", b"CREATEACCOUNT max TextMailbox",
    )
    assert admin.ask(b"GETACCOUNTLOCATION bob") == b"201 bob.macnt"
    assert admin.ask(b"GETACCOUNTLOCATION ann@client1.com") == b"201 ann.macnt"
    assert admin.ask(b"GETACCOUNTLOCATION eve@client1.com") == b'201 "disk1.mnt/eve.macnt"'
    single = admin.ask(b"GETACCOUNTLOCATION max")
    assert single.startswith(b"201 max.") and single != b"201 max.macnt"
