# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Monitoring."""

from __future__ import annotations

from ..rights import server_right
from ..syntax import Section

SECTION = Section("Monitoring", rights=server_right("Monitoring"), scope="server")
read, change, destructive = SECTION.read, SECTION.change, SECTION.destructive

GETSTATELEMENT = read("GETSTATELEMENT <ObjectID:string>", "object: number, string or other")
SETSTATELEMENT = change("SETSTATELEMENT <ObjectID:string> [INC|SET] <setValue:number>")
GETNEXTSTATNAME = read("GETNEXTSTATNAME <ObjectID:string>", "string")
GETDIALOGINFO = read("GETDIALOGINFO <DialogID:number>", "dictionary")
SHUTDOWN = destructive("SHUTDOWN")
