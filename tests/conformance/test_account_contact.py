# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Account Administration: aliases, telephone numbers, records of remote accounts."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def accounts(admin):
    admin.do(
        b"CREATEDOMAIN client1.com", b"CREATEACCOUNT bob", b"CREATEACCOUNT ann", b"CREATEACCOUNT eve@client1.com",
    )


# --- aliases

def test_getaccountaliases_is_an_array_of_names(admin):
    assert admin.ask(b"GETACCOUNTALIASES bob") == b"201 ()"
    admin.do(b"SETACCOUNTALIASES bob (z,a)")
    assert admin.ask(b"GETACCOUNTALIASES bob") == b"201 (z,a)"
    assert admin.ask(b"GETACCOUNTALIASES A") == b"201 (z,a)"


def test_setaccountaliases_removes_all_old_aliases(admin):
    admin.do(b"SETACCOUNTALIASES bob (z,a)", b"SETACCOUNTALIASES bob (a,b)", b"SETACCOUNTALIASES ann (z)")
    assert admin.ask(b"GETACCOUNTALIASES bob") == b"201 (a,b)"
    assert admin.ask(b"GETACCOUNTALIASES z") == b"201 (z)"
    admin.do(b"SETACCOUNTALIASES bob ()", b"CREATEACCOUNT a", b"CREATEACCOUNT b")


@pytest.mark.parametrize(("aliases", "code"), [
    (b"(ann)", 520), (b"(new,bob)", 520), (b"(x,X)", 521), (b"(new,taken)", 521),
])
def test_setaccountaliases_refuses_names_that_are_taken(admin, aliases, code):
    admin.do(b"SETACCOUNTALIASES ann (taken)", b"SETACCOUNTALIASES bob (mine)")
    assert admin.code(b"SETACCOUNTALIASES bob " + aliases) == code
    assert admin.ask(b"GETACCOUNTALIASES bob") == b"201 (mine)"
    assert admin.code(b"GETACCOUNTALIASES new") == 513


def test_setaccountaliases_may_use_a_name_that_another_domain_has(admin):
    admin.do(b"SETACCOUNTALIASES eve@client1.com (bob,postmaster)")
    assert admin.ask(b"GETACCOUNTALIASES bob@client1.com") == b"201 (bob,postmaster)"


@pytest.mark.parametrize(("aliases", "code"), [
    (b'("")', 525), (b'("a b")', 525), (b"(a@example.com)", 525), (b"((x))", 501), (b"(good,#5)", 501),
])
def test_setaccountaliases_refuses_what_is_no_name(admin, aliases, code):
    assert admin.code(b"SETACCOUNTALIASES bob " + aliases) == code
    assert admin.ask(b"GETACCOUNTALIASES bob") == b"201 ()"


# --- telephone numbers

def test_getaccounttelnums_is_an_array_of_numbers(admin):
    assert admin.ask(b"GETACCOUNTTELNUMS bob") == b"201 ()"
    admin.do(b'SETACCOUNTTELNUMS bob ("+4420",1001)')
    assert admin.ask(b"GETACCOUNTTELNUMS bob") == b'201 ("+4420",1001)'


def test_setaccounttelnums_removes_all_old_numbers(admin):
    admin.do(b'SETACCOUNTTELNUMS bob ("+4420",1001)', b"SETACCOUNTTELNUMS bob (1001,1002)")
    assert admin.ask(b"GETACCOUNTTELNUMS bob") == b"201 (1001,1002)"
    admin.do(b'SETACCOUNTTELNUMS ann ("+4420")', b"SETACCOUNTTELNUMS bob ()")
    admin.do(b"SETACCOUNTTELNUMS eve@client1.com (1001)")


@pytest.mark.parametrize("telnums", [b"(1000,1001)", b"(7,7)"])
def test_setaccounttelnums_refuses_a_number_that_any_account_of_the_server_has(admin, telnums):
    admin.do(b"SETACCOUNTTELNUMS bob (1001)", b"SETACCOUNTTELNUMS eve@client1.com (5)")
    assert admin.code(b"SETACCOUNTTELNUMS eve@client1.com " + telnums) == 501
    assert admin.ask(b"GETACCOUNTTELNUMS eve@client1.com") == b"201 (5)"
    assert admin.ask(b"LISTSERVERTELNUMS 9") == b'201 {""=#2;1001=bob@example.com;5=eve@client1.com;}'


