# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever a server has under settings, its options mean the same again, and no secret is among them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.default_word import DEFAULT
from ansible_collections.communigate.pro.plugins.module_utils._cli.secret_names import is_secret_key
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Facet, Key, Want
from ansible_collections.communigate.pro.plugins.module_utils._engine.option_types import convert, mistakes
from ansible_collections.communigate.pro.plugins.module_utils._engine.restated import Restated, restate
from ansible_collections.communigate.pro.plugins.module_utils._engine.telling import TellingSettings
from ansible_collections.communigate.pro.plugins.module_utils._engine.untold import Untold
from ansible_collections.communigate.pro.plugins.module_utils._engine.wants import facet_value
from hypothesis import given, settings
from hypothesis import strategies as st
from support.documents import RESOURCES
from support.load import FULL
from support.strategies import KEYS, SERVER_VALUES

SECRETS = st.sampled_from(["Password", "PSTNGatewayPassword", "SharedSecret", "AppPasswords"])
RECORDS = st.lists(st.dictionaries(st.one_of(st.just("Name"), SECRETS, KEYS), SERVER_VALUES, max_size=4), max_size=3)
VALUES = st.one_of(SERVER_VALUES, RECORDS, st.dictionaries(st.one_of(SECRETS, KEYS), SERVER_VALUES, max_size=4))
SETTINGS = st.dictionaries(st.one_of(KEYS, SECRETS), VALUES, max_size=5)

CASES = [
    pytest.param(facet, key, id="%s %s" % (module, facet.name))
    for module, resource in RESOURCES.items()
    for facet in resource.facets
    for key in [tuple((field.choices or ("a@example.com",))[0] for field in resource.key)]
    if facet.restated and facet.name in ("settings", "details")
]


@pytest.mark.parametrize(("facet", "key"), CASES)
@settings(max_examples=100 if FULL else 10)
@given(value=SETTINGS)
def test_settings_mean_the_same_again(facet: Facet, key: Key, value: dict[str, Any]) -> None:
    said = restate(facet, key, value)
    options = json.loads(json.dumps(said.options))
    assert not list(secrets_in(options))
    assert not list(mistakes(facet.fields, options)), "the router would refuse them"
    if options and not said.untold:
        taken = facet_value(facet, {field.name: convert(field, options[field.name]) for field in facet.fields
                                    if field.name in options})  # fmt: skip
        shape = facet.shape_of(Want(key))
        assert shape.equal(shape.target(value, taken, False), value), "on the same server it would be a change"


@pytest.mark.parametrize(("facet", "key"), CASES)
@settings(max_examples=100 if FULL else 10)
@given(value=SETTINGS)
def test_nothing_is_left_out_in_silence(facet: Facet, key: Key, value: dict[str, Any]) -> None:
    """What the options do not say of settings is a default, a secret, or told as not told."""
    said = restate(facet, key, value)
    told = json.dumps(said.options)
    places = {path[1] for path in (*said.secrets, *(path for path, _why in said.untold)) if len(path) > 1}
    whole = any(len(path) == 1 for path, _why in said.untold)
    shape = facet.shape_of(Want(key))
    for name, item in value.items():
        unset = item in (None, "", [], {}, DEFAULT) or shape.equal({name: item}, {})
        assert whole or unset or name in places or json.dumps(name)[1:-1] in told or is_default(shape, name, item)


def is_default(shape: Any, name: str, item: Any) -> bool:
    telling = shape.telling
    if not isinstance(telling, TellingSettings):
        return False
    return telling.words.root.computes(name) or telling.is_unset(item, telling.words.root.below(name))


def secrets_in(options: Any) -> Any:
    """Keys of secrets with a value."""
    if isinstance(options, dict):
        for name, item in options.items():
            if is_secret_key(name) and item not in (None, "", {}, []):
                yield name
            yield from secrets_in(item)
    elif isinstance(options, list):
        for item in options:
            yield from secrets_in(item)


ACCOUNT_SETTINGS, GROUP_SETTINGS, LIST_SETTINGS, REMOTES, SERVER_SECTIONS, ACL, RULES = (
    RESOURCES[module].facets[0]
    for module in ("cgp_account", "cgp_group", "cgp_mailing_list", "cgp_account_remotes", "cgp_settings",
                   "cgp_mailbox_acl", "cgp_rules")
)  # fmt: skip


def said(facet: Facet, value: Any, *key: str) -> Restated:
    return restate(facet, key or ("a@example.com",), value)


def test_types_are_kept() -> None:
    found = said(SERVER_SECTIONS, {"Retries": 4, "Level": "4", "Hosts": {"a": 1}}, "server", "dnr")
    assert found.options == {
        "settings": {"Retries": {"$number": 4}, "Level": "4", "Hosts": {"a": {"$number": 1}}}
    }  # fmt: skip


