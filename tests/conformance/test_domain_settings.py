# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Domain Administration: settings of a Domain, defaults and template of its Accounts."""

from __future__ import annotations

import pytest

SETTINGS = [
    (b"GETDOMAINSETTINGS", b"UPDATEDOMAINSETTINGS", b"SETDOMAINSETTINGS"),
    (b"GETACCOUNTDEFAULTS", b"UPDATEACCOUNTDEFAULTS", b"SETACCOUNTDEFAULTS"),
    (b"GETACCOUNTDEFAULTPREFS", b"UPDATEACCOUNTDEFAULTPREFS", b"SETACCOUNTDEFAULTPREFS"),
    (b"GETACCOUNTTEMPLATE", b"UPDATEACCOUNTTEMPLATE", b"SETACCOUNTTEMPLATE"),
]
every_dictionary = pytest.mark.parametrize(("get", "update", "replace"), SETTINGS)


@pytest.fixture(autouse=True)
def domain(admin):
    admin.do(b"CREATEDOMAIN client1.example")


# --- what the four dictionaries have in common

@every_dictionary
def test_an_update_leaves_what_it_omits(admin, get, update, replace):
    admin.do(replace + b" client1.example {A=1;B=2;}", update + b" client1.example {B=(x,y);C={d=e;};}")
    assert admin.ask(get + b" client1.example") == b"201 {A=1;B=(x,y);C={d=e;};}"


@every_dictionary
def test_a_set_removes_all_old_settings(admin, get, update, replace):
    admin.do(update + b" client1.example {A=1;B=2;}", replace + b" client1.example {C=3;}")
    assert admin.ask(get + b" client1.example") == b"201 {C=3;}"
    admin.do(replace + b" client1.example {}")
    assert admin.ask(get + b" client1.example") == b"201 {}"


@pytest.mark.parametrize("nothing", [b"default", b'"default"', b"#NULL#"], ids=["bare", "quoted", "null"])
@every_dictionary
def test_the_string_default_removes_a_setting(admin, get, update, replace, nothing):
    admin.do(
        replace + b" client1.example {A=1;B=2;}", update + b" client1.example {A=%s;Unset=%s;}" % (nothing, nothing),
    )
    assert admin.ask(get + b" client1.example") == b"201 {B=2;}"


@every_dictionary
def test_the_string_default_sets_nothing_in_a_set(admin, get, update, replace):
    admin.do(update + b" client1.example {C=1;}", replace + b" client1.example {A=1;B=default;C=default;}")
    assert admin.ask(get + b" client1.example") == b"201 {A=1;}"


@every_dictionary
def test_default_inside_a_value_is_a_value(admin, get, update, replace):
    admin.do(update + b" client1.example {A=(default,#NULL#);}", replace + b" client1.example {A=(default,#NULL#);}")
    assert admin.ask(get + b" client1.example") == b"201 {A=(default,#NULL#);}"


@every_dictionary
def test_without_a_name_the_own_domain_is_meant(admin, connect, get, update, replace):
    admin.do(
        b"CREATEACCOUNT bob@client1.example {Password=pass;}",
        b"SETACCOUNTRIGHTS bob@client1.example (MailToUnknown,WebUserSettings)",
        replace + b" example.com {Main=1;}", update + b" {Here=2;}",
    )
    bob = connect("bob@client1.example", "pass")
    bob.do(update + b" {MailToUnknown=Discarded;}")
    assert bob.ask(get) == b"201 {MailToUnknown=Discarded;}"
    assert admin.ask(get + b" client1.example") == b"201 {MailToUnknown=Discarded;}"
    assert admin.ask(get) == admin.ask(get + b" example.com") == b"201 {Here=2;Main=1;}"


@every_dictionary
def test_the_domain_must_exist(admin, get, update, replace):
    assert admin.code(get + b" nowhere.example") == 512
    assert admin.code(update + b" nowhere.example {}") == 512
    assert admin.code(replace + b" nowhere.example {}") == 512


@pytest.mark.parametrize("bad", [b"(a,b)", b"text", b"{a=1;", b""], ids=["array", "string", "half", "nothing"])
@every_dictionary
def test_new_settings_must_be_a_dictionary(admin, get, update, replace, bad):
    admin.do(replace + b" client1.example {A=1;}")
    assert admin.code(update + b" client1.example " + bad) == 500
    assert admin.code(replace + b" client1.example " + bad) == 500
    assert admin.ask(get + b" client1.example") == b"201 {A=1;}"


