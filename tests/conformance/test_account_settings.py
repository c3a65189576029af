# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Account Administration: settings and Preferences."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options


@pytest.fixture
def options() -> Options:
    return Options(port=0, main_domain="example.com", password="secret", cluster=True)


@pytest.fixture(autouse=True)
def bob(admin):
    admin.do(b"CREATEDOMAIN client1.com", b"CREATEACCOUNT bob@client1.com")


def _chain(admin):
    admin.do(
        b"SETSERVERACCOUNTDEFAULTS {A=server;B=server;C=server;}",
        b"UPDATEACCOUNTDEFAULTS client1.com {B=domain;C=domain;}",
        b"UPDATEACCOUNTSETTINGS bob@client1.com {C=account;}",
    )


# --- reading

def test_getaccountsettings_has_explicitly_set_settings_only(admin):
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {}"
    _chain(admin)
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {C=account;}"


def test_getaccounteffectivesettings_has_the_defaults_as_well(admin):
    _chain(admin)
    assert admin.ask(b"GETACCOUNTEFFECTIVESETTINGS bob@client1.com") == b"201 {A=server;B=domain;C=account;}"
    assert admin.ask(b"GETACCOUNTEFFECTIVESETTINGS postmaster").startswith(b"201 {A=server;B=server;C=server;")


def test_getaccounteffectivesettings_follows_the_defaults(admin):
    _chain(admin)
    admin.do(
        b"UPDATEACCOUNTSETTINGS bob@client1.com {C=default;}", b"UPDATEACCOUNTDEFAULTS client1.com {B=default;}",
        b"UPDATESERVERACCOUNTDEFAULTS {A=changed;}",
    )
    assert admin.ask(b"GETACCOUNTEFFECTIVESETTINGS bob@client1.com") == b"201 {A=changed;B=server;C=domain;}"


def test_getaccounteffectivesettings_in_a_shared_domain_has_the_clusters_defaults(admin):
    admin.do(
        b"SETSERVERACCOUNTDEFAULTS {A=server;}", b"SETCLUSTERACCOUNTDEFAULTS {A=cluster;}",
        b"CREATEDOMAIN shared.example SHARED", b"CREATEACCOUNT bob@shared.example",
    )
    assert admin.ask(b"GETACCOUNTEFFECTIVESETTINGS bob@shared.example") == b"201 {A=cluster;}"
    assert admin.ask(b"GETACCOUNTEFFECTIVESETTINGS bob@client1.com") == b"201 {A=server;}"


def test_updateaccountdefaults_with_default_brings_the_clusters_default_back_in_a_shared_domain(admin):
    admin.do(
        b"SETSERVERACCOUNTDEFAULTS {A=server;}", b"SETCLUSTERACCOUNTDEFAULTS {A=cluster;}",
        b"CREATEDOMAIN shared.example SHARED", b"CREATEACCOUNT bob@shared.example",
        b"UPDATEACCOUNTDEFAULTS shared.example {A=domain;}",
    )
    assert admin.ask(b"GETACCOUNTEFFECTIVESETTINGS bob@shared.example") == b"201 {A=domain;}"
    admin.do(b"UPDATEACCOUNTDEFAULTS shared.example {A=default;}")
    assert admin.ask(b"GETACCOUNTEFFECTIVESETTINGS bob@shared.example") == b"201 {A=cluster;}"


def test_getaccounteffectivesettings_keeps_what_the_template_gave(admin):
    admin.do(
        b"SETSERVERACCOUNTDEFAULTS {}", b"SETACCOUNTTEMPLATE client1.com {A=template;}",
        b"CREATEACCOUNT ann@client1.com", b"SETACCOUNTTEMPLATE client1.com {}",
    )
    assert admin.ask(b"GETACCOUNTEFFECTIVESETTINGS ann@client1.com") == b"201 {A=template;}"


