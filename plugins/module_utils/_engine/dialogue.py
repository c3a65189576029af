# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs conversations: many at once, pipelined over one session.

A conversation (see ``model``) yields lists of commands and is sent the list of their results. Conversations take
turns: while some wait for replies, others send, so that ten thousand objects cost few round trips although each
object's own commands depend on each other.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Iterable, Iterator

from .._cli.rights import NOT_STATED
from ..connector.errors import CgpError, CliError, ConnectionLost
from .model import Conversation

if TYPE_CHECKING:
    from .._cli.syntax import Command
    from ..connector.session import Session


_NOT_ALLOWED = (510, 531)
"""Codes of a refusal for want of a right: evidence.md section 3, and what this project's simulator answers."""


def ask(command: Command) -> Conversation:
    """One command within a conversation: its value, or its CliError raised."""
    (result,) = yield [command]
    if isinstance(result, CliError):
        raise result
    return result


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


class _Prepared:
    """A command and its line, made before anything is sent: a value that cannot be written is its object's error."""

    __slots__ = ("verb", "kind", "rights", "_line")

    def __init__(self, command: Command) -> None:
        self.verb = command.verb
        self.kind = command.kind
        self.rights = command.spec.rights
        self._line = command.line()

    def line(self) -> str:
        return self._line


class _Turn:
    """A conversation under way and the replies it is waiting for."""

    __slots__ = ("number", "conversation", "results", "missing", "sent")

    def __init__(self, number: int, conversation: Conversation) -> None:
        self.number = number
        self.conversation = conversation
        self.results: list[Any] = []
        self.missing = 0
        self.sent = False

    def resume(self, results: Any) -> list[_Prepared]:
        """The next commands; what is wrong with one of them is raised within the conversation."""
        commands = self.conversation.send(results)
        while True:
            try:
                return [_Prepared(command) for command in commands]
            except CgpError as error:
                commands = self.conversation.throw(error)


class Dialogue:
    """A session as the engine uses it: conversations instead of commands, and a count of the writes.

    With ``read_only`` a command that is not a read is refused before it is sent: check mode's last guard.
    ``width`` is how many conversations are under way at once.
    """

    def __init__(self, session: Session, *, read_only: bool = False, width: int = 256) -> None:
        self.session = session
        self.read_only = read_only
        self.width = width
        self.writes = 0
        self.unfinished: set[int] = set()

    def one(self, conversation: Conversation) -> Any:
        """The value of a single conversation; what it raises is raised."""
        ((_number, result),) = self.run([conversation])
        if isinstance(result, CgpError):
            raise result
        return result

    def run(self, conversations: Iterable[Conversation], width: int = 0) -> Iterator[tuple[int, Any]]:
        """Yields ``(number, result)`` as each conversation ends; a CgpError it raised is its result.

        ``number`` counts the conversations from 0. Conversations are started as others end, so the iterable may stop
        early to keep the rest from being started. When an error ends the run ``unfinished`` holds the numbers of those
        that were under way and had sent anything.
        """
        return _Turns(self, conversations, width or self.width).results()

    def check(self, command: _Prepared) -> None:
        """Called before a command is sent."""
        if self.read_only and command.kind != "read":
            raise AssertionError("%s is not a read" % command.verb)

    def count(self, command: _Prepared) -> None:
        """Called when a command has been sent, or may have been."""
        if command.kind != "read":
            self.writes += 1


class _Turns:
    """One call of ``Dialogue.run``: who is next to send, who waits, who has ended."""

    def __init__(self, dialogue: Dialogue, conversations: Iterable[Conversation], width: int) -> None:
        self.dialogue = dialogue
        self.coming = enumerate(conversations)
        self.width = width
        self.ready: deque[tuple[_Turn, int, _Prepared]] = deque()
        self.waiting: deque[tuple[_Turn, int, _Prepared]] = deque()
        self.ended: deque[tuple[int, Any]] = deque()
        self.active: dict[int, _Turn] = {}
        self.exhausted = False
        dialogue.unfinished = set()

    def results(self) -> Iterator[tuple[int, Any]]:
        try:
            while True:
                self._start_more()
                yield from self._take_ended()
                if not self.ready:
                    if self.exhausted:
                        return
                    continue  # the conversations so far ended without a word: start others
                yield from self._converse()
        finally:
            self.dialogue.unfinished = {number for number, turn in self.active.items() if turn.sent}

    def _converse(self) -> Iterator[tuple[int, Any]]:
        """Sends commands as long as there are any to send, and takes their results."""
        try:
            for result in self.dialogue.session.many(self._commands()):
                turn, slot, command = self.waiting.popleft()
                self._was_sent(turn, command)
                if isinstance(result, CliError) and result.code in _NOT_ALLOWED and command.rights != NOT_STATED:
                    result.hint = "The manual asks for: %s" % command.rights
                turn.results[slot] = result
                turn.missing -= 1
                if not turn.missing:
                    self._resume(turn, turn.results)
                yield from self._take_ended()
        except ConnectionLost:
            # These may have been sent; when no connection could be made in the first place, they were not.
            for turn, _slot, command in self.waiting:
                self._was_sent(turn, command)
            raise

    def _was_sent(self, turn: _Turn, command: _Prepared) -> None:
        turn.sent = True
        self.dialogue.count(command)

    def _commands(self) -> Iterator[_Prepared]:
        while True:
            self._start_more()
            if not self.ready:
                return
            turn, slot, command = self.ready.popleft()
            self.dialogue.check(command)
            self.waiting.append((turn, slot, command))
            yield command

    def _start_more(self) -> None:
        # Those that ended and were not taken count, too: reading ten thousand absent objects must not pile up.
        while len(self.active) + len(self.ended) < self.width and not self.exhausted:
            started = next(self.coming, None)
            if started is None:
                self.exhausted = True
                return
            turn = _Turn(*started)
            self.active[turn.number] = turn
            self._resume(turn, None)

    def _resume(self, turn: _Turn, results: Any) -> None:
        try:
            commands = turn.resume(results)
        except StopIteration as end:
            self._end(turn, end.value)
        except CgpError as error:
            self._end(turn, error)
        else:
            turn.results = [None] * len(commands)
            turn.missing = len(commands)
            if not commands:
                self._resume(turn, [])
            self.ready.extend((turn, slot, command) for slot, command in enumerate(commands))

    def _end(self, turn: _Turn, result: Any) -> None:
        del self.active[turn.number]
        self.ended.append((turn.number, result))

    def _take_ended(self) -> Iterator[tuple[int, Any]]:
        while self.ended:
            yield self.ended.popleft()
