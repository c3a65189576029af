# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proof that replies are those to the commands that they are taken for.

The protocol has no numbers: a reply that nothing was asked for shifts all that follow by one, and none of them shows
it. ``ECHO`` with a word that nobody has said before is answered by that word, or the connection is out of step.
"""

from __future__ import annotations

import os
from typing import Any

from .data import parse
from .errors import DataError, SurplusReply
from .replies import Reply

_REFUSALS = 400  # codes from here on


def new_word() -> str:
    """A word that nobody has said before."""
    return "in%sstep" % os.urandom(8).hex()


class Fence:
    """The words said so far, and whether the server answers them.

    ``works``: whether it does; None as long as that is not known. A server that does not know ECHO is believed.
    ``open``: whether commands have been sent since the last proof.
    """

    def __init__(self) -> None:
        self.works: bool | None = None
        self.open = False
        self._said: list[str] = []

    def line(self) -> bytes:
        """The command that asks for a new word."""
        self._said.append(new_word())
        return b"ECHO %s\n" % self._said[-1].encode("ascii")

    def check(self, reply: Reply) -> bool:
        """Take the reply to the last line; whether it is a proof. SurplusReply when it is one to the contrary."""
        word = _word(reply)
        if word == self._said[-1]:
            self.works, self.open = True, False
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
