# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All that is wrong with the input of a task, in one message: nobody wants to learn it one run at a time."""

from __future__ import annotations

from typing import NamedTuple, Sequence

from ..connector.errors import CgpError
from .model import Resource

SHOWN = 100
"""How many places of mistakes a message names; of those beyond it tells the number."""


class Problem(NamedTuple):
    """What is wrong with one object: ``where`` it stands ("number 3"), ``who`` it is as far as that can be told."""

    where: str
    who: str
    error: CgpError

    @property
    def place(self) -> str:
        return "%s (%s)" % (self.where, self.who) if self.who else self.where


def all_at_once(resource: Resource, problems: Sequence[Problem]) -> CgpError:
    """One error that tells every problem, the same ones of several objects once, with all the places."""
    if len(problems) == 1:
        ((where, who, error),) = problems
        return CgpError(
            printable("%s %s: %s" % (resource.noun, Problem(where, who, error).place, error.message)), error.hint
        )
    places: dict[str, list[str]] = {}
    for problem in problems[:SHOWN]:
        places.setdefault(problem.error.message, []).append(problem.place)
    told = ["%s: %s" % (", ".join(where), message) for message, where in places.items()]
    if len(problems) > SHOWN:
        told.append("and %d more" % (len(problems) - SHOWN))
    heading = "%d %s are wrong" % (len(problems), resource.plural)
    return CgpError(printable("%s: %s" % (heading, "; ".join(told))), _hints([problem.error for problem in problems]))


def of_options(mistakes: Sequence[CgpError]) -> CgpError:
    """One error that tells what is wrong with the options of a task."""
    return CgpError(printable("; ".join(mistake.message for mistake in mistakes[:SHOWN])), _hints(mistakes))


def _hints(errors: Sequence[CgpError]) -> str:
    return ". ".join(dict.fromkeys(error.hint for error in errors[:SHOWN] if error.hint))


def printable(text: str) -> str:
    """Text for a message: one line, whatever somebody took for a name."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)
