# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Account Administration: Account ACLs, rights and sessions; and SETACCOUNTRIGHTS."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def accounts(admin):
    admin.do(
        b"CREATEDOMAIN client1.com", b"CREATEACCOUNT bob@client1.com {Password=pass;}",
        b"CREATEACCOUNT ann@client1.com {Password=pass;}",
    )


BOB, ANN = b"bob@client1.com", b"ann@client1.com"


# --- Account ACL

def test_acl_elements_are_replaced_added_and_removed(admin):
    admin.do(b'SETACCOUNTACL bob@client1.com {ann=lr;"anyone@"=l;}', b'SETACCOUNTACL bob@client1.com {ann="+ca";}')
    assert admin.ask(b"GETACCOUNTACL bob@client1.com") == b"201 {ann=lrca;anyone@=l;}"
    admin.do(b'SETACCOUNTACL bob@client1.com {ann="-rc";"anyone@"="";}')
    assert admin.ask(b"GETACCOUNTACL bob@client1.com") == b"201 {ann=la;}"
    admin.do(b'SETACCOUNTACL bob@client1.com {ann="-la";nobody="-x";}')
    assert admin.ask(b"GETACCOUNTACL bob@client1.com") == b"201 {}"


def test_acl_values_must_be_letters(admin):
    admin.do(b"SETACCOUNTACL bob@client1.com {ann=l;}")
    assert admin.refused(b"SETACCOUNTACL bob@client1.com {eve=lr;ann=(r);}")
    assert admin.refused(b"SETACCOUNTACL bob@client1.com {ann=l1;}")
    assert admin.ask(b"GETACCOUNTACL bob@client1.com") == b"201 {ann=l;}"


def test_auth_needs_the_admin_right(admin):
    assert admin.refused(b"GETACCOUNTACL bob@client1.com AUTH ann@client1.com")
    admin.do(b"SETACCOUNTACL bob@client1.com {ann=a;}")
    assert admin.ask(b"GETACCOUNTACL bob@client1.com AUTH ann@client1.com") == b"201 {ann=a;}"
    admin.do(b'SETACCOUNTACL bob@client1.com AUTH ann@client1.com {ann="-a";}')
    assert admin.refused(b"SETACCOUNTACL bob@client1.com AUTH ann@client1.com {ann=a;}")
    assert admin.code(b"GETACCOUNTACL bob@client1.com AUTH nobody@client1.com") == 513


def test_effective_rights_add_up(admin):
    admin.do(b'SETACCOUNTACL bob@client1.com {ann=l;"anyone@"=r;anyone=p;"anyone@example.com"=d;}')
    assert admin.ask(b"GETACCOUNTACLRIGHTS bob@client1.com AUTH ann@client1.com") == b"201 lrp"
    assert admin.ask(b"GETACCOUNTACLRIGHTS bob@client1.com AUTH postmaster") == b"201 dp"
    assert admin.ask(b"GETACCOUNTACLRIGHTS bob@client1.com AUTH bob@client1.com") == b"201 lrswdipca"


def test_groups_have_rights(admin):
    admin.do(
        b"CREATEGROUP staff@client1.com {Members=(ann,postmaster@example.com);}",
        b'SETACCOUNTACL bob@client1.com {"#staff"=lr;}',
    )
    assert admin.ask(b"GETACCOUNTACLRIGHTS bob@client1.com AUTH ann@client1.com") == b"201 lr"
    assert admin.ask(b"GETACCOUNTACLRIGHTS bob@client1.com AUTH postmaster") == b"201 lr"
    admin.do(b"SETGROUP staff@client1.com {Members=(bob);}")
    assert admin.ask(b"GETACCOUNTACLRIGHTS bob@client1.com AUTH ann@client1.com") == b'201 ""'


def test_the_owner_manages_the_own_acl(connect):
    bob = connect("bob@client1.com", "pass")
    bob.do(b"SETACCOUNTACL * {ann=l;}")
    assert bob.ask(b"GETACCOUNTACL bob@client1.com") == b"201 {ann=l;}"
    assert bob.refused(b"GETACCOUNTACL ann@client1.com")


# --- access rights

def test_rights_are_replaced(admin):
    assert admin.ask(b"GETACCOUNTRIGHTS bob@client1.com") == b"201 ()"
    admin.do(
        b"SETACCOUNTRIGHTS bob@client1.com (Domain,BasicSettings)",
        b"SETACCOUNTRIGHTS bob@client1.com (CanCreateGroups)",
    )
    assert admin.ask(b"GETACCOUNTRIGHTS bob@client1.com") == b"201 (CanCreateGroups)"
    assert admin.ask(b"GETACCOUNTRIGHTS postmaster") == b"201 (Master)"


def test_server_rights_are_for_the_main_domain_only(admin):
    assert admin.refused(b"SETACCOUNTRIGHTS bob@client1.com (Domain,Master)")
    assert admin.refused(b"SETACCOUNTRIGHTS bob@client1.com ((a))")
    assert admin.ask(b"GETACCOUNTRIGHTS bob@client1.com") == b"201 ()"
    admin.do(b"CREATEACCOUNT eve", b"SETACCOUNTRIGHTS eve (Master,Settings)")


def test_all_domains_is_enough_for_secondary_domains_only(admin, connect):
    admin.do(b"CREATEACCOUNT eve {Password=pass;}", b"SETACCOUNTRIGHTS eve (UserAccounts)")
    eve = connect("eve", "pass")
    eve.do(b"SETACCOUNTRIGHTS bob@client1.com (Domain)")
    assert eve.refused(b"SETACCOUNTRIGHTS eve (Master)")
    assert connect("ann@client1.com", "pass").refused(b"SETACCOUNTRIGHTS ann@client1.com (Domain)")


# --- sessions

def test_killaccountsessions_ends_all_of_one_account(admin, connect):
    sessions = [connect("bob@client1.com", "pass") for _session in range(3)]
    other = connect("ann@client1.com", "pass")
    admin.do(b"KILLACCOUNTSESSIONS bob@client1.com")
    assert [session.line() for session in sessions] == [b"", b"", b""]
    other.do(b"NOOP")
    assert admin.code(b"KILLACCOUNTSESSIONS nobody@client1.com") == 513


def test_the_command_that_ends_the_own_session_is_answered(connect):
    wire = connect("postmaster", "secret")
    wire.send(b"KILLACCOUNTSESSIONS postmaster\r\n")
    assert wire.rest() == b"200 OK\r\n"
