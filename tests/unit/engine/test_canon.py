# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""When two values are equal: the contract of all of ``canon``, and the equalities and differences that were meant."""

from __future__ import annotations

import copy

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine import canon
from ansible_collections.communigate.pro.plugins.module_utils.connector.data import Timestamp
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import ANYTHING, TEXT

FUNCTIONS = [canon.setting, canon.text, canon.address, canon.name_set, canon.rights, canon.acl]
each_function = pytest.mark.parametrize("function", FUNCTIONS, ids=lambda function: function.__name__)


@each_function
@given(value=ANYTHING)
def test_is_total_idempotent_and_without_side_effects(function, value) -> None:
    before = value if value.__class__ is object else copy.deepcopy(value)
    once = function(value)
    # In lists, where a NaN equals itself.
    assert [function(once)] == [once]
    assert [value] == [before]


@given(st.lists(TEXT), st.randoms())
def test_sets_have_no_order_and_no_case(names, random) -> None:
    shuffled = [name.upper() if name.upper().lower() == name.lower() else name for name in names]
    random.shuffle(shuffled)
    assert canon.name_set(names) == canon.name_set(shuffled)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("YES", True), ("NO", False), ("5", 5), ("-1", -1),
        ("100M", "102400K"), ("1G", "1024M"), ("1T", "1024G"), ("2048K", "2M"), ("2k", "2K"),
        ("1h", "60m"), ("3600s", "1h"), ("1m", "60s"), ("7d", "1w"), ("0h", "0s"),
        (["100M", "1h"], ["102400K", "60m"]), (("a",), ["a"]),
        ({"a": {"b": 5}}, {"a": {"b": "5"}}),
        ("two\r\nlines", "two\nlines"),
    ],
)  # fmt: skip
def test_what_is_equal_of_which_nothing_is_known(one, other) -> None:
    assert canon.setting(one) == canon.setting(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("10m", "10M"), ("1h", "1"), ("1h", "3600"), ("100M", "100"), ("1K", "1024"), ("007", "7"), ("1.5", "15"),
        ("", "0"), ("", None), ("YES", "yes"), ("YES", "true"), ("yes", "no"), ("1", "YES"), ("on", "YES"),
        ("unlimited", "-1"), ("Unlimited", "unlimited"), ("Ann", "ann"), (["a", "b"], ["b", "a"]), ("a", ["a"]),
        ({}, []), ("T22-10-2009", Timestamp("T22-10-2009")), (b"abc", "abc"), ({"a": "1"}, {"A": "1"}), (" a", "a"),
        ("0", "0s"),
    ],
)  # fmt: skip
def test_what_differs_of_which_nothing_is_known(one, other) -> None:
    assert canon.setting(one) != canon.setting(other)


def test_an_amount_of_any_length_is_no_trap() -> None:
    """The longest amounts that are read as such, and the longer ones that stay what they are."""
    assert canon.setting("9" * 18 + "T") == "%dK" % (int("9" * 18) << 30)
    assert canon.setting("9" * 19 + "T") == "9" * 19 + "T"
    assert canon.setting("9" * 5000) == "9" * 5000


@pytest.mark.parametrize(
    ("function", "one", "other"),
    [
        (canon.address, " Ann@Example.COM", "ann@example.com"),
        (canon.name_set, ["B", "a", "b"], ["A", "b"]),
        (canon.rights, "rwl", "lrw"),
        (canon.acl, {"ann": "rl", "bob": ""}, {"ann": "lr"}),
        (canon.text, None, ""),
        (canon.text, 5, "5"),
    ],
)
def test_what_else_is_equal(function, one, other) -> None:
    assert function(one) == function(other)
