# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The vocabulary of Rules."""

from __future__ import annotations

from .scope import Scope

RULE_CONDITION = Scope(
    "rule-condition",
    r"""
'From' Name | text | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | the author's name
Any Recipient | address | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | any envelope
  recipient
Any Route | text | is|is not|in|not in |  |  | C Freeside, other clients | where one of the recipients is routed to
Any To or Cc | address | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | any address in To or
  Cc
Calendar Method | text | is|is not|in|not in |  |  | C clients | what a calendar item asks for
Cc | address | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | copy addresses
Current Date | timestamp | is|is not|less than|greater than |  |  | C Plesk, cPanel, Freeside, other clients | date
  and time now
Current Day | set | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | week day now; names
  joined by commas
Each Recipient | address | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | every envelope
  recipient
Each Route | text | is|is not|in|not in |  |  | C Freeside | where each recipient is routed to
Each To or Cc | address | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | every address in To
  or Cc
Existing Mailbox | text | is|is not |  |  | C Plesk, cPanel, Freeside, other clients | mailbox exists
FreeBusy | text | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | what the calendar has now
From | address | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | author address; # names a
  dataset
Header Field | text | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | one header, "Name: value"
Human Generated | choice | --- |  |  | C Plesk, cPanel, Freeside, other clients | nothing that a program sent
Message Size | size | is|is not|less than|greater than |  | bytes | C Plesk, cPanel, Freeside, other clients |
  message size
Message-ID | text | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | the header of that name
Preference | text | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | what the user prefers
Reply-To | address | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | where answers go
Return-Path | address | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | who gets it back
Security | text | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | signed or encrypted
Sender | address | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | the header of that name
Source | set | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | by which way it came in
Subject | text | is|is not|in|not in |  |  | C Plesk, Freeside, other clients | what the subject says
Subjects | text | is|is not|in|not in |  |  | C cPanel | as cPanel writes it; hardly known to a server
Submit Address | text | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | address message came
  from
Time Of Day | text | is|is not|in|not in|less than|greater than |  |  | C Plesk, cPanel, Freeside, other clients |
  time now
Time of Day | text | is|is not|in|not in|less than|greater than |  |  | C Freeside | Time Of Day, as freeside writes it
To | address | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | whom the header names
""",
)

RULE_CONDITION_SIGNAL = Scope(
    "rule-condition-signal",
    r"""
AgentType | text | is|is not|in|not in |  |  | C clients | the program at the other end
Authenticated | text | is|is not|in|not in |  |  | C clients | who has logged in to call
CallType | text | is|is not|in|not in |  |  | C clients | what the call carries, AV or IM for example
Current Day | text | is|is not|in|not in |  |  | C cPanel | which day of the week it is; several with commas between
Method | text | is|is not|in|not in |  |  | C cPanel, other clients | what is requested
Operation | text | is|is not|in|not in |  |  | M clients | the same, as the documentation of 5.1 calls it
Presence | text | is|is not|in|not in |  |  | C cPanel, other clients | what the user's presence says
RegClients | text | is|is not|in|not in |  |  | C clients | how many devices are registered
ReqField | text | is|is not|in|not in |  |  | C clients | one header of the request
RequestURI | text | is|is not|in|not in |  |  | C cPanel, other clients | what is called, in full
Time Of Day | text | is|is not|in|not in |  |  | C cPanel | which time of the day it is
To | text | is|is not|in|not in |  |  | C clients | who is called
""",
)

RULE_OPERATION = Scope(
    "rule-operation",
    r"""
--- | choice |  |  |  | L cPanel, other clients | stands where a condition takes no value
greater than | choice |  |  |  | C cPanel, Plesk, Freeside, other clients | compares
in | choice |  |  |  | C cPanel, Plesk, Freeside, other clients | compares
is | choice |  |  |  | C cPanel, Plesk, Freeside, other clients | compares; * stands for anything
is not | choice |  |  |  | C cPanel, Plesk, Freeside, other clients | compares; * stands for anything
less than | choice |  |  |  | C cPanel, Plesk, Freeside, other clients | compares
not in | choice |  |  |  | C cPanel, Plesk, Freeside, other clients | compares
""",
)

