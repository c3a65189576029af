# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Listings of the telephone numbers of one Domain, of the server's Domains and of the cluster's."""

from __future__ import annotations

import heapq
from typing import Any, Callable

from ..._cli.sections import domain, domain_set
from ..handling.arguments import not_negative
from ..handling.registry import handles
from ..handling.request import Request
from ..model.account import Account


@handles(domain_set.LISTSERVERTELNUMS)
def list_server_telnums(request: Request, limit: int, filter: str = "") -> dict[str, Any]:
    """Of the Domains that are not shared."""
    return _listing(request, lambda account: not account.domain.shared, _full_name, filter, limit)


@handles(domain_set.LISTCLUSTERTELNUMS)
def list_cluster_telnums(request: Request, limit: int, filter: str = "") -> dict[str, Any]:
    return _listing(request, lambda account: account.domain.shared, _full_name, filter, limit)


@handles(domain.LISTDOMAINTELNUMS)
def list_domain_telnums(request: Request, domainName: str, limit: int, filter: str = "") -> dict[str, Any]:
    """Accounts go by their names without the Domain: the manual says no more than "the Account name"."""
    wanted = request.domain(domainName)
    return _listing(request, lambda account: account.domain is wanted, _name, filter, limit)


def _listing(
    request: Request, listed: Callable[[Account], bool], shown: Callable[[Account], str], filter: str, limit: int
) -> dict[str, Any]:
    """The first ``limit`` numbers that contain ``filter``; under the empty key how many there are, filter or not."""
    owners = {telnum: account for telnum, account in request.server.telnums().items() if listed(account)}
    first = heapq.nsmallest(not_negative(limit), (telnum for telnum in owners if filter in telnum))
    listing: dict[str, Any] = {telnum: shown(owners[telnum]) for telnum in first}
    listing[""] = len(owners)
    return listing


def _name(account: Account) -> str:
    return account.name


def _full_name(account: Account) -> str:
    return account.address
