# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Telephone numbers that are assigned to Accounts: the manual, Domain and Domain Set Administration."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections.domain import LISTDOMAINTELNUMS
from .._cli.sections.domain_set import LISTCLUSTERTELNUMS, LISTSERVERTELNUMS
from .._engine.info import inquiry
from .._engine.model import Conversation, Field
from ..connector.errors import CgpError, CliError, NotFound
from .shared.across_domains import DOMAINS, in_each_domain, refuse_beside_domains
from .shared.places import DOMAIN_NAME, SCOPE, check_domain

_LISTINGS = {"domain": LISTDOMAINTELNUMS, "server": LISTSERVERTELNUMS, "cluster": LISTCLUSTERTELNUMS}
_TOTAL = ""
"""The key under which a listing tells how many numbers there are."""


def _ask(params: Mapping[str, Any]) -> Conversation:
    """The numbers of one place, or those of each of several Domains: a Domain may tell one that another has, too."""
    domains = params.get(DOMAINS.name)
    if domains is None:
        return (yield from _list(params))
    refuse_beside_domains(params, ("domain",))
    each = yield from in_each_domain(domains, lambda domain: _list({**params, "domain": domain}))
    return {"domains": [{"domain": domain, **told} for domain, told in each]}


def _list(params: Mapping[str, Any]) -> Conversation:
    scope, domain, limit = params["scope"], params.get("domain") or "", params["limit"]
    check_domain(scope, domain)
    if limit < 0:
        raise CgpError("limit must not be negative")
    where = (domain,) if domain else ()
    (listed,) = yield [_LISTINGS[scope](*where, limit=limit, filter=params.get("filter") or None)]
    if isinstance(listed, NotFound) and domain:
        return {"exists": False, "telnums": {}, "total": 0}
    if isinstance(listed, CliError):
        raise listed
    told = listed.pop(_TOTAL, "")
    total = int(told) if told.isdecimal() else len(listed)
    return {"exists": True, "telnums": listed, "total": total}


TELNUM_INFO = inquiry(
    (
        SCOPE,
        DOMAIN_NAME,
        DOMAINS,
        Field("filter"),
        Field("limit", type="int", default=1000),
    ),
    _ask,
)
