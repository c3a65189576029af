# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One subscriber of a mailing list, with the counters and modes that the manual names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from ...connector.data import Timestamp
from ..answers.refusals import impossible
from .measures import acap

FEED = "feed"
BANNED = "banned"
SUBSCRIBE = "subscribe"
UNSUBSCRIBE = "unsubscribe"
MODES = (FEED, "digest", "index", "null", BANNED)

UNMODERATED = "unmoderated"
MODERATE_ALL = "moderateAll"
PROHIBITED = "prohibited"
SPECIAL = "special"


@dataclass
class Subscriber:
    """One address and what the list knows of it.

    ``mode`` is one of MODES, or SUBSCRIBE while a first confirmation is awaited, or UNSUBSCRIBE for an address that has
    left. ``requested`` is the operation that the subscriber has been asked to confirm, ``requested_name`` the real name
    that came with it. ``posting`` is one of the four posting modes, ``moderated`` the number of next postings that are
    to be moderated in the first of them.
    """

    address: str
    confirmation_id: str
    real_name: str = ""
    mode: str = FEED
    requested: str = ""
    requested_name: str = ""
    since: Timestamp | None = None
    left: Timestamp | None = None
    posting: str = UNMODERATED
    moderated: int = 0
    posts: int = 0
    bounces: int = 0
    first_bounce: Timestamp | None = None
    last_bounce: Timestamp | None = None

    def descriptor(self) -> dict[str, Any]:
        """The dictionary of READSUBSCRIBERS."""
        described: dict[str, Any] = {
            "Sub": self.address, "mode": self.mode, "subscribeTime": self.since, "posts": self.posts,
        }
        if self.real_name:
            described["RealName"] = self.real_name
        if self.last_bounce is not None:
            described.update(bounces=self.bounces, lastBounceTime=self.last_bounce)
        return described

    def info(self) -> dict[str, Any]:
        """The dictionary of GETSUBSCRIBERINFO, whose elements are all strings."""
        info: dict[str, Any] = {
            "mode": self.mode,
            "confirmationID": self.confirmation_id,
            "timeSubscribed": acap(self.since.datetime()) if self.since is not None else "",
            "posts": self._posts(),
        }
        if self.real_name:
            info["RealName"] = self.real_name
        if self.last_bounce is not None:
            info.update(bounces=str(self.bounces), lastBounced=acap(self.last_bounce.datetime()))
        return info

    def _posts(self) -> str | list[str]:
        if self.posting != UNMODERATED:
            return self.posting
        return [str(self.moderated)] if self.moderated else str(self.posts)

    def set_posting_mode(self, posting: str, moderated: int = 0) -> None:
        self.posting, self.moderated = posting, moderated

    def post(self) -> None:
        """Count a posting."""
        if self.posting == PROHIBITED or self.mode == BANNED:
            raise impossible("the subscriber may not post")
        self.posts += 1
        self.moderated = max(0, self.moderated - 1)

    def bounce(self, weight: int, cool_off: int, now: datetime) -> None:
        """Count a bounce for ``weight`` ones, unless it comes less than ``cool_off`` seconds after another one."""
        stamp = Timestamp.from_datetime(now)
        if self.last_bounce is None or now - self.last_bounce.datetime() >= timedelta(seconds=cool_off):
            self.bounces += weight
        self.first_bounce = self.first_bounce or stamp
        self.last_bounce = stamp

    def forget_bounces(self) -> None:
        self.bounces, self.first_bounce, self.last_bounce = 0, None, None
