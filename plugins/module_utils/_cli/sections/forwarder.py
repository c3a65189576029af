# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Forwarder Administration. No command changes the address: delete and create."""

from __future__ import annotations

from ..rights import DOMAIN_ADMINISTRATOR, administrator_with
from ..syntax import Section

_CREATE_FORWARDERS = administrator_with("CanCreateForwarders")

SECTION = Section("Forwarder Administration", rights=DOMAIN_ADMINISTRATOR, scope="forwarder")
read, change, destructive = SECTION.read, SECTION.change, SECTION.destructive

LISTFORWARDERS = read("LISTFORWARDERS [<domainName:string>]", "array of name", scope="domain")
CREATEFORWARDER = change("CREATEFORWARDER <forwarderName:string> TO <address:string>", rights=_CREATE_FORWARDERS)
RENAMEFORWARDER = change(
    "RENAMEFORWARDER <oldForwarderName:string> INTO <newForwarderName:string>", rights=_CREATE_FORWARDERS
)
DELETEFORWARDER = destructive("DELETEFORWARDER <forwarderName:string>", rights=_CREATE_FORWARDERS)
GETFORWARDER = read("GETFORWARDER <forwarderName:string>", "name: address")
FINDFORWARDERS = read(
    "FINDFORWARDERS <domainName:string> TO <forwarderAddress:string>", "array of name", scope="domain"
)
