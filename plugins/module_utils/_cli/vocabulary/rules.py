# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The vocabulary of Rules."""

from __future__ import annotations

from .scope import Scope

RULE_CONDITION = Scope(
    "rule-condition",
    r"""
'From' Name | text | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | sender display name
Any Recipient | address | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | any envelope
  recipient
Any Route | text | is|is not|in|not in |  |  | C Freeside, other clients | any recipient route
Any To or Cc | address | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | any address in To or
  Cc
Calendar Method | text | is|is not|in|not in |  |  | C clients | method of calendar part
Cc | address | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | copy addresses
Current Date | timestamp | is|is not|less than|greater than |  |  | C Plesk, cPanel, Freeside, other clients | date
  and time now
Current Day | set | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | week day now; names
  joined by commas
Each Recipient | address | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | every envelope
  recipient
Each Route | text | is|is not|in|not in |  |  | C Freeside | every recipient route
Each To or Cc | address | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | every address in To
  or Cc
Existing Mailbox | text | is|is not |  |  | C Plesk, cPanel, Freeside, other clients | mailbox exists
FreeBusy | text | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | calendar state now
From | address | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | author address; # names a
  dataset
Header Field | text | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | name: value of a header
Human Generated | choice | --- |  |  | C Plesk, cPanel, Freeside, other clients | message written by a person
Message Size | size | is|is not|less than|greater than |  | bytes | C Plesk, cPanel, Freeside, other clients |
  message size
Message-ID | text | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | message identifier
Preference | text | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | value of a preference
Reply-To | address | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | reply address
Return-Path | address | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | envelope sender
Security | text | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | protection of message
Sender | address | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | sender header
Source | set | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | how message arrived
Subject | text | is|is not|in|not in |  |  | C Plesk, Freeside, other clients | subject text
Subjects | text | is|is not|in|not in |  |  | C cPanel | cPanel spelling, likely wrong
Submit Address | text | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | address message came
  from
Time Of Day | text | is|is not|in|not in|less than|greater than |  |  | C Plesk, cPanel, Freeside, other clients |
  time now
Time of Day | text | is|is not|in|not in|less than|greater than |  |  | C Freeside | freeside spelling of Time Of Day
To | address | is|is not|in|not in |  |  | C Plesk, cPanel, Freeside, other clients | To addresses
""",
)

RULE_CONDITION_SIGNAL = Scope(
    "rule-condition-signal",
    r"""
AgentType | text | is|is not|in|not in |  |  | C clients | client software
Authenticated | text | is|is not|in|not in |  |  | C clients | authenticated caller
CallType | text | is|is not|in|not in |  |  | C clients | media kind such as AV or IM
Current Day | text | is|is not|in|not in |  |  | C cPanel | week day now; names joined by commas
Method | text | is|is not|in|not in |  |  | C cPanel, other clients | request method
Operation | text | is|is not|in|not in |  |  | M clients | request method (5.1 documentation word)
Presence | text | is|is not|in|not in |  |  | C cPanel, other clients | presence state of user
RegClients | text | is|is not|in|not in |  |  | C clients | registered devices
ReqField | text | is|is not|in|not in |  |  | C clients | request header field
RequestURI | text | is|is not|in|not in |  |  | C cPanel, other clients | request address
Time Of Day | text | is|is not|in|not in |  |  | C cPanel | time now
To | text | is|is not|in|not in |  |  | C clients | called address
""",
)

RULE_OPERATION = Scope(
    "rule-operation",
    r"""
--- | choice |  |  |  | L cPanel, other clients | placeholder for conditions without parameter
greater than | choice |  |  |  | C cPanel, Plesk, Freeside, other clients | condition operation
in | choice |  |  |  | C cPanel, Plesk, Freeside, other clients | condition operation
is | choice |  |  |  | C cPanel, Plesk, Freeside, other clients | condition operation; * wildcard in is
is not | choice |  |  |  | C cPanel, Plesk, Freeside, other clients | condition operation; * wildcard in is
less than | choice |  |  |  | C cPanel, Plesk, Freeside, other clients | condition operation
not in | choice |  |  |  | C cPanel, Plesk, Freeside, other clients | condition operation
""",
)

