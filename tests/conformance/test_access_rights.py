# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Access Rights Administration, and the reading of access rights."""

from __future__ import annotations

import pytest

BOB = b"bob@client1.com"


@pytest.fixture(autouse=True)
def accounts(admin):
    admin.do(
        b"CREATEDOMAIN client1.com", b"CREATEACCOUNT bob@client1.com {Password=pass;}",
        b"CREATEACCOUNT eve {Password=pass;}",
    )


def test_getaccountrights_is_an_array_of_codes(admin):
    assert admin.ask(b"GETACCOUNTRIGHTS bob@client1.com") == b"201 ()"
    assert admin.ask(b"GETACCOUNTRIGHTS postmaster") == b"201 (Master)"


def test_setaccountrights_removes_all_old_rights(admin):
    admin.do(
        b"SETACCOUNTRIGHTS bob@client1.com (Domain,BasicSettings)",
        b"SETACCOUNTRIGHTS bob@client1.com (CanCreateGroups)",
    )
    assert admin.ask(b"GETACCOUNTRIGHTS bob@client1.com") == b"201 (CanCreateGroups)"
    admin.do(b"SETACCOUNTRIGHTS bob@client1.com ()")
    assert admin.ask(b"GETACCOUNTRIGHTS bob@client1.com") == b"201 ()"


def test_setaccountrights_gives_and_takes_what_the_codes_stand_for(admin, connect):
    eve = connect("eve", "pass")
    assert eve.code(b"GETLANIPS") == 510
    admin.do(b"SETACCOUNTRIGHTS eve (Settings)")
    assert eve.code(b"GETLANIPS") == 201
    admin.do(b"SETACCOUNTRIGHTS eve (Monitoring)")
    assert eve.code(b"GETLANIPS") == 510


@pytest.mark.parametrize("code", [b"Master", b'"All Domains"', b"UserAccounts", b"Settings", b'"Can Reject Queues"'])
def test_setaccountrights_grants_server_rights_in_the_main_domain_only(admin, code):
    admin.do(b"SETACCOUNTRIGHTS bob@client1.com (CanCreateGroups)")
    assert admin.code(b"SETACCOUNTRIGHTS bob@client1.com (Domain,%s)" % code) == 501
    assert admin.ask(b"GETACCOUNTRIGHTS bob@client1.com") == b"201 (CanCreateGroups)"
    admin.do(b"SETACCOUNTRIGHTS eve (%s)" % code)


def test_setaccountrights_refuses_what_is_no_code(admin):
    assert admin.code(b"SETACCOUNTRIGHTS bob@client1.com ((a))") == 501
    assert admin.code(b"SETACCOUNTRIGHTS bob@client1.com Domain") == 500
    assert admin.ask(b"GETACCOUNTRIGHTS bob@client1.com") == b"201 ()"


def test_setaccountrights_needs_the_master_right_for_an_account_of_the_main_domain(admin, connect):
    admin.do(b'SETACCOUNTRIGHTS eve ("All Domains")')
    eve = connect("eve", "pass")
    assert eve.code(b"SETACCOUNTRIGHTS eve (Master)") == 510
    assert eve.code(b"SETACCOUNTRIGHTS postmaster ()") == 510
    assert admin.ask(b"GETACCOUNTRIGHTS eve") == b'201 ("All Domains")'
    admin.do(b"SETACCOUNTRIGHTS eve (Master)")
    eve.do(b"SETACCOUNTRIGHTS eve (Master,Settings)")


def test_setaccountrights_needs_no_more_than_all_domains_for_a_secondary_domain(admin, connect):
    admin.do(b"SETACCOUNTRIGHTS eve (UserAccounts)")
    connect("eve", "pass").do(b"SETACCOUNTRIGHTS bob@client1.com (Domain)")
    assert admin.ask(b"GETACCOUNTRIGHTS bob@client1.com") == b"201 (Domain)"


def test_setaccountrights_is_not_for_domain_administrators(admin, connect):
    admin.do(b"SETACCOUNTRIGHTS bob@client1.com (Domain,BasicSettings,CanCreateAccounts)")
    assert connect("bob@client1.com", "pass").code(b"SETACCOUNTRIGHTS bob (Domain,CanImpersonate)") == 510
    assert admin.ask(b"GETACCOUNTRIGHTS bob@client1.com") == b"201 (Domain,BasicSettings,CanCreateAccounts)"


def test_setaccountrights_leaves_the_postmaster_a_master_in_any_case(admin):
    admin.do(b"SETACCOUNTRIGHTS postmaster ()", b"SETACCOUNTRIGHTS postmaster (Master)")
