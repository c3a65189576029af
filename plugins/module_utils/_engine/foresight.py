# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What earlier tasks of a run in check mode would have done: which names would be there, free, or another object's.

A task in check mode changes nothing, so the server shows the next one what a real run would not find any more. What
the plans so far would make, rename and delete is therefore remembered, as names, never as values, and the listings are
read with that in mind. An object that would be there has nothing set; one that would have been renamed is read under
the name that it has on the server.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Iterable, Mapping, Sequence

from ..connector.errors import CgpError, NotFound
from .model import Change, Found, Key, Resource, fold, label

_GONE = NotFound(512, "a real run would have deleted or renamed it by now", "check mode")


@dataclass(frozen=True)
class Event:
    """One name as it would be. ``space``: what shares names with it; ``scope`` and ``name``: folded, as in listings.

    ``called``: the full name, with case where its noun has any. ``kind``: what a listing would call the object,
    nothing if the name would be free; ``noun``: what the object itself is, of which this may be but another name.
    ``where``: the key under which the server has the object now, empty for one that would be new.
    """

    space: str
    scope: str
    name: str
    called: str
    kind: str
    noun: str
    where: Key = ()


class Foresight:
    """The events of a run so far, the latest of each name; ``added`` are those of the present task."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str], dict[str, Event]] = {}
        self._called: dict[str, Event] = {}
        self._spelt: dict[str, Event] = {}
        self.added: list[Event] = []

    def learn(self, events: Iterable[Event]) -> None:
        """Remember the events of other tasks; with this another task is the present one."""
        for event in events:
            self._remember(event)
        self.added = []

    def add(self, resource: Resource, change: Change) -> None:
        """Remember what a plan would bring about."""
        key, old = change.want.key, change.want.rename_from
        if change.action == "create":
            self._add(resource, key, resource.kind)
        elif change.action == "delete":
            self._add(resource, key, "")
        elif change.action == "rename" and old:
            self._add(resource, key, resource.kind, self._at_server(resource, old))
            self._add(resource, old, "")
        for facet in resource.facets:
            if facet.names_more and facet.name in change.after:
                had, has = (set(map(fold, side.get(facet.name) or ())) for side in (change.before, change.after))
                for name in sorted(had - has):
                    self._add(resource, resource.member(resource.scope(key), name), "")
                for name in sorted(has - had):
                    self._add(resource, resource.member(resource.scope(key), name), facet.names_more, key)

    @property
    def knows_anything(self) -> bool:
        return bool(self._names)

    def scope_at_server(self, resource: Resource, scope: str) -> str:
        """What the server calls a scope now."""
        event = self._of(resource, scope)
        return label(event.where) if event is not None and event.where else scope

    def names_at_server(self, resource: Resource, scope: str, names: Sequence[str]) -> Sequence[str]:
        """The names to be looked for: those asked for, and those that the server has for them now."""
        events = self._names.get((resource.name_space, resource.folded_scope(scope)))
        if not events:
            return names
        found = (events.get(resource.folded(name)) for name in names)
        former = [
            resource.name(event.where)
            for event in found
            if event is not None and event.where and event.kind == resource.kind
        ]
        return [*names, *former]

    def listing(self, resource: Resource, scope: str, told: Any) -> Any:
        """What a listing, or the error for it, would be by now."""
        if not self.knows_anything:
            return told
        of_scope = self._of(resource, scope)
        if of_scope is not None and not of_scope.kind:
            return _GONE
        if isinstance(told, NotFound) and of_scope is not None:
            told = {name: Found(resource.kind, foreseen=True) for name in resource.comes_with}
        if isinstance(told, CgpError):
            return told
        listed: dict[str, Any] = dict(told)
        if of_scope is not None and of_scope.where:
            moved = label(of_scope.where)
            listed = {name: _moved(found, resource.member(moved, name)) for name, found in listed.items()}
        events = self._names.get((resource.name_space, resource.folded_scope(scope)), {})
        for name, event in events.items():
            self._correct(resource, listed, told, name, event)
        freed = {event.name for event in events.values() if not event.kind}
        return {
            name: found
            for name, found in listed.items()
            if not (isinstance(found, Found) and fold(found.stands_for) in freed and name not in events)
        }

    def of_key(self, resource: Resource, key: Key) -> tuple[Key, CgpError | None, bool]:
        """For what is not listed: the key at the server, why nothing can be there, and whether its owner is new."""
        parts = []
        is_new = False
        for part in key:
            event = self._of(resource, part)
            if event is not None and not event.kind:
                return key, _GONE, False
            is_new = is_new or (event is not None and not event.where)
            parts.append(self.scope_at_server(resource, part))
        return tuple(parts), None, is_new

    def is_new(self, resource: Resource, name: str) -> bool:
        """Whether the object of this full name, or the scope, would have been made by now."""
        event = self._of(resource, name)
        return event is not None and bool(event.kind)

    def would_be_there(self, resource: Resource, called: str) -> bool:
        """Whether an object of this noun and full name is one that would have been made, or renamed so, by now."""
        event = self._called.get(fold(called)) if resource.folded is fold else self._spelt.get(called)
        return event is not None and event.kind == resource.kind

    def _correct(
        self, resource: Resource, listed: dict[str, Any], told: Mapping[str, Any], name: str, event: Event
    ) -> None:
        if not event.kind:
            listed.pop(name, None)
            return
        former = resource.folded(resource.name(event.where)) if event.where else ""
        if event.where and event.kind == resource.kind and isinstance(told.get(former), Found):
            listed[name] = _moved(told[former], event.where)
        elif event.where or name not in listed or getattr(listed[name], "kind", "") != event.kind:
            listed[name] = Found(event.kind, foreseen=True)

    def _of(self, resource: Resource, scope: str) -> Event | None:
        """The event of what a scope of the resource is, or of the Domain that it is in or that is part of a place."""
        known = self._called if resource.folded_scope is fold else self._spelt
        event = known.get(resource.folded_scope(scope))
        if event is not None:
            # The option of the key that names the scope says what it must be: nothing else has such objects.
            owner = resource.key[0].name
            return event if len(resource.key) == 1 or not event.kind or event.noun.endswith(owner) else None
        words = scope.split(" ")
        if len(words) > 1:  # a place: what kind it is of, its name, and what of it is meant
            event = self._called.get(fold(words[1]))
            if event is not None and event.where:
                event = replace(event, where=(words[0], label(event.where), *words[2:]))
            return event
        before, at, domain = scope.rpartition("@")
        event = self._called.get(fold(domain)) if at else None
        if event is None or (event.kind and not event.where):
            return None  # in a new Domain there is what events tell
        return replace(event, where=("%s@%s" % (before, label(event.where)),)) if event.where else event

    def _at_server(self, resource: Resource, key: Key) -> Key:
        events = self._names.get((resource.name_space, resource.place_of(key)), {})
        event = events.get(resource.folded(resource.name(key)))
        if event is None:
            return key
        return event.where

    def _add(self, resource: Resource, key: Key, kind: str, where: Key = ()) -> None:
        name, called = resource.folded(resource.name(key)), label(resource.folded_key(key))
        event = Event(resource.name_space, resource.place_of(key), name, called, kind, resource.kind, where)
        self._remember(event)
        self.added.append(event)

    def _remember(self, event: Event) -> None:
        self._names.setdefault((event.space, event.scope), {})[event.name] = event
        if event.name:  # what has no name is called as what it is in, and tells nothing of that
            self._called[fold(event.called)] = self._spelt[event.called] = event


def _moved(found: Any, where: Key) -> Any:
    return replace(found, where=where) if isinstance(found, Found) else found
