# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server as a document: what there is of all nouns, as the rows that their modules take.

Nouns stand within each other: what is within an object is listed by its key (``Resource.within``). The document is
read from the outside to the inside, a slice of objects at a time, and each slice with all that is within it before the
next: so no more than a listing and a slice is ever held. Rows come in an order that depends on their names only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Collection, Iterable, Iterator, Mapping, NamedTuple, Sequence, Tuple

from ..connector.errors import BadReply, CgpError, NotFound
from .dialogue import Dialogue
from .model import Conversation, Facet, Found, Key, Resource, Values, label
from .restated import NOT_TOLD, Path
from .row_told import named, refusal, told_row, value_of_reply

SERVER, CLUSTER = "server", "cluster"
"""What holds all else; of the second there is nothing where the server is no member of one."""
SLICE = 1000
"""How many objects are read before what is within them is."""
WIDTH = 256
"""How many listings are held at once."""
_NO_FACTS: Mapping[str, Any] = {}


class Holder(NamedTuple):
    """What objects are within: its kind, which is a root's or a noun, its key, and what that is within."""

    kind: str
    key: Key
    above: Any = None

    def key_of(self, kind: str) -> Key | None:
        """The key of the holder of a kind, which is this one or one above."""
        holder: Any = self
        while holder is not None and holder.kind != kind:
            holder = holder.above
        return None if holder is None else holder.key


@dataclass(frozen=True)
class Told:
    """What was read of one object, or why nothing was.

    ``row`` is None where its module would not take one; ``key`` is empty where the objects could not be listed.
    ``secrets`` are the paths to secrets that there are, ``perhaps`` to what may be one or have some; ``untold`` are the
    paths to what the row does not say, each with why. ``shown`` are the secrets that the server tells, by their paths.
    """

    resource: Resource
    holder: Holder
    key: Key = ()
    row: Values | None = None
    secrets: Sequence[Path] = ()
    perhaps: Sequence[Path] = ()
    untold: Sequence[tuple[Path, str]] = ()
    shown: Mapping[Path, Any] = field(default_factory=dict, repr=False)


_Object = Tuple[Key, Mapping[str, Any], Holder]


def in_order(resources: Iterable[Resource]) -> list[Resource]:
    """The resources, each behind all that must be there before its objects: by name, where nothing else decides.

    Raises AssertionError if some wait for each other.
    """
    left = sorted(resources, key=lambda resource: resource.noun)
    ordered: list[Resource] = []
    while left:
        waiting = {resource.noun for resource in left}
        free = [one for one in left if waiting.isdisjoint({*one.within, *one.after} - {one.noun})]
        if not free:
            raise AssertionError("these wait for each other: %s" % ", ".join(sorted(waiting)))
        ordered += free[:1]
        left.remove(free[0])
    return ordered


