# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Mailbox Administration."""

from __future__ import annotations

from ..syntax import Section

_MAILBOX_OWNER = "Mailbox owner, Server right All Domains, or Domain Administrator with CanAccessMailboxes"

SECTION = Section("Mailbox Administration", rights=_MAILBOX_OWNER, scope="mailbox")
read, change, destructive = SECTION.read, SECTION.change, SECTION.destructive

LISTMAILBOXES = read(
    "LISTMAILBOXES <accountName:string> [FILTER <filter:string>] [AUTH <authAccountName:string>]",
    "dictionary of dictionary/array of dictionary: name=info", scope="account",
)
CREATEMAILBOX = change(
    "CREATEMAILBOX <accountName:string> MAILBOX <mailboxName:string> [CLASS <mailboxClass:string>] "
    "[AUTH <authAccountName:string>]"
)

# MAILBOXES deletes or renames the nested Mailboxes too
DELETEMAILBOX = destructive(
    "DELETEMAILBOX <accountName:string> MAILBOX <mailboxName:string> [AUTH <authAccountName:string>]"
)
DELETEMAILBOXES = destructive(
    "DELETEMAILBOX <accountName:string> MAILBOXES <mailboxName:string> [AUTH <authAccountName:string>]"
)
RENAMEMAILBOX = change(
    "RENAMEMAILBOX <accountName:string> MAILBOX <mailboxName:string> INTO <newMailboxName:string> "
    "[AUTH <authAccountName:string>]"
)
RENAMEMAILBOXES = change(
    "RENAMEMAILBOX <accountName:string> MAILBOXES <mailboxName:string> INTO <newMailboxName:string> "
    "[AUTH <authAccountName:string>]"
)

# one Mailbox; AUTH stands before CLASS here, after it in CREATEMAILBOX
GETMAILBOXINFO = read(
    "GETMAILBOXINFO <accountName:string> MAILBOX <mailboxName:string> [AUTH <authAccountName:string>]", "dictionary"
)
GETMAILBOXACL = read(
    "GETMAILBOXACL <accountName:string> MAILBOX <mailboxName:string> [AUTH <authAccountName:string>]",
    "dictionary of string: identifier=rights",
)
SETMAILBOXACL = change(
    "SETMAILBOXACL <accountName:string> MAILBOX <mailboxName:string> "
    "[AUTH <authAccountName:string>] <newACL:dictionary>"
)
GETMAILBOXRIGHTS = read(
    "GETMAILBOXRIGHTS <accountName:string> MAILBOX <mailboxName:string> AUTH <authAccountName:string>",
    "string: right letters",
)
SETMAILBOXCLASS = change(
    "SETMAILBOXCLASS <accountName:string> MAILBOX <mailboxName:string> "
    "[AUTH <authAccountName:string>] CLASS <newClass:string>"
)

# subscriptions and aliases of an Account
GETMAILBOXSUBSCRIPTION = read("GETMAILBOXSUBSCRIPTION <accountName:string>", "array of name", scope="account")
SETMAILBOXSUBSCRIPTION = change("SETMAILBOXSUBSCRIPTION <accountName:string> <newSubscription:array>", scope="account")
GETMAILBOXALIASES = read("GETMAILBOXALIASES <accountName:string>", "dictionary of name: alias=mailbox", scope="account")
SETMAILBOXALIASES = change("SETMAILBOXALIASES <accountName:string> <newAliases:dictionary>", scope="account")
