# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Server Settings: modules, components, Rules and the texts of the Router Tables."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options


@pytest.fixture
def options():
    """A member of a Dynamic Cluster, which knows all commands of the section."""
    return Options(port=0, main_domain="example.com", password="secret", cluster=True)


def pairs(*names: str) -> list[str]:
    """A case for each pair of commands, as pytest shows it: GETX-SETX."""
    return ["GET%s-SET%s" % (name, name) for name in names]


def verbs(pair: str) -> list[bytes]:
    return [verb.encode() for verb in pair.split("-")]


DICTIONARIES = pairs(
    "QUEUESETTINGS", "SIGNALSETTINGS", "MEDIASERVERSETTINGS", "SESSIONSETTINGS", "CLUSTERSETTINGS", "NETWORK",
    "DNRSETTINGS", "BANNED", "CLUSTERNETWORK", "CLUSTERBANNED", "ROUTERSETTINGS", "CLUSTERROUTERSETTINGS",
    "SMTPSENDPROFILES", "SERVERINTERCEPT", "CLUSTERINTERCEPT",
)
UPDATED = ["GETLOGSETTINGS-UPDATELOGSETTINGS", "GETSERVERSETTINGS-UPDATESERVERSETTINGS"]
RULES = pairs("SERVERMAILRULES", "SERVERSIGNALRULES", "CLUSTERMAILRULES", "CLUSTERSIGNALRULES")
TABLES = pairs("ROUTERTABLE", "CLUSTERROUTERTABLE")


# --- modules

def test_listmodules_answers_an_array_of_module_names(admin):
    reply = admin.ask(b"LISTMODULES")
    assert reply.startswith(b"201 (")
    assert reply.endswith(b")")
    names = reply[5:-1].split(b",")
    assert {b"SMTP", b"HTTPU", b"PWD"} <= set(names)
    for name in names:
        assert admin.ask(b"GETMODULE " + name).startswith(b"201 {")


def test_getmodule_answers_a_dictionary_with_the_module_settings(admin):
    admin.do(b"SETMODULE SMTP {LogLevel=3;Listener={Ports=({PortNumber=25;});};}")
    assert admin.ask(b"GETMODULE SMTP") == b"201 {Listener={Ports=({PortNumber=25;});};LogLevel=3;}"


def test_getmodule_knows_settings_from_the_start(admin):
    reply = admin.ask(b"GETMODULE HTTPU")
    for key in (b"LogLevel=", b"Listener={MaxInputChannels=", b"HTTPRequestSizeLimit=", b"SupportKeepAlive="):
        assert key in reply


def test_getmodule_finds_a_module_whatever_the_case_of_its_name(admin):
    admin.do(b"SETMODULE SMTP {LogLevel=3;}")
    assert admin.ask(b"GETMODULE smtp") == b"201 {LogLevel=3;}"


def test_setmodule_sets_all_settings_of_the_module(admin):
    admin.do(b"SETMODULE SMTP {LogLevel=3;Channels=5;}", b"SETMODULE SMTP {LogLevel=4;}")
    assert admin.ask(b"GETMODULE SMTP") == b"201 {LogLevel=4;}"


def test_setmodule_leaves_other_modules_alone(admin):
    before = admin.ask(b"GETMODULE HTTPU")
    admin.do(b"SETMODULE SMTP {LogLevel=4;}")
    assert admin.ask(b"GETMODULE HTTPU") == before


def test_updatemodule_leaves_omitted_settings_unmodified(admin):
    admin.do(b"SETMODULE SMTP {LogLevel=3;Channels=5;}", b"UPDATEMODULE SMTP {Channels=6;New=(a);}")
    assert admin.ask(b"GETMODULE SMTP") == b"201 {Channels=6;LogLevel=3;New=(a);}"


@pytest.mark.parametrize(("verb", "rest"), [("GETMODULE", ""), ("SETMODULE", " {}"), ("UPDATEMODULE", " {}")])
def test_a_name_that_is_no_module_is_refused(admin, verb, rest):
    before = admin.ask(b"LISTMODULES")
    assert admin.refused(("%s NoSuchModule%s" % (verb, rest)).encode())
    assert admin.ask(b"LISTMODULES") == before


@pytest.mark.parametrize("verb", ["SETMODULE", "UPDATEMODULE"])
def test_settings_of_a_module_must_be_a_dictionary(admin, verb):
    admin.do(b"SETMODULE SMTP {LogLevel=3;}")
    for wrong in (b"", b" text", b" (a)", b" #5"):
        assert admin.refused(verb.encode() + b" SMTP" + wrong)
    assert admin.ask(b"GETMODULE SMTP") == b"201 {LogLevel=3;}"


# --- dictionaries of components

@pytest.mark.parametrize("verb", [pair.partition("-")[0] for pair in DICTIONARIES + UPDATED])
def test_settings_are_a_dictionary_from_the_start(admin, verb):
    reply = admin.ask(verb.encode())
    assert reply.startswith(b"201 {") and reply.endswith(b"}")
    assert admin.ask(b"ECHO " + reply[len(b"201 "):]) == reply


