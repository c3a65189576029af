# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulator's idea of time.

A clock is set with one word (all times are UTC)::

    real                            the time of this machine
    fixed:2030-01-31T12:00:00       it stands still
    scaled:60                       it runs 60 times as fast, from now
    scaled:60@2030-01-31T12:00:00   and from then
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from ...connector.data import Timestamp
from ...connector.errors import CgpError

REAL = "real"
FORMS = "real, fixed:2030-01-31T12:00:00, scaled:60 or scaled:60@2030-01-31T12:00:00"

_TIME = "%Y-%m-%dT%H:%M:%S"
_FASTEST = 100000.0  # more than a day in each second
_LAST = datetime(9999, 12, 31, tzinfo=timezone.utc)
_STEP = re.compile(r"\+(\d{1,12})([smhdw]?)", re.ASCII)
_SECONDS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}


class ClockError(CgpError):
    """A text that sets no clock."""


class Clock:
    """Real time. Everything in the simulator that needs the time asks a clock, so that tests can supply another one."""

    def now(self) -> datetime:
        """The current time in UTC."""
        return datetime.now(timezone.utc)

    def timestamp(self) -> Timestamp:
        """The current time as a CommuniGate timestamp (whole seconds, GMT)."""
        return Timestamp.from_datetime(self.now().replace(microsecond=0))


@dataclass(frozen=True)
class Setting:
    """A clock's word, read: how fast it runs, and from when (from now if that is None).

    ``text`` is the word as it is always written, so equal settings have equal texts.
    """

    text: str
    speed: float
    begin: datetime | None


class AdjustableClock(Clock):
    """A clock that can be set while it runs. ``real`` tells how time goes by outside."""

    def __init__(self, setting: Setting | None = None, real: Clock | None = None) -> None:
        self._real = real or Clock()
        self.set(setting or parse(REAL))

    def now(self) -> datetime:
        if self._speed == 1 and self._shown is self._set_at:
            return self._real.now()
        try:
            return min(self._shown + (self._real.now() - self._set_at) * self._speed, _LAST)
        except OverflowError:
            return _LAST

    @property
    def setting(self) -> str:
        """How the clock is set: a word as above, and how much it was put forward since, as ``+3600``."""
        if not self._speed:
            return "fixed:" + _written(self.now())
        return self._text + ("+%d" % self._ahead if self._ahead else "")

    def set(self, setting: Setting) -> None:
        """Go on as ``setting`` says."""
        self._set_at = self._real.now()
        self._shown = setting.begin or self._set_at
        self._text = setting.text
        self._speed = setting.speed
        self._ahead = 0

    def advance(self, seconds: int) -> None:
        """Put the clock forward; it goes on as before. ClockError if that is beyond the last time there is."""
        if seconds > (_LAST - self.now()).total_seconds():
            raise ClockError("the clock cannot go forward so far")
        now = self._real.now()
        self._shown, self._set_at = self.now() + timedelta(seconds=seconds), now
        self._ahead += seconds


def parse(text: str) -> Setting:
    """The Setting that a word means. ClockError if it means none."""
    kind, _colon, rest = text.strip().partition(":")
    if kind == REAL and not rest:
        return Setting(REAL, 1.0, None)
    if kind == "fixed":
        begin = _time(rest, text)
        return Setting("fixed:" + _written(begin), 0.0, begin)
    if kind == "scaled":
        scale, at, when = rest.partition("@")
        speed = _speed(scale, text)
        if not at:
            return Setting("scaled:%g" % speed, speed, None)
        begin = _time(when, text)
        return Setting("scaled:%g@%s" % (speed, _written(begin)), speed, begin)
    raise _unreadable(text)


def step(text: str) -> int | None:
    """The seconds that a text like ``+3600``, ``+90m`` or ``+2h`` means, None if it does not begin with a plus."""
    if not text.startswith("+"):
        return None
    found = _STEP.fullmatch(text)
    if found is None:
        raise ClockError("%s is no step of a clock" % text[:80], "It looks like +3600 or +2h (units s, m, h, d, w)")
    return int(found.group(1)) * _SECONDS[found.group(2)]


def _speed(text: str, whole: str) -> float:
    if not re.fullmatch(r"\d{1,9}(\.\d{1,9})?", text, re.ASCII) or not 0 < float(text) <= _FASTEST:
        raise _unreadable(whole, "a scale is more than 0 and at most %d" % _FASTEST)
    return float(text)


def _time(text: str, whole: str) -> datetime:
    try:
        return datetime.strptime(text[:-1] if text.endswith("Z") else text, _TIME).replace(tzinfo=timezone.utc)
    except ValueError:
        raise _unreadable(whole, "a time looks like 2030-01-31T12:00:00") from None


def _written(time: datetime) -> str:
    return time.replace(tzinfo=None).isoformat(timespec="seconds")


def _unreadable(text: str, why: str = "") -> ClockError:
    return ClockError("no clock can be set to %s%s" % (text[:80] or "nothing", why and ": " + why), "Say " + FORMS)
