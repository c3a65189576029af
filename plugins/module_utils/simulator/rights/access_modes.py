# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which services of the server an Account may use: the settings AccessModes and DomainAccessModes."""

from __future__ import annotations

from typing import Any

from ..model.account import Account
from ..model.measures import limit
from ..model.server import Server

PWD, WEBMAIL, PBX, XIMSS, HTTP = "PWD", "WebMail", "PBX", "XIMSS", "HTTP"

# The numbers of the services among the access modes (manual, Account Administration, AccessModes).
_NUMBERS = {WEBMAIL: 4, PWD: 5, PBX: 18, XIMSS: 20, HTTP: 23}


def may_use(server: Server, account: Account, service: str) -> bool:
    """Whether both the Account and its Domain have the service enabled."""
    modes = (
        server.account_setting(account, "AccessModes"),
        server.domain_settings(account.domain).get("DomainAccessModes"),
    )
    return all(_enables(mode, service) for mode in modes)


def _enables(modes: Any, service: str) -> bool:
    """Whether a value enables a service: All, None, or (number, names...) with all above the number enabled."""
    if isinstance(modes, list):
        first = limit(modes[0]) if modes else None
        return service in modes or (first is not None and first < _NUMBERS[service])
    return bool(modes != "None")
