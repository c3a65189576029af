# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""In which order a server lists Rules, whatever order they were sent in."""

from __future__ import annotations

from typing import Any

from ..habit import Habit, telling

_LISTINGS = frozenset(
    "GET%s%sRULES" % (whose, kind)
    for whose in ("ACCOUNT", "DOMAIN", "SERVER", "CLUSTER")
    for kind in ("MAIL", "SIGNAL")
)


def _by_priority(rules: Any) -> Any:
    return sorted(rules, key=lambda rule: -int(rule[0]))


HABITS = (
    Habit(
        "priority-order",
        "lists Rules with the highest priority first, whatever order they were sent in",
        "the manual: WebAdmin shows Rules by their priority and sends them back so",
        _LISTINGS,
        tells=telling(_by_priority),
    ),
)
