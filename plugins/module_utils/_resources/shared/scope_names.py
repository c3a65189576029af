# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All names of what objects belong to, Domains and Accounts: ``Resource.homes``, and for a purge ``scope_names``.

The manual, GETDOMAINALIASES and GETACCOUNTALIASES: what a Domain is called besides its name, and what an Account is
called there. Both are answered for an alias as well.
"""

from __future__ import annotations

from typing import Any, Iterable, Sequence

from ..._cli.domain_names import names_behind, names_of_domains
from ..._cli.sections.account import GETACCOUNTALIASES
from ..._engine.model import Conversation, fold
from ...connector.errors import CgpError, NotFound
from .places import fold_place, place_of, split_place


def homes(domains: Sequence[str]) -> Conversation:
    """``{domain: its names}``, as far as the server tells them."""
    told = yield from names_of_domains(domains)
    known = {domain: names.known for domain, names in told.items()}
    aliases = [domain for domain, names in told.items() if fold(domain) in names.aliases]
    behind = (yield from names_behind(aliases)) if aliases else {}
    return {domain: names.union(filter(None, [behind.get(fold(domain))])) for domain, names in known.items()}


def domain_names(scopes: Sequence[str]) -> Conversation:
    """Of objects in Domains; an empty scope is the main Domain."""
    known = yield from _all_names_of_domains(scopes)
    return [known[fold(scope)] for scope in scopes]


def account_names(scopes: Sequence[str]) -> Conversation:
    """Of what belongs to Accounts, each with its Domain or in the main Domain."""
    addresses = [scope.partition("@") for scope in scopes]
    known = yield from _all_names_of_domains([domain for _name, _at, domain in addresses])
    aliases: list[Any] = [()] * len(scopes)
    if len({fold(name) for name, _at, _domain in addresses}) > 1:
        aliases = yield [GETACCOUNTALIASES(scope) for scope in scopes]
    return [
        _addresses(name, fold(domain), told, known[fold(domain)])
        for (name, _at, domain), told in zip(addresses, aliases)
    ]


def list_names(scopes: Sequence[str]) -> Conversation:
    """Of what belongs to mailing lists, which have no other names than their Domain gives them."""
    addresses = [scope.partition("@") for scope in scopes]
    known = yield from _all_names_of_domains([domain for _name, _at, domain in addresses])
    return [_addresses(name, fold(domain), (), known[fold(domain)]) for name, _at, domain in addresses]


def place_names(scopes: Sequence[str]) -> Conversation:
    """Of what a Domain, the server or the cluster has: see places."""
    places = [_place(scope) for scope in scopes]
    known = yield from _all_names_of_domains([domain for _scope, domain, _rest in places if domain])
    return [
        _in_all_domains(known[fold(domain)], scope, rest) if domain else {fold_place(spelling)}
        for spelling, (scope, domain, rest) in zip(scopes, places)
    ]


def _all_names_of_domains(domains: Sequence[str]) -> Conversation:
    """``{folded name: all folded names, or an error}``. With one Domain only there is nothing to tell apart."""
    distinct = list(dict.fromkeys(map(fold, domains)))
    if len(distinct) < 2:
        return {domain: {domain} for domain in distinct}
    told = yield from names_of_domains(distinct)
    return {domain: names.refusal or {domain, *names.known} for domain, names in told.items()}


def _place(scope: str) -> tuple[str, str, str]:
    """What only looks like a place, a pattern of names for example, is one without a Domain."""
    try:
        return split_place(scope)
    except CgpError:
        return scope, "", ""


def _in_all_domains(domains: Any, scope: str, rest: str) -> Any:
    if isinstance(domains, CgpError):
        return domains
    return {fold_place(place_of(scope, domain, rest)) for domain in domains}


def _addresses(name: str, domain: str, aliases: Any, domains: Any) -> Any:
    """Every way to write an Account's name. What does not exist, or whose Domain does not, has this one only."""
    for answer in (aliases, domains):
        if isinstance(answer, CgpError) and not isinstance(answer, NotFound):
            return answer
    names: Iterable[str] = (name,) if isinstance(aliases, CgpError) else (name, *aliases)
    places: Iterable[str] = (domain,) if isinstance(domains, CgpError) else domains
    return {"%s@%s" % (fold(one), place) if place else fold(one) for one in names for place in places}
