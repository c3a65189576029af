# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read of a server is what its modules take: given back to it nothing is written, and another becomes equal.

The servers are those of the rehearsals (tests/integration/nouns), after each of their steps.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine.as_document import MERGED, OVERRIDDEN, REPLACED
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.choice import drawn
from ansible_collections.communigate.pro.tests.integration.noun import NOUNS, Noun
from hypothesis import given, settings
from support import documents
from support.documents import RESOURCES, Read
from support.habit_rehearsal import Rehearsal
from support.habit_sets import habit_sets
from support.habit_verdict import MAY_REFUSE
from support.in_process import Place
from support.known_habits import KNOWN
from support.load import FULL

STATES = (MERGED, REPLACED, OVERRIDDEN) if FULL else (MERGED, OVERRIDDEN)
"""The last does what the second does, and more."""
WITHOUT_ROWS = {"cgp_account_password": "a secret is all that it has"}
KEPT: Sequence[tuple[str, ...]] = tuple(drawn(seed) for seed in (0, 4, 5, 6))
_FROM_START: dict[tuple[Sequence[str], ...], Read] = {}
"""What there is on servers that nothing has been done to, by their flags and habits."""


def rehearsed(noun: Noun, habits: tuple[str, ...], directory: Path, elsewhere: str) -> Iterator[str]:
    """What is wrong with the rows that are read after each step of a module's rehearsal.

    ``elsewhere``: after which steps they are given to another server: "every", "richest" or "none".
    """
    richest: list[tuple[int, Read]] = []
    for name in ("one", "other"):
        (directory / name).mkdir()
    with Rehearsal(noun, habits, directory / "one") as one:
        for step in noun.steps:
            one.take(step, runs=1)
            read = documents.read(one.place, {noun.resource.noun})
            yield from ("after %s: %s" % (step.name, found) for found in given_back(noun, one, read))
            size = len(json.dumps(read.rows))
            if elsewhere == "every" or not richest or size > richest[-1][0]:
                rest = richest if elsewhere == "every" else []
                richest = [*rest, (size, read if elsewhere == "none" else documents.read(one.place))]
    if noun.module not in WITHOUT_ROWS and max(size for size, _read in richest) < len("{}x"):
        yield "there were no rows at all"
    for _size, read in richest if elsewhere != "none" else ():
        yield from ("elsewhere: %s" % found for found in rebuilt(noun, habits, directory / "other", read))


def given_back(noun: Noun, server: Rehearsal, read: Read) -> Iterator[str]:
    """What becomes of rows, given to the server that they were read of, and what is read then."""
    for state in STATES if noun.module not in WITHOUT_ROWS else ():
        result = documents.apply(server.place, read, state, [noun.resource.noun])
        if result.get("failed") or result["changed"]:
            yield "%s: %s %s" % (state, result.get("msg"), result.get("diff"))
    if json.dumps(read.rows) != json.dumps(documents.read(server.place, {noun.resource.noun}).rows):
        yield "the second time other rows were read"


def rebuilt(noun: Noun, habits: tuple[str, ...], directory: Path, read: Read) -> Iterator[str]:
    """How a server is other than the one that was read, when it has been made so: an empty one, and one of its own.

    That one has been through the rehearsal to its end.
    """
    for steps in ((), noun.steps):
        at = Path(tempfile.mkdtemp(dir=directory))
        prepared = noun if steps else replace(noun, prepare=(), steps=(), files={})
        with Rehearsal(prepared, habits, at) as other:
            from_start = read_from_start(other.place, () if prepared is noun else (tuple(noun.simulator), habits))
            for step in steps:
                other.take(step, runs=1)
            result = documents.apply(other.place, read, OVERRIDDEN)
            if result.get("failed"):
                yield str(result["msg"])
            yield from documents.differences(read, documents.read(other.place), from_start)


def read_from_start(place: Place, alike: tuple[Sequence[str], ...]) -> Read:
    """What there is on a server, read of one only of those that are ``alike``."""
    if not alike or alike not in _FROM_START:
        _FROM_START[alike] = documents.read(place)
    return _FROM_START[alike]


def test_every_module_with_state_is_rehearsed() -> None:
    assert {noun.module for noun in NOUNS} == set(RESOURCES)
    assert {module for module, one in RESOURCES.items() if not one.within} == set(WITHOUT_ROWS)


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.module)
def test_rows_are_taken_back(noun: Noun, tmp_path: Path) -> None:
    assert list(rehearsed(noun, (), tmp_path, "every" if FULL else "richest")) == []


@pytest.mark.parametrize("number", range(len(NOUNS)), ids=lambda number: NOUNS[number].module)
@settings(max_examples=40 if FULL else 1, derandomize=not FULL, print_blob=True)
@given(habits=habit_sets())
def test_rows_are_taken_back_by_servers_with_habits(number: int, habits: tuple[str, ...]) -> None:
    """In the usual run each module meets one set, of which most have found something elsewhere."""
    noun, chosen = NOUNS[number], habits if FULL else KEPT[number % len(KEPT)]
    kept = tuple(habit for habit in chosen if habit not in MAY_REFUSE and (habit, noun.module) not in KNOWN)
    with tempfile.TemporaryDirectory() as directory:
        assert list(rehearsed(noun, kept, Path(directory), "richest" if FULL else "none")) == []
