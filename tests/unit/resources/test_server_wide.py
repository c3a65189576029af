# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules, settings of the server and lists of addresses: values without an object that could be made or deleted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import (
    GETACCOUNTMAILRULES,
    GETACCOUNTSIGNALRULES,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.server_settings import (
    GETCLUSTERLANIPS,
    GETLANIPS,
    GETQUEUESETTINGS,
    GETSERVERMAILRULES,
    SETLANIPS,
)
from ansible_collections.communigate.pro.plugins.module_utils._resources import (
    ip_list,
    rules,
    settings,
)
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.ip_list import IP_LIST
from ansible_collections.communigate.pro.plugins.module_utils._resources.rules import RULES
from ansible_collections.communigate.pro.plugins.module_utils._resources.settings import SERVER_SETTINGS
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from support.engine_server import Server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("simulator"), cluster=True) as running:
        yield running


VACATION = {
    "priority": 2,
    "name": "#Vacation",
    "conditions": ["Human Generated", ["From", "not in", "#RepliedAddresses"]],
    "actions": [["Reply with", "I am away.\nBack soon."], ["Remember 'From' in", "RepliedAddresses"]],
}
SPAM = {
    "priority": 4,
    "name": "Spam",
    "conditions": [["Header Field", "is", "X-Spam-Flag: YES"]],
    "actions": ["Discard"],
}


def test_rules_keep_their_order(server: Server) -> None:
    name = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": name}])
    row = {"name": name, "rules": [VACATION, SPAM]}
    assert server.apply(RULES, [row])["changed"] is True
    assert [rule[1] for rule in server.ask(GETACCOUNTMAILRULES(name))] == ["#Vacation", "Spam"]
    assert server.ask(GETACCOUNTMAILRULES(name))[0] == [
        "2",
        "#Vacation",
        [["Human Generated"], ["From", "not in", "#RepliedAddresses"]],
        [["Reply with", "I am away.\nBack soon."], ["Remember 'From' in", "RepliedAddresses"]],
    ]
    assert server.apply(RULES, [row])["changed"] is False
    assert server.apply(RULES, [{"name": name, "rules": [SPAM, VACATION]}])["changed"] is True
    assert [rule[1] for rule in server.ask(GETACCOUNTMAILRULES(name))] == ["Spam", "#Vacation"]
    assert server.ask(GETACCOUNTSIGNALRULES(name)) == []


def test_spellings_of_the_same_rule_are_equal(server: Server) -> None:
    """A clause without a parameter may carry the word for nothing, a priority may be a number, a comment be empty."""
    name = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": name}])
    server.apply(RULES, [{"name": name, "rules": [SPAM]}])
    other = {**SPAM, "priority": "4", "actions": [["Discard", "---"]], "comment": ""}
    assert server.apply(RULES, [{"name": name, "rules": [other]}])["changed"] is False
    for differing in ({"comment": "why"}, {"priority": 5}, {"actions": [["Discard", "x"]]}, {"conditions": []}):
        assert server.apply(RULES, [{"name": name, "rules": [{**SPAM, **differing}]}], check=True)["changed"] is True


def test_single_rules_are_put_in_and_the_others_stay(server: Server) -> None:
    domain = server.new_domain()
    where = {"scope": "domain", "name": domain}
    server.apply(RULES, [{**where, "rules": [VACATION, SPAM]}])
    row = {**where, "rules": [{**VACATION, "priority": 0}, {"priority": 1, "name": "New"}], "mode": "update"}
    result = server.apply(RULES, [row], diff=True, detail="all")
    assert [rule[1] for rule in result["objects"][0]["after"]["rules"]] == ["#Vacation", "Spam", "New"]
    assert server.apply(RULES, [row])["changed"] is False
    server.apply(RULES, [{**where, "rules": []}])
    assert server.apply(RULES, [{**where, "rules": [], "mode": "update"}])["changed"] is False


@pytest.mark.parametrize(("scope", "kind"), sorted(rules._COMMANDS))
def test_rules_of_every_scope_and_kind(server: Server, scope: str, kind: str) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann@" + domain}])
    names = {"account": {"name": "ann@" + domain}, "domain": {"name": domain}}
    row = {"scope": scope, "kind": kind, "rules": [SPAM], **names.get(scope, {})}
    assert server.apply(RULES, [row])["changed"] is True
    assert server.apply(RULES, [row])["changed"] is False
    assert server.apply(RULES, [{**row, "rules": []}])["changed"] is True


