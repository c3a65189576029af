# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Server Settings."""

from __future__ import annotations

from ..rights import server_right
from ..syntax import Section

_SETTINGS_OR_USER = server_right("Settings or User")
_MASTER = server_right("Master")
_LINES = "string: multi-line"

SECTION = Section("Server Settings", rights=server_right("Settings"), scope="server")
read, change, action = SECTION.read, SECTION.change, SECTION.action

# modules
LISTMODULES = read("LISTMODULES", "array of name")
GETMODULE = read("GETMODULE <moduleName:string>", "dictionary", scope="module")
SETMODULE = change("SETMODULE <moduleName:string> <newSettings:dictionary>", scope="module")
UPDATEMODULE = change("UPDATEMODULE <moduleName:string> <newSettings:dictionary>", scope="module")

# components
GETQUEUESETTINGS = read("GETQUEUESETTINGS", "dictionary")
SETQUEUESETTINGS = change("SETQUEUESETTINGS <newSettings:dictionary>")
GETSIGNALSETTINGS = read("GETSIGNALSETTINGS", "dictionary")
SETSIGNALSETTINGS = change("SETSIGNALSETTINGS <newSettings:dictionary>")
GETMEDIASERVERSETTINGS = read("GETMEDIASERVERSETTINGS", "dictionary")
SETMEDIASERVERSETTINGS = change("SETMEDIASERVERSETTINGS <newSettings:dictionary>")
GETSESSIONSETTINGS = read("GETSESSIONSETTINGS", "dictionary")
SETSESSIONSETTINGS = change("SETSESSIONSETTINGS <newSettings:dictionary>")
GETCLUSTERSETTINGS = read("GETCLUSTERSETTINGS", "dictionary", scope="cluster")
SETCLUSTERSETTINGS = change("SETCLUSTERSETTINGS <newSettings:dictionary>", scope="cluster")
GETLOGSETTINGS = read("GETLOGSETTINGS", "dictionary")
UPDATELOGSETTINGS = change("UPDATELOGSETTINGS <newSettings:dictionary>")

# network, resolver, banned lines
GETNETWORK = read("GETNETWORK", "dictionary")
SETNETWORK = change("SETNETWORK <newSettings:dictionary>")
GETDNRSETTINGS = read("GETDNRSETTINGS", "dictionary")
SETDNRSETTINGS = change("SETDNRSETTINGS <newSettings:dictionary>")
GETBANNED = read("GETBANNED", "dictionary")
SETBANNED = change("SETBANNED <newSettings:dictionary>")
GETCLUSTERNETWORK = read("GETCLUSTERNETWORK", "dictionary", scope="cluster")
SETCLUSTERNETWORK = change("SETCLUSTERNETWORK <newSettings:dictionary>", scope="cluster")
GETCLUSTERBANNED = read("GETCLUSTERBANNED", "dictionary", scope="cluster")
SETCLUSTERBANNED = change("SETCLUSTERBANNED <newSettings:dictionary>", scope="cluster")

# rules
GETSERVERMAILRULES = read("GETSERVERMAILRULES", "array of rule")
SETSERVERMAILRULES = change("SETSERVERMAILRULES <newRules:array>")
GETSERVERSIGNALRULES = read("GETSERVERSIGNALRULES", "array of rule")
SETSERVERSIGNALRULES = change("SETSERVERSIGNALRULES <newRules:array>")
GETCLUSTERMAILRULES = read("GETCLUSTERMAILRULES", "array of rule", scope="cluster")
SETCLUSTERMAILRULES = change("SETCLUSTERMAILRULES <newRules:array>", scope="cluster")
GETCLUSTERSIGNALRULES = read("GETCLUSTERSIGNALRULES", "array of rule", scope="cluster")
SETCLUSTERSIGNALRULES = change("SETCLUSTERSIGNALRULES <newRules:array>", scope="cluster")

# router; a table is one string, its lines separated by line breaks
GETROUTERTABLE = read("GETROUTERTABLE", _LINES)
SETROUTERTABLE = change("SETROUTERTABLE <newTable:string>")
GETROUTERSETTINGS = read("GETROUTERSETTINGS", "dictionary")
SETROUTERSETTINGS = change("SETROUTERSETTINGS <newSettings:dictionary>")
GETCLUSTERROUTERTABLE = read("GETCLUSTERROUTERTABLE", _LINES, scope="cluster")
SETCLUSTERROUTERTABLE = change("SETCLUSTERROUTERTABLE <newTable:string>", scope="cluster")
GETCLUSTERROUTERSETTINGS = read("GETCLUSTERROUTERSETTINGS", "dictionary", scope="cluster")
SETCLUSTERROUTERSETTINGS = change("SETCLUSTERROUTERSETTINGS <newSettings:dictionary>", scope="cluster")

