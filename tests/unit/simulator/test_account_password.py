# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Account Administration: passwords and identities."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True)
def bob(admin):
    admin.do(b"CREATEACCOUNT bob {Password=old;}")


def test_set_and_verify(admin, connect):
    admin.do(b'SETACCOUNTPASSWORD bob PASSWORD "new pass"', b'VERIFYACCOUNTPASSWORD bob PASSWORD "new pass"')
    assert admin.code(b"VERIFYACCOUNTPASSWORD bob PASSWORD old") == 515
    assert connect().login(b"bob", b"new pass") == b"200 login OK"


def test_the_older_keyword_to(admin):
    admin.do(b"SetAccountPassword bob TO new", b"VERIFYACCOUNTPASSWORD bob PASSWORD new")


def test_verify_without_a_password_or_an_account(admin):
    admin.do(b"CREATEACCOUNT ann")
    assert admin.code(b"VERIFYACCOUNTPASSWORD ann PASSWORD x") == 515
    assert admin.code(b'VERIFYACCOUNTPASSWORD ann PASSWORD ""') == 515
    assert admin.code(b"VERIFYACCOUNTPASSWORD nobody PASSWORD x") == 513


def test_an_empty_password_lets_nobody_in(admin, connect):
    admin.do(b'CREATEACCOUNT ann {Password="";}')
    assert admin.code(b'VERIFYACCOUNTPASSWORD ann PASSWORD ""') == 515
    assert connect().login(b"ann", b"").startswith(b"515 ")


def test_passwords_are_case_sensitive(admin):
    assert admin.code(b"VERIFYACCOUNTPASSWORD bob PASSWORD OLD") == 515


def test_clear_passwords_are_stored_as_they_are(admin):
    assert admin.ask(b"GETACCOUNTONESETTING bob Password") == b"201 old"


@pytest.mark.parametrize("encryption", [b"A-crpt", b"U-crpt", b"SHA1"])
def test_other_passwords_are_stored_unreadably(admin, encryption):
    admin.do(
        b"UPDATEACCOUNTSETTINGS bob {PasswordEncryption=%s;}" % encryption,
        b"SETACCOUNTPASSWORD bob PASSWORD hidden",
    )
    stored = admin.ask(b"GETACCOUNTONESETTING bob Password")[4:]
    assert b"hidden" not in stored
    admin.do(b"VERIFYACCOUNTPASSWORD bob PASSWORD hidden")
    assert admin.code(b"VERIFYACCOUNTPASSWORD bob PASSWORD " + stored) == 515


def test_the_encryption_may_come_from_the_defaults(admin):
    admin.do(b"UPDATEACCOUNTDEFAULTS {PasswordEncryption=MD5;}", b"CREATEACCOUNT ann {Password=hidden;}")
    assert b"hidden" not in admin.ask(b"GETACCOUNTSETTINGS ann")
    admin.do(b"VERIFYACCOUNTPASSWORD ann PASSWORD hidden")


def test_a_stored_password_can_be_given_to_another_account(admin):
    admin.do(b"CREATEACCOUNT ann {PasswordEncryption=MD5;Password=hidden;}")
    stored = admin.ask(b"GETACCOUNTONESETTING ann Password")[4:]
    admin.do(
        b"CREATEACCOUNT eve {PasswordEncryption=SHA1;Password=%s;}" % stored,
        b"VERIFYACCOUNTPASSWORD eve PASSWORD hidden",
    )


def test_a_password_must_be_a_string(admin):
    assert admin.refused(b"UPDATEACCOUNTSETTINGS bob {Password=(a,b);}")
    assert admin.refused(b"CREATEACCOUNT ann {Password=#5;}")
    assert admin.code(b"GETACCOUNTSETTINGS ann") == 513


@pytest.mark.parametrize("nothing", [b"default", b"#NULL#"])
@pytest.mark.parametrize("encryption", [b"clear", b"MD5"])
def test_the_password_setting_can_be_removed(admin, encryption, nothing):
    admin.do(
        b"SETACCOUNTSETTINGS bob {PasswordEncryption=%s;Password=old;}" % encryption,
        b"UPDATEACCOUNTSETTINGS bob {Password=%s;}" % nothing,
    )
    assert admin.ask(b"GETACCOUNTSETTINGS bob") == b"201 {PasswordEncryption=%s;}" % encryption
    assert admin.code(b"VERIFYACCOUNTPASSWORD bob PASSWORD default") == 515


@pytest.mark.parametrize("method", [b"SIP", b"RADIUS"])
def test_alternative_passwords_leave_the_password_alone(admin, method):
    admin.do(b"SETACCOUNTPASSWORD bob PASSWORD other METHOD " + method, b"VERIFYACCOUNTPASSWORD bob PASSWORD old")
    assert admin.code(b"VERIFYACCOUNTPASSWORD bob PASSWORD other") == 515


def test_any_other_method_means_the_password(admin):
    admin.do(b"SETACCOUNTPASSWORD bob PASSWORD other METHOD IMAP", b"VERIFYACCOUNTPASSWORD bob PASSWORD other")


def test_application_passwords_leave_the_password_alone(admin):
    admin.do(b"SETACCOUNTPASSWORD bob PASSWORD app NAME phone", b"VERIFYACCOUNTPASSWORD bob PASSWORD old")
    admin.do(b'SETACCOUNTPASSWORD bob PASSWORD "" NAME phone', b'SETACCOUNTPASSWORD bob PASSWORD "" NAME phone')


def test_check_demands_complexity_and_permission(admin):
    admin.do(b"UPDATEACCOUNTSETTINGS bob {PasswordComplexity=MixedCaseDigit;}")
    for simple in (b"short", b"nodigitA", b"NOLOWER1", b'""'):
        assert admin.refused(b"SETACCOUNTPASSWORD bob PASSWORD %s CHECK" % simple)
    admin.do(b"SETACCOUNTPASSWORD bob PASSWORD Abc12 CHECK", b"SETACCOUNTPASSWORD bob PASSWORD simple")
    admin.do(b"UPDATEACCOUNTSETTINGS bob {CanModifyPassword=NO;}")
    assert admin.refused(b"SETACCOUNTPASSWORD bob PASSWORD Abc12 CHECK")
    admin.do(b"SETACCOUNTPASSWORD bob PASSWORD Abc12")


def test_the_own_password_is_always_checked(admin, connect):
    admin.do(b"UPDATEACCOUNTSETTINGS bob {PasswordComplexity=MixedCaseDigit;}")
    bob = connect("bob", "old")
    assert bob.refused(b"SETACCOUNTPASSWORD bob PASSWORD simple")
    bob.do(b"SETACCOUNTPASSWORD bob PASSWORD NotSimple1")
    assert connect().login(b"bob", b"NotSimple1") == b"200 login OK"


def test_identities(admin):
    admin.do(
        b"SETACCOUNTALIASES bob (robert)",
        b'VERIFYACCOUNTIDENTITY bob FOR "Real Name <bob@example.com>"',
        b"VERIFYACCOUNTIDENTITY bob FOR \"Robert@Example.com\"",
    )
    assert admin.refused(b'VERIFYACCOUNTIDENTITY bob FOR "Bob <bob@example.org>"')
    assert admin.refused(b'VERIFYACCOUNTIDENTITY bob FOR "postmaster@example.com"')
    assert admin.refused(b'VERIFYACCOUNTIDENTITY bob FOR ""')
    assert admin.code(b'VERIFYACCOUNTIDENTITY nobody FOR "x"') == 513
