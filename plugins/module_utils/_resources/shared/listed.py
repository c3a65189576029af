# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ``_info`` modules ask for: objects of a Domain that are named, or all of a kind that the Domain lists."""

from __future__ import annotations

from typing import Any, Callable, Iterable, Mapping

from ..._cli.sections.domain_set import LISTDOMAINS
from ..._engine.dialogue import ask, together
from ..._engine.model import Conversation, Field, Key, fold
from ..._engine.wants import complete
from ...connector.errors import CgpError, CliError, NotFound
from .names import domain_of, local_name

DOMAINS = Field("domains", type="list", elements="str")
NAMES_AND_DOMAIN = (Field("names", type="list", elements="str"), Field("domain"), DOMAINS)
EVERY = ("*", "all")
"""What stands for every Domain of the server."""
Objects = Callable[[Mapping[str, Any]], Conversation]
Tell = Callable[[Any, str], Mapping[str, Any]]


def _nothing(listed: Any, name: str) -> Mapping[str, Any]:
    return {}


def across_domains(objects: Objects) -> Objects:
    """The objects that options ask for in one Domain, where ``domains`` names several, or all: Domain after Domain."""

    def found(params: Mapping[str, Any]) -> Conversation:
        domains = params.get(DOMAINS.name)
        if domains is None:
            return (yield from objects(params))
        if params.get("names") is not None or params.get("domain") or params.get("account"):
            raise CgpError("the option domains does not go with names, domain or account")
        if set(domains).intersection(EVERY):
            domains = yield from ask(LISTDOMAINS())
        distinct = {fold(str(domain)): str(domain) for domain in domains}
        each = yield from together(objects({**params, "domain": domain}) for domain in distinct.values())
        return [one for some in each for one in some]

    return found


def the_server(params: Mapping[str, Any]) -> Conversation:
    """The one object of a module that tells of the server itself."""
    yield from ()
    return [((), {})]


def named_or_all(params: Mapping[str, Any], listing: Callable[..., Any], tell: Tell = _nothing) -> Conversation:
    """The objects that ``names`` and ``domain`` ask for.

    ``listing`` is the command that lists the objects of a Domain, ``tell(listed, name)`` what its reply tells of one.
    """
    names, domain = params.get("names"), params.get("domain") or ""
    if names is not None:
        return (yield from named(names, domain, listing, tell))
    if not domain:
        raise CgpError("neither names nor domain is given", "Name the objects, or the domain whose objects to read")
    listed = yield from ask(listing(domainName=domain))
    return [((complete(name, domain),), tell(listed, name)) for name in listed]


def named(names: Iterable[str], domain: str, listing: Callable[..., Any], tell: Tell = _nothing) -> Conversation:
    """The objects named: whether they exist is told by the listing of each one's Domain."""
    keys = [(complete(name, domain),) for name in names]
    domains = {fold(domain_of(key)): domain_of(key) for key in keys}
    replies = yield [listing(domainName=spelt or None) for spelt in domains.values()]
    listings = {folded: (reply, _spellings(reply)) for folded, reply in zip(domains, replies)}
    return [(key, _known(key, *listings[fold(domain_of(key))], tell)) for key in keys]


def _spellings(listed: Any) -> dict[str, str]:
    """The names of a listing by the form in which they are compared."""
    return {} if isinstance(listed, CliError) else {fold(name): name for name in listed}


def _known(key: Key, listed: Any, spellings: Mapping[str, str], tell: Tell) -> Mapping[str, Any]:
    """An object that the login may not list may be one that it may read: its own mailing list, for example."""
    if isinstance(listed, CliError) and not isinstance(listed, NotFound):
        return {}
    name = spellings.get(fold(local_name(key)))
    return {"exists": False} if name is None else tell(listed, name)
