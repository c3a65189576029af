# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Domain Set Administration: the Domains of a server, and the defaults they share."""

from __future__ import annotations

from ..rights import ALL_DOMAINS
from ..syntax import Section

_TELNUMS = "dictionary of string: telnum=account"

SECTION = Section("Domain Set Administration", rights=ALL_DOMAINS, scope="server")
read, change, destructive, action = SECTION.read, SECTION.change, SECTION.destructive, SECTION.action

LISTDOMAINS = read("LISTDOMAINS", "array of name")
MAINDOMAINNAME = read("MAINDOMAINNAME", "name")

# default Domain settings
GETDOMAINDEFAULTS = read("GETDOMAINDEFAULTS", "dictionary")
UPDATEDOMAINDEFAULTS = change("UPDATEDOMAINDEFAULTS <newSettings:dictionary>")
SETDOMAINDEFAULTS = change("SETDOMAINDEFAULTS <newSettings:dictionary>")
GETCLUSTERDOMAINDEFAULTS = read("GETCLUSTERDOMAINDEFAULTS", "dictionary", scope="cluster")
UPDATECLUSTERDOMAINDEFAULTS = change("UPDATECLUSTERDOMAINDEFAULTS <newSettings:dictionary>", scope="cluster")
SETCLUSTERDOMAINDEFAULTS = change("SETCLUSTERDOMAINDEFAULTS <newSettings:dictionary>", scope="cluster")

# default Account settings
GETSERVERACCOUNTDEFAULTS = read("GETSERVERACCOUNTDEFAULTS", "dictionary")
UPDATESERVERACCOUNTDEFAULTS = change("UPDATESERVERACCOUNTDEFAULTS <newSettings:dictionary>")
SETSERVERACCOUNTDEFAULTS = change("SETSERVERACCOUNTDEFAULTS <newSettings:dictionary>")
GETCLUSTERACCOUNTDEFAULTS = read("GETCLUSTERACCOUNTDEFAULTS", "dictionary", scope="cluster")
UPDATECLUSTERACCOUNTDEFAULTS = change("UPDATECLUSTERACCOUNTDEFAULTS <newSettings:dictionary>", scope="cluster")
SETCLUSTERACCOUNTDEFAULTS = change("SETCLUSTERACCOUNTDEFAULTS <newSettings:dictionary>", scope="cluster")

# default Account preferences
GETSERVERACCOUNTPREFS = read("GETSERVERACCOUNTPREFS", "dictionary")
SETSERVERACCOUNTPREFS = change("SETSERVERACCOUNTPREFS <newSettings:dictionary>")
UPDATESERVERACCOUNTPREFS = change("UPDATESERVERACCOUNTPREFS <newSettings:dictionary>")
GETCLUSTERACCOUNTPREFS = read("GETCLUSTERACCOUNTPREFS", "dictionary", scope="cluster")
SETCLUSTERACCOUNTPREFS = change("SETCLUSTERACCOUNTPREFS <newSettings:dictionary>", scope="cluster")
UPDATECLUSTERACCOUNTPREFS = change("UPDATECLUSTERACCOUNTPREFS <newSettings:dictionary>", scope="cluster")

# Domains
CREATEDOMAIN = change(
    "CREATEDOMAIN <domainName:string> [SHARED] [PATH <storage:string>] [<settings:dictionary>]", scope="domain"
)
RENAMEDOMAIN = change(
    "RENAMEDOMAIN <oldDomainName:string> INTO <newDomainName:string> [PATH <storage:string>]", scope="domain"
)
DELETEDOMAIN = destructive("DELETEDOMAIN <domainName:string> [FORCE]", scope="domain")
CREATEDIRECTORYDOMAIN = change("CREATEDIRECTORYDOMAIN <domainName:string> [<settings:dictionary>]", scope="domain")
RELOADDIRECTORYDOMAINS = action("RELOADDIRECTORYDOMAINS")

# telephone numbers; the limit is mandatory, the empty key of the result holds the total
LISTSERVERTELNUMS = read("LISTSERVERTELNUMS [FILTER <filter:string>] <limit:number>", _TELNUMS)
LISTCLUSTERTELNUMS = read(
    "LISTCLUSTERTELNUMS [FILTER <filter:string>] <limit:number>", _TELNUMS, scope="cluster"
)

# trusted certificates: arrays of datablocks, one X.509 certificate each
GETSERVERTRUSTEDCERTS = read("GETSERVERTRUSTEDCERTS", "array of datablock")
SETSERVERTRUSTEDCERTS = change("SETSERVERTRUSTEDCERTS <newCertificates:array>")
GETCLUSTERTRUSTEDCERTS = read("GETCLUSTERTRUSTEDCERTS", "array of datablock", scope="cluster")
SETCLUSTERTRUSTEDCERTS = change("SETCLUSTERTRUSTEDCERTS <newCertificates:array>", scope="cluster")

# Directory integration
GETDIRECTORYINTEGRATION = read("GETDIRECTORYINTEGRATION", "dictionary")
SETDIRECTORYINTEGRATION = change("SETDIRECTORYINTEGRATION <newSettings:dictionary>")
GETCLUSTERDIRECTORYINTEGRATION = read("GETCLUSTERDIRECTORYINTEGRATION", "dictionary", scope="cluster")
SETCLUSTERDIRECTORYINTEGRATION = change("SETCLUSTERDIRECTORYINTEGRATION <newSettings:dictionary>", scope="cluster")

# storage mount points: here SHARED stands before PATH
CREATEDOMAINSTORAGE = change("CREATEDOMAINSTORAGE [SHARED] PATH <storage:string>")
LISTDOMAINSTORAGE = read("LISTDOMAINSTORAGE [SHARED]", "array of name")
