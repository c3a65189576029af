# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings of the server's modules, as far as anybody tells them."""

from __future__ import annotations

from .scope import Scope

HTTPU = Scope(
    "module:HTTPU",
    r"""
AIRSYNCLog | number |  | 2 |  | L settings file | how much is logged of AirSync
AdvertiseBasicAUTH | flag |  | YES |  | L settings file | whether Basic authentication is offered
AdvertiseDigestAUTH | flag |  | YES |  | L settings file | whether Digest authentication is offered
AdvertiseNTLMAUTH | flag |  | NO |  | L settings file | whether NTLM authentication is offered
AdvertiseNegotiateAUTH | flag |  | NO |  | L settings file | whether Negotiate authentication is offered
CALDAVLog | number |  | 3 |  | L settings file | how much is logged of CalDAV
CARDDAVLog | number |  | 3 |  | L settings file | how much is logged of CardDAV
CGIExtensions | dictionary |  | {pl="/usr/bin/perl";} |  | L settings file | which program runs a file, by its
  extension
CGIHeaderFields | list |  | () |  | L settings file | the header fields that programs are given
FILEDAVLog | number |  | 3 |  | L settings file | how much is logged of WebDAV
FileExtensions | dictionary |  | {} |  | L settings file | which type of content a file has, by its extension
HTTPRequestSizeLimit | size |  | 10M | bytes | L settings file | how large a request may be
Listener | dictionary |  |  |  | L settings file | where the module listens
Listener.MaxInputChannels | number |  | 50 | channels | L settings file | how many connections there may be
Listener.Ports | list |  |  |  | L settings file | the ports, each a dictionary
Listener.Ports.InitialSecurity | flag | on=YES | on |  | L settings file | whether TLS begins with the first byte;
  absent if not
Listener.Ports.PortNumber | number |  | 8100 |  | L settings file | the TCP port
LogLevel | number |  | 3 |  | L settings file | how much is logged of the module
PARLAYXLog | number |  | 2 |  | L settings file | how much is logged of Parlay X
ScanLargeRequests | flag |  | NO |  | L settings file | whether large requests are looked into
SupportKeepAlive | flag |  | YES |  | L settings file | whether connections are kept open
SystemCGIDirectory | text |  | cgi |  | L settings file | where the server's own programs are
""",
)