# other settings
GETSERVERSETTINGS = read("GETSERVERSETTINGS", "dictionary")
UPDATESERVERSETTINGS = change("UPDATESERVERSETTINGS <newSettings:dictionary>")
GETSMTPSENDPROFILES = read("GETSMTPSENDPROFILES", "dictionary")
SETSMTPSENDPROFILES = change("SETSMTPSENDPROFILES <newProfiles:dictionary>")
REFRESHOSDATA = action("REFRESHOSDATA")

# IP address lists: each is one string with a line for each address or range
GETLANIPS = read("GETLANIPS", _LINES)
SETLANIPS = change("SETLANIPS <newAddresses:string>")
GETCLUSTERLANIPS = read("GETCLUSTERLANIPS", _LINES, scope="cluster")
SETCLUSTERLANIPS = change("SETCLUSTERLANIPS <newAddresses:string>", scope="cluster")
GETCLIENTIPS = read("GETCLIENTIPS", _LINES)
SETCLIENTIPS = change("SETCLIENTIPS <newAddresses:string>")
GETCLUSTERCLIENTIPS = read("GETCLUSTERCLIENTIPS", _LINES, scope="cluster")
SETCLUSTERCLIENTIPS = change("SETCLUSTERCLIENTIPS <newAddresses:string>", scope="cluster")
GETBLACKLISTEDIPS = read("GETBLACKLISTEDIPS", _LINES)
SETBLACKLISTEDIPS = change("SETBLACKLISTEDIPS <newAddresses:string>")
GETCLUSTERBLACKLISTEDIPS = read("GETCLUSTERBLACKLISTEDIPS", _LINES, scope="cluster")
SETCLUSTERBLACKLISTEDIPS = change("SETCLUSTERBLACKLISTEDIPS <newAddresses:string>", scope="cluster")
GETWHITEHOLEIPS = read("GETWHITEHOLEIPS", _LINES)
SETWHITEHOLEIPS = change("SETWHITEHOLEIPS <newAddresses:string>")
GETCLUSTERWHITEHOLEIPS = read("GETCLUSTERWHITEHOLEIPS", _LINES, scope="cluster")
SETCLUSTERWHITEHOLEIPS = change("SETCLUSTERWHITEHOLEIPS <newAddresses:string>", scope="cluster")
GETNATEDIPS = read("GETNATEDIPS", _LINES)
SETNATEDIPS = change("SETNATEDIPS <newAddresses:string>")
GETCLUSTERNATEDIPS = read("GETCLUSTERNATEDIPS", _LINES, scope="cluster")
SETCLUSTERNATEDIPS = change("SETCLUSTERNATEDIPS <newAddresses:string>", scope="cluster")
GETNATSITEIPS = read("GETNATSITEIPS", _LINES)
SETNATSITEIPS = change("SETNATSITEIPS <newAddresses:string>")
GETCLUSTERNATSITEIPS = read("GETCLUSTERNATSITEIPS", _LINES, scope="cluster")
SETCLUSTERNATSITEIPS = change("SETCLUSTERNATSITEIPS <newAddresses:string>", scope="cluster")
GETDEBUGIPS = read("GETDEBUGIPS", _LINES)
SETDEBUGIPS = change("SETDEBUGIPS <newAddresses:string>")
GETCLUSTERDEBUGIPS = read("GETCLUSTERDEBUGIPS", _LINES, scope="cluster")
SETCLUSTERDEBUGIPS = change("SETCLUSTERDEBUGIPS <newAddresses:string>", scope="cluster")
GETDENIEDIPS = read("GETDENIEDIPS", _LINES)
SETDENIEDIPS = change("SETDENIEDIPS <newAddresses:string>")
GETCLUSTERDENIEDIPS = read("GETCLUSTERDENIEDIPS", _LINES, scope="cluster")
SETCLUSTERDENIEDIPS = change("SETCLUSTERDENIEDIPS <newAddresses:string>", scope="cluster")

# questions
ROUTE = read(
    "ROUTE <address:string> [MAIL|ACCESS|SIGNAL]",
    "array (name, string, string): module, host, address", rights=_SETTINGS_OR_USER,
)
GETIPSTATE = read("GETIPSTATE <ip-address:string/ip> [TEMP]", "string", rights=_SETTINGS_OR_USER)

# lawful intercept
GETSERVERINTERCEPT = read("GETSERVERINTERCEPT", "dictionary", rights=_MASTER)
SETSERVERINTERCEPT = change("SETSERVERINTERCEPT <newSettings:dictionary>", rights=_MASTER)
GETCLUSTERINTERCEPT = read("GETCLUSTERINTERCEPT", "dictionary", rights=_MASTER, scope="cluster")
SETCLUSTERINTERCEPT = change("SETCLUSTERINTERCEPT <newSettings:dictionary>", rights=_MASTER, scope="cluster")
