# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All habits by their names, in the order in which they touch a command."""

from __future__ import annotations

import difflib
from typing import Iterable, Mapping, Sequence

from ...connector.errors import CgpError
from .habit import Habit
from .kinds import (
    addresses,
    amounts,
    certificates,
    codes,
    defaults,
    firsts,
    forms,
    history,
    http,
    ip_sets,
    listings,
    logins,
    mailboxes,
    order,
    owners,
    secrets,
    services,
    spelling,
    stamps,
    stock,
    unknown_words,
    vocabulary,
    writing,
)

KINDS = (
    order, vocabulary, unknown_words, services, addresses, defaults, writing, secrets, owners, amounts, certificates,
    spelling, mailboxes, listings, ip_sets, history, stock, firsts, codes, stamps, forms,
    logins, http,
)
"""The files of ``kinds/``, each with its HABITS."""

HABITS: Mapping[str, Habit] = {habit.name: habit for kind in KINDS for habit in kind.HABITS}


class HabitError(CgpError):
    """Habits that cannot be had: a name that is none, or two that contradict each other."""


def checked(names: Iterable[str]) -> tuple[str, ...]:
    """The names once each, in the catalogue's order. HabitError if they are no set that a server can have."""
    wanted = {known(name.strip()) for name in names}
    chosen = tuple(name for name in HABITS if name in wanted)
    answered: dict[str, str] = {}
    for name in chosen:
        question = HABITS[name].one_of
        if question and answered.setdefault(question, name) != name:
            raise HabitError("the habits %s and %s contradict each other" % (answered[question], name))
    return chosen


def known(name: str) -> str:
    """``name``, or a HabitError with those that are near to it if it is no habit's."""
    if name in HABITS:
        return name
    more: Sequence[str] = [habit for habit in HABITS if name and habit.startswith(name.lower() + "-")]
    near = more or difflib.get_close_matches(name.lower(), HABITS, 3, 0.7)
    hint = "Did you mean %s?" % " or ".join(near) if near else "There are: %s" % ", ".join(sorted(HABITS))
    raise HabitError("there is no habit %s" % (name[:40] or "without a name"), hint)