class Document:
    """What a server has of ``resources``, of which only the ``wanted`` nouns are told.

    ``roots``: SERVER, and CLUSTER where there is one. ``chosen``: by noun, the names of the only objects that are
    looked at; then nothing else is told that is not within such an object. ``order``: the resources, each behind all
    that must be there before its objects.
    """

    def __init__(
        self,
        dialogue: Dialogue,
        resources: Sequence[Resource],
        wanted: Collection[str],
        roots: Collection[str] = (SERVER,),
        chosen: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self.dialogue = dialogue
        self.roots = roots
        self.wanted = wanted
        self.chosen = chosen or {}
        self.order = in_order(resources)
        self.inside: dict[str, list[Resource]] = {}
        for resource in self.order:
            for kind in resource.within:
                self.inside.setdefault(kind, []).append(resource)

    def read(self) -> Iterator[Told]:
        """All objects, each with what was read of it. Raises CgpError for a chosen object that is not there."""
        for root in (SERVER, CLUSTER):
            if root in self.roots:
                yield from self._within([Holder(root, ())], bool(self.chosen))

    def _within(self, holders: Sequence[Holder], chosen_only: bool = False) -> Iterator[Told]:
        for resource in self.inside.get(holders[0].kind, ()):
            if self._leads_to(resource, set()) and (not chosen_only or resource.noun in self.chosen):
                yield from self._objects(resource, holders)

    def _leads_to(self, resource: Resource, met: set[str]) -> bool:
        """Whether its objects are wanted, or what is within them."""
        if resource.noun in self.wanted:
            return True
        met.add(resource.noun)
        below = (one for one in self.inside.get(resource.noun, ()) if one.noun not in met)
        return any(self._leads_to(one, met) for one in below)

    def _objects(self, resource: Resource, holders: Sequence[Holder]) -> Iterator[Told]:
        for objects in self._slices(resource, holders):
            if isinstance(objects, Told):
                yield objects
                continue
            if resource.noun in self.wanted:
                yield from self._rows(resource, objects)
            if resource.noun in self.inside:
                yield from self._within([Holder(resource.noun, key, holder) for key, _facts, holder in objects])

    def _slices(self, resource: Resource, holders: Sequence[Holder]) -> Iterator[Any]:
        """The objects in lists of a bounded length, and a Told for each scope that cannot be listed."""
        objects: list[_Object] = []
        for first in range(0, len(holders), WIDTH):
            for found in self._found(resource, holders[first : first + WIDTH]):
                if isinstance(found, Told):
                    yield found
                    continue
                objects.append(found)
                if len(objects) == SLICE:
                    yield objects
                    objects = []
        if objects:
            yield objects

    def _found(self, resource: Resource, holders: Sequence[Holder]) -> Iterator[Any]:
        """Each object with the facts of its listing, and a Told for each scope that cannot be listed."""
        places = [(place, holder) for holder in holders for place in resource.within[holder.kind](*holder.key)]
        find = resource.find_all or resource.find
        if find is None:
            yield from ((key, _NO_FACTS, holder) for key, holder in places)
            return
        chosen = self.chosen.get(resource.noun)
        # All of them first: while one conversation waits for its turn no other can be held.
        listings = list(_in_turn(self.dialogue.run(
            resource.find(place, chosen) if chosen and resource.find is not None else resource.everything_told(place)
            for place, _holder in places
        )))  # fmt: skip
        for (place, holder), listed in zip(places, listings):
            if isinstance(listed, CgpError):
                yield Told(resource, holder, untold=[((), listed.message)])
            else:
                there = _chosen(resource, listed, chosen) if chosen else _all(resource, listed)
                yield from (
                    (resource.spelt(resource.member(place, name), found), found.facts, holder)
                    for name, found in there
                )

    def _rows(self, resource: Resource, objects: Sequence[_Object]) -> Iterator[Told]:
        facets = [facet for facet in resource.facets if facet.restated]
        readable = [facet for facet in facets if facet.readable]
        silent = [((facet.fields[0].name,), NOT_TOLD) for facet in facets if not facet.readable]
        read = _in_turn(self.dialogue.run(_read(readable, key, facts) for key, facts, _holder in objects))
        for (key, _facts, holder), values in zip(objects, read):
            if isinstance(values, CgpError):
                yield Told(resource, holder, key, untold=[((), values.message)])
            elif values is not None:
                told = _told(resource, holder, key, readable, values, silent)
                if told is not None:
                    yield told


def _all(resource: Resource, listed: Mapping[str, Found]) -> Iterator[tuple[str, Found]]:
    for name in sorted(listed):
        if listed[name].kind == resource.kind:
            yield name, listed[name]


def _chosen(resource: Resource, listed: Mapping[str, Any], names: Sequence[str]) -> Iterator[tuple[str, Found]]:
    for name in dict.fromkeys(map(resource.folded, names)):
        found = resource.found(listed, name)
        if isinstance(found, CgpError):
            raise found
        if found is None or found.kind != resource.kind:
            raise CgpError("there is no %s %s%s" % (resource.noun, name, ": it is a %s" % found.kind if found else ""))
        yield name, found


def _in_turn(results: Iterable[tuple[int, Any]]) -> Iterator[Any]:
    """Results in the order in which they were asked for."""
    early: dict[int, Any] = {}
    turn = 0
    for number, result in results:
        early[number] = result
        while turn in early:
            yield early.pop(turn)
            turn += 1


def _read(facets: Sequence[Facet], key: Key, facts: Mapping[str, Any]) -> Conversation:
    """``[(facet, value or CgpError)]``; None for what is gone by now."""
    values = [(facet, facts[facet.listed]) for facet in facets if facet.listed in facts]
    asked = [facet for facet in facets if facet.listed not in facts and facet.read is not None]
    replies: list[Any] = []
    try:
        replies = (yield [facet.read(*key) for facet in asked if facet.read is not None]) if asked else []
    except BadReply:  # one of them is none: which, is told when each is asked for by itself
        for facet in asked:
            replies.append((yield from _alone(facet, key)))
    if replies and all(isinstance(reply, NotFound) for reply in replies):
        return None
    values += [(facet, value_of_reply(facet, reply, facts)) for facet, reply in zip(asked, replies)]
    return values


def _alone(facet: Facet, key: Key) -> Conversation:
    try:
        (reply,) = yield ([facet.read(*key)] if facet.read is not None else [])
    except BadReply as unread:
        return unread
    return reply


def _told(
    resource: Resource,
    holder: Holder,
    key: Key,
    facets: Sequence[Facet],
    read: Sequence[tuple[Facet, Any]],
    silent: Sequence[tuple[Path, str]],
) -> Told | None:
    """What was read of an object as its module would take it; None where nothing is to be said of it."""
    there = {facet.name: value for facet, value in read}
    told = told_row(resource, key, ((facet, there.get(facet.name, CgpError(NOT_TOLD))) for facet in facets))
    untold = [*silent, *told.untold]
    perhaps = [(secret.name,) for secret in resource.secrets if (secret.name,) not in told.secrets] + told.perhaps
    row = {**named(resource, key), **told.options}
    if resource.create is None and not told.options:
        row = {}
        if not (told.secrets or perhaps or untold):
            return None
    why = refusal(resource, key, told.values)
    if why:
        return Told(resource, holder, key, None, told.secrets, perhaps, [((), why)])
    return Told(resource, holder, key, row or None, told.secrets, perhaps, untold, told.shown)


def label_of(told: Told) -> str:
    """How the object is called, or what would hold it where it could not be listed."""
    return label(told.key) or label(told.holder.key) or told.holder.kind