@pytest.mark.parametrize(("key", "value"), [
    (b"A", b"server"), (b"B", b"domain"), (b"C", b'(account,#5,"a b")'), (b"D", b"{x=y;}"), (b"E", b"#NULL#"),
    (b"a", b"#NULL#"),
], ids=["server", "domain", "array", "dictionary", "missing", "case"])
def test_getaccountonesetting_reads_an_effective_setting_or_the_null_object(admin, key, value):
    admin.do(
        b"SETSERVERACCOUNTDEFAULTS {A=server;}", b"UPDATEACCOUNTDEFAULTS client1.com {B=domain;}",
        b'UPDATEACCOUNTSETTINGS bob@client1.com {C=(account,#5,"a b");D={x=y;};}',
    )
    assert admin.ask(b"GETACCOUNTONESETTING bob@client1.com " + key) == b"201 " + value


@pytest.mark.parametrize(("verb", "key"), [
    (b"GETACCOUNTSETTINGS *", b""), (b"GETACCOUNTEFFECTIVESETTINGS *", b""), (b"GETACCOUNTONESETTING *", b" RealName"),
    (b"GETACCOUNTPREFS *", b""), (b"GETACCOUNTEFFECTIVEPREFS *", b""),
])
def test_the_asterisk_is_the_authenticated_account(admin, connect, verb, key):
    admin.do(
        b"UPDATEACCOUNTSETTINGS bob@client1.com {RealName=Bob;Password=pass;}",
        b"UPDATEACCOUNTPREFS bob@client1.com {RealName=Bob;}",
    )
    bob = connect("bob@client1.com", "pass")
    own = bob.ask(verb + key)
    assert b"Bob" in own
    assert own == admin.ask(verb.replace(b"*", b"bob@client1.com") + key)


# --- changing

def test_updateaccountsettings_leaves_omitted_settings_alone(admin):
    admin.do(b"UPDATEACCOUNTSETTINGS bob@client1.com {A=1;B=2;}", b"UPDATEACCOUNTSETTINGS bob@client1.com {B=3;C=4;}")
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {A=1;B=3;C=4;}"


@pytest.mark.parametrize("nothing", [b"default", b"#NULL#", b"#null#"])
def test_updateaccountsettings_removes_a_setting_whose_new_value_is_default(admin, nothing):
    admin.do(
        b"SETSERVERACCOUNTDEFAULTS {A=server;}", b"UPDATEACCOUNTSETTINGS bob@client1.com {A=1;B=2;}",
        b"UPDATEACCOUNTSETTINGS bob@client1.com {A=%s;C=%s;}" % (nothing, nothing),
    )
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {B=2;}"
    assert admin.ask(b"GETACCOUNTONESETTING bob@client1.com A") == b"201 server"


def test_updateaccountsettings_changes_nothing_when_it_is_refused(admin):
    admin.do(b"UPDATEACCOUNTSETTINGS bob@client1.com {A=1;}")
    assert admin.code(b"UPDATEACCOUNTSETTINGS bob@client1.com {A=2;Password=(x);}") == 501
    assert admin.code(b"UPDATEACCOUNTSETTINGS bob@client1.com (A,2)") == 500
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {A=1;}"


def test_setaccountsettings_replaces_all_old_settings(admin):
    admin.do(b"UPDATEACCOUNTSETTINGS bob@client1.com {A=1;B=2;}", b"SETACCOUNTSETTINGS bob@client1.com {B=3;C=4;}")
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {B=3;C=4;}"
    admin.do(b"SETACCOUNTSETTINGS bob@client1.com {}")
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {}"


def test_setaccountsettings_changes_nothing_when_it_is_refused(admin):
    admin.do(b"SETACCOUNTSETTINGS bob@client1.com {A=1;}")
    assert admin.code(b"SETACCOUNTSETTINGS bob@client1.com {Password=#5;}") == 501
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {A=1;}"


