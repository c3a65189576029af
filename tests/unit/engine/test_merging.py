# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one rule for settings: nothing gets lost that nobody asked to remove, at any depth, its type included."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.account_prefs import PREFERENCES
from ansible_collections.communigate.pro.plugins.module_utils._engine import merging
from ansible_collections.communigate.pro.plugins.module_utils._engine.merging import difference, settled
from ansible_collections.communigate.pro.plugins.module_utils._engine.shapes import setting_value, setting_values
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from hypothesis import given
from hypothesis import strategies as st
from support.settings_rule import check_settings, same
from support.strategies import KEYS, SERVER_VALUES, SETTINGS

merged = merging.SETTINGS.merged
HAVE = st.dictionaries(KEYS, SERVER_VALUES, max_size=4)
FEW = st.sampled_from(["ServiceClasses", "Gateways", "key", "ou"])
DEEP = st.recursive(
    st.sampled_from([None, "default", "5", 5, "1024K", "1M", "yes", ["a", 4], []]),
    lambda inner: st.dictionaries(FEW, inner, max_size=3),
    max_leaves=12,
).filter(lambda value: isinstance(value, dict))
"""Dictionaries in dictionaries with so few keys that two of them meet at every depth."""


@given(had=st.one_of(HAVE, DEEP), want=st.one_of(SETTINGS.map(setting_values), DEEP), whole=st.booleans())
def test_what_is_wanted_is_there_and_all_else_as_the_mode_says(had, want, whole) -> None:
    before = data.write(had)
    has = merged(had, want, whole)
    check_settings(had, want, has, whole)
    assert same(merged(has, want, whole), has)
    assert data.write(had) == before


@given(had=DEEP, want=DEEP)
def test_where_default_is_a_text_only_null_removes(had, want) -> None:
    has = merging.RECORDS.merged(had, want, False)
    check_settings(had, want, has, removes=lambda value: value is None)


@given(had=HAVE, want=SETTINGS.map(setting_values), computed=st.text(), whole=st.booleans())
def test_what_a_server_computes_is_never_written_and_never_missing(had, want, computed, whole) -> None:
    words = PREFERENCES.root
    told = {**had, "AccountName": computed}
    has = replace(merging.SETTINGS, words=PREFERENCES).merged(told, want, whole)
    assert "AccountName" not in has or not whole
    assert "AccountName" not in {words.spelling(key) for key in difference(told, has, words)}
    assert settled(told, words) == settled(had, words)


@given(had=HAVE, whole=st.booleans(), tagged=st.booleans())
def test_what_is_read_and_given_back_is_what_was_there(had, whole, tagged) -> None:
    given_back = setting_values({**data.to_json(had, tag_numbers=tagged)})
    has = merged(had, given_back, whole)
    # A playbook has no CR LF: a name with one is another, and stays where nothing is to go.
    said = {key.replace("\r\n", "\n"): value for key, value in had.items()}
    assert same(has, said if whole else {**had, **said})


PLAIN = st.recursive(st.sampled_from(["5", "1M", "yes", ["a"]]), lambda inner: st.dictionaries(FEW, inner))
WORDS = st.dictionaries(FEW, PLAIN)


@given(had=WORDS, whole=st.booleans())
def test_of_what_is_all_there_nothing_is_made(had, whole) -> None:
    """So that nobody need compare it once more."""
    for want in (had, {}) if not whole else (had,):
        assert merged(had, {**want}, whole) is had


@given(value=SERVER_VALUES)
def test_what_is_read_here_is_the_same_when_given_to_another_object(value) -> None:
    given_on = setting_value(data.to_json(value, tag_numbers=True))
    assert same(given_on, value)


@given(had=DEEP, want=DEEP, whole=st.booleans())
def test_an_update_is_told_what_differs_and_nothing_else(had, want, whole) -> None:
    has = merged(had, want, whole)
    told = difference(had, has)
    updated = {key: value for key, value in {**had, **told}.items() if not (key in told and value == "default")}
    assert settled(updated) == settled(has)
    assert all(settled({"it": had.get(key)}) != settled({"it": has.get(key)}) for key in told)


ELEMENTS = st.dictionaries(st.sampled_from(["one", "two", "three"]), DEEP, max_size=3)


def listed(elements: Mapping[str, Any]) -> list[Any]:
    return [{"Name": name, **element} for name, element in elements.items()]


@given(had=ELEMENTS, want=ELEMENTS, whole=st.booleans())
def test_elements_with_names_are_merged_as_dictionaries_are(had, want, whole) -> None:
    """A list of them ends as the dictionary of them does."""
    by_name = setting_values({"L": {"$records": {"Name": data.to_json(want, tag_numbers=True)}}, "M": None})
    expected = merged({"L": had}, {"L": want}, whole)["L"]
    assert same(merged({"L": listed(had)}, by_name, whole)["L"], listed(expected))


