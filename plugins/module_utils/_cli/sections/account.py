# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Account Administration: one Account."""

from __future__ import annotations

from ..rights import (
    ALL_DOMAINS,
    DOMAIN_ADMINISTRATOR,
    DOMAIN_ADMINISTRATOR_OR_SELF,
    LIMITED_DOMAIN_ADMINISTRATOR,
    administrator_with,
)
from ..syntax import Section, object_of_key
from ..words import ACCOUNT_TYPES, CHANGEABLE_ACCOUNT_TYPES

_CREATE_ACCOUNTS = administrator_with("CanCreateAccounts")
_CREATE_SPECIAL_ACCOUNTS = _CREATE_ACCOUNTS + " (and CanCreateSpecialAccounts for single-mailbox types or LEGACY)"
_SET_PASSWORD = (
    administrator_with("BasicSettings")
    + "; any user for own Account (then complexity rules and CanModifyPassword apply)"
)
_ANY_RIGHT = DOMAIN_ADMINISTRATOR + " (any right)"
_CREATE_TELNUMS = administrator_with("CanCreateTelnums")
_OWN_MAIL_RULES = administrator_with("RulesAllowed") + "; any user for own Account within allowed actions"
_OWN_SIGNAL_RULES = administrator_with("SignalRulesAllowed") + "; any user for own Account within allowed actions"
_MODIFY_RPOP = administrator_with("CanModifyRPOP")
_MODIFY_RSIP = administrator_with("CanModifyRSIP")
_WEB_USER_SETTINGS = administrator_with("WebUserSettings")
_OWNER_OR_IMPERSONATOR = "Account owner, or Domain Administrator with CanImpersonate"

SECTION = Section("Account Administration", rights=DOMAIN_ADMINISTRATOR, scope="account")
read, change, destructive, action = SECTION.read, SECTION.change, SECTION.destructive, SECTION.action

# Accounts
CREATEACCOUNT = change(
    "CREATEACCOUNT <accountName:string> [<accountType:string>] [PATH <storage:string>] [LEGACY] "
    "[<settings:dictionary>]",
    rights=_CREATE_SPECIAL_ACCOUNTS, words={"accountType": ACCOUNT_TYPES},
)
RENAMEACCOUNT = change(
    "RENAMEACCOUNT <oldAccountName:string> INTO <newAccountName:string> [PATH <storage:string>]",
    rights=_CREATE_ACCOUNTS,
)
DELETEACCOUNT = destructive("DELETEACCOUNT <oldAccountName:string>", rights=_CREATE_ACCOUNTS)
SETACCOUNTTYPE = change(
    "SETACCOUNTTYPE <accountName:string> <accountType:string>",
    rights=_CREATE_ACCOUNTS, words={"accountType": CHANGEABLE_ACCOUNT_TYPES},
)

# settings: in an UPDATE the string default removes a key
GETACCOUNTSETTINGS = read("GETACCOUNTSETTINGS <accountName:string>", "dictionary", rights=DOMAIN_ADMINISTRATOR_OR_SELF)
UPDATEACCOUNTSETTINGS = change(
    "UPDATEACCOUNTSETTINGS <accountName:string> <newSettings:dictionary>", rights=LIMITED_DOMAIN_ADMINISTRATOR
)
GETACCOUNTEFFECTIVESETTINGS = read(
    "GETACCOUNTEFFECTIVESETTINGS <accountName:string>", "dictionary", rights=DOMAIN_ADMINISTRATOR_OR_SELF
)
GETACCOUNTONESETTING = read(
    "GETACCOUNTONESETTING <accountName:string> <keyName:string>",
    "object: string, array, dictionary or null-object", rights=DOMAIN_ADMINISTRATOR_OR_SELF,
)

# password and identity
SETACCOUNTPASSWORD = change(
    "SETACCOUNTPASSWORD <accountName:string> PASSWORD <newPassword:string> "
    "[METHOD <method:string>|NAME <tag:string>] [CHECK]",
    rights=_SET_PASSWORD,
)
VERIFYACCOUNTPASSWORD = read("VERIFYACCOUNTPASSWORD <accountName:string> PASSWORD <password:string>", rights=_ANY_RIGHT)
VERIFYACCOUNTIDENTITY = read("VERIFYACCOUNTIDENTITY <accountName:string> FOR <identity:string>", rights=_ANY_RIGHT)

# aliases and telephone numbers
GETACCOUNTALIASES = read("GETACCOUNTALIASES <accountName:string>", "array of name")
SETACCOUNTALIASES = change(
    "SETACCOUNTALIASES <accountName:string> <newAliases:array>", rights=administrator_with("CanCreateAliases")
)
GETACCOUNTTELNUMS = read("GETACCOUNTTELNUMS <accountName:string>", "array of name")
SETACCOUNTTELNUMS = change("SETACCOUNTTELNUMS <accountName:string> <newTelnums:array>", rights=_CREATE_TELNUMS)
MODIFYACCOUNTTELNUMS = change(
    "MODIFYACCOUNTTELNUMS <accountName:string> <parameters:dictionary>", "dictionary", rights=_CREATE_TELNUMS
)

