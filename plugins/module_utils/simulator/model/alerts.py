# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Alerts of one level (server, cluster, Domain, Account): time stamp -> text.

The manual says that an alert is removed by its time stamp, which is a string; that the stamps are the keys, and in the
date and time format of ACAP, is this simulator's choice.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Dict

from ...connector.data import Timestamp
from ..answers.refusals import bad_parameters, unknown
from .measures import acap

Alerts = Dict[str, str]


def post(alerts: Alerts, text: str, now: datetime) -> None:
    """Add an alert of now. Its stamp names it, so a second alert of the same second gets the next free one."""
    if not text:
        raise bad_parameters("the alert has no text")
    while acap(now) in alerts:
        now += timedelta(seconds=1)
    alerts[acap(now)] = text


def remove(alerts: Alerts, stamp: str | Timestamp) -> None:
    """Take away the alert with this time stamp, which as a data object is the text that it is written as."""
    name = "#%s" % stamp.text if isinstance(stamp, Timestamp) else stamp
    if name not in alerts:
        raise unknown("alert")
    del alerts[name]


def replace(alerts: Alerts, new: dict[str, Any]) -> None:
    """Let ``new`` be all alerts there are. Any key is taken for a time stamp, as their real form is not known."""
    if not all(stamp and isinstance(text, str) and text for stamp, text in new.items()):
        raise bad_parameters("alerts are texts under their time stamps")
    alerts.clear()
    alerts.update(new)
