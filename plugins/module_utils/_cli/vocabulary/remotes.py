# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Remote accounts that are polled (POP and IMAP), and remote registrations (SIP): the keys of one record."""

from __future__ import annotations

from .scope import Scope

RPOP = Scope(
    "rpop",
    r"""
APOP | flag | YES=1 |  |  | C cPanel, Plesk, Freeside, vendor's scripts | APOP login; YES or absent
TLS | flag | YES=1 |  |  | C cPanel, Plesk, Freeside, vendor's scripts | encrypted link; YES or absent
authName | text |  |  |  | C cPanel, Plesk, Freeside, vendor's scripts | login name
domain | text |  |  |  | C cPanel, Plesk, Freeside, vendor's scripts | remote host
leave | flag | YES=1 |  |  | C cPanel, Plesk, Freeside, vendor's scripts | leave mail there; YES or absent
mailbox | text |  |  |  | C cPanel, Plesk, Freeside, vendor's scripts | target mailbox, optional
password | secret |  |  |  | C cPanel, Plesk, Freeside, vendor's scripts | remote password
period | period | 120s|180s|300s|600s|750s|1200s|1800s|3600s|7200s|10800s|18000s|21600s|22800s|86400s|1000000000s|
  2m|10m|1h|1d |  | seconds | C cPanel, Plesk, Freeside, vendor's scripts | poll interval; 1000000000s = disabled
""",
)

RSIP = Scope(
    "rsip",
    r"""
authName | text |  |  |  | C cPanel | login name
domain | text |  |  |  | C cPanel | registrar domain
fromName | text |  |  |  | C cPanel | registered user name
gwid | text |  |  |  | C cPanel | gateway number (free extra key)
password | secret |  |  |  | C cPanel | registrar password
period | period | 120s|180s|300s|600s|750s|1200s|1800s|3600s|7200s|10800s|18000s|21600s|22800s|86400s|1000000000s|
  2m|1h|1d |  | seconds | C cPanel | registration interval; 1000000000s = disabled
targetName | text |  |  |  | C cPanel | local target of calls, optional
""",
)
