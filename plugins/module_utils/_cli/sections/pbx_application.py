# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Real-Time Application Administration: application environments and their files."""

from __future__ import annotations

from ..rights import SYSTEM_ADMINISTRATOR, administrator_with
from ..syntax import Section

_MODIFY_PBX_APPS = administrator_with("CanModifyPBXApps")

SECTION = Section("Real-Time Application Administration", rights=SYSTEM_ADMINISTRATOR, scope="server")
read, change, destructive = SECTION.read, SECTION.change, SECTION.destructive

# Domain
CREATEDOMAINPBX = change(
    "CREATEDOMAINPBX <domainName:string> [FILE <language:string>]", rights=_MODIFY_PBX_APPS, scope="domain"
)
DELETEDOMAINPBX = destructive(
    "DELETEDOMAINPBX <domainName:string> FILE <language:string>", rights=_MODIFY_PBX_APPS, scope="domain"
)
LISTDOMAINPBXFILES = read(
    "LISTDOMAINPBXFILES <domainName:string> [FILE <language:string>]",
    "dictionary: name=attributes", rights=_MODIFY_PBX_APPS, scope="domain",
)
READDOMAINPBXFILE = read(
    "READDOMAINPBXFILE <domainName:string> FILE <fileName:string>", "datablock", rights=_MODIFY_PBX_APPS, scope="domain"
)
STOREDOMAINPBXFILE = change(
    "STOREDOMAINPBXFILE <domainName:string> FILE <fileName:string> DATA <fileContent:datablock>",
    rights=_MODIFY_PBX_APPS, scope="domain",
)
STOREDOMAINPBXFILE_DELETE = destructive(
    "STOREDOMAINPBXFILE <domainName:string> FILE <fileName:string> DELETE", rights=_MODIFY_PBX_APPS, scope="domain"
)

# server
CREATESERVERPBX = change("CREATESERVERPBX <language:string>")
DELETESERVERPBX = destructive("DELETESERVERPBX <language:string>")
LISTSERVERPBXFILES = read("LISTSERVERPBXFILES [<language:string>]", "dictionary: name=attributes")
READSERVERPBXFILE = read("READSERVERPBXFILE <fileName:string>", "datablock")
STORESERVERPBXFILE = change("STORESERVERPBXFILE <fileName:string> DATA <fileContent:datablock>")
STORESERVERPBXFILE_DELETE = destructive("STORESERVERPBXFILE <fileName:string> DELETE")

# cluster
CREATECLUSTERPBX = change("CREATECLUSTERPBX <language:string>", scope="cluster")
DELETECLUSTERPBX = destructive("DELETECLUSTERPBX <language:string>", scope="cluster")
LISTCLUSTERPBXFILES = read("LISTCLUSTERPBXFILES [<language:string>]", "dictionary: name=attributes", scope="cluster")
READCLUSTERPBXFILE = read("READCLUSTERPBXFILE <fileName:string>", "datablock", scope="cluster")
STORECLUSTERPBXFILE = change("STORECLUSTERPBXFILE <fileName:string> DATA <fileContent:datablock>", scope="cluster")
STORECLUSTERPBXFILE_DELETE = destructive("STORECLUSTERPBXFILE <fileName:string> DELETE", scope="cluster")

# the built-in environment
LISTSTOCKPBXFILES = read("LISTSTOCKPBXFILES [<language:string>]", "dictionary: name=attributes")
READSTOCKPBXFILE = read("READSTOCKPBXFILE <fileName:string>", "datablock")
