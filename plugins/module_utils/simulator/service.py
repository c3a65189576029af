# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A running simulator without its network: the model, the time, the journal and who is connected.

Whatever brings commands in (today PWD connections) logs a user in with ``login`` and then calls ``execute``.
"""

from __future__ import annotations

from ..cli import catalogue
from ..cli.syntax import Command
from . import dispatch, refusals
from .clock import Clock
from .journal import Journal
from .model.account import Account
from .model.server import Server
from .refusals import Refusal
from .replies import Reply, refused
from .request import Request


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
    """See above. ``version`` is what the server says it is."""

    def __init__(self, server: Server, clock: Clock, journal: Journal, version: str) -> None:
        self.server = server
        self.clock = clock
        self.journal = journal
        self.version = version
        self.started = clock.timestamp()
        self.connections: set[Connection] = set()
        self._last_session = 0

    def new_session(self) -> int:
        """A number for a new session."""
        self._last_session += 1
        return self._last_session

    def execute(self, session: int, request: Request, text: str) -> Reply:
        """Obey one command line of a logged in user. This never raises: a fault of a handler is a reply as well."""
        command: Command | None = None
        fault = ""
        try:
            command = catalogue.read_line(text)
            reply = dispatch.answer(request, command)
        except catalogue.UnknownVerb:
            reply = refused(refusals.unknown_command())
        except catalogue.BadArguments as error:
            reply = refused(refusals.bad_parameters(error.message))
        except Refusal as refusal:
            reply = refused(refusal)
        except Exception as error:  # noqa: BLE001 (one faulty handler must not take all sessions down)
            fault = type(error).__name__
            reply = refused(refusals.internal_error())
        if self.journal.kept:
            self._note(session, request, command, reply, fault)
        return reply

    def end_connections(self, account: Account) -> None:
        """End all connections of one Account."""
        for connection in list(self.connections):
            if connection.account is account:
                connection.end()

    def _note(self, session: int, request: Request, command: Command | None, reply: Reply, fault: str) -> None:
        verb = command.verb if command is not None else None
        arguments = command.redacted() if command is not None else {}
        self.journal.write(session, request.user.address, verb, arguments, reply.code, fault)
