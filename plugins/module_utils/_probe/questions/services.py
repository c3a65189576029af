# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server tells which services are enabled."""

from __future__ import annotations

from typing import Sequence

from ..._cli.sections.account import CREATEACCOUNT, GETACCOUNTSETTINGS, UPDATEACCOUNTSETTINGS
from ..._cli.syntax import Command
from ..question import Findings, Place, Question, Replies, Untold, kept, told

_MODES = ["30", "POP", "Mail"]


def _commands(place: Place) -> Sequence[Command]:
    account = place.within("services")
    update = UPDATEACCOUNTSETTINGS(account, {"AccessModes": _MODES})
    return [CREATEACCOUNT(account), update, GETACCOUNTSETTINGS(account)]


def _read(_place: Place, replies: Replies) -> Findings:
    modes = kept(replies[-1], "AccessModes")
    if not isinstance(modes, list) or not {"POP", "Mail"} <= set(map(str, modes)):
        raise Untold("the server does not tell the two services that were enabled")
    return told(
        "service-sets", list(map(str, modes)) != _MODES,
        "a list of services came back with another number or in another order",
        "a list of services came back as it was written",
    )  # fmt: skip


QUESTIONS = (Question(("service-sets",), _commands, _read),)
