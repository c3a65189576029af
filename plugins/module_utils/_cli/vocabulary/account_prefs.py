# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The preferences of an Account, and the defaults of its Domain and of the server."""

from __future__ import annotations

from .scope import Scope

PREFERENCES = Scope(
    "account-prefs",
    r"""
2FA | dictionary |  |  |  | C cPanel | present when second factor is on
AccountName | text |  |  |  | L cPanel, other clients | computed full account name; never write
AllowMultipleIdentities | flag |  |  |  | C cPanel | user may use more sender addresses
ArchiveBox | text |  | Archive |  | L settings file | archive mailbox name
AutoSavePeriod | period |  | 5m | seconds | L settings file | draft auto-save interval
AutoWrap | choice | Flowed | Flowed |  | I settings file | line wrapping; other words unknown
AwayTimer | period |  | 3m | seconds | L settings file | idle time before away
Billing | choice | NO|YES|pre|post |  |  | C cPanel | call billing of domain pbx account
CalendarAlarmCall | flag |  | NO |  | L settings file | reminder by call
CalendarAlarmEMail | flag |  | YES |  | L settings file | reminder by mail
CalendarAlarmIM | flag |  | YES |  | L settings file | reminder by instant message
CalendarBox | text |  | Calendar |  | L settings file, cPanel | main calendar mailbox
CalendarByDay | flag |  | YES |  | L settings file, cPanel | calendar columns by day
CalendarDays | number | 1|2|3|4|5|7|14|21|30 | 7 | days | L settings file, cPanel | days shown in calendar
CalendarTime | period | 1h|2h|3h|4h|5h|6h|7h|8h|10h|12h|14h|16h|18h|20h|22h|24h | 10h | seconds | L settings file,
  cPanel | hours shown in calendar
CalendarTimePeriod | period | 5m|10m|15m|30m|60m|2h|3h|4h|6h|8h | 30m | seconds | L settings file, cPanel | time
  step when composing
CalendarTimeSlice | period | 5m|10m|15m|30m|1h|2h|3h|4h|5h|6h|7h|8h|10h|12h | 1h | seconds | L settings file, cPanel
  | calendar row height
CalendarView | choice | Monthly | Monthly |  | I settings file | calendar view; other words unknown
CallOutPrivacy | flag |  | NO |  | L settings file, cPanel | hide caller identity
Charset | text |  | utf-8 |  | L settings file | preferred character set
Columns | list |  | (Status,From,Subject,Size,Received) |  | L settings file | mailbox list columns, order matters
ComeAlert | flag |  | YES |  | L settings file | alert when a contact appears
ContactsBox | text |  | Contacts |  | L settings file, cPanel | main contacts mailbox
DKIMVerifyEnable | flag |  |  |  | C cPanel | adaptor switch for signature checks
DKIMVerifyReject | flag |  |  |  | C cPanel | adaptor switch to reject bad signatures
DTMFLength | number |  | 50 |  | L settings file | key tone length
DTMFSendMode | choice | media | media |  | I settings file | how key tones are sent
DUOSecurity | dictionary |  |  |  | C cPanel | second factor service of the adaptor
DUOSecurity.akey | secret |  |  |  | C cPanel | application key
DUOSecurity.apihost | text |  |  |  | C cPanel | service host
DUOSecurity.enabled | flag |  |  |  | C cPanel | service switched on
DUOSecurity.ikey | secret |  |  |  | C cPanel | integration key
DUOSecurity.skey | secret |  |  |  | C cPanel | service key
DelayedIM | flag |  | YES |  | L settings file | store messages for absent user
DeleteMode | choice | Immediately|Mark as deleted|Mark|Move To Trash | "Move To Trash" |  | L settings file, cPanel,
  Freeside | how messages are deleted; Mark only in freeside
DescSort | flag |  | NO |  | L settings file | sort in descending order
DraftsBox | text |  | Drafts |  | L settings file, cPanel | drafts mailbox
EmptyJunk | period | 0|1h|2h|3h|6h|12h|1d|2d|3d|7d|10d|15d|20d|30d|60d|90d|180d|360d | 7d | seconds | L settings
  file, cPanel | age at which junk is removed
EmptyTrash | period | 0|1h|2h|3h|6h|12h|1d|2d|3d|7d|10d|15d|20d|30d|60d|90d|180d|360d | 15d | seconds | L settings
  file, cPanel, Freeside | age at which trash is removed
EncodeHeaders | flag |  | YES |  | L settings file | MIME encode header text
ExternalImage | choice | safely | safely |  | I settings file | outside image handling; other words unknown
ExternalLink | choice | safely | safely |  | I settings file | outside link handling; other words unknown
Fields | list |  | (From,Sender,Subject,Date,To,Cc) |  | L settings file, other clients | header fields shown; order
  matters
FontSize | number |  | 2 |  | L settings file | display font size
Gateways | dictionary |  |  |  | C cPanel | telephone gateways by provider (pbx account)
Gateways.* | dictionary |  |  |  | C cPanel | one provider, by its identifier
Gateways.*.callInGw | dictionary |  |  |  | C cPanel | dial-in data of a provider
Gateways.*.callInGw.CLIDMethods | list |  |  |  | C cPanel | caller identity methods
Gateways.*.callInGw.proxyType | choice | registrar|director |  |  | C cPanel | how provider reaches the server
Gateways.*.callInGw.telnums | list |  |  |  | C cPanel | dial-in number dictionaries
Gateways.*.callInGw.telnums.assigned | text |  |  |  | C cPanel | domain the number belongs to
Gateways.*.callInGw.telnums.authname | text |  |  |  | C cPanel | login name
Gateways.*.callInGw.telnums.authpass | secret |  |  |  | C cPanel | login password
Gateways.*.callInGw.telnums.contact | text |  |  |  | C cPanel | registered contact
Gateways.*.callInGw.telnums.domain | text |  |  |  | C cPanel | provider domain
Gateways.*.callInGw.telnums.expires | period | 0|2m|3m|5m|10m|15m|30m|1h|2h|3h|4h|5h|6h|7h|8h|10h|12h|1d |  |
  seconds | C cPanel | registration period
Gateways.*.callInGw.telnums.reguid | text |  |  |  | C cPanel | registration identifier
Gateways.*.callInGw.telnums.telnum | text |  |  |  | C cPanel | telephone number
Gateways.*.callInGw.telnums.username | text |  |  |  | C cPanel | user name
Gateways.*.desc | text |  |  |  | C cPanel | provider description
Gateways.*.id | text |  |  |  | C cPanel | provider identifier
Gateways.*.key | text |  |  |  | C cPanel | generated provider key
Gateways.*.name | text |  |  |  | C cPanel | provider display name
Gateways.*.shortId | number |  |  |  | C cPanel | provider number, written #n
HTMLEmbed | choice | inline | inline |  | I settings file | HTML display; other words unknown
HistoryBox | text |  | History |  | L settings file, cPanel | history mailbox
HoldMusic | flag |  | YES |  | L settings file, cPanel | music for callers on hold
IMAlert | flag |  | YES |  | L settings file | alert on instant message
IMHistory | flag |  | YES |  | L settings file | store instant message history
IModeSkinName | text |  | IMode |  | L settings file | skin for IMode phones
IPWatch | flag |  | YES |  | L settings file, cPanel | session bound to one address
ITLCMakeCall | flag |  |  |  | C cPanel | calls only by external SIP devices
IVRLanguage | choice | english|albanian|arabic|bulgarian|chinese|croatian|czech|danish|dutch|farsi|filipino|finnish|
  french|german|greek|hebrew|hindi|hungarian|indonesian|italian|japanese|kazakh|korean|norwegian|polish|portuguese|
  russian|serbian|slovenian|spanish|swedish|thai|turkish|ukrainian|vietnamese |  |  | C cPanel | voice menu language
IVRMenus | dictionary |  |  |  | C cPanel | voice menus by identifier (ivr account)
IVRMenus.* | dictionary |  |  |  | C cPanel | one menu, by its identifier
IVRMenus.*.DED | flag |  |  |  | C cPanel | direct extension dialling; Yes or absent
IVRMenus.*.NAME | text |  |  |  | C cPanel | menu display name
IVRMenus.*.activebuttons | list |  |  |  | C cPanel | keys in use
IVRMenus.*.buttons | dictionary |  |  |  | C cPanel | key actions by key
IVRMenus.*.buttons.* | dictionary |  |  |  | C cPanel | one key of the telephone
IVRMenus.*.buttons.*.action | text |  |  |  | C cPanel | action of a key
IVRMenus.*.buttons.*.sound | text |  |  |  | C cPanel | sound before a key
IVRMenus.*.languages | list |  |  |  | C cPanel | language dictionaries
IVRMenus.*.languages.mute | flag |  |  |  | C cPanel | language prompt silenced
IVRMenus.*.playatend | list |  |  |  | C cPanel | sounds at end
IVRMenus.*.playatendevery | list |  |  |  | C cPanel | sounds at end of each round
IVRMenus.*.playatstart | list |  |  |  | C cPanel | sounds at start
IVRMenus.*.playatstartevery | list |  |  |  | C cPanel | sounds at start of each round
InboxDisplay | text |  | INBOX |  | L settings file | shown name of inbox
JunkBox | text |  | Junk |  | L settings file, cPanel | junk mailbox
KeepTimeInTrash | flag |  | NO |  | L settings file | keep message time when trashing
Language | choice | English|Arabic|Chinese|Dutch|French|German|Hebrew|Italian|Japanese|Portuguese|Russian|Slovak|
  Spanish|Thai | "" |  | L settings file, Freeside | interface language; empty = default
LanguageMenu | list |  | () |  | L settings file | languages offered
LastProviderId | number |  |  |  | C cPanel | last gateway number, written #n
MailMigrationServerIP | ip |  |  |  | C cPanel | old server used for migration
MailboxRefresh | period |  | 1m | seconds | L settings file | mailbox list refresh interval
MailerWidth | number |  | 72 | characters | L settings file | compose line width
MessagesInView | number |  | 20 | messages | L settings file | messages per page
MxPresets | multiline |  |  |  | C cPanel | mail exchanger presets; lines separated by \e
NotesBox | text |  | Notes |  | L settings file, cPanel | notes mailbox
OutboxDisplay | text |  | Outbox |  | L settings file | shown name of outbox
ProntoCallAccept | flag |  | NO |  | L settings file | Pronto accepts calls itself
ProntoCallOut | choice | dialer | dialer |  | I settings file | Pronto call method; other words unknown
ProntoDriveAlerts | unknown |  |  |  | C clients | share alerts of Pronto Drive
ProntoSkinName | text | Pronto|Pronto-|Pronto-darkflame|Pronto-steel|Pronto-twilight | Pronto- |  | L settings file,
  Freeside | Pronto client style
PublishFreeBusy | number | 1|2|3|4|5|7|14|21|30|45|60|90|180|365 | 60 | days | L settings file, cPanel | days of
  free/busy data published
ReceptDirDigits | number |  | 3 | digits | L settings file | receptionist directory digits
ReceptDirPrefix | text |  | 2 |  | I settings file | receptionist directory prefix
ReceptMenu | list |  | () |  | L settings file | receptionist menu
ReplyHeader | text |  | "On ^T^N ^F wrote:" |  | L settings file | line above quoted text; ^ macros
ReplyQuote | text |  | ">" |  | L settings file | quote mark
RosterIMMode | choice | everybody | everybody |  | I settings file | who may send messages; other words unknown
SMIMEEncryptionType | choice | RC2 40bit | "RC2 40bit" |  | I settings file | cipher for secure mail; other words
  unknown
SendMDNMode | choice | Never|Manually|Automatically | Automatically |  | L settings file, Freeside | sending of read
  receipts
SentBox | text |  | "Sent Items" |  | L settings file, cPanel | sent mail mailbox
SharedFiles | dictionary |  |  |  | C clients | shared files of Pronto Drive
SharedFilesExpire | period |  |  | seconds | I cPanel, other clients | life of shared file links
ShowLocal | flag |  | YES |  | L settings file | list own mailboxes
ShowPreviewPane | flag |  | YES |  | L settings file | show preview pane
ShowSubscribed | flag |  | NO |  | L settings file | list subscribed mailboxes
Signature | multiline |  | "" |  | I settings file | text added to new messages
SkinName | text | ***|GoldFleece|Skin2|XChange | XChange |  | L settings file, Freeside | web interface skin; *** =
  unnamed
SortCol | number |  | 5 |  | L settings file | column used for sorting
TasksBox | text |  | Tasks |  | L settings file, cPanel | main tasks mailbox
TasksDays | number | 1|2|3|4|5|7|10|14|21|30 | 10 | days | L settings file, cPanel | task days shown
TasksDisplayCompleted | flag |  | YES |  | L settings file, cPanel | show finished tasks
TasksToDisplay | number | 1|2|3|4|5|10|15|20|25|30|50|100|300|1000 | 20 | tasks | L settings file, cPanel | tasks
  shown
TimeZone | choice | HostOS|Europe/Eastern|Europe/Central|Europe/Western|Europe/Moscow|NorthAmerica/Alaska|
  NorthAmerica/Pacific|NorthAmerica/Mountain|NorthAmerica/Eastern|NorthAmerica/Atlantic|Newfoundland|
  Russia/Ekaterinburg|Russia/Novosibirsk|Russia/Krasnoyarsk|Russia/Irkutsk|Russia/Yakutsk|Russia/Vladivostok|
  Russia/Magadan|Russia/Kamchatka|SouthAmerica/Chile|SouthAmerica/Brasil|SouthAmerica/Paraguay|Australia/Adelaide|
  Australia/NorthernTerritory|Australia/East|NewZealand/Auckland|Asia/Lebanon|Asia/Jordan|Asia/Syria|Asia/Israel|
  Asia/Iraq|Asia/Iran|Asia/Afghanistan|Asia/India|(-1100) Samoa|(-1000) Hawaii/Tahiti|(-0900) Marquesas
  Islands|(-0700) Arizona|(-0600) Central America|(-0500) Haiti/Peru|(-0400) Venezuela/Guyana|(-0300)
  Argentina/Uruguay|GMT (+0000)|(+0100) Algeria/Congo|(+0200) Egypt/South Africa|(+0300) Saudi Arabia|(+0400)
  Oman|(+0500) Pakistan|(+0600) Bangladesh|(+0700) Thailand/Vietnam|(+0800) China/Malaysia|(+0900)
  Japan/Korea|(+1000) Queensland|(+1100) Micronesia|(+1200) Fiji | HostOS |  | L settings file, cPanel | time zone
  name; HostOS = server zone
TrashBox | text |  | Trash |  | L settings file, cPanel | trash mailbox
UploadCharset | text |  | "" |  | I settings file | character set of uploads
UseCookie | flag |  | NO |  | L settings file, cPanel | session needs a cookie
UseHTMLCompose | flag |  | NO |  | L settings file | compose in HTML
UseLetterCharset | flag |  | NO |  | L settings file | reply in character set of letter
UseUTF8Mode | choice | Reading and Composing | "Reading and Composing" |  | I settings file | use of UTF-8; other
  words unknown
WMLSkinName | text |  | WML |  | L settings file | skin for WAP phones
WebAuthCookie | dictionary |  |  |  | C cPanel | single sign-on cookies by identifier
WebAuthCookie.* | dictionary |  |  |  | C cPanel | one cookie
WebAuthCookie.*.Apps | dictionary |  |  |  | C cPanel | sessions per application
WebAuthCookie.*.LastCheck | timestamp |  |  |  | C cPanel | time of last check
WeekStart | choice | Sun|Mon|Tue|Wed|Thu|Fri|Sat | Mon |  | L settings file, cPanel | first day of week
WorkDayEnd | number |  | 61200 | seconds after midnight | L settings file, cPanel | end of work day
WorkDayStart | number |  | 28800 | seconds after midnight | L settings file, cPanel | start of work day
WorkDays | set | Sun|Mon|Tue|Wed|Thu|Fri|Sat | (Mon,Tue,Wed,Thu,Fri) |  | L settings file, cPanel | working days
assignedTelnums | dictionary |  |  |  | C cPanel | numbers given to the domain
assignedTelnums.* | dictionary |  |  |  | C cPanel | one telephone number
assignedTelnums.*.assigned | text |  |  |  | C cPanel | object using the number, a:name style
assignedTelnums.*.gateway | text |  |  |  | C cPanel | provider of the number
assignedTelnums.*.proxyType | choice | registrar|director |  |  | C cPanel | how provider reaches the server
serviceClassDescription | dictionary |  |  |  | C cPanel | descriptions of service classes
""",
)
