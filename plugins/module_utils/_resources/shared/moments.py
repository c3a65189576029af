# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Moments as playbooks give them: ``2026-05-03``, ``2026-05-03 18:00`` or ``2026-05-03T18:00:00``."""

from __future__ import annotations

import re
from datetime import datetime, time

from ..._engine.problems import printable
from ...connector.errors import CgpError

FORM = "A date is given as 2026-05-03, with a time as 2026-05-03 18:00"
_MOMENT = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:[ T]([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?)?")
MIDNIGHT = time()


def read_moment(option: str, text: str, time_of_day: time = MIDNIGHT) -> datetime:
    """The moment that an option says; ``time_of_day`` is that of a date alone. Raises CgpError for what is none."""
    match = _MOMENT.fullmatch(text.strip())
    if match is None:
        raise CgpError("%s is no date: %s" % (option, printable(text)), FORM)
    numbers = [int(number) for number in match.groups(default="0")]
    try:
        moment = datetime(*numbers)  # type: ignore[arg-type]
    except ValueError:
        raise CgpError("%s is not in the calendar: %s" % (option, text.strip()), FORM) from None
    return moment if match.group(4) else datetime.combine(moment.date(), time_of_day)
