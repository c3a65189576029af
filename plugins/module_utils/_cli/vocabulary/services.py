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
ACAP | number |  |  |  | L cPanel, other clients | a service of older servers, whose number nobody tells
Agent | number | 6 |  |  | M manual | a service
AirSync | number | 22 |  |  | L manual, other clients | a service
ClientIM | number | 29 |  |  | M manual | a service
ClientMail | number | 28 |  |  | M manual | a service
ClientVoIP | number | 30 |  |  | M manual | a service
FTP | number | 10 |  |  | L manual, other clients | a service
GIPS Media | number |  |  |  | C Plesk | what one client calls XMedia
HTTP | number | 23 |  |  | L manual, other clients | a service
IMAP | number | 3 |  |  | L manual, other clients | a service
LDAP | number | 14 |  |  | L manual, other clients | a service
MAPI | number | 11 |  |  | L manual, other clients | a service
Mail | number | 1 |  |  | L manual, other clients | a service
Mobile | number |  |  |  | L cPanel, other clients | a service of older servers, whose number nobody tells
MobileClient | number | 27 |  |  | M manual | a service
MobilePBX | number | 24 |  |  | L manual, other clients | a service
MobilePronto | number |  |  |  | L cPanel, other clients | a service of older servers, whose number nobody tells
PBX | number | 18 |  |  | L manual, other clients | a service
POP | number | 2 |  |  | L manual, other clients | a service
PWD | number | 5 |  |  | L manual, other clients | a service
RADIUS | number | 16 |  |  | L manual, other clients | a service
Relay | number | 8 |  |  | L manual, other clients | a service
Roaming | number | 9 |  |  | M manual | a service
S/MIME | number | 13 |  |  | L manual, other clients | a service
SIP | number | 17 |  |  | L manual, other clients | a service
Signal | number | 21 |  |  | L manual, other clients | a service
TLS | number | 12 |  |  | L manual, other clients | a service
WebCAL | number | 15 |  |  | L manual, other clients | a service
WebMail | number | 4 |  |  | L manual, other clients | a service
WebSite | number | 7 |  |  | L manual, other clients | a service
XIMSS | number | 20 |  |  | L manual, other clients | a service
XMPP | number | 19 |  |  | L manual, other clients | a service
XMedia | number | 25 |  |  | L manual, other clients | a service
YMedia | number | 26 |  |  | L manual, other clients | a service
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
        return sorted(names, key=lambda name: (name.isdecimal(), name))  # what is no number stays none
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
