# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Billing Balances of one Account, with their reservations, and the log of all transactions.

Amounts are whole numbers of some smallest unit; a Balance is a signed number of 64 bits. The Balance with the empty
name is the generic one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Mapping

from ...connector.data import Timestamp
from ..answers.refusals import impossible, unknown
from .chance import token

MOST = 2**63 - 1


@dataclass
class Reservation:
    """Funds that are set aside until the moment ``expires``; without one until they are released."""

    amount: int = 0
    expires: Timestamp | None = None

    def valid(self, now: datetime) -> bool:
        return self.expires is None or self.expires.datetime() > now


@dataclass
class Balance:
    """The funds of one Balance, reserved ones included."""

    amount: int = 0
    reservations: dict[str, Reservation] = field(default_factory=dict, metadata={"of": Reservation})

    @property
    def reserved(self) -> int:
        return sum(reservation.amount for reservation in self.reservations.values())

    def reservation(self, name: str) -> Reservation:
        found = self.reservations.get(name)
        if found is None:
            raise unknown("reservation")
        return found

    def require_free(self, amount: int) -> None:
        """Refuse to take more than there is without what is reserved."""
        if amount > self.amount - self.reserved:
            raise impossible("the balance has insufficient funds")

    def reserve(self, amount: int, name: str | None, expires: Timestamp | None) -> str:
        """Set funds aside, under a name of its own or in addition to what has the name already. Returns the name."""
        self.require_free(amount)
        name = name or token(8)
        reservation = self.reservations.setdefault(name, Reservation())
        reservation.amount += amount
        reservation.expires = expires or reservation.expires
        return name

    def charge(self, amount: int, name: str | None) -> None:
        """Take funds, from a reservation if one is named."""
        if name is None:
            self.require_free(amount)
        else:
            reservation = self.reservation(name)
            if amount > reservation.amount:
                raise impossible("the charge exceeds the reservation")
            reservation.amount -= amount
        self.amount -= amount


@dataclass
class Billing:
    """All Balances by name. ``log`` holds the records of all transactions, those of removed Balances included."""

    balances: dict[str, Balance] = field(default_factory=dict, metadata={"of": Balance})
    log: list[dict[str, Any]] = field(default_factory=list)

    def expire(self, now: datetime) -> None:
        """Release the reservations whose time is over."""
        for balance in self.balances.values():
            for name in [name for name, held in balance.reservations.items() if not held.valid(now)]:
                del balance.reservations[name]

    def balance(self, name: str) -> Balance:
        found = self.balances.get(name)
        if found is None:
            raise unknown("balance")
        return found

    def credit(self, name: str, amount: int) -> Balance:
        """Add funds to a Balance, which is made if there is none."""
        balance = self.balances.get(name) or Balance()
        if balance.amount + amount > MOST:
            raise impossible("the balance cannot hold that much")
        balance.amount += amount
        self.balances[name] = balance
        return balance

    def record(self, name: str, operation: str, amount: int, now: datetime, notes: Mapping[str, Any]) -> None:
        """Log that the Balance has changed by ``amount``."""
        self.log.append(dict(
            notes,
            balance=name,
            op=operation,
            amount=amount,
            total=self.balances[name].amount,
            timeStamp=Timestamp.from_datetime(now),
        ))

    def history(self, name: str) -> list[dict[str, Any]]:
        """The records of one Balance, the oldest first."""
        return [record for record in self.log if record["balance"] == name]
