# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Account Administration: passwords, identities, and the access modes that a login needs."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.model.account import find_account


@pytest.fixture(autouse=True)
def bob(admin):
    admin.do(b"CREATEACCOUNT bob {Password=old;}")


def _verifies(admin, password: bytes) -> bool:
    """Whether the server says that this is bob's password."""
    code = admin.code(b"VERIFYACCOUNTPASSWORD bob PASSWORD " + password)
    assert code in (200, 515)
    return code == 200


# --- setting and verifying

def test_setaccountpassword_replaces_the_password(admin, connect):
    admin.do(b'SETACCOUNTPASSWORD bob PASSWORD "new pass"')
    assert _verifies(admin, b'"new pass"')
    assert not _verifies(admin, b"old")
    assert connect().login(b"bob", b"new pass") == b"200 login OK"
    assert connect().login(b"bob", b"old").startswith(b"515 ")


def test_setaccountpassword_with_the_older_keyword_to(admin):
    admin.do(b"SetAccountPassword bob TO new")
    assert _verifies(admin, b"new")


def test_verifyaccountpassword_takes_no_password_for_none(admin):
    admin.do(b"CREATEACCOUNT ann", b'CREATEACCOUNT eve {Password="";}')
    assert admin.code(b"VERIFYACCOUNTPASSWORD ann PASSWORD x") == 515
    assert admin.code(b'VERIFYACCOUNTPASSWORD ann PASSWORD ""') == 515
    assert admin.code(b'VERIFYACCOUNTPASSWORD eve PASSWORD ""') == 515


def test_verifyaccountpassword_minds_the_case(admin):
    assert _verifies(admin, b"old")
    assert not _verifies(admin, b"OLD")


def test_verifyaccountpassword_needs_a_right_but_not_for_a_certain_thing(admin, connect):
    admin.do(b"CREATEACCOUNT ann {Password=pass;}")
    ann = connect("ann", "pass")
    assert ann.code(b"VERIFYACCOUNTPASSWORD bob PASSWORD old") == 510
    admin.do(b"SETACCOUNTRIGHTS ann (CanPostAlerts)")
    ann.do(b"VERIFYACCOUNTPASSWORD bob PASSWORD old")


# --- how it is stored

@pytest.mark.parametrize("encryption", [b"A-crpt", b"U-crpt", b"SHA1", b"MD5"])
def test_setaccountpassword_stores_it_as_the_effective_password_encryption_says(admin, encryption):
    assert admin.ask(b"GETACCOUNTONESETTING bob Password") == b"201 old"
    admin.do(
        b"UPDATEACCOUNTDEFAULTS {PasswordEncryption=%s;}" % encryption,
        b"SETACCOUNTPASSWORD bob PASSWORD hidden",
    )
    stored = admin.ask(b"GETACCOUNTONESETTING bob Password")[4:]
    assert b"hidden" not in stored
    assert _verifies(admin, b"hidden")
    assert not _verifies(admin, stored)


@pytest.mark.parametrize("setting", [b"Password", b"SIPPassword", b"RADIUSPassword"])
@pytest.mark.parametrize("command", [
    b"CREATEACCOUNT ann ", b"UPDATEACCOUNTSETTINGS bob ", b"SETACCOUNTSETTINGS bob ",
])
def test_passwords_among_the_settings_are_stored_the_same_way(admin, command, setting):
    admin.do(command + b"{PasswordEncryption=MD5;%s=hidden;}" % setting)
    stored = admin.ask(b"GETACCOUNTSETTINGS " + command.split()[1])
    assert b"%s=" % setting in stored
    assert b"hidden" not in stored


def test_createaccount_takes_a_stored_password_over_as_it_is(admin):
    admin.do(b"CREATEACCOUNT ann {PasswordEncryption=MD5;Password=hidden;}")
    stored = admin.ask(b"GETACCOUNTONESETTING ann Password")[4:]
    admin.do(
        b"CREATEACCOUNT eve {PasswordEncryption=SHA1;Password=%s;}" % stored,
        b"VERIFYACCOUNTPASSWORD eve PASSWORD hidden",
    )


