# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulator's idea of time."""

from __future__ import annotations

from datetime import datetime, timezone

from ..connector.data import Timestamp


class Clock:
    """Real time. Everything in the simulator that needs the time asks a clock, so that tests can supply another one."""

    def now(self) -> datetime:
        """The current time in UTC."""
        return datetime.now(timezone.utc)

    def timestamp(self) -> Timestamp:
        """The current time as a CommuniGate timestamp (whole seconds, GMT)."""
        return Timestamp.from_datetime(self.now().replace(microsecond=0))
