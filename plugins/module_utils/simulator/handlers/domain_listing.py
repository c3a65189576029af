# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Domain Administration: listings of what a Domain holds, and of the Domains it administers."""

from __future__ import annotations

import binascii
import heapq
from typing import Any, Iterator

from ..._cli.sections import domain as commands
from ..answers import refusals
from ..handling.arguments import not_negative
from ..handling.registry import handles
from ..handling.request import Request
from ..model.account import Account
from ..model.domain import Alias, Domain, DomainObject
from ..model.names import fold
from ..model.objects import Forwarder
from ..rights import rights

_COOKIE_MARK = "after-"


@handles(commands.LISTADMINDOMAINS)
def list_admin_domains(request: Request, domainName: str | None = None) -> list[str]:
    home = request.domain(domainName)
    return [domain.name for domain in request.server.domains() if rights.administers(request.server, home, domain)]


@handles(commands.LISTACCOUNTS)
def list_accounts(request: Request, domainName: str | None = None) -> dict[str, str]:
    """The manual tells of the keys only; the values are the file extensions, as in LISTDOMAINOBJECTS."""
    return {account.name: account.extension for account in request.domain(domainName).all(Account)}


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
    """Without any of the three keywords all three kinds are listed, and the filter ignores case, as names do: the
    manual leaves both open. The totals count all objects of the Domain, whatever is listed.
    """
    domain = request.domain(domainName)
    chosen = {Account: ACCOUNTS, Alias: ALIASES, Forwarder: FORWARDERS}
    kinds = [kind for kind, wanted in chosen.items() if wanted] or list(chosen)
    last = _last_name(cookie)
    found = _objects_behind(domain, kinds, fold(filter), last)
    page = [entry for _count, entry in zip(range(not_negative(limit)), found)]
    listing: list[Any] = [
        str(len(domain.index(Account))),
        {entry.name: _object_value(entry) for entry in page},
        str(len(domain.index(Alias))),
        str(len(domain.index(Forwarder))),
    ]
    if cookie is not None:
        more = next(found, None) is not None
        listing.append(_cookie(fold(page[-1].name) if page else last) if more else "")
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
        return [entry.target.name if entry.target else ""]
    if isinstance(entry, Forwarder):
        return [[entry.to]]
    return entry.extension if isinstance(entry, Account) else ""


def _cookie(last: str) -> str:
    """A cookie says behind which name the next page begins, so changes between two pages skip nothing else."""
    return _COOKIE_MARK + last.encode("utf-8").hex()


def _last_name(cookie: str | None) -> str:
    """The name in a cookie; an empty one stands for the beginning, before all names."""
    if not cookie:
        return ""
    try:
        mark, encoded = cookie[:len(_COOKIE_MARK)], cookie[len(_COOKIE_MARK):]
        if mark != _COOKIE_MARK:
            raise ValueError
        return binascii.unhexlify(encoded).decode("utf-8")
    except ValueError:
        raise refusals.bad_parameters("this is no cookie of LISTDOMAINOBJECTS") from None