@pytest.mark.parametrize("nothing", [b"default", b"#NULL#"])
@pytest.mark.parametrize("encryption", [b"clear", b"MD5"])
def test_updateaccountsettings_can_remove_the_password(admin, encryption, nothing):
    admin.do(
        b"SETACCOUNTSETTINGS bob {PasswordEncryption=%s;Password=old;}" % encryption,
        b"UPDATEACCOUNTSETTINGS bob {Password=%s;}" % nothing,
    )
    assert admin.ask(b"GETACCOUNTSETTINGS bob") == b"201 {PasswordEncryption=%s;}" % encryption
    assert not _verifies(admin, b"default")
    assert not _verifies(admin, b"old")


def test_updateaccountsettings_stores_a_password_as_the_accounts_own_encryption_says(admin):
    admin.do(b"UPDATEACCOUNTSETTINGS bob {PasswordEncryption=MD5;}", b"UPDATEACCOUNTSETTINGS bob {Password=hidden;}")
    assert b"hidden" not in admin.ask(b"GETACCOUNTSETTINGS bob")
    assert _verifies(admin, b"hidden")


def test_updateaccountsettings_stores_a_password_as_the_default_says_that_it_brings_back(admin):
    admin.do(
        b"UPDATEACCOUNTDEFAULTS {PasswordEncryption=clear;}", b"UPDATEACCOUNTSETTINGS bob {PasswordEncryption=MD5;}",
        b"UPDATEACCOUNTSETTINGS bob {PasswordEncryption=default;Password=new;}",
    )
    assert admin.ask(b"GETACCOUNTSETTINGS bob") == b"201 {Password=new;}"


def test_setaccountsettings_does_not_store_a_password_as_the_encryption_says_that_it_removes(admin):
    admin.do(
        b"UPDATEACCOUNTDEFAULTS {PasswordEncryption=clear;}", b"UPDATEACCOUNTSETTINGS bob {PasswordEncryption=MD5;}",
        b"SETACCOUNTSETTINGS bob {Password=new;}",
    )
    assert admin.ask(b"GETACCOUNTSETTINGS bob") == b"201 {Password=new;}"


def test_setaccountsettings_without_a_password_removes_the_old_one(admin, connect):
    admin.do(b"SETACCOUNTSETTINGS bob {RealName=Bob;}")
    assert not _verifies(admin, b"old")
    assert connect().login(b"bob", b"old").startswith(b"515 ")


# --- METHOD and NAME

@pytest.mark.parametrize("method", [b"SIP", b"RADIUS", b"sip"])
def test_setaccountpassword_for_sip_and_radius_changes_an_alternative_password(admin, connect, method):
    before = admin.ask(b"GETACCOUNTSETTINGS bob")
    admin.do(b"SETACCOUNTPASSWORD bob PASSWORD other METHOD " + method)
    assert admin.ask(b"GETACCOUNTSETTINGS bob") != before
    assert _verifies(admin, b"old")
    assert not _verifies(admin, b"other")
    assert connect().login(b"bob", b"other").startswith(b"515 ")


def test_setaccountpassword_keeps_the_alternative_passwords_apart_and_encrypted(admin):
    admin.do(
        b"UPDATEACCOUNTSETTINGS bob {PasswordEncryption=MD5;}", b"SETACCOUNTPASSWORD bob PASSWORD one METHOD SIP",
        b"SETACCOUNTPASSWORD bob PASSWORD two METHOD RADIUS",
    )
    sip = admin.ask(b"GETACCOUNTONESETTING bob SIPPassword")
    radius = admin.ask(b"GETACCOUNTONESETTING bob RADIUSPassword")
    assert b"one" not in sip and b"two" not in radius
    assert b"201 #NULL#" not in (sip, radius) and sip != radius


@pytest.mark.parametrize("method", [b"IMAP", b"XIMSS", b"anything"])
def test_setaccountpassword_for_any_other_method_changes_the_password(admin, method):
    admin.do(b"SETACCOUNTPASSWORD bob PASSWORD other METHOD " + method)
    assert _verifies(admin, b"other")


