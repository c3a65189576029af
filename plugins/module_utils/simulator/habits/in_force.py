# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The habits that a server has."""

from __future__ import annotations

from typing import Iterable, Sequence

from .catalogue import HABITS, checked
from .habit import Habit


class Habits:
    """See above. ``names`` are theirs in the catalogue's order; ``active``: whether there are any."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """HabitError if they are no set that a server can have."""
        self.names: tuple[str, ...] = ()
        self.active = False
        self._touching: dict[str, Sequence[Habit]] = {}
        self.become(names)

    def become(self, names: Iterable[str]) -> None:
        """Let these be all. HabitError, with nothing changed, if they are no set that a server can have."""
        self.names = checked(names)
        self.active = bool(self.names)
        self._touching = {}

    def has(self, name: str) -> bool:
        """Whether the habit of this name, which must be one, is in force."""
        return HABITS[name].name in self.names

    def touching(self, verb: str) -> Sequence[Habit]:
        """The habits that can make a difference to a command."""
        found = self._touching.get(verb)
        if found is None:
            habits = [HABITS[name] for name in self.names]
            found = self._touching[verb] = [habit for habit in habits if verb in habit.touches]
        return found
