# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A running simulator without its network: its model, time, journal, faults, habits, and who is connected.

Whatever brings commands in logs a user in (``logins/login.py``) and then lets ``execution/executor.py`` obey them.
"""

from __future__ import annotations

from typing import Callable, Mapping

from ..._cli import catalogue
from ..._cli.syntax import Command, CommandSpec
from ...connector.errors import CgpError
from ..faults.faults import Faults
from ..habits.in_force import Habits
from ..model.account import Account
from ..model.server import Server
from .clock import Clock
from .connections import Connection
from .journal import Journal
from .keeping import Keeping
from .membership import Membership
from .newer_commands import known_to


class Service:
    """See above. ``version`` is what the server says it is; ``administrator`` has the password of the control language.

    ``address`` is the IP address that the server listens on, as soon as it does.
    """

    def __init__(self, server: Server, clock: Clock, journal: Journal, version: str) -> None:
        self.server = server
        self.clock = clock
        self.journal = journal
        self.version = version
        self.started = clock.timestamp()
        self.address = ""
        self.membership = Membership()
        self.keeping = Keeping()
        self.connections: set[Connection] = set()
        self.faults = Faults()
        self.habits = Habits()
        self.administrator: Account | None = None
        self.commands_executed = 0
        self.sessions_total = 0
        self.stop: Callable[[], None] = _nothing
        """What stops the server once the last replies are out; whoever runs it sets this."""

    @property
    def beyond(self) -> Mapping[str, CommandSpec]:
        """The commands that the manual has not, and this server knows: by its version, and by its habits."""
        return known_to(self.version, self.habits.names)

    def read_line(self, line: str) -> Command:
        """The command that a line says here. CgpError if it is none."""
        return catalogue.read_line(line, self.beyond)

    def note_unobeyed(self, session: int, account: Account | None, line: str, effect: str, code: int) -> None:
        """Journal a command's line that the effect of a fault keeps from being obeyed."""
        user = account.address if account is not None else None
        try:
            command = self.read_line(line)
        except CgpError:
            self.journal.write(session, user, None, {}, code, effect=effect)
        else:
            self.journal.write(session, user, command.verb, command.redacted(), code, effect=effect)

    def new_session(self) -> int:
        """A number for a new session."""
        self.sessions_total += 1
        return self.sessions_total

    def controller(self) -> str:
        """The IP address of the controller of the Dynamic Cluster."""
        return self.membership.controller(self.address)

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


def _nothing() -> None:
    """Nobody runs the server."""