# rules
GETACCOUNTMAILRULES = read("GETACCOUNTMAILRULES <accountName:string>", "array of rule")
SETACCOUNTMAILRULES = change("SETACCOUNTMAILRULES <accountName:string> <newRules:array>", rights=_OWN_MAIL_RULES)
GETACCOUNTSIGNALRULES = read("GETACCOUNTSIGNALRULES <accountName:string>", "array of rule")
SETACCOUNTSIGNALRULES = change(
    "SETACCOUNTSIGNALRULES <accountName:string> <newRules:array>", rights=administrator_with("SignalRulesAllowed")
)
UPDATEACCOUNTMAILRULE = change("UPDATEACCOUNTMAILRULE <accountName:string> <newRule:array>", rights=_OWN_MAIL_RULES)
UPDATEACCOUNTMAILRULE_DELETE = destructive(
    "UPDATEACCOUNTMAILRULE <accountName:string> DELETE <oldRule:string>", rights=_OWN_MAIL_RULES
)
UPDATEACCOUNTSIGNALRULE = change(
    "UPDATEACCOUNTSIGNALRULE <accountName:string> <newRule:array>", rights=_OWN_SIGNAL_RULES
)
UPDATEACCOUNTSIGNALRULE_DELETE = destructive(
    "UPDATEACCOUNTSIGNALRULE <accountName:string> DELETE <oldRule:string>", rights=_OWN_SIGNAL_RULES
)

# remote POP, IMAP and SIP records, scheduled tasks
GETACCOUNTRPOPS = read("GETACCOUNTRPOPS <accountName:string>", "dictionary of dictionary: name=record")
SETACCOUNTRPOPS = change("SETACCOUNTRPOPS <accountName:string> <newRecords:dictionary>", rights=_MODIFY_RPOP)
GETACCOUNTRIMAPS = read("GETACCOUNTRIMAPS <accountName:string>", "dictionary of dictionary: name=record")
SETACCOUNTRIMAPS = change("SETACCOUNTRIMAPS <accountName:string> <newRecords:dictionary>", rights=_MODIFY_RPOP)
GETACCOUNTRSIPS = read("GETACCOUNTRSIPS <accountName:string>", "dictionary of dictionary: name=record")
SETACCOUNTRSIPS = change("SETACCOUNTRSIPS <accountName:string> <newRecords:dictionary>", rights=_MODIFY_RSIP)
UPDATESCHEDULEDTASK = change("UPDATESCHEDULEDTASK <accountName:string> <taskData:dictionary>", rights=_MODIFY_RSIP)

# rights (set by SETACCOUNTRIGHTS), information, preferences
GETACCOUNTRIGHTS = read("GETACCOUNTRIGHTS <accountName:string>", "array of name")
GETACCOUNTINFO = read(
    "GETACCOUNTINFO <accountName:string> [KEY <keyName:string>|<keyList:array>]",
    "dictionary", result_of=object_of_key, rights=DOMAIN_ADMINISTRATOR_OR_SELF,
)
GETACCOUNTPREFS = read("GETACCOUNTPREFS <accountName:string>", "dictionary", rights=DOMAIN_ADMINISTRATOR_OR_SELF)
UPDATEACCOUNTPREFS = change(
    "UPDATEACCOUNTPREFS <accountName:string> <newSettings:dictionary>", rights=_WEB_USER_SETTINGS
)
SETACCOUNTPREFS = change("SETACCOUNTPREFS <accountName:string> <newSettings:dictionary>", rights=_WEB_USER_SETTINGS)
GETACCOUNTEFFECTIVEPREFS = read(
    "GETACCOUNTEFFECTIVEPREFS <accountName:string>", "dictionary", rights=DOMAIN_ADMINISTRATOR_OR_SELF
)
KILLACCOUNTSESSIONS = action("KILLACCOUNTSESSIONS <accountName:string>", rights=_ANY_RIGHT)

# access control lists of the Account
GETACCOUNTACL = read(
    "GETACCOUNTACL <accountName:string> [AUTH <authAccountName:string>]",
    "dictionary of string: identifier=rights", rights=_OWNER_OR_IMPERSONATOR,
)
SETACCOUNTACL = change(
    "SETACCOUNTACL <accountName:string> [AUTH <authAccountName:string>] <newACL:dictionary>",
    rights=_OWNER_OR_IMPERSONATOR,
)
GETACCOUNTACLRIGHTS = read(
    "GETACCOUNTACLRIGHTS <accountName:string> AUTH <authAccountName:string>",
    "string: right letters", rights=_OWNER_OR_IMPERSONATOR,
)

# for system administrators only
SETACCOUNTSETTINGS = change("SETACCOUNTSETTINGS <accountName:string> <newSettings:dictionary>", rights=ALL_DOMAINS)
GETACCOUNTLOCATION = read("GETACCOUNTLOCATION <accountName:string>", "string", rights=ALL_DOMAINS)
GETACCOUNTPRESENCE = read(
    "GETACCOUNTPRESENCE <accountName:string>", "object: array of 2 strings, string, or null-object", rights=ALL_DOMAINS
)