@pytest.mark.parametrize("pair", DICTIONARIES)
def test_the_dictionary_that_was_set_is_the_one_that_is_read(admin, pair):
    get, replace = verbs(pair)
    admin.do(replace + b" {A=1;B=(x,y);}")
    assert admin.ask(get) == b"201 {A=1;B=(x,y);}"


@pytest.mark.parametrize("pair", DICTIONARIES)
def test_a_set_replaces_the_whole_dictionary(admin, pair):
    get, replace = verbs(pair)
    admin.do(replace + b" {A=1;B=(x,y);}", replace + b" {C={D=#3;};}")
    assert admin.ask(get) == b"201 {C={D=#3;};}"
    admin.do(replace + b" {}")
    assert admin.ask(get) == b"201 {}"


@pytest.mark.parametrize("pair", UPDATED)
def test_an_update_leaves_what_it_does_not_name(admin, pair):
    get, update = verbs(pair)
    admin.do(update + b" {ZA=1;ZB=2;}", update + b" {ZB=3;ZC=4;}")
    reply = admin.ask(get)
    assert all(member in reply for member in (b"ZA=1;", b"ZB=3;", b"ZC=4;"))


@pytest.mark.parametrize("pair", UPDATED)
def test_an_update_with_null_takes_a_setting_away(admin, pair):
    get, update = verbs(pair)
    admin.do(update + b" {ZA=1;ZB=2;}", update + b" {ZA=#NULL#;}")
    reply = admin.ask(get)
    assert b"ZA=" not in reply
    assert b"ZB=2;" in reply


@pytest.mark.parametrize("pair", DICTIONARIES + UPDATED)
def test_what_is_no_dictionary_is_refused_and_changes_nothing(admin, pair):
    get, change = verbs(pair)
    admin.do(change + b" {A=1;}")
    before = admin.ask(get)
    for wrong in (b"", b" text", b" (a)", b" {A=2;} x"):
        assert admin.refused(change + wrong)
    assert admin.ask(get) == before


def test_getserversettings_shows_the_external_programs(admin):
    admin.do(b"UPDATESERVERSETTINGS {ExternalFilters=({Name=virus;Enabled=YES;ProgramName=scan;});}")
    assert b"ExternalFilters=({Enabled=YES;Name=virus;ProgramName=scan;});" in admin.ask(b"GETSERVERSETTINGS")


def test_setnetwork_and_the_others_keep_dictionaries_of_their_own(admin):
    for number, pair in enumerate(DICTIONARIES):
        admin.do(verbs(pair)[1] + b" {Number=%d;}" % number)
    found = [admin.ask(verbs(pair)[0]) for pair in DICTIONARIES]
    assert found == [b"201 {Number=%d;}" % number for number in range(len(DICTIONARIES))]


# --- Rules

@pytest.mark.parametrize("pair", RULES)
def test_rules_are_an_array_that_keeps_its_order(admin, pair):
    get, replace = verbs(pair)
    rules = b'((5,b,(("Message Size","greater than",10K)),(("Reject with",big))),(9,a,(),((Discard))))'
    admin.do(replace + b" " + rules)
    assert admin.ask(get) == b"201 " + rules


@pytest.mark.parametrize("pair", RULES)
def test_new_rules_replace_the_old_ones(admin, pair):
    get, replace = verbs(pair)
    assert admin.ask(get) == b"201 ()"
    admin.do(replace + b" ((5,b,(),()))", replace + b" ((1,c,(),()))")
    assert admin.ask(get) == b"201 ((1,c,(),()))"
    admin.do(replace + b" ()")
    assert admin.ask(get) == b"201 ()"


@pytest.mark.parametrize("pair", RULES)
def test_what_is_no_rule_is_refused_and_changes_nothing(admin, pair):
    get, replace = verbs(pair)
    admin.do(replace + b" ((5,b,(),()))")
    for wrong in (b"(text)", b"((5,b,(),()),(1,b,(),()))", b"{}", b"((5))", b"((x,y,(),()))", b"((5,a,b,c))"):
        assert admin.refused(replace + b" " + wrong)
    assert admin.ask(get) == b"201 ((5,b,(),()))"


def test_setservermailrules_and_the_others_keep_rules_of_their_own(admin):
    for number, pair in enumerate(RULES):
        admin.do(verbs(pair)[1] + b" ((%d,a,(),()))" % number)
    found = [admin.ask(verbs(pair)[0]) for pair in RULES]
    assert found == [b"201 ((%d,a,(),()))" % number for number in range(len(RULES))]


# --- Router Tables

@pytest.mark.parametrize("pair", TABLES)
def test_a_router_table_is_one_string_of_lines(admin, pair):
    get, replace = verbs(pair)
    assert admin.ask(get) == b'201 ""'
    table = rb'"; comment\e<*@old.example> = *@new.example\eS:<+(7-20d)@*> = x\\y\e"'
    admin.do(replace + b" " + table)
    assert admin.ask(get) == b"201 " + table
    admin.do(replace + b' ""')
    assert admin.ask(get) == b'201 ""'


