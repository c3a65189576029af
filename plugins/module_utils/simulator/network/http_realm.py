# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The HTTP CLI realm itself: the way from the threads of HTTP connections to the service.

Connections have threads of their own, so a slow client is slow alone. The service and its model are for one thread
only, that of the event loop: whatever a connection wants of them is done there.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from datetime import datetime
from typing import Callable, NamedTuple, TypeVar

from ..answers.answer import Answer
from ..answers.refusals import Refusal
from ..execution.executor import execute
from ..faults import misbehaviour
from ..faults.misbehaviour import Outcome
from ..habits.in_force import Habits
from ..handling.request import Request
from ..logins import login
from ..model.account import Account
from ..rights import access_modes
from ..service.service import Service

Result = TypeVar("Result")

PATIENCE = 60.0  # seconds for a client to send or take something, and for the service to answer


class HttpSession:
    """What answers the command of one request, in the form of its response, as faults may want it.

    ``number`` is that of the session that the request is; ``encode`` frames an answer.
    """

    is_control = False

    def __init__(self, service: Service, account: Account, number: int, encode: Callable[[Answer], bytes]) -> None:
        self.encode = encode
        self._service = service
        self._account = account
        self._number = number

    def respond(self, line: bytes) -> bytes:
        """The response to a command."""
        return self.encode(self.answer(line))

    def answer(self, line: bytes) -> Answer:
        """The answer to a command."""
        return execute(self._number, Request(self._service, self._account), line.decode("utf-8"))

    def note_unobeyed(self, line: bytes, effect: str, code: int) -> None:
        """Journal a command that the effect of a fault keeps from being obeyed."""
        if self._service.journal.kept:
            self._service.note_unobeyed(self._number, self._account, line.decode("utf-8").strip(), effect, code)


class HttpUser(NamedTuple):
    """Who sends a request, and the number of the session that the request is."""

    account: Account
    session: int


class HttpRealm:
    """What requests want of the service. ``encrypted``: they come by HTTPS; ``latency`` is in seconds.

    It is made in the event loop's thread and used in others.
    """

    def __init__(self, service: Service, encrypted: bool, latency: float) -> None:
        self.latency = latency
        self._service = service
        self._encrypted = encrypted
        self._loop = asyncio.get_running_loop()

    @property
    def version(self) -> str:
        """What the server says it is."""
        return self._service.version

    def now(self) -> datetime:
        """The time on the simulator's clock."""
        return self._service.clock.now()

    def admit(self, name: str, password: str, peer: str) -> HttpUser:
        """Log somebody in, for one request. Refusal if that cannot be."""
        return self._in_loop(lambda: self._admit(name, password, peer))

    @property
    def habits(self) -> Habits:
        """The habits in force."""
        return self._service.habits

    def obey(self, user: HttpUser, command: str, encode: Callable[[Answer], bytes]) -> Outcome:
        """What comes of a command, its answer being framed by ``encode``."""
        session = HttpSession(self._service, user.account, user.session, encode)
        return self._in_loop(lambda: self._obey(session, command.encode("utf-8")))

    def _obey(self, session: HttpSession, line: bytes) -> Outcome:
        faults = self._service.faults
        return misbehaviour.respond(session, faults, line) if faults.active else Outcome(session.respond(line))

    def _admit(self, name: str, password: str, peer: str) -> HttpUser:
        session = self._service.new_session()
        try:
            if self._service.faults.active:
                misbehaviour.refuse_login(self._service.faults)
            account = login.with_password(self._service, name, password, self._encrypted, access_modes.HTTP)
        except Refusal as refusal:
            self._service.journal.write(session, None, None, {}, refusal.code)
            raise
        login.note_login(self._service, account, peer)
        return HttpUser(account, session)

    def _in_loop(self, function: Callable[[], Result]) -> Result:
        """What the function returns or raises in the event loop's thread."""
        done: Future[Result] = Future()

        def call() -> None:
            try:
                done.set_result(function())
            except Exception as error:  # noqa: BLE001 (it is the waiting thread's)
                done.set_exception(error)

        try:
            self._loop.call_soon_threadsafe(call)
        except RuntimeError:
            raise ConnectionAbortedError from None  # the simulator has ended
        return done.result(PATIENCE)
