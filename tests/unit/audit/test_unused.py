# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts that nobody uses, by time stamps in all their spellings."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.tests.unit.audit.looking import NOW, look
from hypothesis import given
from hypothesis import strategies as st

NEVER = ("", None, "never", data.Timestamp("TPAST"))


def stamp(days_ago: int) -> data.Timestamp:
    return data.Timestamp.from_datetime(NOW - dt.timedelta(days=days_ago))


def spellings(days_ago: int) -> list[Any]:
    text = stamp(days_ago).text
    return [stamp(days_ago), text, "#" + text, text[1:], data.Timestamp(text[:11])]


@given(st.integers(0, 5000))
def test_a_login_too_long_ago_is_told(days: int) -> None:
    for spelt in spellings(days):
        found, unread = look("unused", "account", info={"LastLogin": spelt, "Created": spellings(6000)[days % 5]})
        assert unread == []
        assert [one.severity for one in found] == (["warning"] if days >= 365 else [])


@pytest.mark.parametrize("never", NEVER)
@pytest.mark.parametrize(("age", "is_told"), [(0, False), (29, False), (30, True), (4000, True)])
def test_one_that_was_never_used_is_told_unless_it_is_new(never: Any, age: int, is_told: bool) -> None:
    found, unread = look("unused", "account", info={"LastLogin": never, "Created": stamp(age)})
    assert unread == []
    assert [one.what for one in found] == (["was never used"] if is_told else [])


def test_of_what_age_it_is_matters_only_if_that_is_known() -> None:
    assert len(look("unused", "account", info={})[0]) == 1


@pytest.mark.parametrize("name", ["pbx@example.org", "Postmaster@example.org", "ivr@example.org"])
def test_what_came_with_the_server_is_not_told(name: str) -> None:
    assert look("unused", "account", name, info={}) == ([], [])


@pytest.mark.parametrize("last", ["yesterday", "T31-02-2020", ["a"], {}, b"x"])
def test_what_is_no_time_is_not_known(last: Any) -> None:
    assert look("unused", "account", info={"LastLogin": last}) == ([], ["LastLogin or Created is no time"])
