# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""All names of Domains: the manual, GETDOMAINALIASES, which is answered for an alias as well, and MAINDOMAINNAME.

The functions are generators that yield lists of commands and are sent the lists of their results, each a value or a
CliError. Names are compared without case, and returned folded.
"""

from __future__ import annotations

from typing import Any, Generator, Iterable, List, NamedTuple, Sequence

from ..connector.errors import CliError
from .sections.domain import GETDOMAINALIASES
from .sections.domain_set import LISTDOMAINS, MAINDOMAINNAME
from .syntax import Command

MANY = 64
"""So many Domains are asked at a time for one that is looked for."""
Question = Generator[List[Command], List[Any], Any]


class DomainNames(NamedTuple):
    """What is known of a Domain's names, ``aliases`` among them; ``refusal``: why the server does not tell all."""

    known: frozenset[str]
    aliases: frozenset[str] = frozenset()
    refusal: CliError | None = None


def names_of_domains(domains: Sequence[str]) -> Question:
    """``{domain: DomainNames}``; an empty name is the main Domain's. To an alias its Domain's own name is not told."""
    named = {domain: domain for domain in domains}
    refusals = {}
    if "" in named:
        (main,) = yield [MAINDOMAINNAME()]
        if isinstance(main, CliError):
            refusals[""] = main
            del named[""]
        else:
            named[""] = main
    replies = (yield [GETDOMAINALIASES(name) for name in named.values()]) if named else []
    names = {domain: DomainNames(frozenset(), refusal=refusal) for domain, refusal in refusals.items()}
    for (domain, name), told in zip(named.items(), replies):
        known = frozenset([name.lower()])
        if isinstance(told, CliError):
            names[domain] = DomainNames(known, refusal=told)
        else:
            aliases = frozenset(str(each).lower() for each in told)
            names[domain] = DomainNames(known | aliases, aliases)
    return names


def names_behind(aliases: Iterable[str]) -> Question:
    """``{alias: the name of its Domain}``, of those that are found: no command tells it, so all Domains are asked."""
    found: dict[str, str] = {}
    left = {alias.lower() for alias in aliases}
    (listed,) = yield [LISTDOMAINS()]
    names = [] if isinstance(listed, CliError) else [str(name) for name in listed]
    for start in range(0, len(names), MANY):
        some = names[start : start + MANY]
        replies = yield [GETDOMAINALIASES(name) for name in some]
        for name, told in zip(some, replies):
            if not isinstance(told, CliError):
                found.update((alias, name.lower()) for alias in left.intersection(str(each).lower() for each in told))
        left -= found.keys()
        if not left:
            break
    return found
