# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the tests of checks look at one object."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._audit.checks import CHECKS, looks_at
from ansible_collections.communigate.pro.plugins.module_utils._audit.model import (
    Facts,
    Finding,
    Subject,
    Unread,
    by_home,
)

NOW = dt.datetime(2026, 11, 30, 12, 0, 0, tzinfo=dt.timezone.utc)
HOMES = {
    "example.org": "example.org", "www.example.org": "example.org", "mail.example.org": "example.org",
    "net.example": "net.example",
}  # fmt: skip


def facts(unknown: str = "", **others: Any) -> Facts:
    given = {"quota_percent": 90, "certificate_days": 30, "unused_days": 365, "new_days": 30, "now": NOW, **others}
    return Facts(homes=HOMES, names=by_home(HOMES), unknown=unknown, **given)


def look(
    check: str, kind: str, name: str = "alice@example.org", *, known: Facts | None = None, **parts: Any
) -> tuple[list[Finding], list[str]]:
    """What a check finds in the parts of an object of example.org, and what it says that nobody knows."""
    subject = Subject(kind, "example.org", name, parts)
    told = [
        one
        for _check, look in looks_at([CHECKS[check]], kind) if set(look.parts) <= set(parts)
        for one in look.find(subject, known or facts())
    ]  # fmt: skip
    return [one for one in told if isinstance(one, Finding)], [one.why for one in told if isinstance(one, Unread)]
