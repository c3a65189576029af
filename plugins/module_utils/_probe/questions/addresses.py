# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server keeps the names of Accounts that stand inside other objects."""

from __future__ import annotations

from typing import Sequence

from ..._cli.sections.account import CREATEACCOUNT
from ..._cli.sections.group import CREATEGROUP, GETGROUP
from ..._cli.syntax import Command
from ..question import Finding, Findings, Place, Question, Replies, Untold, array, kept

_HABITS = ("own-domain-dropped", "own-domain-added", "addresses-lower-cased")
_FULL, _BARE = "Probe-Full", "Probe-Bare"


def _commands(place: Place) -> Sequence[Command]:
    group = place.within("addresses")
    return [
        CREATEACCOUNT(place.within(_FULL)),
        CREATEACCOUNT(place.within(_BARE)),
        CREATEGROUP(group, settings={"Members": [place.within(_FULL), _BARE]}),
        GETGROUP(group),
    ]


def _read(_place: Place, replies: Replies) -> Findings:
    members = [str(member) for member in array(kept(replies[-1], "Members"))]
    found = {member.partition("@")[0].lower(): member for member in members}
    full, bare = found.get(_FULL.lower()), found.get(_BARE.lower())
    if full is None or bare is None:
        raise Untold("the server does not tell the two members of a Group that were written")
    return {
        _HABITS[0]: Finding("@" not in full, "a member that was written with the own Domain came back %s it" % (
            "with" if "@" in full else "without")),
        _HABITS[1]: Finding("@" in bare, "a member that was written without the own Domain came back %s it" % (
            "with" if "@" in bare else "without")),
        _HABITS[2]: Finding(_BARE not in bare, "a member with capitals came back %s them" % (
            "with" if _BARE in bare else "without")),
    }  # fmt: skip


QUESTIONS = (Question(_HABITS, _commands, _read),)
