# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Asks questions, one command after the other: a habit may show in the order, and a refusal ends one question only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Sequence

from .._cli.syntax import Command
from ..connector.errors import BadReply, CliError, ConnectionLost
from .question import NULL, Finding, Findings, Place, Question, Untold

if TYPE_CHECKING:
    from ..connector.session import Session

_NULL_TEXT = "#NULL#"

_MOST_LOSSES = 3


class Asker:
    """Asks over a session. ``writes``: how many commands that change something were sent."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._losses = 0
        self.writes = 0

    def restart_clock(self) -> None:
        """Give what comes now all the time that a task has: what was made must be deleted."""
        self._session.restart_clock()

    def send(self, command: Command) -> Any:
        """What comes for a command: a value, None, or a refusal, not raised. ConnectionLost and others are raised."""
        if command.kind != "read":
            self.writes += 1
        try:
            return self._session.one(command)
        except CliError as refusal:
            return refusal

    def ask(self, question: Question, place: Place) -> Findings:
        """What the server has of the question's habits. CgpError when nothing more can be asked."""
        try:
            return question.read(place, self._replies(question, question.commands(place)))
        except Untold as reason:
            return untold(question.habits, str(reason))
        except ConnectionLost:
            self._losses += 1
            if self._losses > _MOST_LOSSES:
                raise
            return untold(question.habits, "the connection was lost")
        except (TypeError, ValueError, AttributeError, LookupError):
            return untold(question.habits, "the server answered with data of an unexpected shape")

    def _replies(self, question: Question, commands: Sequence[Command]) -> list[Any]:
        replies = [self._reply(question, command) for command in commands]
        if question.follow is not None:
            replies += [self._reply(question, command) for command in question.follow(replies)]
        return replies

    def _is_null(self, command: Command) -> bool:
        return (self._session.reply(command).data or "").strip().upper() == _NULL_TEXT

    def _reply(self, question: Question, command: Command) -> Any:
        if question.forms and command.kind == "read" and self._is_null(command):
            return NULL
        reply = self.send(command)
        if not isinstance(reply, CliError) or question.refusals:
            return reply
        if isinstance(reply, BadReply):
            if command.kind != "read":
                return None  # it was accepted
            raise Untold("the answer to %s cannot be read" % command.verb)
        raise Untold("%s was answered %d" % (command.verb, reply.code))


def untold(habits: Sequence[str], why: str) -> Findings:
    """That nothing is known of these habits, and why."""
    return {habit: Finding(None, why) for habit in habits}
