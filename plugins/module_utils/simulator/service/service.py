# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A running simulator without its network: the model, the time, the journal and who is connected.

Whatever brings commands in (today PWD connections) logs a user in with ``login`` and then calls ``execute``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Callable

from ..._cli import catalogue
from ..._cli.syntax import Command
from ..answers import refusals
from ..answers.answer import Reply, refused
from ..answers.refusals import Refusal
from ..execution import dispatch
from ..faults.faults import Faults
from ..handling.request import Request
from ..model.account import Account
from ..model.lazy import settle
from ..model.server import Server
from .clock import Clock
from .journal import Journal

if TYPE_CHECKING:
    from ..cluster.member import Member


class Connection:
    """What the service knows of a connection: whose it is, and that it can be ended."""

    account: Account | None = None

    def end(self) -> None:
        """Close the connection once what it has been sent is out."""
        raise NotImplementedError

    def abort(self) -> None:
        """Close the connection now."""
        raise NotImplementedError


class Service:
    """See above. ``version`` is what the server says it is; ``administrator`` has the password of the control language.

    ``address`` is the IP address that the server listens on, as soon as it does. ``member`` is there if it shares the
    state of its cluster with other processes.
    """

    def __init__(self, server: Server, clock: Clock, journal: Journal, version: str) -> None:
        self.server = server
        self.clock = clock
        self.journal = journal
        self.version = version
        self.started = clock.timestamp()
        self.address = ""
        self.member: Member | None = None
        self.connections: set[Connection] = set()
        self.faults = Faults()
        self.administrator: Account | None = None
        self.commands_executed = 0
        self.sessions_total = 0
        self.stop: Callable[[], None] = _nothing
        """What stops the server once the last replies are out; whoever runs it sets this."""

    def new_session(self) -> int:
        """A number for a new session."""
        self.sessions_total += 1
        return self.sessions_total

    def execute(self, session: int, request: Request, text: str) -> Reply:
        """Obey one command line of a logged in user. This never raises: a fault of a handler is a reply as well."""
        command: Command | None = None
        fault = ""
        self.commands_executed += 1
        try:
            command = catalogue.read_line(text)
            if self.member is None:
                reply = dispatch.answer(request, command)
            else:
                reply = self.member.answer(request, command, text)
        except catalogue.UnknownVerb:
            reply = refused(refusals.unknown_command())
        except catalogue.BadArguments as error:
            reply = refused(refusals.bad_parameters(error.message))
        except Refusal as refusal:
            reply = refused(refusal)
        except Exception as error:  # noqa: BLE001 (one faulty handler must not take all sessions down)
            fault = type(error).__name__
            reply = refused(refusals.internal_error())
        settle()
        if self.journal.kept:
            self._note(session, request, command, reply, fault)
        return reply

    def catch_up(self) -> None:
        """Learn what other members of the cluster have done. Whatever brings in something else than commands asks this.
        """
        if self.member is not None:
            self.member.catch_up()

    def controller(self) -> str:
        """The IP address of the controller of the Dynamic Cluster, which a member that is alone is itself."""
        return self.member.controller() if self.member is not None else self.address

    def end_connections(self, account: Account) -> None:
        """End all connections and sessions of one Account."""
        self.server.runtime.sessions.kill_account(account)
        for connection in list(self.connections):
            if connection.account is account:
                connection.end()

    def shut_down(self) -> None:
        """End all connections, and let the server stop."""
        for connection in list(self.connections):
            connection.end()
        self.stop()

    def _note(self, session: int, request: Request, command: Command | None, reply: Reply, fault: str) -> None:
        verb = command.verb if command is not None else None
        arguments = command.redacted() if command is not None else {}
        self.journal.write(session, request.user.address, verb, arguments, reply.code, fault)


def _nothing() -> None:
    """Nobody runs the server."""
