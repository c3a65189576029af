# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The laws of every shape: what is told to the server brings about what was wanted, and nothing more is told."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import UPDATEDOMAINSETTINGS
from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.scope import NOTHING_KNOWN
from ansible_collections.communigate.pro.plugins.module_utils._engine import canon, shapes
from hypothesis import given
from hypothesis import strategies as st
from support.settings_rule import check_settings
from support.strategies import KEYS, SERVER_VALUES, SETTINGS, TEXT

SERVER_SETTINGS = st.dictionaries(KEYS, SERVER_VALUES, max_size=5)
LETTERS = st.text("lrswdipca", max_size=6)
WHO = st.sampled_from(["anyone@", "ann", "#team", "bob@example.org"])
ACLS = st.dictionaries(WHO, LETTERS.filter(bool))
ACL_WISHES = st.dictionaries(WHO, st.one_of(LETTERS, LETTERS.map("+%s".__mod__), LETTERS.map("-%s".__mod__)))
LINE = st.sampled_from(["10.0.0.1", "10.0.0.2 - 10.0.0.9", "10.0.0.2  -  10.0.0.9", "", "; note"])
LINES = st.lists(LINE, max_size=4)


def updated(settings: dict[str, Any], changes: dict[str, Any]) -> dict[str, Any]:
    """What the manual says of UPDATE commands: given keys are set, the value "default" removes one."""
    kept = {key: value for key, value in settings.items() if key not in changes}
    return {**kept, **{key: value for key, value in changes.items() if value != "default"}}


def acl_set(acl: dict[str, str], changes: dict[str, str]) -> dict[str, set[str]]:
    """What the manual says of SETMAILBOXACL: + adds, - removes, anything else replaces; emptied entries vanish."""
    rights = {who: set(letters) for who, letters in acl.items()}
    for who, letters in changes.items():
        if letters[:1] == "+":
            rights[who] = rights.get(who, set()) | set(letters[1:])
        elif letters[:1] == "-":
            rights[who] = rights.get(who, set()) - set(letters[1:])
        else:
            rights[who] = set(letters)
    return {who: letters for who, letters in rights.items() if letters}


@given(have=SERVER_SETTINGS, wish=SETTINGS, whole=st.booleans())
def test_settings(have, wish, whole) -> None:
    shape = shapes.SETTINGS
    want = shape.parse(wish)
    after = shape.target(have, want, whole)
    delta = shape.delta(have, after)
    assert shape.equal(updated(have, delta), after)
    check_settings(have, want, after, whole)
    assert shape.equal(shape.target(after, want, whole), after)
    assert all(canon.setting(have.get(key)) != canon.setting(after.get(key)) for key in delta)
    assert set(delta) <= set(want) | (set(have) if whole else set())


@given(have=ACLS, wish=ACL_WISHES, whole=st.booleans())
def test_access_control_lists(have, wish, whole) -> None:
    shape = shapes.ACL
    want = shape.parse(wish)
    after = shape.target(have, want, whole)
    expected = acl_set(have, wish)
    if whole:
        expected = {who: letters for who, letters in expected.items() if who in wish}
    assert {who: set(letters) for who, letters in after.items()} == expected
    delta = shape.delta(have, after)
    assert acl_set(have, delta) == expected
    assert all(set(have.get(who, "")) != set(after.get(who, "")) for who in delta)
    assert shape.equal(shape.target(after, want, whole), after)


@given(have=st.lists(TEXT), wish=st.lists(TEXT), whole=st.booleans())
def test_names_are_a_whole_set(have, wish, whole) -> None:
    shape = shapes.NAMES
    want = shape.parse(wish)
    assert shape.target(have, want, whole) == want
    assert shape.equal(want, list(reversed(want)))


@pytest.mark.parametrize(
    ("have", "wish", "delta"),
    [
        ({"MaxAccountSize": "102400K"}, {"MaxAccountSize": "100M"}, {}),
        ({"Flag": "YES", "Limit": 5}, {"Flag": True, "Limit": 5}, {}),
        ({"RealName": "Ann"}, {"RealName": "ann"}, {"RealName": "ann"}),
        ({"RealName": "Ann"}, {"RealName": None, "ou": None}, {"RealName": "default"}),
        ({"A": ["1", "2"]}, {"A": ["2", "1"]}, {"A": ["2", "1"]}),
        ({"D": {"x": "1", "y": "2"}}, {"D": {"x": "1"}}, {}),
        ({"D": {"x": "1", "y": 2}}, {"D": {"x": "3"}}, {"D": {"x": "3", "y": 2}}),
        ({"D": {"x": "1", "y": "2"}}, {"D": {"y": None}}, {"D": {"x": "1"}}),
        ({"D": {}}, {"D": {"x": {"$number": 4}}}, {"D": {"x": 4}}),
    ],
)
def test_what_is_told_to_a_server(have, wish, delta) -> None:
    shape = shapes.settings(NOTHING_KNOWN, UPDATEDOMAINSETTINGS)
    assert shape.delta(have, shape.target(have, shape.parse(wish), False)) == delta
