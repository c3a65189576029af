# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Alert Administration: alerts of Domains, Accounts, the server and the cluster.

Each level has alerts of its own, and its commands show and change no others: what users see of all levels when they
log in is not the CLI's concern.
"""

from __future__ import annotations

from typing import Any

from ..._cli.sections import alert as commands
from ..._cli.syntax import CommandSpec
from ...connector.data import Timestamp
from ..handling.registry import handles
from ..handling.request import Request
from ..model import alerts
from ..model.alerts import Alerts

# --- Domains


@handles(commands.GETDOMAINALERTS)
def get_domain_alerts(request: Request, domainName: str | None = None) -> Alerts:
    return request.domain(domainName).alerts


@handles(commands.SETDOMAINALERTS)
def set_domain_alerts(request: Request, newAlerts: dict[str, Any], domainName: str | None = None) -> None:
    alerts.replace(request.domain(domainName).alerts, newAlerts)


@handles(commands.POSTDOMAINALERT)
def post_domain_alert(request: Request, domainName: str, newAlert: str) -> None:
    alerts.post(request.domain(domainName).alerts, newAlert, request.service.clock.now())


@handles(commands.REMOVEDOMAINALERT)
def remove_domain_alert(request: Request, domainName: str, timeStamp: str | Timestamp) -> None:
    alerts.remove(request.domain(domainName).alerts, timeStamp)


# --- Accounts

@handles(commands.GETACCOUNTALERTS)
def get_account_alerts(request: Request, accountName: str) -> Alerts:
    return request.account(accountName).alerts


@handles(commands.SETACCOUNTALERTS)
def set_account_alerts(request: Request, accountName: str, newAlerts: dict[str, Any]) -> None:
    alerts.replace(request.account(accountName).alerts, newAlerts)


@handles(commands.POSTACCOUNTALERT)
def post_account_alert(request: Request, accountName: str, newAlert: str) -> None:
    alerts.post(request.account(accountName).alerts, newAlert, request.service.clock.now())


@handles(commands.REMOVEACCOUNTALERT)
def remove_account_alert(request: Request, accountName: str, timeStamp: str | Timestamp) -> None:
    alerts.remove(request.account(accountName).alerts, timeStamp)


# --- the server and the cluster

def _serve(cluster: bool, get: CommandSpec, replace: CommandSpec, post: CommandSpec, remove: CommandSpec) -> None:
    """Register the four commands of one scope."""

    @handles(get)
    def get_alerts(request: Request) -> Alerts:
        return request.scope(cluster).alerts

    @handles(replace)
    def set_alerts(request: Request, newAlerts: dict[str, Any]) -> None:
        alerts.replace(request.scope(cluster).alerts, newAlerts)

    @handles(post)
    def post_alert(request: Request, newAlert: str) -> None:
        alerts.post(request.scope(cluster).alerts, newAlert, request.service.clock.now())

    @handles(remove)
    def remove_alert(request: Request, timeStamp: str | Timestamp) -> None:
        alerts.remove(request.scope(cluster).alerts, timeStamp)


_serve(
    False, commands.GETSERVERALERTS, commands.SETSERVERALERTS, commands.POSTSERVERALERT, commands.REMOVESERVERALERT
)
_serve(
    True,
    commands.GETCLUSTERALERTS, commands.SETCLUSTERALERTS, commands.POSTCLUSTERALERT, commands.REMOVECLUSTERALERT,
)
