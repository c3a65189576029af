# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is set for a Domain, and the defaults of all of them."""

from __future__ import annotations

from .scope import Scope

DOMAIN = Scope(
    "domain",
    r"""
AGradeLimit | number | -1=unlimited | "-1" | accounts | L settings file | limit of A-grade accounts; -1 no limit
AUTHMethods | set | All | All |  | I settings file | SASL methods offered; array form not seen
AccessRerouteAddress | address | error | error |  | L settings file | target for access to unknown names
AccessToUnknown | choice | Rejected | Rejected |  | I settings file | handling of access to unknown names
AccountDefaults | dictionary |  |  |  | L settings file | nested account defaults (file only)
AccountsLimit | number | -1=unlimited|0 | "-1" | accounts | L settings file, cPanel, Freeside | account count limit;
  -1 no limit
AccountsLogLevel | number |  | 3 |  | L settings file | log level of account records
AdminDomainName | text |  |  |  | C Freeside | domain whose administrators manage this one
AllWithForwarders | flag |  | NO |  | L settings file, cPanel | mail to all also reaches forwarders
AutoCreateChats | flag |  | NO |  | L settings file | create chat rooms on demand
AutoSignup | flag |  | NO |  | L settings file, other clients | visitors may create accounts
BGradeLimit | number | -1=unlimited | "-1" | accounts | L settings file | limit of B-grade accounts; -1 no limit
CAChain | datablock |  |  |  | L cPanel, other clients | intermediate certificates, DER run together
CGradeLimit | number | -1=unlimited | "-1" | accounts | L settings file | limit of C-grade accounts; -1 no limit
CallOutTelnumSelector | choice | account|group|any |  |  | C cPanel | whose number is shown as caller
CentralDirectory | choice | Keep In Sync | "Keep In Sync" |  | I settings file | directory integration level; other
  words unknown
CertificateType | choice | YES=Enabled|NO=Disabled|Test | Test |  | L settings file, Freeside, other clients | PKI
  mode; last two only in freeside
ClientCertCA | text |  |  |  | I settings file | authority required for client certificates
ClientCertReq | flag |  | NO |  | L settings file | ask clients for a certificate
ClientIPs | multiline |  |  |  | C cPanel | client address list; lines separated by \e
DGradeLimit | number | -1=unlimited | "-1" | accounts | L settings file | limit of D-grade accounts; -1 no limit
DKIM | dictionary |  |  |  | C cPanel | signing data of the vendor adaptor (6.x)
DKIM.Algorithm | text |  |  |  | C cPanel | signing algorithm
DKIM.DKIMEnabled | misspelt | Enabled |  |  | C cPanel | wrong key written on uninstall
DKIM.Enabled | flag |  |  |  | C cPanel | signing switched on
DKIM.Method | text |  |  |  | C cPanel | canonicalisation method
DKIM.Selector | text |  |  |  | C cPanel | DNS selector
DKIM.key | secret |  |  |  | C cPanel | private key text
DKIMenabled | flag |  |  |  | C clients | signing switched on (7.1.10)
DKIMkey | secret |  |  |  | C clients | private key, datablock on read and write
DomainAccessModes | services | All|None | All |  | L settings file, Freeside, other clients | services enabled for
  the domain
ExternalLockType | choice | FileLevel | FileLevel |  | I settings file | locking of legacy mailboxes; other words
  unknown
ExternalOnProvision | flag |  | NO |  | L settings file | ask helper when provisioning accounts
ExternalOnUnknown | flag |  | NO |  | L settings file, cPanel | ask helper about unknown names
FastStorageType | number |  | 0 |  | I settings file | fast storage kind
FolderIndex | flag |  | NO |  | L settings file | keep index of account folders
Foldering | choice | flat | flat |  | I settings file | account directory layout; other words unknown
ForceSMTPAUTH | choice | nobody|non-clients|clients|everybody | nobody |  | L settings file, cPanel | who must
  authenticate for SMTP
ListsLimit | number | -1=unlimited|0 | "-1" | lists | L settings file, cPanel | mailing list limit; -1 no limit
MailRerouteAddress | address | spamtrap | spamtrap |  | L settings file, cPanel, Plesk | target for mail to unknown
  names
MailToAllAction | choice | anybody|clients|Authenticated Users|Authenticated Domain Users|Authenticated
  Administrator|nobody | "Authenticated Domain Users" |  | L settings file, cPanel | who may send to all
MailToUnknown | choice | Rejected|Discarded|Rerouted to|Accepted and Bounced | Rejected |  | L settings file,
  cPanel, Plesk | handling of mail to unknown names
MailboxesLogLevel | number |  | 3 |  | L settings file | log level of mailbox records
PrivateSecureKey | secret |  |  |  | L cPanel, other clients | RSA private key; read as quoted [base64]
RecipientStatus | flag |  | NO |  | L settings file | tell recipient state to senders
RelayAddress | ip | any | any |  | I settings file | address used for outgoing relays
RenameInPlace | flag |  | NO |  | L settings file | rename accounts without moving files
SecureCertificate | datablock |  |  |  | L cPanel, other clients | domain certificate; read as quoted [base64]
SignalRerouteAddress | address | pbx | pbx |  | L settings file | target for calls to unknown names
SignalToUnknown | choice | Rejected | Rejected |  | I settings file | handling of calls to unknown names
TrailerText | multiline |  |  |  | C Freeside | text added to sent mail
WebSitePrefix | text |  | "~" |  | L settings file | URL prefix of personal sites
WebUserCache | flag |  |  |  | C clients | cache custom web files (old)
XIMSSMode | choice | TCP | TCP |  | I settings file | XIMSS transport; other words unknown
wn_MaximumAliases | number |  |  | aliases | L clients | site private domain key (custom)
wn_MaximumGroups | number |  |  | groups | L clients | site private domain key (custom)
""",
)