@pytest.mark.parametrize("telnums", [b"((1))", b'("")', b"(1001,#5)", b'("10 01")'])
def test_setaccounttelnums_refuses_what_is_no_number_string(admin, telnums):
    admin.do(b"SETACCOUNTTELNUMS bob (1)")
    assert admin.code(b"SETACCOUNTTELNUMS bob " + telnums) == 501
    assert admin.ask(b"GETACCOUNTTELNUMS bob") == b"201 (1)"


@pytest.mark.parametrize("command", [
    b"SETACCOUNTTELNUMS bob (%s)", b"MODIFYACCOUNTTELNUMS bob {op=add;telnum=%s;}",
], ids=["SETACCOUNTTELNUMS", "MODIFYACCOUNTTELNUMS"])
def test_a_number_has_no_control_characters(admin, command):
    assert admin.code(command % b'"1\\t2"') == 501
    assert admin.ask(b"GETACCOUNTTELNUMS bob") == b"201 ()"


def test_modifyaccounttelnums_adds_a_number(admin):
    assert admin.ask(b"MODIFYACCOUNTTELNUMS bob {op=add;telnum=1001;}") == b"201 {}"
    assert admin.ask(b"MODIFYACCOUNTTELNUMS bob {op=add;telnum=1002;}") == b"201 {}"
    assert admin.ask(b"GETACCOUNTTELNUMS bob") == b"201 (1001,1002)"
    assert admin.ask(b"LISTSERVERTELNUMS 9") == b'201 {""=#2;1001=bob@example.com;1002=bob@example.com;}'


@pytest.mark.parametrize("telnum", [b"1001", b"2001", b"3001"], ids=["own", "of the same domain", "of another domain"])
def test_modifyaccounttelnums_does_not_add_a_number_that_is_assigned_already(admin, telnum):
    admin.do(
        b"SETACCOUNTTELNUMS bob (1001)", b"SETACCOUNTTELNUMS ann (2001)", b"SETACCOUNTTELNUMS eve@client1.com (3001)",
    )
    before = admin.ask(b"LISTSERVERTELNUMS 9")
    assert admin.code(b"MODIFYACCOUNTTELNUMS bob {op=add;telnum=%s;}" % telnum) == 501
    assert admin.ask(b"GETACCOUNTTELNUMS bob") == b"201 (1001)"
    assert admin.ask(b"LISTSERVERTELNUMS 9") == before


def test_modifyaccounttelnums_removes_a_number(admin):
    admin.do(b"SETACCOUNTTELNUMS bob (1001,1002,1003)")
    assert admin.ask(b"MODIFYACCOUNTTELNUMS bob {op=del;telnum=1002;}") == b"201 {}"
    assert admin.ask(b"GETACCOUNTTELNUMS bob") == b"201 (1001,1003)"
    admin.do(b"SETACCOUNTTELNUMS ann (1002)")


def test_modifyaccounttelnums_does_not_remove_a_number_that_is_not_assigned(admin):
    admin.do(b"SETACCOUNTTELNUMS bob (1001)", b"SETACCOUNTTELNUMS ann (2001)")
    assert admin.refused(b"MODIFYACCOUNTTELNUMS bob {op=del;telnum=2001;}")
    assert admin.ask(b"LISTSERVERTELNUMS 9") == b'201 {""=#2;1001=bob@example.com;2001=ann@example.com;}'


def test_modifyaccounttelnums_pops_the_first_number_into_the_result(admin):
    admin.do(b"SETACCOUNTTELNUMS bob (1001,1002)")
    assert admin.ask(b"MODIFYACCOUNTTELNUMS bob {op=pop;}") == b"201 {telnum=1001;}"
    assert admin.ask(b"GETACCOUNTTELNUMS bob") == b"201 (1002)"
    assert admin.ask(b"MODIFYACCOUNTTELNUMS bob {op=pop;}") == b"201 {telnum=1002;}"
    admin.do(b"SETACCOUNTTELNUMS ann (1001,1002)")


