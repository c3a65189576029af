# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What servers tell of objects, and nobody sets."""

from __future__ import annotations

from .scope import Scope

ACCOUNT_INFO = Scope(
    "account-info",
    r"""
AirSyncs | dictionary |  |  |  | C cPanel | telephones and the like that synchronise, under their identifiers
AirSyncs.* | dictionary |  |  |  | C cPanel | one of them
AirSyncs.*.Date | timestamp |  |  |  | C cPanel | when it came last
AirSyncs.*.User-Agent | text |  |  |  | C cPanel | what it calls itself
AirSyncs.*.doWipe | flag |  |  |  | C cPanel | whether it is to erase itself when it comes
AirSyncs.*.wiped | timestamp |  |  |  | C cPanel | when it erased itself
Created | timestamp |  |  |  | L vendor's scripts, other clients | when the Account was made
LastAddress | ip |  |  |  | L manual, other clients | where the last login came from, in brackets
LastFailedLogin | timestamp |  |  |  | L clients | when a login was refused last
LastFailedLoginAddress | ip |  |  |  | L clients | where the refused login came from
LastLogin | timestamp |  |  |  | L manual, other clients | when somebody logged in last
PrevLogin | timestamp |  |  |  | L clients | when somebody logged in before that
PrevLoginAddress | ip |  |  |  | L clients | where that login came from
RPOP | dictionary |  |  |  | C cPanel | how fetching went, by the name of the record
RPOP.* | dictionary |  |  |  | C cPanel | one of them
RPOP.*.completed | timestamp |  |  |  | C cPanel | when fetching ended last
RPOP.*.errorCode | text |  |  |  | C cPanel | why fetching failed
RSIP | dictionary |  |  |  | C cPanel | how registering went, by the name of the record
RSIP.* | dictionary |  |  |  | C cPanel | one of them
RSIP.*.completed | timestamp |  |  |  | C cPanel | when it registered last
RSIP.*.errorCode | text |  |  |  | C cPanel | why registering failed
StorageUsed | number |  |  | bytes | L cPanel, other clients | what all messages take
""",
)

ACCOUNT_STAT = Scope(
    "account-stat",
    r"""
BytesReceived | number |  |  | bytes | M manual, cPanel | what was delivered; told as #n
BytesSent | number |  |  | bytes | M manual, cPanel | what was sent; told as #n
CallsReceived | number |  |  | calls | M manual, cPanel | calls that came in; told as #n
CallsSent | number |  |  | calls | M manual, cPanel | calls that went out; told as #n
Logins | number |  |  | logins | M manual, cPanel | logins that were let in; told as #n
MessagesReceived | number |  |  | messages | M manual, cPanel | messages that came in; told as #n
MessagesSent | number |  |  | messages | M manual, cPanel | messages that went out; told as #n
StatReset | timestamp |  |  |  | M manual, cPanel | since when is counted
""",
)

DOMAIN_STAT = Scope(
    "domain-stat",
    r"""
BytesReceived | number |  |  | bytes | M manual, cPanel | what was delivered; told as #n
BytesSent | number |  |  | bytes | M manual, cPanel | what was sent; told as #n
CallsReceived | number |  |  | calls | M manual, cPanel | calls that came in; told as #n
CallsSent | number |  |  | calls | M manual, cPanel | calls that went out; told as #n
MessagesReceived | number |  |  | messages | M manual, cPanel | messages that came in; told as #n
MessagesSent | number |  |  | messages | M manual, cPanel | messages that went out; told as #n
StatReset | timestamp |  |  |  | M manual, cPanel | since when is counted
""",
)

LIST_SUBSCRIBER = Scope(
    "list-subscriber",
    r"""
RealName | text |  |  |  | M manual | the subscriber's name, if it is known
Sub | address |  |  |  | M manual | the address, as READSUBSCRIBERS names it
bounces | number |  |  |  | M manual | how often mail came back, if it did
confirmationID | text |  |  |  | M manual | what a subscriber must answer with
lastBounceTime | timestamp |  |  |  | M manual | when mail came back last, as READSUBSCRIBERS names it
lastBounced | timestamp |  |  |  | M manual | the same in ACAP's form, as GETSUBSCRIBERINFO names it
mode | choice | feed|digest|index|null|banned|subscribe|unsubscribe |  |  | M manual | in which way the list is read
posts | unknown |  |  |  | M manual | how many postings came, or what becomes of them; #4 was seen
subscribeTime | timestamp |  |  |  | M manual | since when, as READSUBSCRIBERS names it
timeSubscribed | timestamp |  |  |  | M manual | the same in ACAP's form, as GETSUBSCRIBERINFO names it
""",
)

MAILBOX_INFO = Scope(
    "mailbox-info",
    r"""
Access | dictionary |  |  |  | L vendor's scripts | who may do what; missing where nobody was given anything
Class | choice | IPF.Appointment|IPF.Contact|IPF.StickyNote|IPF.Task |  |  | L vendor's scripts, cPanel | mailbox
  class; absent for mail
Lock | flag |  |  |  | C vendor's scripts | whether somebody holds it locked
Messages | number |  |  |  | L vendor's scripts | how many messages; as n or #n
Size | number |  |  | bytes | L vendor's scripts | what they take; as n or #n
""",
)

QUEUE_INFO = Scope(
    "queue-info",
    r"""
delayedTill | timestamp |  |  |  | M manual | until when the queue waits, if it does
lastError | text |  |  |  | M manual | what went wrong last, if anything did
nTotal | number |  |  |  | M manual | how many messages wait
size | number |  |  | bytes | M manual | what they take
""",
)

STORAGE_FILE = Scope(
    "storage-file",
    r"""
MetaModified | timestamp |  |  |  | M manual of CG/PL | when attributes changed, if they did
STCreated | timestamp |  |  |  | M manual of CG/PL | when it was made, where the server says so
STFileSize | number |  |  | bytes | M manual of CG/PL, other clients | what the file takes; a directory has none
STModified | timestamp |  |  |  | M manual of CG/PL | when the content changed
""",
)

SYSTEM_INFO = Scope(
    "system-info",
    r"""
clusterInstance | text |  |  |  | M manual of CG/PL | another one each time that the cluster starts
licenseDomainName | text |  |  |  | M manual of CG/PL | the name that the licence is for
mainDomainName | text |  |  |  | M manual of CG/PL | the server's own Domain
serverCPU | text |  |  |  | M manual of CG/PL | what it runs on
serverInstance | text |  |  |  | M manual of CG/PL | another one each time that the server starts
serverOS | text |  |  |  | M manual of CG/PL | under which system it runs
serverVersion | text |  |  |  | M manual of CG/PL | which release it is
startTime | timestamp |  |  |  | M manual of CG/PL | when it started
""",
)
