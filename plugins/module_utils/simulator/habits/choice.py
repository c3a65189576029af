# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The habits that somebody asks for: by name, at random, and as they were learnt from a server."""

from __future__ import annotations

import random
from typing import Iterable

from . import learnt
from .catalogue import HABITS, HabitError, checked

ANY = "any"
"""In the place of a name: a set that a seed decides."""


def chosen(names: Iterable[str], seed: int | None = None, path: str = "") -> tuple[str, ...]:
    """All habits that are named, drawn and in the file at ``path``, in the catalogue's order.

    What is drawn contradicts nothing that is asked for by name. HabitError if that is no set that a server can have.
    """
    wanted = [name.strip() for name in names]
    named = [name for name in wanted if name != ANY]
    if path:
        named += learnt.read(path)
    if ANY not in wanted:
        if seed is not None:
            raise HabitError("a seed for habits has nothing to draw", "Ask for the habit %s as well" % ANY)
        return checked(named)
    if seed is None:
        raise HabitError("the habit %s needs a seed, by which the same set is drawn again" % ANY)
    return _drawn(seed, checked(named))


def drawn(seed: int) -> tuple[str, ...]:
    """A set of habits that contradict each other nowhere: always the same one for a seed."""
    return _drawn(seed, ())


def _drawn(seed: int, named: tuple[str, ...]) -> tuple[str, ...]:
    chance = random.Random(seed)
    share = chance.choice((0.1, 0.25, 0.5))
    found = list(named)
    answered = {HABITS[name].one_of for name in named} - {""}
    for name in chance.sample(sorted(HABITS), len(HABITS)):
        question = HABITS[name].one_of
        if HABITS[name].usual or question in answered or chance.random() >= share:
            continue
        found.append(name)
        if question:
            answered.add(question)
    return checked(found)