def test_setaccountpassword_with_a_tag_is_for_one_application_only(admin, connect):
    admin.do(b"SETACCOUNTPASSWORD bob PASSWORD app NAME phone")
    assert _verifies(admin, b"old")
    assert not _verifies(admin, b"app")
    assert admin.ask(b"GETACCOUNTSETTINGS bob") == b"201 {Password=old;}"
    assert connect().login(b"bob", b"app") == b"200 login OK"
    assert connect().login(b"bob", b"old") == b"200 login OK"


def test_setaccountpassword_with_a_tag_replaces_that_applications_password(admin, connect):
    admin.do(
        b"SETACCOUNTPASSWORD bob PASSWORD app1 NAME phone", b"SETACCOUNTPASSWORD bob PASSWORD app2 NAME phone",
        b"SETACCOUNTPASSWORD bob PASSWORD app3 NAME tablet",
    )
    assert connect().login(b"bob", b"app1").startswith(b"515 ")
    assert connect().login(b"bob", b"app2") == b"200 login OK"
    assert connect().login(b"bob", b"app3") == b"200 login OK"


def test_setaccountpassword_with_a_tag_and_an_empty_password_removes_it(admin, connect):
    admin.do(
        b"SETACCOUNTPASSWORD bob PASSWORD app NAME phone", b'SETACCOUNTPASSWORD bob PASSWORD "" NAME phone',
        b'SETACCOUNTPASSWORD bob PASSWORD "" NAME phone',
    )
    assert connect().login(b"bob", b"app").startswith(b"515 ")
    assert connect().login(b"bob", b"").startswith(b"515 ")


def test_setaccountpassword_with_a_tag_stores_it_encrypted(admin, simulator, connect):
    admin.do(b"UPDATEACCOUNTSETTINGS bob {PasswordEncryption=MD5;}", b"SETACCOUNTPASSWORD bob PASSWORD app NAME phone")
    bob = find_account(simulator.service.server.main_domain, "bob")
    assert "app" not in bob.app_passwords["phone"]
    assert connect().login(b"bob", b"app") == b"200 login OK"


def test_setaccountpassword_takes_method_or_name(admin):
    assert admin.code(b"SETACCOUNTPASSWORD bob PASSWORD x METHOD SIP NAME phone") == 500
    assert admin.ask(b"GETACCOUNTSETTINGS bob") == b"201 {Password=old;}"


# --- CHECK

@pytest.mark.parametrize("simple", [b"Ab1", b"nodigitA", b"NOLOWER1", b"noupper1", b'""'], ids=[
    "short", "no digit", "no small letter", "no capital letter", "empty",
])
def test_setaccountpassword_with_check_wants_the_size_and_the_complexity(admin, simple):
    admin.do(b"UPDATEACCOUNTSETTINGS bob {PasswordComplexity=MixedCaseDigit;MinPasswordLength=5;}")
    assert admin.refused(b"SETACCOUNTPASSWORD bob PASSWORD %s CHECK" % simple)
    assert admin.refused(b"SETACCOUNTPASSWORD bob PASSWORD %s METHOD SIP CHECK" % simple)
    assert _verifies(admin, b"old")
    admin.do(b"SETACCOUNTPASSWORD bob PASSWORD Abcd1 CHECK")
    assert _verifies(admin, b"Abcd1")


def test_setaccountpassword_with_check_wants_canmodifypassword_to_be_enabled(admin):
    admin.do(b"UPDATEACCOUNTDEFAULTS {CanModifyPassword=NO;}")
    assert admin.refused(b"SETACCOUNTPASSWORD bob PASSWORD new CHECK")
    assert _verifies(admin, b"old")
    admin.do(b"UPDATEACCOUNTSETTINGS bob {CanModifyPassword=YES;}", b"SETACCOUNTPASSWORD bob PASSWORD new CHECK")
    assert _verifies(admin, b"new")


def test_setaccountpassword_of_the_own_account_is_all_that_pwdallowed_forbids(admin, connect):
    admin.do(b"UPDATEACCOUNTDEFAULTS {PWDAllowed=NO;}", b"CREATEACCOUNT ann", b"SETACCOUNTRIGHTS bob (BasicSettings)")
    bob = connect("bob", "old")
    assert bob.code(b"SETACCOUNTPASSWORD bob PASSWORD new") == bob.code(b"NEWPASS new") == 510
    bob.do(b"SETACCOUNTPASSWORD ann PASSWORD new", b"UPDATEACCOUNTSETTINGS bob {RealName=Bob;}")
    admin.do(b"SETACCOUNTPASSWORD bob PASSWORD new")
    assert _verifies(admin, b"new")
    admin.do(b"UPDATEACCOUNTSETTINGS bob {PWDAllowed=YES;}")
    bob.do(b"SETACCOUNTPASSWORD bob PASSWORD newer")
    assert _verifies(admin, b"newer")


