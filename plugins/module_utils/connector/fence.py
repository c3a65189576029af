# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proof that replies are those to the commands that they are taken for.

The protocol has no numbers: a reply that nothing was asked for shifts all that follow by one, and none of them shows
it. ``ECHO`` with a word that nobody has said before is answered by that word, or the connection is out of step.
"""

from __future__ import annotations

import os
from typing import Any, NamedTuple

from .data import parse
from .errors import DataError, SurplusReply
from .replies import Reply

_REFUSALS = 400  # codes from here on


def new_word() -> str:
    """A word that nobody has said before."""
    return "in%sstep" % os.urandom(8).hex()


class Question(NamedTuple):
    """A command that asks for a new word; ``commands`` is the number of those that were sent before it."""

    word: str
    commands: int

    @property
    def line(self) -> bytes:
        return b"ECHO %s\n" % self.word.encode("ascii")


class Fence:
    """The questions asked so far, and whether the server answers them. Several may be under way at a time.

    ``works``: whether it does; None as long as that is not known. A server that does not know ECHO is believed.
    """

    def __init__(self) -> None:
        self.works: bool | None = None
        self._commands = 0
        self._proven = 0  # of these
        self._said: list[str] = []

    @property
    def open(self) -> bool:
        """Whether commands have been sent since the last proof."""
        return self._commands > self._proven

    def pass_command(self) -> None:
        """A command is sent."""
        self._commands += 1

    def close(self) -> None:
        """Nothing that was sent so far needs a proof any more."""
        self._proven = self._commands

    def question(self) -> Question:
        """The command that asks for a new word, to be sent now."""
        self._said.append(new_word())
        return Question(self._said[-1], self._commands)

    def check(self, question: Question, reply: Reply) -> bool:
        """Take the reply to a question; whether it is a proof. SurplusReply when it is one to the contrary."""
        word = _word(reply)
        if word == question.word:
            self.works, self._proven = True, max(self._proven, question.commands)
            self._said.clear()
            return True
        if self.works or word in self._said:
            self._said.clear()
            raise SurplusReply(
                "the server sent a reply that nothing was asked for, and those after it were taken for others'",
                "What was done since cannot be told for certain: look at the server, and run the task again",
            )
        return False


def _word(reply: Reply) -> Any:
    if reply.code >= _REFUSALS or reply.data is None:
        return None
    try:
        return parse(reply.data, excerpt=False)
    except DataError:
        return None
