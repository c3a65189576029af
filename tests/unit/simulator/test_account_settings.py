# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Account Administration: settings, Preferences, information."""

from __future__ import annotations

import re

import pytest


@pytest.fixture(autouse=True)
def bob(admin):
    admin.do(b"CREATEDOMAIN client1.com", b"CREATEACCOUNT bob@client1.com")


BOB = b"bob@client1.com"


def test_settings_are_explicit_ones_only(admin):
    admin.do(
        b"SETSERVERACCOUNTDEFAULTS {A=server;B=server;C=server;}",
        b"UPDATEACCOUNTDEFAULTS client1.com {B=domain;C=domain;}",
        b"UPDATEACCOUNTSETTINGS bob@client1.com {C=account;}",
    )
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {C=account;}"
    assert admin.ask(b"GETACCOUNTEFFECTIVESETTINGS bob@client1.com") == b"201 {A=server;B=domain;C=account;}"


@pytest.mark.parametrize(("key", "value"), [
    (b"A", b"server"), (b"B", b"domain"), (b"C", b'(account,#5,"a b")'), (b"D", b"#NULL#"), (b"a", b"#NULL#"),
])
def test_one_setting_is_an_effective_one_or_the_null_object(admin, key, value):
    admin.do(
        b"SETSERVERACCOUNTDEFAULTS {A=server;}", b"UPDATEACCOUNTDEFAULTS client1.com {B=domain;}",
        b'UPDATEACCOUNTSETTINGS bob@client1.com {C=(account,#5,"a b");}',
    )
    assert admin.ask(b"GETACCOUNTONESETTING bob@client1.com " + key) == b"201 " + value


def test_update_merges_and_set_replaces(admin):
    admin.do(b"UPDATEACCOUNTSETTINGS bob@client1.com {A=1;B=2;}", b"UPDATEACCOUNTSETTINGS bob@client1.com {B=3;C=4;}")
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {A=1;B=3;C=4;}"
    admin.do(b"SETACCOUNTSETTINGS bob@client1.com {D=5;}")
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {D=5;}"


@pytest.mark.parametrize("nothing", [b"default", b"#NULL#", b"#null#"])
def test_default_and_null_remove_a_setting(admin, nothing):
    admin.do(
        b"UPDATEACCOUNTSETTINGS bob@client1.com {A=1;B=2;}",
        b"UPDATEACCOUNTSETTINGS bob@client1.com {A=%s;}" % nothing,
    )
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {B=2;}"


@pytest.mark.parametrize("value", [
    b"word", b'"two words"', b"#5", b"#-5", b"#T22-10-2009_15:24:45", b"#I[10.0.44.55]:25", b"[AAECAw==]",
    b"(a,(b,#1),())",
    b"{a={b=(c);};}", b'"\\e\\t\\\\\\""', b'""', "\"gr\u00fc\u00df\"".encode(),
])
def test_values_of_every_type_come_back_as_they_were(admin, value):
    admin.do(b"UPDATEACCOUNTSETTINGS bob@client1.com {Key=%s;}" % value)
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {Key=%s;}" % value


@pytest.mark.parametrize(("sent", "returned"), [
    (b'"example.com"', b"example.com"), (b'"user@example.com"', b"user@example.com"), (b'"A-crpt"', b"A-crpt"),
    (b'"Pronto-"', b"Pronto-"), (b'"cp@nel"', b"cp@nel"), (b'"word"', b"word"), (b"-1", b'"-1"'), (b'"-1"', b'"-1"'),
    (b'"a_b"', b'"a_b"'), (b'"a:b"', b'"a:b"'), (b'"~/x"', b'"~/x"'), (b'"a=b"', b'"a=b"'), (b'"\\001"', b'"\\001"'),
])
def test_the_server_quotes_as_few_characters_as_protocol_md_says(admin, sent, returned):
    admin.do(b"UPDATEACCOUNTSETTINGS bob@client1.com {Key=%s;}" % sent)
    assert admin.ask(b"GETACCOUNTONESETTING bob@client1.com Key") == b"201 " + returned