def test_options_of_their_own_are_apart() -> None:
    group = said(GROUP_SETTINGS, {"RealName": "Us", "Members": ["a", "b"]})
    assert group.options == {"members": ["a", "b"], "settings": {"RealName": "Us"}}
    assert said(GROUP_SETTINGS, {"Members": ["a"]}).options == {"members": ["a"]}
    owned = said(LIST_SETTINGS, {"Owner": "alice", "Subscribe": "anybody"})
    assert owned.options == {"owner": "alice", "settings": {"Subscribe": "anybody"}}


def test_what_is_not_told_here_may_be_told_elsewhere() -> None:
    assert said(LIST_SETTINGS, {"Owner": Untold("alice")}).options == {"owner": "alice"}
    found = said(LIST_SETTINGS, {"Owner": Untold(), "Subscribe": "anybody"})
    assert found.options == {"settings": {"Subscribe": "anybody"}}
    assert found.untold == [(("owner",), "the server does not tell it")]


def test_secrets_are_places() -> None:
    value = {"RealName": "A", "PSTNGatewayPassword": "x", "Deep": {"SharedSecret": "y", "a": "b"}}
    found = said(ACCOUNT_SETTINGS, value)
    assert found.options == {"settings": {"RealName": "A", "Deep": {"a": "b"}}}
    assert found.secrets == [("settings", "PSTNGatewayPassword"), ("settings", "Deep", "SharedSecret")]


def test_records_with_secrets_are_said_by_name() -> None:
    """As elements of a list they would take the place of those that have the secrets."""
    value = {"Helpers": [{"Name": "spam", "Password": "x", "Level": 1}, {"Name": "virus"}]}
    found = said(SERVER_SECTIONS, value, "server", "server")
    assert found.options == {
        "settings": {"Helpers": {"$records": {"Name": {"spam": {"Level": {"$number": 1}}, "virus": {}}}}}
    }
    assert found.secrets == [("settings", "Helpers", "spam", "Password")]
    nameless = said(SERVER_SECTIONS, {"Helpers": [{"Password": "x"}, {"Password": "y"}]}, "server", "server")
    assert nameless.options == {}
    assert nameless.untold == [(("settings", "Helpers"), "it has secrets, and cannot be given without them")]


def test_records_may_have_secrets_that_are_not_shown() -> None:
    found = said(REMOTES, {"home": {"domain": "mail.example", "authName": "me"}}, "a@example.com", "rpop")
    assert found.options == {"records": {"home": {"domain": "mail.example", "authName": "me"}}}
    assert found.perhaps == [("records", "home")]


def test_services_without_a_number_are_told() -> None:
    """Which services are enabled then depends on the server."""
    found = said(ACCOUNT_SETTINGS, {"AccessModes": ["Mail"], "RealName": "A"})
    assert (found.options, [path for path, _why in found.untold]) == (
        {"settings": {"RealName": "A"}}, [("settings", "AccessModes")]
    )  # fmt: skip


def test_a_name_that_somebody_gave_is_no_secret() -> None:
    rights = {"passwords@example.com": "lr", "$datablock": "l"}
    assert said(ACL, rights, "a@example.com", "INBOX").options == {"acl": rights}
    records = {"Password": {"domain": "mail.example", "password": "x"}}
    found = said(REMOTES, records, "a@example.com", "rpop")
    assert found.options == {"records": {"Password": {"domain": "mail.example"}}}


def test_rules_are_told_by_their_parts() -> None:
    rule = [5, "spam", [["Subject", "is", "*spam*"], ["Human Generated"]], [["Discard", "---"]]]
    found = said(RULES, [rule, ["1", "off", [], [], "why"]], "account", "a@example.com", "mail")
    assert found.options == {
        "rules": [
            {
                "name": "spam",
                "priority": 5,
                "conditions": [["Subject", "is", "*spam*"], ["Human Generated"]],
                "actions": [["Discard", "---"]],
            },
            {"name": "off", "priority": 1, "actions": [], "comment": "why"},
        ]
    }


@pytest.mark.parametrize(
    ("rules", "why"),
    [
        ([["high", "a", [], []]], "rule 1: priority is no whole number"),
        ([["1", "a"], "b"], "rule 2 has no name"),
        ([["1", "a", "b", []]], "rule 1: conditions are no list"),
        ([["1", "", [], []]], "rules: rule 1: a priority and a name are needed"),
    ],
)
def test_what_no_option_takes_is_told(rules: Any, why: str) -> None:
    found = said(RULES, rules, "account", "a@example.com", "mail")
    assert (found.options, found.untold) == ({}, [(("rules",), why)])
