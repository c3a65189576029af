# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a server is set up before anyone has changed anything.

Names and values are evidenced ones (protocol.md section 6); which of them a real server starts with is not known.
"""

from __future__ import annotations

from .settings import Settings

# Modules that other chapters of the vendor's manual name (protocol.md section 6.8).
_MODULES = ("HTTPA", "HTTPU", "IMAP", "LDAP", "LIST", "Local", "PIPE", "POP", "PWD", "RADIUS", "RPOP", "SIP", "SMTP",
            "SNMP", "XIMSS", "XMPP")


def domain_defaults() -> Settings:
    return {"AccountsLimit": "-1", "MailToUnknown": "Rejected", "DomainAccessModes": "All"}


def account_defaults() -> Settings:
    return {
        "AccessModes": "All",
        "CanModifyPassword": "YES",
        "MaxAccountSize": "unlimited",
        "PasswordEncryption": "clear",
        "RulesAllowed": "Any",
        "SignalRulesAllowed": "Any",
    }


def account_prefs() -> Settings:
    return {"Language": "English", "SentBox": "Sent", "TrashBox": "Trash", "TimeZone": "HostOS"}


def sections() -> dict[str, Settings]:
    """The dictionaries of the Server Settings; those that are not here have no evidenced name in them."""
    external = {"Enabled": "NO"}
    return {
        "Network": {"UseRBL": "NO", "RBLDomain": []},
        "Server": {
            "ExternalFilters": [],
            "ExternalAUTH": external,
            "ExternalBanner": external,
            "ExternalCDR": external,
            "ExternalRADIUS": external,
        },
    }


def modules() -> dict[str, Settings]:
    settings: dict[str, Settings] = {name: {} for name in _MODULES}
    settings["HTTPU"] = {
        "AdvertiseBasicAUTH": "YES",
        "AdvertiseDigestAUTH": "YES",
        "CGIExtensions": [],
        "HTTPRequestSizeLimit": "10M",
        "Listener": {
            "MaxInputChannels": "50",
            "Ports": [{"PortNumber": "8100"}, {"InitialSecurity": "on", "PortNumber": "9100"}],
        },
        "LogLevel": "3",
        "SupportKeepAlive": "YES",
        "SystemCGIDirectory": "",
    }
    settings["PWD"] = {"LogLevel": "3"}
    return settings
