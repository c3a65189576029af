# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is set for an Account, its Domain's defaults, and the templates of new ones."""

from __future__ import annotations

from .scope import Scope

ACCOUNT = Scope(
    "account",
    r"""
AccessModes | services | All|None | All |  | L manual, cPanel, other clients | which services the Account may use
AddMailTrailer | flag |  | YES |  | L settings file, Freeside | whether mail that the user sends gets the trailer of
  the Domain
AddWebBanner | flag |  | YES |  | L settings file | whether the web interface shows its banner to the user
AirSyncAllowed | list |  |  |  | C cPanel | the mobile devices that may synchronise, by their identifiers
ArchiveMessagesAfter | period | 0=never|1d|2d|3d|5d|7d|14d|30d|90d|180d|365d|730d | 0 | seconds | L settings file,
  cPanel, Plesk, Freeside | how old mail becomes before it is moved to the archive
BannerInfo | text |  |  |  | I settings file | what the web banner is told of the user
CallInpFlow | rate |  | ("-1",3600) | calls, seconds | L settings file | how many calls may come in during a period
CallLogs | flag |  | YES |  | L settings file | whether calls are recorded
CallOutFlow | rate |  | ("-1",3600) | calls, seconds | L settings file | how many calls may be made during a period
CallsLimit | number | -1=unlimited | "-1" | calls | L settings file | how many calls may be under way at once
CanModifyPassword | flag |  |  |  | M manual | whether the user may choose another password; settings files have
  PWDAllowed for it
City | text |  |  |  | C vendor's scripts | the town, a setting that a site declares
DefaultMailboxType | choice | TextMailbox|MailDirMailbox|SlicedMailbox | TextMailbox |  | L settings file, vendor's
  scripts | in which format new Mailboxes are kept
DefaultWebPage | text |  | default.html |  | L settings file | which file the root of the personal site shows
DeleteMessagesAfter | period | 0=never|1d|2d|3d|5d|7d|14d|30d|90d|180d|365d|730d | 0 | seconds | L settings file,
  cPanel, Plesk | how old mail becomes before it is removed
Department | text |  |  |  | C vendor's scripts | the department, a setting that a site declares
DialogInfo | flag |  | YES |  | L settings file | whether others may see that the user is in a call
EmpNumber | text |  |  |  | C clients | the number of the employee, a setting that a site declares
ExternalINBOX | flag |  | NO |  | L settings file | whether INBOX is the mailbox file of the operating system
FailedLoginFlow | rate |  | (10,1m) | attempts, seconds | L settings file | how many logins may fail during a period
  before all are refused
FamilyName | text |  |  |  | C vendor's scripts | the family name, a setting that a site declares
FirstName | text |  |  |  | C vendor's scripts | the given name, a setting that a site declares
HiddenProntoModules | unknown |  |  |  | L settings file | parts of the Pronto client that the user does not see
HiddenSkins | unknown |  |  |  | L settings file | skins that the user is not offered
IMAPSeesNonMail | flag |  | NO |  | L settings file | whether IMAP clients see calendars, contacts and the like
IMLogs | flag |  | YES |  | L settings file | whether instant messages are recorded
LogLogin | flag |  | NO |  | L settings file | whether logins are noted in the log
MailInpFlow | rate | unlimited=-1 | (20,15) | messages, seconds | L settings file, cPanel, other clients | how many
  messages are accepted for the user during a period
MailOutFlow | rate | unlimited=-1 | ("-1",30) | messages, seconds | L settings file, cPanel, other clients | how
  many messages the user may send during a period
MailToAll | flag |  | YES |  | L settings file, Freeside, cPanel | whether mail to all Accounts of the Domain
  reaches this one
MaxAccountSize | size | unlimited=-1|0 | unlimited | bytes | L settings file, cPanel, Freeside, Plesk | how much
  mail the Account may hold
MaxFileSize | size | unlimited=-1 | unlimited | bytes | L settings file, Freeside | how large a stored file may be
MaxMailOutSize | size | unlimited=-1|0 | unlimited | bytes | L settings file, cPanel, other clients | how large a
  message of the user may be
MaxMailboxes | number | -1=unlimited | "-1" | mailboxes | L settings file, other clients | how many Mailboxes there
  may be
MaxMessageSize | size | unlimited=-1|0 | unlimited | bytes | L settings file, cPanel, vendor's scripts | how large a
  message for the user may be
MaxRosterItems | number | -1=unlimited | 20 | contacts | L settings file | how many contacts there may be
MaxSignalContacts | number | -1=unlimited | 10 | registrations | L settings file | how many devices may be
  registered at once
MaxWebFile | misspelt | MaxWebFiles |  | files | C Freeside | a slip of one client
MaxWebFiles | number | -1=unlimited | 1000 | files | L settings file, Freeside | how many files the file storage may
  hold
MaxWebSize | size | unlimited=-1 | 100M | bytes | L settings file, Freeside | how much the file storage may hold
MobilePhone | text |  |  |  | C cPanel | the mobile telephone, a setting that a site declares
NotifyOutFlow | rate |  | (100,15) | notifications, seconds | L settings file | how many notifications may be sent
  during a period
OSUserName | text |  | "*" |  | L settings file | the user of the operating system who stands behind the Account; an
  asterisk is the name of the Account
Organization | text |  |  |  | C vendor's scripts | the organisation, a setting that a site declares
PSTNAreaCode | text |  | "1(415)" |  | L settings file | the area code of local telephone numbers
PSTNBillingPlan | text |  |  |  | C clients | the plan by which an application for gateways bills
PSTNEmergency | text |  | "call=sip:911@telnum" |  | L settings file | where emergency calls go
PSTNFromName | text | $|* | "$" |  | L settings file, cPanel, other clients | the name that a telephone gateway is
  told of the caller
PSTNGatewayAuthName | text |  |  |  | L settings file, cPanel | the name by which a telephone gateway knows the user
PSTNGatewayDomain | text |  |  |  | L settings file, cPanel | the Domain of the telephone gateway
PSTNGatewayPassword | secret |  |  |  | L settings file, cPanel | the password at the telephone gateway
PSTNGatewayVia | text |  |  |  | C cPanel | the proxy that leads to the telephone gateway
PSTNSMSHost | text |  |  |  | I settings file | the host that sends text messages
PWDAllowed | flag |  | YES |  | L settings file, Freeside, cPanel | whether the user may choose another password
Password | secret |  |  |  | L settings file, other clients | the password that the server keeps itself; some
  servers tell it
PasswordComplexity | choice | MixedCaseDigit |  |  | I cPanel | how strong a new password must be
PasswordEncryption | choice | clear|A-crpt | A-crpt |  | I settings file, cPanel, other clients | how the password
  is stored
PasswordRecovery | flag |  | YES |  | L settings file, Freeside | whether a forgotten password can be replaced by mail
QuotaAlert | number |  | 80 | percent | L settings file | how full the Account becomes before its user is alerted
QuotaNotice | number |  | 90 | percent | L settings file | how full the Account becomes before its user is told by
  mail
QuotaSuspend | number |  | 100 | percent | L settings file | how full the Account becomes before no more mail is
  delivered
RPOP | dictionary |  |  |  | L clients | the remote POP accounts, among the effective settings
RPOPAllowed | flag |  | NO |  | L settings file, Freeside, other clients | whether the user may name remote POP
  accounts
RSIP | dictionary |  |  |  | L clients | the remote SIP registrations, among the effective settings
RSIPAllowed | flag |  | NO |  | L settings file, other clients | whether the user may name remote SIP registrations
Real Name | misspelt | RealName |  |  | C clients | the spelling of an old example
RealName | text |  |  |  | L cPanel, Freeside, other clients | the name of the person
RequireAPOP | flag |  | NO |  | L settings file | whether a password may never be sent as it is
Rules | list |  |  |  | C clients | the mail rules, where an old server has them among the settings
RulesAllowed | choice | No|Filter Only|All But Exec|Any | "Filter Only" |  | L settings file, Freeside | which
  actions the user's mail rules may have
SIPIMMode | flag |  | YES |  | L settings file | whether instant messages go by SIP
ServiceClass | text |  |  |  | L cPanel, Plesk, other clients | the service class that the Account has
ServiceClasses | dictionary |  |  |  | L settings file, cPanel, Plesk | the service classes by their names, among
  defaults
ServiceClasses.* | dictionary |  |  |  | L settings file, cPanel, Plesk | one service class
ServiceClasses.*.AccessModes | services | All|None |  |  | L settings file, cPanel | which services this class allows
ServiceClasses.*.PSTNFromName | text |  |  |  | C cPanel | as for an Account, for all of the class
ServiceClasses.*.PSTNGatewayAuthName | text |  |  |  | C cPanel | as for an Account, for all of the class
ServiceClasses.*.PSTNGatewayDomain | text |  |  |  | C cPanel | as for an Account, for all of the class
ServiceClasses.*.PSTNGatewayPassword | secret |  |  |  | C cPanel | as for an Account, for all of the class
ServiceClasses.*.PSTNGatewayVia | text |  |  |  | C cPanel | as for an Account, for all of the class
SignalRulesAllowed | choice | Any | Any |  | I settings file | which actions the user's signal rules may have
Surname | text |  |  |  | C clients | the family name, a setting that a site declares
SyncMode | flag |  | NO |  | L settings file | whether the Account is kept like one of another mail server
SyncServer | text |  |  |  | I settings file | the mail server that it is kept like
SyncUserName | text |  | "^0" |  | L settings file | the name of the user there, with macros
SyncUserPassword | secret |  |  |  | L settings file | the password there
Title | text |  |  |  | C vendor's scripts, other clients | the title, a setting that a site declares
UseAppPassword | flag |  | YES |  | L settings file, vendor's scripts, other clients | whether the password that the
  server keeps is taken
UseCertificateAuth | flag |  | NO |  | L settings file | whether a certificate of the client is taken
UseExtPassword | flag |  | NO |  | L settings file, vendor's scripts | whether the helper for authentication is asked
UseKerberosPassword | flag |  | YES |  | L settings file | whether Kerberos tickets are taken
UseSysPassword | flag |  | NO |  | L settings file | whether the password of the operating system is taken
WebAdminPrefs | dictionary |  |  |  | L settings file | how the administrator likes the WebAdmin interface
WebAdminPrefs.ExpertLevel | number |  | 10 |  | L settings file | how much of it is shown
WorkPhone | text |  |  |  | C cPanel | the telephone at work, a setting that a site declares
accountExpires | text |  |  |  | C clients | when the Account ends, a setting of one site
accountType | text |  |  |  | C clients | what sort of Account it is, a setting of one site
company | text |  |  |  | C clients | the company, a setting of one site
deleteAccount | text |  |  |  | C clients | whether the Account is to go, a setting of one site
givenName | text |  |  |  | C clients | the given name, a setting of one site
l | text |  |  |  | C clients | the town
mail | text |  |  |  | C clients | a mail address, a setting of one site
mobile | text |  |  |  | C cPanel | the mobile telephone, which a second factor may use
ou | text |  |  |  | C cPanel | the unit of the organisation
telephoneNumber | text |  |  |  | C clients | the telephone, a setting of one site
title | text |  |  |  | C clients | the title, a setting of one site
""",
    explicit=True,
)
