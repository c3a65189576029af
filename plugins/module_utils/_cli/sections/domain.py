# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Domain Administration: one Domain and its objects."""

from __future__ import annotations

from ..rights import ALL_DOMAINS, DOMAIN_ADMINISTRATOR, LIMITED_DOMAIN_ADMINISTRATOR, administrator_with
from ..syntax import Section

_WEB_USER_SETTINGS = administrator_with("WebUserSettings")
_CENTRAL_DIRECTORY = administrator_with("CentralDirectory")

_TELNUMS = "dictionary of string: telnum=account"

SECTION = Section("Domain Administration", rights=DOMAIN_ADMINISTRATOR, scope="domain")
read, change, destructive = SECTION.read, SECTION.change, SECTION.destructive

# settings: in an UPDATE the string default removes a key
GETDOMAINSETTINGS = read("GETDOMAINSETTINGS [<domainName:string>]", "dictionary")
GETDOMAINEFFECTIVESETTINGS = read("GETDOMAINEFFECTIVESETTINGS [<domainName:string>]", "dictionary")
UPDATEDOMAINSETTINGS = change(
    "UPDATEDOMAINSETTINGS [<domainName:string>] <newSettings:dictionary>", rights=LIMITED_DOMAIN_ADMINISTRATOR
)

# defaults and template of the Domain's Accounts
GETACCOUNTDEFAULTS = read("GETACCOUNTDEFAULTS [<domainName:string>]", "dictionary")
UPDATEACCOUNTDEFAULTS = change(
    "UPDATEACCOUNTDEFAULTS [<domainName:string>] <newSettings:dictionary>", rights=LIMITED_DOMAIN_ADMINISTRATOR
)
GETACCOUNTDEFAULTPREFS = read("GETACCOUNTDEFAULTPREFS [<domainName:string>]", "dictionary")
SETACCOUNTDEFAULTPREFS = change(
    "SETACCOUNTDEFAULTPREFS [<domainName:string>] <newSettings:dictionary>", rights=_WEB_USER_SETTINGS
)
UPDATEACCOUNTDEFAULTPREFS = change(
    "UPDATEACCOUNTDEFAULTPREFS [<domainName:string>] <newSettings:dictionary>", rights=_WEB_USER_SETTINGS
)
GETACCOUNTTEMPLATE = read("GETACCOUNTTEMPLATE [<domainName:string>]", "dictionary")
UPDATEACCOUNTTEMPLATE = change(
    "UPDATEACCOUNTTEMPLATE [<domainName:string>] <newSettings:dictionary>", rights=LIMITED_DOMAIN_ADMINISTRATOR
)

# aliases and rules
GETDOMAINALIASES = read("GETDOMAINALIASES <domainName:string>", "array of name")
GETDOMAINMAILRULES = read("GETDOMAINMAILRULES <domainName:string>", "array of rule")
SETDOMAINMAILRULES = change(
    "SETDOMAINMAILRULES <domainName:string> <newRules:array>", rights=administrator_with("RulesAllowed")
)
GETDOMAINSIGNALRULES = read("GETDOMAINSIGNALRULES <domainName:string>", "array of rule")
SETDOMAINSIGNALRULES = change(
    "SETDOMAINSIGNALRULES <domainName:string> <newRules:array>", rights=administrator_with("SignalRulesAllowed")
)

# listings
LISTADMINDOMAINS = read("LISTADMINDOMAINS [<domainName:string>]", "array of name")
LISTDOMAINOBJECTS = read(
    "LISTDOMAINOBJECTS <domainName:string> [FILTER <filter:string>] <limit:number> [ACCOUNTS] [ALIASES] "
    "[FORWARDERS] [COOKIE <cookie:string>]",
    "array (number, dictionary of string/array of string/array of string, number, number[, string]): "
    "Accounts, objects, aliases, Forwarders, new cookie",
)
LISTACCOUNTS = read("LISTACCOUNTS [<domainName:string>]", "dictionary of string: account=file extension")
LISTDOMAINTELNUMS = read(
    "LISTDOMAINTELNUMS <domainName:string> [FILTER <filter:string>] <limit:number>", _TELNUMS
)

# directory and storage
INSERTDIRECTORYRECORDS = change("INSERTDIRECTORYRECORDS <domainName:string>", rights=_CENTRAL_DIRECTORY)
DELETEDIRECTORYRECORDS = destructive("DELETEDIRECTORYRECORDS <domainName:string>", rights=_CENTRAL_DIRECTORY)
CREATEACCOUNTSTORAGE = change("CREATEACCOUNTSTORAGE <domainName:string> PATH <storage:string>")
LISTACCOUNTSTORAGE = read("LISTACCOUNTSTORAGE <domainName:string>", "array of name")

# for system administrators only
SETDOMAINALIASES = change("SETDOMAINALIASES <domainName:string> <newAliases:array>", rights=ALL_DOMAINS)
SETDOMAINSETTINGS = change("SETDOMAINSETTINGS <domainName:string> <newSettings:dictionary>", rights=ALL_DOMAINS)
SETACCOUNTDEFAULTS = change("SETACCOUNTDEFAULTS [<domainName:string>] <newSettings:dictionary>", rights=ALL_DOMAINS)
SETACCOUNTTEMPLATE = change("SETACCOUNTTEMPLATE [<domainName:string>] <newSettings:dictionary>", rights=ALL_DOMAINS)
GETDOMAINLOCATION = read("GETDOMAINLOCATION [<domainName:string>]", "string", rights=ALL_DOMAINS)
SUSPENDDOMAIN = change("SUSPENDDOMAIN <domainName:string>", rights=ALL_DOMAINS)
RESUMEDOMAIN = change("RESUMEDOMAIN <domainName:string>", rights=ALL_DOMAINS)
