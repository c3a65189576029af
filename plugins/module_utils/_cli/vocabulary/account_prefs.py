# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The preferences of an Account, and the defaults of its Domain and of the server."""

from __future__ import annotations

from .scope import Scope

PREFERENCES = Scope(
    "account-prefs",
    r"""
2FA | dictionary |  |  |  | C cPanel | there when logins need a second factor
AccountName | computed |  |  |  | L cPanel, other clients | the full name of the Account; servers compute it, and it is
  never written
AllowMultipleIdentities | flag |  |  |  | C cPanel | whether the user may send from other addresses
ArchiveBox | text |  | Archive |  | L settings file | the Mailbox for archived mail
AutoSavePeriod | period |  | 5m | seconds | L settings file | how often a draft is saved
AutoWrap | choice | Flowed | Flowed |  | I settings file | how long lines are broken
AwayTimer | period |  | 3m | seconds | L settings file | how long a user does nothing before being away
Billing | choice | NO|YES|pre|post |  |  | C cPanel | how the calls of the pbx Account are paid
CalendarAlarmCall | flag |  | NO |  | L settings file | whether a call reminds of an event
CalendarAlarmEMail | flag |  | YES |  | L settings file | whether mail reminds of an event
CalendarAlarmIM | flag |  | YES |  | L settings file | whether an instant message reminds of an event
CalendarBox | text |  | Calendar |  | L settings file, cPanel | the Mailbox of the main calendar
CalendarByDay | flag |  | YES |  | L settings file, cPanel | whether each day has a column in the calendar
CalendarDays | number | 1|2|3|4|5|7|14|21|30 | 7 | days | L settings file, cPanel | how many days the calendar shows
CalendarTime | period | 1h|2h|3h|4h|5h|6h|7h|8h|10h|12h|14h|16h|18h|20h|22h|24h | 10h | seconds | L settings file,
  cPanel | how much of a day the calendar shows
CalendarTimePeriod | period | 5m|10m|15m|30m|60m|2h|3h|4h|6h|8h | 30m | seconds | L settings file, cPanel | in which
  steps times of events are offered
CalendarTimeSlice | period | 5m|10m|15m|30m|1h|2h|3h|4h|5h|6h|7h|8h|10h|12h | 1h | seconds | L settings file, cPanel
  | how much time a row of the calendar stands for
CalendarView | choice | Monthly | Monthly |  | I settings file | how the calendar is shown
CallOutPrivacy | flag |  | NO |  | L settings file, cPanel | whether others are not told who calls
Charset | text |  | utf-8 |  | L settings file | the character set of mail
Columns | list |  | (Status,From,Subject,Size,Received) |  | L settings file | the columns of the list of messages,
  in their order
ComeAlert | flag |  | YES |  | L settings file | whether the user is alerted when a contact comes
ContactsBox | text |  | Contacts |  | L settings file, cPanel | the Mailbox of the main address book
DKIMVerifyEnable | flag |  |  |  | C cPanel | whether an adaptor verifies DKIM signatures
DKIMVerifyReject | flag |  |  |  | C cPanel | whether an adaptor refuses bad DKIM signatures
DTMFLength | number |  | 50 |  | L settings file | how long the tones of keys last
DTMFSendMode | choice | media | media |  | I settings file | how the tones of keys are sent
DUOSecurity | dictionary |  |  |  | C cPanel | a service for second factors, which an adaptor uses
DUOSecurity.akey | secret |  |  |  | C cPanel | the key of the application there
DUOSecurity.apihost | text |  |  |  | C cPanel | the host of the service
DUOSecurity.enabled | flag |  |  |  | C cPanel | whether it is used
DUOSecurity.ikey | secret |  |  |  | C cPanel | the key of the integration there
DUOSecurity.skey | secret |  |  |  | C cPanel | the secret key there
DelayedIM | flag |  | YES |  | L settings file | whether instant messages wait for a user who is away
DeleteMode | choice | Immediately|Mark as deleted|Mark|Move To Trash | "Move To Trash" |  | L settings file, cPanel,
  Freeside | what deleting a message does
DescSort | flag |  | NO |  | L settings file | whether the last message comes first
DraftsBox | text |  | Drafts |  | L settings file, cPanel | the Mailbox for drafts
EmptyJunk | period | 0|1h|2h|3h|6h|12h|1d|2d|3d|7d|10d|15d|20d|30d|60d|90d|180d|360d | 7d | seconds | L settings
  file, cPanel | how old junk mail becomes before it is removed
EmptyTrash | period | 0|1h|2h|3h|6h|12h|1d|2d|3d|7d|10d|15d|20d|30d|60d|90d|180d|360d | 15d | seconds | L settings
  file, cPanel, Freeside | how old deleted mail becomes before it is removed
EncodeHeaders | flag |  | YES |  | L settings file | whether header fields are encoded as MIME has it
ExternalImage | choice | safely | safely |  | I settings file | what becomes of images from elsewhere
ExternalLink | choice | safely | safely |  | I settings file | what becomes of links that lead elsewhere
Fields | list |  | (From,Sender,Subject,Date,To,Cc) |  | L settings file, other clients | the header fields that are
  shown, in their order
FontSize | number |  | 2 |  | L settings file | how large the letters are
Gateways | dictionary |  |  |  | C cPanel | the telephone gateways of the pbx Account, by provider
Gateways.* | dictionary |  |  |  | C cPanel | one provider, by its identifier
Gateways.*.callInGw | dictionary |  |  |  | C cPanel | how calls come in from the provider
Gateways.*.callInGw.CLIDMethods | list |  |  |  | C cPanel | how the provider tells who calls
Gateways.*.callInGw.proxyType | choice | registrar|director |  |  | C cPanel | how the provider reaches the server
Gateways.*.callInGw.telnums | list |  |  |  | C cPanel | the telephone numbers for that
Gateways.*.callInGw.telnums.assigned | text |  |  |  | C cPanel | the Domain that has the number
Gateways.*.callInGw.telnums.authname | text |  |  |  | C cPanel | the name at the provider
Gateways.*.callInGw.telnums.authpass | secret |  |  |  | C cPanel | the password at the provider
Gateways.*.callInGw.telnums.contact | text |  |  |  | C cPanel | the contact that is registered
Gateways.*.callInGw.telnums.domain | text |  |  |  | C cPanel | the Domain of the provider
Gateways.*.callInGw.telnums.expires | period | 0|2m|3m|5m|10m|15m|30m|1h|2h|3h|4h|5h|6h|7h|8h|10h|12h|1d |  |
  seconds | C cPanel | how long a registration lasts
Gateways.*.callInGw.telnums.reguid | text |  |  |  | C cPanel | what the registration is called
Gateways.*.callInGw.telnums.telnum | text |  |  |  | C cPanel | the number
Gateways.*.callInGw.telnums.username | text |  |  |  | C cPanel | the user at the provider
Gateways.*.desc | text |  |  |  | C cPanel | what there is to say of the provider
Gateways.*.id | text |  |  |  | C cPanel | what the provider is called
Gateways.*.key | text |  |  |  | C cPanel | a key that is made for the provider
Gateways.*.name | text |  |  |  | C cPanel | the name of the provider for people
Gateways.*.shortId | number |  |  |  | C cPanel | the number of the provider, a number object
HTMLEmbed | choice | inline | inline |  | I settings file | how HTML is shown
HistoryBox | text |  | History |  | L settings file, cPanel | the Mailbox for what was said
HoldMusic | flag |  | YES |  | L settings file, cPanel | whether a caller who waits hears music
IMAlert | flag |  | YES |  | L settings file | whether an instant message alerts the user
IMHistory | flag |  | YES |  | L settings file | whether instant messages are kept
IModeSkinName | text |  | IMode |  | L settings file | the skin for IMode telephones
IPWatch | flag |  | YES |  | L settings file, cPanel | whether a session is bound to one network address
ITLCMakeCall | flag |  |  |  | C cPanel | whether only external devices make calls
IVRLanguage | choice | english|albanian|arabic|bulgarian|chinese|croatian|czech|danish|dutch|farsi|filipino|finnish|
  french|german|greek|hebrew|hindi|hungarian|indonesian|italian|japanese|kazakh|korean|norwegian|polish|portuguese|
  russian|serbian|slovenian|spanish|swedish|thai|turkish|ukrainian|vietnamese |  |  | C cPanel | the language of
  voice menus
IVRMenus | dictionary |  |  |  | C cPanel | the voice menus of the ivr Account
IVRMenus.* | dictionary |  |  |  | C cPanel | one menu, by its identifier
IVRMenus.*.DED | flag |  |  |  | C cPanel | whether an extension can be dialled at once
IVRMenus.*.NAME | text |  |  |  | C cPanel | the name of the menu for people
IVRMenus.*.activebuttons | list |  |  |  | C cPanel | the keys that do something
IVRMenus.*.buttons | dictionary |  |  |  | C cPanel | what the keys do
IVRMenus.*.buttons.* | dictionary |  |  |  | C cPanel | one key of the telephone
IVRMenus.*.buttons.*.action | text |  |  |  | C cPanel | what the key does
IVRMenus.*.buttons.*.sound | text |  |  |  | C cPanel | what is heard before that
IVRMenus.*.languages | list |  |  |  | C cPanel | the languages
IVRMenus.*.languages.mute | flag |  |  |  | C cPanel | whether the language is not spoken of
IVRMenus.*.playatend | list |  |  |  | C cPanel | what is heard at the end
IVRMenus.*.playatendevery | list |  |  |  | C cPanel | what is heard at the end of each round
IVRMenus.*.playatstart | list |  |  |  | C cPanel | what is heard at the start
IVRMenus.*.playatstartevery | list |  |  |  | C cPanel | what is heard at the start of each round
InboxDisplay | text |  | INBOX |  | L settings file | what INBOX is called
JunkBox | text |  | Junk |  | L settings file, cPanel | the Mailbox for junk
KeepTimeInTrash | flag |  | NO |  | L settings file | whether a deleted message keeps its time
Language | choice | English|Arabic|Chinese|Dutch|French|German|Hebrew|Italian|Japanese|Portuguese|Russian|Slovak|
  Spanish|Thai | "" |  | L settings file, Freeside | the language of the web interface
LanguageMenu | list |  | () |  | L settings file | the languages that are offered
LastProviderId | number |  |  |  | C cPanel | the number of the gateway that was added last, a number object
MailMigrationServerIP | ip |  |  |  | C cPanel | the server from which mail is brought here
MailboxRefresh | period |  | 1m | seconds | L settings file | how often the list of Mailboxes is read again
MailerWidth | number |  | 72 | characters | L settings file | how wide lines are when mail is written
MessagesInView | number |  | 20 | messages | L settings file | how many messages a page shows
MxPresets | multiline |  |  |  | C cPanel | mail exchangers that are offered, one in each line
NotesBox | text |  | Notes |  | L settings file, cPanel | the Mailbox for notes
OutboxDisplay | text |  | Outbox |  | L settings file | what the outbox is called
ProntoCallAccept | flag |  | NO |  | L settings file | whether the Pronto client takes calls itself
ProntoCallOut | choice | dialer | dialer |  | I settings file | how the Pronto client makes calls
ProntoDriveAlerts | unknown |  |  |  | C clients | alerts about files that are shared
ProntoSkinName | text | Pronto|Pronto-|Pronto-darkflame|Pronto-steel|Pronto-twilight | Pronto- |  | L settings file,
  Freeside | how the Pronto client looks
PublishFreeBusy | number | 1|2|3|4|5|7|14|21|30|45|60|90|180|365 | 60 | days | L settings file, cPanel | for how
  many days others see when the user is free
ReceptDirDigits | number |  | 3 | digits | L settings file | how many digits the directory of the receptionist asks
  for
ReceptDirPrefix | text |  | 2 |  | I settings file | the digit that leads to the directory of the receptionist
ReceptMenu | list |  | () |  | L settings file | the menu of the receptionist
ReplyHeader | text |  | "On ^T^N ^F wrote:" |  | L settings file | the line above what a reply quotes, with macros
ReplyQuote | text |  | ">" |  | L settings file | what begins each line that a reply quotes
RosterIMMode | choice | everybody | everybody |  | I settings file | who may send instant messages
SMIMEEncryptionType | choice | RC2 40bit | "RC2 40bit" |  | I settings file | the cipher for secure mail
SendMDNMode | choice | Never|Manually|Automatically | Automatically |  | L settings file, Freeside | whether senders
  are told that their mail was read
SentBox | text |  | "Sent Items" |  | L settings file, cPanel | the Mailbox for mail that was sent
SharedFiles | dictionary |  |  |  | C clients | the files that are shared
SharedFilesExpire | period |  |  | seconds | I cPanel, other clients | how long a link to a shared file lives
ShowLocal | flag |  | YES |  | L settings file | whether the user's own Mailboxes are listed
ShowPreviewPane | flag |  | YES |  | L settings file | whether a part of the page shows the message
ShowSubscribed | flag |  | NO |  | L settings file | whether Mailboxes are listed to which the user has subscribed
Signature | multiline |  | "" |  | I settings file | what ends new messages
SkinName | text | ***|GoldFleece|Skin2|XChange | XChange |  | L settings file, Freeside | the skin of the web
  interface; three asterisks are the one without a name
SortCol | number |  | 5 |  | L settings file | the column by which messages are sorted
TasksBox | text |  | Tasks |  | L settings file, cPanel | the Mailbox of the main task list
TasksDays | number | 1|2|3|4|5|7|10|14|21|30 | 10 | days | L settings file, cPanel | for how many days tasks are shown
TasksDisplayCompleted | flag |  | YES |  | L settings file, cPanel | whether tasks that are done are shown
TasksToDisplay | number | 1|2|3|4|5|10|15|20|25|30|50|100|300|1000 | 20 | tasks | L settings file, cPanel | how many
  tasks are shown
TimeZone | choice | HostOS|Europe/Eastern|Europe/Central|Europe/Western|Europe/Moscow|NorthAmerica/Alaska|
  NorthAmerica/Pacific|NorthAmerica/Mountain|NorthAmerica/Eastern|NorthAmerica/Atlantic|Newfoundland|
  Russia/Ekaterinburg|Russia/Novosibirsk|Russia/Krasnoyarsk|Russia/Irkutsk|Russia/Yakutsk|Russia/Vladivostok|
  Russia/Magadan|Russia/Kamchatka|SouthAmerica/Chile|SouthAmerica/Brasil|SouthAmerica/Paraguay|Australia/Adelaide|
  Australia/NorthernTerritory|Australia/East|NewZealand/Auckland|Asia/Lebanon|Asia/Jordan|Asia/Syria|Asia/Israel|
  Asia/Iraq|Asia/Iran|Asia/Afghanistan|Asia/India|(-1100) Samoa|(-1000) Hawaii/Tahiti|(-0900) Marquesas
  Islands|(-0700) Arizona|(-0600) Central America|(-0500) Haiti/Peru|(-0400) Venezuela/Guyana|(-0300)
  Argentina/Uruguay|GMT (+0000)|(+0100) Algeria/Congo|(+0200) Egypt/South Africa|(+0300) Saudi Arabia|(+0400)
  Oman|(+0500) Pakistan|(+0600) Bangladesh|(+0700) Thailand/Vietnam|(+0800) China/Malaysia|(+0900)
  Japan/Korea|(+1000) Queensland|(+1100) Micronesia|(+1200) Fiji | HostOS |  | L settings file, cPanel | the time
  zone; HostOS is that of the server
TrashBox | text |  | Trash |  | L settings file, cPanel | the Mailbox for deleted mail
UploadCharset | text |  | "" |  | I settings file | the character set of files that are uploaded
UseCookie | flag |  | NO |  | L settings file, cPanel | whether a session needs a cookie
UseHTMLCompose | flag |  | NO |  | L settings file | whether mail is written in HTML
UseLetterCharset | flag |  | NO |  | L settings file | whether a reply has the character set of what it replies to
UseUTF8Mode | choice | Reading and Composing | "Reading and Composing" |  | I settings file | where UTF-8 is used
WMLSkinName | text |  | WML |  | L settings file | the skin for WAP telephones
WebAuthCookie | dictionary |  |  |  | C cPanel | the cookies of single sign-on
WebAuthCookie.* | dictionary |  |  |  | C cPanel | one cookie
WebAuthCookie.*.Apps | dictionary |  |  |  | C cPanel | the sessions of each application
WebAuthCookie.*.LastCheck | timestamp |  |  |  | C cPanel | when it was looked at last
WeekStart | choice | Sun|Mon|Tue|Wed|Thu|Fri|Sat | Mon |  | L settings file, cPanel | on which day a week begins
WorkDayEnd | number |  | 61200 | seconds after midnight | L settings file, cPanel | when a working day ends, in half
  hours
WorkDayStart | number |  | 28800 | seconds after midnight | L settings file, cPanel | when a working day begins, in
  half hours
WorkDays | set | Sun|Mon|Tue|Wed|Thu|Fri|Sat | (Mon,Tue,Wed,Thu,Fri) |  | L settings file, cPanel | the working days
assignedTelnums | dictionary |  |  |  | C cPanel | the telephone numbers that a Domain has been given
assignedTelnums.* | dictionary |  |  |  | C cPanel | one telephone number
assignedTelnums.*.assigned | text |  |  |  | C cPanel | the object that has the number
assignedTelnums.*.gateway | text |  |  |  | C cPanel | the provider of the number
assignedTelnums.*.proxyType | choice | registrar|director |  |  | C cPanel | how the provider reaches the server
serviceClassDescription | dictionary |  |  |  | C cPanel | what the service classes are for
""",
    explicit=True,
)
