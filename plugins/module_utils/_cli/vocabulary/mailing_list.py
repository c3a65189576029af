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
  | C cPanel | archive message count before swap
ArchiveSizeLimit | size | unlimited=-1|0|1024|3K|10K|30K|100K|300K|1024K|3M|10M|30M|100M|300M|1024M|3G|10G|30G |  |
  bytes | C cPanel | archive size before swap
ArchiveSwapPeriod | number | -1=never|1|2|3|6|12|24|36|60 |  | months | C cPanel | archive age before swap; -1 never
Browse | choice | nobody|subscribers|clients|anybody |  |  | C cPanel | who may read the archive
ByeSubject | text |  |  |  | C cPanel, Plesk | goodbye message subject
ByeText | multiline |  |  |  | C cPanel, Plesk | goodbye message text
Charset | choice | iso-8859-1|windows-1252|iso-2022-jp|euc-jp|shift-jis|koi8-r|iso-8859-5|windows-1251|cp866|koi8-u|
  iso-8859-2|windows-1250|iso-8859-7|windows-1253|iso-8859-8|windows-1255|iso-8859-9|windows-1254|iso-8859-4|
  windows-1257|big5|gb2312|gb18030|gbk|euc-tw|iso-2022-kr|euc-kr|ks_c_5601-1987|iso-8859-6|windows-1256|iso-8859-11|
  windows-874|iso-8859-3|iso-8859-10|iso-8859-13|iso-8859-14|iso-8859-15|iso-8859-16|windows-1258|utf-8 |  |  | C
  cPanel | preferred character set
CheckCharset | flag |  |  |  | C cPanel | check character set of postings
CheckDigestSubject | flag |  |  |  | C cPanel | refuse postings with digest subject
CleanupPeriod | period | 1h|2h|3h|6h|12h|1d|2d|3d|5d|7d|10d |  | seconds | C cPanel | interval of list clean-up
Confirmation | flag |  |  |  | C cPanel | ask for confirmation
ConfirmationSubject | text |  |  |  | C cPanel, Plesk | confirmation request subject
ConfirmationText | multiline |  |  |  | C cPanel, Plesk | confirmation request text
CoolOffPeriod | period | 1h|2h|3h|6h|12h|1d|2d|3d|5d|7d|10d |  | seconds | C cPanel | suspension length after bounce
DigestFormat | choice | plain text|standard MIME|embedded MIME |  |  | C cPanel | digest structure; case differs
  between pages
DigestHeader | multiline |  |  |  | C cPanel | text above digest
DigestMessageLimit | number | 0|1|2|3|5|10|20|50|100|200|1000|3000|10000|30000|100000 |  | messages | C cPanel |
  digest message limit
DigestPeriod | period | 1m|10m|30m|1h|3h|6h|1d|3d|7d|10d|20d|100d |  | seconds | C cPanel | digest interval
DigestSizeLimit | size | unlimited=-1|0|1024|3K|10K|30K|100K|300K|1024K|1M|3M|10M|30M|100M|300M|1024M|1G|3G|10G|30G
  |  | bytes | C cPanel | digest size limit; two spellings in use
DigestSubject | text |  |  |  | C cPanel | digest subject
DigestTimeOfDay | period | 0|1h|2h|3h|4h|5h|6h|7h|8h|9h|10h|11h|12h|13h|14h|15h|16h|17h|18h|19h|20h|21h|22h|23h |  |
  seconds | C cPanel | hour of first digest
DigestTrailer | multiline |  |  |  | C cPanel | text below digest
Distribution | choice | feed|null|banned|digest|index |  |  | C cPanel | default receiving mode
FailureNotification | flag |  |  |  | C cPanel | tell owner about removed subscribers
FatalWeight | number | 1|3|10|10000 |  | bounces | C cPanel | weight of a fatal bounce; 10000 at once
FeedHeader | multiline |  |  |  | C cPanel | text above distributed mail
FeedPrefixMode | flag |  |  |  | C cPanel | put prefix at subject start
FeedSubject | text |  |  |  | C cPanel | subject prefix of distributed mail
FeedTrailer | multiline |  |  |  | C cPanel | text below distributed mail
FirstModerated | number | 0|1|2|3|5|10000|10001 |  | messages | C cPanel | first postings moderated; 10000 all,
  10001 prohibited
Format | choice | plain text only|text only|text alternative|anything |  |  | C cPanel | accepted message format
HideFromAddress | flag |  |  |  | C cPanel | hide author address
ListFields | multiline |  |  |  | C cPanel, Plesk | extra header fields
MaxBounces | number | 0|1|2|3|5|10|20|50|100|200 |  | bounces | C cPanel | bounces before unsubscribing
Owner | text |  |  |  | C cPanel, Plesk | owner account; local name; read only here
OwnerCheck | choice | Return-Path|IP Addresses|Authentication |  |  | C cPanel | how the owner is recognised
PolicySubject | text |  |  |  | C cPanel, Plesk | welcome message subject
PolicyText | multiline |  |  |  | C cPanel, Plesk | welcome message text
Postings | choice | from owner only|moderated|from subscribers|moderate guests|from anybody |  |  | C cPanel | who
  may post
Reply | choice | to list|to sender |  |  | C cPanel | where replies go
SaveReports | choice | no|unprocessed|all |  |  | C cPanel | which bounce reports are stored
SaveRequests | choice | no|accepted|rejected|all |  |  | C cPanel | which requests are stored
SizeLimit | size | unlimited=-1|0|1024|3K|10K|30K|100K|300K|1024K|3M|10M|300M |  | bytes | C cPanel, Plesk | largest
  posting
Store | flag |  |  |  | C cPanel | keep an archive
Subscribe | choice | nobody|moderated|this domain only|locals only|anybody |  |  | C cPanel, Plesk | who may subscribe
TOCLine | multiline |  |  |  | C cPanel | contents line template
TOCTrailer | multiline |  |  |  | C cPanel, Plesk | text below contents
TillConfirmed | flag |  |  |  | C cPanel | YES until confirmed, NO for CoolOffPeriod
UnsubBouncedPeriod | period | 1h|2h|3h|6h|12h|1d|2d|3d|5d|7d|10d |  | seconds | C cPanel | time before bouncing
  subscriber is removed
WarningSubject | text |  |  |  | C cPanel, Plesk | warning message subject
WarningText | multiline |  |  |  | C cPanel, Plesk | warning message text
""",
)