@every_dictionary
def test_the_dictionaries_are_four_and_each_domain_has_its_own(admin, get, update, replace):
    before = admin.ask(get + b" example.com")
    admin.do(replace + b" client1.example {A=1;}", update + b" client1.example {B=1;}")
    assert admin.ask(get + b" example.com") == before
    for other, _update, _replace in SETTINGS:
        assert other == get or admin.ask(other + b" client1.example") == b"201 {}"


# --- Domain Settings

def test_getdomainsettings_includes_only_what_is_explicitly_set(admin):
    admin.do(b"SETDOMAINDEFAULTS {Limit=5;}", b"UPDATEDOMAINSETTINGS client1.example {Own=1;}")
    assert admin.ask(b"GETDOMAINSETTINGS client1.example") == b"201 {Own=1;}"


def test_getdomaineffectivesettings_includes_what_is_set_and_the_defaults(admin):
    admin.do(b"SETDOMAINDEFAULTS {Limit=5;Other=6;}", b"UPDATEDOMAINSETTINGS client1.example {Own=1;Limit=7;}")
    assert admin.ask(b"GETDOMAINEFFECTIVESETTINGS client1.example") == b"201 {Limit=7;Other=6;Own=1;}"


def test_getdomaineffectivesettings_without_a_name_is_for_the_own_domain(admin):
    admin.do(b"SETDOMAINDEFAULTS {A=1;}", b"SETDOMAINSETTINGS example.com {B=2;}")
    assert admin.ask(b"GETDOMAINEFFECTIVESETTINGS") == b"201 {A=1;B=2;}"
    assert admin.code(b"GETDOMAINEFFECTIVESETTINGS nowhere.example") == 512


def test_setdomainsettings_needs_the_name_of_a_domain(admin):
    assert admin.code(b"SETDOMAINSETTINGS {A=1;}") == 500
    assert admin.ask(b"GETDOMAINSETTINGS") == b"201 {}"


def test_updatedomainsettings_with_default_brings_the_default_setting_back(admin):
    admin.do(
        b"SETDOMAINDEFAULTS {Limit=5;}", b"UPDATEDOMAINSETTINGS client1.example {Limit=7;}",
        b"UPDATEDOMAINSETTINGS client1.example {Limit=default;}",
    )
    assert admin.ask(b"GETDOMAINEFFECTIVESETTINGS client1.example") == b"201 {Limit=5;}"


# --- defaults of Accounts

def test_updateaccountdefaults_gives_accounts_without_a_value_of_their_own_one(admin):
    admin.do(
        b"SETSERVERACCOUNTDEFAULTS {A=server;B=server;}", b"CREATEACCOUNT bob@client1.example {C=own;}",
        b"UPDATEACCOUNTDEFAULTS client1.example {B=domain;C=domain;}",
    )
    assert admin.ask(b"GETACCOUNTEFFECTIVESETTINGS bob@client1.example") == b"201 {A=server;B=domain;C=own;}"
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.example") == b"201 {C=own;}"


def test_updateaccountdefaults_with_default_brings_the_servers_default_back(admin):
    admin.do(
        b"SETSERVERACCOUNTDEFAULTS {A=server;}", b"CREATEACCOUNT bob@client1.example",
        b"UPDATEACCOUNTDEFAULTS client1.example {A=domain;}", b"UPDATEACCOUNTDEFAULTS client1.example {A=default;}",
    )
    assert admin.ask(b"GETACCOUNTEFFECTIVESETTINGS bob@client1.example") == b"201 {A=server;}"


def test_updateaccountdefaultprefs_with_default_brings_the_servers_preferences_back(admin):
    admin.do(
        b"SETSERVERACCOUNTPREFS {A=server;B=server;}", b"CREATEACCOUNT bob@client1.example",
        b"SETACCOUNTPREFS bob@client1.example {C=own;}", b"SETACCOUNTDEFAULTPREFS client1.example {A=domain;B=domain;}",
        b"UPDATEACCOUNTDEFAULTPREFS client1.example {A=default;}",
    )
    told = admin.ask(b"GETACCOUNTEFFECTIVEPREFS bob@client1.example")
    assert told == b"201 {A=server;AccountName=bob@client1.example;B=domain;C=own;}"


# --- the Account Template

