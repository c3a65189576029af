# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads that are refused in doubt: what the server means is asked of listings, and not guessed.

Servers refuse the same thing with different codes and texts (``connector/errors.py``). Where these do not tell, the
listings do: whether the command is known, and whether what it names is there. Whoever asked is then told NotFound or
UnknownCommand, as other servers would have said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable

from ..connector.errors import AlreadyExists, BadReply, CgpError, CliError, NotFound, Unclear, UnknownCommand
from .model import Conversation
from .side_by_side import together

if TYPE_CHECKING:
    from .._cli.syntax import Command

_IN_DOUBT = (Unclear, AlreadyExists)  # a read is not refused because something exists


def clarified(conversation: Conversation, answers: dict[str, Any]) -> Conversation:
    """The conversation, in which no read is refused in doubt if listings can tell what was meant.

    ``answers``: by their lines, the questions that were answered before and will be answered so again.
    """

    def answered(commands: list[Command]) -> Conversation:
        results = yield commands
        doubtful = [
            place
            for place, result in enumerate(results)
            if isinstance(result, _IN_DOUBT) and commands[place].kind == "read"
        ]
        if doubtful:  # side by side: of many that are asked together, most may be refused alike
            questions = together(_meant(commands[place], results[place]) for place in doubtful)
            for place, meant in zip(doubtful, (yield from _remembering(questions, answers))):
                results[place] = meant
        return results

    return (yield from _relayed(conversation, answered))


def _relayed(conversation: Conversation, answered: Callable[[Any], Conversation]) -> Conversation:
    """The conversation, in which each list of commands is answered by the conversation ``answered`` of it."""
    resume: Callable[[Any], Any] = conversation.send
    value: Any = None
    while True:
        try:
            commands = resume(value)
        except StopIteration as end:
            return end.value
        try:
            resume, value = conversation.send, (yield from answered(commands))
        except CgpError as problem:
            resume, value = conversation.throw, problem


def is_there(command: Command) -> Conversation:
    """Whether the object exists that a command names: True, False, or None where the login may not know."""
    # Imported here, for few runs need it: it brings the listings of many kinds of objects with it.
    from .._cli import whereabouts

    try:
        return (yield from whereabouts.is_there(command))
    except BadReply:
        raise  # an answer that nobody can read is told, whatever it was for
    except CgpError:
        return None


def _meant(command: Command, refusal: CliError) -> Conversation:
    from .._cli import whereabouts

    try:
        doubtful = isinstance(refusal, Unclear) and refusal.may_be_unknown_command
        if doubtful and (yield from whereabouts.is_spoken(command.verb)) is False:
            return UnknownCommand(refusal.code, refusal.text, refusal.verb)
    except BadReply:
        raise
    except CgpError:
        pass  # then that is not known
    if (yield from is_there(command)) is False:
        return NotFound(refusal.code, refusal.text, refusal.verb, whereabouts.kind_named(command))
    return refusal


def _remembering(conversation: Conversation, answers: dict[str, Any]) -> Conversation:
    """The conversation, which asks nothing that has been answered."""

    def answered(commands: list[Command]) -> Conversation:
        lines = [command.line() for command in commands]
        asked = {line: command for line, command in zip(lines, commands) if line not in answers}
        if asked:
            answers.update(zip(asked, (yield list(asked.values()))))
        return [answers[line] for line in lines]

    return (yield from _relayed(conversation, answered))
