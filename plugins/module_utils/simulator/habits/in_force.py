# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The habits that a server has."""

from __future__ import annotations

from typing import Iterable, Sequence

from .catalogue import HABITS, checked
from .habit import Habit


class Habits:
    """See above. ``names`` are those that were asked for, in the catalogue's order; ``active``: whether there are any.

    ``in_force`` are these and the usual ones, but for those whose question has another answer here.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        """HabitError if they are no set that a server can have."""
        self.names: tuple[str, ...] = ()
        self.in_force: tuple[str, ...] = ()
        self.active = False
        self._touching: dict[str, Sequence[Habit]] = {}
        self.become(names)

    def become(self, names: Iterable[str]) -> None:
        """Let these be all. HabitError, with nothing changed, if they are no set that a server can have."""
        self.names = checked(names)
        answered = {HABITS[name].one_of for name in self.names}
        self.in_force = tuple(
            name
            for name, habit in HABITS.items()
            if name in self.names or (habit.usual and habit.one_of not in answered)
        )
        self.active = bool(self.names)
        self._touching = {}

    def has(self, name: str) -> bool:
        """Whether the habit of this name, which must be one, is in force."""
        return HABITS[name].name in self.in_force

    def touching(self, verb: str) -> Sequence[Habit]:
        """The habits that can make a difference to a command."""
        found = self._touching.get(verb)
        if found is None:
            habits = [HABITS[name] for name in self.in_force]
            found = self._touching[verb] = [habit for habit in habits if habit.changes and verb in habit.touches]
        return found
