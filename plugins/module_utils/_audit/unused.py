# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts that nobody uses: never, or not for a long time."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any, Iterator

from .._cli.stock_names import ACCOUNTS
from .._engine.model import fold
from ..connector import data
from ..connector.errors import DataError
from .model import ACCOUNT, WARNING, Check, Facts, Finding, Look, Subject, Told, Unread
from .quota import INFO, info_of

LAST, CREATED = "LastLogin", "Created"
_MOMENT = re.compile(r"#?T?([0-9]{2}-[0-9]{2}-[0-9]{4}(?:_[0-9]{2}:[0-9]{2}:[0-9]{2})?|PAST|FUTURE)")
_NEVER = ("", "never", "0")


def _find(subject: Subject, facts: Facts) -> Iterator[Told]:
    if fold(subject.name.partition("@")[0]) in ACCOUNTS:
        return  # they came with the server, and some are programs
    info = subject.parts[INFO]
    last, created = (info_of(info, name) for name in (LAST, CREATED))
    try:
        login, made = moment_of(last), moment_of(created)
    except DataError:
        yield Unread("%s or %s is no time" % (LAST, CREATED))
        return
    age = {"created": made.strftime("%Y-%m-%d")} if made is not None else {}
    if login is None:
        if made is None or (facts.now - made).days >= facts.new_days:
            yield Finding(WARNING, "was never used", age)
    elif (facts.now - login).days >= facts.unused_days:
        days = (facts.now - login).days
        detail = {"last_login": login.strftime("%Y-%m-%d"), "days": days, **age}
        yield Finding(WARNING, "was not used for %d days" % days, detail)


def moment_of(value: Any) -> dt.datetime | None:
    """The moment of a time stamp, or of a text that spells one; None for none. DataError for anything else."""
    if value is None or (isinstance(value, (str, int)) and str(value).strip().lower() in _NEVER):
        return None
    spelt = _MOMENT.fullmatch(str(value.text if isinstance(value, data.Timestamp) else value).strip())
    if spelt is None:
        raise DataError("no time")
    if spelt.group(1) == "PAST":
        return None
    return data.Timestamp("T" + spelt.group(1)).datetime()


UNUSED = Check("unused", (Look(ACCOUNT, (INFO,), _find),))
