# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Alert Administration. That alerts lie under ACAP time stamps is this simulator's choice."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from support.hand_clock import HandClock
from support.wire import PASSWORD

# Level: how the command goes on behind its verb, with and without the keyword before the text or the time stamp.
PLACES = {
    "SERVER": (b"", b""),
    "CLUSTER": (b"", b""),
    "DOMAIN": (b" client.example", b" client.example ALERT"),
    "ACCOUNT": (b" bob@client.example", b" bob@client.example ALERT"),
}


class Level:
    """The four commands of one level."""

    def __init__(self, name: str) -> None:
        place, one = PLACES[name]
        level = name.encode()
        self.get = b"GET%sALERTS%s" % (level, place)
        self.set = b"SET%sALERTS%s " % (level, place)
        self.post = b"POST%sALERT%s " % (level, one)
        self.remove = b"REMOVE%sALERT%s " % (level, one)


def levels(verb):
    """One case for each level, named after its command."""
    return pytest.mark.parametrize("level", [pytest.param(Level(name), id=verb % name) for name in PLACES])


@pytest.fixture
def options():
    return Options(port=0, main_domain="example.com", password=PASSWORD, cluster=True)


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def simulator(options, clock):
    with Embedded(options, clock) as running:
        yield running


@pytest.fixture(autouse=True)
def accounts(admin):
    admin.do(
        b"CREATEDOMAIN client.example", b"CREATEACCOUNT bob@client.example {Password=pass;}",
        b"CREATEACCOUNT ann@client.example", b"CREATEACCOUNT eve {Password=pass;}",
    )


# --- all levels

@levels("GET%sALERTS")
def test_there_are_no_alerts_at_first(admin, level):
    assert admin.ask(level.get) == b"201 {}"


@levels("POST%sALERT")
def test_an_alert_is_kept_under_the_time_it_was_posted_at(admin, clock, level):
    admin.do(level.post + b'"Shut down at noon"')
    clock.forward(days=1, seconds=1)
    admin.do(level.post + b'"Up again"')
    assert admin.ask(level.get) == b'201 {20300131120000="Shut down at noon";20300201120001="Up again";}'


@levels("POST%sALERT")
def test_two_alerts_of_one_second_have_two_time_stamps(admin, level):
    admin.do(level.post + b"one", level.post + b"two")
    assert admin.ask(level.get) == b"201 {20300131120000=one;20300131120001=two;}"


@levels("POST%sALERT")
def test_an_alert_needs_a_text(admin, level):
    assert admin.code(level.post + b'""') == 501
    assert admin.ask(level.get) == b"201 {}"


@levels("REMOVE%sALERT")
def test_an_alert_is_removed_by_its_time_stamp(admin, level):
    admin.do(level.post + b"one", level.post + b"two", level.remove + b"20300131120000")
    assert admin.ask(level.get) == b"201 {20300131120001=two;}"


@levels("REMOVE%sALERT")
def test_an_alert_that_is_not_there_cannot_be_removed(admin, level):
    admin.do(level.post + b"one")
    assert admin.code(level.remove + b"20300131120001") == 501
    assert admin.ask(level.get) == b"201 {20300131120000=one;}"


@levels("SET%sALERTS")
def test_a_set_replaces_all_alerts(admin, level):
    admin.do(level.post + b"old", level.set + b"{20291231235959=one;20300101000000=two;}")
    assert admin.ask(level.get) == b"201 {20291231235959=one;20300101000000=two;}"
    admin.do(level.set + b"{}")
    assert admin.ask(level.get) == b"201 {}"


@levels("SET%sALERTS")
@pytest.mark.parametrize("alerts", [b"{20291231235959=(x);}", b'{20291231235959="";}', b'{""=x;}', b"(x)", b"text"])
def test_alerts_are_texts_under_time_stamps(admin, level, alerts):
    admin.do(level.post + b"old")
    assert admin.refused(level.set + alerts)
    assert admin.ask(level.get) == b"201 {20300131120000=old;}"


@levels("GET%sALERTS")
def test_each_level_has_alerts_of_its_own(admin, level):
    for name in PLACES:
        admin.do(Level(name).post + name.encode())
    assert admin.ask(level.get) == b"201 {20300131120000=%s;}" % level.get[3:].partition(b"ALERTS")[0]


# --- Domains and Accounts

def test_getdomainalerts_is_about_the_users_domain_when_none_is_named(admin):
    admin.do(b"POSTDOMAINALERT example.com ALERT home", b"POSTDOMAINALERT client.example ALERT far")
    assert admin.ask(b"GETDOMAINALERTS") == b"201 {20300131120000=home;}"


def test_setdomainalerts_is_about_the_users_domain_when_none_is_named(admin):
    admin.do(b"SETDOMAINALERTS {20300101000000=home;}")
    assert admin.ask(b"GETDOMAINALERTS example.com") == b"201 {20300101000000=home;}"
    assert admin.ask(b"GETDOMAINALERTS client.example") == b"201 {}"


