# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Domains of a server for an audit: all their names, and which of them are looked at."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, NamedTuple, Sequence

from ..._cli.domain_names import DomainNames, names_of_domains
from ..._cli.sections.domain_set import LISTDOMAINS
from ..._engine.model import Conversation, fold
from ..._engine.problems import printable
from ...connector.errors import BadReply, CgpError, CliError, NotFound


class Domains(NamedTuple):
    """``homes``: by folded name or alias, the own folded name. ``spelt``: by that, as the server spells it.

    ``unknown``: why there may be others, or other names. ``asked``: the own folded names of those that are looked at;
    None where that is not known.
    """

    homes: dict[str, str]
    spelt: dict[str, str]
    unknown: str
    asked: list[str] | None


def find_domains(wanted: Sequence[str] | None) -> Conversation:
    """The Domains, of which all are looked at, or those that are ``wanted`` by any of their names.

    Raises CgpError for a wanted one that does not exist. Whoever may not list Domains can name them.
    """
    (listed,) = yield [LISTDOMAINS()]
    if isinstance(listed, CliError):
        if not wanted:
            return Domains({}, {}, listed.message, None)
        names, unknown = list(wanted), listed.message
    else:
        names, unknown = [str(name) for name in listed], ""
    told = yield from _names(list(dict.fromkeys(names)))
    domains = Domains({fold(name): fold(name) for name in names}, {fold(name): name for name in names}, unknown, [])
    for name, known in told.items():
        if isinstance(known.refusal, NotFound) and unknown:
            raise CgpError("there is no domain %s" % printable(name))
        if known.refusal is not None:
            domains = domains._replace(unknown=domains.unknown or known.refusal.message)
        for alias in sorted(known.known):
            domains.homes.setdefault(alias, fold(name))
    return domains._replace(asked=_asked(domains, wanted))


def _names(domains: Sequence[str]) -> Conversation:
    """The names of each; an answer that cannot be read is that of one Domain."""
    try:
        return (yield from names_of_domains(domains))
    except BadReply as unread:
        if len(domains) == 1:
            return {domains[0]: DomainNames(frozenset([fold(domains[0])]), refusal=unread)}
    told = {}
    for domain in domains:
        told.update((yield from _names([domain])))
    return told


def _asked(domains: Domains, wanted: Sequence[str] | None) -> list[str]:
    if not wanted:
        return sorted(domains.spelt)
    asked: dict[str, Any] = {}
    for name in wanted:
        if fold(name) not in domains.homes:
            near = get_close_matches(fold(name), domains.homes, 1)
            hint = "Did you mean %s?" % near[0] if near else ""
            raise CgpError("there is no domain %s" % printable(name), hint)
        asked[domains.homes[fold(name)]] = True
    return list(asked)
