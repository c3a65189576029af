# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read of one Domain, or of its Accounts, read of several Domains, or of all that the server has."""

from __future__ import annotations

from typing import Any, Callable, Iterable, Mapping, Sequence

from ..._cli.domain_names import names_of_domains
from ..._cli.sections.domain_set import LISTDOMAINS
from ..._engine.dialogue import ask
from ..._engine.info import Objects
from ..._engine.model import Conversation, Field, fold
from ..._engine.problems import printable
from ..._engine.side_by_side import together
from ...connector.errors import CgpError, CliError, NotFound

DOMAINS = Field("domains", type="list", elements="str")
ALL = "all"
EVERY = ("*", ALL)
"""What stands for every Domain of the server."""
Find = Callable[[Mapping[str, Any]], Conversation]


def across_domains(find: Find, instead: Sequence[str] = ("names", "domain", "account")) -> Find:
    """What ``find`` does for one Domain, where ``domains`` names several, or all: Domain after Domain, each once.

    ``instead``: the options that say otherwise what is read.
    """

    def found(params: Mapping[str, Any]) -> Conversation:
        domains = params.get(DOMAINS.name)
        if domains is None:
            return (yield from find(params))
        refuse_beside_domains(params, instead)
        each = yield from in_each_domain(domains, lambda domain: find({**params, DOMAINS.name: None, "domain": domain}))
        return joined(objects for _domain, objects in each)

    return found


def refuse_beside_domains(params: Mapping[str, Any], instead: Sequence[str]) -> None:
    """Raises CgpError for options that do not go with ``domains``."""
    if any(params.get(name) not in (None, False) for name in instead):
        raise CgpError("the option domains does not go with %s" % ", ".join(instead), "Give one of them")
    if params.get("scope", "domain") != "domain":
        raise CgpError("the option domains goes with scope: domain, and only with it")


def in_each_domain(domains: Sequence[Any], read: Callable[[str], Conversation]) -> Conversation:
    """``[(Domain, what read(Domain) returns)]``; a refusal says of which Domain it is.

    One of all Domains may go after they were listed: it is left out.
    """
    once = yield from each_domain(domains)
    of_one = _of_listed if is_every(domains) else of_one_named
    told = yield from together(of_one(domain, read) for domain in once)
    return [(domain, one) for domain, one in zip(once, told) if one is not None]


def is_every(domains: Sequence[Any], words: Sequence[str] = EVERY) -> bool:
    """Whether all Domains of the server are meant, for which these ``words`` stand."""
    return not {fold(str(domain)) for domain in domains}.isdisjoint(words)


def refuse_nameless(names: Sequence[Any], option: str = DOMAINS.name) -> None:
    """Raises CgpError for an empty name in a list: a server takes it for another, such as that of the login."""
    if not all(str(name).strip() for name in names):
        raise CgpError("the option %s has an empty name" % option, "Give the name that is meant, or remove it")


def each_domain(domains: Sequence[Any]) -> Conversation:
    """The Domains named, each by the first of its names, or all Domains of the server where one stands for every."""
    refuse_nameless(domains)
    every = is_every(domains)
    if every:
        domains = yield from ask(LISTDOMAINS())
    distinct: dict[str, str] = {}
    for domain in map(str, domains):
        distinct.setdefault(fold(domain), domain)
    return list(distinct.values()) if every else (yield from _by_first_name(list(distinct.values())))


def _by_first_name(domains: Sequence[str]) -> Conversation:
    """The Domains by the first of the names that each is given, which may be aliases."""
    if len(domains) < 2:
        return domains
    told = yield from names_of_domains(domains)
    met: set[str] = set()
    once = []
    for domain in domains:
        if met.isdisjoint(told[domain].known):
            once.append(domain)
        met |= told[domain].known
    return once


def of_one_named(name: str, read: Callable[[str], Conversation]) -> Conversation:
    """What ``read(name)`` returns; a refusal says of what it is, for it was one of many that were asked together."""
    try:
        return (yield from read(name))
    except CliError as refusal:
        refusal.message = "%s: %s" % (printable(name), refusal.message)
        raise


def _of_listed(domain: str, read: Callable[[str], Conversation]) -> Conversation:
    """None of a Domain that is no more."""
    try:
        return (yield from of_one_named(domain, read))
    except NotFound:
        there = yield from ask(LISTDOMAINS())
        if fold(domain) in map(fold, map(str, there)):
            raise
        return None


def joined(each: Iterable[Objects]) -> Objects:
    """What was found in each of several places as one, without what each tells besides."""
    all_of_them = Objects()
    for one in each:
        all_of_them.found += one.found
        all_of_them.missing += one.missing
    return all_of_them
