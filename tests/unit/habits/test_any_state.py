# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Any wanted rows, at any state of the objects, under any set of habits: what holds of the written steps holds there.

The steps of a module are taken in any order, some of them, with their options altered: so each meets objects that other
steps left behind. The same is done at a server without habits, and what both hold then is compared.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine import settle
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.choice import drawn
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.kinds import amounts
from ansible_collections.communigate.pro.tests.integration.noun import NOUNS, Noun, Step
from hypothesis import given, note, settings
from hypothesis import strategies as st
from support.altered_options import altered
from support.embedded_server import NotPossible
from support.habit_rehearsal import Rehearsal, Taken, found_in
from support.habit_verdict import MAY_REFUSE, complaints, unfinished
from support.known_habits import KNOWN
from support.load import FULL

STEPS = 4
SEEDS = 1 << 16
# Such a server refuses a named one until there is the unnamed one: with steps in any order that is its right.
IN_ORDER = frozenset(("environment-first", "unnamed-skin-first"))
LEFT_OUT = MAY_REFUSE | IN_ORDER
# Only of HTTPU is it known what its settings are. Of what is not known, amounts are compared to the letter.
UNKNOWN_AMOUNTS = frozenset((habit.name, "cgp_module") for habit in amounts.HABITS)


@pytest.fixture(autouse=True, scope="module")
def nobody_waits_for_others() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(settle, "PAUSE", 0.001)
        yield


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.module)
@settings(max_examples=60 if FULL else 3, derandomize=not FULL)
@given(chance=st.randoms(use_true_random=False), seed=st.integers(0, SEEDS))
def test_what_is_wanted_holds_whatever_there_is(noun: Noun, chance: Random, seed: int) -> None:
    left_out = KNOWN.keys() | UNKNOWN_AMOUNTS
    habits = tuple(habit for habit in drawn(seed) if habit not in LEFT_OUT and (habit, noun.module) not in left_out)
    taken = chance.sample(list(noun.steps), min(len(noun.steps), chance.randint(1, STEPS)))
    steps = [replace(step, options=altered(noun.resource, step.options, chance)) for step in taken]
    note("habits: %s" % ", ".join(habits))
    with tempfile.TemporaryDirectory() as directory:
        found = compared(noun, habits, steps, Path(directory))
    assert not found, found


def compared(noun: Noun, habits: tuple[str, ...], steps: list[Step], directory: Path) -> list[str]:
    """What is wrong with the first step that goes wrong; empty if nothing is."""
    for name in ("usual", "habits"):
        (directory / name).mkdir()
    with Rehearsal(noun, (), directory / "usual") as usual, Rehearsal(noun, habits, directory / "habits") as other:
        for step in steps:
            try:
                expected = usual.take(step)
            except NotPossible:
                continue  # what is there before the step cannot be had after those before it
            note("%s: %s" % (step.name, step.options))
            met = other.take(step)
            found = list(judged(habits, expected, met, step))
            if found:
                return found
            if errors(expected) or unfinished(habits, expected, met):
                break  # and what was done until then need not be the same
    return []


def judged(habits: tuple[str, ...], expected: Taken, taken: Taken, step: Step) -> Iterator[str]:
    """Complaints; what is refused without habits may be refused with them."""
    failed = errors(expected)
    if expected.wrote[1] and not step.again and not failed:
        yield "without habits, the second run wrote %s" % ", ".join(expected.wrote[1])
    for complaint in complaints(habits, expected, taken, expected.wrote[1]):
        if not (failed and complaint.startswith("failed")):
            yield complaint


def errors(taken: Taken) -> list[str]:
    return [text for result in taken.results for text in found_in(result)]
