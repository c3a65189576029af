# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server calls an alert."""

from __future__ import annotations

from typing import Sequence

from ..._cli.sections.alert import GETDOMAINALERTS, POSTDOMAINALERT
from ..._cli.syntax import Command
from ..question import Findings, Place, Question, Replies, Untold, dictionary, told


def _commands(place: Place) -> Sequence[Command]:
    return [POSTDOMAINALERT(place.domain, "probe"), GETDOMAINALERTS(domainName=place.domain)]


def _read(_place: Place, replies: Replies) -> Findings:
    keys = list(dictionary(replies[-1]))
    if not keys:
        raise Untold("the server does not tell the alert that was posted")
    stamped = all(str(key).startswith(("#T", "T")) for key in keys)
    return told("stamped-alerts", stamped, "an alert is told under a time stamp", "an alert is told under plain text")


QUESTIONS = (Question(("stamped-alerts",), _commands, _read),)
