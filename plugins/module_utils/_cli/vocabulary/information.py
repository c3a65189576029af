# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What servers tell of objects, and nobody sets."""

from __future__ import annotations

from .scope import Scope

ACCOUNT_INFO = Scope(
    "account-info",
    r"""
AirSyncs | dictionary |  |  |  | C cPanel | synchronised devices by device identifier
AirSyncs.* | dictionary |  |  |  | C cPanel | one device
AirSyncs.*.Date | timestamp |  |  |  | C cPanel | last access
AirSyncs.*.User-Agent | text |  |  |  | C cPanel | device software
AirSyncs.*.doWipe | flag |  |  |  | C cPanel | wipe pending
AirSyncs.*.wiped | timestamp |  |  |  | C cPanel | wipe time
Created | timestamp |  |  |  | L vendor's scripts, other clients | creation time
LastAddress | ip |  |  |  | L manual, other clients | address of last login, bracketed
LastFailedLogin | timestamp |  |  |  | L clients | last failed login time
LastFailedLoginAddress | ip |  |  |  | L clients | address of last failed login
LastLogin | timestamp |  |  |  | L manual, other clients | last login time
PrevLogin | timestamp |  |  |  | L clients | previous login time
PrevLoginAddress | ip |  |  |  | L clients | address of previous login
RPOP | dictionary |  |  |  | C cPanel | remote POP state by record
RPOP.* | dictionary |  |  |  | C cPanel | one record
RPOP.*.completed | timestamp |  |  |  | C cPanel | end of last poll
RPOP.*.errorCode | text |  |  |  | C cPanel | last poll error
RSIP | dictionary |  |  |  | C cPanel | remote SIP state by record
RSIP.* | dictionary |  |  |  | C cPanel | one record
RSIP.*.completed | timestamp |  |  |  | C cPanel | last registration
RSIP.*.errorCode | text |  |  |  | C cPanel | last registration error
StorageUsed | number |  |  | bytes | L cPanel, other clients | mail storage in use
""",
)

ACCOUNT_STAT = Scope(
    "account-stat",
    r"""
BytesReceived | number |  |  | bytes | M manual, cPanel | size delivered; value comes as #n
BytesSent | number |  |  | bytes | M manual, cPanel | size sent; value comes as #n
CallsReceived | number |  |  | calls | M manual, cPanel | calls received; value comes as #n
CallsSent | number |  |  | calls | M manual, cPanel | calls placed; value comes as #n
Logins | number |  |  | logins | M manual, cPanel | successful logins; value comes as #n
MessagesReceived | number |  |  | messages | M manual, cPanel | messages delivered; value comes as #n
MessagesSent | number |  |  | messages | M manual, cPanel | messages sent; value comes as #n
StatReset | timestamp |  |  |  | M manual, cPanel | last reset of counters
""",
)

DOMAIN_STAT = Scope(
    "domain-stat",
    r"""
BytesReceived | number |  |  | bytes | M manual, cPanel | size delivered; value comes as #n
BytesSent | number |  |  | bytes | M manual, cPanel | size sent; value comes as #n
CallsReceived | number |  |  | calls | M manual, cPanel | calls received; value comes as #n
CallsSent | number |  |  | calls | M manual, cPanel | calls placed; value comes as #n
MessagesReceived | number |  |  | messages | M manual, cPanel | messages delivered; value comes as #n
MessagesSent | number |  |  | messages | M manual, cPanel | messages sent; value comes as #n
StatReset | timestamp |  |  |  | M manual, cPanel | last reset of counters
""",
)

LIST_SUBSCRIBER = Scope(
    "list-subscriber",
    r"""
RealName | text |  |  |  | M manual | subscriber real name, optional
Sub | address |  |  |  | M manual | subscriber address (READSUBSCRIBERS)
bounces | number |  |  |  | M manual | failure count, optional
confirmationID | text |  |  |  | M manual | confirmation string
lastBounceTime | timestamp |  |  |  | M manual | last failure (READSUBSCRIBERS)
lastBounced | timestamp |  |  |  | M manual | last failure, ACAP form (GETSUBSCRIBERINFO)
mode | choice | feed|digest|index|null|banned|subscribe|unsubscribe |  |  | M manual | subscription mode
posts | unknown |  |  |  | M manual | posting count or mode; seen as #4
subscribeTime | timestamp |  |  |  | M manual | subscription time (READSUBSCRIBERS)
timeSubscribed | timestamp |  |  |  | M manual | subscription time, ACAP form (GETSUBSCRIBERINFO)
""",
)

MAILBOX_INFO = Scope(
    "mailbox-info",
    r"""
Access | dictionary |  |  |  | L vendor's scripts | ACL by identifier, only when set
Class | choice | IPF.Appointment|IPF.Contact|IPF.StickyNote|IPF.Task |  |  | L vendor's scripts, cPanel | mailbox
  class; absent for mail
Lock | flag |  |  |  | C vendor's scripts | mailbox locked
Messages | number |  |  |  | L vendor's scripts | message count, plain or #n
Size | number |  |  | bytes | L vendor's scripts | mailbox size, plain or #n
""",
)

QUEUE_INFO = Scope(
    "queue-info",
    r"""
delayedTill | timestamp |  |  |  | M manual | release time, optional
lastError | text |  |  |  | M manual | last problem, optional
nTotal | number |  |  |  | M manual | messages in queue
size | number |  |  | bytes | M manual | size of messages
""",
)

STORAGE_FILE = Scope(
    "storage-file",
    r"""
MetaModified | timestamp |  |  |  | M manual of CG/PL | attribute change time, optional
STCreated | timestamp |  |  |  | M manual of CG/PL | creation time, optional
STFileSize | number |  |  | bytes | M manual of CG/PL, other clients | file size; absent for directories
STModified | timestamp |  |  |  | M manual of CG/PL | modification time
""",
)

SYSTEM_INFO = Scope(
    "system-info",
    r"""
clusterInstance | text |  |  |  | M manual of CG/PL | unique per cluster run
licenseDomainName | text |  |  |  | M manual of CG/PL | cluster or main domain
mainDomainName | text |  |  |  | M manual of CG/PL | main domain
serverCPU | text |  |  |  | M manual of CG/PL | processor type
serverInstance | text |  |  |  | M manual of CG/PL | unique per server run
serverOS | text |  |  |  | M manual of CG/PL | operating system
serverVersion | text |  |  |  | M manual of CG/PL | server version
startTime | timestamp |  |  |  | M manual of CG/PL | server start time
""",
)
