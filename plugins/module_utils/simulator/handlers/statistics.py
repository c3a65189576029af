# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Statistics of Accounts and Domains.

A dictionary always holds all counters; StatReset is there once they have been reset. To reset a single entry that does
not exist, or the time stamp, is refused (this simulator's choice).
"""

from __future__ import annotations

from typing import Any

from ..._cli.sections import statistics as commands
from ...connector.data import Timestamp
from ..answers import refusals
from ..control.arguments import controlled_account
from ..control.language import control
from ..handling.registry import handles
from ..handling.request import OWN_ACCOUNT, Request
from ..model.counting import count
from ..model.domain import Domain
from ..model.statistics import ACCOUNT_COUNTERS, DOMAIN_COUNTERS, Statistics
from ..service.service import Service


@handles(commands.GETACCOUNTSTAT)
def get_account_statistics(request: Request, accountName: str, keyName: str | None = None) -> Any:
    """A number, a timestamp or an empty string; without a key a dictionary."""
    statistics = request.account(accountName).statistics
    if keyName is None:
        return statistics.all(ACCOUNT_COUNTERS)
    value = statistics.value(keyName, ACCOUNT_COUNTERS)
    return "" if value is None else value


@handles(commands.RESETACCOUNTSTAT)
def reset_account_statistics(request: Request, accountName: str, keyName: str | None = None) -> None:
    _reset(request, request.account(accountName).statistics, keyName, ACCOUNT_COUNTERS)


@handles(commands.GETDOMAINSTAT)
def get_domain_statistics(request: Request, domainName: str, keyName: str | None = None) -> Any:
    """A string, which holds the digits of a number or the text of a timestamp; without a key a dictionary."""
    statistics = _domain(request, domainName).statistics
    if keyName is None:
        return statistics.all(DOMAIN_COUNTERS)
    value = statistics.value(keyName, DOMAIN_COUNTERS)
    if isinstance(value, Timestamp):
        return value.text
    return "" if value is None else str(value)


@handles(commands.RESETDOMAINSTAT)
def reset_domain_statistics(request: Request, domainName: str, keyName: str | None = None) -> None:
    """The counters of the Domain's Accounts stay as they are."""
    _reset(request, _domain(request, domainName).statistics, keyName, DOMAIN_COUNTERS)


def _domain(request: Request, name: str) -> Domain:
    return request.user.domain if name == OWN_ACCOUNT else request.domain(name)


def _reset(request: Request, statistics: Statistics, key: str | None, kept: tuple[str, ...]) -> None:
    if key is None:
        statistics.reset_all(request.service.clock.timestamp())
    else:
        statistics.reset(key, kept)


@control("STATISTICS")
def raise_statistics(service: Service, argument: Any) -> None:
    """Raises counters of an Account and of its Domain as mail and calls would:
    {account="bob@example.com"; MessagesReceived=#1; BytesReceived=#2048;}. Nothing is counted while the server setting
    AccountStatistics is NO."""
    account = controlled_account(service, argument)
    amounts = {key: amount for key, amount in argument.items() if key != "account"}
    if not set(amounts) <= set(ACCOUNT_COUNTERS):
        raise refusals.bad_parameters("there is no such counter")
    if not all(isinstance(amount, int) and amount >= 0 for amount in amounts.values()):
        raise refusals.bad_parameters("a counter is raised by a number that is not negative")
    count(service.server, account, amounts)
