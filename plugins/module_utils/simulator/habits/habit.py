# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a habit is: where it touches a command on its way to an answer, and what users are told of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Callable, Mapping

from ..._cli.syntax import Command
from ..answers.answer import Answer, with_data
from ..answers.refusals import Refusal
from ..model.account import Account
from ..model.server import Server


@dataclass(frozen=True)
class Call:
    """A command of ``user`` that a server with habits is about to obey.

    ``look`` returns what a read command would be answered with if the server had no habits, or raises its Refusal.
    """

    server: Server
    user: Account
    command: Command
    look: Callable[[Command], Any]

    @property
    def verb(self) -> str:
        return self.command.verb

    @property
    def arguments(self) -> Mapping[str, Any]:
        return self.command.arguments

    def having(self, **arguments: Any) -> Command:
        """The command with other values for some of its arguments."""
        return replace(self.command, arguments={**self.arguments, **arguments})


@dataclass(frozen=True)
class Habit:
    """One way in which a server may differ.

    ``purpose`` is a sentence for users without subject and full stop, ``evidence`` why it is believed to exist,
    ``touches`` the verbs of the commands that it can make a difference to. Of the habits with the same ``one_of`` a
    server has at most one: they are different answers to one question. What it does, each None if it does not:

    - ``obeys``: the command that is obeyed in the place of the one that came (another value is stored);
    - ``instead``: the answer without obeying; None if the command is to be obeyed;
    - ``tells``: the answer in the place of the one that there would be;
    - ``refuses``: the refusal likewise;
    - ``begins``: what a server has from the start. It may be done again.

    A habit without any of these is one that handlers ask for by its name, or says how the simulator is without. A
    ``usual`` one is in force unless the server has another habit of the same question.
    """

    name: str
    purpose: str
    evidence: str
    touches: frozenset[str]
    one_of: str = ""
    usual: bool = False
    obeys: Callable[[Call], Command] | None = None
    instead: Callable[[Call], Answer | None] | None = None
    tells: Callable[[Call, Answer], Answer] | None = None
    refuses: Callable[[Call, Refusal], Refusal] | None = None
    begins: Callable[[Server], None] | None = None

    @property
    def changes(self) -> bool:
        """Whether it does anything to a command on its way."""
        return any(each is not None for each in (self.obeys, self.instead, self.tells, self.refuses))


def telling(change: Callable[[Any], Any]) -> Callable[[Call, Answer], Answer]:
    """A ``tells`` that changes the data of an answer, where it has any."""

    def tell(_call: Call, answer: Answer) -> Answer:
        return with_data(change(answer.value)) if answer.has_data else answer

    return tell
