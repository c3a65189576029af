# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a server tells who owns a Named Task."""

from __future__ import annotations

from typing import Sequence

from ..._cli.sections.account import CREATEACCOUNT
from ..._cli.sections.named_task import CREATENAMEDTASK, DELETENAMEDTASK, GETNAMEDTASK
from ..._cli.syntax import Command
from ..question import Finding, Findings, Place, Question, Replies

_OWNER = "owners"
_HABITS = ("owner-untold", "owner-elsewhere")


def _commands(place: Place) -> Sequence[Command]:
    task = place.within("owners-task")
    return [
        CREATEACCOUNT(place.within(_OWNER)),
        CREATENAMEDTASK(task, _OWNER),
        GETNAMEDTASK(task),
        DELETENAMEDTASK(task),
    ]


def _read(_place: Place, replies: Replies) -> Findings:
    settings = replies[2] if isinstance(replies[2], dict) else {}
    names = [key for key, value in settings.items() if str(value).partition("@")[0].lower() == _OWNER]
    told = "Owner" in names
    where = "as Owner" if told else "under another key" if names else "nowhere"
    how = "the owner of a Named Task is told %s" % where
    return {_HABITS[0]: Finding(not names, how), _HABITS[1]: Finding(bool(names) and not told, how)}


QUESTIONS = (Question(_HABITS, _commands, _read),)
