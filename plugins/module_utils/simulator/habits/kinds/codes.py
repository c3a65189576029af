# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""With which code and text a server refuses."""

from __future__ import annotations

import re
from typing import Callable

from ...._cli.catalogue import COMMANDS
from ...answers.refusals import Refusal
from ..habit import Call, Habit

_ABSENT, _TAKEN, _RIGHT, _PASSWORD = "absent", "taken", "right", "password"

# What each sort of refusal says here, whatever its code is.
_SORTS = {
    _ABSENT: re.compile(r"^unknown |\bnot found\b|unknown (?:user account|mailing list)", re.IGNORECASE),
    _TAKEN: re.compile(r"already exists", re.IGNORECASE),
    _RIGHT: re.compile(r"access right|insufficient|not allowed|may not", re.IGNORECASE),
    _PASSWORD: re.compile(r"incorrect password|wrong password", re.IGNORECASE),
}
_OTHER_TEXTS = {
    _ABSENT: "no such object",
    _TAKEN: "the name is in use",
    _RIGHT: "access denied",
    _PASSWORD: "login failed",
}

_ALL = frozenset(COMMANDS)


def _sort(refusal: Refusal) -> str:
    """Which sort of refusal it is; empty where the server says something else."""
    if refusal.code == 590 and "simulator" in refusal.text:
        return ""
    return next((sort for sort, said in _SORTS.items() if said.search(refusal.text)), "")


def _with_code(sort: str, code: int) -> Callable[[Call, Refusal], Refusal]:
    def refuse(_call: Call, refusal: Refusal) -> Refusal:
        return Refusal(code, refusal.text) if _sort(refusal) == sort else refusal

    return refuse


def _capitals(_call: Call, refusal: Refusal) -> Refusal:
    return Refusal(refusal.code, refusal.text.swapcase()) if _sort(refusal) else refusal


def _other_text(_call: Call, refusal: Refusal) -> Refusal:
    sort = _sort(refusal)
    return Refusal(refusal.code, _OTHER_TEXTS[sort]) if sort else refusal


def _habits(sort: str, what: str, codes: dict[int, str]) -> tuple[Habit, ...]:
    return tuple(
        Habit(
            "%s-%d" % (sort, code), "refuses %s with %d" % (what, code), evidence, _ALL,
            one_of="code of %s" % sort, refuses=_with_code(sort, code),
        )
        for code, evidence in codes.items()
    )


HABITS = (
    *_habits(_ABSENT, "what is about an object that does not exist", {
        500: "C: a library calls it unknown user", 501: "C", 512: "seen live for Domains",
        513: "seen live for Accounts", 553: "C for Forwarders", 599: "seen live for files",
    }),
    *_habits(_TAKEN, "a name that is taken", {
        500: "C for Domains", 501: "C: older clients expect it", 520: "C for Accounts", 523: "C for Groups",
        524: "C for Forwarders", 532: "C for Mailboxes",
    }),
    *_habits(_RIGHT, "what the user has no right to", {510: "C", 531: "open"}),
    *_habits(_PASSWORD, "a wrong password", {
        512: "seen live where the Domain is unknown, too", 514: "C", 515: "seen live", 500: "open",
    }),
    Habit(
        "other-texts",
        "refuses in words that no manual and no client mentions",
        "inference: texts were compared by clients of one version",
        _ALL,
        one_of="texts",
        refuses=_other_text,
    ),
    Habit(
        "texts-in-other-case",
        "refuses with its texts in other letter case",
        "seen live: one text has capitals, others have none",
        _ALL,
        one_of="texts",
        refuses=_capitals,
    ),
)  # fmt: skip
