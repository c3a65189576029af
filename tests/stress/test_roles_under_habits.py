# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All roles at servers with each habit that touches their commands, and with sets of them: only in ``make stress``.

``make test`` has a set for some of them, in tests/integration/test_role_examples.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.catalogue import HABITS
from ansible_collections.communigate.pro.tests.integration.role_page import SITES
from ansible_collections.communigate.pro.tests.integration.role_trial import drawn_for, holds, touches, tried
from support.habit_verdict import complaints
from support.load import FULL

SEEDS = range(10)

pytestmark = pytest.mark.skipif(not FULL, reason="half an hour; tests/integration/test_role_examples.py has a part")


@pytest.mark.parametrize("name", SITES)
def test_a_role_holds_under_each_habit(name: str, tmp_path: Path) -> None:
    alone = tried(tmp_path / "alone", {name: (name, ())})[name]
    sets = {habit: (habit,) for habit in HABITS if holds(name, habit) and touches(habit, alone)}
    sets.update({"any-%d" % seed: drawn_for(name, seed) for seed in SEEDS})
    taken = tried(tmp_path / "habits", {label: (name, habits) for label, habits in sets.items()})
    found = [
        "%s: %s" % (label, complaint)
        for label, habits in sets.items()
        for complaint in complaints(habits, alone, taken[label], ())
    ]
    assert not found, "\n".join(found)
