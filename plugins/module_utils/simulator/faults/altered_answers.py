# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What faults do to an answer before it is bytes: the habits of other servers, and answers without obeying."""

from __future__ import annotations

import random
import re
from typing import Any, Callable, Mapping

from ..answers import refusals, writer
from ..answers.answer import DONE, Answer, refused, with_data
from ..answers.refusals import Refusal
from .faults import Fault

# --- answers instead of obeying


def instead(faults: Mapping[str, Fault]) -> tuple[str, Answer] | None:
    """The effect that keeps a command from being obeyed, and what is answered; None if it is obeyed."""
    for name, answer in _INSTEAD.items():
        if name in faults:
            return name, answer(faults[name])
    return None


def _error(fault: Fault) -> Answer:
    return refused(Refusal(fault.setting("code"), fault.setting("text")))


_INSTEAD: Mapping[str, Callable[[Fault], Answer]] = {
    "refuse-login": _error,
    "no-inline": lambda _fault: refused(refusals.unknown_command()),
    "error": _error,
    "forget": lambda _fault: DONE,
}

# --- answers in other words


def reworded(answer: Answer, faults: Mapping[str, Fault]) -> Answer:
    """The answer as a server with other habits gives it."""
    for name, change in _HABITS.items():
        if name in faults:
            answer = change(answer, faults[name])
    return answer


def _recase(answer: Answer, _fault: Fault) -> Answer:
    return Answer(answer.code, answer.text.swapcase()) if answer.code >= 500 else answer


def _old_codes(answer: Answer, _fault: Fault) -> Answer:
    return Answer(501, answer.text) if answer.code == 520 else answer


def _normalise(answer: Answer, _fault: Fault) -> Answer:
    return with_data(normalised(answer.value)) if answer.has_data else answer


def _shuffle(answer: Answer, fault: Fault) -> Answer:
    return Shuffled(answer.value, fault.setting("seed")) if answer.has_data else answer


_HABITS: Mapping[str, Callable[[Answer, Fault], Answer]] = {
    "old-codes": _old_codes,
    "recase": _recase,
    "normalise": _normalise,
    "shuffle": _shuffle,
}

# --- sizes and periods

_SIZE_KEY = re.compile(r"(?:Size|SizeLimit)$", re.IGNORECASE)
_PERIOD_KEY = re.compile(r"(?:Period|Timeout|Interval)$", re.IGNORECASE)
_SIZE_UNITS = (("G", 1 << 30), ("M", 1 << 20), ("K", 1 << 10), ("", 1))
_PERIOD_UNITS = (("d", 86400), ("h", 3600), ("m", 60), ("s", 1))
_AMOUNT = re.compile(r"(\d{1,15})([KMGsmhd]?)", re.ASCII)


def normalised(value: Any) -> Any:
    """``value`` with the sizes and periods in its dictionaries in the largest unit that leaves no remainder."""
    if isinstance(value, dict):
        return {key: _normalised_member(key, member) for key, member in value.items()}
    if isinstance(value, (list, tuple)):
        return [normalised(item) for item in value]
    return value


def _normalised_member(key: str, value: Any) -> Any:
    if not isinstance(value, str):
        return normalised(value)
    for keys, units in ((_SIZE_KEY, _SIZE_UNITS), (_PERIOD_KEY, _PERIOD_UNITS)):
        if keys.search(key):
            return _shortest(value, units)
    return value


def _shortest(text: str, units: tuple[tuple[str, int], ...]) -> str:
    found = _AMOUNT.fullmatch(text)
    sizes = dict(units, **{"": 1})
    if found is None or found.group(2) not in sizes:
        return text
    amount = int(found.group(1)) * sizes[found.group(2)]
    if not amount:
        return text
    return next("%d%s" % (amount // size, unit) for unit, size in units if amount % size == 0)


# --- the order of dictionaries


class Shuffled(Answer):
    """An answer with the keys of its dictionaries in an order that the seed decides, and the data on one line."""

    __slots__ = ("_seed",)

    def __init__(self, value: Any, seed: int) -> None:
        super().__init__(200, "data follow", value)
        self._seed = seed

    def encode(self, inline: bool) -> bytes:
        text = _in_any_order(self.value, random.Random(self._seed))
        return (("201 %s\r\n" if inline else "200 data follow\r\n%s\r\n") % text).encode("utf-8", "replace")


def _in_any_order(value: Any, order: random.Random) -> str:
    if isinstance(value, dict):
        keys = sorted(value)
        order.shuffle(keys)
        return "{%s}" % "".join("%s=%s;" % (writer.quote(key), _in_any_order(value[key], order)) for key in keys)
    if isinstance(value, (list, tuple)):
        return "(%s)" % ",".join(_in_any_order(item, order) for item in value)
    return writer.compact(value)
