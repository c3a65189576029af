# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is on its way to one client: sent at once, or after the latency that the simulator was asked for."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import Callable


class Outbox:
    """Replies in their order. ``delay``: seconds between the arrival of a command and the leaving of its reply.

    The delay runs for each reply from its own command's arrival, as a slow network would make it, so replies to
    pipelined commands do not wait for each other, only for one that is ``held`` longer than the others. ``drained`` is
    called when delayed replies have left.
    """

    def __init__(self, transport: asyncio.WriteTransport, delay: float, drained: Callable[[], None]) -> None:
        self.waiting = 0  # bytes that have not reached the transport yet
        self._transport = transport
        self._delay = delay
        self._drained = drained
        self._loop = asyncio.get_running_loop()
        self._queue: deque[tuple[float, bytes]] = deque()
        self._timer: asyncio.TimerHandle | None = None
        self._closing = False

    def send(self, data: bytes, arrived: float, held: float = 0.0) -> None:
        """Send the replies to commands that arrived at a time of the event loop's clock, ``held`` seconds late."""
        delay = self._delay + held
        if not delay and not self._queue:
            self._transport.write(data)
            return
        due = arrived + delay
        self._queue.append((max(due, self._queue[-1][0]) if self._queue else due, data))
        self.waiting += len(data)
        self._wait()

    def close(self) -> None:
        """Close the connection behind the last reply."""
        self._closing = True
        if not self._queue:
            self._transport.close()

    def discard(self) -> None:
        """Forget everything: the connection is gone."""
        self._queue.clear()
        self.waiting = 0
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _wait(self) -> None:
        if self._timer is None and self._queue:
            self._timer = self._loop.call_at(self._queue[0][0], self._release)

    def _release(self) -> None:
        self._timer = None
        now = self._loop.time()
        due = []
        while self._queue and self._queue[0][0] <= now:
            due.append(self._queue.popleft()[1])
        data = b"".join(due)
        self.waiting -= len(data)
        self._transport.write(data)
        self._wait()
        if self._closing and not self._queue:
            self._transport.close()
        else:
            self._drained()
