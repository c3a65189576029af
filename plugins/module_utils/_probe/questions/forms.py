# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""In which form a server says that there is nothing."""

from __future__ import annotations

from typing import Sequence

from ..._cli.sections.account import CREATEACCOUNT, GETACCOUNTACL, GETACCOUNTALIASES
from ..._cli.syntax import Command
from ..question import Finding, Findings, Null, Place, Question, Replies, Untold

_HABITS = ("empty-bare", "empty-null", "empty-swapped", "empty-text")


def _commands(place: Place) -> Sequence[Command]:
    account = place.within("forms")
    return [CREATEACCOUNT(account), GETACCOUNTACL(account), GETACCOUNTALIASES(account)]


def _read(_place: Place, replies: Replies) -> Findings:
    _made, acl, aliases = replies
    if acl or aliases:
        raise Untold("there is no listing that is known to be empty")
    how = "an empty dictionary is told as %s, an empty array as %s" % (_form(acl), _form(aliases))
    same = {_form(acl), _form(aliases)}
    return {
        "empty-swapped": Finding(isinstance(acl, list) and isinstance(aliases, dict), how),
        "empty-text": Finding(same == {'""'}, how),
        "empty-bare": Finding(same == {"nothing"}, how),
        "empty-null": Finding(same == {"#NULL#"}, how),
    }


def _form(value: object) -> str:
    return {list: "()", dict: "{}", str: '""', Null: "#NULL#"}.get(type(value), "nothing")


QUESTIONS = (Question(_HABITS, _commands, _read, forms=True),)