def test_keys_are_case_sensitive_and_come_in_order(admin):
    admin.do(b'UPDATEACCOUNTSETTINGS bob@client1.com {b=1;a=2;B=3;"x y"=4;""=5;}')
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b'201 {""=5;B=3;a=2;b=1;"x y"=4;}'


def test_the_asterisk_is_the_own_account(admin):
    admin.do(b"UPDATEACCOUNTSETTINGS * {RealName=Master;}")
    assert b"RealName=Master;" in admin.ask(b"GETACCOUNTSETTINGS postmaster")
    assert admin.ask(b"GETACCOUNTONESETTING * RealName") == b"201 Master"


def test_aliases_resolve(admin):
    admin.do(b"SETACCOUNTALIASES bob@client1.com (robert)", b"UPDATEACCOUNTSETTINGS robert@client1.com {A=1;}")
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {A=1;}"


# --- Preferences

def test_prefs_chain(admin):
    admin.do(
        b"SETSERVERACCOUNTPREFS {A=server;B=server;C=server;}",
        b"SETACCOUNTDEFAULTPREFS client1.com {B=domain;C=domain;}",
        b"UPDATEACCOUNTPREFS bob@client1.com {C=account;}",
    )
    assert admin.ask(b"GETACCOUNTPREFS bob@client1.com") == b"201 {C=account;}"
    assert admin.ask(b"GETACCOUNTEFFECTIVEPREFS bob@client1.com") == b"201 {A=server;B=domain;C=account;}"


def test_prefs_update_set_and_default(admin):
    admin.do(
        b"SETACCOUNTPREFS bob@client1.com {A=1;B=2;}",
        b"UPDATEACCOUNTPREFS bob@client1.com {A=default;C=(#NULL#);}",
    )
    assert admin.ask(b"GETACCOUNTPREFS bob@client1.com") == b"201 {B=2;C=(#NULL#);}"
    admin.do(b"SETACCOUNTPREFS bob@client1.com {D=4;}")
    assert admin.ask(b"GETACCOUNTPREFS bob@client1.com") == b"201 {D=4;}"


def test_older_names_of_the_prefs_commands(admin):
    admin.do(b"SetWebUser bob@client1.com {Language=French;}")
    assert admin.ask(b"GetWebUser bob@client1.com") == b"201 {Language=French;}"


# --- information

def test_info_after_a_login(admin, connect):
    admin.do(b"UPDATEACCOUNTSETTINGS bob@client1.com {Password=pass;}")
    assert admin.ask(b"GETACCOUNTINFO bob@client1.com Key LastLogin") == b'201 ""'
    connect("bob@client1.com", "pass")
    assert re.fullmatch(
        rb"201 #T\d\d-\d\d-\d{4}_\d\d:\d\d:\d\d", admin.ask(b"GETACCOUNTINFO bob@client1.com KEY LastLogin")
    )
    assert admin.ask(b"GETACCOUNTINFO bob@client1.com (LastAddress,Missing)") == b"201 {LastAddress=#I[127.0.0.1];}"


def test_info_keys_are_case_sensitive(admin):
    assert admin.ask(b"GETACCOUNTINFO * Key lastlogin") == b'201 ""'
    assert admin.ask(b"GETACCOUNTINFO * (lastlogin)") == b"201 {}"


def test_info_without_a_key_is_the_whole_dictionary(admin):
    admin.do(b"WRITESTORAGEFILE bob@client1.com FILE x DATA [AAECAw==]")
    assert admin.ask(b"GETACCOUNTINFO bob@client1.com") == b"201 {StorageUsed=#4;}"


def test_presence_is_the_null_object(admin):
    assert admin.ask(b"GETACCOUNTPRESENCE bob@client1.com") == b"201 #NULL#"
    assert admin.code(b"GETACCOUNTPRESENCE nobody@client1.com") == 513
