# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Other names of what a document names, where they would cost something: a Domain and an Account have aliases.

What is filled by one name and emptied by another would be lost, and the next run would do it again.
"""

from __future__ import annotations

from typing import Iterable, Iterator, Mapping, Sequence

from ..connector.errors import CgpError
from .dialogue import Dialogue
from .model import PRESENT, Found, Key, NameTaken, Resource, Want, fold
from .scopes import told_apart


def refuse_other_names(
    dialogue: Dialogue,
    wanted: Sequence[tuple[Resource, Sequence[Want]]],
    holders: Mapping[str, Sequence[Key]],
    namers: Mapping[str, Resource],
) -> None:
    """Raises CgpError for two names of one holder, be they those of holders or of what wants are within.

    ``namers``: by kind of holder, a resource whose scopes are such holders. What is one for a Domain compares all of
    these; of Accounts there may be a million, and their own noun refuses those that are aliases.
    """
    for kind, namer in namers.items():
        named = {fold(key[0]): key[0] for key in holders.get(kind, ())}
        within = (
            name for resource, wants in wanted for want in wants for name in _holder_names(resource, kind, want.key)
        )
        others = {fold(name): name for name in within if fold(name) not in named}
        if not named or not (others or namer.default_domain):
            continue
        spellings = [*named.values(), *others.values()]
        scopes = told_apart(dialogue, namer, spellings)
        met: dict[frozenset[str], str] = {}
        for name in spellings:
            other = met.setdefault(scopes.names(name), name)
            if other != name and (fold(name) in named or fold(other) in named):
                raise CgpError(
                    "%s and %s are names of the same %s" % (other, name, kind),
                    "Nothing was changed. Use one of them in all of the configuration",
                )


def refuse_further_names(resource: Resource, scope: str, listed: Mapping[str, Found], wants: Iterable[Want]) -> None:
    """Raises NameTaken for a wanted object whose name is another one's further name, unless that is to give it up."""
    further = {name: resource.folded(found.stands_for) for name, found in listed.items() if found.stands_for}
    looked_at = {*further, *further.values()}
    named = ((resource.folded(resource.name(want.key)), want) for want in wants)
    by_name = {name: want for name, want in named if name in looked_at}
    for name, want in by_name.items():
        if want.state != PRESENT or name not in further:
            continue
        owner = by_name.get(further[name])
        if owner is None or name in map(resource.folded, _further_names(resource, owner)):
            raise NameTaken(
                "%s is only another name of %s" % (want.label, resource.member(scope, listed[name].stands_for)[-1]),
                "Nothing was changed. Use the object's own name",
            )


def _holder_names(resource: Resource, kind: str, key: Key) -> Iterator[str]:
    """The name of what an object is within, if that is of the kind."""
    if kind not in resource.within or resource.noun == kind:
        return
    if resource.key[0].name != "scope":
        yield resource.scope(key) or key[0]
    elif key[0] == kind:
        yield key[1]


def _further_names(resource: Resource, want: Want) -> Sequence[str]:
    """The further names that the object is to have, as far as that is said: else it keeps them, or loses them."""
    for facet in resource.facets:
        if facet.names_more:
            return want.values.get(facet.name) or ()
    return ()
