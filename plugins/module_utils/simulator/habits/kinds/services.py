# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server tells which services are enabled."""

from __future__ import annotations

from typing import Any

from ...._cli.vocabulary.services import SERVICES
from .. import verbs
from ..habit import Habit
from ..values import telling_values

_KEYS = ("AccessModes", "DomainAccessModes")

# The words of the vocabulary in the order of their numbers, which begin with 1.
_SERVICES = [
    setting.name
    for setting in sorted((each for each in SERVICES if each.values), key=lambda each: int(each.values[0][0]))
]


def _own_set(key: str, value: Any) -> Any:
    """All enabled services, named in the server's order behind the number of those that it has."""
    if key not in _KEYS or not isinstance(value, list):
        return value
    first = str(value[0]) if value else ""
    numbered = first.isascii() and first.isdigit()
    implied = set(_SERVICES[int(first) :]) if numbered else set()
    named = [name for name in value[1 if numbered else 0 :] if isinstance(name, str)]
    enabled = [name for name in _SERVICES if name in implied or name in named]
    return [str(len(_SERVICES)), *enabled, *(name for name in named if name not in _SERVICES)]


HABITS = (
    Habit(
        "service-sets",
        "tells AccessModes and DomainAccessModes with its own number first and the services in its own order, those "
        "that a smaller number implied among them",
        "seen live: 27 comes first on a server with 27 services, which follow by name",
        verbs.ACCOUNT_SETTINGS | verbs.DOMAIN_SETTINGS,
        tells=telling_values(_own_set),
    ),
)
