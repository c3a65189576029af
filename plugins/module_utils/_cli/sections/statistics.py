# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Statistics."""

from __future__ import annotations

from ..syntax import Section, object_of_key

_BASIC_SETTINGS = "Domain Administrator with BasicSettings"
_ANY_RIGHT_OR_SELF = "Domain Administrator of the Domain; any user for own Account"

SECTION = Section("Statistics", rights=_BASIC_SETTINGS, scope="account")
read, destructive = SECTION.read, SECTION.destructive

GETACCOUNTSTAT = read(
    "GETACCOUNTSTAT <accountName:string> [KEY <keyName:string>]",
    "dictionary", result_of=object_of_key, rights=_ANY_RIGHT_OR_SELF,
)
RESETACCOUNTSTAT = destructive("RESETACCOUNTSTAT <accountName:string> [KEY <keyName:string>]")
GETDOMAINSTAT = read(
    "GETDOMAINSTAT <domainName:string> [KEY <keyName:string>]",
    "dictionary", result_of=object_of_key, rights="Domain Administrator of the Domain", scope="domain",
)
RESETDOMAINSTAT = destructive("RESETDOMAINSTAT <domainName:string> [KEY <keyName:string>]", scope="domain")