RULE_ACTION = Scope(
    "rule-action",
    r"""
Accept Reply | text |  |  |  | C Plesk, other clients | take over what an invited person answers
Accept Request | text |  |  |  | C Plesk, cPanel, Freeside, other clients | take a meeting into the calendar
Access Request | text |  |  |  | C Plesk | as Plesk writes it; hardly known to a server
Add Header | text |  |  |  | C Plesk, cPanel, Freeside, other clients | put a header into the message
Copy Attachments into | text |  |  |  | C Plesk, cPanel, Freeside, other clients | keep what is attached as files
Discard | choice | --- |  |  | C Plesk, cPanel, Freeside, other clients | throw it away; takes no value
Discard Rules | choice | --- |  |  | C clients | look at no Rule of a lower priority
Execute | text |  |  |  | C Plesk, cPanel, Freeside, other clients | start a program on the server
Execute URL | text |  |  |  | C cPanel, Plesk | ask a web server
ExternalFilter | text |  |  |  | C cPanel, Freeside | hand it to the filter of that name
FingerNotify | text |  |  |  | C Plesk, cPanel, Freeside, other clients | tell a finger client
Forward to | address-list |  |  |  | C Plesk, cPanel, Freeside, other clients | send it to others as their own
Mark | text |  |  |  | C Plesk, cPanel, Freeside, other clients | mark it as read, flagged and so on
Mirror to | address-list |  |  |  | C Plesk, cPanel, Freeside, other clients | copy with headers; commas or \e between
React with | multiline |  |  |  | C Plesk, cPanel, Freeside, other clients | write a message of its own
Redirect To | address-list |  |  |  | C cPanel, other clients | another way to write Redirect to
Redirect to | address-list |  |  |  | C Plesk, Freeside | send it to others instead
Reject | text |  |  |  | C Freeside | Reject with, as the chapter on Rules in general writes it
Reject With | text |  |  |  | C Freeside | Reject with, as freeside writes it
Reject with | text |  |  |  | C Plesk, cPanel, other clients | send it back, and say why
Remember 'From' in | text |  |  |  | C Plesk, cPanel, Freeside, other clients | remember who wrote
Replay to All with | multiline |  |  |  | C cPanel | as cPanel writes it; hardly known to a server
Replay with | multiline |  |  |  | C cPanel | as cPanel writes it; hardly known to a server
Reply to All with | multiline |  |  |  | C Plesk, cPanel, Freeside, other clients | answer everybody
Reply with | multiline |  |  |  | C Plesk, cPanel, Freeside, other clients | answer; headers first after a leading +
Reply with All with | multiline |  |  |  | C Plesk | as Plesk writes it; hardly known to a server
Send IM | text |  |  |  | C cPanel, Freeside | tell somebody at once
SendIM | text |  |  |  | C Plesk, other clients | another way to write Send IM
SendPush | text |  |  |  | C clients | tell the user's devices
SendURL | text |  |  |  | C Freeside, other clients | another way to write Execute URL
Stop Processing | choice | --- |  |  | C Plesk, cPanel, Freeside, other clients | look at no further Rule
Store Encrypted in | text |  |  |  | C Plesk, cPanel, other clients | put it into a Mailbox, encrypted
Store in | text |  |  |  | C Plesk, cPanel, Freeside, other clients | put it into a Mailbox
Tag Subject | text |  |  |  | C Plesk, Freeside, other clients | write something before the subject
Tag Submit | text |  |  |  | C cPanel | as cPanel writes it; hardly known to a server
Write To Log | text |  |  |  | C Freeside, other clients | say something in the log
store Encrypted in | text |  |  |  | C Freeside | Store Encrypted in, as freeside writes it
""",
)

RULE_ACTION_SIGNAL = Scope(
    "rule-action-signal",
    r"""
Discard Rules | choice |  |  |  | C clients | look at no Rule of a lower priority
Fork to | address-list |  |  |  | C cPanel | let it ring there, too
Redirect to | address-list |  |  |  | C cPanel | let it ring there instead
Reject with | number |  |  |  | C cPanel | end the call with a code
Stop Processing | choice |  |  |  | C cPanel | look at no further Rule
Stop processing | choice |  |  |  | C cPanel | another way to write Stop Processing
""",
)

SIGNAL_STAGE = Scope(
    "signal-stage",
    r"""
1 | number |  |  |  | C cPanel | failure
1000 | number |  |  |  | C cPanel | at once
3 | number |  |  |  | C cPanel | busy
400 | number |  |  |  | C cPanel | when it has been in the queue for ten minutes
5 | number |  |  |  | C cPanel | no answer
999 | number |  |  |  | C cPanel | one second later: 1000 less the seconds
""",
)
