# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Account Services.

What DATASET, ROSTER and BALANCE do depends on a key of their dictionary (``what`` or ``op``): they are listed as
changes, although some of their operations only read.
"""

from __future__ import annotations

from ..syntax import Section

_OWNER_OR_BASIC_SETTINGS = "Account owner, or Domain Administrator with BasicSettings"

SECTION = Section("Account Services", rights=_OWNER_OR_BASIC_SETTINGS, scope="account")
change, destructive = SECTION.change, SECTION.destructive

REMOVEACCOUNTSUBSET = destructive("REMOVEACCOUNTSUBSET <accountName:string> SUBSET <subsetName:string>")
DATASET = change("DATASET <accountName:string> <parameters:dictionary>", "dictionary")
ROSTER = change("ROSTER <accountName:string> <parameters:dictionary>", "dictionary")
BALANCE = change(
    "BALANCE <accountName:string> <parameters:dictionary>",
    "dictionary", rights="Account owner, or Domain Administrator with CanCreditAccounts",
)
