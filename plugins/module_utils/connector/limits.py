# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long to wait for a server."""

from __future__ import annotations

import math
import time

from .errors import ReplyTimeout


class TimeLimits:
    """Two limits in seconds, 0 = none.

    ``reply``: the longest silence, with no byte moving in either direction, while a reply is outstanding.
    ``total``: for everything since the object was made, or since ``restart``.
    """

    def __init__(self, reply: float, total: float) -> None:
        self.reply = reply or math.inf
        self._total = total or math.inf
        self.restart()

    def restart(self) -> None:
        """Count the total from now on."""
        self._end = time.monotonic() + self._total

    def left(self, patience: float | None = None) -> float:
        """Seconds to wait from now on, ``patience`` (the reply limit if None) at most; 0 or less: none are left."""
        return min(self._end - time.monotonic(), self.reply if patience is None else patience)

    def expired(self, patience: float | None = None) -> ReplyTimeout:
        """The error for a wait that ``left`` has ended."""
        if time.monotonic() >= self._end:
            return ReplyTimeout(
                "the total time of %g s is used up" % self._total,
                "Do less at a time, or raise the option total_timeout",
            )
        return ReplyTimeout(
            "no reply came for %g s" % (self.reply if patience is None else patience),
            "What the server did is unknown; if it is only slow, raise the option reply_timeout",
        )
