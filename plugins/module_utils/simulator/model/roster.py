# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Roster of one Account: its contacts, and who of them may watch whom.

An item has the elements that the vendor's CG/PL function ReadRoster names: ``Inp`` says whether the contact may watch
the user (YES, Pending, Blocked or absent), ``Out`` whether the user may watch the contact (YES, Pending or absent),
and there is the information about the contact, such as ``RealName``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ..answers.refusals import unknown

INCOMING, OUTGOING = "Inp", "Out"
MODES = (INCOMING, OUTGOING)

YES, PENDING, BLOCKED = "YES", "Pending", "Blocked"


@dataclass
class Roster:
    """The items by the contacts' addresses, in small letters."""

    items: dict[str, dict[str, Any]] = field(default_factory=dict)

    def item(self, peer: str) -> dict[str, Any]:
        found = self.items.get(peer)
        if found is None:
            raise unknown("roster item")
        return found


@dataclass(frozen=True)
class Contact:
    """One side of a relation: what a Roster says of one address. Setting a mode makes the item, clearing it does not.
    """

    roster: Roster
    peer: str

    def mode(self, key: str) -> str:
        """A subscription mode, empty when there is none."""
        return str(self.roster.items.get(self.peer, {}).get(key, ""))

    def set_mode(self, key: str, mode: str) -> None:
        if mode:
            self.roster.items.setdefault(self.peer, {})[key] = mode
        elif self.peer in self.roster.items:
            self.roster.items[self.peer].pop(key, None)


def subscribe(own: Contact, other: Contact) -> None:
    """Ask the other to let us watch: at once if we may already, else the request waits for the other's answer."""
    if other.mode(INCOMING) == YES:
        own.set_mode(OUTGOING, YES)
    elif own.mode(OUTGOING) != YES:
        own.set_mode(OUTGOING, PENDING)
        if other.mode(INCOMING) != BLOCKED:
            other.set_mode(INCOMING, PENDING)


def subscribed(own: Contact, other: Contact) -> None:
    """Let the other watch, whether a request waits or not."""
    own.set_mode(INCOMING, YES)
    if other.mode(OUTGOING) == PENDING:
        other.set_mode(OUTGOING, YES)


def subscribe_both(own: Contact, other: Contact) -> None:
    subscribed(own, other)
    subscribe(own, other)


def unsubscribe(own: Contact, other: Contact) -> None:
    """Watch the other no longer."""
    own.set_mode(OUTGOING, "")
    if other.mode(INCOMING) != BLOCKED:
        other.set_mode(INCOMING, "")


def unsubscribed(own: Contact, other: Contact) -> None:
    """Reject a request, which blocks the contact, or take back the permission to watch."""
    own.set_mode(INCOMING, BLOCKED if own.mode(INCOMING) == PENDING else "")
    other.set_mode(OUTGOING, "")


def watches(own: Contact, other: Contact) -> bool:
    """Whether we see the other's presence."""
    return own.mode(OUTGOING) == YES == other.mode(INCOMING)
