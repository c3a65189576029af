# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every state module, in all its ways, at servers with each habit that touches its commands, and with sets of them.

What fails today is in ``known.tsv``, a line for each habit and module: whoever mends one takes its line away. The usual
run has a third of what touches very many commands (support/habit_draw.py), but of a module that is asked for by
``--module`` all. ``make stress`` has every module meet every habit, and many more sets; a set that fails belongs into
``KEPT``.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine import settle
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.catalogue import HABITS
from ansible_collections.communigate.pro.tests.integration.noun import NOUNS, Noun
from hypothesis import assume, example, given, settings
from support.habit_draw import DRAWS, KEPT, draw, is_wide, pairs
from support.habit_rehearsal import Rehearsal, Taken
from support.habit_sets import habit_sets
from support.habit_verdict import MAY_REFUSE, complaints, unfinished
from support.known_habits import KNOWN
from support.load import FULL

_ALONE: dict[str, list[Taken]] = {}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "habit" in metafunc.fixturenames:
        number = None if FULL or metafunc.config.getoption("--module") else draw()
        drawn_pairs = list(pairs(NOUNS, number))
        metafunc.parametrize(
            ("noun", "habit"), drawn_pairs, ids=["%s-%s" % (noun.module, habit) for noun, habit in drawn_pairs]
        )


@pytest.fixture(autouse=True, scope="module")
def nobody_waits_for_others() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(settle, "PAUSE", 0.001)
        yield


def alone(noun: Noun, directory: Path) -> list[Taken]:
    """The steps of a module at a server without habits, taken once for all tests of this process."""
    if noun.module not in _ALONE:
        directory.mkdir()
        with Rehearsal(noun, (), directory) as rehearsal:
            _ALONE[noun.module] = [rehearsal.take(step) for step in noun.steps]
    return _ALONE[noun.module]


def rehearsed(noun: Noun, habits: tuple[str, ...], directory: Path) -> list[str]:
    """What is wrong with the first step that goes wrong; empty if nothing is."""
    reference = alone(noun, directory / "alone")
    with Rehearsal(noun, habits, directory) as rehearsal:
        for step, other in zip(noun.steps, reference):
            taken = rehearsal.take(step)
            found = ["%s: %s" % (step.name, complaint) for complaint in complaints(habits, other, taken, step.again)]
            if found:
                return found
            if unfinished(habits, other, taken):
                break  # what comes then is not what comes at a server that was brought to it
    return []


def touches(name: str, noun: Noun, directory: Path) -> bool:
    """Whether a habit can make a difference to the module's steps."""
    habit, taken = HABITS[name], alone(noun, directory)
    if habit.usual:
        return False
    if habit.refuses is not None:
        return any(one.refused for one in taken)
    return any(one.verbs & habit.touches for one in taken)


def test_a_module_holds_under_a_habit(noun: Noun, habit: str, tmp_path: Path) -> None:
    known = KNOWN.get((habit, noun.module))
    if not touches(habit, noun, tmp_path / "alone"):
        assert not known, "the habit does not touch the module"
        if not FULL:
            return
    found = rehearsed(noun, (habit,), tmp_path)
    if known and found:
        pytest.xfail(known)
    assert not known, "this holds now: take its line out of known.tsv"
    assert not found, found[0]


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.module)
@example(habits=KEPT[0])
@example(habits=KEPT[1])
@example(habits=KEPT[2])
@example(habits=KEPT[3])
@settings(max_examples=100 if FULL else 1, derandomize=not FULL, print_blob=True)
@given(habits=habit_sets())
def test_a_module_holds_under_a_set_of_habits(noun: Noun, habits: tuple[str, ...]) -> None:
    """Without what the module does not hold under alone, and what would end it with an error."""
    habits = tuple(habit for habit in habits if habit not in MAY_REFUSE and (habit, noun.module) not in KNOWN)
    assume(habits)
    with tempfile.TemporaryDirectory() as directory:
        found = rehearsed(noun, habits, Path(directory))
    assert not found, "%s (%s)" % (found[0], ", ".join(habits))


def test_the_draws_together_are_all_modules_and_habits() -> None:
    draws = [list(pairs(NOUNS, number)) for number in range(DRAWS)]
    assert {(noun.module, habit) for each in draws for noun, habit in each} == {
        (noun.module, habit) for noun in NOUNS for habit in HABITS
    }
    for each in draws:
        for wide in filter(is_wide, HABITS):
            assert sum(habit == wide for _noun, habit in each) >= len(NOUNS) // DRAWS
        for noun in NOUNS:
            assert sum(other is noun for other, _habit in each) > len(HABITS) // 2


def test_only_what_there_is_is_known() -> None:
    assert {habit for habit, _module in KNOWN} <= set(HABITS)
    assert {module for _habit, module in KNOWN} <= {noun.module for noun in NOUNS}
