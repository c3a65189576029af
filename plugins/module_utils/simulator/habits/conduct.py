# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What habits do to a command: to the deed, which is the same on all members of a cluster, and to the answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Callable, Sequence

from ..._cli.syntax import Command
from ..answers.answer import Answer
from ..answers.refusals import Refusal
from ..model.server import Server
from .catalogue import HABITS
from .habit import Call, Habit


def obey(habits: Sequence[Habit], call: Call, obeyed: Callable[[Command], Answer]) -> Answer:
    """The answer to a command that these habits touch; ``obeyed`` does a command as the simulator would without."""
    for habit in habits:
        answer = habit.instead(call) if habit.instead is not None else None
        if answer is not None:
            return answer
    for habit in habits:
        if habit.obeys is not None:
            call = replace(call, command=habit.obeys(call))
    return obeyed(call.command)


def tell(habits: Sequence[Habit], call: Call, answered: Callable[[], Answer]) -> Answer:
    """The answer as a server with these habits gives it. Refusal likewise."""
    try:
        answer = answered()
    except Refusal as refusal:
        for habit in habits:
            if habit.refuses is not None:
                refusal = habit.refuses(call, refusal)
        raise refusal from None
    for habit in habits:
        if habit.tells is not None:
            answer = habit.tells(call, answer)
    return answer


def begin(names: Sequence[str], server: Server) -> None:
    """Let a server have what these habits make it begin with."""
    for name in names:
        begins = HABITS[name].begins
        if begins is not None:
            begins(server)
