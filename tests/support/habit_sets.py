# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets of habits for hypothesis, which makes one that fails as small as it can."""

from __future__ import annotations

from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.catalogue import HABITS, checked
from hypothesis import strategies as st

_NAMES = [name for name, habit in HABITS.items() if not habit.usual]
_SIZES = (4, 12, 30)


@st.composite
def habit_sets(draw: st.DrawFn) -> tuple[str, ...]:
    """Habits that a server can have together: of those that answer one question the first that is drawn."""
    most = draw(st.sampled_from(_SIZES))
    names = draw(st.lists(st.sampled_from(_NAMES), unique=True, min_size=most // 4, max_size=most))
    first = {HABITS[name].one_of or name: name for name in reversed(names)}
    return tuple(checked(first.values()))