def test_setaccountpassword_without_check_asks_an_administrator_for_nothing(admin):
    admin.do(
        b"UPDATEACCOUNTSETTINGS bob {PasswordComplexity=MixedCaseDigit;MinPasswordLength=5;CanModifyPassword=NO;}",
        b"SETACCOUNTPASSWORD bob PASSWORD x",
    )
    assert _verifies(admin, b"x")


def test_setaccountpassword_of_the_own_account_is_always_checked(admin, connect):
    admin.do(b"UPDATEACCOUNTSETTINGS bob {PasswordComplexity=MixedCaseDigit;}")
    bob = connect("bob", "old")
    assert bob.refused(b"SETACCOUNTPASSWORD bob PASSWORD simple")
    bob.do(b"SETACCOUNTPASSWORD * PASSWORD NotSimple1")
    assert connect().login(b"bob", b"NotSimple1") == b"200 login OK"
    admin.do(b"UPDATEACCOUNTSETTINGS bob {CanModifyPassword=NO;}")
    assert bob.refused(b"SETACCOUNTPASSWORD bob PASSWORD NotSimple2")
    assert bob.refused(b'SETACCOUNTPASSWORD bob PASSWORD "" NAME phone')
    assert _verifies(admin, b"NotSimple1")


def test_setaccountpassword_of_an_administrator_is_checked_for_the_own_account_only(admin, connect):
    admin.do(
        b"UPDATEACCOUNTDEFAULTS {PasswordComplexity=MixedCaseDigit;}", b"SETACCOUNTRIGHTS bob (BasicSettings)",
        b"CREATEACCOUNT ann",
    )
    wire = connect("bob", "old")
    assert wire.refused(b"SETACCOUNTPASSWORD bob PASSWORD simple")
    wire.do(b"SETACCOUNTPASSWORD ann PASSWORD simple")


def test_setaccountpassword_of_the_own_account_may_be_an_alternative_or_an_applications_one(admin, connect):
    bob = connect("bob", "old")
    bob.do(
        b"SETACCOUNTPASSWORD * PASSWORD sip METHOD SIP", b"SETACCOUNTPASSWORD bob@example.com PASSWORD app NAME phone",
    )
    assert admin.ask(b"GETACCOUNTSETTINGS bob") == b"201 {Password=old;SIPPassword=sip;}"
    assert connect().login(b"bob", b"app") == b"200 login OK"


def test_setaccountpassword_wants_an_applications_password_to_be_good_where_it_checks(admin, connect):
    admin.do(b"UPDATEACCOUNTSETTINGS bob {PasswordComplexity=MixedCaseDigit;}")
    assert admin.refused(b"SETACCOUNTPASSWORD bob PASSWORD simple NAME phone CHECK")
    assert connect("bob", "old").refused(b"SETACCOUNTPASSWORD * PASSWORD simple NAME phone")
    assert connect().login(b"bob", b"simple").startswith(b"515 ")
    admin.do(b"SETACCOUNTPASSWORD bob PASSWORD NotSimple1 NAME phone CHECK")
    assert connect().login(b"bob", b"NotSimple1") == b"200 login OK"


@pytest.mark.parametrize("length", ['"\u00b2"', "many", "(5)", "9" * 5000], ids=["squared", "word", "array", "endless"])
def test_setaccountpassword_with_check_takes_a_size_that_is_none_for_no_restriction(admin, length):
    admin.do(
        b"UPDATEACCOUNTSETTINGS bob {MinPasswordLength=%s;}" % length.encode(),
        b"SETACCOUNTPASSWORD bob PASSWORD x CHECK",
    )
    assert _verifies(admin, b"x")


# --- identities