def test_rules_of_the_server_are_no_ones_else(server: Server) -> None:
    server.apply(RULES, [{"scope": "server", "rules": [SPAM]}])
    assert [rule[1] for rule in server.ask(GETSERVERMAILRULES())] == ["Spam"]
    server.apply(RULES, [{"scope": "server", "rules": []}])


@pytest.mark.parametrize(("scope", "section"), sorted(settings._COMMANDS))
def test_every_section_is_updated_and_replaced(server: Server, scope: str, section: str) -> None:
    where = {"scope": scope, "section": section}
    if section == "smtp_send_profiles":
        one, other = {"Profile": {"A": "1"}}, {"Other": {"B": "2"}}
    else:
        one, other = {"A": "1", "Log": True}, {"B": ["2", {"c": 3}]}
    for wish, mode in ((one, "update"), (other, "update"), (one, "replace"), ({key: None for key in one}, "update")):
        row = {**where, "settings": wish, "settings_mode": mode}
        result = server.apply(SERVER_SETTINGS, [row])
        assert (result["changed"], result["failures"]) == (True, [])
        assert server.apply(SERVER_SETTINGS, [row])["changed"] is False


def test_a_section_that_is_set_whole_keeps_the_rest(server: Server) -> None:
    server.apply(SERVER_SETTINGS, [{"section": "queue", "settings": {"A": "1", "B": "2"}, "settings_mode": "replace"}])
    server.apply(SERVER_SETTINGS, [{"section": "queue", "settings": {"B": "3"}}])
    assert server.ask(GETQUEUESETTINGS()) == {"A": "1", "B": "3"}


@pytest.mark.parametrize(("scope", "name"), sorted(ip_list._COMMANDS))
def test_every_list_of_addresses(server: Server, scope: str, name: str) -> None:
    row = {"scope": scope, "name": name, "addresses": ["10.0.0.0/8", "192.168.1.1 - 192.168.1.9 ; office"]}
    assert server.apply(IP_LIST, [row])["failures"] == []
    assert server.apply(IP_LIST, [{**row, "addresses": list(reversed(row["addresses"]))}])["changed"] is False
    assert server.apply(IP_LIST, [{**row, "addresses": []}])["changed"] is True
    assert server.apply(IP_LIST, [{**row, "addresses": []}])["changed"] is False


def test_addresses_are_added_or_replaced(server: Server) -> None:
    server.ask(SETLANIPS("10.0.0.1\n10.0.0.2"))
    row = {"name": "lan", "addresses": ["10.0.0.2", "10.0.0.3"], "mode": "update"}
    assert server.apply(IP_LIST, [row])["changed"] is True
    assert server.ask(GETLANIPS()).splitlines() == ["10.0.0.1", "10.0.0.2", "10.0.0.3"]
    assert server.apply(IP_LIST, [row])["changed"] is False
    assert server.apply(IP_LIST, [{**row, "mode": "replace"}])["changed"] is True
    assert server.ask(GETLANIPS()).splitlines() == ["10.0.0.2", "10.0.0.3"]
    assert server.ask(GETCLUSTERLANIPS()) == ""


def test_without_a_cluster_its_settings_are_an_error(tmp_path) -> None:
    with Server(tmp_path) as single:
        for resource, row in (
            (SERVER_SETTINGS, {"section": "network", "settings": {"a": 1}}),
            (IP_LIST, {"name": "lan", "addresses": []}),
            (RULES, {"rules": []}),
        ):
            result = single.apply(resource, [{"scope": "cluster", **row}])
            assert (result["failed"], result["changed"]) == (True, False)
            assert "cluster" in result["msg"].lower()


def test_an_unknown_section_is_told_with_the_known_ones(server: Server) -> None:
    with pytest.raises(CgpError, match="There are network, banned, router, intercept"):
        server.apply(SERVER_SETTINGS, [{"scope": "cluster", "section": "queue", "settings": {}}])
