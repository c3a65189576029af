# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What two values have between them, as lines for people."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.plugin_utils._report.differences import (
    LETTERS_SHOWN,
    LINES_SHOWN,
    PLACES_SHOWN,
    differences,
    visible,
)
from hypothesis import given
from hypothesis import strategies as st

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=4),
    max_leaves=12,
)
SIDES = st.dictionaries(st.text(max_size=4), JSON, max_size=4)


def told(server: dict[str, Any], directory: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    return [(one.place, one.server, one.directory) for one in differences(server, directory)[0]]


@pytest.mark.parametrize(
    ("server", "directory", "found"),
    [
        ({"a": {"b": 1, "c": 2}}, {"a": {"b": 1, "c": 3}}, [("a.c", ["2"], ["3"])]),
        ({"a": "text"}, {}, [("a", ["text"], None)]),
        ({}, {"a": {"b": ""}}, [("a.b", None, ['""'])]),
        ({"a": None}, {"a": "null"}, [("a", ["null"], ["null"])]),
        ({"a": True}, {"a": {"b": 1}}, [("a", ["true"], ['{"b": 1}'])]),
        ({"a": []}, {"a": ["x", "y"]}, [("a", ["[]"], ["x", "y"])]),
        ({"a": {}}, {"a": {"b": 1}}, [("a.b", None, ["1"])]),
        (
            {"a": {"$timestamp": "T1"}},
            {"a": {"$timestamp": "T2"}},
            [("a", ['{"$timestamp": "T1"}'], ['{"$timestamp": "T2"}'])],
        ),
        ({"a": "one\ntwo"}, {"a": "one"}, [("a", ["one", "two"], ["one"])]),
    ],
)
def test_each_place_is_told_as_it_is_on_either_side(
    server: dict[str, Any], directory: dict[str, Any], found: list[Any]
) -> None:
    assert told(server, directory) == found


def test_of_long_values_only_what_is_not_alike_is_told() -> None:
    lines = ["line %d" % number for number in range(1000)]
    ((_place, one, other),) = told({"table": lines}, {"table": [*lines[:500], "new", *lines[501:]]})
    assert one == ["\u2026 500 alike", "line 500", "\u2026 499 alike"]
    assert other == ["\u2026 500 alike", "new", "\u2026 499 alike"]
    ((_place, one, other),) = told({"table": lines[:20]}, {"table": [*lines[:20], "line 19"]})
    assert (one, other) == (["\u2026 20 alike"], ["\u2026 20 alike", "line 19"])


@given(SIDES, SIDES)
def test_what_is_equal_is_never_told_and_what_is_not_always(server: dict[str, Any], directory: dict[str, Any]) -> None:
    assert not told(server, server)
    assert bool(told(server, directory)) == (server != directory)


@given(SIDES, SIDES)
def test_what_is_told_shows_and_is_bounded(server: dict[str, Any], directory: dict[str, Any]) -> None:
    for place, *sides in told(server, directory):
        for text in [place, *(line for lines in sides for line in lines or ())]:
            assert all(letter.isprintable() for letter in text)


def test_much_is_cut_and_counted() -> None:
    shown, more = differences({}, {"key %03d" % number: number for number in range(PLACES_SHOWN + 7)})
    assert (len(shown), more) == (PLACES_SHOWN, 7)
    ((_place, _one, other),) = told({}, {"text": "x\n" * 1000 + "y" * 10_000})
    assert (len(other), other[-1]) == (LINES_SHOWN + 1, "\u2026 %d more lines" % (1001 - LINES_SHOWN))
    ((_place, _one, (line,)),) = told({}, {"text": "y" * 10_000})
    assert line == "y" * LETTERS_SHOWN + "\u2026 %d more letters" % (10_000 - LETTERS_SHOWN)
    deep: dict[str, Any] = {}
    for _level in range(50):
        deep = {"in": deep, "x": 1}
    assert len(told({}, deep)) < PLACES_SHOWN


@given(st.text())
def test_visible_text_says_what_was_there(text: str) -> None:
    assert visible(text).isprintable() or not text
    assert visible(visible(text)) == visible(text)
    if text.isprintable():
        assert visible(text) == text
