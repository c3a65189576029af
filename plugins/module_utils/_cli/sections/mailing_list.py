# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Mailing Lists Administration."""

from __future__ import annotations

from ..rights import DOMAIN_ADMINISTRATOR, administrator_with
from ..syntax import Section
from ..words import LIST_OPERATIONS

_LIST_OWNER = "List owner, Domain Administrator with CanAccessLists, or Server right All Domains"
_CREATE_LISTS = administrator_with("CanCreateLists")

SECTION = Section("Mailing Lists Administration", rights=_LIST_OWNER, scope="list")
read, change, destructive, action = SECTION.read, SECTION.change, SECTION.destructive, SECTION.action

# listings
LISTLISTS = read("LISTLISTS [<domainName:string>]", "array of name", rights=DOMAIN_ADMINISTRATOR, scope="domain")
GETDOMAINLISTS = read(
    "GETDOMAINLISTS [<domainName:string>]",
    "dictionary of number: list=subscriber count", rights=DOMAIN_ADMINISTRATOR, scope="domain",
)
GETACCOUNTLISTS = read(
    "GETACCOUNTLISTS <accountName:string>",
    "dictionary of number: list=subscriber count", rights=DOMAIN_ADMINISTRATOR, scope="account",
)

# Mailing Lists
CREATELIST = change("CREATELIST <listName:string> FOR <accountName:string>", rights=_CREATE_LISTS)
RENAMELIST = change("RENAMELIST <listName:string> INTO <newName:string>", rights=_CREATE_LISTS)
DELETELIST = destructive("DELETELIST <listName:string>", rights=_CREATE_LISTS)
GETLIST = read("GETLIST <listName:string>", "dictionary")
UPDATELIST = change("UPDATELIST <listName:string> <newSettings:dictionary>")

# subscribers: a limit is possible only together with a filter
LIST = change(
    "LIST <listName:string> <operation:string> [SILENTLY] [CONFIRM] <subscriber:email>",
    words={"operation": LIST_OPERATIONS},
)
LISTSUBSCRIBERS = read(
    "LISTSUBSCRIBERS <listName:string> [FILTER <filter:string> [<limit:number>]]", "array of name"
)
READSUBSCRIBERS = read(
    "READSUBSCRIBERS <listName:string> [FILTER <filter:string> [<limit:number>]]",
    "array (number, array of dictionary): total number, descriptors",
)
GETSUBSCRIBERINFO = read(
    "GETSUBSCRIBERINFO <listName:string> NAME <subscriberAddress:string>", "dictionary: {} when absent"
)
SETPOSTINGMODE = change(
    "SETPOSTINGMODE <listName:string> FOR <subscriberAddress:string> "
    "[UNMODERATED|MODERATEALL|PROHIBITED|SPECIAL|<numberOfModerated:number>]"
)
PROCESSBOUNCE = action("PROCESSBOUNCE <listName:string> [FATAL] FOR <subscriberAddress:string>")
