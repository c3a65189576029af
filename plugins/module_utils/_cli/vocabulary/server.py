# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sections of server-wide and cluster-wide settings, as far as anybody tells them."""

from __future__ import annotations

from .scope import Scope

SERVER = Scope(
    "server:server",
    r"""
AccountCacheSize | number |  | 100 | accounts | L settings file | cached account count
AccountCachedInfo | flag |  | NO |  | L settings file | cache account info
AccountStatistics | flag |  | NO |  | L settings file | collect account statistics
ChronosLogLevel | number |  | 3 |  | L settings file | log level of scheduler
CrashRecovery | flag |  | YES |  | L settings file | recover from crashed threads
DataSetsLogLevel | number |  | 2 |  | L settings file | log level of datasets
DomainName | text |  |  |  | L settings file | main domain name
ExternalAUTH | dictionary |  |  |  | L settings file | authentication helper
ExternalAUTH.Enabled | flag |  | NO |  | L settings file, cPanel | authentication helper switched on
ExternalAUTH.LogLevel | number |  | 3 |  | L settings file | log level of authentication helper
ExternalBanner | dictionary |  |  |  | L settings file | banner helper
ExternalBanner.Enabled | flag |  | NO |  | L settings file | banner helper switched on
ExternalBanner.LogLevel | number |  | 3 |  | L settings file | log level of banner helper
ExternalCDR | dictionary |  |  |  | L settings file | call record helper
ExternalCDR.Enabled | flag |  | NO |  | L settings file | call record helper switched on
ExternalCDR.LogLevel | number |  | 3 |  | L settings file | log level of call record helper
ExternalFilters | list |  | () |  | L settings file, cPanel | content filter helper dictionaries
ExternalFilters.Enabled | flag |  |  |  | C cPanel | filter switched on
ExternalFilters.LogLevel | number |  |  |  | C cPanel | log level of filter
ExternalFilters.Name | text |  |  |  | C cPanel | filter name used in rules
ExternalFilters.ProgramName | text |  |  |  | C cPanel | command line
ExternalFilters.RestartPause | period |  |  | seconds | C cPanel | pause before restart
ExternalFilters.Timeout | period |  |  | seconds | C cPanel | reply time limit
ExternalRADIUS | dictionary |  |  |  | L settings file | RADIUS helper
ExternalRADIUS.Enabled | flag |  | NO |  | L settings file | RADIUS helper switched on
ExternalRADIUS.LogLevel | number |  | 3 |  | L settings file | log level of RADIUS helper
HTTPOutputCacheSize | number |  | 10 |  | L settings file | outgoing HTTP connection cache
HTTPOutputLogLevel | number |  | 3 |  | L settings file | log level of outgoing HTTP
HideAccountUnknown | flag |  | YES |  | L settings file | same error for unknown account
LicenseAccepted | timestamp |  |  |  | L settings file | time licence was accepted
LogLevel | number |  | 3 |  | L settings file | log level of kernel
MBOXSizeToIndex | size |  | 100M | bytes | L settings file | text mailbox size that gets index
NotifierLogLevel | number |  | 1 |  | L settings file | log level of notifier
NotifierQueueSize | number |  | 100 |  | L settings file | notifier queue length
NumLargeBuffers | number |  | 10 |  | L settings file | large buffer count
SaveInfoUpdates | flag |  | YES |  | L settings file | write account info changes
SeparateAdminRealms | flag |  | NO |  | L settings file | separate administrator logins
TLSAbortOnWrongCert | flag |  | YES |  | L settings file | drop link on wrong certificate
TLSAcceptSSLv2Hello | flag |  | YES |  | L settings file | accept old hello
TLSEnableWeak | flag |  | NO |  | L settings file | allow weak ciphers
TLSLogLevel | number |  | 1 |  | L settings file | log level of TLS
TLSProcessDomainNames | flag |  | YES |  | L settings file | use server name indication
TLSTimeToLive | period |  | 1m | seconds | L settings file | TLS session cache life
TempFilesLogLevel | number |  | 1 |  | L settings file | log level of temporary files
TempFilesReuse | flag |  | YES |  | L settings file | reuse temporary files
""",
)

NETWORK = Scope(
    "server:network",
    r"""
RBLDomain | list |  |  |  | C cPanel | DNS block list domains, asked in order
UseRBL | flag |  |  |  | C cPanel | use DNS block lists
""",
)

INTERCEPT = Scope(
    "server:intercept",
    r"""
* | dictionary |  |  |  | C clients | the Account whose events are copied, by its address
*.Access | flag |  |  |  | C clients | event kind copied (below account address)
*.Append | flag |  |  |  | C clients | event kind copied (below account address)
*.Login | flag |  |  |  | C clients | event kind copied (below account address)
*.Mailbox | flag |  |  |  | C clients | event kind copied (below account address)
*.Partial | flag |  |  |  | C clients | event kind copied (below account address)
*.SendTo | address |  |  |  | C clients | where copies go (below account address)
*.Sent | flag |  |  |  | C clients | event kind copied (below account address)
*.Signal | flag |  |  |  | C clients | event kind copied (below account address)
""",
)
