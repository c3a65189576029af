# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings of the server's modules, as far as anybody tells them."""

from __future__ import annotations

from .scope import Scope

HTTPU = Scope(
    "module:HTTPU",
    r"""
AIRSYNCLog | number |  | 2 |  | L settings file | log level of AirSync
AdvertiseBasicAUTH | flag |  | YES |  | L settings file | offer Basic authentication
AdvertiseDigestAUTH | flag |  | YES |  | L settings file | offer Digest authentication
AdvertiseNTLMAUTH | flag |  | NO |  | L settings file | offer NTLM authentication
AdvertiseNegotiateAUTH | flag |  | NO |  | L settings file | offer Negotiate authentication
CALDAVLog | number |  | 3 |  | L settings file | log level of CalDAV
CARDDAVLog | number |  | 3 |  | L settings file | log level of CardDAV
CGIExtensions | dictionary |  | {pl="/usr/bin/perl";} |  | L settings file | interpreter by file extension
CGIHeaderFields | list |  | () |  | L settings file | request headers passed to CGI
FILEDAVLog | number |  | 3 |  | L settings file | log level of file WebDAV
FileExtensions | dictionary |  | {} |  | L settings file | content type by file extension
HTTPRequestSizeLimit | size |  | 10M | bytes | L settings file | largest request
Listener | dictionary |  |  |  | L settings file | TCP listener settings
Listener.MaxInputChannels | number |  | 50 | channels | L settings file | concurrent connections
Listener.Ports | list |  |  |  | L settings file | port dictionaries
Listener.Ports.InitialSecurity | flag | on=YES | on |  | L settings file | TLS from first byte; on or absent
Listener.Ports.PortNumber | number |  | 8100 |  | L settings file | TCP port
LogLevel | number |  | 3 |  | L settings file | log level of module
PARLAYXLog | number |  | 2 |  | L settings file | log level of Parlay X
ScanLargeRequests | flag |  | NO |  | L settings file | inspect large requests
SupportKeepAlive | flag |  | YES |  | L settings file | keep connections open
SystemCGIDirectory | text |  | cgi |  | L settings file | directory of server CGI programs
""",
)
