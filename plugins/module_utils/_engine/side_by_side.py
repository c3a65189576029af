# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several conversations as one: what each of them asks next goes out together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable

from .model import Conversation

if TYPE_CHECKING:
    from .._cli.syntax import Command


def together(conversations: Iterable[Conversation]) -> Conversation:
    """Several conversations as one, side by side: returns their values, in order. An error of one ends them all."""
    turns = list(conversations)
    values: list[Any] = [None] * len(turns)
    replies: dict[int, Any] = dict.fromkeys(range(len(turns)))
    while replies:
        asked: dict[int, list[Command]] = {}
        for number, reply in replies.items():
            try:
                asked[number] = turns[number].send(reply)
            except StopIteration as end:
                values[number] = end.value
        everything = [command for commands in asked.values() for command in commands]
        answers = iter((yield everything) if everything else ())
        replies = {number: [next(answers) for _command in commands] for number, commands in asked.items()}
    return values
