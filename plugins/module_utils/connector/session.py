# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session with a CommuniGate Pro server over its PWD port or its HTTP realm: the connector's public face.

protocol.md section 1 has the facts about the wire, section 2 the reply codes.
"""

from __future__ import annotations

import contextlib
import math
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from types import TracebackType
from typing import TYPE_CHECKING, Any

from .endpoint import Endpoint, usual_window
from .errors import CliError, ConnectionLost, LoginFailed, ServerAway, SurplusReply
from .fence import Fence
from .limits import TimeLimits
from .link import Access
from .links import open_link
from .login import Credentials
from .pipeline import Pipeline, is_read, wire_line
from .replies import Reply
from .statistics import Statistics

if TYPE_CHECKING:
    from .link import Link
    from .pipeline import Command

__all__ = ["Credentials", "Session", "Statistics"]

MEBIBYTE = 1 << 20
_PROBE_PATIENCE = 2.0  # seconds for the two answers that prove pipelining
_PAUSES = (1.0, 3.0, 9.0)  # seconds before each further try to reach a server that was there before
_CHANGED = ", and accepted before: its password may have been changed in the meantime, by this very task or by others"
_FENCES = 2  # how often a server is asked for its word before it is believed that it does not know ECHO


class Session:
    """One authenticated connection at a time, made when it is needed.

    ``reply_timeout``: seconds of silence while a reply is outstanding; ``total_timeout``: seconds for everything since
    the session was made or ``restart_clock`` was called; both 0 = no limit. ``window``: how many commands may be
    unanswered, once the server has shown that it bears more than one; None: the usual number for the transport. Over
    HTTP it is a number of connections, and only commands whose ``kind`` is ``read`` are side by side. ``max_reply``:
    bytes of the longest reply.
    ``idle_limit``: after more seconds without traffic a new connection is made before anything is sent (servers are
    said to hang up after 300), 0 = never. ``login_method`` and ``allow_cleartext``: see ``login.Login``.
    ``pause(seconds)`` waits between two tries to reach a server that has gone away.

    No command is ever sent twice. After a ConnectionLost the session makes a new connection for the next command; a
    server that was there before is given some time to come back, which is three tries, or ``total_timeout`` if that is
    set. A reply that nothing was asked for is an SurplusReply: all that came behind it belongs to other commands.
    """

    def __init__(
        self,
        endpoint: Endpoint,
        credentials: Credentials,
        *,
        reply_timeout: float = 120,
        total_timeout: float = 0,
        window: int | None = None,
        max_reply: int = 256 * MEBIBYTE,
        allow_cleartext: bool = False,
        idle_limit: float = 290,
        login_method: str = "auto",
        pause: Callable[[float], None] = time.sleep,
    ) -> None:
        self.statistics = Statistics()
        self._limits = TimeLimits(reply_timeout, total_timeout)
        self._max_reply = max_reply
        self._idle_limit = idle_limit or math.inf
        self._window = max(usual_window(endpoint.transport) if window is None else window, 1)
        self._access = Access(
            endpoint, credentials, login_method, allow_cleartext, self._window, self._limits, self.statistics
        )
        self._proven = self._window == 1  # whether the window needs no proof any more
        self._link: Link | None = None
        self._fence = Fence()
        self._met = False  # whether the server has ever accepted the login
        self._pause = pause

    def __enter__(self) -> Session:
        self.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._leave()
        except SurplusReply:
            if kind is None:
                raise

    def open(self) -> None:
        """Connect and log in now, and not with the first command. ConnectionFailed or LoginFailed."""
        self._ready()

    def close(self) -> None:
        """Take leave of the server and close. A later command makes a new connection.

        Nothing is raised: ``prove`` tells before whether something came unasked, and the end of ``with`` does, too.
        """
        with contextlib.suppress(SurplusReply):
            self._leave()

    def _leave(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            link.quit()

    def prove(self) -> None:
        """Make sure that every reply so far was that to its command, and none came unasked. SurplusReply.

        A server that does not know ECHO is believed.
        """
        link = self._link
        if link is None or link.failure is not None:
            return
        try:
            link.settle()
            usable = link.is_usable()
            if usable and link.in_one_stream and self._fence.open and self._fence.works is not False:
                self._ask_fence(link, math.inf)
        except SurplusReply:
            raise
        except ConnectionLost:
            pass  # there is nothing more to come

    def narrow(self) -> None:
        """Have fewer commands under way from now on: a link that breaks often loses fewer replies at a time."""
        self._window = max(self._window // 4, 1)

    def restart_clock(self) -> None:
        """Count ``total_timeout`` from now on: for a session that serves several tasks."""
        self._limits.restart()

    def one(self, command: Command) -> Any:
        """The value that ``command`` returns, None for a bare success.

        CliError when the server refuses it; ConnectionLost when its fate is unknown; ConnectionFailed and LoginFailed
        before it is sent.
        """
        (result,) = Pipeline(self._ready(), [command], 1, self.statistics, self._fence)
        if isinstance(result, CliError):
            raise result
        return result

    def reply(self, command: Command) -> Reply:
        """The reply to ``command`` as it came, a refusal like a success: for who asks in which form servers answer.

        Raises what ``one`` raises but CliError.
        """
        link = self._ready()
        replies: list[Reply] = []
        link.request(wire_line(command), replies.append, is_read(command))
        self._fence.pass_command()
        self.statistics.commands += 1
        while not replies:
            link.advance()
        return replies[0]

    def many(self, commands: Iterable[Command]) -> Iterator[Any]:
        """The results of ``commands`` in order, each a value, None, or a CliError (not raised).

        The commands are taken as they can be sent; at most the window's number of them has been taken beyond the
        results yielded so far. An error of the iterable itself is raised after the results of the commands before.
        ConnectionLost has the number of results yielded in ``answered``; ConnectionFailed and LoginFailed come before
        all results. The session may be used for other commands between two results. It may also be used when the
        iterator has been given up: the commands taken are then carried out, and their results dropped.
        """
        source = iter(commands)
        first = list(islice(source, 2))
        if not first:
            return
        link = self._ready()
        if len(first) > 1:
            link = self._prove_window(link)
        yield from Pipeline(link, chain(first, source), self._window, self.statistics, self._fence)

    def _ready(self) -> Link:
        """A connection on which nothing is outstanding."""
        link = self._link
        if link is not None:
            known = link.failure
            link.settle()
            if known is None and isinstance(link.failure, SurplusReply):
                raise link.failure.after(0)
            if link.idle_seconds() <= self._idle_limit and link.is_usable():
                return link
            link.close()
        self._link = link = self._logged_in()
        link.begin_commands(self._max_reply)
        self.statistics.logins += 1
        self._fence.close()
        return link

    def _logged_in(self) -> Link:
        """A new connection. One that has not been made changed nothing, so it may be tried for again."""
        tries = 0
        while True:
            try:
                link = open_link(self._access, again=self._met)
            except ServerAway as error:
                self._met = self._met or error.admitted
                pause = _PAUSES[min(tries, len(_PAUSES) - 1)]
                left = self._limits.left(math.inf)
                if not self._met or left <= pause or (left == math.inf and tries == len(_PAUSES)):
                    raise
                self._pause(pause)
                tries += 1
            except LoginFailed as error:
                if self._met and error.code and self._access.login_method != "session":  # whose own error says it
                    raise LoginFailed(error.message + _CHANGED, error.hint, error.code) from error
                raise
            else:
                self._met = True
                return link

    def _prove_window(self, link: Link) -> Link:
        """Find out, once, whether the server answers a command that comes before the answer to the one before.

        No client is known to send that to a PWD server. One that drops what it did not expect would leave commands
        unanswered; then a new connection is made (a late answer must not be taken for another's), and the window is 1.
        """
        if self._proven or not link.in_one_stream:
            return link
        answers: list[Reply] = []
        link.request(b"NOOP\n", answers.append, reads=True)
        try:
            self._ask_fence(link, min(_PROBE_PATIENCE, self._limits.reply))
        except ConnectionLost as error:
            if isinstance(error, SurplusReply) and self._fence.open:
                raise  # a command before was answered twice
            self._window = 1
            link = self._ready()
        self._proven = True
        return link

    def _ask_fence(self, link: Link, patience: float) -> None:
        """Have the server say a new word, and with it whether it is in step. ConnectionLost."""
        for _number in range(_FENCES):
            answers: list[Reply] = []
            question = self._fence.question()
            link.request(question.line, answers.append, reads=True)
            end = time.monotonic() + patience
            while not answers:
                link.advance(patience=None if patience == math.inf else end - time.monotonic())
            with link.closed_on_error():
                if self._fence.check(question, answers[0]):
                    return
        self._fence.works = False
        self._fence.close()
