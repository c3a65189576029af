# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""In which order a server lists Rules, whatever order they were sent in."""

from __future__ import annotations

from typing import Sequence

from ..._cli.sections.account import CREATEACCOUNT, GETACCOUNTMAILRULES, SETACCOUNTMAILRULES
from ..._cli.syntax import Command
from ..question import Findings, Place, Question, Replies, Untold, array, told

_NAMES = ["second", "first"]


def _commands(place: Place) -> Sequence[Command]:
    account = place.within("order")
    rules = [["2", "second", [], []], ["7", "first", [], []]]
    return [CREATEACCOUNT(account), SETACCOUNTMAILRULES(account, rules), GETACCOUNTMAILRULES(account)]


def _read(_place: Place, replies: Replies) -> Findings:
    names = [rule[1] for rule in array(replies[-1]) if isinstance(rule, list) and len(rule) > 1]
    if sorted(names) != sorted(_NAMES):
        raise Untold("the server does not tell the two Rules that were written")
    return told(
        "priority-order", names != _NAMES, "of two Rules that were written the one with the higher priority came first",
        "two Rules came back in the order in which they were written",
    )  # fmt: skip


QUESTIONS = (Question(("priority-order",), _commands, _read),)