def test_modifyaccounttelnums_pops_nothing_from_an_empty_set_without_an_error(admin):
    assert admin.ask(b"MODIFYACCOUNTTELNUMS bob {op=pop;}") == b"201 {}"


def test_modifyaccounttelnums_with_pop_must_not_have_other_elements(admin):
    admin.do(b"SETACCOUNTTELNUMS bob (1001)")
    assert admin.code(b"MODIFYACCOUNTTELNUMS bob {op=pop;telnum=1001;}") == 501
    assert admin.ask(b"GETACCOUNTTELNUMS bob") == b"201 (1001)"


def test_modifyaccounttelnums_gives_each_number_to_one_of_those_who_pop_together(admin, connect):
    admin.do(b"SETACCOUNTTELNUMS bob (1001,1002)")
    other = connect("postmaster", "secret")
    for wire in (admin, other):
        wire.send(b"MODIFYACCOUNTTELNUMS bob {op=pop;}\r\n")
    assert {admin.line(), other.line()} == {b"201 {telnum=1001;}", b"201 {telnum=1002;}"}
    assert admin.ask(b"GETACCOUNTTELNUMS bob") == b"201 ()"


@pytest.mark.parametrize("parameters", [
    b"{}", b"{op=swap;telnum=1;}", b"{op=add;}", b"{op=del;}", b"{telnum=1;}", b"{op=add;telnum=(1);}",
    b"{op=(add);telnum=1;}", b"{op=add;telnum=#1;}",
])
def test_modifyaccounttelnums_needs_an_operation_and_its_number(admin, parameters):
    assert admin.code(b"MODIFYACCOUNTTELNUMS bob " + parameters) == 501
    assert admin.ask(b"GETACCOUNTTELNUMS bob") == b"201 ()"


# --- records of remote accounts

@pytest.mark.parametrize("name", [b"RPOPS", b"RIMAPS", b"RSIPS"], ids=[
    "GETACCOUNTRPOPS", "GETACCOUNTRIMAPS", "GETACCOUNTRSIPS",
])
def test_the_records_are_a_dictionary(admin, name):
    assert admin.ask(b"GETACCOUNT%s bob" % name) == b"201 {}"
    record = b'{APOP=YES;authName=bob;domain=example.org;password="p w";period=600s;}'
    admin.do(b"SETACCOUNT%s bob {one=%s;}" % (name, record))
    assert admin.ask(b"GETACCOUNT%s bob" % name) == b"201 {one=%s;}" % record


@pytest.mark.parametrize("name", [b"RPOPS", b"RIMAPS", b"RSIPS"], ids=[
    "SETACCOUNTRPOPS", "SETACCOUNTRIMAPS", "SETACCOUNTRSIPS",
])
def test_all_old_records_are_removed(admin, name):
    admin.do(b"SETACCOUNT%s bob {one={domain=example.org;};two={};}" % name)
    admin.do(b"SETACCOUNT%s bob {two={domain=example.org;};}" % name)
    assert admin.ask(b"GETACCOUNT%s bob" % name) == b"201 {two={domain=example.org;};}"
    assert admin.code(b"SETACCOUNT%s bob {one=text;}" % name) == 501
    assert admin.ask(b"GETACCOUNT%s bob" % name) == b"201 {two={domain=example.org;};}"


def test_setaccountrpops_setaccountrimaps_and_setaccountrsips_are_apart(admin):
    admin.do(
        b"SETACCOUNTRPOPS bob {a={};}", b"SETACCOUNTRIMAPS bob {b={};}", b"SETACCOUNTRSIPS bob {c={};}",
    )
    assert admin.ask(b"GETACCOUNTRPOPS bob") == b"201 {a={};}"
    assert admin.ask(b"GETACCOUNTRIMAPS bob") == b"201 {b={};}"
    assert admin.ask(b"GETACCOUNTRSIPS bob") == b"201 {c={};}"
