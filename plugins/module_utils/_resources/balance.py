# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Billing Balances: the manual, Account Services, names the operations; their parameters are the Billing chapter's.

A booking is never sent twice: after a lost connection the task fails, and says that nobody knows what became of it.
"""

from __future__ import annotations

from typing import Any, Iterator, Mapping

from .._cli.sections.account_service import BALANCE as COMMAND
from .._engine.action import ActionStep, at_once
from .._engine.dialogue import ask
from .._engine.model import Conversation, Field
from ..connector import data
from ..connector.errors import BadReply, CgpError, CliError, NotAllowed, UnknownCommand
from .shared.operations import Operation, operations

Params = Mapping[str, Any]

_NOTES = ("reference", "description")
_OPERATIONS = ("list", "reserve", "release", "charge", "credit", "read", "readall", "history", "remove")
"""All that there are, in small letters."""


def _said(params: Params, operation: str, *options: str) -> dict[str, Any]:
    """The command's dictionary; other elements may be given as ``parameters``, which cannot change these."""
    amount = params.get("amount")
    if amount is not None and amount < 0:
        raise CgpError("amount cannot be negative", "Use operation=charge to take funds, operation=credit to add some")
    given = {name: params[option] for name, option in _names(options) if params.get(option) is not None}
    return {**data.from_json(params.get("parameters") or {}), **given, "op": operation}


def _names(options: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """What the command calls an option, and the option."""
    for option in ("balance", *options):
        yield {"reservation": "reserve", "release_rest": "release"}.get(option, option), option


def _step(params: Params, operation: str, *options: str) -> ActionStep:
    said = _said(params, operation, *options)
    if "release" in said:
        said["release"] = "YES" if said["release"] else "NO"
    return ActionStep(COMMAND(params["account"], said), result="result")


def _reading(operation: str, *takes: str) -> Operation:
    return Operation(lambda params: at_once(_step(params, operation)), ("account",), (*takes, "parameters"))


def _booking(operation: str, *options: str) -> Operation:
    def decide(params: Params) -> Conversation:
        if params.get("unless_booked"):
            if not params.get("reference"):
                raise CgpError("unless_booked needs the reference to look for", "Give it in reference")
            if (yield from _is_booked(params, operation)):
                return []
        return [_step(params, operation, "amount", *_NOTES, *options)]

    return Operation(decide, ("account", "amount"), ("balance", "parameters", "unless_booked", *_NOTES, *options))


def _is_booked(params: Params, operation: str) -> Conversation:
    """Whether the history has the booking. Nobody pays twice because a history does not tell."""
    asked = {**params, "parameters": None}
    try:
        history = yield from ask(COMMAND(params["account"], _said(asked, "history")))
    except (NotAllowed, UnknownCommand):
        raise
    except CliError as refusal:
        if isinstance(refusal, BadReply) or (yield from _is_there(params)):
            raise _unknown("the history of the Balance cannot be read (%s)" % refusal.message) from None
        return False
    records = list(_records(history))
    if any(_is_booking(record, operation, params["reference"]) for record in records):
        return True
    if not any(_field(record, "reference") is not None for record in records) and (yield from _is_there(params)):
        raise _unknown("the history of the Balance has no record with a reference")
    return False


def _unknown(what: str) -> CgpError:
    return CgpError(
        "%s: whether this is booked already cannot be told" % what,
        "Nothing was booked. Look at the Balance; unless_booked: false books in any case",
    )


def _is_there(params: Params) -> Conversation:
    """Whether the Balance exists: one that does not has never been booked on."""
    listed = yield from ask(COMMAND(params["account"], {"op": "list"}))
    return (params.get("balance") or "") in _names_of(listed)


def _names_of(listed: Any) -> list[str]:
    return [name for names in listed.values() if isinstance(names, list) for name in names if isinstance(name, str)]


def _records(value: Any) -> Iterator[dict[str, Any]]:
    """Every dictionary in a reply: where the history has its records is not in the manual."""
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _records(item)


def _field(record: Mapping[str, Any], name: str) -> Any:
    """An element of a record, whatever the case of its name."""
    return next((value for key, value in record.items() if key.lower() == name), None)


def _is_booking(record: Mapping[str, Any], operation: str, reference: str) -> bool:
    """The same reference is the same booking, unless the record plainly says that it was another operation."""
    told = str(_field(record, "op") or "").strip().lower()
    other = told in _OPERATIONS and told != operation
    return str(_field(record, "reference")).strip() == reference.strip() and not other


def _remove(params: Params) -> Conversation:
    """A Balance that is not listed is not there."""
    return [_step(params, "remove")] if (yield from _is_there(params)) else []


BALANCE = operations(
    (
        Field("account"),
        Field("balance"),
        Field("amount", type="int"),
        *(Field(name, free=True) for name in _NOTES),
        Field("unless_booked", type="bool"),
        Field("reservation"),
        Field("release_rest", type="bool"),
        Field("expires", type="int"),
        Field("parameters", type="dict"),
    ),
    {
        "list": _reading("list"),
        "read": _reading("read", "balance"),
        "read_all": _reading("readAll"),
        "history": _reading("history", "balance"),
        "credit": _booking("credit"),
        "charge": _booking("charge", "reservation", "release_rest"),
        "reserve": Operation(
            lambda params: at_once(_step(params, "reserve", "amount", "reservation", "expires")),
            ("account", "amount"),
            ("balance", "reservation", "expires", "parameters"),
        ),
        "release": Operation(
            lambda params: at_once(_step(params, "release", "reservation")),
            ("account", "reservation"),
            ("balance", "parameters"),
        ),
        "remove": Operation(_remove, ("account",), ("balance", "parameters")),
    },
)