def test_setaccountsettings_is_for_system_administrators_only(admin, connect):
    admin.do(b"CREATEACCOUNT ann@client1.com {Password=pass;}", b"SETACCOUNTRIGHTS ann@client1.com (BasicSettings)")
    ann = connect("ann@client1.com", "pass")
    assert ann.code(b"SETACCOUNTSETTINGS bob {A=1;}") == 510
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {}"


@pytest.mark.parametrize("value", [
    b"word", b'"two words"', b"#5", b"#-5", b"#T22-10-2009_15:24:45", b"#I[10.0.44.55]:25", b"[AAECAw==]",
    b"(a,(b,#1),())", b"{a={b=(c);};}", b'"\\e\\t\\\\\\""', b'""', "\"gr\u00fc\u00df\"".encode(),
], ids=lambda value: value.decode().lower())
def test_updateaccountsettings_keeps_values_of_every_type(admin, value):
    admin.do(b"UPDATEACCOUNTSETTINGS bob@client1.com {Key=%s;}" % value)
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {Key=%s;}" % value


@pytest.mark.parametrize(("sent", "returned"), [
    (b'"example.com"', b"example.com"), (b'"user@example.com"', b"user@example.com"), (b'"A-crpt"', b"A-crpt"),
    (b'"Pronto-"', b"Pronto-"), (b'"cp@nel"', b"cp@nel"), (b'"word"', b"word"), (b"-1", b'"-1"'), (b'"-1"', b'"-1"'),
    (b'"a_b"', b'"a_b"'), (b'"a:b"', b'"a:b"'), (b'"~/x"', b'"~/x"'), (b'"a=b"', b'"a=b"'), (b'"\\001"', b'"\\001"'),
])
def test_getaccountonesetting_quotes_what_servers_were_seen_to_quote(admin, sent, returned):
    admin.do(b"UPDATEACCOUNTSETTINGS bob@client1.com {Key=%s;}" % sent)
    assert admin.ask(b"GETACCOUNTONESETTING bob@client1.com Key") == b"201 " + returned


def test_getaccountsettings_has_case_sensitive_keys_in_order(admin):
    admin.do(b'UPDATEACCOUNTSETTINGS bob@client1.com {b=1;a=2;B=3;"x y"=4;""=5;}')
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b'201 {""=5;B=3;a=2;b=1;"x y"=4;}'


def test_updateaccountsettings_takes_an_alias_for_its_account(admin):
    admin.do(b"SETACCOUNTALIASES bob@client1.com (robert)", b"UPDATEACCOUNTSETTINGS robert@client1.com {A=1;}")
    assert admin.ask(b"GETACCOUNTSETTINGS bob@client1.com") == b"201 {A=1;}"


# --- Preferences

def _prefs_chain(admin):
    admin.do(
        b"SETSERVERACCOUNTPREFS {A=server;B=server;C=server;}",
        b"SETACCOUNTDEFAULTPREFS client1.com {B=domain;C=domain;}",
        b"UPDATEACCOUNTPREFS bob@client1.com {C=account;}",
    )


def test_getaccountprefs_has_explicitly_set_preferences_and_the_accounts_own_name(admin):
    assert admin.ask(b"GETACCOUNTPREFS bob@client1.com") == b"201 {AccountName=bob@client1.com;}"
    _prefs_chain(admin)
    assert admin.ask(b"GETACCOUNTPREFS bob@client1.com") == b"201 {AccountName=bob@client1.com;C=account;}"


def test_getaccountprefs_tells_the_real_name_of_the_account_whatever_it_was_asked_by(admin):
    admin.do(
        b"SETDOMAINALIASES client1.com (alias.example)", b"SETACCOUNTALIASES bob@client1.com (robert)",
        b"SETACCOUNTPREFS bob@client1.com {AccountName=someone;}",
    )
    for name in (b"bob@client1.com", b"robert@client1.com", b"Robert@Alias.example"):
        assert admin.ask(b"GETACCOUNTPREFS " + name) == b"201 {AccountName=bob@client1.com;}"
    assert admin.ask(b"GETACCOUNTPREFS *") == b"201 {AccountName=postmaster@example.com;}"


