# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes a server as a document says: the objects of many nouns, in one task and over one session.

What is wanted of all nouns is read, and what is to go is found and counted, before anything is changed: a mistake in
one leaves all as it was. Then what is to go goes, the innermost first, so that its names are free; then the rest is
made so, each noun behind what it needs.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Callable, Iterator, Mapping, Sequence

from ..connector.errors import CgpError, ConnectionLost, NotFound
from .dialogue import Dialogue
from .joined import Joined
from .many import Derived, Wants
from .model import Change, Conversation, Key, Resource, Want, fold
from .other_names import refuse_other_names
from .outcome import Outcome
from .problems import printable
from .purge import purge_within
from .result import NAMES_SHOWN, describe_error, report
from .run import Mode, misgivings_of, run_wants
from .wants import refuse_controls
from .wholly import Wholly

MERGED, REPLACED, OVERRIDDEN = "merged", "replaced", "overridden"
"""What is said is made so; of the named objects also what is not said is as if it were not set; and besides them
nothing remains in what the document names."""


@dataclass(frozen=True)
class Share:
    """What a document says of one noun, which results call ``name``. ``purge``: as ``purge_within`` takes it."""

    name: str
    resource: Resource
    wants: Sequence[Want]
    purge: Mapping[str, Any] = field(default_factory=dict)


class AsDocument:
    """One run for the ``shares``, each behind all that must be there before its objects.

    ``holders``: by kind, the keys of what the document names and other objects are within. ``namers``: as
    ``refuse_other_names`` takes them. ``noted`` is told each plan as soon as it is made.
    """

    def __init__(
        self,
        dialogue: Dialogue,
        shares: Sequence[Share],
        holders: Mapping[str, Sequence[Key]],
        mode: Mode,
        *,
        state: str = MERGED,
        namers: Mapping[str, Resource] | None = None,
        noted: Callable[[Change], None] = lambda change: None,
    ) -> None:
        self.dialogue = dialogue
        self.shares = [replace(share, wants=mode.told_to(share.wants)) for share in shares]
        self.holders = holders
        self.mode = mode
        self.state = state
        self.namers = namers or {}
        self.known = mode.known
        self.noted = noted
        self.joined = Joined(mode)
        self.stopped = False

    def result(self) -> dict[str, Any]:
        """What became of all of them. Raises CgpError for what is wrong with any, before anything is changed."""
        for share in self.shares:
            self.joined.warn(misgivings_of(share.resource, share.wants, self.mode.strict_settings))
        if self.state == OVERRIDDEN:
            emptied = [(share.resource, share.wants) for share in self.shares if _is_emptied(share.resource)]
            if emptied:
                refuse_other_names(self.dialogue, emptied, self.holders, self.namers)
            doomed = [(share, self._doomed(share)) for share in self.shares if share.resource.delete is not None]
            for share, wants in reversed(doomed):
                if wants:
                    self._run(share, wants, purging=True)
        for share in self.shares:
            self._run(share, share.wants, partial(self._wanted, share))
        result = self.joined.result([share.name for share in self.shares])
        result["statistics"] = {"writes": self.dialogue.writes}
        return result

    def _doomed(self, share: Share) -> Sequence[Want]:
        """The wants that delete what the document does not name."""
        resource = share.resource
        if resource.find is None or resource.also_in:
            return ()
        places = self._places(resource)
        if not places:
            return ()
        try:
            purged = purge_within(
                self.dialogue, resource, share.wants, places, share.purge, self.known, partial(_all_told, resource)
            )
        except CgpError as error:
            error.message = "%s: %s" % (share.name, error.message)
            raise
        self.joined.spare(share.name, purged.spared)
        doomed: dict[bool, list[Want]] = {True: [], False: []}
        for want in purged.wants:
            doomed[_can_be_named(resource, want.key)].append(want)
        if doomed[False]:
            self.joined.warn([_left(resource, doomed[False])])
        return doomed[True]

    def _wanted(self, share: Share) -> Sequence[Want]:
        """What is wanted in the end, as the state has it."""
        if self.state == MERGED:
            return share.wants
        wholly = Wholly(share.resource)
        said = Derived(share.wants, wholly.said)
        if self.state != OVERRIDDEN or not _is_emptied(share.resource):
            return said
        named = {share.resource.identity(want.key) for want in share.wants}
        left = (key for key in self._keys(share.resource) if share.resource.identity(key) not in named)
        wants = Wants(said)
        wants.extend(want for want in map(wholly.nothing, left) if want is not None)
        return wants

    def _places(self, resource: Resource) -> list[Any]:
        return [
            place
            for kind, places_of in resource.within.items()
            for key in self.holders.get(kind, ())
            for place in places_of(*key)
        ]

    def _keys(self, resource: Resource) -> Iterator[Key]:
        """The keys of all objects that cannot be deleted, in what the document names."""
        places = self._places(resource)
        if resource.find is None:
            yield from places
            return
        asked = (resource.everything_told(self.known.scope_at_server(resource, place)) for place in places)
        for number, told in self.dialogue.run(asked):
            listed = self.known.listing(resource, places[number], told)
            if isinstance(listed, NotFound):
                continue  # what holds it is not there, which its own noun tells
            if isinstance(listed, CgpError):
                raise listed
            for name, found in sorted(listed.items()):
                if found.kind == resource.kind:
                    yield resource.spelt(resource.member(places[number], name), found)

    def _run(
        self,
        share: Share,
        wants: Sequence[Want],
        completed: Callable[[], Sequence[Want]] | None = None,
        *,
        purging: bool = False,
    ) -> None:
        """Runs one noun; what goes wrong with it as a whole is its failure, and the others are for themselves.

        ``completed``: what is wanted in the end, of which the server may have to be asked.
        """
        if self.stopped:
            self.joined.add(share.name, _not_attempted(share.resource, wants, self.mode))
            return
        try:
            wants = completed() if completed is not None else wants
            result = run_wants(
                self.dialogue, share.resource, wants, self.mode, self.known, purging=purging, noted=self.noted
            )
        except CgpError as error:
            result = {**_not_attempted(share.resource, wants, self.mode), **describe_error(error)}
            self.stopped = isinstance(error, ConnectionLost)
        if purging:
            result["failures"] = [{**failure, "purged": True} for failure in result["failures"]]
        self.stopped = self.stopped or (self.mode.on_error == "stop" and bool(result.get("failed")))
        self.joined.add(share.name, result)


