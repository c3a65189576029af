# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sorted index of names: it is what a sorted list of them would be, however many come and go."""

from __future__ import annotations

import random

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.model.names import NameIndex


def check(index, names):
    ordered = sorted(names)
    assert (list(index), len(index)) == (ordered, len(ordered))
    for position in range(0, len(ordered), max(1, len(ordered) // 50)):
        assert list(index.after(ordered[position])) == ordered[position + 1:]
        assert list(index.after(ordered[position] + "!")) == ordered[position + 1:]
    assert list(index.after("")) == ordered
    assert list(index.after("~")) == []


@pytest.mark.parametrize("order", ["rising", "falling", "mixed"])
def test_names_come_and_go_in_any_order(order):
    names = ["n%05d" % number for number in range(7000)]
    if order == "falling":
        names.reverse()
    elif order == "mixed":
        random.Random(7).shuffle(names)
    index = NameIndex()
    for name in names:
        index.add(name)
    check(index, names)
    for name in names[1000:6000]:
        index.discard(name)
    check(index, names[:1000] + names[6000:])
    for name in names[:1000] + names[6000:]:
        index.discard(name)
    check(index, [])


def test_an_index_is_made_of_names_in_any_order():
    names = ["n%05d" % (number * 7919 % 5003) for number in range(5003)]
    check(NameIndex(names), names)


def test_a_name_that_is_not_there_can_be_discarded():
    index = NameIndex(["a", "c"])
    for name in ("", "b", "d"):
        index.discard(name)
    check(index, ["a", "c"])
    NameIndex().discard("a")
