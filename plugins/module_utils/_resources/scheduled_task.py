# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scheduled Tasks of Accounts, which no command reads: the manual, UPDATESCHEDULEDTASK."""

from __future__ import annotations

from datetime import timezone
from typing import Any, Mapping

from .._cli.sections.account import UPDATESCHEDULEDTASK
from .._engine.action import ActionStep, action, at_once
from .._engine.model import ABSENT, PRESENT, Conversation, Field
from .._engine.problems import printable
from ..connector import data
from ..connector.errors import CgpError
from .shared.moments import read_moment
from .shared.options import ACCOUNT_NAME

_PERIODS = ("day", "week", "month", "year")
_NOW = "now"
_DESCRIBING = ("program", "script", "parameter", "when", "period")


def _task_data(params: Mapping[str, Any]) -> dict[str, Any]:
    """Without a program and a script the task is deleted."""
    given = {name: params[name] for name in _DESCRIBING if params.get(name) is not None}
    if params["state"] == ABSENT:
        if given:
            raise CgpError("%s does not go with state=absent" % ", ".join(given), "To delete a task give its name only")
        return {"id": params["name"]}
    if bool(given.get("program")) == bool(given.get("script")):
        raise CgpError("a task is given either a program or a script", "Give one of them")
    if not given.get("when"):
        raise CgpError("the option when is missing", "Give a moment (GMT), or the word now")
    converted = {name: convert(given[name]) for name, convert in _CONVERT.items() if name in given}
    return {"id": params["name"], **given, **converted}


def _when(when: str) -> Any:
    if when == _NOW:
        return when
    try:
        moment = read_moment("when", when)
    except CgpError as error:
        raise CgpError(error.message, "%s. The word now is one, too" % error.hint) from None
    return data.Timestamp.from_datetime(moment.replace(tzinfo=timezone.utc))


def _period(period: str) -> Any:
    if period in _PERIODS:
        return period
    if period.isascii() and period.isdecimal() and int(period):
        return int(period)
    raise CgpError(
        "period is no number of seconds: %s" % printable(period), "Give one, or one of %s" % ", ".join(_PERIODS)
    )


_CONVERT = {"when": _when, "period": _period, "parameter": data.from_json}


def _update(params: Mapping[str, Any]) -> Conversation:
    return at_once(ActionStep(UPDATESCHEDULEDTASK(params[ACCOUNT_NAME.name], _task_data(params))))


SCHEDULED_TASK = action(
    (
        ACCOUNT_NAME,
        Field("name", required=True),
        Field("state", choices=(PRESENT, ABSENT), default=PRESENT),
        Field("program"),
        Field("script"),
        Field("parameter", type="raw"),
        Field("when"),
        Field("period", digits=True),
    ),
    _update,
)
