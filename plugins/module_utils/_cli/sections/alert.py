# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Alert Administration. The keyword ALERT is used for Domains and Accounts only.

A time stamp goes back as the server tells it: as a string, or as the data object that it is.
"""

from __future__ import annotations

from ..rights import SYSTEM_ADMINISTRATOR, administrator_with
from ..syntax import Section

_POST_ALERTS = administrator_with("CanPostAlerts")

_ALERTS = "dictionary of string/timestamp: alerts and timestamps"

SECTION = Section("Alert Administration", rights=_POST_ALERTS, scope="domain")
read, change, destructive = SECTION.read, SECTION.change, SECTION.destructive

# Domain
GETDOMAINALERTS = read("GETDOMAINALERTS [<domainName:string>]", _ALERTS)
SETDOMAINALERTS = change("SETDOMAINALERTS [<domainName:string>] <newAlerts:dictionary>")
POSTDOMAINALERT = change("POSTDOMAINALERT <domainName:string> ALERT <newAlert:string>")
REMOVEDOMAINALERT = destructive("REMOVEDOMAINALERT <domainName:string> ALERT <timeStamp:string/timestamp>")

# Account
GETACCOUNTALERTS = read("GETACCOUNTALERTS <accountName:string>", _ALERTS, scope="account")
SETACCOUNTALERTS = change("SETACCOUNTALERTS <accountName:string> <newAlerts:dictionary>", scope="account")
POSTACCOUNTALERT = change("POSTACCOUNTALERT <accountName:string> ALERT <newAlert:string>", scope="account")
REMOVEACCOUNTALERT = destructive(
    "REMOVEACCOUNTALERT <accountName:string> ALERT <timeStamp:string/timestamp>", scope="account"
)

# server
GETSERVERALERTS = read(
    "GETSERVERALERTS", _ALERTS, rights=SYSTEM_ADMINISTRATOR, scope="server"
)
SETSERVERALERTS = change("SETSERVERALERTS <newAlerts:dictionary>", rights=SYSTEM_ADMINISTRATOR, scope="server")
POSTSERVERALERT = change("POSTSERVERALERT <newAlert:string>", rights=SYSTEM_ADMINISTRATOR, scope="server")
REMOVESERVERALERT = destructive(
    "REMOVESERVERALERT <timeStamp:string/timestamp>", rights=SYSTEM_ADMINISTRATOR, scope="server"
)

# cluster
GETCLUSTERALERTS = read(
    "GETCLUSTERALERTS", _ALERTS, rights=SYSTEM_ADMINISTRATOR, scope="cluster"
)
SETCLUSTERALERTS = change("SETCLUSTERALERTS <newAlerts:dictionary>", rights=SYSTEM_ADMINISTRATOR, scope="cluster")
POSTCLUSTERALERT = change("POSTCLUSTERALERT <newAlert:string>", rights=SYSTEM_ADMINISTRATOR, scope="cluster")
REMOVECLUSTERALERT = destructive(
    "REMOVECLUSTERALERT <timeStamp:string/timestamp>", rights=SYSTEM_ADMINISTRATOR, scope="cluster"
)