HELPERS = [{"Name": "virus", "LogLevel": 2}, "odd", {"Enabled": "YES"}, {"Name": 7}]


@pytest.mark.parametrize(
    ("named", "helpers"),
    [
        ({"dkim": {"Enabled": True}}, [*HELPERS, {"Name": "dkim", "Enabled": "YES"}]),
        ({"virus": {"LogLevel": 3}}, [{"Name": "virus", "LogLevel": "3"}, *HELPERS[1:]]),
        ({"virus": {"Name": "virus", "LogLevel": 2}, "7": {}, "no": None}, HELPERS),
        ({"virus": "default", "7": None}, HELPERS[1:3]),
    ],
)
def test_elements_by_example(named, helpers) -> None:
    wanted = setting_values({"Filters": {"$records": {"Name": named}}})
    assert same(merged({"Filters": HELPERS}, wanted, False), {"Filters": helpers})
    assert same(merged(merged({"Filters": HELPERS}, wanted, False), wanted, False), {"Filters": helpers})


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ({"F": {"$records": {"Name": {"a": "b"}}}}, "F.Name.a"),
        ({"F": {"$records": {"Name": {"a": {"Name": "b"}}}}}, "F.Name.a"),
        ({"F": {"$records": {"Name": "a"}}}, "F"),
        ({"F": {"$records": {}}}, "F"),
        ({"F": {"$records": ["a"]}}, "F"),
        ({"F": [{"$records": {"Name": {}}}], "G": "1"}, "F"),
    ],
)
def test_elements_that_are_none_are_refused_with_their_place(value, place) -> None:
    with pytest.raises(data.BadValue) as refusal:
        setting_values(value)
    assert refusal.value.path == place


def test_in_texts_only_a_number_has_another_spelling() -> None:
    had = {"RealName": "yes", "Size": "1M", "Id": 4, "Note": "default"}
    same_values = {"Id": "4", "Note": "default"}
    assert same(merging.TEXTS.merged(had, same_values, False), had)
    others = {"RealName": "YES", "Size": "1024K", "Note": None}
    assert merging.TEXTS.merged(had, others, False) == {"RealName": "YES", "Size": "1024K", "Id": 4}


CLASSES = {"Premium": {"AccessModes": "All"}, "Standard": {"AccessModes": ["27", "Mail", "POP"]}}
GATEWAY = {"name": "One", "shortId": 1, "callOutGw": {"retryCodes": [404, 503]}}


@pytest.mark.parametrize(
    ("had", "want", "has"),
    [
        ({"C": CLASSES}, {"C": {"Basic": {"l": "1"}}}, {"C": {**CLASSES, "Basic": {"l": "1"}}}),
        ({"C": CLASSES}, {"C": {"Premium": None}}, {"C": {"Standard": CLASSES["Standard"]}}),
        ({"C": CLASSES}, {"C": {"Premium": {"AccessModes": "default"}}}, {"C": {**CLASSES, "Premium": {}}}),
        ({"G": GATEWAY}, {"G": {"name": "Two"}}, {"G": {**GATEWAY, "name": "Two"}}),
        ({"G": GATEWAY}, {"G": {"shortId": "1", "callOutGw": {"retryCodes": ["404", "503"]}}}, {"G": GATEWAY}),
        ({"L": [404, {"n": 1, "t": "a"}]}, {"L": ["4", {"n": "1", "t": "b"}]}, {"L": ["4", {"n": 1, "t": "b"}]}),
        ({"L": [404, 503]}, {"L": ["5", "503", "404"]}, {"L": ["5", 503, 404]}),
        ({"N": "4"}, {"N": 4}, {"N": 4}),
        ({"A": "default", "B": None, "C": "1"}, {"C": "2"}, {"A": "default", "B": None, "C": "2"}),
        ({"A": "default", "B": None}, {"A": "default", "B": None}, {"A": "default", "B": None}),
        ({"A": "default", "B": None}, {"A": None, "B": "default"}, {}),
        ({"D": {"A": "default", "x": "1"}}, {"D": {"x": "2"}}, {"D": {"A": "default", "x": "2"}}),
        ({}, {"D": {"x": None}, "E": {}, "F": {"x": None, "y": "1"}}, {"E": {}, "F": {"y": "1"}}),
        ({"D": "text"}, {"D": {"x": "1"}}, {"D": {"x": "1"}}),
        ({"D": {"x": "1"}}, {"D": "text"}, {"D": "text"}),
    ],
)
def test_by_example(had, want, has) -> None:
    assert same(merged(had, want, False), has)
