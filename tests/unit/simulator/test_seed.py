# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""--seed: a new server is full of Accounts."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import OptionError, Options

FIVE_HUNDRED = Options(port=0, password="secret", seed=500)


@pytest.fixture
def ask(dial):
    """The replies that a simulator with these options gives to some commands of one of its users."""

    def run(options, *commands, name=b"postmaster", password=b"secret"):
        with Embedded(options) as simulator:
            wire = dial(simulator.host, simulator.port)
            assert wire.login(name, password) == b"200 login OK"
            wire.ask(b"INLINE")
            return [wire.ask(command) for command in commands]

    return run


def domains_in(reply: bytes) -> list[bytes]:
    """All but the main Domain of an answer to LISTDOMAINS."""
    return reply[len(b"201 ("):-1].split(b",")[1:]


@pytest.fixture
def listing(ask):
    """The answers to LISTDOMAINOBJECTS for each Domain of a seeded simulator."""

    def run(options):
        (domains,) = ask(options, b"LISTDOMAINS")
        return ask(options, *(b"LISTDOMAINOBJECTS %s 9999" % domain for domain in domains_in(domains)))

    return run


@pytest.mark.parametrize("number", [1, 2, 7, 500])
def test_there_are_as_many_accounts_as_were_asked_for(listing, number):
    counts = [int(re.match(rb'201 \("?(\d+)', reply).group(1)) for reply in listing(replace(FIVE_HUNDRED, seed=number))]
    assert sum(counts) == number
    assert len(counts) == {1: 1, 2: 2, 7: 3, 500: 8}[number]
    assert 0 not in counts


def test_they_are_the_same_ones_each_time(listing):
    assert listing(FIVE_HUNDRED) == listing(FIVE_HUNDRED)


def test_everybody_has_the_administrators_password(ask):
    (settings,) = ask(FIVE_HUNDRED, b"GETACCOUNTSETTINGS *", name=b"anna.adler@acme.example")
    assert b'RealName="Anna Adler"' in settings
    assert all(key + b"=" in settings for key in (b"ou", b"MaxAccountSize", b"ServiceClass"))


def test_without_a_password_it_is_the_default_one(ask):
    ask(replace(FIVE_HUNDRED, password=""), b"NOOP", name=b"anna.adler@acme.example", password=b"simulator")


def test_some_have_more_than_others(ask):
    aliases, telnums, none, groups, forwarders = ask(
        replace(FIVE_HUNDRED, seed=5000),
        b"GETACCOUNTALIASES anna.adler@acme.example", b"LISTSERVERTELNUMS 9999",
        b"GETACCOUNTALIASES anna.brandt@acme.example",
        b"LISTGROUPS acme.example", b"LISTFORWARDERS acme.example",
    )
    assert (aliases, none) == (b"201 (adler.anna)", b"201 ()")
    assert 200 < telnums.count(b"@") < 300
    assert groups == b"201 (engineering,finance,marketing,operations,research,sales,support)"
    assert forwarders.startswith(b"201 (contact1,")


def test_a_server_with_a_state_keeps_what_it_has(ask, tmp_path):
    path = str(tmp_path / "state.json")
    ask(Options(port=0, password="secret", state=path), b"NOOP")
    assert ask(replace(FIVE_HUNDRED, state=path), b"LISTDOMAINS") == [b"201 (example.com)"]


def test_a_seeded_server_is_saved_and_loaded(ask, tmp_path):
    options = replace(FIVE_HUNDRED, state=str(tmp_path / "state.json"))
    questions = (b"LISTDOMAINS", b"LISTDOMAINOBJECTS acme.example 9999", b"LISTSERVERTELNUMS 999",
                 b"GETACCOUNTSETTINGS anna.adler@acme.example")
    assert ask(options, *questions) == ask(replace(options, seed=0), *questions)


def test_a_member_of_a_cluster_has_them_for_itself(ask, tmp_path):
    options = Options(port=0, password="secret", cluster_state=str(tmp_path / "cluster"))
    with Embedded(replace(options, main_domain="node1.example", seed=9)) as seeded:
        assert not seeded.service.server.shared_domains()
        assert ask(options, b"LISTDOMAINS") == [b"201 (example.com)"]


def test_a_main_domain_of_the_same_name_is_refused():
    with pytest.raises(OptionError, match="--seed"):
        Embedded(replace(FIVE_HUNDRED, main_domain="acme.example"))