def _is_emptied(resource: Resource) -> bool:
    """Whether its objects are emptied where nobody names them: they cannot be deleted."""
    return resource.create is None and not resource.also_in


def _all_told(resource: Resource, scope: str) -> Conversation:
    """What the listing shows, for a purge, of what a document holds."""
    if not resource.purge:
        return (yield from resource.everything_told(scope))
    listed = yield from resource.everything(scope)
    if resource.find_all is None:
        return listed
    told = yield from resource.find_all(scope)
    names = set(map(fold, told))
    return {name: found for name, found in listed.items() if fold(name) in names}


def _can_be_named(resource: Resource, key: Key) -> bool:
    """Whether a document can have the object: what it could not tell is not there against its word."""
    try:
        for part, text in zip(resource.key, key):
            refuse_controls(part.name, text)
    except CgpError:
        return False
    return True


def _left(resource: Resource, wants: Sequence[Want]) -> str:
    names = ", ".join(want.label for want in wants[:NAMES_SHOWN])
    return printable("No document can name these %s, which stay: %s" % (resource.plural, names))


def _not_attempted(resource: Resource, wants: Sequence[Want], mode: Mode) -> dict[str, Any]:
    outcomes = (Outcome(Change(want), attempted=False) for want in wants)
    return report(resource, outcomes, detail=mode.detail, with_diff=mode.diff)
