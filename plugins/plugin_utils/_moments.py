# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Moments as servers and as people tell them: the filter ``cgp_time``."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Callable

from ansible_collections.communigate.pro.plugins.module_utils._engine.shapes import type_name
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.plugin_utils._template_face import choice, timestamp

_ISO = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[Tt _](?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:[.,][0-9]+)?\s*(?P<zone>[Zz]|[+-][0-9]{2}(?::?[0-9]{2})?)?)?"
)
_REMOTE = {"past": "TPAST", "future": "TFUTURE"}
_TAKEN = "It is #T22-10-2009_15:24:45, 2009-10-22T15:24:45Z, 2009-10-22, past, future, or a number of seconds"


def cgp_time(moment: Any, form: str = "iso") -> Any:
    """A moment in another form: what it is in by now is seen. CgpError for what is none, which is not shown."""
    told = FORMS[choice("form", form, list(FORMS))]
    return told(_read(moment))


def as_iso(stamp: data.Timestamp) -> str:
    """ISO 8601 in UTC; a day stays a day, and what is remote is a word."""
    return _told(stamp, "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d")


def _read(moment: Any) -> data.Timestamp:
    if isinstance(moment, bool):
        raise CgpError("a moment is needed, not bool", _TAKEN)
    if isinstance(moment, (int, float)):
        return _since_1970(moment)
    value = data.from_json(moment) if isinstance(moment, dict) else moment
    if isinstance(value, data.Timestamp):
        return _in_calendar(value)
    if not isinstance(value, str):
        raise CgpError("a moment is needed, not %s" % type_name(value), _TAKEN)
    text = value.strip()
    if text.lower() in _REMOTE:
        return data.Timestamp(_REMOTE[text.lower()])
    match = _ISO.fullmatch(text)
    if match:
        return _from_iso(match)
    try:
        stamp = data.Timestamp(text[text.startswith("#") :])
    except data.BadValue:
        raise CgpError("the text is no moment", _TAKEN) from None
    return _in_calendar(stamp)


def _since_1970(seconds: float) -> data.Timestamp:
    try:
        return timestamp(dt.datetime(1970, 1, 1) + dt.timedelta(seconds=int(seconds)))
    except (OverflowError, ValueError):
        raise CgpError("a number of seconds that leads out of the calendar", _TAKEN) from None


def _from_iso(match: re.Match[str]) -> data.Timestamp:
    try:
        day = dt.datetime.strptime(match["day"], "%Y-%m-%d")
        if not match["time"]:
            return timestamp(day.date())
        hours, minutes, seconds = (int(part) for part in (match["time"] + ":00").split(":")[:3])
        return timestamp(day.replace(hour=hours, minute=minutes, second=seconds, tzinfo=_zone(match["zone"])))
    except ValueError:
        raise CgpError("not a day of the calendar, or not a time of day", _TAKEN) from None


def _zone(told: str | None) -> dt.timezone:
    """Without a zone it is UTC, in which servers tell their moments."""
    if not told or told in "Zz":
        return dt.timezone.utc
    digits = told[1:].replace(":", "").ljust(4, "0")
    away = dt.timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return dt.timezone(-away if told[0] == "-" else away)


def _in_calendar(stamp: data.Timestamp) -> data.Timestamp:
    stamp.datetime()
    return stamp


def _told(stamp: data.Timestamp, whole: str, day: str) -> str:
    for word, text in _REMOTE.items():
        if stamp.text == text:
            return word
    moment = stamp.datetime()
    # strftime fills years up only on some systems.
    return moment.strftime((whole if "_" in stamp.text else day).replace("%Y", "%04d" % moment.year))


def _epoch(stamp: data.Timestamp) -> int:
    if stamp.text in _REMOTE.values():
        raise CgpError("the remote past and future have no number of seconds", "Compare it with past or future first")
    return int((stamp.datetime() - dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc)).total_seconds())


FORMS: dict[str, Callable[[data.Timestamp], Any]] = {
    "iso": as_iso,
    "datetime": lambda stamp: _told(stamp, "%Y-%m-%d %H:%M:%S", "%Y-%m-%d 00:00:00"),
    "epoch": _epoch,
    "cgp": lambda stamp: stamp.wire(),
    "tagged": data.to_json,
}