def test_getaccounteffectiveprefs_has_the_defaults_as_well(admin):
    _prefs_chain(admin)
    told = admin.ask(b"GETACCOUNTEFFECTIVEPREFS bob@client1.com")
    assert told == b"201 {A=server;AccountName=bob@client1.com;B=domain;C=account;}"


def test_getaccounteffectiveprefs_in_a_shared_domain_has_the_clusters_defaults(admin):
    admin.do(
        b"SETSERVERACCOUNTPREFS {A=server;}", b"SETCLUSTERACCOUNTPREFS {A=cluster;}",
        b"CREATEDOMAIN shared.example SHARED", b"CREATEACCOUNT bob@shared.example",
    )
    told = admin.ask(b"GETACCOUNTEFFECTIVEPREFS bob@shared.example")
    assert told == b"201 {A=cluster;AccountName=bob@shared.example;}"


def test_updateaccountdefaultprefs_with_default_brings_the_clusters_preferences_back_in_a_shared_domain(admin):
    admin.do(
        b"SETSERVERACCOUNTPREFS {A=server;}", b"SETCLUSTERACCOUNTPREFS {A=cluster;}",
        b"CREATEDOMAIN shared.example SHARED", b"CREATEACCOUNT bob@shared.example",
        b"UPDATEACCOUNTDEFAULTPREFS shared.example {A=domain;}",
    )
    told = admin.ask(b"GETACCOUNTEFFECTIVEPREFS bob@shared.example")
    assert told == b"201 {A=domain;AccountName=bob@shared.example;}"
    admin.do(b"UPDATEACCOUNTDEFAULTPREFS shared.example {A=default;}")
    told = admin.ask(b"GETACCOUNTEFFECTIVEPREFS bob@shared.example")
    assert told == b"201 {A=cluster;AccountName=bob@shared.example;}"


def test_updateaccountprefs_leaves_omitted_elements_alone_and_default_removes(admin):
    admin.do(
        b"SETACCOUNTPREFS bob@client1.com {A=1;B=2;}",
        b"UPDATEACCOUNTPREFS bob@client1.com {A=default;C=(#NULL#);}",
    )
    assert admin.ask(b"GETACCOUNTPREFS bob@client1.com") == b"201 {AccountName=bob@client1.com;B=2;C=(#NULL#);}"


def test_updateaccountprefs_makes_the_default_show_through(admin):
    _prefs_chain(admin)
    admin.do(b"UPDATEACCOUNTPREFS bob@client1.com {C=default;}")
    told = admin.ask(b"GETACCOUNTEFFECTIVEPREFS bob@client1.com")
    assert told == b"201 {A=server;AccountName=bob@client1.com;B=domain;C=domain;}"


def test_setaccountprefs_removes_all_old_preferences(admin):
    admin.do(b"SETACCOUNTPREFS bob@client1.com {A=1;B=2;}", b"SETACCOUNTPREFS bob@client1.com {D=4;}")
    assert admin.ask(b"GETACCOUNTPREFS bob@client1.com") == b"201 {AccountName=bob@client1.com;D=4;}"
    assert admin.code(b"SETACCOUNTPREFS bob@client1.com (a)") == 500
    assert admin.ask(b"GETACCOUNTPREFS bob@client1.com") == b"201 {AccountName=bob@client1.com;D=4;}"


def test_getaccountprefs_reads_what_the_older_name_of_the_set_command_wrote(admin):
    admin.do(b"SetWebUser bob@client1.com {Language=French;}")
    assert admin.ask(b"GETACCOUNTPREFS bob@client1.com") == b"201 {AccountName=bob@client1.com;Language=French;}"
    assert admin.ask(b"GetWebUser bob@client1.com") == b"201 {AccountName=bob@client1.com;Language=French;}"
    told = admin.ask(b"GetEffectiveWebUser bob@client1.com")
    assert told.startswith(b"201 {AccountName=bob@client1.com;Language=French;")
