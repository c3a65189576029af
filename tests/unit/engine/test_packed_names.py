# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Packed names are what a list and a dictionary are, whatever the names and however many are packed."""

from __future__ import annotations

import tracemalloc
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine import packed_names
from ansible_collections.communigate.pro.plugins.module_utils._engine.packed_names import (
    Names,
    NamesNumbered,
    NamesTold,
)
from hypothesis import given
from hypothesis import strategies as st

# Few letters, so that names meet, are parts of each other and look like the marks between them.
NAMES = st.text(st.sampled_from("ab0\n\0\xe4\ud800\U0001f600"), max_size=4)
TOLD = ["an Account", "an Alias", None]
STEPS = st.lists(st.tuples(st.sampled_from(["set", "set", "set", "delete", "default"]), NAMES, st.sampled_from(TOLD)))


@pytest.fixture(autouse=True, scope="module")
def small() -> object:
    with pytest.MonkeyPatch.context() as patch:
        for name, number in {"PART": 3, "FEW": 2, "_DIVIDED": 1, "_IN_A_BUCKET": 2}.items():
            patch.setattr(packed_names, name, number)
        yield


@given(st.lists(NAMES))
def test_names_are_a_list(names: list[str]) -> None:
    packed = Names()
    for name in names:
        packed.append(name)
    assert list(packed) == names
    assert len(packed) == len(names)
    assert [packed[number] for number in range(-len(names), len(names))] == names * 2
    assert packed[1:-1] == names[1:-1]


@given(STEPS, NAMES)
def test_names_told_are_a_dictionary(steps: list[tuple[str, str, str | None]], other: str) -> None:
    _as_a_dictionary(NamesTold(), steps, other)


@given(STEPS, NAMES)
def test_names_numbered_are_a_dictionary(steps: list[tuple[str, str, str | None]], other: str) -> None:
    _as_a_dictionary(NamesNumbered(), [(step, name, 10 * TOLD.index(told)) for step, name, told in steps], other)


def _as_a_dictionary(packed: NamesNumbered, steps: list[tuple[str, str, Any]], other: str) -> None:
    plain: dict[str, Any] = {}
    for step, name, told in steps:
        if step == "set":
            packed[name] = plain[name] = told
        elif step == "default":
            assert packed.setdefault(name, told) == plain.setdefault(name, told)
        elif name in plain:
            del packed[name], plain[name]
        else:
            with pytest.raises(KeyError):
                del packed[name]
        assert len(packed) == len(plain)
    assert dict(packed) == plain
    assert sorted(packed) == sorted(plain)
    for name in [other, *plain]:
        assert (name in packed, packed.get(name, "none")) == (name in plain, plain.get(name, "none"))
    if other not in plain:
        with pytest.raises(KeyError):
            packed[other]


def test_a_packed_name_takes_hardly_more_than_its_letters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed_names, "_IN_A_BUCKET", 64)
    monkeypatch.setattr(packed_names, "PART", 4096)
    number, told = 20_000, object()
    tracemalloc.start()
    try:
        packed, names = NamesTold(), Names()
        for count in range(number):
            packed["user%08d" % count] = told
            names.append("user%08d" % count)
        assert tracemalloc.get_traced_memory()[0] / number < 60  # bytes; 12 letters twice. Strings: more than 200
    finally:
        tracemalloc.stop()
    assert len(packed) == len(names) == number
