# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which objects a purge takes: what the listings of its scopes show, and no spelling in the task names.

A scope is listed once, however many of its names the task uses, and an object is compared with what is wanted by the
scope itself. Where it is in doubt whether a name is meant (another letter case, another name), its object stays. So
does what came with the server, unless it is named as that: nobody who lists what there is to be thinks of it.
"""

from __future__ import annotations

import fnmatch
import glob
import unicodedata
from array import array
from dataclasses import dataclass
from typing import Any, Callable, Iterator, Mapping, Sequence

from ..connector.errors import CgpError, NotFound
from .dialogue import Dialogue
from .foresight import Foresight
from .model import ABSENT, Conversation, Found, Key, Resource, Want, fold, label
from .other_names import refuse_further_names
from .scopes import Scopes, told_apart

_WILDCARDS = frozenset("*?[")


@dataclass(frozen=True)
class Purge:
    """``wants`` that delete what is to go, and the keys of what came with the server and is ``spared`` for that."""

    wants: Sequence[Want]
    spared: Sequence[Key]


def purge_wants(
    dialogue: Dialogue,
    resource: Resource,
    wants: Sequence[Want],
    purge: Mapping[str, Any],
    domain: str,
    foresight: Foresight,
) -> Purge:
    """What becomes of what the scopes of ``purge`` hold beyond ``wants``.

    ``purge``: ``within`` (scopes: Domains or Accounts), and what ``purge_within`` takes. Raises CgpError as that does,
    and for a wanted object outside of the scopes: then nothing is done at all.
    """
    if resource.find is None:
        raise CgpError("%s cannot be purged: the server does not list them" % resource.plural)
    return purge_within(dialogue, resource, wants, _scopes(resource, wants, purge, domain), purge, foresight)


def purge_within(
    dialogue: Dialogue,
    resource: Resource,
    wants: Sequence[Want],
    within: Sequence[str],
    purge: Mapping[str, Any],
    foresight: Foresight,
    everything: Callable[[str], Conversation] | None = None,
) -> Purge:
    """What becomes of what the scopes ``within`` hold beyond ``wants``.

    ``purge``: ``keep`` (patterns of names, alone or in full), ``also`` (names of what came with the server and is to go
    all the same), ``limit`` (how many may go). ``everything`` lists a scope, where not all may go that the noun's own
    listing shows; then a wanted object may be elsewhere. Raises CgpError when more would go than the limit allows, for
    a wanted object outside of the scopes, and for one that is wanted twice.
    """
    patterns = [fold(pattern) for pattern in purge.get("keep") or ()]
    also = [glob.escape(fold(name)) for name in purge.get("also") or ()]
    wanted = dict.fromkeys(resource.scope(key) for want in wants for key in _names_of(want))
    scopes = told_apart(dialogue, resource, [*within, *wanted, *_scopes_in(resource, [*patterns, *also])])
    if everything is None:
        _refuse_outsiders(resource, wants, scopes, within)
    _refuse_other_spellings(resource, wants, scopes)
    here: dict[frozenset[str], array[int]] = {}  # the numbers of the wants: there may be a million
    for number, want in enumerate(wants):
        here.setdefault(scopes.names(resource.scope(want.key)), array("L")).append(number)
    named: dict[frozenset[str], set[str]] = {}
    for key in (key for want in wants for key in _names_of(want)):
        name = resource.name(key)
        named.setdefault(scopes.names(resource.scope(key)), set()).update((name, resource.folded(name)))
    kept = _Named(resource, [*patterns, *resource.protected], scopes)
    stock = _Stock(dialogue, resource, _Named(resource, also, scopes))
    keys: list[Key] = []
    spared: list[Key] = []
    for scope, listed in _listings(dialogue, resource, _once(within, scopes), foresight, everything):
        if everything is not None:
            numbers = here.get(scopes.names(scope), ())
            refuse_further_names(resource, scope, listed, map(wants.__getitem__, numbers))
        unwanted = _unwanted(resource, scope, listed, named.get(scopes.names(scope), set()), kept)
        for name in stock.spared(scope, unwanted):
            spared.append(resource.member(scope, name))
            unwanted.remove(name)
        keys += [resource.member(scope, name) for name in unwanted]
    keys.sort()
    _refuse_beyond_limit(resource, keys, int(purge.get("limit") or 0))
    return Purge([stock.want(key) for key in keys], sorted(spared))


def _names_of(want: Want) -> Iterator[Key]:
    yield want.key
    if want.rename_from:
        yield want.rename_from


def _scopes(resource: Resource, wants: Sequence[Want], purge: Mapping[str, Any], domain: str) -> list[str]:
    within = list(purge.get("within") or ())
    if resource.purge_where_wanted and not within:
        within = list(dict.fromkeys(resource.scope(want.key) for want in wants))
    if resource.default_domain:
        return within or [domain]
    if len(resource.key) > 1:
        if not within:
            raise CgpError("purge.within is missing", "Say where %s are to be purged" % resource.plural)
        return within
    if within:
        raise CgpError("purge.within does not go with %s: they are purged on the whole server" % resource.plural)
    return [""]


def _scopes_in(resource: Resource, patterns: Sequence[str]) -> Iterator[str]:
    """The scopes that patterns of full names spell out."""
    for pattern in patterns:
        parts = tuple(pattern.split(" ", len(resource.key) - 1))
        scope = resource.scope(parts) if len(parts) == len(resource.key) else ""
        if scope and not _WILDCARDS & set(scope):
            yield scope


def _once(within: Sequence[str], scopes: Scopes) -> list[str]:
    """One spelling of each scope: the first."""
    return list({scopes.names(scope): scope for scope in reversed(within)}.values())[::-1]


def _refuse_outsiders(resource: Resource, wants: Sequence[Want], scopes: Scopes, within: Sequence[str]) -> None:
    """A wanted object elsewhere is a mistake in the list or in the scope, and one of the two would cost objects."""
    inside = {scopes.names(scope) for scope in within}
    for want in wants:
        if scopes.names(resource.scope(want.key)) not in inside:
            raise CgpError(
                "%s is not within the scope of the purge: %s" % (want.label, ", ".join(within)),
                "Nothing was changed. Give names in full, and list nothing that lies outside of purge.within",
            )


def _refuse_other_spellings(resource: Resource, wants: Sequence[Want], scopes: Scopes) -> None:
    """One object under two names would be made twice, or made and deleted."""
    seen: dict[tuple[frozenset[str], str], int] = {}
    for number, want in enumerate(wants):
        identity = (scopes.names(resource.scope(want.key)), resource.folded(resource.name(want.key)))
        other = seen.setdefault(identity, number)
        if other != number:
            raise CgpError(
                "%s and %s are the same object" % (wants[other].label, want.label), "Nothing was changed. List it once"
            )


def _listings(
    dialogue: Dialogue,
    resource: Resource,
    within: Sequence[str],
    foresight: Foresight,
    everything: Callable[[str], Conversation] | None,
) -> Iterator[tuple[str, Mapping[str, Found]]]:
    """Each scope with all that it holds."""
    asked = ((everything or resource.everything)(foresight.scope_at_server(resource, scope)) for scope in within)
    for number, told in dialogue.run(asked):
        listed = foresight.listing(resource, within[number], told)
        if isinstance(listed, NotFound):
            # What a document holds the objects in may be yet to be made, as in check mode what earlier tasks make.
            if dialogue.read_only or everything is not None:
                continue
            raise CgpError("%s cannot be purged: %s does not exist" % (resource.plural, within[number]))
        if isinstance(listed, CgpError):
            raise listed
        yield within[number], listed


def _unwanted(
    resource: Resource, scope: str, listed: Mapping[str, Found], named: set[str], kept: _Named
) -> list[str]:
    """The names of what a listing shows and nobody names, in whatever letter case or form of Unicode.

    ``named``: folded names. That two such spellings are two objects is known only once both are there: to take the
    other one then would be a second run that changes something.
    """
    spared = {_loose(name) for name in named} | kept.by_other_names(scope, listed)
    return [
        found.spelt or name
        for name, found in listed.items()
        if found.kind == resource.kind
        and not kept.has(scope, name)
        and name not in named
        and _loose(name) not in spared
    ]


class _Stock:
    """What came with the server; ``also``: what of that is to go all the same."""

    def __init__(self, dialogue: Dialogue, resource: Resource, also: _Named) -> None:
        self.dialogue = dialogue
        self.resource = resource
        self.also = also

    def spared(self, scope: str, names: Sequence[str]) -> list[str]:
        """Those of the names in a scope that stay for that."""
        if self.resource.stock is None or not names:
            return []
        stock = set(map(_loose, self.dialogue.one(self.resource.stock(scope))))
        return [name for name in names if _loose(name) in stock and not self.also.has(scope, name)]

    def want(self, key: Key) -> Want:
        """The want that deletes an object. Whoever names one says of it what else lets it go."""
        allowance = self.resource.allowance
        named = allowance and self.also.has(self.resource.scope(key), self.resource.name(key))
        return Want(key, ABSENT, {allowance: True} if named else {}, purged=True)


class _Named:
    """Whether patterns match a name, alone or in full by any name of its scope."""

    def __init__(self, resource: Resource, patterns: Sequence[str], scopes: Scopes) -> None:
        self.resource = resource
        self.scopes = scopes
        self._patterns = patterns

    def has(self, scope: str, name: str) -> bool:
        if not self._patterns:
            return False
        members = (self.resource.member(spelling, name) for spelling in {scope, *self.scopes.names(scope)})
        spellings = [fold(name), *(fold(label(key)) for key in members)]
        return any(fnmatch.fnmatchcase(spelling, pattern) for pattern in self._patterns for spelling in spellings)

    def by_other_names(self, scope: str, listed: Mapping[str, Found]) -> set[str]:
        """The names of what is to be kept by another name that the listing has of it."""
        others = ((name, found.stands_for) for name, found in listed.items() if found.stands_for)
        return {_loose(stands_for) for name, stands_for in others if self.has(scope, name)}


def _loose(name: str) -> str:
    """A name without case and in one form of Unicode."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _refuse_beyond_limit(resource: Resource, doomed: Sequence[Key], limit: int) -> None:
    if len(doomed) <= limit:
        return
    names = ", ".join(label(key) for key in doomed[:10]) + (", ..." if len(doomed) > 10 else "")
    raise CgpError(
        "the purge would delete %d %s, more than its limit of %d: %s" % (len(doomed), resource.plural, limit, names),
        "Nothing was changed. Complete the list, protect names with purge.keep, or raise purge.limit",
    )
