# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Synchronous Scripts."""

from __future__ import annotations

from ..rights import NOT_STATED
from ..syntax import Section

SECTION = Section("Synchronous Scripts", rights=NOT_STATED, scope="account")
action = SECTION.action

RUNSCRIPT = action(
    "RUNSCRIPT <accountName:string> PROGRAM <programName:string> [ENTRY <entryName:string>] [PARAM <parameter:object>]",
    "object",
)
