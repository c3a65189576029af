# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section File Storage Administration. A file name that ends with a slash is a directory."""

from __future__ import annotations

from ..syntax import Section

_FILE_ACCESS = (
    "Account owner, Server right All Domains, Domain Administrator with the WebSite right, "
    "or a File Access Right (no AUTH)"
)

SECTION = Section("File Storage Administration", rights=_FILE_ACCESS, scope="file")
read, change, destructive = SECTION.read, SECTION.change, SECTION.destructive

# files
READSTORAGEFILE = read(
    "READSTORAGEFILE <accountName:string> FILE <fileName:string> [OFFSET <position:number>] "
    "[SIZE <sliceSize:number>] [AUTH <authAccountName:string>]",
    "array (datablock, timestamp, number): content, time, size",
)
WRITESTORAGEFILE = change(
    "WRITESTORAGEFILE <accountName:string> FILE <fileName:string> [OFFSET <position:number/BEG/END/NEW>] "
    "[AUTH <authAccountName:string>] DATA <fileData:datablock>"
)
RENAMESTORAGEFILE = change(
    "RENAMESTORAGEFILE <accountName:string> FILE <oldFileName:string> INTO <newFileName:string> "
    "[AUTH <authAccountName:string>]"
)
DELETESTORAGEFILE = destructive(
    "DELETESTORAGEFILE <accountName:string> FILE <fileName:string> [AUTH <authAccountName:string>]"
)

# listings, attributes (arrays of XML elements), subscriptions
LISTSTORAGEFILES = read(
    "LISTSTORAGEFILES <accountName:string> [PATH <filePath:string>] [AUTH <authAccountName:string>]",
    "dictionary: name=info; () for subdirectories",
)
GETSTORAGEFILEINFO = read(
    "GETSTORAGEFILEINFO <accountName:string> [PATH <filePath:string>] [AUTH <authAccountName:string>]",
    "array (number, number): total size, file count", scope="account",
)
READSTORAGEFILEATTR = read(
    "READSTORAGEFILEATTR <accountName:string> FILE <fileName:string> [<attributes:array>] "
    "[AUTH <authAccountName:string>]",
    "array of xml",
)
UPDATESTORAGEFILEATTR = change(
    "UPDATESTORAGEFILEATTR <accountName:string> FILE <fileName:string> <attributes:array> "
    "[AUTH <authAccountName:string>]"
)
GETFILESUBSCRIPTION = read("GETFILESUBSCRIPTION <accountName:string>", "array of name", scope="account")
SETFILESUBSCRIPTION = change("SETFILESUBSCRIPTION <accountName:string> <newSubscription:array>", scope="account")
