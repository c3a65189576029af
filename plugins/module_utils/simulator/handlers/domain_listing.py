# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Domain Administration: listings of what a Domain holds."""

from __future__ import annotations

import binascii
import heapq
from typing import Any, Iterator

from ...cli.sections import domain as commands
from .. import refusals, rights
from ..arguments import not_negative
from ..model.account import Account
from ..model.domain import Domain
from ..model.names import fold
from ..model.objects import Alias, DomainObject, Forwarder
from ..registry import handles
from ..request import Request
from .domain_set import telnum_listing


@handles(commands.LISTADMINDOMAINS)
def list_admin_domains(request: Request, domainName: str | None = None) -> list[str]:
    home = request.domain(domainName)
    return [domain.name for domain in request.server.domains() if rights.administers(request.server, home, domain)]


@handles(commands.LISTACCOUNTS)
def list_accounts(request: Request, domainName: str | None = None) -> dict[str, str]:
    return {account.name: account.extension for account in request.domain(domainName).all(Account)}


@handles(commands.LISTDOMAINTELNUMS)
def list_domain_telnums(request: Request, domainName: str, limit: int, filter: str = "") -> dict[str, Any]:
    accounts = request.domain(domainName).all(Account)
    return telnum_listing({telnum: account.name for account in accounts for telnum in account.telnums}, limit, filter)


@handles(commands.LISTDOMAINOBJECTS)
def list_domain_objects(
    request: Request,
    domainName: str,
    limit: int,
    filter: str = "",
    ACCOUNTS: bool = False,
    ALIASES: bool = False,
    FORWARDERS: bool = False,
    cookie: str | None = None,
) -> list[Any]:
    """Without any of the three keywords all three kinds are listed, which the manual leaves open."""
    domain = request.domain(domainName)
    chosen = {Account: ACCOUNTS, Alias: ALIASES, Forwarder: FORWARDERS}
    kinds = [kind for kind, wanted in chosen.items() if wanted] or list(chosen)
    found = _objects_behind(domain, kinds, fold(filter), _last_name(cookie))
    page = [entry for _count, entry in zip(range(not_negative(limit)), found)]
    listing: list[Any] = [
        str(len(domain.index(Account))),
        {entry.name: _object_value(entry) for entry in page},
        str(len(domain.index(Alias))),
        str(len(domain.index(Forwarder))),
    ]
    if cookie is not None:
        more = next(found, None) is not None
        listing.append(_cookie(page[-1].name) if page and more else "")
    return listing


def _objects_behind(
    domain: Domain, kinds: list[type[DomainObject]], wanted: str, last: str
) -> Iterator[DomainObject]:
    """The objects of some kinds whose names contain ``wanted`` and sort behind ``last``, by name."""
    for name in heapq.merge(*(domain.index(kind).after(last) for kind in kinds)):
        if wanted in name:
            yield domain.objects[name]


def _object_value(entry: DomainObject) -> Any:
    if isinstance(entry, Alias):
        return [entry.account.name if entry.account else ""]
    if isinstance(entry, Forwarder):
        return [[entry.to]]
    return entry.extension if isinstance(entry, Account) else ""


def _cookie(last: str) -> str:
    """A cookie says behind which name the next page begins, so changes between two pages skip nothing else."""
    return fold(last).encode("utf-8").hex()


def _last_name(cookie: str | None) -> str:
    try:
        return binascii.unhexlify(cookie or "").decode("utf-8")
    except ValueError:
        raise refusals.bad_parameters("this is no cookie of LISTDOMAINOBJECTS") from None
