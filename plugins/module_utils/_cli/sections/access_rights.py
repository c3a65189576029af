# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Access Rights Administration. The rights are read by GETACCOUNTRIGHTS (section account)."""

from __future__ import annotations

from ..syntax import Section

_MASTER = "Server right Master; All Domains is enough for Accounts in secondary Domains"

SECTION = Section("Access Rights Administration", rights=_MASTER, scope="account")
change = SECTION.change

SETACCOUNTRIGHTS = change("SETACCOUNTRIGHTS <accountName:string> <newRights:array>")
