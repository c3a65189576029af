# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server tells the history of a Balance."""

from __future__ import annotations

from typing import Sequence

from ..._cli.sections.account import CREATEACCOUNT
from ..._cli.sections.account_service import BALANCE
from ..._cli.syntax import Command
from ..question import Finding, Findings, Place, Question, Replies, array, dictionary

_HABITS = ("history-without-op", "history-capitalised", "history-empty")


def _commands(place: Place) -> Sequence[Command]:
    account = place.within("history")
    credit = BALANCE(account, {"op": "credit", "amount": 5, "reference": "probe", "description": "probe"})
    return [CREATEACCOUNT(account), credit, BALANCE(account, {"op": "history"})]


def _read(_place: Place, replies: Replies) -> Findings:
    records = array(dictionary(replies[-1]).get("history"))
    op = records[0].get("op") if records and isinstance(records[0], dict) else None
    how = "after one booking the history %s" % (
        "is empty" if not records else "does not tell the operation" if op is None
        else "has it as it was booked" if op == "credit" else "has it in other letters"
    )  # fmt: skip
    seen = (bool(records) and op is None, op is not None and op != "credit", not records)
    return {habit: Finding(was, how) for habit, was in zip(_HABITS, seen)}


QUESTIONS = (Question(_HABITS, _commands, _read),)
