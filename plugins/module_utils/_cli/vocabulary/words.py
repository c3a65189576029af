# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Words that are values or names, and no settings."""

from __future__ import annotations

from .scope import Scope

RIGHTS = Scope(
    "right",
    r"""
All Domains | choice |  |  |  | M manual | server right in manual wording, code unknown
BasicSettings | choice |  |  |  | C cPanel, manual | basic account settings and passwords
Can Modify All Domains and Accounts Settings | choice |  |  |  | L clients | WebAdmin label, not a code
Can Monitor | choice |  |  |  | M manual | server right in manual wording, code unknown
Can Read All Domains and Accounts Settings | choice |  |  |  | L clients | WebAdmin label, not a code
Can Reject Queues | choice |  |  |  | M manual | server right in manual wording, code unknown
CanAccessLists | choice |  |  |  | M manual | change lists and subscribers
CanAccessMailboxes | choice |  |  |  | M manual | use mailboxes of others
CanAccessWebSites | choice |  |  |  | C manual, cPanel | use file storage of others
CanCreateAccounts | choice |  |  |  | C manual, cPanel | make, rename, remove accounts
CanCreateAliases | choice |  |  |  | C manual, cPanel | change account aliases
CanCreateForwarders | choice |  |  |  | M manual | make and remove forwarders
CanCreateGroups | choice |  |  |  | C manual, cPanel | make and change groups
CanCreateLists | choice |  |  |  | M manual | make and remove lists
CanCreateNamedTasks | choice |  |  |  | C manual, cPanel | make and change named tasks
CanCreateSpecialAccounts | choice |  |  |  | M manual | make single-mailbox or legacy accounts
CanCreateTelnums | choice |  |  |  | M manual | change telephone numbers
CanCreateWebUserSessions | choice |  |  |  | M manual | create and read sessions
CanCreditAccounts | choice |  |  |  | M manual | change billing balances
CanImpersonate | choice |  |  |  | C manual, cPanel | act for accounts, change account ACL
CanModifyPBXApps | choice |  |  |  | M manual | change domain applications
CanModifyRPOP | choice |  |  |  | M manual | change remote POP and IMAP records
CanModifyRSIP | choice |  |  |  | M manual | change remote SIP records and scheduled tasks
CanModifySkins | choice |  |  |  | L manual, other clients | change domain skins
CanPostAlerts | choice |  |  |  | M manual | change alerts
CentralDirectory | choice |  |  |  | M manual | insert or delete directory records
CertificateType | choice | YES=Enabled|NO=Disabled|Test |  |  | L clients | change key, certificate and chain
Directory | choice |  |  |  | I manual | server right in manual wording, code unproven
Domain | choice |  |  |  | C cPanel | domain administrator mark
Domains Read | choice |  |  |  | M manual | server right in manual wording, code unknown
Master | choice |  |  |  | I manual | server right in manual wording, code unproven
Monitoring | choice |  |  |  | I manual | server right in manual wording, code unproven
PSTNSettings | choice |  |  |  | C cPanel | telephone gateway settings
RulesAllowed | choice |  |  |  | M manual | change mail rules
Server Settings | choice |  |  |  | M manual | server right in manual wording, code unknown
Settings | choice |  |  |  | I manual | server right in manual wording, code unproven
SignalRulesAllowed | choice |  |  |  | M manual | change signal rules
User | choice |  |  |  | I manual | server right in manual wording, code unproven
UserAccounts | choice |  |  |  | C cPanel | server right given to pbx
WebSite | choice |  |  |  | M manual | use file storage (other name for it)
WebUserSettings | choice |  |  |  | M manual | change preferences
""",
)

MODULES = Scope(
    "module-name",
    r"""
ACAP | dictionary |  |  |  | C vendor's scripts | GETMODULE name; keys unknown
BSDLOG | dictionary |  |  |  | C vendor's scripts | GETMODULE name; keys unknown
DIAMETER | dictionary |  |  |  | C vendor's scripts | GETMODULE name; keys unknown
FTP | dictionary |  |  |  | C vendor's scripts | GETMODULE name; keys unknown
HTTPA | dictionary |  |  |  | C vendor's scripts | GETMODULE name; keys unknown
HTTPU | dictionary |  |  |  | C vendor's scripts | GETMODULE name
IMAP | dictionary |  |  |  | C vendor's scripts | GETMODULE name; keys unknown
LDAP | dictionary |  |  |  | C vendor's scripts | GETMODULE name; keys unknown
LIST | dictionary |  |  |  | C vendor's scripts | GETMODULE name; keys unknown
LOCAL | dictionary |  |  |  | C vendor's scripts | GETMODULE name; keys unknown
PIPE | dictionary |  |  |  | C vendor's scripts | GETMODULE name; keys unknown
POP | dictionary |  |  |  | C vendor's scripts | GETMODULE name; keys unknown
PWD | dictionary |  |  |  | C vendor's scripts | GETMODULE name; keys unknown
RADIUS | dictionary |  |  |  | C vendor's scripts | GETMODULE name; keys unknown
RPOP | dictionary |  |  |  | C vendor's scripts | GETMODULE name; keys unknown
SIP | dictionary |  |  |  | C vendor's scripts | GETMODULE name; keys unknown
SMTP | dictionary |  |  |  | C vendor's scripts | GETMODULE name; keys unknown
SNMP | dictionary |  |  |  | C vendor's scripts | GETMODULE name; keys unknown
STUN | dictionary |  |  |  | I clients | listener in server log; GETMODULE use inferred
TFTP | dictionary |  |  |  | C vendor's scripts | GETMODULE name; keys unknown
XIMSS | dictionary |  |  |  | C vendor's scripts | GETMODULE name; keys unknown
XMPP | dictionary |  |  |  | C vendor's scripts | GETMODULE name; keys unknown
""",
)

ACCOUNT_TYPES = Scope(
    "account-type",
    r"""
AGrade | choice | aacnt |  |  | L manual, vendor's scripts | many mailboxes, A grade
BGrade | choice | bacnt |  |  | L manual, vendor's scripts | many mailboxes, B grade
CGrade | choice | cacnt |  |  | L manual, vendor's scripts | many mailboxes, C grade
MailDirMailbox | choice | mdir |  |  | L manual, vendor's scripts | single MailDir mailbox
MultiMailbox | choice | macnt |  |  | L manual, vendor's scripts | many mailboxes
SlicedMailbox | choice | mslc |  |  | L manual, vendor's scripts | single sliced mailbox
TextMailbox | choice | mbox |  |  | L manual, vendor's scripts | single text mailbox
""",
)

MAILBOX_RIGHTS = Scope(
    "mailbox-right",
    r"""
a | choice |  |  |  | C cPanel, other clients | administer
c | choice |  |  |  | C cPanel, other clients | create sub-mailboxes
d | choice |  |  |  | C cPanel, other clients | delete
i | choice |  |  |  | C cPanel, other clients | insert
l | choice |  |  |  | C cPanel, other clients | lookup
p | choice |  |  |  | C cPanel, other clients | post
r | choice |  |  |  | C cPanel, other clients | read and select
s | choice |  |  |  | C cPanel, other clients | keep seen flag
w | choice |  |  |  | C cPanel, other clients | write flags
""",
)

ACL_IDENTIFIERS = Scope(
    "acl-identifier",
    r"""
#groupname | choice |  |  |  | C cPanel | members of a group
accountname | choice |  |  |  | C cPanel | one account
anyone@ | choice |  |  |  | C cPanel | everybody in the same domain
""",
)
