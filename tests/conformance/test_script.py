# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Synchronous Scripts. The simulator does not run CG/PL: a script returns its parameter."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def accounts(admin):
    admin.do(
        b"CREATEDOMAIN client1.com", b"CREATEACCOUNT bob@client1.com {Password=pass;}",
        b"CREATEACCOUNT ann@client1.com {Password=pass;}",
    )


@pytest.mark.parametrize("value", [b"text", b'"a b"', b"#7", b"(1,{a=b;})", b"[QUJD]", b"#T22-10-2009_15:24:45"])
def test_runscript_gives_the_resulting_object(admin, value):
    assert admin.ask(b"RUNSCRIPT bob@client1.com PROGRAM echo PARAM " + value) == b"201 " + value


def test_runscript_needs_no_parameter(admin):
    assert admin.ask(b"RUNSCRIPT bob@client1.com PROGRAM echo") == b"201 #NULL#"


def test_runscript_takes_an_entry_point(admin):
    assert admin.ask(b"RUNSCRIPT bob@client1.com PROGRAM echo ENTRY Second PARAM x") == b"201 x"


def test_runscript_takes_a_name_without_domain_in_the_users_own_domain(connect):
    bob = connect("bob@client1.com", "pass")
    for name in (b"bob", b"*", b"bob@client1.com"):
        assert bob.ask(b"RUNSCRIPT %s PROGRAM echo PARAM x" % name) == b"201 x"


@pytest.mark.parametrize(("command", "code"), [
    (b"nobody PROGRAM echo", 513), (b"bob@nowhere.example PROGRAM echo", 512),
    (b"bob@client1.com PROGRAM missing", 501), (b"bob@client1.com PROGRAM gateway", 501), (b"bob@client1.com", 500),
], ids=["account", "domain", "script", "program", "no script"])
def test_runscript_needs_an_account_and_a_script(admin, command, code):
    assert admin.code(b"RUNSCRIPT " + command) == code


def test_runscript_needs_an_account_that_can_be_opened(admin):
    admin.do(b"SUSPENDDOMAIN client1.com")
    assert admin.code(b"RUNSCRIPT bob@client1.com PROGRAM echo PARAM x") == 501
    admin.do(b"RESUMEDOMAIN client1.com")
    assert admin.ask(b"RUNSCRIPT bob@client1.com PROGRAM echo PARAM x") == b"201 x"


def test_runscript_finds_the_scripts_of_the_accounts_domain(admin):
    admin.do(b"CREATEDOMAINPBX client1.com", b"STOREDOMAINPBXFILE client1.com FILE mine.scgp DATA [QUJD]")
    assert admin.ask(b"RUNSCRIPT bob@client1.com PROGRAM mine PARAM x") == b"201 x"
    assert admin.code(b"RUNSCRIPT postmaster PROGRAM mine PARAM x") == 501


def test_runscript_for_others_is_for_those_who_may_impersonate_them(admin, connect):
    ann = connect("ann@client1.com", "pass")
    admin.do(b"SETACCOUNTRIGHTS ann@client1.com (Domain)")
    assert ann.code(b"RUNSCRIPT bob PROGRAM echo PARAM x") == 510
    admin.do(b"SETACCOUNTRIGHTS ann@client1.com (CanImpersonate)")
    assert ann.ask(b"RUNSCRIPT bob PROGRAM echo PARAM x") == b"201 x"
    assert ann.code(b"RUNSCRIPT postmaster@example.com PROGRAM echo PARAM x") == 510