@pytest.mark.parametrize("identity", [
    b'"Real Name <bob@example.com>"', b'"Robert@Example.com"', b'"bob@alias.example"', b'"<bob@example.com>"',
    b'"\\"Smith, Bob <@work>\\" <bob@example.com>"',
])
def test_verifyaccountidentity_accepts_the_accounts_addresses(admin, identity):
    admin.do(
        b"SETACCOUNTALIASES bob (robert)", b"SETDOMAINALIASES example.com (alias.example)",
        b"VERIFYACCOUNTIDENTITY bob FOR " + identity,
    )


@pytest.mark.parametrize("identity", [
    b'"Bob <bob@example.org>"', b'"postmaster@example.com"', b'"bob@example.com <eve@example.com>"', b'""', b"bob",
    b'"eve@example.com <bob@example.com>"', b'"eve@example.com, bob@example.com"', b'"bob@example.com>"', b'"<<<"',
    b'"Eve <eve@example.com>, Bob <bob@example.com>"', b'"\\"Bob <bob@example.com>"', b'"bob@"',
])
def test_verifyaccountidentity_refuses_every_other_address(admin, identity):
    assert admin.code(b"VERIFYACCOUNTIDENTITY bob FOR " + identity) == 501


def test_verifyaccountidentity_ignores_the_case_of_the_accounts_names(admin):
    admin.do(b"CREATEACCOUNT Eve", b"SETACCOUNTALIASES Eve (Evelyn)")
    admin.do(b"VERIFYACCOUNTIDENTITY eve FOR EVE@example.com", b"VERIFYACCOUNTIDENTITY eve FOR evelyn@EXAMPLE.com")


# --- access modes

_SERVICES = (
    b"Mail,POP,IMAP,WebMail,PWD,Agent,WebSite,Relay,Roaming,FTP,MAPI,TLS,\"S/MIME\",LDAP,WebCAL,RADIUS,SIP,PBX,XMPP,"
    b"XIMSS,Signal,AirSync,HTTP,MobilePBX,XMedia,YMedia,MobileClient,ClientMail,ClientIM,ClientVoIP"
)


@pytest.mark.parametrize("modes", [
    b"All", b"(30,PWD)", b"(#30,%s)" % _SERVICES, b"(4,Mail)", b"(#0)", b'("4")', b"(PWD,Mail)",
], ids=["all", "named", "every one", "above a number", "above zero", "numeric string", "without a number"])
def test_updateaccountsettings_accessmodes_that_enable_the_service(admin, connect, modes):
    admin.do(b"UPDATEACCOUNTSETTINGS bob {AccessModes=%s;}" % modes)
    assert connect().login(b"bob", b"old") == b"200 login OK"


@pytest.mark.parametrize("modes", [b"None", b"(30,Mail)", b"(5)", b"(#5,Mail)", b"()"], ids=[
    "none", "others named", "above its own number", "others", "nothing",
])
@pytest.mark.parametrize("command", [
    b"UPDATEACCOUNTSETTINGS bob {AccessModes=%s;}", b"UPDATEACCOUNTDEFAULTS example.com {AccessModes=%s;}",
    b"UPDATEDOMAINSETTINGS example.com {DomainAccessModes=%s;}",
], ids=["UPDATEACCOUNTSETTINGS", "UPDATEACCOUNTDEFAULTS", "UPDATEDOMAINSETTINGS"])
def test_access_modes_that_disable_the_service(admin, connect, command, modes):
    admin.do(command % modes)
    assert connect().login(b"bob", b"old").startswith(b"517 ")


@pytest.mark.parametrize("first", ['"\u00b2"', "9" * 5000, "#-1", "#NULL#", "(4)"], ids=[
    "squared", "endless", "negative", "null", "array",
])
def test_updateaccountsettings_accessmodes_with_a_first_element_that_is_no_number_enable_what_they_name(
    admin, connect, first
):
    admin.do(b"UPDATEACCOUNTSETTINGS bob {AccessModes=(%s,Mail);}" % first.encode())
    assert connect().login(b"bob", b"old").startswith(b"517 ")
    admin.do(b"UPDATEACCOUNTSETTINGS bob {AccessModes=(%s,PWD);}" % first.encode())
    assert connect().login(b"bob", b"old") == b"200 login OK"
