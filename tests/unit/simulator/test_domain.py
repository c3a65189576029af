# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Domain Administration: settings, aliases, Rules, storage, suspension."""

from __future__ import annotations

import pytest


@pytest.fixture
def domain(admin):
    admin.do(b"CREATEDOMAIN client1.com")
    return b"client1.com"


# --- settings

def test_domain_settings_are_explicit_ones_only(admin, domain):
    admin.do(b"SETDOMAINDEFAULTS {Limit=5;}", b"UPDATEDOMAINSETTINGS client1.com {Own=1;}")
    assert admin.ask(b"GETDOMAINSETTINGS client1.com") == b"201 {Own=1;}"
    assert admin.ask(b"GETDOMAINEFFECTIVESETTINGS client1.com") == b"201 {Limit=5;Own=1;}"
    admin.do(b"UPDATEDOMAINSETTINGS client1.com {Limit=7;}")
    assert admin.ask(b"GETDOMAINEFFECTIVESETTINGS client1.com") == b"201 {Limit=7;Own=1;}"


SETTINGS = [
    (b"GETDOMAINSETTINGS", b"UPDATEDOMAINSETTINGS", b"SETDOMAINSETTINGS"),
    (b"GETACCOUNTDEFAULTS", b"UPDATEACCOUNTDEFAULTS", b"SETACCOUNTDEFAULTS"),
    (b"GETACCOUNTDEFAULTPREFS", b"UPDATEACCOUNTDEFAULTPREFS", b"SETACCOUNTDEFAULTPREFS"),
    (b"GETACCOUNTTEMPLATE", b"UPDATEACCOUNTTEMPLATE", b"SETACCOUNTTEMPLATE"),
]


@pytest.mark.parametrize(("get", "update", "replace"), SETTINGS)
def test_update_merges_and_set_replaces(admin, domain, get, update, replace):
    assert admin.ask(get + b" client1.com") == b"201 {}"
    admin.do(update + b" client1.com {A=1;B=2;}", update + b" client1.com {B=(x,y);C={d=e;};}")
    assert admin.ask(get + b" client1.com") == b"201 {A=1;B=(x,y);C={d=e;};}"
    admin.do(replace + b" client1.com {D=4;}")
    assert admin.ask(get + b" client1.com") == b"201 {D=4;}"


@pytest.mark.parametrize("nothing", [b"default", b'"default"', b"#NULL#"])
@pytest.mark.parametrize(("get", "update", "replace"), SETTINGS)
def test_the_string_default_removes_a_setting(admin, domain, get, update, replace, nothing):
    admin.do(replace + b" client1.com {A=1;B=2;}", update + b" client1.com {A=%s;Unset=%s;}" % (nothing, nothing))
    assert admin.ask(get + b" client1.com") == b"201 {B=2;}"


@pytest.mark.parametrize(("get", "update", "replace"), SETTINGS)
def test_default_inside_a_value_is_a_value(admin, domain, get, update, replace):
    admin.do(update + b" client1.com {A=(default,#NULL#);}")
    assert admin.ask(get + b" client1.com") == b"201 {A=(default,#NULL#);}"


@pytest.mark.parametrize(("get", "update", "replace"), SETTINGS)
def test_without_a_name_the_own_domain_is_meant(admin, domain, get, update, replace):
    admin.do(update + b" {Own=1;}")
    assert admin.ask(get) == admin.ask(get + b" example.com")
    assert b"Own=1;" in admin.ask(get)
    assert admin.ask(get + b" client1.com") == b"201 {}"


@pytest.mark.parametrize(("get", "update", "replace"), SETTINGS)
def test_an_unknown_domain_is_answered_512(admin, get, update, replace):
    assert admin.code(get + b" nowhere.example") == 512
    assert admin.code(update + b" nowhere.example {}") == 512
    assert admin.code(replace + b" nowhere.example {}") == 512


# --- aliases

def test_domain_aliases(admin, domain):
    assert admin.ask(b"GETDOMAINALIASES client1.com") == b"201 ()"
    admin.do(b"SETDOMAINALIASES client1.com (b.example,a.example)")
    assert admin.ask(b"GETDOMAINALIASES client1.com") == b"201 (b.example,a.example)"
    admin.do(b"CREATEACCOUNT bob@A.example", b"SETDOMAINALIASES client1.com (a.example)")
    assert admin.code(b"GETACCOUNTSETTINGS bob@b.example") == 512
    assert admin.ask(b"GETACCOUNTSETTINGS bob@a.example") == b"201 {}"
    assert admin.ask(b"LISTDOMAINS") == b"201 (example.com,client1.com)"


