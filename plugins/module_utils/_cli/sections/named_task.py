# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Named Task Administration."""

from __future__ import annotations

from ..rights import DOMAIN_ADMINISTRATOR, administrator_with
from ..syntax import Section

_CREATE_NAMED_TASKS = administrator_with("CanCreateNamedTasks")

SECTION = Section("Named Task Administration", rights=DOMAIN_ADMINISTRATOR, scope="task")
read, change, destructive = SECTION.read, SECTION.change, SECTION.destructive

LISTDOMAINNAMEDTASKS = read(
    "LISTDOMAINNAMEDTASKS [<domainName:string>]",
    "dictionary of dictionary: task=owner, real name, program", scope="domain",
)
LISTACCOUNTNAMEDTASKS = read(
    "LISTACCOUNTNAMEDTASKS <accountName:string>", "dictionary of dictionary: as LISTDOMAINNAMEDTASKS", scope="account"
)
CREATENAMEDTASK = change("CREATENAMEDTASK <taskName:string> FOR <accountName:string>", rights=_CREATE_NAMED_TASKS)
RENAMENAMEDTASK = change("RENAMENAMEDTASK <oldTaskName:string> INTO <newTaskName:string>", rights=_CREATE_NAMED_TASKS)
DELETENAMEDTASK = destructive("DELETENAMEDTASK <taskName:string>", rights=_CREATE_NAMED_TASKS)
GETNAMEDTASK = read("GETNAMEDTASK <taskName:string>", "dictionary")
UPDATENAMEDTASK = change("UPDATENAMEDTASK <taskName:string> <newSettings:dictionary>", rights=_CREATE_NAMED_TASKS)
