# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What Domains hold, for an audit: listed side by side, and the names kept where any may be looked up in them."""

from __future__ import annotations

from typing import Any, Callable, Iterator, Mapping, NamedTuple, Sequence

from ..._audit.missing import OWNER
from ..._audit.model import ACCOUNT, FORWARDER, GROUP, LIST, TASK, Name
from ..._audit.outside import TO
from ..._engine.dialogue import Dialogue
from ..._engine.model import Conversation, Found
from ...connector.errors import CgpError, NotFound
from .names import group_names_in_domain, list_names_in_domain, names_in_domain, task_names_in_domain

_LISTINGS: Mapping[str, Callable[[str, None], Conversation]] = {
    ACCOUNT: names_in_domain,
    GROUP: group_names_in_domain,
    LIST: list_names_in_domain,
    TASK: task_names_in_domain,
}
"""By one of the kinds that it tells of."""
_LISTED_WITH = {FORWARDER: ACCOUNT}
LISTED_PARTS = {FORWARDER: {TO: "to"}, TASK: {OWNER: "owner"}}
"""Parts of objects that the listing tells, by kind, each with what it is called there."""
SIDE_BY_SIDE = 64
"""How many Domains are listed together."""
_LIST_NAMES = "-"
"""Behind the name of a list, and before a word, it begins an address that means something to the list."""

Listing = Mapping[str, Found]


class _Names(NamedTuple):
    """The folded names of a Domain's objects, and those of its lists among them."""

    all: frozenset[str]
    lists: frozenset[str]


class Listings:
    """Lists Domains as they are needed; ``keeps``: names are kept, for any may be looked up."""

    def __init__(self, dialogue: Dialogue, spelt: Mapping[str, str], kinds: Sequence[str], keeps: bool) -> None:
        needed = {_LISTED_WITH.get(kind, kind) for kind in kinds}
        self.kinds = [kind for kind in _LISTINGS if keeps or kind in needed]
        self._dialogue = dialogue
        self._spelt = spelt
        self._keeps = keeps
        self._known: dict[str, _Names | CgpError] = {}

    def of(self, domains: Sequence[str]) -> Iterator[tuple[str, dict[str, Listing | CgpError]]]:
        """The Domains in order, each with the listings that are needed by kind."""
        asked = [(domain, kind) for domain in domains for kind in self.kinds]
        found: dict[str, dict[str, Any]] = {domain: {} for domain in domains}
        commands = (_LISTINGS[kind](self._spelt[domain], None) for domain, kind in asked)
        for number, listing in self._dialogue.run(commands):
            domain, kind = asked[number]
            found[domain][kind] = listing
        for domain in domains:
            if self._keeps:
                self._known[domain] = _names(found[domain])
            yield domain, found.pop(domain)

    def knows(self, names: Sequence[Name]) -> bool:
        """Whether the Domains of the names have been listed, or are none of this server."""
        return all(home in self._known or home not in self._spelt for home, _name in names)

    def learn(self, names: Sequence[Name]) -> None:
        """Lists the Domains of the names that have not been listed."""
        homes = list(dict.fromkeys(home for home, name in names if not self.knows([(home, name)])))
        for start in range(0, len(homes), SIDE_BY_SIDE):
            list(self.of(homes[start : start + SIDE_BY_SIDE]))

    def missing(self, names: Sequence[Name]) -> bool | CgpError:
        """Whether none of the names exists, or why nobody knows. Their Domains have been listed."""
        for home, name in names:
            known = self._known.get(home)
            if known is None:
                return NotFound(0, "the Domain %s is not known" % home, "")
            if isinstance(known, CgpError):
                return known
            if name in known.all or any(name[:place] in known.lists for place in _places(name)):
                return False
        return True


def objects_of(kind: str, listings: Mapping[str, Listing | CgpError]) -> Iterator[tuple[str, Found]] | CgpError:
    """The names and facts of a kind in the listings of a Domain, in order, or why they could not be listed."""
    listing = listings[_LISTED_WITH.get(kind, kind)]
    if isinstance(listing, CgpError):
        return listing
    return ((found.spelt or name, found) for name, found in sorted(listing.items()) if found.kind == kind)


def listed_parts(kind: str, found: Found) -> dict[str, Any]:
    """The parts of an object that its listing has told."""
    return {part: found.facts.get(name) or "" for part, name in LISTED_PARTS.get(kind, {}).items()}


def _names(listings: Mapping[str, Any]) -> _Names | CgpError:
    refused = next((listing for listing in listings.values() if isinstance(listing, CgpError)), None)
    if refused is not None:
        return refused
    return _Names(frozenset(name for listing in listings.values() for name in listing), frozenset(listings[LIST]))


def _places(name: str) -> list[int]:
    return [place for place, letter in enumerate(name) if letter == _LIST_NAMES and place]
