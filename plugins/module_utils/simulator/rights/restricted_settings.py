# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which settings a Domain Administrator may change.

The manual says that an update by a Domain Administrator touches only those settings that administrator may modify,
and is silent about which these are. This simulator decides so:

* A Domain right that is the name of a setting allows that setting (``MaxAccountSize``, ``RulesAllowed`` ...).
* ``BasicSettings`` allows all Account Settings except those that limit what the Account may use or do
  (``LIMITS`` below); so it covers the real name, the password and everything that describes a person, unknown names
  included. Of the Domain Settings it allows those that say what happens to mail and calls nobody is there to take
  (``BASIC_DOMAIN_SETTINGS``).
* ``PSTNSettings`` allows the settings whose names begin with ``PSTN``, and nothing else does but their own names.

What is not allowed is left out without a word, as on the real server.
"""

from __future__ import annotations

from ..model.settings import Settings

BASIC = "BasicSettings"
PSTN = "PSTNSettings"

# Account Settings that only a right of their own name gives into a Domain Administrator's hands.
LIMITS = frozenset((
    "AccessModes", "ServiceClass", "ServiceClasses",
    "MaxAccountSize", "MaxWebSize", "MaxWebFiles", "MaxFileSize", "MaxMessageSize", "MaxMailOutSize", "MaxMailboxes",
    "MaxRosterItems", "MaxSignalContacts", "QuotaAlert", "QuotaNotice", "QuotaSuspend",
    "MailInpFlow", "MailOutFlow", "CallInpFlow", "CallOutFlow", "NotifyOutFlow", "FailedLoginFlow", "CallsLimit",
    "RulesAllowed", "SignalRulesAllowed", "RPOPAllowed", "RSIPAllowed", "PWDAllowed", "AirSyncAllowed",
    "MailToAll", "AddMailTrailer", "AddWebBanner", "ExternalINBOX", "DefaultMailboxType",
    "ArchiveMessagesAfter", "DeleteMessagesAfter",
))

BASIC_DOMAIN_SETTINGS = frozenset((
    "MailToUnknown", "AccessToUnknown", "SignalToUnknown",
    "MailRerouteAddress", "AccessRerouteAddress", "SignalRerouteAddress",
    "MailToAllAction", "TrailerText",
))


def account_settings(settings: Settings, rights: set[str]) -> Settings:
    """Those of ``settings`` (of an Account, its Template or its Domain's defaults) that ``rights`` allow to change."""
    return {key: value for key, value in settings.items() if _account_setting(key, rights)}


def domain_settings(settings: Settings, rights: set[str]) -> Settings:
    """Those of ``settings`` of a Domain that ``rights`` allow to change."""
    return {
        key: value for key, value in settings.items()
        if key in rights or (BASIC in rights and key in BASIC_DOMAIN_SETTINGS)
    }


def _account_setting(key: str, rights: set[str]) -> bool:
    if key in rights:
        return True
    if key.startswith("PSTN"):
        return PSTN in rights
    return BASIC in rights and key not in LIMITS
