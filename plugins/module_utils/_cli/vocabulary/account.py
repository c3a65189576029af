# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is set for an Account, its Domain's defaults, and the templates of new ones."""

from __future__ import annotations

from .scope import Scope

ACCOUNT = Scope(
    "account",
    r"""
AccessModes | services | All|None | All |  | L manual, cPanel, other clients | enabled services; first element is a
  number
AddMailTrailer | flag |  | YES |  | L settings file, Freeside | append domain trailer to sent mail
AddWebBanner | flag |  | YES |  | L settings file | show web banner to the user
AirSyncAllowed | list |  |  |  | C cPanel | mobile devices allowed to synchronise
ArchiveMessagesAfter | period | 0=never|1d|2d|3d|5d|7d|14d|30d|90d|180d|365d|730d | 0 | seconds | L settings file,
  cPanel, Plesk, Freeside | age at which mail is archived
BannerInfo | text |  |  |  | I settings file | data for the web banner
CallInpFlow | rate |  | ("-1",3600) | calls, seconds | L settings file | incoming call rate limit; -1 no limit
CallLogs | flag |  | YES |  | L settings file | keep call records
CallOutFlow | rate |  | ("-1",3600) | calls, seconds | L settings file | outgoing call rate limit; -1 no limit
CallsLimit | number | -1=unlimited | "-1" | calls | L settings file | concurrent call limit; -1 no limit
CanModifyPassword | flag |  |  |  | M manual | named in SETACCOUNTPASSWORD text; file has PWDAllowed
City | text |  |  |  | C vendor's scripts | city (custom)
DefaultMailboxType | choice | TextMailbox|MailDirMailbox|SlicedMailbox | TextMailbox |  | L settings file, vendor's
  scripts | format of newly made mailboxes
DefaultWebPage | text |  | default.html |  | L settings file | page shown for personal site root
DeleteMessagesAfter | period | 0=never|1d|2d|3d|5d|7d|14d|30d|90d|180d|365d|730d | 0 | seconds | L settings file,
  cPanel, Plesk | age at which mail is deleted
Department | text |  |  |  | C vendor's scripts | department (custom)
DialogInfo | flag |  | YES |  | L settings file | publish call dialog state
EmpNumber | text |  |  |  | C clients | employee number (custom)
ExternalINBOX | flag |  | NO |  | L settings file | INBOX kept as legacy system mailbox
FailedLoginFlow | rate |  | (10,1m) | attempts, seconds | L settings file | failed login limit
FamilyName | text |  |  |  | C vendor's scripts | family name (custom)
FirstName | text |  |  |  | C vendor's scripts | given name (custom)
HiddenProntoModules | unknown |  |  |  | L settings file | Pronto client modules hidden from user
HiddenSkins | unknown |  |  |  | L settings file | skins hidden from user
IMAPSeesNonMail | flag |  | NO |  | L settings file | show groupware mailboxes to IMAP
IMLogs | flag |  | YES |  | L settings file | keep instant message records
LogLogin | flag |  | NO |  | L settings file | log user logins
MailInpFlow | rate | unlimited=-1 | (20,15) | messages, seconds | L settings file, cPanel, other clients | incoming
  mail rate limit
MailOutFlow | rate | unlimited=-1 | ("-1",30) | messages, seconds | L settings file, cPanel, other clients |
  outgoing mail rate limit
MailToAll | flag |  | YES |  | L settings file, Freeside, cPanel | account receives mail sent to all
MaxAccountSize | size | unlimited=-1|0 | unlimited | bytes | L settings file, cPanel, Freeside, Plesk | mail storage
  quota
MaxFileSize | size | unlimited=-1 | unlimited | bytes | L settings file, Freeside | largest single stored file
MaxMailOutSize | size | unlimited=-1|0 | unlimited | bytes | L settings file, cPanel, other clients | largest
  message user may send
MaxMailboxes | number | -1=unlimited | "-1" | mailboxes | L settings file, other clients | mailbox count limit
MaxMessageSize | size | unlimited=-1|0 | unlimited | bytes | L settings file, cPanel, vendor's scripts | largest
  message accepted for user
MaxRosterItems | number | -1=unlimited | 20 | contacts | L settings file | roster size limit
MaxSignalContacts | number | -1=unlimited | 10 | registrations | L settings file | registered device limit
MaxWebFile | misspelt | MaxWebFiles |  | files | C Freeside | freeside misspelling of MaxWebFiles in defaults
MaxWebFiles | number | -1=unlimited | 1000 | files | L settings file, Freeside | file storage file count limit
MaxWebSize | size | unlimited=-1 | 100M | bytes | L settings file, Freeside | file storage quota
MobilePhone | text |  |  |  | C cPanel | mobile telephone (custom)
NotifyOutFlow | rate |  | (100,15) | notifications, seconds | L settings file | outgoing notification rate limit
OSUserName | text |  | "*" |  | L settings file | operating system user mapped; * = account name
Organization | text |  |  |  | C vendor's scripts | organisation (custom)
PSTNAreaCode | text |  | "1(415)" |  | L settings file | local telephone area code
PSTNBillingPlan | text |  |  |  | C clients | billing plan suffix read by gateway application
PSTNEmergency | text |  | "call=sip:911@telnum" |  | L settings file | emergency call mapping
PSTNFromName | text | $|* | "$" |  | L settings file, cPanel, other clients | caller name sent to telephone gateway
PSTNGatewayAuthName | text |  |  |  | L settings file, cPanel | login name at telephone gateway
PSTNGatewayDomain | text |  |  |  | L settings file, cPanel | telephone gateway domain
PSTNGatewayPassword | secret |  |  |  | L settings file, cPanel | password at telephone gateway
PSTNGatewayVia | text |  |  |  | C cPanel | proxy used to reach gateway
PSTNSMSHost | text |  |  |  | I settings file | SMS gateway host
PWDAllowed | flag |  | YES |  | L settings file, Freeside, cPanel | user may change the password
Password | secret |  |  |  | L settings file, other clients | internal password; may be returned by reads
PasswordComplexity | choice | MixedCaseDigit |  |  | I cPanel | required password strength; other words unknown
PasswordEncryption | choice | clear|A-crpt | A-crpt |  | I settings file, cPanel, other clients | password storage
  method; other words unknown
PasswordRecovery | flag |  | YES |  | L settings file, Freeside | password recovery by mail allowed
QuotaAlert | number |  | 80 | percent | L settings file | fill level at which alert is shown
QuotaNotice | number |  | 90 | percent | L settings file | fill level at which notice is mailed
QuotaSuspend | number |  | 100 | percent | L settings file | fill level at which delivery stops
RPOP | dictionary |  |  |  | L clients | remote POP records seen in effective settings
RPOPAllowed | flag |  | NO |  | L settings file, Freeside, other clients | user may edit remote POP records
RSIP | dictionary |  |  |  | L clients | remote SIP records seen in effective settings
RSIPAllowed | flag |  | NO |  | L settings file, other clients | user may edit remote SIP records
Real Name | misspelt | RealName |  |  | C clients | old example spelling of RealName in template
RealName | text |  |  |  | L cPanel, Freeside, other clients | display name of the user
RequireAPOP | flag |  | NO |  | L settings file | secure login methods required
Rules | list |  |  |  | C clients | mail rules kept as setting on old servers
RulesAllowed | choice | No|Filter Only|All But Exec|Any | "Filter Only" |  | L settings file, Freeside | mail rule
  actions user may set
SIPIMMode | flag |  | YES |  | L settings file | use SIP for instant messages
ServiceClass | text |  |  |  | L cPanel, Plesk, other clients | name of assigned service class
ServiceClasses | dictionary |  |  |  | L settings file, cPanel, Plesk | service classes by name (defaults only)
ServiceClasses.* | dictionary |  |  |  | L settings file, cPanel, Plesk | one class, by its name
ServiceClasses.*.AccessModes | services | All|None |  |  | L settings file, cPanel | services of one class (below
  class name)
ServiceClasses.*.PSTNFromName | text |  |  |  | C cPanel | gateway value set per class
ServiceClasses.*.PSTNGatewayAuthName | text |  |  |  | C cPanel | gateway value set per class
ServiceClasses.*.PSTNGatewayDomain | text |  |  |  | C cPanel | gateway value set per class
ServiceClasses.*.PSTNGatewayPassword | secret |  |  |  | C cPanel | gateway password set per class
ServiceClasses.*.PSTNGatewayVia | text |  |  |  | C cPanel | gateway value set per class
SignalRulesAllowed | choice | Any | Any |  | I settings file | signal rule actions user may set; only Any seen
Surname | text |  |  |  | C clients | family name (custom)
SyncMode | flag |  | NO |  | L settings file | synchronise with another mail server
SyncServer | text |  |  |  | I settings file | server to synchronise with
SyncUserName | text |  | "^0" |  | L settings file | user name at that server; ^ macros
SyncUserPassword | secret |  |  |  | L settings file | password at that server
Title | text |  |  |  | C vendor's scripts, other clients | job title (custom)
UseAppPassword | flag |  | YES |  | L settings file, vendor's scripts, other clients | internal password accepted
UseCertificateAuth | flag |  | NO |  | L settings file | client certificate login accepted
UseExtPassword | flag |  | NO |  | L settings file, vendor's scripts | external authentication helper accepted
UseKerberosPassword | flag |  | YES |  | L settings file | Kerberos login accepted
UseSysPassword | flag |  | NO |  | L settings file | operating system password accepted
WebAdminPrefs | dictionary |  |  |  | L settings file | administrator interface preferences
WebAdminPrefs.ExpertLevel | number |  | 10 |  | L settings file | interface expertise level
WorkPhone | text |  |  |  | C cPanel | office telephone (custom)
accountExpires | text |  |  |  | C clients | site expiry mark (custom)
accountType | text |  |  |  | C clients | site account kind (custom)
company | text |  |  |  | C clients | company (custom)
deleteAccount | text |  |  |  | C clients | site private mark (custom)
givenName | text |  |  |  | C clients | given name (custom)
l | text |  |  |  | C clients | city
mail | text |  |  |  | C clients | mail address copy (custom)
mobile | text |  |  |  | C cPanel | mobile number used for second factor
ou | text |  |  |  | C cPanel | organisational unit
telephoneNumber | text |  |  |  | C clients | telephone (custom)
title | text |  |  |  | C clients | job title, lower case form (custom)
""",
)
