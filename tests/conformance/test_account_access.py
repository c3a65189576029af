# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Account Administration: Account ACLs and sessions."""

from __future__ import annotations

import pytest

BOB, ANN = b"bob@client1.com", b"ann@client1.com"


@pytest.fixture(autouse=True)
def accounts(admin):
    admin.do(
        b"CREATEDOMAIN client1.com", b"CREATEACCOUNT bob@client1.com {Password=pass;}",
        b"CREATEACCOUNT ann@client1.com {Password=pass;}",
    )


@pytest.fixture
def acl(admin):
    """Reads bob's ACL."""
    return lambda: admin.ask(b"GETACCOUNTACL bob@client1.com")


# --- Account ACL

def test_getaccountacl_is_a_dictionary_of_elements(admin, acl):
    assert acl() == b"201 {}"
    admin.do(b'SETACCOUNTACL bob@client1.com {ann=lr;"anyone@"=l;"#staff"=p;}')
    assert acl() == b'201 {"#staff"=p;ann=lr;anyone@=l;}'


def test_setaccountacl_leaves_elements_that_it_does_not_name(admin, acl):
    admin.do(b"SETACCOUNTACL bob@client1.com {ann=lr;max=l;}", b"SETACCOUNTACL bob@client1.com {ann=a;}")
    assert acl() == b"201 {ann=a;max=l;}"


def test_setaccountacl_removes_the_rights_after_a_minus(admin, acl):
    admin.do(b"SETACCOUNTACL bob@client1.com {ann=lrca;}", b'SETACCOUNTACL bob@client1.com {ann="-rcx";}')
    assert acl() == b"201 {ann=la;}"


def test_setaccountacl_adds_the_rights_after_a_plus(admin, acl):
    admin.do(b"SETACCOUNTACL bob@client1.com {ann=lr;}", b'SETACCOUNTACL bob@client1.com {ann="+rca";}')
    assert acl() == b"201 {ann=lrca;}"


def test_setaccountacl_replaces_the_rights_otherwise(admin, acl):
    admin.do(b"SETACCOUNTACL bob@client1.com {ann=lr;}", b"SETACCOUNTACL bob@client1.com {ann=ca;}")
    assert acl() == b"201 {ann=ca;}"


@pytest.mark.parametrize("rights", [b"la", b'"+la"'])
def test_setaccountacl_creates_an_element_that_did_not_exist(admin, acl, rights):
    admin.do(b"SETACCOUNTACL bob@client1.com {ann=%s;}" % rights)
    assert acl() == b"201 {ann=la;}"


@pytest.mark.parametrize("nothing", [b'"-lr"', b'""', b'"-rlx"'])
def test_setaccountacl_removes_an_element_whose_set_of_rights_is_empty(admin, acl, nothing):
    admin.do(
        b"SETACCOUNTACL bob@client1.com {ann=lr;max=l;}",
        b'SETACCOUNTACL bob@client1.com {ann=%s;nobody="-x";}' % nothing,
    )
    assert acl() == b"201 {max=l;}"


@pytest.mark.parametrize("value", [b"(r)", b"l1", b'"l r"', b"#5", b"{}"])
def test_setaccountacl_changes_nothing_when_a_value_is_no_string_of_letters(admin, acl, value):
    admin.do(b"SETACCOUNTACL bob@client1.com {ann=l;}")
    assert admin.code(b"SETACCOUNTACL bob@client1.com {a=lr;ann=%s;}" % value) == 501
    assert acl() == b"201 {ann=l;}"


def test_setaccountacl_takes_letters_of_the_latin_alphabet_only(admin, acl):
    assert admin.code('SETACCOUNTACL bob@client1.com {ann="\u00e4";}'.encode()) == 501
    assert acl() == b"201 {}"


def test_getaccountacl_with_auth_needs_that_accounts_admin_right(admin):
    admin.do(b"SETACCOUNTACL bob@client1.com {ann=lr;}")
    assert admin.code(b"GETACCOUNTACL bob@client1.com AUTH ann@client1.com") == 510
    admin.do(b"SETACCOUNTACL bob@client1.com {ann=a;}")
    assert admin.ask(b"GETACCOUNTACL bob@client1.com AUTH ann@client1.com") == b"201 {ann=a;}"
    assert admin.ask(b"GETACCOUNTACL bob@client1.com AUTH bob@client1.com") == b"201 {ann=a;}"
    assert admin.code(b"GETACCOUNTACL bob@client1.com AUTH nobody@client1.com") == 513


def test_setaccountacl_with_auth_needs_that_accounts_admin_right(admin, acl):
    assert admin.code(b"SETACCOUNTACL bob@client1.com AUTH ann@client1.com {ann=a;}") == 510
    assert acl() == b"201 {}"
    admin.do(
        b"SETACCOUNTACL bob@client1.com {ann=a;}", b"SETACCOUNTACL bob@client1.com AUTH ann@client1.com {max=l;}",
    )
    assert acl() == b"201 {ann=a;max=l;}"
    assert admin.code(b"SETACCOUNTACL bob@client1.com AUTH nobody@client1.com {ann=a;}") == 513


@pytest.mark.parametrize("command", [b"GETACCOUNTACL %s", b"SETACCOUNTACL %s {}", b"GETACCOUNTACLRIGHTS %s AUTH bob"])
def test_the_owner_manages_the_own_acl_and_may_be_an_asterisk(connect, command):
    bob = connect("bob@client1.com", "pass")
    for name in (b"*", b"bob", BOB):
        assert bob.code(command % name) in (200, 201)
    assert bob.code(command % ANN) == 510