@pytest.mark.parametrize("aliases", [
    b"(example.com)", b"(client1.com)", b"(x.example,X.example)", b"(other.example)", b"(taken.example)",
])
def test_domain_aliases_must_be_free(admin, domain, aliases):
    admin.do(
        b"CREATEDOMAIN other.example", b"SETDOMAINALIASES other.example (taken.example)",
        b"SETDOMAINALIASES client1.com (mine.example)",
    )
    assert admin.code(b"SETDOMAINALIASES client1.com " + aliases) == 520
    assert admin.ask(b"GETDOMAINALIASES client1.com") == b"201 (mine.example)"


@pytest.mark.parametrize("aliases", [b'("")', b'("a b")', b"((x))", b"(#5)"])
def test_domain_aliases_must_be_names(admin, domain, aliases):
    assert admin.refused(b"SETDOMAINALIASES client1.com " + aliases)


# --- Rules

@pytest.mark.parametrize("name", [b"DOMAINMAILRULES", b"DOMAINSIGNALRULES"])
def test_domain_rules_are_replaced_and_keep_their_order(admin, domain, name):
    assert admin.ask(b"GET%s client1.com" % name) == b"201 ()"
    rules = b'((5,Second,(),((Discard))),(2,"#First",(("Human Generated","---")),((Mark,Read),("Stop Processing"))))'
    admin.do(b"SET%s client1.com %s" % (name, rules))
    assert admin.ask(b"GET%s client1.com" % name) == b"201 " + rules
    admin.do(b"SET%s client1.com ()" % name)
    assert admin.ask(b"GET%s client1.com" % name) == b"201 ()"


@pytest.mark.parametrize("rules", [
    b"(text)", b"((1))", b"((high,x,(),()))", b'((1,"",(),()))', b"((1,x,text,()))", b"((1,x,(),()),(2,x,(),()))",
    b"((1,x,(),(),comment,more))",
])
def test_malformed_rules_are_refused(admin, domain, rules):
    assert admin.refused(b"SETDOMAINMAILRULES client1.com " + rules)
    assert admin.ask(b"GETDOMAINMAILRULES client1.com") == b"201 ()"


# --- storage

def test_account_storage(admin, domain):
    assert admin.ask(b"LISTACCOUNTSTORAGE client1.com") == b"201 ()"
    admin.do(b"CREATEACCOUNTSTORAGE client1.com PATH disk1")
    assert admin.ask(b"LISTACCOUNTSTORAGE client1.com") == b"201 (disk1)"
    assert admin.code(b"CREATEACCOUNTSTORAGE client1.com PATH disk1") == 520


def test_domain_locations(admin, domain):
    assert admin.ask(b"GETDOMAINLOCATION") == b"201 Accounts"
    assert admin.ask(b"GETDOMAINLOCATION client1.com") == b'201 "Domains/client1.com"'


def test_directory_records_need_a_domain(admin, domain):
    admin.do(b"INSERTDIRECTORYRECORDS client1.com", b"DELETEDIRECTORYRECORDS client1.com")
    assert admin.code(b"INSERTDIRECTORYRECORDS nowhere.example") == 512


# --- suspension

def test_a_suspended_domain_closes_its_accounts_and_lets_none_in(admin, connect, domain):
    admin.do(b"CREATEACCOUNT bob@client1.com {Password=pass;}")
    bob = connect("bob@client1.com", "pass")
    admin.do(b"SUSPENDDOMAIN client1.com")
    assert bob.line() == b""
    assert connect().login(b"bob@client1.com", b"pass")[:3] not in (b"200", b"515")
    assert admin.refused(b"LISTMAILBOXES bob@client1.com")
    assert admin.refused(b"LISTSTORAGEFILES bob@client1.com")
    admin.do(b"RESUMEDOMAIN client1.com")
    assert admin.ask(b"LISTMAILBOXES bob@client1.com").startswith(b"201 {INBOX=")
    assert connect().login(b"bob@client1.com", b"pass") == b"200 login OK"


def test_settings_of_a_suspended_domain_can_be_read_and_do_not_tell(admin, domain):
    admin.do(b"CREATEACCOUNT bob@client1.com", b"SUSPENDDOMAIN client1.com", b"SUSPENDDOMAIN client1.com")
    assert admin.ask(b"GETDOMAINSETTINGS client1.com") == b"201 {}"
    admin.do(b"UPDATEACCOUNTSETTINGS bob@client1.com {RealName=Bob;}")


def test_the_main_domain_cannot_be_suspended(admin):
    assert admin.refused(b"SUSPENDDOMAIN example.com")
    assert admin.code(b"SUSPENDDOMAIN nowhere.example") == 512
