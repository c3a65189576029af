# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Web Skins Administration. The empty name is the unnamed Skin."""

from __future__ import annotations

from ..rights import SYSTEM_ADMINISTRATOR, administrator_with
from ..syntax import Section

_MODIFY_SKINS = administrator_with("CanModifySkins")

_FILE = "array (datablock[, timestamp]): content, time"

SECTION = Section("Web Skins Administration", rights=SYSTEM_ADMINISTRATOR, scope="server")
read, change, destructive = SECTION.read, SECTION.change, SECTION.destructive

# Domain
LISTDOMAINSKINS = read("LISTDOMAINSKINS [<domainName:string>]", "array of string", rights=_MODIFY_SKINS, scope="domain")
CREATEDOMAINSKIN = change(
    "CREATEDOMAINSKIN [<domainName:string> SKIN] <skinName:string>", rights=_MODIFY_SKINS, scope="domain"
)
RENAMEDOMAINSKIN = change(
    "RENAMEDOMAINSKIN [<domainName:string> SKIN] <skinName:string> INTO <newSkinName:string>",
    rights=_MODIFY_SKINS, scope="domain",
)
DELETEDOMAINSKIN = destructive(
    "DELETEDOMAINSKIN [<domainName:string> SKIN] <skinName:string>", rights=_MODIFY_SKINS, scope="domain"
)
LISTDOMAINSKINFILES = read(
    "LISTDOMAINSKINFILES [<domainName:string> SKIN] <skinName:string>",
    "dictionary: name=attributes", rights=_MODIFY_SKINS, scope="domain",
)
READDOMAINSKINFILE = read(
    "READDOMAINSKINFILE [<domainName:string> SKIN] <skinName:string> FILE <fileName:string>",
    _FILE, rights=_MODIFY_SKINS, scope="domain",
)
STOREDOMAINSKINFILE = change(
    "STOREDOMAINSKINFILE [<domainName:string> SKIN] <skinName:string> FILE <fileName:string> "
    "DATA <fileContent:datablock>",
    rights=_MODIFY_SKINS, scope="domain",
)
STOREDOMAINSKINFILE_DELETE = destructive(
    "STOREDOMAINSKINFILE [<domainName:string> SKIN] <skinName:string> FILE <fileName:string> DELETE",
    rights=_MODIFY_SKINS, scope="domain",
)

# server
LISTSERVERSKINS = read("LISTSERVERSKINS", "array of string")
CREATESERVERSKIN = change("CREATESERVERSKIN <skinName:string>")
RENAMESERVERSKIN = change("RENAMESERVERSKIN <skinName:string> INTO <newSkinName:string>")
DELETESERVERSKIN = destructive("DELETESERVERSKIN <skinName:string>")
LISTSERVERSKINFILES = read("LISTSERVERSKINFILES <skinName:string>", "dictionary: name=attributes")
READSERVERSKINFILE = read("READSERVERSKINFILE <skinName:string> FILE <fileName:string>", _FILE)
STORESERVERSKINFILE = change(
    "STORESERVERSKINFILE <skinName:string> FILE <fileName:string> DATA <fileContent:datablock>"
)
STORESERVERSKINFILE_DELETE = destructive("STORESERVERSKINFILE <skinName:string> FILE <fileName:string> DELETE")

# cluster
LISTCLUSTERSKINS = read("LISTCLUSTERSKINS", "array of string", scope="cluster")
CREATECLUSTERSKIN = change("CREATECLUSTERSKIN <skinName:string>", scope="cluster")
RENAMECLUSTERSKIN = change("RENAMECLUSTERSKIN <skinName:string> INTO <newSkinName:string>", scope="cluster")
DELETECLUSTERSKIN = destructive("DELETECLUSTERSKIN <skinName:string>", scope="cluster")
LISTCLUSTERSKINFILES = read("LISTCLUSTERSKINFILES <skinName:string>", "dictionary: name=attributes", scope="cluster")
READCLUSTERSKINFILE = read(
    "READCLUSTERSKINFILE <skinName:string> FILE <fileName:string>", _FILE, scope="cluster"
)
STORECLUSTERSKINFILE = change(
    "STORECLUSTERSKINFILE <skinName:string> FILE <fileName:string> DATA <fileContent:datablock>", scope="cluster"
)
STORECLUSTERSKINFILE_DELETE = destructive(
    "STORECLUSTERSKINFILE <skinName:string> FILE <fileName:string> DELETE", scope="cluster"
)

# the built-in Skins
LISTSTOCKSKINFILES = read("LISTSTOCKSKINFILES <skinName:string>", "dictionary: name=attributes")
READSTOCKSKINFILE = read("READSTOCKSKINFILE <skinName:string> FILE <fileName:string>", _FILE)