def test_updateaccounttemplate_sets_with_what_all_new_accounts_are_created(admin):
    admin.do(
        b"CREATEACCOUNT old@client1.example",
        b"UPDATEACCOUNTTEMPLATE client1.example {Title=Clerk;l=Town;}",
        b"CREATEACCOUNT new@client1.example {l=City;RealName=New;}", b"CREATEACCOUNT other@example.com",
    )
    assert admin.ask(b"GETACCOUNTSETTINGS new@client1.example") == b"201 {RealName=New;Title=Clerk;l=City;}"
    assert admin.ask(b"GETACCOUNTSETTINGS old@client1.example") == b"201 {}"
    assert admin.ask(b"GETACCOUNTSETTINGS other") == b"201 {}"


def test_setaccounttemplate_leaves_accounts_as_they_were_created(admin):
    admin.do(
        b"SETACCOUNTTEMPLATE client1.example {Title=Clerk;}", b"CREATEACCOUNT a@client1.example",
        b"SETACCOUNTTEMPLATE client1.example {}", b"CREATEACCOUNT b@client1.example",
    )
    assert admin.ask(b"GETACCOUNTSETTINGS a@client1.example") == b"201 {Title=Clerk;}"
    assert admin.ask(b"GETACCOUNTSETTINGS b@client1.example") == b"201 {}"


# --- what a Domain Administrator's update leaves out

@pytest.fixture
def administrator(admin, connect):
    """Logs bob@client1.example in with some rights."""
    admin.do(b"CREATEACCOUNT bob@client1.example {Password=pass;}")

    def login(rights):
        admin.do(b"SETACCOUNTRIGHTS bob@client1.example (%s)" % rights)
        return connect("bob@client1.example", "pass")

    return login


@pytest.mark.parametrize(("rights", "kept"), [
    (b"Domain", b"{}"), (b"BasicSettings", b"{MailToUnknown=Discarded;}"),
    (b"BasicSettings,DKIM", b"{DKIM={Enabled=No;};MailToUnknown=Discarded;}"), (b"DKIM", b"{DKIM={Enabled=No;};}"),
    (b"AccountsLimit", b"{AccountsLimit=5;}"),
], ids=["none", "basic", "basic and own", "own", "limit"])
def test_updatedomainsettings_updates_only_what_the_domain_administrator_may_modify(admin, administrator, rights, kept):
    administrator(rights).do(b"UPDATEDOMAINSETTINGS {AccountsLimit=5;MailToUnknown=Discarded;DKIM={Enabled=No;};}")
    assert admin.ask(b"GETDOMAINSETTINGS client1.example") == b"201 " + kept


@pytest.mark.parametrize(("rights", "kept"), [
    (b"Domain", b"{}"), (b"BasicSettings", b"{RealName=Name;ou=Sales;}"), (b"PSTNSettings", b"{PSTNAreaCode=20;}"),
    (b"MaxAccountSize,RulesAllowed", b"{MaxAccountSize=1G;RulesAllowed=Any;}"),
], ids=["none", "basic", "telephone", "own"])
@pytest.mark.parametrize(("get", "update"), [
    (b"GETACCOUNTDEFAULTS", b"UPDATEACCOUNTDEFAULTS"), (b"GETACCOUNTTEMPLATE", b"UPDATEACCOUNTTEMPLATE"),
])
def test_an_update_touches_only_what_the_domain_administrator_may_modify(
    admin, administrator, get, update, rights, kept
):
    administrator(rights).do(
        update + b" {RealName=Name;ou=Sales;MaxAccountSize=1G;AccessModes=None;PSTNAreaCode=20;RulesAllowed=Any;}"
    )
    assert admin.ask(get + b" client1.example") == b"201 " + kept


@pytest.mark.parametrize(("get", "update"), [
    (b"GETDOMAINSETTINGS", b"UPDATEDOMAINSETTINGS"), (b"GETACCOUNTDEFAULTS", b"UPDATEACCOUNTDEFAULTS"),
    (b"GETACCOUNTTEMPLATE", b"UPDATEACCOUNTTEMPLATE"),
])
def test_what_a_domain_administrator_may_not_modify_is_not_removed_either(admin, administrator, get, update):
    admin.do(update + b" client1.example {Mine=1;Theirs=2;RulesAllowed=Any;}")
    administrator(b"Mine").do(update + b" {Mine=default;RulesAllowed=default;}")
    assert admin.ask(get + b" client1.example") == b"201 {RulesAllowed=Any;Theirs=2;}"
