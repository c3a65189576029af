# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of an audit through a server: from the outside to the inside, a slice of objects at a time.

Each object is read once, whatever number of checks look at it, and of it only what these need. What cannot be read is
told of that object, and ends nothing else.
"""

from __future__ import annotations

from itertools import islice
from typing import Any, Iterable, Iterator, Mapping, NamedTuple, Sequence

from ..._audit.checks import looks_at, parts_of
from ..._audit.ledger import Ledger
from ..._audit.model import CLUSTER, DOMAIN, IN_DOMAIN, SERVER, Check, Facts, Look, Subject, Told, Unread
from ..._engine.dialogue import UNEXPECTED, Dialogue, UnexpectedData
from ..._engine.progress import Progress
from ...connector.errors import CgpError, NotFound
from .audit_domains import Domains
from .audit_listings import SIDE_BY_SIDE, Listing, Listings, listed_parts, objects_of
from .audit_reads import read_parts
from .audit_routes import Routes
from .audit_suspects import Suspects
from .names import address

SLICE = 1000
"""How many objects are read before any of them is looked at."""


_NOTHING_LISTED: Mapping[str, Any] = {}


class _Seed(NamedTuple):
    """An object that is to be read: what it is called, and what its listing has told."""

    kind: str
    domain: str
    name: str
    listed: Mapping[str, Any] = _NOTHING_LISTED


class Walk:
    """Looks at a server with ``checks``, and tells the ledger; whoever watches is told of each object."""

    def __init__(
        self,
        dialogue: Dialogue,
        checks: Sequence[Check],
        facts: Facts,
        domains: Domains,
        ledger: Ledger,
        progress: Progress | None = None,
    ) -> None:
        self.progress = progress
        self.dialogue = dialogue
        self.checks = checks
        self.facts = facts
        self.domains = domains
        self.ledger = ledger
        self.kinds = [kind for kind in IN_DOMAIN if looks_at(checks, kind)]
        self.listings = Listings(dialogue, domains.spelt, self.kinds, any(check.names for check in checks))
        self.suspects = Suspects(self.listings, Routes(dialogue), ledger)

    def server(self, in_cluster: bool | CgpError) -> None:
        """Looks at what is no Domain's. ``in_cluster``: whether there is a cluster, or why nobody knows."""
        if isinstance(in_cluster, CgpError):
            for check in _once(looks_at(self.checks, CLUSTER)):
                self.ledger.unread(check, CLUSTER, in_cluster.message)
        kinds = [SERVER, CLUSTER] if in_cluster is True else [SERVER]
        self._look_at(_Seed(kind, "", kind) for kind in kinds if parts_of(self.checks, kind))

    def each_domain(self) -> None:
        """Looks at the Domains that are asked for, and all that they hold."""
        if self.domains.asked is None:
            for check in self.checks:
                self.ledger.unread(check, SERVER, self.domains.unknown)
            return
        asked = self.domains.asked
        for start in range(0, len(asked), SIDE_BY_SIDE):
            some = asked[start : start + SIDE_BY_SIDE]
            if parts_of(self.checks, DOMAIN):
                self._look_at(_Seed(DOMAIN, home, self.domains.spelt[home]) for home in some)
            if self.listings.kinds:
                self._look_at(self._objects(some))
        self.suspects.settle(all_of_them=True)

    def _objects(self, domains: Sequence[str]) -> Iterator[_Seed]:
        # All of them first: while a listing waits for its turn nothing else can be asked.
        for home, listings in list(self.listings.of(domains)):
            for kind in self.kinds:
                yield from self._objects_of(kind, home, listings)
            for kind, listing in listings.items():
                if isinstance(listing, CgpError) and kind not in self.kinds:  # it is listed for its names alone
                    self._unlisted([check for check in self.checks if check.names], kind, home, listing)

    def _objects_of(self, kind: str, home: str, listings: Mapping[str, Listing | CgpError]) -> Iterator[_Seed]:
        found = objects_of(kind, listings)
        if isinstance(found, CgpError):
            self._unlisted(_once(looks_at(self.checks, kind)), kind, home, found)
            return
        for name, one in found:
            yield _Seed(kind, home, address(self.domains.spelt[home], name)[0], listed_parts(kind, one))

    def _unlisted(self, checks: Sequence[Check], kind: str, home: str, why: CgpError) -> None:
        for check in checks:
            self.ledger.unread(check, self.domains.spelt[home], "%ss: %s" % (kind, why.message))

    def _look_at(self, seeds: Iterable[_Seed]) -> None:
        coming = iter(seeds)
        for some in iter(lambda: list(islice(coming, SLICE)), []):
            self._look_at_some(some)

    def _look_at_some(self, seeds: Sequence[_Seed]) -> None:
        read: list[Any] = [None] * len(seeds)
        for number, parts in self.dialogue.run(self._reading(seed) for seed in seeds):
            read[number] = parts
            if self.progress is not None:
                self.progress.looked()
        for seed, parts in zip(seeds, read):
            self._findings(seed, parts)
        self.suspects.settle()

    def _reading(self, seed: _Seed) -> Any:
        return read_parts(seed.kind, seed.name, [p for p in parts_of(self.checks, seed.kind) if p not in seed.listed])

    def _findings(self, seed: _Seed, parts: Any) -> None:
        looked = set()
        for check, look in looks_at(self.checks, seed.kind):
            refused = _refused(look, parts, seed)
            if refused is not None:
                if not isinstance(refused, NotFound) or seed.kind in (SERVER, CLUSTER):
                    self.ledger.unread(check, seed.name, refused.message)
                continue  # what is gone by now is nobody's concern
            subject = Subject(seed.kind, seed.domain, seed.name, {**seed.listed, **parts})
            looked.add(check.name)
            for told in _told(look, subject, self.facts):
                if isinstance(told, Unread):
                    self.ledger.unread(check, seed.name, told.why)
                elif told.missing or told.route:
                    self.suspects.add(check, subject, told)
                else:
                    self.ledger.found(check, subject, told)
        for name in looked:
            self.ledger.looked_at[name] += 1


def _told(look: Look, subject: Subject, facts: Facts) -> list[Told]:
    try:
        return list(look.find(subject, facts))
    except UNEXPECTED as error:
        return [Unread(UnexpectedData(error).message)]


def _refused(look: Look, parts: Any, seed: _Seed) -> CgpError | None:
    if isinstance(parts, CgpError):
        return parts
    needed = (parts[part] for part in look.parts if part not in seed.listed)
    return next((part for part in needed if isinstance(part, CgpError)), None)


def _once(looks: Sequence[tuple[Check, Look]]) -> list[Check]:
    return list({check.name: check for check, _look in looks}.values())
