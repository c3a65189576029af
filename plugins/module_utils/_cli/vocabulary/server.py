# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sections of server-wide and cluster-wide settings, as far as anybody tells them."""

from __future__ import annotations

from .scope import Scope

SERVER = Scope(
    "server:server",
    r"""
AccountCacheSize | number |  | 100 | accounts | L settings file | how many Accounts are kept in memory
AccountCachedInfo | flag |  | NO |  | L settings file | whether what is known of Accounts is kept in memory
AccountStatistics | flag |  | NO |  | L settings file | whether statistics of Accounts are kept
ChronosLogLevel | number |  | 3 |  | L settings file | how much is logged of what is done at set times
CrashRecovery | flag |  | YES |  | L settings file | whether the server goes on after a part of it has crashed
DataSetsLogLevel | number |  | 2 |  | L settings file | how much is logged of datasets
DomainName | text |  |  |  | L settings file | the name of the main Domain
ExternalAUTH | dictionary |  |  |  | L settings file | the helper for authentication
ExternalAUTH.Enabled | flag |  | NO |  | L settings file, cPanel | whether it is used
ExternalAUTH.LogLevel | number |  | 3 |  | L settings file | how much is logged of it
ExternalBanner | dictionary |  |  |  | L settings file | the helper for banners
ExternalBanner.Enabled | flag |  | NO |  | L settings file | whether it is used
ExternalBanner.LogLevel | number |  | 3 |  | L settings file | how much is logged of it
ExternalCDR | dictionary |  |  |  | L settings file | the helper for records of calls
ExternalCDR.Enabled | flag |  | NO |  | L settings file | whether it is used
ExternalCDR.LogLevel | number |  | 3 |  | L settings file | how much is logged of it
ExternalFilters | list |  | () |  | L settings file, cPanel | the helpers that filter mail, each a dictionary
ExternalFilters.Enabled | flag |  |  |  | C cPanel | whether it is used
ExternalFilters.LogLevel | number |  |  |  | C cPanel | how much is logged of it
ExternalFilters.Name | text |  |  |  | C cPanel | the name by which Rules call it
ExternalFilters.ProgramName | text |  |  |  | C cPanel | the command that starts it
ExternalFilters.RestartPause | period |  |  | seconds | C cPanel | how long the server waits before it starts it again
ExternalFilters.Timeout | period |  |  | seconds | C cPanel | how long the server waits for its answer
ExternalRADIUS | dictionary |  |  |  | L settings file | the helper for RADIUS
ExternalRADIUS.Enabled | flag |  | NO |  | L settings file | whether it is used
ExternalRADIUS.LogLevel | number |  | 3 |  | L settings file | how much is logged of it
HTTPOutputCacheSize | number |  | 10 |  | L settings file | how many connections to other web servers are kept
HTTPOutputLogLevel | number |  | 3 |  | L settings file | how much is logged of them
HideAccountUnknown | flag |  | YES |  | L settings file | whether an unknown Account is answered like a wrong password
LicenseAccepted | timestamp |  |  |  | L settings file | when the licence was accepted
LogLevel | number |  | 3 |  | L settings file | how much is logged of the kernel
MBOXSizeToIndex | size |  | 100M | bytes | L settings file | from what size on a text Mailbox has an index
NotifierLogLevel | number |  | 1 |  | L settings file | how much is logged of notifications
NotifierQueueSize | number |  | 100 |  | L settings file | how many notifications may wait
NumLargeBuffers | number |  | 10 |  | L settings file | how many large buffers there are
SaveInfoUpdates | flag |  | YES |  | L settings file | whether changes of what is known of Accounts are written at
  once
SeparateAdminRealms | flag |  | NO |  | L settings file | whether administrators log in apart from users
TLSAbortOnWrongCert | flag |  | YES |  | L settings file | whether a wrong certificate ends the connection
TLSAcceptSSLv2Hello | flag |  | YES |  | L settings file | whether an old greeting of clients is accepted
TLSEnableWeak | flag |  | NO |  | L settings file | whether weak ciphers are allowed
TLSLogLevel | number |  | 1 |  | L settings file | how much is logged of TLS
TLSProcessDomainNames | flag |  | YES |  | L settings file | whether the name that a client asks for chooses the
  certificate
TLSTimeToLive | period |  | 1m | seconds | L settings file | how long TLS sessions are kept
TempFilesLogLevel | number |  | 1 |  | L settings file | how much is logged of temporary files
TempFilesReuse | flag |  | YES |  | L settings file | whether temporary files are used again
""",
)

NETWORK = Scope(
    "server:network",
    r"""
RBLDomain | list |  |  |  | C cPanel | the DNS Domains that are asked whether a host is known for spam, in their order
UseRBL | flag |  |  |  | C cPanel | whether they are asked
""",
)

INTERCEPT = Scope(
    "server:intercept",
    r"""
* | dictionary |  |  |  | C clients | the Account whose events are copied, by its address
*.Access | flag |  |  |  | C clients | whether access is copied
*.Append | flag |  |  |  | C clients | whether messages that are put into Mailboxes are copied
*.Login | flag |  |  |  | C clients | whether logins are copied
*.Mailbox | flag |  |  |  | C clients | whether work in Mailboxes is copied
*.Partial | flag |  |  |  | C clients | whether parts only are copied
*.SendTo | address |  |  |  | C clients | where the copies go
*.Sent | flag |  |  |  | C clients | whether mail that is sent is copied
*.Signal | flag |  |  |  | C clients | whether calls and instant messages are copied
""",
)
