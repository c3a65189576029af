# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Real-Time Application Control: running Real-Time Tasks."""

from __future__ import annotations

from ..rights import NOT_STATED
from ..syntax import Section

SECTION = Section("Real-Time Application Control", rights=NOT_STATED, scope="task")
read, action = SECTION.read, SECTION.action

STARTPBXTASK = action(
    "STARTPBXTASK <accountName:string> PROGRAM <programName:string> [ENTRY <entryName:string>] "
    "[PARAM <parameter:object>]",
    "name: task ID",
)
SENDTASKEVENT = action("SENDTASKEVENT <taskID:string> EVENT <eventName:string> [PARAM <parameter:object>]")
KILLNODE = action("KILLNODE <taskID:string>")
READNODESTATUS = read("READNODESTATUS <taskID:string>", "object")
