# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Closing the Accounts of a Domain that are in use."""

from __future__ import annotations

from ..model.domain import Domain
from ..service.service import Service


def close_accounts(service: Service, domain: Domain) -> None:
    """End the connections and sessions of all Accounts of a Domain."""
    users = {connection.account for connection in service.connections}
    users.update(session.account for session in service.server.runtime.sessions.by_id.values())
    for account in users:
        if account is not None and account.domain is domain:
            service.end_connections(account)
