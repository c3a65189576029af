# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server tells the history of a Balance."""

from __future__ import annotations

from typing import Any, Callable

from ...answers.answer import Answer, with_data
from ..habit import Call, Habit

_BALANCE = frozenset(("BALANCE",))


def _history(change: Callable[[list[Any]], list[Any]]) -> Callable[[Call, Answer], Answer]:
    def tell(_call: Call, answer: Answer) -> Answer:
        value: Any = answer.value if answer.has_data else None
        if not isinstance(value, dict) or not isinstance(value.get("history"), list):
            return answer
        return with_data({**value, "history": change(value["history"])})

    return tell


def _without_op(records: list[Any]) -> list[Any]:
    return [{key: value for key, value in record.items() if key != "op"} for record in records]


def _capitalised(records: list[Any]) -> list[Any]:
    return [{**record, "op": str(record.get("op", "")).capitalize()} for record in records]


HABITS = (
    Habit(
        "history-without-op",
        "does not tell in the history of a Balance which operation it was",
        "open: the vendor's page shows no record",
        _BALANCE,
        one_of="history",
        tells=_history(_without_op),
    ),
    Habit(
        "history-capitalised",
        "tells operations in the history of a Balance as Credit and Charge",
        "open",
        _BALANCE,
        one_of="history",
        tells=_history(_capitalised),
    ),
    Habit(
        "history-empty",
        "tells an empty history of every Balance",
        "open: nothing says how long it is kept",
        _BALANCE,
        one_of="history",
        tells=_history(lambda _records: []),
    ),
)
