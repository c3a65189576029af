# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ``_info`` modules ask for: objects of a Domain that are named, or all of a kind that the Domain lists."""

from __future__ import annotations

from typing import Any, Callable, Iterable, Mapping, Sequence

from ..._engine.dialogue import ask
from ..._engine.info import Known, Objects
from ..._engine.model import Conversation, Field, Found, Key, Resource, fold, label
from ..._engine.side_by_side import together
from ..._engine.wants import complete
from ...connector.errors import BadReply, CgpError, CliError, NotFound
from .across_domains import DOMAINS, joined
from .names import address, domain_of, local_name

NAMES_AND_DOMAIN = (Field("names", type="list", elements="str"), Field("domain"), DOMAINS)
Tell = Callable[[Key, Any, str], Known]


def only_key(key: Key, listed: Any, name: str) -> Known:
    """The usual ``tell``: the listing tells nothing but names."""
    return Known(key)


def the_server(params: Mapping[str, Any]) -> Conversation:
    """The one object of a module that tells of the server itself."""
    yield from ()
    return Objects([Known(())])


def once(names: Iterable[str]) -> list[str]:
    """Each name once, whatever its letter case, as it was given first."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(fold(name), name)
    return list(first.values())


def of_accounts(told: Iterable[Objects]) -> Objects:
    """What was found in each of several Accounts as one; what is told of an Account itself stands beside."""
    each = list(told)
    objects = joined(each)
    objects.besides["accounts"] = [one.besides for one in each if one.besides]
    return objects


def named_or_all(params: Mapping[str, Any], listing: Callable[..., Any], tell: Tell = only_key) -> Conversation:
    """The objects that ``names`` and ``domain`` ask for.

    ``listing`` is the command that lists the objects of a Domain, ``tell(key, listed, name)`` what its reply tells of
    one.
    """
    names, domain = params.get("names"), params.get("domain") or ""
    if names is not None:
        return (yield from named(names, domain, listing, tell))
    if not domain:
        raise CgpError("neither names nor domain is given", "Name the objects, or the domain or domains they are in")
    listed = yield from ask(listing(domainName=domain))
    return all_listed(listed, domain, tell)


def all_listed(listed: Any, domain: str, tell: Tell = only_key) -> Objects:
    """The objects of a listing."""
    return Objects([tell((complete(name, domain),), listed, name) for name in listed])


def named(names: Iterable[str], domain: str, listing: Callable[..., Any], tell: Tell = only_key) -> Conversation:
    """The objects named: whether they exist, and how they are spelt, is told by the listing of each one's Domain."""
    asked = [(complete(name, domain),) for name in names]
    domains: dict[str, str] = {}
    keys = [address(domains.setdefault(fold(domain_of(key)), domain_of(key)), local_name(key)) for key in asked]
    replies = yield [listing(domainName=spelt or None) for spelt in domains.values()]
    listings = {folded: (reply, _spellings(reply)) for folded, reply in zip(domains, replies)}
    found: dict[Key, Known] = {}
    missing: dict[Key, str] = {}
    for key in keys:
        listed, spellings = listings[fold(domain_of(key))]
        name = spellings.get(local_name(key)) or spellings.get(fold(local_name(key)))
        if name is not None:
            spelt = address(domain_of(key), name)
            found.setdefault(spelt, tell(spelt, listed, name))
        elif isinstance(listed, CliError) and not isinstance(listed, NotFound):
            found.setdefault(key, Known(key))  # what the login may not list it may yet read: its own mailing list
        else:
            missing.setdefault(_folded(key), label(key))
    return Objects(list(found.values()), list(missing.values()))


def _spellings(listed: Any) -> dict[str, str]:
    """The names of a listing by themselves, and by the form in which they are compared."""
    names = [] if isinstance(listed, CliError) else list(listed)
    return {**{fold(name): name for name in names}, **{name: name for name in names}}


def looked_up(
    resource: Resource,
    keys: Iterable[Key],
    find: Callable[[str, Sequence[str]], Conversation],
    behind: Callable[[Iterable[str]], Any] | None = None,
) -> Conversation:
    """The objects named, by the names of their own: an alias means what it stands for.

    ``find(scope, names)`` is what finds them. ``behind(aliases)`` is a conversation that returns ``{folded alias:
    name}``, for aliases of which the listing does not tell it.
    """
    scopes: dict[str, str] = {}
    asked_for = [
        resource.member(scopes.setdefault(resource.place_of(key), resource.scope(key)), resource.name(key))
        for key in keys
    ]
    found = dict((yield from _found(resource, asked_for, find)))
    kinds = {facet.names_more for facet in resource.facets if facet.names_more}
    aliases = [key for key, one in found.items() if isinstance(one, Found) and one.kind in kinds]
    told = (yield from behind(map(resource.name, aliases))) if behind is not None and aliases else {}
    own_names: dict[Key, Key] = {}
    for key in aliases:
        name = found[key].stands_for or told.get(fold(resource.name(key)))
        if name:
            own_names[key] = resource.member(resource.scope(key), name)
    own = dict((yield from _found(resource, list(own_names.values()), find)))
    there: dict[Key, Known] = {}
    missing: dict[Key, str] = {}
    for asked, first in found.items():
        key, one = (own_names[asked], own[own_names[asked]]) if asked in own_names else (asked, first)
        if isinstance(one, Found) and one.kind == resource.kind:
            spelt = resource.spelt(key, one)
            there.setdefault(_folded(key) if one.spelt is None else spelt, Known(spelt, one.facts))
        elif isinstance(one, CgpError) and not isinstance(one, NotFound):
            there.setdefault(_folded(key), Known(key))  # as above
        else:
            missing.setdefault(_folded(asked), label(asked))
    return Objects(list(there.values()), list(missing.values()))


def _folded(key: Key) -> Key:
    return tuple(map(fold, key))


def _found(
    resource: Resource, keys: Sequence[Key], find: Callable[[str, Sequence[str]], Conversation]
) -> Conversation:
    """``[(key, what the listing of its scope says)]``: Found, None or an error."""
    scopes: dict[str, list[Key]] = {}
    for key in keys:
        scopes.setdefault(resource.place_of(key), []).append(key)
    told = yield from together(
        _or_refusal(find(resource.scope(some[0]), [resource.name(key) for key in some])) for some in scopes.values()
    )
    listings = dict(zip(scopes, told))
    return [(key, _word(resource, key, listings[resource.place_of(key)])) for key in keys]


def _word(resource: Resource, key: Key, listing: Any) -> Any:
    return listing if isinstance(listing, CliError) else resource.found(listing, resource.name(key))


def _or_refusal(listing: Conversation) -> Conversation:
    try:
        return (yield from listing)
    except BadReply:
        raise
    except CliError as refusal:
        return refusal
