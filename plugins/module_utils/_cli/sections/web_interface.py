# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Web Interface Integration: WebUser, XIMSS and LITE sessions."""

from __future__ import annotations

from ..rights import administrator_with
from ..syntax import Section

_CREATE_WEB_USER_SESSIONS = administrator_with("CanCreateWebUserSessions")
_SESSION_OF_DOMAIN = (
    "Server right All Domains without DOMAIN; Domain Administrator with CanCreateWebUserSessions with DOMAIN"
)
_UPLOAD = _SESSION_OF_DOMAIN + " and CanAccessWebSites"

SECTION = Section("Web Interface Integration", rights=_CREATE_WEB_USER_SESSIONS, scope="session")
read, change, action = SECTION.read, SECTION.change, SECTION.action

# making sessions
CREATEWEBUSERSESSION = action(
    "CREATEWEBUSERSESSION <accountName:string> ADDRESS <ip-address:string/ip> [FOR <orig-address:string>] "
    "[SKIN <skinName:string>]",
    "name: session ID",
)
CREATEXIMSSSESSION = action(
    "CREATEXIMSSSESSION <accountName:string> ADDRESS <ip-address:string> [FOR <orig-address:string>]",
    "name: session ID",
)
CREATELITESESSION = action(
    "CREATELITESESSION ADDRESS <ip-address:string> [FOR <orig-address:string>]", "name: session ID"
)

# finding sessions
FINDACCOUNTSESSION = read(
    "FINDACCOUNTSESSION <accountName:string> [ADDRESS <ip-address:string/ip> [FOR <proxied-address:string>]] "
    "[PROTOCOL <protocol:string>] [TRANSPORT <transport:string>] [CLIENT <client:string>]",
    "name: session ID",
)
LISTACCOUNTSESSIONS = read(
    "LISTACCOUNTSESSIONS <accountName:string> [ADDRESS <ip-address:string/ip> [FOR <proxied-address:string>]] "
    "[PROTOCOL <protocol:string>] [TRANSPORT <transport:string>] [CLIENT <client:string>]",
    "array of name",
)
LISTLITESESSIONS = read(
    "LISTLITESESSIONS [ADDRESS <ip-address:string/ip> [FOR <proxied-address:string>]]", "array of name"
)

# one session
GETSESSION = read("GETSESSION <sessionID:string> [DOMAIN <domainName:string>]", "dictionary", rights=_SESSION_OF_DOMAIN)
UPDATESESSION = change(
    "UPDATESESSION <sessionID:string> [DOMAIN <domainName:string>] <dictParam:dictionary>", rights=_SESSION_OF_DOMAIN
)
KILLSESSION = action("KILLSESSION <sessionID:string> [DOMAIN <domainName:string>]", rights=_SESSION_OF_DOMAIN)
BLESSSESSION = action(
    "BLESSSESSION <sessionID:string> [PASSWORD <secret:string>] [AUTH <accountName:string>]",
    rights="Master without PASSWORD; CanImpersonate with AUTH; none for own session with PASSWORD",
)
STORESESSIONFILE = change(
    "STORESESSIONFILE <sessionID:string> [DOMAIN <domainName:string>] FILE <fileName:string> "
    "[OFFSET <position:number/BEG/END/NEW>] UPLOADID <uploadID:string>",
    rights=_UPLOAD,
)
