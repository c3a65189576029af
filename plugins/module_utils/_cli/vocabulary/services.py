# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The services that an Account or a Domain can be allowed: the words of AccessModes, with their numbers."""

from __future__ import annotations

from typing import Any, Sequence

from .scope import Scope

SERVICES = Scope(
    "service",
    r"""
ACAP | number |  |  |  | L cPanel, other clients | older word, number not given
Agent | number | 6 |  |  | M manual | service word for AccessModes
AirSync | number | 22 |  |  | L manual, other clients | service word for AccessModes
ClientIM | number | 29 |  |  | M manual | service word for AccessModes
ClientMail | number | 28 |  |  | M manual | service word for AccessModes
ClientVoIP | number | 30 |  |  | M manual | service word for AccessModes
FTP | number | 10 |  |  | L manual, other clients | service word for AccessModes
GIPS Media | number |  |  |  | C Plesk | label only; wire word is XMedia
HTTP | number | 23 |  |  | L manual, other clients | service word for AccessModes
IMAP | number | 3 |  |  | L manual, other clients | service word for AccessModes
LDAP | number | 14 |  |  | L manual, other clients | service word for AccessModes
MAPI | number | 11 |  |  | L manual, other clients | service word for AccessModes
Mail | number | 1 |  |  | L manual, other clients | service word for AccessModes
Mobile | number |  |  |  | L cPanel, other clients | older word, number not given
MobileClient | number | 27 |  |  | M manual | service word for AccessModes
MobilePBX | number | 24 |  |  | L manual, other clients | service word for AccessModes
MobilePronto | number |  |  |  | L cPanel, other clients | older word, number not given
PBX | number | 18 |  |  | L manual, other clients | service word for AccessModes
POP | number | 2 |  |  | L manual, other clients | service word for AccessModes
PWD | number | 5 |  |  | L manual, other clients | service word for AccessModes
RADIUS | number | 16 |  |  | L manual, other clients | service word for AccessModes
Relay | number | 8 |  |  | L manual, other clients | service word for AccessModes
Roaming | number | 9 |  |  | M manual | service word for AccessModes
S/MIME | number | 13 |  |  | L manual, other clients | service word for AccessModes
SIP | number | 17 |  |  | L manual, other clients | service word for AccessModes
Signal | number | 21 |  |  | L manual, other clients | service word for AccessModes
TLS | number | 12 |  |  | L manual, other clients | service word for AccessModes
WebCAL | number | 15 |  |  | L manual, other clients | service word for AccessModes
WebMail | number | 4 |  |  | L manual, other clients | service word for AccessModes
WebSite | number | 7 |  |  | L manual, other clients | service word for AccessModes
XIMSS | number | 20 |  |  | L manual, other clients | service word for AccessModes
XMPP | number | 19 |  |  | L manual, other clients | service word for AccessModes
XMedia | number | 25 |  |  | L manual, other clients | service word for AccessModes
YMedia | number | 26 |  |  | L manual, other clients | service word for AccessModes
""",
)


def has_number(modes: Sequence[Any]) -> bool:
    """Whether a list of services begins with the number that the manual wants."""
    return bool(modes) and not isinstance(modes[0], bool) and str(modes[0]).isdecimal()


def enabled(modes: Sequence[Any]) -> Any:
    """A list of services in the one form of all lists that enable the same: its number as small as can be.

    The manual: the list begins with a number, and all services with larger numbers are enabled as well. So services
    that are named and have the numbers just below are enabled by a smaller number, too. ``All`` is left where that
    makes 0. A list without a number is its services, in any order.
    """
    first, *others = modes if has_number(modes) else ("", *modes)
    names = {SERVICES.root.spelling(str(name)) for name in others}
    if first == "":
        return sorted(names)
    number = int(first)
    by_number = {_number(name): name for name in names}
    while number and number in by_number:
        number -= 1
    if not number:
        return "All"
    # What has no number that is known is none of those that the number enables.
    return [str(number), *sorted(name for name in names if not _number(name) > number)]


def _number(name: str) -> int:
    setting = SERVICES.root.below(name).setting
    return int(setting.values[0][0]) if setting is not None and setting.values else 0
