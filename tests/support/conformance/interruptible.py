# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session that can be interrupted between two commands, but not while something is cleared away."""

from __future__ import annotations

import signal
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._cli.syntax import Command
from ansible_collections.communigate.pro.plugins.module_utils.connector.replies import Reply
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session

_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


class Interruptible:
    """Has what a probe and a player need of a session; KeyboardInterrupt instead of a command after ``interrupt``.

    Who begins to delete what was made restarts the clock first: from then on nothing is interrupted, until ``go_on``.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        self._interrupted = self._clearing = False

    def listen(self) -> None:
        """Be interrupted by the signals that end a program."""
        for number in _SIGNALS:
            signal.signal(number, lambda *_arguments: self.interrupt())

    def interrupt(self) -> None:
        self._interrupted = True

    def go_on(self) -> None:
        self._clearing = False

    def restart_clock(self) -> None:
        self._clearing = True
        self._session.restart_clock()

    def one(self, command: Command) -> Any:
        self._check()
        return self._session.one(command)

    def reply(self, command: Command) -> Reply:
        self._check()
        return self._session.reply(command)

    def _check(self) -> None:
        if self._interrupted and not self._clearing:
            raise KeyboardInterrupt