@pytest.mark.parametrize("command", [
    b"GETACCOUNTACL %s", b"SETACCOUNTACL %s {ann=lrswdipca;}", b"GETACCOUNTACLRIGHTS %s AUTH ann",
    b"GETACCOUNTACL %s AUTH ann", b"SETACCOUNTACL %s AUTH ann {ann=lrswdipca;}",
], ids=["GETACCOUNTACL", "SETACCOUNTACL", "GETACCOUNTACLRIGHTS", "GETACCOUNTACL-auth", "SETACCOUNTACL-auth"])
def test_rights_to_an_account_make_nobody_its_owner(admin, connect, acl, command):
    admin.do(b"SETACCOUNTACL bob@client1.com {ann=la;}")
    assert connect("ann@client1.com", "pass").code(command % BOB) == 510
    assert acl() == b"201 {ann=la;}"


def test_getaccountaclrights_adds_up_what_an_account_has(admin):
    admin.do(b'SETACCOUNTACL bob@client1.com {ann=l;"anyone@"=r;anyone=p;"anyone@example.com"=d;}')
    assert admin.ask(b"GETACCOUNTACLRIGHTS bob@client1.com AUTH ann@client1.com") == b"201 lrp"
    assert admin.ask(b"GETACCOUNTACLRIGHTS bob@client1.com AUTH postmaster") == b"201 dp"
    assert admin.code(b"GETACCOUNTACLRIGHTS bob@client1.com AUTH nobody") == 513


@pytest.mark.parametrize("identifier", [b"MAX", b"Max@Client1.com", b"#STAFF", b"ANYONE@CLIENT1.COM"])
def test_getaccountaclrights_finds_an_account_whatever_the_case_of_its_names(admin, identifier):
    admin.do(
        b"CREATEACCOUNT Max@client1.com", b"CREATEGROUP Staff@client1.com {Members=(mAX);}",
        b'SETACCOUNTACL bob@client1.com {"%s"=lr;}' % identifier,
    )
    assert admin.ask(b"GETACCOUNTACLRIGHTS bob@client1.com AUTH max@CLIENT1.com") == b"201 lr"


def test_getaccountaclrights_does_not_count_what_other_accounts_have(admin):
    admin.do(
        b"CREATEDOMAIN Other.example", b"CREATEACCOUNT ann@other.example",
        b'SETACCOUNTACL bob@client1.com {max=l;"ann@other.example"=r;"max@other.example"=p;}',
    )
    assert admin.ask(b"GETACCOUNTACLRIGHTS bob@client1.com AUTH ann@client1.com") == b'201 ""'
    assert admin.ask(b"GETACCOUNTACLRIGHTS bob@client1.com AUTH ann@other.example") == b"201 r"


def test_getaccountaclrights_is_an_empty_string_without_any_and_everything_for_the_owner(admin):
    assert admin.ask(b"GETACCOUNTACLRIGHTS bob@client1.com AUTH ann@client1.com") == b'201 ""'
    assert admin.ask(b"GETACCOUNTACLRIGHTS bob@client1.com AUTH bob@client1.com") == b"201 lrswdipca"


def test_getaccountaclrights_counts_what_a_group_has(admin):
    admin.do(
        b"CREATEGROUP staff@client1.com {Members=(ann,postmaster@example.com);}",
        b'SETACCOUNTACL bob@client1.com {"#staff"=lr;}',
    )
    assert admin.ask(b"GETACCOUNTACLRIGHTS bob@client1.com AUTH ann@client1.com") == b"201 lr"
    assert admin.ask(b"GETACCOUNTACLRIGHTS bob@client1.com AUTH postmaster") == b"201 lr"
    admin.do(b"SETGROUP staff@client1.com {Members=(bob);}")
    assert admin.ask(b"GETACCOUNTACLRIGHTS bob@client1.com AUTH ann@client1.com") == b'201 ""'


# --- sessions

def test_killaccountsessions_ends_all_connections_of_one_account(admin, connect):
    sessions = [connect("bob@client1.com", "pass") for _session in range(3)]
    other = connect("ann@client1.com", "pass")
    admin.do(b"KILLACCOUNTSESSIONS bob@client1.com")
    assert [session.line() for session in sessions] == [b"", b"", b""]
    other.do(b"NOOP")


def test_killaccountsessions_ends_all_web_sessions_of_one_account(admin):
    for name in (BOB, BOB, ANN):
        assert admin.code(b"CREATEWEBUSERSESSION %s ADDRESS 10.0.0.1" % name) == 201
    admin.do(b"KILLACCOUNTSESSIONS bob@client1.com")
    assert admin.ask(b"LISTACCOUNTSESSIONS bob@client1.com") == b"201 ()"
    assert admin.ask(b"LISTACCOUNTSESSIONS ann@client1.com") != b"201 ()"


def test_killaccountsessions_is_answered_when_it_ends_the_own_session(connect):
    wire = connect("postmaster", "secret")
    wire.send(b"KILLACCOUNTSESSIONS postmaster\r\n")
    assert wire.rest() == b"200 OK\r\n"


def test_killaccountsessions_keeps_nobody_from_logging_in_again(admin, connect):
    admin.do(b"KILLACCOUNTSESSIONS bob@client1.com")
    connect("bob@client1.com", "pass").do(b"NOOP")
