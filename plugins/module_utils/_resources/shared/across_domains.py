# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is read of one Domain, read of several, or of all that the server has."""

from __future__ import annotations

from typing import Any, Callable, Mapping, Sequence

from ..._cli.domain_names import names_of_domains
from ..._cli.sections.domain_set import LISTDOMAINS
from ..._engine.dialogue import ask, together
from ..._engine.info import Objects
from ..._engine.model import Conversation, Field, fold
from ..._engine.problems import printable
from ...connector.errors import CgpError, CliError

DOMAINS = Field("domains", type="list", elements="str")
EVERY = ("*", "all")
"""What stands for every Domain of the server."""
_OTHERS = ("names", "domain", "account")
"""Options that say otherwise what is read."""
Find = Callable[[Mapping[str, Any]], Conversation]


def across_domains(find: Find) -> Find:
    """What ``find`` does for one Domain, where ``domains`` names several, or all: Domain after Domain, each once."""

    def found(params: Mapping[str, Any]) -> Conversation:
        domains = params.get(DOMAINS.name)
        if domains is None:
            return (yield from find(params))
        if any(params.get(name) is not None for name in _OTHERS):
            raise CgpError("the option domains does not go with %s" % ", ".join(_OTHERS), "Give one of them")
        every = set(domains).intersection(EVERY)
        if every:
            domains = yield from ask(LISTDOMAINS())
        distinct: dict[str, str] = {}
        for domain in map(str, domains):
            distinct.setdefault(fold(domain), domain)
        once = list(distinct.values()) if every else (yield from _each_once(list(distinct.values())))
        each = yield from together(_of_one(domain, find, params) for domain in once)
        return Objects([one for some in each for one in some.found])

    return found


def _each_once(domains: Sequence[str]) -> Conversation:
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


def _of_one(domain: str, find: Find, params: Mapping[str, Any]) -> Conversation:
    try:
        return (yield from find({**params, "domain": domain}))
    except CliError as refusal:
        refusal.message = "%s: %s" % (printable(domain), refusal.message)
        raise
