# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several simulators as members of one Dynamic Cluster: what they share stands in a directory (``--cluster-state``).

Each member has all of it in memory. A command that changes something shared (``shared_commands.py``) is obeyed by
one member at a time: under a lock it first does what the others have put into the log since (``replay.py``), then
obeys, and then adds the command to the log. A command that only looks makes the member do first what is new in the
log; without news that costs one question to the operating system. So a change is seen through all members by whatever
they are asked next.

The directory holds::

    lock            who changes something has it
    members         all members share a lock on it; who has it alone is alone
    controller      the controller has a lock on it; its content is the controller's address
    snapshot.json   the beginning (snapshot.py)
    log-1.jsonl     and what has happened since (log.py, record.py)

Passwords are in it as they are stored, or were sent. All files are their owner's only.
"""

from __future__ import annotations

import os
from datetime import datetime
from typing import Any, Callable, TypeVar

from ..._cli.syntax import Command
from ..answers import refusals
from ..answers.refusals import Refusal
from ..habits.catalogue import HabitError
from ..model.account import Account
from ..model.domain import Domain
from ..service.membership import Membership
from ..service.service import Service
from ..service.speech import complain
from . import record
from .controller import Controller
from .log import Lock, Log
from .record import COMMAND, CONTROL, Record
from .replay import Diverged, as_recorded, replay
from .shared_commands import EVERYWHERE, concerns_all, control_concerns_all
from .snapshot import Snapshot

Result = TypeVar("Result")


class Member(Membership):
    """What makes a Service a member of the cluster whose state is in ``directory``.

    Raises Diverged, or StateError, when what is there cannot be used.
    """

    alone = False

    def __init__(self, service: Service, directory: str) -> None:
        os.makedirs(directory, mode=0o700, exist_ok=True)
        self._service = service
        self._lock = Lock(os.path.join(directory, "lock"))
        self._members = Lock(os.path.join(directory, "members"))
        self._controller = Controller(os.path.join(directory, "controller"))
        self._snapshot = Snapshot(directory)
        self._diverged = ""
        with self._lock:
            alone = self._members.try_exclusive()
            wanted = service.habits.names
            if not self._snapshot.load(service.server):
                self._snapshot.begin(service.server, service.habits)
            self._log = Log(self._snapshot.log)
            service.habits.become(self._snapshot.habits)  # what is in the log was done with these
            self._replay_news()
            if alone:
                service.habits.become(wanted)
                self._begin_anew()
            elif wanted not in ((), service.habits.names):
                raise HabitError(
                    "the members of the cluster have other habits: %s" % (", ".join(service.habits.names) or "none"),
                    "Give this one the same habits, or none",
                )
            self._members.share()

    # --- what the service asks

    def catch_up(self) -> None:
        """Do what other members have done since. Refusal when that is impossible, now or before."""
        if self._diverged:
            raise refusals.diverged()
        try:
            self._replay_news()
        except Diverged as error:
            self._fail(str(error))

    def command(
        self, user: Account, command: Command, line: str, about: Callable[[], Domain], obey: Callable[[], Result]
    ) -> Result:
        """The answer to a command, which has gone to all members if it concerns them."""
        self.catch_up()
        if not concerns_all(command, about):
            return obey()
        entry = Record(
            COMMAND, line, self._now(), user.address, user.domain.name,
            user.domain is self._service.server.main_domain, list(user.rights) if user.has("rights") else [],
        )
        return self._together(entry, obey, command.spec in EVERYWHERE)

    def act(self, action: str, account: Account, text: str, here: Callable[[], None]) -> None:
        """An action goes to all members if the Account is in a shared Domain."""
        if not account.domain.shared:
            here()
            return
        self._together(Record(action, text, self._now(), account.address, account.domain.name), here)

    def control(self, word: str, argument: Any, line: str, obey: Callable[[], Result]) -> Result:
        """The answer to a control command, which goes to all members if it is about something shared."""
        if self._service.server.following:  # the line is being replayed
            return obey()
        self.catch_up()
        if not control_concerns_all(self._service.server, word, argument):
            return obey()
        return self._together(Record(CONTROL, line, self._now()), obey)

    def controller(self, own_address: str) -> str:
        """The controller may become this member by the question."""
        with self._lock:
            return self._controller.find(own_address)

    def reconnect(self) -> None:
        """Open anew what connects this member with the others."""
        self._log.reopen()
        self.catch_up()

    def leave(self) -> None:
        """Be no member any more. Without another one the log ends, too."""
        with self._lock:
            try:
                self.catch_up()
                if self._members.try_exclusive():
                    self._begin_anew()
            except Refusal:
                pass  # what this server has is wrong; the directory is right as it is
            for part in (self._controller, self._members, self._log):
                part.close()
        self._lock.close()

    # --- how

    def _together(self, entry: Record, act: Callable[[], Result], even_refused: bool = False) -> Result:
        """Do something and let all members know, in the same order everywhere.

        What was refused has changed nothing, and so concerns nobody else but where each member has its own answer.
        """
        with self._lock:
            self.catch_up()
            with as_recorded(self._service, entry):
                try:
                    result = act()
                except Refusal as refusal:
                    if even_refused and not refusals.is_about_user(refusal):
                        self._append(entry, refusal.code)
                    raise
                except Exception:
                    self._append(entry, refusals.internal_error().code)
                    raise
            self._append(entry, 200)
            return result

    def _append(self, entry: Record, code: int) -> None:
        try:
            self._log.append(entry.ended_with(code).line())
        except OSError as error:
            self._fail("the cluster's log cannot be written (%s)" % type(error).__name__)

    def _replay_news(self) -> None:
        for line in self._log.news():
            try:
                entry = record.read(line)
            except (ValueError, TypeError, LookupError) as error:
                raise Diverged("the cluster's log holds what is no record") from error
            replay(self._service, entry)

    def _begin_anew(self) -> None:
        """Nobody else needs the log: let all that happened be the beginning."""
        if not self._log.position and self._snapshot.habits == self._service.habits.names:
            return
        self._snapshot.begin(self._service.server, self._service.habits)
        self._log.close()
        self._log = Log(self._snapshot.log)

    def _fail(self, why: str) -> None:
        self._diverged = why
        complain("simulator: out of step with the cluster, all commands are refused from now on: %s\n" % why)
        raise refusals.diverged()

    def _now(self) -> datetime:
        return self._service.clock.now()
