# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server tells which services are enabled."""

from __future__ import annotations

from typing import Any

from .. import verbs
from ..habit import Habit
from ..values import telling_values

_KEYS = ("AccessModes", "DomainAccessModes")

# By their numbers, from 1.
_SERVICES = (
    "Mail", "POP", "IMAP", "WebMail", "PWD", "Agent", "WebSite", "Relay", "Roaming", "FTP", "MAPI", "TLS", "S/MIME",
    "LDAP", "WebCAL", "RADIUS", "SIP", "PBX", "XMPP", "XIMSS", "Signal", "AirSync", "HTTP", "MobilePBX", "XMedia",
    "YMedia", "MobileClient", "ClientMail", "ClientIM", "ClientVoIP",
)


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
