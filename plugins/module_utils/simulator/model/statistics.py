# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Account-Level Statistics: the counters of an Account, and of a Domain."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Mapping

from ...connector.data import Timestamp
from ..answers.refusals import unknown

RESET = "StatReset"
LOGINS = "Logins"
DOMAIN_COUNTERS = (
    "MessagesReceived", "BytesReceived", "MessagesSent", "BytesSent", "CallsReceived", "CallsSent",
)
ACCOUNT_COUNTERS = DOMAIN_COUNTERS + (LOGINS,)


@dataclass
class Statistics:
    """Counters by name, and when all of them were reset. What was never counted is zero."""

    counters: dict[str, int] = field(default_factory=dict)
    reset_at: Timestamp | None = None

    def raise_all(self, amounts: Mapping[str, int]) -> None:
        for key, amount in amounts.items():
            self.counters[key] = self.counters.get(key, 0) + amount

    def value(self, key: str, kept: tuple[str, ...]) -> int | Timestamp | None:
        """One entry, or None if there is no such entry. ``kept``: the counters that are kept here."""
        if key == RESET:
            return self.reset_at
        return self.counters.get(key, 0) if key in kept else None

    def all(self, kept: tuple[str, ...]) -> dict[str, Any]:
        """All entries that there are."""
        entries = {key: self.value(key, kept) for key in kept + (RESET,)}
        return {key: value for key, value in entries.items() if value is not None}

    def reset(self, key: str, kept: tuple[str, ...]) -> None:
        """Set one counter to zero."""
        if key not in kept:
            raise unknown("statistical entry")
        self.counters.pop(key, None)

    def reset_all(self, now: Timestamp) -> None:
        self.counters.clear()
        self.reset_at = now
