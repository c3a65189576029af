# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sessions of the router's process, which runs one task with all items of its loop."""

from __future__ import annotations

from collections import OrderedDict
from multiprocessing.util import Finalize
from typing import Any, Mapping

from ansible_collections.communigate.pro.plugins.module_utils._connection_options import (
    open_session,
    what_makes_a_session,
)
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session

_MOST = 8
"""How many sessions stay open: enough for a loop that goes round some servers, and no load for any of them."""


class SessionPool:
    """Sessions by all that makes them. Of too many, the one that has been idle for the longest time is closed."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._sessions: OrderedDict[tuple[Any, ...], Session] = OrderedDict()
        self._at_the_end: Finalize | None = None

    def session(self, params: Mapping[str, Any], environment: Mapping[str, str]) -> Session:
        """The session that these options describe: an open one, if a former item of the loop had the same.

        ``environment`` is what the task adds to the variables: they may name keys, agents and authorities.
        """
        wanted = (*what_makes_a_session(params), *sorted(environment.items()))
        if wanted not in self._sessions:
            self._make_room()
            self._sessions[wanted] = open_session(params)
        self._sessions.move_to_end(wanted)
        return self._sessions[wanted]

    def _make_room(self) -> None:
        if self._at_the_end is None:
            # Should nobody close the pool, the process does so when it ends; one that was forked knows no atexit.
            self._at_the_end = Finalize(None, self.close, exitpriority=1)
        while len(self._sessions) >= self._most:
            _take_leave(self._sessions.popitem(last=False)[1])

    def close(self) -> None:
        """Take leave of all servers."""
        while self._sessions:
            _take_leave(self._sessions.popitem()[1])


def _take_leave(session: Session) -> None:
    session.restart_clock()  # the last task's time may be over
    session.close()