def test_getaccountalerts_takes_the_asterisk_for_the_own_account(admin):
    admin.do(b"POSTACCOUNTALERT * ALERT mine", b"POSTACCOUNTALERT eve ALERT hers")
    assert admin.ask(b"GETACCOUNTALERTS *") == b"201 {20300131120000=mine;}"
    assert admin.ask(b"GETACCOUNTALERTS postmaster") == b"201 {20300131120000=mine;}"


def test_setaccountalerts_and_removeaccountalert_take_the_asterisk_for_the_own_account(admin):
    admin.do(b"POSTACCOUNTALERT eve ALERT hers", b"SETACCOUNTALERTS * {20300101000000=one;20300101000001=two;}")
    assert admin.ask(b"GETACCOUNTALERTS postmaster") == b"201 {20300101000000=one;20300101000001=two;}"
    admin.do(b"REMOVEACCOUNTALERT * ALERT 20300101000000")
    assert admin.ask(b"GETACCOUNTALERTS postmaster") == b"201 {20300101000001=two;}"
    assert admin.ask(b"GETACCOUNTALERTS eve") == b"201 {20300131120000=hers;}"


@pytest.mark.parametrize("command", [
    b"GETDOMAINALERTS x.example", b"SETDOMAINALERTS x.example {}", b"POSTDOMAINALERT x.example ALERT x",
    b"REMOVEDOMAINALERT x.example ALERT x",
], ids=lambda command: command.partition(b" ")[0].decode())
def test_there_must_be_such_a_domain(admin, command):
    assert admin.code(command) == 512


@pytest.mark.parametrize("command", [
    b"GETACCOUNTALERTS nobody", b"SETACCOUNTALERTS nobody {}", b"POSTACCOUNTALERT nobody ALERT x",
    b"REMOVEACCOUNTALERT nobody ALERT x",
], ids=lambda command: command.partition(b" ")[0].decode())
def test_there_must_be_such_an_account(admin, command):
    assert admin.code(command) == 513


@pytest.mark.parametrize("command", [
    b"POSTDOMAINALERT client.example text", b"POSTACCOUNTALERT eve text",
    b"REMOVEDOMAINALERT client.example 20300131120000", b"REMOVEACCOUNTALERT eve 20300131120000",
    b"POSTSERVERALERT ALERT text", b"REMOVECLUSTERALERT ALERT 20300131120000",
], ids=lambda command: command.partition(b" ")[0].decode())
def test_the_keyword_alert_is_for_domains_and_accounts_only(admin, command):
    assert admin.code(command) == 500


# --- who may

@levels("POST%sALERT")
def test_a_user_without_rights_posts_nothing(admin, connect, level):
    for name in ("eve", "bob@client.example"):
        assert connect(name, "pass").code(level.post + b"text") == 510
    assert admin.ask(level.get) == b"201 {}"


@pytest.mark.parametrize("name", ["DOMAIN", "ACCOUNT"], ids=["POSTDOMAINALERT", "POSTACCOUNTALERT"])
def test_a_domain_administrator_needs_canpostalerts(admin, connect, name):
    level = Level(name)
    admin.do(b"SETACCOUNTRIGHTS bob@client.example (BasicSettings)")
    bob = connect("bob@client.example", "pass")
    assert bob.code(level.post + b"text") == 510
    admin.do(b"SETACCOUNTRIGHTS bob@client.example (CanPostAlerts)")
    bob.do(level.post + b"text", level.remove + b"20300131120000", level.set + b"{20300131120000=x;}")
    assert bob.ask(level.get) == b"201 {20300131120000=x;}"
    assert bob.code(level.post.replace(b"client.example", b"example.com").replace(b"bob", b"eve") + b"x") == 510


@pytest.mark.parametrize("name", ["SERVER", "CLUSTER"], ids=["GETSERVERALERTS", "GETCLUSTERALERTS"])
def test_alerts_of_the_server_and_the_cluster_are_for_system_administrators(admin, connect, name):
    admin.do(b"SETACCOUNTRIGHTS bob@client.example (CanPostAlerts)", b"SETACCOUNTRIGHTS eve (AllDomains)")
    assert connect("bob@client.example", "pass").code(Level(name).get) == 510
    assert connect("eve", "pass").ask(Level(name).get) == b"201 {}"


@pytest.mark.parametrize("command", [
    b"GETCLUSTERALERTS", b"SETCLUSTERALERTS {}", b"POSTCLUSTERALERT x", b"REMOVECLUSTERALERT x",
], ids=lambda command: command.partition(b" ")[0].decode())
def test_alerts_of_the_cluster_need_a_cluster(dial, command):
    with Embedded(Options(port=0, password=PASSWORD)) as alone:
        wire = dial(alone.host, alone.port)
        wire.login(b"postmaster", PASSWORD.encode())
        assert wire.code(command) == 570
