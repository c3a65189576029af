# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lists of network addresses: which spellings hold the same addresses."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.ip_entries import ENTRIES, lines


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["10.0.0.1"], ["[10.0.0.1] ; the office"]),
        (["10.0.0.1", "10.0.0.2"], ["10.0.0.1-10.0.0.2"]),
        (["[10.0.0.1-10.0.0.9]"], ["10.0.0.1 - 10.0.0.9"]),
        (["[10.0.0.1]-[10.0.0.9]"], ["; all of them", "10.0.0.5-10.0.0.9", "10.0.0.1-10.0.0.4"]),
        (["10.0.0.0/30"], ["10.0.0.0-10.0.0.3"]),
        (["2001:db8::7"], ["[2001:0DB8:0::7]"]),
    ],
)
def test_the_same_addresses(one: list[str], other: list[str]) -> None:
    assert ENTRIES.equal(one, other)
    assert ENTRIES.target(other, one, False) == other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["10.0.0.1"], ["10.0.0.2"]),
        (["10.0.0.1", "10.0.0.3"], ["10.0.0.1-10.0.0.3"]),
        (["!10.0.0.1"], ["10.0.0.1"]),
        (["255.255.255.255"], ["::ffff:ffff"]),
    ],
)
def test_other_addresses(one: list[str], other: list[str]) -> None:
    assert not ENTRIES.equal(one, other)


def test_what_is_there_is_not_added_again_and_what_is_not_is() -> None:
    have = ["[10.0.0.1-10.0.0.9] ; the office"]
    assert ENTRIES.target(have, ["10.0.0.5", "10.0.1.1 ; new"], False) == [*have, "10.0.1.1 ; new"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_only_a_servers_line_end_ends_a_line(end: str) -> None:
    text = end.join(["10.0.0.1 ; one\u2028and more", "", "10.0.0.2"])
    assert lines(text) == ["10.0.0.1 ; one\u2028and more", "10.0.0.2"]
