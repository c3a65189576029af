# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which habits a module is rehearsed under, alone, in the usual run; ``make stress`` has all of them.

Most habits are about a few commands: every module that sends one of those meets them. Some are about nearly all, since
they respell codes, texts or what an answer is written like. The client reads those in one place for all modules, so
there each module meets every third of them, and each of them every third module. Which third is drawn by what stands in
``plugins``: the same sources make the same draw, a change makes another, and three draws make the whole. So it is with
habits about many commands, too, that are in one of the sets which every module meets in each run: they respell
settings, which the engine compares in one place.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from functools import cache

from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.catalogue import HABITS
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.choice import drawn
from ansible_collections.communigate.pro.tests.integration.noun import Noun

from support.checkout import ROOT
from support.known_habits import KNOWN

WIDE = 150
"""A habit that touches so many commands touches nearly every module."""
MANY = 20
"""One that touches so many touches a quarter of them and more."""
KEPT: Sequence[tuple[str, ...]] = tuple(drawn(seed) for seed in (0, 4, 5, 6))
"""Sets that have found something once: every module meets all of them."""
DRAWS = 3


@cache
def draw() -> int:
    """Of the sources as they are."""
    number = 0
    for path in sorted((ROOT / "plugins").rglob("*.py")):
        number = zlib.crc32(path.read_bytes(), number)
    return number % DRAWS


def is_wide(habit: str) -> bool:
    """Whether each module meets the habit alone in every third run only."""
    return len(HABITS[habit].touches) >= (MANY if any(habit in habits for habits in KEPT) else WIDE)


def pairs(nouns: Sequence[Noun], number: int | None) -> Iterator[tuple[Noun, str]]:
    """Modules with habits, of the draw with this number; without a number all there are."""
    wide = [name for name in HABITS if is_wide(name)]
    for place, noun in enumerate(nouns):
        for habit in HABITS:
            kept = number is None or not is_wide(habit) or (habit, noun.module) in KNOWN
            if kept or (place + wide.index(habit)) % DRAWS == number:
                yield noun, habit
