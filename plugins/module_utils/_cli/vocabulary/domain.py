# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is set for a Domain, and the defaults of all of them."""

from __future__ import annotations

from .scope import Scope

DOMAIN = Scope(
    "domain",
    r"""
AGradeLimit | number | -1=unlimited | "-1" | accounts | L settings file | how many Accounts of grade A there may be
AUTHMethods | set | All | All |  | I settings file | the methods of authentication that are offered
AccessRerouteAddress | address | error | error |  | L settings file | where access to unknown names goes
AccessToUnknown | choice | Rejected | Rejected |  | I settings file | what becomes of access to unknown names
AccountDefaults | dictionary |  |  |  | L settings file | the defaults of Accounts, in a settings file only
AccountsLimit | number | -1=unlimited|0 | "-1" | accounts | L settings file, cPanel, Freeside | how many Accounts
  there may be
AccountsLogLevel | number |  | 3 |  | L settings file | how much is logged of Accounts
AdminDomainName | text |  |  |  | C Freeside | the Domain whose administrators manage this one, too
AllWithForwarders | flag |  | NO |  | L settings file, cPanel | whether mail to all goes to forwarders, too
AutoCreateChats | flag |  | NO |  | L settings file | whether a chat room is made when somebody enters it
AutoSignup | flag |  | NO |  | L settings file, other clients | whether visitors can make Accounts
BGradeLimit | number | -1=unlimited | "-1" | accounts | L settings file | how many Accounts of grade B there may be
CAChain | datablock |  |  |  | L cPanel, other clients | the certificates between the Domain's own and its authority
CGradeLimit | number | -1=unlimited | "-1" | accounts | L settings file | how many Accounts of grade C there may be
CallOutTelnumSelector | choice | account|group|any |  |  | C cPanel | whose telephone number is shown when somebody
  calls
CentralDirectory | choice | Keep In Sync | "Keep In Sync" |  | I settings file | how the Domain and the Directory
  are kept alike
CertificateType | choice | YES=Enabled|NO=Disabled|Test | Test |  | L settings file, Freeside, other clients | which
  certificate is used
ClientCertCA | text |  |  |  | I settings file | the authority that certificates of clients must have
ClientCertReq | flag |  | NO |  | L settings file | whether clients are asked for a certificate
ClientIPs | multiline |  |  |  | C cPanel | the addresses of clients, one in each line
DGradeLimit | number | -1=unlimited | "-1" | accounts | L settings file | how many Accounts of grade D there may be
DKIM | dictionary |  |  |  | C cPanel | how mail is signed, for an adaptor of versions 6
DKIM.Algorithm | text |  |  |  | C cPanel | the algorithm of the signature
DKIM.DKIMEnabled | misspelt | Enabled |  |  | C cPanel | a slip of the adaptor
DKIM.Enabled | flag |  |  |  | C cPanel | whether mail is signed
DKIM.Method | text |  |  |  | C cPanel | how a message is made canonical
DKIM.Selector | text |  |  |  | C cPanel | the selector in the DNS
DKIM.key | secret |  |  |  | C cPanel | the private key
DKIMenabled | flag |  |  |  | C clients | whether mail is signed, in version 7.1
DKIMkey | secret |  |  |  | C clients | the private key, in version 7.1
DomainAccessModes | services | All|None | All |  | L settings file, Freeside, other clients | which services the
  Accounts of the Domain may use
ExternalLockType | choice | FileLevel | FileLevel |  | I settings file | how mailbox files of other programs are
  locked
ExternalOnProvision | flag |  | NO |  | L settings file | whether a helper is asked when Accounts are made
ExternalOnUnknown | flag |  | NO |  | L settings file, cPanel | whether a helper is asked about unknown names
FastStorageType | number |  | 0 |  | I settings file | what kind of fast storage there is
FolderIndex | flag |  | NO |  | L settings file | whether the folders of Accounts have an index
Foldering | choice | flat | flat |  | I settings file | how the directories of Accounts are laid out
ForceSMTPAUTH | choice | nobody|non-clients|clients|everybody | nobody |  | L settings file, cPanel | who has to log
  in to send mail
ListsLimit | number | -1=unlimited|0 | "-1" | lists | L settings file, cPanel | how many mailing lists there may be
MailRerouteAddress | address | spamtrap | spamtrap |  | L settings file, cPanel, Plesk | where mail to unknown names
  goes
MailToAllAction | choice | anybody|clients|Authenticated Users|Authenticated Domain Users|Authenticated
  Administrator|nobody | "Authenticated Domain Users" |  | L settings file, cPanel | who may send mail to all
MailToUnknown | choice | Rejected|Discarded|Rerouted to|Accepted and Bounced | Rejected |  | L settings file,
  cPanel, Plesk | what becomes of mail to unknown names
MailboxesLogLevel | number |  | 3 |  | L settings file | how much is logged of Mailboxes
PrivateSecureKey | secret |  |  |  | L cPanel, other clients | the private key of the Domain
RecipientStatus | flag |  | NO |  | L settings file | whether senders are told whether a recipient is there
RelayAddress | ip | any | any |  | I settings file | the address from which mail is sent on
RenameInPlace | flag |  | NO |  | L settings file | whether a renamed Account keeps its files where they are
SecureCertificate | datablock |  |  |  | L cPanel, other clients | the certificate of the Domain
SignalRerouteAddress | address | pbx | pbx |  | L settings file | where calls to unknown names go
SignalToUnknown | choice | Rejected | Rejected |  | I settings file | what becomes of calls to unknown names
TrailerText | multiline |  |  |  | C Freeside | what ends mail that is sent
WebSitePrefix | text |  | "~" |  | L settings file | what stands before the name of a personal site
WebUserCache | flag |  |  |  | C clients | whether files of skins are cached, in old versions
XIMSSMode | choice | TCP | TCP |  | I settings file | how XIMSS clients are connected
wn_MaximumAliases | number |  |  | aliases | L clients | how many aliases a hosting site allows
wn_MaximumGroups | number |  |  | groups | L clients | how many Groups a hosting site allows
""",
    explicit=True,
)
