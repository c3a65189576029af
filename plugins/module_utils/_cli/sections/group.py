# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Group Administration."""

from __future__ import annotations

from ..rights import DOMAIN_ADMINISTRATOR, administrator_with
from ..syntax import Section

_CREATE_GROUPS = administrator_with("CanCreateGroups")

SECTION = Section("Group Administration", rights=DOMAIN_ADMINISTRATOR, scope="group")
read, change, destructive = SECTION.read, SECTION.change, SECTION.destructive

LISTGROUPS = read("LISTGROUPS [<domainName:string>]", "array of name", scope="domain")
CREATEGROUP = change("CREATEGROUP <groupName:string> [<settings:dictionary>]", rights=_CREATE_GROUPS)
RENAMEGROUP = change("RENAMEGROUP <oldGroupName:string> INTO <newGroupName:string>", rights=_CREATE_GROUPS)
DELETEGROUP = destructive("DELETEGROUP <groupName:string>", rights=_CREATE_GROUPS)
GETGROUP = read("GETGROUP <groupName:string>", "dictionary")
SETGROUP = change("SETGROUP <groupName:string> <newSettings:dictionary>", rights=_CREATE_GROUPS)
