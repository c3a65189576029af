# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The subscribers of one mailing list.

The manual says which modes and counters a subscriber has, but not what moves them: what the settings of a list do here
is this simulator's choice, made after the names of those settings (protocol.md section 6.7).

=================== ============================================================================ ===========
setting             meaning                                                                      when unset
=================== ============================================================================ ===========
Distribution        the mode that the operation ``subscribe`` gives                              ``feed``
FirstModerated      how many first postings of a new subscriber are to be moderated              none
FatalWeight         how many bounces a fatal one counts for                                      1
CoolOffPeriod       a bounce that follows another one within this period is not counted          none
MaxBounces          a subscriber with so many bounces is unsubscribed ...                        unlimited
UnsubBouncedPeriod  ... once the first of them is so old                                         at once
CleanupPeriod       how long an unsubscribed address is remembered                               7 days
=================== ============================================================================ ===========
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from ...connector.data import Timestamp
from ..answers.refusals import impossible, unknown
from .chance import token
from .measures import limit, seconds
from .names import fold
from .settings import Settings
from .subscriber import FEED, MODES, SUBSCRIBE, UNSUBSCRIBE, Subscriber

_REMEMBERED = 7 * 24 * 3600


@dataclass
class Subscribers:
    """All addresses that a list knows, by their folded form: case does not matter in them.

    ``active`` are the subscribers; ``others`` those who have not confirmed yet, or have left. Listing 100,000 of them
    is one pass, changing one of them a look into a dictionary.
    """

    active: dict[str, Subscriber] = field(default_factory=dict, metadata={"of": Subscriber})
    others: dict[str, Subscriber] = field(default_factory=dict, metadata={"of": Subscriber})

    def matching(self, wanted: str, at_most: int | None) -> list[Subscriber]:
        """The first ``at_most`` subscribers whose address contains ``wanted`` in any case, by their addresses."""
        wanted = fold(wanted)
        keys = sorted(key for key in self.active if wanted in key)
        return [self.active[key] for key in keys[:at_most]]

    def find(self, address: str, settings: Settings, now: datetime) -> Subscriber | None:
        """The subscriber with this address, one to be included who has left not too long ago."""
        key = fold(address)
        found = self.active.get(key) or self.others.get(key)
        if found is not None and _forgotten(found, settings, now):
            del self.others[key]
            return None
        return found

    def get(self, address: str, settings: Settings, now: datetime) -> Subscriber:
        """The subscriber with this address, or a refusal when there is none or it has left."""
        found = self.find(address, settings, now)
        if found is None or found.mode == UNSUBSCRIBE:
            raise unknown("subscriber")
        return found

    def request(self, address: str, real_name: str, operation: str, settings: Settings, now: datetime) -> None:
        """Note an operation that takes effect when the subscriber confirms it."""
        if operation == UNSUBSCRIBE:
            self.get(address, settings, now).requested = operation
            return
        subscriber = self.find(address, settings, now)
        if subscriber is None or subscriber.mode == UNSUBSCRIBE:
            subscriber = self._enter(self.others, address, real_name, SUBSCRIBE, settings, now)
        subscriber.requested, subscriber.requested_name = operation, real_name

    def confirm(self, address: str, settings: Settings, now: datetime) -> None:
        """Let the operation that a subscriber has been asked to confirm take effect."""
        subscriber = self.get(address, settings, now)
        if not subscriber.requested:
            raise impossible("the subscriber has nothing to confirm")
        self.apply(address, subscriber.requested_name, subscriber.requested, settings, now)

    def apply(self, address: str, real_name: str, operation: str, settings: Settings, now: datetime) -> None:
        """Carry an operation of LIST out; ``subscribe`` leaves the mode of a subscriber as it is."""
        if operation == UNSUBSCRIBE:
            self._leave(self.get(address, settings, now), now)
            return
        subscriber = self.active.get(fold(address))
        if operation == SUBSCRIBE:
            operation = subscriber.mode if subscriber is not None else _usual_mode(settings)
        if subscriber is None:
            self._enter(self.active, address, real_name, operation, settings, now)
            return
        subscriber.mode, subscriber.requested = operation, ""
        subscriber.real_name = real_name or subscriber.real_name

    def bounce(self, address: str, fatal: bool, settings: Settings, now: datetime) -> None:
        """Do what the List Manager does about a message that could not be delivered to a subscriber."""
        subscriber = self.active.get(fold(address))
        if subscriber is None:
            raise unknown("subscriber")
        weight = (limit(settings.get("FatalWeight")) or 1) if fatal else 1
        subscriber.bounce(weight, seconds(settings.get("CoolOffPeriod")) or 0, now)
        most = limit(settings.get("MaxBounces"))
        patience = timedelta(seconds=seconds(settings.get("UnsubBouncedPeriod")) or 0)
        began = subscriber.first_bounce.datetime() if subscriber.first_bounce is not None else now
        if most and subscriber.bounces >= most and now - began >= patience:
            self._leave(subscriber, now)

    def _enter(
        self, where: dict[str, Subscriber], address: str, real_name: str, mode: str, settings: Settings, now: datetime
    ) -> Subscriber:
        """A new subscriber, or one who comes back and is known for what was posted before."""
        known = self.find(address, settings, now)
        self.others.pop(fold(address), None)
        if known is None:
            first = limit(settings.get("FirstModerated")) or 0
            known = Subscriber(address, token(8), moderated=first)
        known.address, known.mode, known.requested, known.left = address, mode, "", None
        known.real_name = real_name or known.real_name
        known.since = Timestamp.from_datetime(now)
        known.forget_bounces()
        where[fold(address)] = known
        return known

    def _leave(self, subscriber: Subscriber, now: datetime) -> None:
        """An unsubscribed address is remembered for a while; one that never confirmed is not."""
        key = fold(subscriber.address)
        if self.active.pop(key, None) is None:
            del self.others[key]
            return
        subscriber.mode, subscriber.requested = UNSUBSCRIBE, ""
        subscriber.left = Timestamp.from_datetime(now)
        self.others[key] = subscriber


def _usual_mode(settings: Settings) -> str:
    mode = settings.get("Distribution")
    return mode if mode in MODES else FEED


def _forgotten(subscriber: Subscriber, settings: Settings, now: datetime) -> bool:
    if subscriber.mode != UNSUBSCRIBE or subscriber.left is None:
        return False
    remembered = seconds(settings.get("CleanupPeriod"))
    return now - subscriber.left.datetime() >= timedelta(seconds=_REMEMBERED if remembered is None else remembered)
