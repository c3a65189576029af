# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A clock for simulators in tests: it stands still until it is put forward."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from ansible_collections.communigate.pro.plugins.module_utils.simulator.service.clock import Clock


class HandClock(Clock):
    """It begins at noon of the last day of January 2030, GMT."""

    def __init__(self) -> None:
        self._now = datetime(2030, 1, 31, 12, 0, 0, tzinfo=timezone.utc)

    def now(self) -> datetime:
        return self._now

    def forward(self, **how_far: int) -> None:
        """Put the clock forward: ``forward(days=1, seconds=5)``."""
        self._now += timedelta(**how_far)
