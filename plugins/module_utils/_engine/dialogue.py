# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs conversations: many at once, pipelined over one session.

A conversation (see ``model``) yields lists of commands and is sent the list of their results. Conversations take
turns: while some wait for replies, others send, so that ten thousand objects cost few round trips although each
object's own commands depend on each other.

Here is the door by which replies enter: each is of the type that the catalogue says (``_cli/replies.py``), or the
BadReply is raised within the conversation that asked; what a refusal in doubt means is asked (``clarity``). And here
what was only to be read is asked for again when a connection is lost; of a change nobody knows then whether it was
made, so that ends the run.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Callable, Iterable, Iterator

from .._cli.replies import received
from .._cli.rights import NOT_STATED
from ..connector.errors import BadReply, CgpError, CliError, ConnectionLost, NotAllowed, ReplyTooLong, SurplusReply
from .clarity import clarified
from .model import Conversation

if TYPE_CHECKING:
    from .._cli.syntax import Command
    from ..connector.session import Session

RECONNECTS = 3
"""How often a connection is lost without any progress before a run gives up."""
UNEXPECTED = (TypeError, ValueError, AttributeError, LookupError)
"""What Python says when data is not what code takes it for."""


class Halted(CgpError):
    """A change was not sent, because nothing more is to be changed."""


class UnexpectedData(CgpError):
    """The last net: data of a type that the catalogue allows, and in a shape that nobody has thought of."""

    def __init__(self, error: Exception) -> None:
        super().__init__(
            "the server's data has an unexpected shape (%s)" % type(error).__name__,
            "What cgp_command shows of the object may tell why; please report it",
        )


def ask(command: Command) -> Conversation:
    """One command within a conversation: its value, or its CliError raised."""
    (result,) = yield [command]
    if isinstance(result, CliError):
        raise result
    return result


class _Prepared:
    """A command and its line, made before anything is sent: a value that cannot be written is its object's error."""

    __slots__ = ("verb", "kind", "result", "rights", "_line")

    def __init__(self, command: Command) -> None:
        self.verb = command.verb
        self.kind = command.kind
        self.result = command.result
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

    def resume(self, results: Any, problem: CgpError | None = None) -> list[_Prepared]:
        """The next commands; a problem, and what is wrong with one of them, is raised within the conversation."""
        try:
            commands = self.conversation.send(results) if problem is None else self.conversation.throw(problem)
            while True:
                try:
                    return [_Prepared(command) for command in commands]
                except CgpError as error:
                    commands = self.conversation.throw(error)
        except UNEXPECTED as error:
            raise UnexpectedData(error) from error


class Dialogue:
    """A session as the engine uses it: conversations instead of commands, and a count of the writes.

    With ``read_only`` a command that is not a read is refused before it is sent: check mode's last guard.
    ``width`` is how many conversations are under way at once. With ``raw`` replies are what the server sent, whatever
    the catalogue says, and a BadReply is a result like others.
    """

    def __init__(self, session: Session, *, read_only: bool = False, width: int = 256, raw: bool = False) -> None:
        self.session = session
        self.read_only = read_only
        self.width = width
        self.raw = raw
        self.writes = 0
        self.answers: dict[str, Any] = {}  # of listings that were asked what a refusal means, since the last write
        self.unfinished: set[int] = set()

    def one(self, conversation: Conversation) -> Any:
        """The value of a single conversation; what it raises is raised."""
        ((_number, result),) = self.run([conversation])
        if isinstance(result, CgpError):
            raise result
        return result

    def run(
        self, conversations: Iterable[Conversation], width: int = 0, halted: Callable[[int], bool] | None = None
    ) -> Iterator[tuple[int, Any]]:
        """Yields ``(number, result)`` as each conversation ends; a CgpError it raised is its result.

        ``number`` counts the conversations from 0. Conversations are started as others end, so the iterable may stop
        early to keep the rest from being started. ``halted(number)`` is asked before a change is sent: whether that
        conversation is to change nothing more; then Halted is raised within it. When an error ends the run
        ``unfinished`` holds the numbers of those that were under way and had sent anything.
        """
        if not self.raw:
            conversations = (clarified(conversation, self.answers) for conversation in conversations)
        return _Turns(self, conversations, width or self.width, halted).results()

    def check(self, command: _Prepared) -> None:
        """Called before a command is sent."""
        if self.read_only and command.kind != "read":
            raise AssertionError("%s is not a read" % command.verb)

    def understood(self, command: _Prepared, result: Any) -> Any:
        """What came for a command, as one of its type: a value, or a CliError."""
        if isinstance(result, NotAllowed) and command.rights != NOT_STATED:
            result.hint = "The manual asks for: %s" % command.rights
        if self.raw:
            return result
        if isinstance(result, CliError):
            unread = isinstance(result, BadReply) and command.kind == "read" and command.result == "none"
            return None if unread else result
        return received(command.result, command.verb, result)

    def problem_of(self, results: Any) -> CgpError | None:
        """The first result that a conversation cannot go on with."""
        if results is None or self.raw:
            return None
        return next((result for result in results if isinstance(result, (BadReply, Halted))), None)

    def count(self, command: _Prepared) -> None:
        """Called when a command has been sent, or may have been."""
        if command.kind != "read":
            self.writes += 1
            self.answers.clear()


class _Turns:
    """One call of ``Dialogue.run``: who is next to send, who waits, who has ended."""

    def __init__(
        self,
        dialogue: Dialogue,
        conversations: Iterable[Conversation],
        width: int,
        halted: Callable[[int], bool] | None,
    ) -> None:
        self.dialogue = dialogue
        self.coming = enumerate(conversations)
        self.width = width
        self.halted = halted
        self.losses = 0  # of connections, since the last reply
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
                self.losses = 0
                turn, slot, command = self.waiting.popleft()
                self._was_sent(turn, command)
                self._answered(turn, slot, self.dialogue.understood(command, result))
                while self.ended:
                    yield self.ended.popleft()
        except ConnectionLost as loss:
            # These may have been sent; when no connection could be made in the first place, they were not.
            for turn, _slot, command in self.waiting:
                self._was_sent(turn, command)
            yield from self._take_ended()
            self._ask_again(loss)

    def _ask_again(self, loss: ConnectionLost) -> None:
        """Line up the reads that were lost, or raise the loss."""
        self.losses += 1
        hopeless = isinstance(loss, (SurplusReply, ReplyTooLong)) or self.losses > RECONNECTS
        if hopeless or any(command.kind != "read" for _turn, _slot, command in self.waiting):
            raise loss
        if self.losses > 1:
            self.dialogue.session.narrow()
        self.ready.extendleft(reversed(self.waiting))
        self.waiting.clear()

    def _was_sent(self, turn: _Turn, command: _Prepared) -> None:
        turn.sent = True
        self.dialogue.count(command)

    def _commands(self) -> Iterator[_Prepared]:
        while True:
            self._start_more()
            if not self.ready:
                return
            turn, slot, command = self.ready.popleft()
            if self.halted is not None and command.kind != "read" and self.halted(turn.number):
                self._answered(turn, slot, Halted("nothing more is to be changed"))
                continue
            self.dialogue.check(command)
            self.waiting.append((turn, slot, command))
            yield command

    def _answered(self, turn: _Turn, slot: int, result: Any) -> None:
        turn.results[slot] = result
        turn.missing -= 1
        if not turn.missing:
            self._resume(turn, turn.results)

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
            commands = turn.resume(results, self.dialogue.problem_of(results))
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
