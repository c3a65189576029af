# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Account Services: Billing Balances.

The parameters of ``list``, ``credit`` and ``remove`` are those of the vendor's Billing chapter, of the others this
simulator's choice:

=======  =========================================================================  ==================================
op       parameters                                                                 result
=======  =========================================================================  ==================================
list                                                                                balance (array of names)
credit   balance, amount, reference, description; makes the Balance                 amount
charge   balance, amount, reference, description, reserve, release                  amount, reserved
reserve  balance, amount, reserve, expires                                          amount, reserved, reserve
release  balance, reserve                                                           amount, reserved
read     balance                                                                    amount, reserved, reservations
readAll                                                                             what read tells, by Balance name
history  balance                                                                    history (array of dictionaries)
remove   balance                                                                    amount (what there was)
=======  =========================================================================  ==================================

``balance`` is the name of a Balance, the generic one if it is left out. In a result ``amount`` is what the Balance has
now and ``reserved`` how much of it is set aside. ``reserve`` is the name of a reservation: reserving under a name that
there is already extends it, and without a name one is generated. ``expires`` is a number of seconds or a timestamp.
A charge with ``reserve`` takes the funds from there; ``release=YES`` then returns what is left of the reservation. A
record of the history has balance, op, amount (negative if it was taken), total, timeStamp and the transaction's notes.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Callable

from ..._cli.sections import account_service as commands
from ...connector.data import BadValue, Timestamp
from ..answers import refusals
from ..handling.registry import handles
from ..handling.request import Request
from ..model.balance import MOST, Balance, Billing
from ..model.settings import Settings, is_yes
from . import operations

_NOTES = ("reference", "description")


@handles(commands.BALANCE)
def balance(request: Request, accountName: str, parameters: dict[str, Any]) -> dict[str, Any]:
    account = request.open_account(accountName)
    operation = operations.chosen(_OPERATIONS, parameters, "op")
    now = request.service.clock.now()
    account.billing.expire(now)
    return operation(account.billing, parameters, now)


# --- what there is

def _list(billing: Billing, _parameters: Settings, _now: datetime) -> dict[str, Any]:
    return {"balance": sorted(billing.balances)}


def _read(billing: Billing, parameters: Settings, _now: datetime) -> dict[str, Any]:
    return _described(billing.balance(_name(parameters)))


def _read_all(billing: Billing, _parameters: Settings, _now: datetime) -> dict[str, Any]:
    return {name: _described(balance) for name, balance in billing.balances.items()}


def _history(billing: Billing, parameters: Settings, _now: datetime) -> dict[str, Any]:
    return {"history": billing.history(_name(parameters))}


# --- transactions

def _credit(billing: Billing, parameters: Settings, now: datetime) -> dict[str, Any]:
    name, amount, notes = _name(parameters), _amount(parameters), _notes(parameters)
    balance = billing.credit(name, amount)
    billing.record(name, "credit", amount, now, notes)
    return {"amount": balance.amount}


def _charge(billing: Billing, parameters: Settings, now: datetime) -> dict[str, Any]:
    name, amount, notes = _name(parameters), _amount(parameters), _notes(parameters)
    reservation = operations.optional_text(parameters, "reserve")
    balance = billing.balance(name)
    balance.charge(amount, reservation)
    if reservation is not None and is_yes(parameters.get("release")):
        del balance.reservations[reservation]
    billing.record(name, "charge", -amount, now, notes)
    return _sums(balance)


def _remove(billing: Billing, parameters: Settings, now: datetime) -> dict[str, Any]:
    """The log stays, and tells that the Balance has been emptied."""
    name = _name(parameters)
    balance = billing.balance(name)
    amount, balance.amount = balance.amount, 0
    if amount:
        billing.record(name, "remove", -amount, now, {})
    del billing.balances[name]
    return {"amount": amount}


# --- reservations: no transaction, so they leave no record

def _reserve(billing: Billing, parameters: Settings, now: datetime) -> dict[str, Any]:
    balance = billing.balance(_name(parameters))
    name = operations.optional_text(parameters, "reserve")
    name = balance.reserve(_amount(parameters), name, _expires(parameters, now))
    return dict(_sums(balance), reserve=name)


def _release(billing: Billing, parameters: Settings, _now: datetime) -> dict[str, Any]:
    balance = billing.balance(_name(parameters))
    name = operations.text(parameters, "reserve")
    balance.reservation(name)
    del balance.reservations[name]
    return _sums(balance)


# --- parameters and results

def _name(parameters: Settings) -> str:
    return operations.optional_text(parameters, "balance") or ""


def _amount(parameters: Settings) -> int:
    amount = operations.number(parameters, "amount")
    if not 0 <= amount <= MOST:
        raise refusals.bad_parameters("the amount must be a number of 63 bits, and cannot be negative")
    return amount


def _expires(parameters: Settings, now: datetime) -> Timestamp | None:
    value = parameters.get("expires")
    try:
        if isinstance(value, Timestamp):
            value.datetime()
            return value
        if value is None:
            return None
        return Timestamp.from_datetime(now + timedelta(seconds=operations.number(parameters, "expires")))
    except (BadValue, OverflowError):
        raise refusals.bad_parameters("the element expires is no moment") from None


def _notes(parameters: Settings) -> dict[str, Any]:
    """What is told of a transaction: ``reference`` is a string, ``description`` any object."""
    operations.optional_text(parameters, "reference")
    return {key: parameters[key] for key in _NOTES if parameters.get(key) is not None}


def _sums(balance: Balance) -> dict[str, Any]:
    return {"amount": balance.amount, "reserved": balance.reserved}


def _described(balance: Balance) -> dict[str, Any]:
    reservations: dict[str, Any] = {}
    for name, reservation in balance.reservations.items():
        reservations[name] = {"amount": reservation.amount}
        if reservation.expires is not None:
            reservations[name]["expires"] = reservation.expires
    return dict(_sums(balance), reservations=reservations)


_OPERATIONS: dict[str, Callable[[Billing, Settings, datetime], dict[str, Any]]] = {
    "list": _list,
    "reserve": _reserve,
    "release": _release,
    "charge": _charge,
    "credit": _credit,
    "read": _read,
    "readAll": _read_all,
    "history": _history,
    "remove": _remove,
}
