# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server calls an alert."""

from __future__ import annotations

from datetime import datetime, timezone

from ...._cli.catalogue import COMMANDS
from ...._cli.syntax import Command
from ....connector.data import BadValue, Timestamp
from ...answers import writer
from ...answers.answer import Answer
from ...answers.refusals import unknown
from ...model.measures import acap
from ..habit import Call, Habit
from ..values import with_dictionaries

_ALERTS = frozenset(verb for verb in COMMANDS if verb.endswith(("ALERT", "ALERTS")))
_ACAP = "%Y%m%d%H%M%S"


class _Stamped(Answer):
    """Alerts, whose keys are time stamps and no strings."""

    __slots__ = ()

    def encode(self, inline: bool) -> bytes:
        pairs = "".join("%s=%s;" % (_key(key), writer.compact(self.value[key])) for key in sorted(self.value))
        return (("201 {%s}\r\n" if inline else "200 data follow\r\n{%s}\r\n") % pairs).encode("utf-8", "replace")


def _key(key: str) -> str:
    return key if key.startswith("#T") else writer.quote(key)


def _stamp(key: str) -> str:
    """A key as a time stamp; what is no moment stays."""
    try:
        return "#%s" % Timestamp.from_datetime(datetime.strptime(key, _ACAP).replace(tzinfo=timezone.utc)).text
    except (ValueError, BadValue):
        return key


def _told(_call: Call, answer: Answer) -> Answer:
    if not answer.has_data or not isinstance(answer.value, dict):
        return answer
    return _Stamped(answer.code, answer.text, {_stamp(key): text for key, text in answer.value.items()})


def _from_stamp(key: str) -> str:
    """What the simulator calls the alert of a key; what is no time stamp stays."""
    try:
        return acap(Timestamp(key[1:]).datetime()) if key.startswith("#") else key
    except (ValueError, BadValue):
        return key


def _obeyed(call: Call) -> Command:
    stamp = call.arguments.get("timeStamp")
    if stamp is None:
        return with_dictionaries(call, lambda alerts: {_from_stamp(key): text for key, text in alerts.items()})
    if not isinstance(stamp, Timestamp):
        raise unknown("alert")
    return call.having(timeStamp=_from_stamp("#%s" % stamp.text))


HABITS = (
    Habit(
        "stamped-alerts",
        "tells each alert under its time stamp, #T31-01-2030_12:00:00, and knows it by no other name",
        "the manual: alerts are a dictionary with alert strings and time stamps, and are removed by their stamp",
        _ALERTS,
        obeys=_obeyed,
        tells=_told,
    ),
)
