# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The verbs of commands that several habits touch, by what they are about."""

from __future__ import annotations

from ..._cli.catalogue import COMMANDS

_COMPONENTS = (
    "QUEUESETTINGS", "SIGNALSETTINGS", "MEDIASERVERSETTINGS", "SESSIONSETTINGS", "CLUSTERSETTINGS", "LOGSETTINGS",
    "NETWORK", "CLUSTERNETWORK", "DNRSETTINGS", "BANNED", "CLUSTERBANNED", "ROUTERSETTINGS", "CLUSTERROUTERSETTINGS",
    "SERVERSETTINGS",
)

ACCOUNT_SETTINGS = frozenset((
    "GETACCOUNTSETTINGS", "GETACCOUNTEFFECTIVESETTINGS", "GETACCOUNTONESETTING", "GETACCOUNTDEFAULTS",
    "GETACCOUNTTEMPLATE", "GETSERVERACCOUNTDEFAULTS", "GETCLUSTERACCOUNTDEFAULTS",
))
ACCOUNT_PREFS = frozenset((
    "GETACCOUNTPREFS", "GETACCOUNTEFFECTIVEPREFS", "GETACCOUNTDEFAULTPREFS", "GETSERVERACCOUNTPREFS",
    "GETCLUSTERACCOUNTPREFS",
))
DOMAIN_SETTINGS = frozenset((
    "GETDOMAINSETTINGS", "GETDOMAINEFFECTIVESETTINGS", "GETDOMAINDEFAULTS", "GETCLUSTERDOMAINDEFAULTS",
))
COMPONENTS = frozenset("GET" + name for name in _COMPONENTS)
OBJECTS = frozenset(("GETMODULE", "GETLIST", "GETGROUP", "GETNAMEDTASK", "GETDIRECTORYUNIT"))
SERVER_WIDE = COMPONENTS | frozenset((
    "GETSMTPSENDPROFILES", "GETSERVERINTERCEPT", "GETCLUSTERINTERCEPT", "GETDIRECTORYINTEGRATION",
    "GETCLUSTERDIRECTORYINTEGRATION",
))
RECORDS = frozenset(("GETACCOUNTRPOPS", "GETACCOUNTRIMAPS", "GETACCOUNTRSIPS"))
SETTINGS = ACCOUNT_SETTINGS | ACCOUNT_PREFS | DOMAIN_SETTINGS | SERVER_WIDE | OBJECTS
"""All that tell a dictionary of settings."""

READS = frozenset(
    verb for verb, specs in COMMANDS.items() if all(spec.kind == "read" and spec.result != "none" for spec in specs)
)
WRITES = frozenset(
    verb for verb, specs in COMMANDS.items() if all(spec.kind != "read" and spec.result == "none" for spec in specs)
)


def _written_by(prefix: str, reads: frozenset[str]) -> frozenset[str]:
    return frozenset(prefix + read[len("GET"):] for read in reads if prefix + read[len("GET"):] in COMMANDS)


REPLACING = _written_by("SET", SETTINGS)
UPDATING = _written_by("UPDATE", SETTINGS)
CREATING = frozenset(("CREATEACCOUNT", "CREATEDOMAIN", "CREATEDIRECTORYDOMAIN", "CREATEGROUP"))
RECORDS_WRITTEN = _written_by("SET", RECORDS)
