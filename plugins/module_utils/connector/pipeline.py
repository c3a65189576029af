# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many commands over one link, with a window of unanswered ones."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from .data import parse
from .errors import BadReply, ConnectionLost, DataError, SurplusReply, UnsendableCommand, cli_error
from .fence import Fence, Question
from .replies import Reply
from .statistics import Statistics
from .text import encode

if TYPE_CHECKING:
    from typing import Protocol

    from .link import Link

    class Command(Protocol):
        """Anything that has a verb and a line."""

        @property
        def verb(self) -> str:
            """The first word of the line."""

        def line(self) -> str:
            """The whole command, without a line end."""


_UNSENT_ENOUGH = 262144  # bytes: no more commands are taken while so many wait to be sent


class Pipeline:
    """The results of ``commands``, in order: each a value, None for a bare success, or a CliError.

    At most ``window`` commands have been sent whose results have not been taken. So with a window of 1 a command is
    sent only when the result before has been looked at, and a caller who stops early knows how much may have been done.
    With a larger one the fence goes out right behind the last command, where the server is known to answer it.
    """

    def __init__(
        self,
        link: Link,
        commands: Iterable[Command],
        window: int,
        statistics: Statistics,
        fence: Fence,
    ) -> None:
        self._link = link
        self._commands: Iterator[Command] | None = iter(commands)  # None: no more will be taken
        self._window = window
        self._statistics = statistics
        self._fence = fence
        self._fenced = False  # whether the reply to the fence is awaited
        self._waiting = 0  # commands without a reply
        self._replies: deque[tuple[Command, Reply]] = deque()
        self._error: Exception | None = None  # to be raised after the last result

    def __iter__(self) -> Iterator[Any]:
        """ConnectionLost with the number of results yielded; what ``commands`` raises, after the results before it."""
        answered = 0
        while True:
            self._fill()
            if self._replies:
                command, reply = self._replies.popleft()
                answered += 1
                yield result(command, reply)
            elif self._waiting or self._fenced or self._commands is not None:
                self._advance(answered)
            else:
                break
        if self._error is not None:
            raise self._error

    def _fill(self) -> None:
        room = self._window - self._link.owed - len(self._replies)
        if 2 * room < self._window and self._link.in_one_stream:
            return  # half a window at a time: far fewer and larger writes, and the server still has work
        while room > 0 and self._link.unsent < _UNSENT_ENOUGH and self._take():
            room -= 1
        if self._commands is None and self._window > 1 and self._fence.works and self._fence.open:
            self._put_fence()
        self._link.flush()

    def _take(self) -> bool:
        """Line up the next command; False when there is none."""
        if self._link.failure is not None:
            return False
        taken = self._next()
        if taken is None:
            return False
        command, line = taken
        self._link.request(line, partial(self._deliver, command), is_read(command))
        self._waiting += 1
        self._fence.pass_command()
        self._statistics.commands += 1
        return True

    def _put_fence(self) -> None:
        if not self._fenced and self._link.failure is None:
            self._fenced = True
            question = self._fence.question()
            self._link.request(question.line, partial(self._pass_fence, question), reads=True)

    def _pass_fence(self, question: Question, reply: Reply) -> None:
        self._fenced = False
        self._fence.check(question, reply)

    def _next(self) -> tuple[Command, bytes] | None:
        """The next command and its wire form; None when there is none, or it cannot be had."""
        if self._commands is None:
            return None
        try:
            command = next(self._commands)
            return command, wire_line(command)
        except StopIteration:
            pass
        except Exception as error:
            self._error = error
        self._commands = None
        return None

    def _deliver(self, command: Command, reply: Reply) -> None:
        self._waiting -= 1
        self._replies.append((command, reply))

    def _advance(self, answered: int) -> None:
        try:
            self._link.advance()
        except ConnectionLost as error:
            if self._replies and not isinstance(error, SurplusReply):
                return  # these come first; the next call fails again
            if self._fenced and not self._waiting and not isinstance(error, SurplusReply):
                self._fenced = False  # all that was asked has been answered
                return
            if isinstance(error, SurplusReply) or self._waiting or self._next() is not None:
                raise error.after(answered) from error.__cause__


def result(command: Command, reply: Reply) -> Any:
    """What ``reply`` means for ``command``: a value, None for a bare success, or a CliError."""
    if reply.code not in (200, 201):
        return cli_error(reply.code, reply.text_without(command.line()[len(command.verb) :]), command.verb)
    if reply.data is None:
        return None
    try:
        return parse(reply.data, excerpt=False)
    except DataError as error:
        return BadReply(reply.code, "data that cannot be read: %s" % error, command.verb)


def is_read(command: Command) -> bool:
    """Whether a command is known to change nothing; of a line that somebody wrote that is not known."""
    return getattr(command, "kind", "") == "read"


def wire_line(command: Command) -> bytes:
    """A command as it is sent. UnsendableCommand."""
    line = command.line()
    if "\n" in line or "\r" in line or "\0" in line:
        raise UnsendableCommand("the line of %s holds a line break or a NUL" % command.verb)
    try:
        return encode(line) + b"\n"
    except UnicodeEncodeError:
        pass  # and raise outside of this block: an error's context would show the line
    raise UnsendableCommand("the line of %s holds characters that cannot be sent" % command.verb)