@pytest.mark.parametrize("pair", TABLES)
def test_a_router_table_must_be_a_string(admin, pair):
    get, replace = verbs(pair)
    admin.do(replace + b' "a = b"')
    for wrong in (b"", b" (a)", b" {}"):
        assert admin.refused(replace + wrong)
    assert admin.ask(get) == b'201 "a = b"'


def test_setclusterroutertable_leaves_the_server_s_table_alone(admin):
    admin.do(b'SETROUTERTABLE "a = b"', b'SETCLUSTERROUTERTABLE "c = d"')
    assert admin.ask(b"GETROUTERTABLE") == b'201 "a = b"'
    assert admin.ask(b"GETCLUSTERROUTERTABLE") == b'201 "c = d"'


def test_refreshosdata_changes_no_settings(admin):
    before = admin.ask(b"GETNETWORK"), admin.ask(b"GETLANIPS"), admin.ask(b"GETDNRSETTINGS")
    admin.do(b"REFRESHOSDATA")
    assert (admin.ask(b"GETNETWORK"), admin.ask(b"GETLANIPS"), admin.ask(b"GETDNRSETTINGS")) == before


# --- rights

@pytest.fixture
def bob(admin, connect):
    """Logs an Account of the main Domain in that has some Server rights."""
    def make(*codes: bytes):
        admin.do(b"CREATEACCOUNT bob {Password=pass;}", b"SETACCOUNTRIGHTS bob (%s)" % b",".join(codes))
        return connect("bob", "pass")
    return make


_SETTINGS = [
    ("LISTMODULES", ""), ("GETMODULE", " SMTP"), ("UPDATEMODULE", " SMTP {LogLevel=5;}"), ("GETQUEUESETTINGS", ""),
    ("SETSIGNALSETTINGS", " {A=1;}"), ("UPDATELOGSETTINGS", " {A=1;}"), ("SETCLUSTERNETWORK", " {A=1;}"),
    ("SETSERVERMAILRULES", " ()"), ("SETROUTERTABLE", ' "a = b"'), ("SETLANIPS", " 10.0.0.1"), ("REFRESHOSDATA", ""),
]


@pytest.mark.parametrize(("verb", "rest"), _SETTINGS)
def test_the_right_settings_is_needed_and_enough(admin, bob, verb, rest):
    wire = bob()
    line = (verb + rest).encode()
    before = admin.ask(b"GETMODULE SMTP"), admin.ask(b"GETROUTERTABLE"), admin.ask(b"GETLANIPS")
    assert wire.code(line) == 510
    assert (admin.ask(b"GETMODULE SMTP"), admin.ask(b"GETROUTERTABLE"), admin.ask(b"GETLANIPS")) == before
    admin.do(b"SETACCOUNTRIGHTS bob (UserAccounts,Monitoring)")
    assert wire.code(line) == 510
    admin.do(b"SETACCOUNTRIGHTS bob (Settings)")
    assert wire.code(line) in (200, 201)


@pytest.mark.parametrize("verb", ["GETSERVERINTERCEPT", "SETSERVERINTERCEPT", "GETCLUSTERINTERCEPT",
                                  "SETCLUSTERINTERCEPT"])
def test_the_right_master_is_needed_and_enough_for_lawful_intercept(admin, bob, verb):
    wire = bob(b"Settings", b"UserAccounts")
    line = verb.encode() + (b" {A=1;}" if verb.startswith("SET") else b"")
    assert wire.code(line) == 510
    assert admin.ask(b"GETSERVERINTERCEPT") == b"201 {}"
    admin.do(b"SETACCOUNTRIGHTS bob (Master)")
    assert wire.code(line) in (200, 201)


class TestWithoutACluster:
    @pytest.fixture
    def options(self):
        return Options(port=0, main_domain="example.com", password="secret")

    @pytest.mark.parametrize("verb", [
        "GETCLUSTERSETTINGS", "GETCLUSTERNETWORK", "GETCLUSTERBANNED", "GETCLUSTERMAILRULES", "GETCLUSTERSIGNALRULES",
        "GETCLUSTERROUTERTABLE", "GETCLUSTERROUTERSETTINGS", "GETCLUSTERINTERCEPT",
    ])
    def test_commands_about_the_cluster_are_refused(self, admin, verb):
        assert admin.code(verb.encode()) == 570

    @pytest.mark.parametrize(("verb", "rest"), [
        ("SETCLUSTERSETTINGS", b" {}"), ("SETCLUSTERNETWORK", b" {}"), ("SETCLUSTERBANNED", b" {}"),
        ("SETCLUSTERMAILRULES", b" ()"), ("SETCLUSTERSIGNALRULES", b" ()"), ("SETCLUSTERROUTERTABLE", b" x"),
        ("SETCLUSTERROUTERSETTINGS", b" {}"), ("SETCLUSTERINTERCEPT", b" {}"),
    ])
    def test_changes_of_the_cluster_are_refused(self, admin, verb, rest):
        assert admin.code(verb.encode() + rest) == 570
