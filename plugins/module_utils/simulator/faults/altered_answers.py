# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What faults do to an answer before it is bytes: another order of dictionaries, and answers without obeying."""

from __future__ import annotations

import random
from typing import Any, Callable, Mapping

from ..answers import refusals, writer
from ..answers.answer import DONE, Answer, refused
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

# --- the order of dictionaries


def reordered(answer: Answer, faults: Mapping[str, Fault]) -> Answer:
    """The answer, shuffled if a fault says so."""
    fault = faults.get("shuffle")
    return answer if fault is None or not answer.has_data else Shuffled(answer.value, fault.setting("seed"))


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
