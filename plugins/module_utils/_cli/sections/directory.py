# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Directory Administration. Here SHARED stands after the unit's name."""

from __future__ import annotations

from ..rights import server_right
from ..syntax import Section

SECTION = Section("Directory Administration", rights=server_right("Directory"), scope="directory")
read, change, destructive = SECTION.read, SECTION.change, SECTION.destructive

LISTDIRECTORYUNITS = read("LISTDIRECTORYUNITS [SHARED]", "dictionary of name: mount point=unit name")
CREATEDIRECTORYUNIT = change("CREATEDIRECTORYUNIT <unitName:string> [SHARED] [REMOTE] <mountPoint:string>")
RELOCATEDIRECTORYUNIT = change("RELOCATEDIRECTORYUNIT <unitName:string> [SHARED] <newMountPoint:string>")
DELETEDIRECTORYUNIT = destructive("DELETEDIRECTORYUNIT <unitName:string> [SHARED]")
GETDIRECTORYUNIT = read("GETDIRECTORYUNIT <unitName:string> [SHARED]", "dictionary")
SETDIRECTORYUNIT = change("SETDIRECTORYUNIT <unitName:string> [SHARED] <newSettings:dictionary>")
GETDIRECTORYACCESSRIGHTS = read("GETDIRECTORYACCESSRIGHTS [SHARED]", "array")
SETDIRECTORYACCESSRIGHTS = change("SETDIRECTORYACCESSRIGHTS [SHARED] <newAccessRights:array>")
