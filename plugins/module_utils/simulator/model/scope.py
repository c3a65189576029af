# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is set for all Domains at once: for the server, or for the Dynamic Cluster."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from . import factory
from .alerts import Alerts
from .directory import DirectoryUnits
from .pbx import PbxEnvironment
from .rules import Rule
from .settings import Settings
from .skins import Skins


@dataclass
class Scope:
    """The settings of one scope. A server has its own; a cluster member sees those of its cluster as well.

    ``sections`` are the dictionaries of the Server Settings (Queue, Network ...),
    ``addresses`` the multi-line IP address sets likewise (LAN, CLIENT ...).
    """

    domain_defaults: Settings = field(default_factory=factory.domain_defaults)
    account_defaults: Settings = field(default_factory=factory.account_defaults)
    account_prefs: Settings = field(default_factory=factory.account_prefs)
    trusted_certificates: list[Any] = field(default_factory=list)
    directory_integration: Settings = field(default_factory=dict)
    domain_storage: list[str] = field(default_factory=list)
    sections: dict[str, Settings] = field(default_factory=factory.sections)
    modules: dict[str, Settings] = field(default_factory=factory.modules)
    mail_rules: list[Rule] = field(default_factory=list)
    signal_rules: list[Rule] = field(default_factory=list)
    router_table: str = ""
    addresses: dict[str, str] = field(default_factory=dict)
    alerts: Alerts = field(default_factory=dict)
    skins: Skins = field(default_factory=Skins, metadata={"is": Skins})
    pbx: PbxEnvironment = field(default_factory=PbxEnvironment, metadata={"is": PbxEnvironment})
    directory_units: DirectoryUnits = field(default_factory=DirectoryUnits, metadata={"is": DirectoryUnits})
    directory_access_rights: list[Any] = field(default_factory=list)
