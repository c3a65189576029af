# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Quota: only the numbers count, however they are spelt, and what is no number is told as not known."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.unit.audit.looking import facts, look
from hypothesis import given
from hypothesis import strategies as st

UNITS = {"K": 1 << 10, "k": 1 << 10, "M": 1 << 20, "G": 1 << 30}
NO_LIMIT = ("unlimited", "Unlimited", "-1", -1, "never", None, "")


def spellings(size: int) -> list[Any]:
    """All ways to say a size."""
    told: list[Any] = [size, str(size), "00%d" % size]
    return told + ["%d%s" % (size // unit, letter) for letter, unit in UNITS.items() if size and size % unit == 0]


@given(
    st.integers(1, 4096), st.sampled_from([1, 1 << 10, 1 << 20, 1 << 30]), st.integers(0, 1 << 43), st.integers(1, 120)
)
def test_from_the_percentage_on_an_account_is_told(number: int, unit: int, used: int, percent: int) -> None:
    limit = number * unit
    full = used / limit >= percent / 100 if used * 100 != limit * percent else True
    for spelt in spellings(limit):
        for used_spelt in (used, str(used)):
            found, unread = look(
                "quota", "account", known=facts(quota_percent=percent), info={"StorageUsed": used_spelt}, limit=spelt
            )
            assert unread == []
            assert [one.severity for one in found] == (["critical" if used >= limit else "warning"] if full else [])
            assert not found or found[0].detail == {"percent": used * 100 // limit, "used": used, "limit": limit}


@pytest.mark.parametrize("limit", NO_LIMIT)
@pytest.mark.parametrize("info", [{"StorageUsed": 1 << 50}, {}])
def test_without_a_limit_nothing_is_full_and_nothing_unknown(limit: Any, info: dict[str, Any]) -> None:
    assert look("quota", "account", info=info, limit=limit) == ([], [])


@pytest.mark.parametrize("limit", ["default", "Default", "10 apples", ["10M"], {"a": "b"}, b"10M"])
def test_what_is_no_size_is_not_known(limit: Any) -> None:
    found, unread = look("quota", "account", info={"StorageUsed": 1 << 50}, limit=limit)
    assert (found, unread) == ([], ["MaxAccountSize has a value that is no size"])


@pytest.mark.parametrize("info", [{}, {"StorageUsed": ""}, {"StorageUsed": "many"}, {"StorageUsed": -1}])
def test_nor_is_what_is_used_where_the_server_does_not_tell(info: dict[str, Any]) -> None:
    assert look("quota", "account", info=info, limit="10M") == ([], ["the server does not tell StorageUsed"])


def test_nobody_says_what_a_limit_of_nothing_means() -> None:
    assert look("quota", "account", info={"StorageUsed": 0}, limit="0") == ([], [])
    assert look("quota", "account", info={"StorageUsed": 1}, limit="0")[1]


def test_names_as_files_have_them_are_the_same() -> None:
    assert len(look("quota", "account", info={"#StorageUsed": "10"}, limit="10")[0]) == 1


@pytest.mark.parametrize(("used", "told"), [(1 << 20, "1M of 1M"), (1572864, "1.5M of 1M"), (1 << 30, "1G of 1M")])
def test_sizes_are_told_for_people(used: int, told: str) -> None:
    (finding,) = look("quota", "account", info={"StorageUsed": used}, limit="1024K")[0]
    assert finding.what == "uses %d%% of its quota: %s" % (used * 100 >> 20, told)
