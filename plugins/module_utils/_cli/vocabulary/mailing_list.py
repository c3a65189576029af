# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings of a mailing list."""

from __future__ import annotations

from .scope import Scope

LIST = Scope(
    "list",
    r"""
ArchiveMessageLimit | number | 0|1|2|3|5|10|20|50|100|200|1000|3000|10000|30000|100000|300000|1000000 |  | messages
  | C cPanel | how many messages an archive has before another begins
ArchiveSizeLimit | size | unlimited=-1|0|1024|3K|10K|30K|100K|300K|1024K|3M|10M|30M|100M|300M|1024M|3G|10G|30G |  |
  bytes | C cPanel | how large an archive becomes before another begins
ArchiveSwapPeriod | number | -1=never|1|2|3|6|12|24|36|60 |  | months | C cPanel | how old an archive becomes before
  another begins
Browse | choice | nobody|subscribers|clients|anybody |  |  | C cPanel | who may read the archive
ByeSubject | text |  |  |  | C cPanel, Plesk | the subject of what is sent to who leaves
ByeText | multiline |  |  |  | C cPanel, Plesk | what is sent to who leaves
Charset | choice | iso-8859-1|windows-1252|iso-2022-jp|euc-jp|shift-jis|koi8-r|iso-8859-5|windows-1251|cp866|koi8-u|
  iso-8859-2|windows-1250|iso-8859-7|windows-1253|iso-8859-8|windows-1255|iso-8859-9|windows-1254|iso-8859-4|
  windows-1257|big5|gb2312|gb18030|gbk|euc-tw|iso-2022-kr|euc-kr|ks_c_5601-1987|iso-8859-6|windows-1256|iso-8859-11|
  windows-874|iso-8859-3|iso-8859-10|iso-8859-13|iso-8859-14|iso-8859-15|iso-8859-16|windows-1258|utf-8 |  |  | C
  cPanel | the character set of messages
CheckCharset | flag |  |  |  | C cPanel | whether postings must have that character set
CheckDigestSubject | flag |  |  |  | C cPanel | whether replies to a whole digest are refused
CleanupPeriod | period | 1h|2h|3h|6h|12h|1d|2d|3d|5d|7d|10d |  | seconds | C cPanel | how often the list is cleaned up
Confirmation | flag |  |  |  | C cPanel | whether who subscribes must confirm it
ConfirmationSubject | text |  |  |  | C cPanel, Plesk | the subject of the request for that
ConfirmationText | multiline |  |  |  | C cPanel, Plesk | the request for that
CoolOffPeriod | period | 1h|2h|3h|6h|12h|1d|2d|3d|5d|7d|10d |  | seconds | C cPanel | how long nothing is sent to
  whose mail bounced
DigestFormat | choice | plain text|standard MIME|embedded MIME |  |  | C cPanel | how a digest is put together
DigestHeader | multiline |  |  |  | C cPanel | what begins a digest
DigestMessageLimit | number | 0|1|2|3|5|10|20|50|100|200|1000|3000|10000|30000|100000 |  | messages | C cPanel | how
  many messages a digest has
DigestPeriod | period | 1m|10m|30m|1h|3h|6h|1d|3d|7d|10d|20d|100d |  | seconds | C cPanel | how often a digest is sent
DigestSizeLimit | size | unlimited=-1|0|1024|3K|10K|30K|100K|300K|1024K|1M|3M|10M|30M|100M|300M|1024M|1G|3G|10G|30G
  |  | bytes | C cPanel | how large a digest is
DigestSubject | text |  |  |  | C cPanel | the subject of a digest
DigestTimeOfDay | period | 0|1h|2h|3h|4h|5h|6h|7h|8h|9h|10h|11h|12h|13h|14h|15h|16h|17h|18h|19h|20h|21h|22h|23h |  |
  seconds | C cPanel | when the first digest of a day is sent
DigestTrailer | multiline |  |  |  | C cPanel | what ends a digest
Distribution | choice | feed|null|banned|digest|index |  |  | C cPanel | how subscribers get messages unless they
  say otherwise
FailureNotification | flag |  |  |  | C cPanel | whether the owner is told of who was removed
FatalWeight | number | 1|3|10|10000 |  | bounces | C cPanel | for how many a final bounce counts
FeedHeader | multiline |  |  |  | C cPanel | what begins a message that is passed on
FeedPrefixMode | flag |  |  |  | C cPanel | whether the prefix begins the subject
FeedSubject | text |  |  |  | C cPanel | the prefix of subjects
FeedTrailer | multiline |  |  |  | C cPanel | what ends a message that is passed on
FirstModerated | number | 0|1|2|3|5|10000|10001 |  | messages | C cPanel | how many postings of a new subscriber are
  moderated; 10000 is all, 10001 forbids them
Format | choice | plain text only|text only|text alternative|anything |  |  | C cPanel | which formats postings may
  have
HideFromAddress | flag |  |  |  | C cPanel | whether readers do not see an author's address
ListFields | multiline |  |  |  | C cPanel, Plesk | further header fields
MaxBounces | number | 0|1|2|3|5|10|20|50|100|200 |  | bounces | C cPanel | how many bounces there may be before a
  subscriber is removed
Owner | text |  |  |  | C cPanel, Plesk | the Account that owns the list, without the Domain
OwnerCheck | choice | Return-Path|IP Addresses|Authentication |  |  | C cPanel | how the owner is known
PolicySubject | text |  |  |  | C cPanel, Plesk | the subject of what welcomes a subscriber
PolicyText | multiline |  |  |  | C cPanel, Plesk | what welcomes a subscriber
Postings | choice | from owner only|moderated|from subscribers|moderate guests|from anybody |  |  | C cPanel | who
  may post
Reply | choice | to list|to sender |  |  | C cPanel | where replies go
SaveReports | choice | no|unprocessed|all |  |  | C cPanel | which reports of bounces are kept
SaveRequests | choice | no|accepted|rejected|all |  |  | C cPanel | which requests are kept
SizeLimit | size | unlimited=-1|0|1024|3K|10K|30K|100K|300K|1024K|3M|10M|300M |  | bytes | C cPanel, Plesk | how
  large a posting may be
Store | flag |  |  |  | C cPanel | whether there is an archive
Subscribe | choice | nobody|moderated|this domain only|locals only|anybody |  |  | C cPanel, Plesk | who may subscribe
TOCLine | multiline |  |  |  | C cPanel | the line of a table of contents
TOCTrailer | multiline |  |  |  | C cPanel, Plesk | what ends a table of contents
TillConfirmed | flag |  |  |  | C cPanel | whether whose mail bounced waits until a confirmation
UnsubBouncedPeriod | period | 1h|2h|3h|6h|12h|1d|2d|3d|5d|7d|10d |  | seconds | C cPanel | how long mail bounces
  before a subscriber is removed
WarningSubject | text |  |  |  | C cPanel, Plesk | the subject of what warns a subscriber
WarningText | multiline |  |  |  | C cPanel, Plesk | what warns a subscriber
""",
)
