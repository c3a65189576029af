# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Very many wants: one sequence like a list of them, whatever they hold, and less of it in memory."""

from __future__ import annotations

import pickle
from dataclasses import replace
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine import many
from ansible_collections.communigate.pro.plugins.module_utils._engine.many import Derived, Wants, as_named
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import ABSENT, Want
from ansible_collections.communigate.pro.plugins.module_utils._engine.wants import facet_value
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from hypothesis import given
from support.strategies import SETTINGS

SIZES = range(8)
(SETTINGS_FACET,) = (facet for facet in ACCOUNT.facets if facet.name == "settings")


def wants(number: int) -> list[Want]:
    named = (("user%d@example.com" % place, {"RealName": str(place)}) for place in range(number))
    return [Want((name,), values={"settings": settings}) for name, settings in named]


@pytest.fixture(autouse=True, params=[0, 1, 16])
def three_are_many(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part has three, and all parts are packed, all but the last, or none."""
    monkeypatch.setattr(many, "PART", 3)
    monkeypatch.setattr(many, "UNPACKED", request.param)


def derived(want: Want) -> Want:
    return replace(want, state=ABSENT)


def sequences(number: int) -> list[tuple[Any, list[Want]]]:
    """Each sort of sequence, and the list that it is to be like."""
    plain = wants(number)
    return [
        (Wants(plain), plain),
        (Derived(plain, derived), list(map(derived, plain))),
        (Derived(Wants(plain), derived), list(map(derived, plain))),
        (Wants(Derived(Wants(plain), derived)), list(map(derived, plain))),
    ]


@pytest.mark.parametrize("number", SIZES)
def test_it_is_like_the_list(number: int) -> None:
    for sequence, plain in sequences(number):
        assert (len(sequence), list(sequence), list(sequence)) == (number, plain, plain)
        assert [sequence[place] for place in range(-number, number)] == plain + plain
        for place in (number, -number - 1):
            with pytest.raises(IndexError):
                sequence[place]
        for first in SIZES:
            for last in SIZES:
                assert sequence[first:last] == plain[first:last]


@pytest.mark.parametrize("number", SIZES)
def test_it_grows_while_it_is_looked_at(number: int) -> None:
    plain = wants(number)
    sequence = Wants()
    for place, want in enumerate(plain):
        sequence.append(want)
        assert list(sequence) == plain[: place + 1]
    sequence.extend(plain)
    assert list(sequence) == plain + plain


@given(SETTINGS)
def test_whatever_a_want_holds_stays_what_it_is(settings: dict[str, Any]) -> None:
    values = {"settings": facet_value(SETTINGS_FACET, {"settings": settings})}
    whole = Want(("alice@example.com",), values=values, unsaid=frozenset({"aliases"}), written=values)
    for kept in Wants([whole] * 3):
        assert (kept, kept.written) == (whole, whole.written)
        assert _types(kept.values) == _types(whole.values)


def _types(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _types(part) for name, part in value.items()}
    return [type(value), *map(_types, value)] if isinstance(value, (list, tuple)) else type(value)


def test_it_is_held_in_a_part_of_the_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "PART", 512)
    plain = wants(4096)
    held = Wants(plain)
    packed = len(plain) - min(many.UNPACKED * 512, len(plain))
    assert len(held._packed) == packed // 512
    assert sum(map(len, held._packed)) <= len(pickle.dumps(plain[:packed])) / 4


def test_for_names_nothing_is_made_of_wants() -> None:
    plain = Wants(wants(5))
    assert as_named(Derived(Derived(plain, derived), derived)) is plain
    assert as_named(plain) is plain
