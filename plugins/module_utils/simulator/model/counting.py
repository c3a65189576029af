# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counting for the Account-Level Statistics what happens to an Account."""

from __future__ import annotations

from typing import Mapping

from .account import Account
from .server import Server
from .statistics import DOMAIN_COUNTERS, LOGINS

OPTION = "AccountStatistics"
"""The option Account Statistics among the "other" server settings (UPDATESERVERSETTINGS), which is on unless it is NO.
The manual says where the option is in the WebAdmin Interface; this key is the simulator's own."""


def count(server: Server, account: Account, amounts: Mapping[str, int]) -> None:
    """Raise counters of an Account, and of its Domain those that a Domain has, if statistics are collected at all."""
    if str(server.local.sections.get("Server", {}).get(OPTION, "YES")).lower() == "no":
        return
    account.statistics.raise_all(amounts)
    account.domain.statistics.raise_all({key: amounts[key] for key in DOMAIN_COUNTERS if key in amounts})


def count_login(server: Server, account: Account) -> None:
    """Count a successful authentication."""
    count(server, account, {LOGINS: 1})
