# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a task has come: told now and then while it takes more than a moment, and once at its end."""

from __future__ import annotations

import time
from typing import Any, Callable, Mapping

EVERY = 2.0
"""After how many seconds without a word there is one."""
_ENDS = ("unchanged", "created", "updated", "renamed", "deleted", "failed", "not_attempted")


class Progress:
    """Counts the objects of one noun after the other. ``tell`` is given a line for whoever watches the task."""

    def __init__(self, tell: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._tell = tell
        self._clock = clock
        self._last = clock()
        self.begin("objects", 0)

    def begin(self, plural: str, total: int) -> None:
        """From now on it is about these; ``total`` is 0 where nobody knows how many there are."""
        self.plural = plural
        self.total = total
        self.looked_at = self.to_change = self.changed = self.failed = 0

    def looked(self) -> None:
        """One more has been read."""
        self.looked_at += 1
        self._now_and_then()

    def planned(self, to_change: int, failed: int) -> None:
        """So many more are to be changed, and cannot be."""
        self.to_change += to_change
        self.failed += failed

    def ended(self, failed: bool) -> None:
        """One more of those is as it should be, or not."""
        self.changed += not failed
        self.failed += failed
        self._now_and_then()

    def _now_and_then(self) -> None:
        now = self._clock()
        if now - self._last >= EVERY:
            self._last = now
            self._tell(str(self))

    def __str__(self) -> str:
        if not self.total:
            return "%s %s read" % (format(self.looked_at, ","), self.plural)
        looked = "%s of %s %s looked at" % (format(self.looked_at, ","), format(self.total, ","), self.plural)
        to_change = "%s to change" % format(self.to_change, ",")
        if self.changed:
            to_change = "%s of %s changed" % (format(self.changed, ","), format(self.to_change, ","))
        return "%s, %s, %s failed" % (looked, to_change, format(self.failed, ","))


def summary(result: Mapping[str, Any]) -> str:
    """What became of the objects of a list in one line; nothing where there was no list."""
    counts = result.get("counts") or {}
    if counts.get("wanted", 0) < 2:
        return ""
    return ", ".join("%s %s" % (format(counts[end], ","), end.replace("_", " ")) for end in _ENDS if counts.get(end))
