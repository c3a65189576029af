# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Remote accounts that are polled (POP and IMAP), and remote registrations (SIP): the keys of one record."""

from __future__ import annotations

from .scope import Scope

RPOP = Scope(
    "rpop",
    r"""
APOP | flag | YES=1 |  |  | C cPanel, Plesk, Freeside, vendor's scripts | whether the password is not sent as it is
TLS | flag | YES=1 |  |  | C cPanel, Plesk, Freeside, vendor's scripts | whether the link is encrypted
authName | text |  |  |  | C cPanel, Plesk, Freeside, vendor's scripts | the name there
domain | text |  |  |  | C cPanel, Plesk, Freeside, vendor's scripts | the host there
leave | flag | YES=1 |  |  | C cPanel, Plesk, Freeside, vendor's scripts | whether mail stays there
mailbox | text |  |  |  | C cPanel, Plesk, Freeside, vendor's scripts | the Mailbox that gets it
password | secret |  |  |  | C cPanel, Plesk, Freeside, vendor's scripts | the password there
period | period | 120s|180s|300s|600s|750s|1200s|1800s|3600s|7200s|10800s|18000s|21600s|22800s|86400s|1000000000s|
  2m|10m|1h|1d |  | seconds | C cPanel, Plesk, Freeside, vendor's scripts | how often it is asked; 1000000000s is
  never
""",
)

RSIP = Scope(
    "rsip",
    r"""
authName | text |  |  |  | C cPanel | the name there
domain | text |  |  |  | C cPanel | the Domain of the registrar
fromName | text |  |  |  | C cPanel | the user who is registered
gwid | text |  |  |  | C cPanel | the number of a gateway, which an adaptor adds
password | secret |  |  |  | C cPanel | the password there
period | period | 120s|180s|300s|600s|750s|1200s|1800s|3600s|7200s|10800s|18000s|21600s|22800s|86400s|1000000000s|
  2m|1h|1d |  | seconds | C cPanel | how often it is registered; 1000000000s is never
targetName | text |  |  |  | C cPanel | who gets the calls
""",
)
