# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that are values or names, and no settings."""

from __future__ import annotations

from .scope import Scope

RIGHTS = Scope(
    "right",
    r"""
All Domains | choice |  |  |  | M manual | a Server right as the manual's prose calls it; its code is not known
BasicSettings | choice |  |  |  | C cPanel, manual | set passwords, and those settings of Accounts that every plan has
Can Modify All Domains and Accounts Settings | choice |  |  |  | L clients | a name on WebAdmin pages, no code
Can Monitor | choice |  |  |  | M manual | a Server right as the manual's prose calls it; its code is not known
Can Read All Domains and Accounts Settings | choice |  |  |  | L clients | a name on WebAdmin pages, no code
Can Reject Queues | choice |  |  |  | M manual | a Server right as the manual's prose calls it; its code is not known
CanAccessLists | choice |  |  |  | M manual | administer mailing lists and who is on them
CanAccessMailboxes | choice |  |  |  | M manual | open the Mailboxes of any Account in the Domain
CanAccessWebSites | choice |  |  |  | C manual, cPanel | open the files of any Account in the Domain
CanCreateAccounts | choice |  |  |  | C manual, cPanel | create, rename and delete Accounts
CanCreateAliases | choice |  |  |  | C manual, cPanel | give Accounts other names
CanCreateForwarders | choice |  |  |  | M manual | create and delete Forwarders
CanCreateGroups | choice |  |  |  | C manual, cPanel | create, set and delete Groups
CanCreateLists | choice |  |  |  | M manual | create and delete mailing lists
CanCreateNamedTasks | choice |  |  |  | C manual, cPanel | create, set and delete Named Tasks
CanCreateSpecialAccounts | choice |  |  |  | M manual | create Accounts of one Mailbox, and legacy ones
CanCreateTelnums | choice |  |  |  | M manual | assign telephone numbers
CanCreateWebUserSessions | choice |  |  |  | M manual | open sessions for Accounts, and see those that are open
CanCreditAccounts | choice |  |  |  | M manual | book on the balances of Accounts
CanImpersonate | choice |  |  |  | C manual, cPanel | log in as any Account of the Domain, and say who else may
CanModifyPBXApps | choice |  |  |  | M manual | store the Domain's PBX programs
CanModifyRPOP | choice |  |  |  | M manual | say from where Accounts fetch mail
CanModifyRSIP | choice |  |  |  | M manual | say where Accounts register, and what runs when
CanModifySkins | choice |  |  |  | L manual, other clients | store the Domain's Skins
CanPostAlerts | choice |  |  |  | M manual | send and remove the Domain's alerts
CentralDirectory | choice |  |  |  | M manual | keep the Domain's part of the Directory
CertificateType | choice | YES=Enabled|NO=Disabled|Test |  |  | L clients | install the Domain's key and certificates
Directory | choice |  |  |  | I manual | a Server right as the manual's prose calls it; nobody has seen it as a code
Domain | choice |  |  |  | C cPanel | makes an Account an administrator of its Domain
Domains Read | choice |  |  |  | M manual | a Server right as the manual's prose calls it; its code is not known
Master | choice |  |  |  | I manual | a Server right as the manual's prose calls it; nobody has seen it as a code
Monitoring | choice |  |  |  | I manual | a Server right as the manual's prose calls it; nobody has seen it as a code
PSTNSettings | choice |  |  |  | C cPanel | set the gateways to the telephone network
RulesAllowed | choice |  |  |  | M manual | set Rules for mail
Server Settings | choice |  |  |  | M manual | a Server right as the manual's prose calls it; its code is not known
Settings | choice |  |  |  | I manual | a Server right as the manual's prose calls it; nobody has seen it as a code
SignalRulesAllowed | choice |  |  |  | M manual | set Rules for calls
User | choice |  |  |  | I manual | a Server right as the manual's prose calls it; nobody has seen it as a code
UserAccounts | choice |  |  |  | C cPanel | a Server right that the Account pbx has
WebSite | choice |  |  |  | M manual | an older name of CanAccessWebSites
WebUserSettings | choice |  |  |  | M manual | set the preferences of Accounts
""",
)

