# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server writes numbers, sizes, periods and flags."""

from __future__ import annotations

from typing import Any, Sequence

from ..._cli.sections.account import CREATEACCOUNT, GETACCOUNTSETTINGS, UPDATEACCOUNTSETTINGS
from ..._cli.syntax import Command
from ..question import Finding, Findings, Place, Question, Replies, Untold, kept, told

_DIGITS, _NUMBER, _SIZE, _FLAG, _WORD, _MINUS = (
    "MaxMailboxes", "MaxRosterItems", "MaxAccountSize", "MailToAll", "MaxMessageSize", "MaxFileSize",
)  # fmt: skip


def _written(name: str, key: str, value: Any) -> Any:
    """What writes one setting of an Account of its own and reads it."""

    def commands(place: Place) -> Sequence[Command]:
        account = place.within(name)
        update = UPDATEACCOUNTSETTINGS(account, {key: value})
        return [CREATEACCOUNT(account), update, GETACCOUNTSETTINGS(account)]

    return commands


def _of_digits(_place: Place, replies: Replies) -> Findings:
    number = isinstance(kept(replies[-1], _DIGITS), int)
    return told("numbers", number, "digits came back as a number", "digits came back as text")


def _of_number(_place: Place, replies: Replies) -> Findings:
    text = isinstance(kept(replies[-1], _NUMBER), str)
    return told("numbers-as-text", text, "a number came back as text", "a number came back as a number")


def _of_size(_place: Place, replies: Replies) -> Findings:
    size = str(kept(replies[-1], _SIZE)).upper()
    if size not in ("1024K", "1M", "1048576"):
        raise Untold("the server does not tell the size that was written")
    how = "1024K came back as %s" % size
    return {"amounts-shortest": Finding(size == "1M", how), "amounts-bare": Finding(size == "1048576", how)}


def _of_flag(_place: Place, replies: Replies) -> Findings:
    flag = kept(replies[-1], _FLAG)
    return told("flags-capitalised", flag == "No", "NO came back as No", "NO did not come back as No")


def _of_word(_place: Place, replies: Replies) -> Findings:
    number = str(kept(replies[-1], _WORD)) == "-1"
    return told("unlimited-as-number", number, "unlimited came back as -1", "unlimited did not come back as -1")


def _of_minus(_place: Place, replies: Replies) -> Findings:
    word = str(kept(replies[-1], _MINUS)).lower() in ("unlimited", "never")
    return told("unlimited-as-word", word, "-1 came back as a word", "-1 came back as a number")


QUESTIONS = (
    Question(("numbers",), _written("amounts-digits", _DIGITS, "5"), _of_digits),
    Question(("numbers-as-text",), _written("amounts-number", _NUMBER, 5), _of_number),
    Question(("amounts-shortest", "amounts-bare"), _written("amounts-size", _SIZE, "1024K"), _of_size),
    Question(("flags-capitalised",), _written("amounts-flag", _FLAG, "NO"), _of_flag),
    Question(("unlimited-as-number",), _written("amounts-word", _WORD, "unlimited"), _of_word),
    Question(("unlimited-as-word",), _written("amounts-minus", _MINUS, "-1"), _of_minus),
)
