# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""In which form a server says that there is nothing, and that something was done."""

from __future__ import annotations

from ...answers.answer import DONE, Answer, with_data
from .. import verbs
from ..habit import Call, Habit


def _is_nothing(answer: Answer) -> bool:
    return answer.has_data and isinstance(answer.value, (str, list, dict)) and not answer.value


def _bare(_call: Call, answer: Answer) -> Answer:
    return DONE if _is_nothing(answer) else answer


def _null(_call: Call, answer: Answer) -> Answer:
    return with_data(None) if _is_nothing(answer) else answer


def _swapped(_call: Call, answer: Answer) -> Answer:
    if not _is_nothing(answer) or isinstance(answer.value, str):
        return answer
    return with_data([] if isinstance(answer.value, dict) else {})


def _text(_call: Call, answer: Answer) -> Answer:
    return with_data("") if _is_nothing(answer) else answer


class _Unreadable(Answer):
    """A success with data that is no data object."""

    __slots__ = ()

    def encode(self, inline: bool) -> bytes:
        return b"201 }what{\r\n" if inline else b"200 }what{\r\n"


def _unreadable(_call: Call, answer: Answer) -> Answer:
    return _Unreadable(answer.code, answer.text)


HABITS = (
    Habit(
        "empty-bare",
        "answers a read with 200 OK where there is nothing to tell",
        "seen live for the keys of GETACCOUNTINFO",
        verbs.READS,
        one_of="empty",
        tells=_bare,
    ),
    Habit(
        "empty-null",
        "answers a read with #NULL# where there is nothing to tell",
        "open",
        verbs.READS,
        one_of="empty",
        tells=_null,
    ),
    Habit(
        "empty-swapped",
        "answers a read with () in the place of {}, and with {} in the place of ()",
        "open",
        verbs.READS,
        one_of="empty",
        tells=_swapped,
    ),
    Habit(
        "empty-text",
        "answers a read with \"\" where there is nothing to tell",
        "open",
        verbs.READS,
        one_of="empty",
        tells=_text,
    ),
    Habit(
        "reply-201-unreadable",
        "answers what it has done with 201 and something that is no data",
        "inference: a success may bring data that no manual tells of",
        verbs.WRITES,
        tells=_unreadable,
    ),
)