MODULES = Scope(
    "module-name",
    r"""
ACAP | dictionary |  |  |  | C vendor's scripts | a module of the server, whose settings no source lists
BSDLOG | dictionary |  |  |  | C vendor's scripts | a module of the server, whose settings no source lists
DIAMETER | dictionary |  |  |  | C vendor's scripts | a module of the server, whose settings no source lists
FTP | dictionary |  |  |  | C vendor's scripts | a module of the server, whose settings no source lists
HTTPA | dictionary |  |  |  | C vendor's scripts | a module of the server, whose settings no source lists
HTTPU | dictionary |  |  |  | C vendor's scripts | a module of the server
IMAP | dictionary |  |  |  | C vendor's scripts | a module of the server, whose settings no source lists
LDAP | dictionary |  |  |  | C vendor's scripts | a module of the server, whose settings no source lists
LIST | dictionary |  |  |  | C vendor's scripts | a module of the server, whose settings no source lists
LOCAL | dictionary |  |  |  | C vendor's scripts | a module of the server, whose settings no source lists
PIPE | dictionary |  |  |  | C vendor's scripts | a module of the server, whose settings no source lists
POP | dictionary |  |  |  | C vendor's scripts | a module of the server, whose settings no source lists
PWD | dictionary |  |  |  | C vendor's scripts | a module of the server, whose settings no source lists
RADIUS | dictionary |  |  |  | C vendor's scripts | a module of the server, whose settings no source lists
RPOP | dictionary |  |  |  | C vendor's scripts | a module of the server, whose settings no source lists
SIP | dictionary |  |  |  | C vendor's scripts | a module of the server, whose settings no source lists
SMTP | dictionary |  |  |  | C vendor's scripts | a module of the server, whose settings no source lists
SNMP | dictionary |  |  |  | C vendor's scripts | a module of the server, whose settings no source lists
STUN | dictionary |  |  |  | I clients | logs name it; that GETMODULE knows it is a guess
TFTP | dictionary |  |  |  | C vendor's scripts | a module of the server, whose settings no source lists
XIMSS | dictionary |  |  |  | C vendor's scripts | a module of the server, whose settings no source lists
XMPP | dictionary |  |  |  | C vendor's scripts | a module of the server, whose settings no source lists
""",
)

ACCOUNT_TYPES = Scope(
    "account-type",
    r"""
AGrade | choice | aacnt |  |  | L manual, vendor's scripts | any number of Mailboxes, storage of grade A
BGrade | choice | bacnt |  |  | L manual, vendor's scripts | the same, grade B
CGrade | choice | cacnt |  |  | L manual, vendor's scripts | the same, grade C
MailDirMailbox | choice | mdir |  |  | L manual, vendor's scripts | one Mailbox, a file for each message
MultiMailbox | choice | macnt |  |  | L manual, vendor's scripts | any number of Mailboxes
SlicedMailbox | choice | mslc |  |  | L manual, vendor's scripts | one Mailbox, in slices
TextMailbox | choice | mbox |  |  | L manual, vendor's scripts | one Mailbox, a file of text
""",
)

MAILBOX_RIGHTS = Scope(
    "mailbox-right",
    r"""
a | choice |  |  |  | C cPanel, other clients | say who may do what with it
c | choice |  |  |  | C cPanel, other clients | make Mailboxes below it
d | choice |  |  |  | C cPanel, other clients | mark messages as deleted, and expunge them
i | choice |  |  |  | C cPanel, other clients | add messages
l | choice |  |  |  | C cPanel, other clients | see it in listings
p | choice |  |  |  | C cPanel, other clients | send mail to it
r | choice |  |  |  | C cPanel, other clients | open it
s | choice |  |  |  | C cPanel, other clients | remember what was read
w | choice |  |  |  | C cPanel, other clients | change the other marks of messages
""",
)

ACL_IDENTIFIERS = Scope(
    "acl-identifier",
    r"""
#groupname | choice |  |  |  | C cPanel | whoever is in the Group
accountname | choice |  |  |  | C cPanel | an Account by its name
anyone@ | choice |  |  |  | C cPanel | whoever belongs to the Domain
""",
)
