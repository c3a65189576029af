# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether a server tells who owns a Named Task."""

from __future__ import annotations

from typing import Any

from ...._cli.syntax import Command
from ..habit import Call, Habit, telling
from ..values import with_dictionaries

_OWNER = "Owner"


def _untold(value: Any) -> Any:
    return {key: item for key, item in value.items() if key != _OWNER} if isinstance(value, dict) else value


def _elsewhere(value: Any) -> Any:
    return {**_untold(value), "AccountName": value[_OWNER]} if isinstance(value, dict) else value


def _not_taken(call: Call) -> Command:
    """A setting of that name means nothing to the server, and so gives the task to nobody."""
    return with_dictionaries(call, _untold) if call.verb == "UPDATENAMEDTASK" else call.command


_TOUCHED = frozenset(("GETNAMEDTASK", "UPDATENAMEDTASK"))

HABITS = (
    Habit(
        "owner-untold",
        "does not tell the owner among the settings of a Named Task, and takes none there",
        "open: the manual tells of the owner in listings only",
        _TOUCHED,
        one_of="owner",
        obeys=_not_taken,
        tells=telling(_untold),
    ),
    Habit(
        "owner-elsewhere",
        "tells the owner of a Named Task under another key",
        "open",
        _TOUCHED,
        one_of="owner",
        obeys=_not_taken,
        tells=telling(_elsewhere),
    ),
)
