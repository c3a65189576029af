# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Scheduled Tasks of one Account (manual, UPDATESCHEDULEDTASK).

Nothing waits for a task's time: a task that is due counts as launched when anybody looks next. No program runs then;
what it would have been given is kept as the last launch.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Callable

from ...connector.data import BadValue, Timestamp
from ..answers.refusals import bad_parameters

_NOW = "now"
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}
_LONGEST_PERIOD = 2 ** 31 - 1  # seconds


@dataclass
class ScheduledTask:
    """One task: ``program`` is a Real-Time Application, else ``script`` a Synchronous Script.

    ``when`` is the next launch; ``period`` a word of the manual, a number of seconds, or None for a task that is
    launched once.
    """

    when: Timestamp
    program: str = ""
    script: str = ""
    parameter: Any = None
    period: Any = None

    def described(self) -> dict[str, Any]:
        """The task as a dictionary like the one it was made from."""
        members = vars(self)
        return {key: members[key] for key in sorted(members) if members[key] not in (None, "")}


@dataclass
class Schedule:
    """All tasks by name. ``last_launch`` is the startParameter array of the task launched last, if any."""

    tasks: dict[str, ScheduledTask] = field(default_factory=dict, metadata={"of": ScheduledTask})
    last_launch: list[Any] = field(default_factory=list)

    def update(self, task_data: dict[str, Any], now: datetime) -> None:
        """Store, replace or delete the task that the dictionary of UPDATESCHEDULEDTASK describes."""
        name = _text(task_data, "id")
        if not name:
            raise bad_parameters("id must be the name of the task")
        task = _task(task_data, now)
        self.run(now)
        if task is None:
            self.tasks.pop(name, None)
        else:
            self.tasks[name] = task
            self.run(now)

    def run(self, now: datetime) -> None:
        """Launch what is due: a task without a period is gone then, any other waits for its next time."""
        launches = []
        for name, task in list(self.tasks.items()):
            due = task.when.datetime()
            if due > now:
                continue
            started, following = _around(due, task.period, now)
            launches.append((started, name, task.parameter))
            if following is None:
                del self.tasks[name]
            else:
                task.when = Timestamp.from_datetime(following)
        if launches:
            started, name, parameter = max(launches, key=lambda launch: launch[:2])
            self.last_launch = [name, Timestamp.from_datetime(started)] + ([] if parameter is None else [parameter])


def _task(task_data: dict[str, Any], now: datetime) -> ScheduledTask | None:
    """The task, or None when it has neither a program nor a script. Without ``when`` it is due at once."""
    program, script = _text(task_data, "program"), _text(task_data, "script")
    if not program and not script:
        return None
    return ScheduledTask(
        when=_moment(task_data.get("when", _NOW), now),
        program=program,
        script="" if program else script,
        parameter=task_data.get("parameter"),
        period=_period(task_data.get("period")),
    )


def _text(task_data: dict[str, Any], key: str) -> str:
    """A string; what is not specified, or is the null object, is the empty one."""
    value = task_data.get(key)
    if not isinstance(value, str) and value is not None:
        raise bad_parameters("%s must be a string" % key)
    return value or ""


def _moment(when: Any, now: datetime) -> Timestamp:
    if isinstance(when, str) and when.lower() == _NOW:
        return Timestamp.from_datetime(now)
    try:
        if isinstance(when, Timestamp) and when.datetime():
            return when
    except BadValue:
        pass
    raise bad_parameters("when must be a timestamp or the word now")


def _period(period: Any) -> Any:
    """A period as it is kept: a word in small letters, or a number, which may come as a numeric string."""
    if period is None:
        return None
    if isinstance(period, str):
        if period.lower() in _DAYS or period.lower() in _MONTHS:
            return period.lower()
        period = int(period) if period.isascii() and period.isdigit() and len(period) <= 10 else None
    if isinstance(period, int) and 0 < period <= _LONGEST_PERIOD:
        return period
    raise bad_parameters("period must be day, week, month, year or a number of seconds")


def _around(due: datetime, period: Any, now: datetime) -> tuple[datetime, datetime | None]:
    """The last time of a task that has come by ``now``, and its next one; ``due`` has come."""
    if period is None:
        return due, None
    if period in _MONTHS:
        months = _MONTHS[period]
        passed = ((now.year - due.year) * 12 + now.month - due.month) // months
        passed -= _months_later(due, passed * months) > now
        last, following = passed * months, (passed + 1) * months
        return _months_later(due, last), _or_never(lambda: _months_later(due, following))
    step = timedelta(days=_DAYS[period]) if period in _DAYS else timedelta(seconds=period)
    started = due + (now - due) // step * step
    return started, _or_never(lambda: started + step)


def _months_later(moment: datetime, months: int) -> datetime:
    """The same day of a later month, or that month's last day."""
    years, month = divmod(moment.month - 1 + months, 12)
    year = moment.year + years
    day = min(moment.day, calendar.monthrange(year, month + 1)[1])
    return moment.replace(year=year, month=month + 1, day=day)


def _or_never(make: Callable[[], datetime]) -> datetime | None:
    """A moment, or None where Python's calendar ends before it."""
    try:
        return make()
    except (OverflowError, ValueError):
        return None
