# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of dictionaries inside settings that are updated."""

from __future__ import annotations

from typing import Sequence

from ..._cli.sections.domain import GETDOMAINSETTINGS, UPDATEDOMAINSETTINGS
from ..._cli.syntax import Command
from ..question import Finding, Findings, Place, Question, Replies, Untold, dictionary, kept

_KEY = "DKIM"
_FIRST = {"Method": "simple", "Selector": "one"}
_SECOND = {"Selector": "two"}
_HABITS = ("update-replaces-nested", "update-merges-nested")


def _commands(place: Place) -> Sequence[Command]:
    return [
        UPDATEDOMAINSETTINGS({_KEY: _FIRST}, domainName=place.domain),
        UPDATEDOMAINSETTINGS({_KEY: _SECOND}, domainName=place.domain),
        GETDOMAINSETTINGS(domainName=place.domain),
    ]


def _read(_place: Place, replies: Replies) -> Findings:
    nested = dictionary(kept(replies[-1], _KEY))
    if nested.get("Selector") != _SECOND["Selector"]:
        raise Untold("the server does not tell a nested setting that was updated")
    merges = nested.get("Method") == _FIRST["Method"]
    how = "a nested setting was %s by an update of the one beside it" % ("kept" if merges else "removed")
    return {_HABITS[0]: Finding(not merges, how), _HABITS[1]: Finding(merges, how)}


QUESTIONS = (Question(_HABITS, _commands, _read),)