RULE_ACTION = Scope(
    "rule-action",
    r"""
Accept Reply | text |  |  |  | C Plesk, other clients | accept meeting reply
Accept Request | text |  |  |  | C Plesk, cPanel, Freeside, other clients | accept meeting request
Access Request | text |  |  |  | C Plesk | Plesk spelling, likely wrong
Add Header | text |  |  |  | C Plesk, cPanel, Freeside, other clients | add a header field
Copy Attachments into | text |  |  |  | C Plesk, cPanel, Freeside, other clients | store attachments in file storage
Discard | choice | --- |  |  | C Plesk, cPanel, Freeside, other clients | drop the message; no parameter
Discard Rules | choice | --- |  |  | C clients | skip lower rules
Execute | text |  |  |  | C Plesk, cPanel, Freeside, other clients | run a program
Execute URL | text |  |  |  | C cPanel, Plesk | call a URL
ExternalFilter | text |  |  |  | C cPanel, Freeside | pass to external filter by name
FingerNotify | text |  |  |  | C Plesk, cPanel, Freeside, other clients | finger notification
Forward to | address-list |  |  |  | C Plesk, cPanel, Freeside, other clients | forward to addresses
Mark | text |  |  |  | C Plesk, cPanel, Freeside, other clients | set message flags
Mirror to | address-list |  |  |  | C Plesk, cPanel, Freeside, other clients | copy keeping headers; commas or \e
React with | multiline |  |  |  | C Plesk, cPanel, Freeside, other clients | send a new message
Redirect To | address-list |  |  |  | C cPanel, other clients | other spelling of Redirect to
Redirect to | address-list |  |  |  | C Plesk, Freeside | send on to addresses
Reject | text |  |  |  | C Freeside | generic chapter spelling of Reject with
Reject With | text |  |  |  | C Freeside | freeside spelling of Reject with
Reject with | text |  |  |  | C Plesk, cPanel, other clients | refuse with text
Remember 'From' in | text |  |  |  | C Plesk, cPanel, Freeside, other clients | add sender to dataset
Replay to All with | multiline |  |  |  | C cPanel | cPanel spelling, likely wrong
Replay with | multiline |  |  |  | C cPanel | cPanel spelling, likely wrong
Reply to All with | multiline |  |  |  | C Plesk, cPanel, Freeside, other clients | reply to all
Reply with | multiline |  |  |  | C Plesk, cPanel, Freeside, other clients | reply text; leading + adds headers
Reply with All with | multiline |  |  |  | C Plesk | Plesk spelling, likely wrong
Send IM | text |  |  |  | C cPanel, Freeside | send instant message
SendIM | text |  |  |  | C Plesk, other clients | other spelling of Send IM
SendPush | text |  |  |  | C clients | send push notice
SendURL | text |  |  |  | C Freeside, other clients | other spelling of Execute URL
Stop Processing | choice | --- |  |  | C Plesk, cPanel, Freeside, other clients | end rule run; no parameter
Store Encrypted in | text |  |  |  | C Plesk, cPanel, other clients | store encrypted in mailbox
Store in | text |  |  |  | C Plesk, cPanel, Freeside, other clients | store in mailbox
Tag Subject | text |  |  |  | C Plesk, Freeside, other clients | prefix the subject
Tag Submit | text |  |  |  | C cPanel | cPanel spelling, likely wrong
Write To Log | text |  |  |  | C Freeside, other clients | write a log line
store Encrypted in | text |  |  |  | C Freeside | freeside spelling of Store Encrypted in
""",
)

RULE_ACTION_SIGNAL = Scope(
    "rule-action-signal",
    r"""
Discard Rules | choice |  |  |  | C clients | skip lower rules
Fork to | address-list |  |  |  | C cPanel | also ring this address
Redirect to | address-list |  |  |  | C cPanel | move call to this address
Reject with | number |  |  |  | C cPanel | refuse with code
Stop Processing | choice |  |  |  | C cPanel | end rule run
Stop processing | choice |  |  |  | C cPanel | other spelling of Stop Processing
""",
)

SIGNAL_STAGE = Scope(
    "signal-stage",
    r"""
1 | number |  |  |  | C cPanel | failure
1000 | number |  |  |  | C cPanel | at once
3 | number |  |  |  | C cPanel | busy
400 | number |  |  |  | C cPanel | after ten minutes
5 | number |  |  |  | C cPanel | no answer
999 | number |  |  |  | C cPanel | after one second (1000 minus seconds)
""",
)
