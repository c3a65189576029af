# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server has that nobody has made."""

from __future__ import annotations

from typing import Sequence

from ..._cli.sections.directory import LISTDIRECTORYUNITS
from ..._cli.sections.domain import LISTDOMAINOBJECTS
from ..._cli.syntax import Command
from ..question import Finding, Findings, Place, Question, Replies, array


def _commands(place: Place) -> Sequence[Command]:
    return [LISTDOMAINOBJECTS(place.main, 100, filter="pbx", ACCOUNTS=True), LISTDIRECTORYUNITS()]


def _read(_place: Place, replies: Replies) -> Findings:
    listed = array(replies[0])
    accounts = listed[1] if len(listed) > 1 and isinstance(listed[1], dict) else {}
    pbx = "pbx" in accounts
    unit = isinstance(replies[1], dict) and "Main" in replies[1].values()
    how = "the Account pbx is %s" % ("there" if pbx else "not there")
    return {
        "stock-objects": Finding(pbx, how),
        "no-stock-objects": Finding(not pbx, how),
        "stock-directory-unit": Finding(unit, "the Directory Unit Main is %s" % ("there" if unit else "not there")),
    }


QUESTIONS = (
    Question(("stock-objects", "no-stock-objects", "stock-directory-unit"), _commands, _read, writes=False),
)
