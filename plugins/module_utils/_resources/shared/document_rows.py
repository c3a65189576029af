# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a document says of each noun: from rows under ``server`` and under each of the ``domains`` to wants.

All that is wrong with any of them is told at once, each with its place.
"""

from __future__ import annotations

from typing import Any, Collection, Iterator, Mapping, Sequence

from ..._engine.as_document import Share
from ..._engine.document import CLUSTER, SERVER, in_order
from ..._engine.many import Wants
from ..._engine.model import PRESENT, Key, Resource, Want, fold, label
from ..._engine.problems import of_options, printable
from ..._engine.rows import taken
from ..._engine.wants import read_wants, refuse_duplicates
from ...connector.errors import CgpError
from .document_nouns import DOMAIN, NAMES, near_miss
from .document_secrets import Secrets
from .document_sections import DOMAINS, Section, sections_of
from .every_noun import NOUNS

Holders = Mapping[str, Sequence[Key]]


class Rows:
    """The rows of a document, as a task's option has them. Raises CgpError for what is none.

    They are the task's own, and are taken out of it as they are read: there may be a hundred thousand.
    """

    def __init__(self, config: Mapping[str, Any]) -> None:
        self._holding: dict[str, list[Key]] = {}
        self.domains: list[str] = []
        self._spelt: dict[str, str] = {}
        self.names_server = False
        self.sections: list[Section] = []
        problems: list[CgpError] = []
        for section in sections_of(config, problems):
            if isinstance(section, str):
                self._name(section, problems)
            else:
                self.sections.append(section)
        if problems:
            raise of_options(problems)

    def _name(self, domain: str, problems: list[CgpError]) -> None:
        if domain:
            other = self._spelt.setdefault(fold(domain), domain)
            if other is not domain:
                told = printable("%s.%s is said twice: it is %s, too" % (DOMAINS, domain, other))
                problems.append(CgpError(told, "Give each Domain once"))
            self.domains.append(domain)
        else:
            self.names_server = True

    @property
    def nouns(self) -> Collection[str]:
        """The names of the nouns that it says anything of, be it that there are none."""
        return {section.name for section in self.sections}

    def only_of(self, domains: Sequence[str] | None) -> Rows:
        """What it says of these Domains, or all of it. Raises CgpError for one that it says nothing of."""
        if domains is None:
            return self
        for domain in domains:
            if fold(domain) not in self._spelt:
                raise CgpError(
                    "%s: the configuration has no Domain %s" % (DOMAINS, printable(domain)),
                    near_miss(domain, self.domains),
                )
        left = Rows({})
        left.domains = [self._spelt[domain] for domain in dict.fromkeys(map(fold, domains))]
        left.sections = [section for section in self.sections if section.domain in left.domains]
        return left

    def shares(self, wanted: Collection[str], purges: Mapping[str, Mapping[str, Any]], secrets: Secrets) -> list[Share]:
        """What it says of the wanted nouns, each behind those that must be there before it."""
        problems: list[CgpError] = []
        wants = {name: Wants() for name in wanted if name in self.nouns or name in purges}
        for section in self.sections:
            if section.name in wants:
                wants[section.name].extend(self._wants(section, secrets, problems))
        problems += secrets.left(wants, [*map(fold, self.domains), *([""] if self.names_server else ())])
        for name, of_noun in wants.items():
            # A section of a Domain names none of another's, and no section an object twice.
            places = {bool(section.domain) for section in self.sections if section.name == name}
            problems += _twice(name, of_noun) if len(places) > 1 else ()
            problems += _renamed_twice(name, of_noun)
        if problems:
            raise of_options(problems)
        ordered = in_order(NOUNS[name] for name in wants)
        named = [NAMES[resource.noun] for resource in ordered]
        return [Share(name, NOUNS[name], wants[name], purges.get(name, {})) for name in named]

    def holders(self, cluster: bool) -> Holders:
        """By kind, what the document names that other objects are within: of these it tells all.

        What is to go goes with all that it holds; of a Domain that must go before.
        """
        roots: dict[str, list[Key]] = {SERVER: [()] if self.names_server else []}
        roots[CLUSTER] = [()] if self.names_server and cluster else []
        roots[DOMAIN] = [(domain,) for domain in self.domains]
        for section in self.sections:
            if section.resource.noun in _HOLDERS:
                self._wants(section, Secrets(()), [])
        return {**self._holding, **roots}

    def _wants(self, section: Section, secrets: Secrets, problems: list[CgpError]) -> Sequence[Want]:
        """The wants of a section that has not been read yet."""
        wants = _read(section, secrets, problems)
        if section.resource.noun in _HOLDERS:
            there = (want.key for want in wants if want.state == PRESENT)
            self._holding.setdefault(section.resource.noun, []).extend(there)
        return wants


_HOLDERS = {kind for resource in NOUNS.values() for kind in resource.within} - {SERVER, CLUSTER, DOMAIN}


def _read(section: Section, secrets: Secrets, problems: list[CgpError]) -> Sequence[Want]:
    given = taken(section.rows) if isinstance(section.rows, list) else section.rows
    rows = (secrets.completed(section.name, section.domain, row) for row in given)
    try:
        wants = read_wants(section.resource, rows, section.domain)
    except CgpError as error:
        problems.append(CgpError("%s: %s" % (section.place, error.message), error.hint))
        return []
    for want in wants:
        if section.domain and fold(_domain_of(section.resource, want.key)) != fold(section.domain):
            problems.append(
                CgpError(
                    "%s: %s is not in this Domain" % (section.place, printable(want.label)),
                    "Give names in full, and each under the Domain that it belongs to",
                )
            )
    return wants


def _domain_of(resource: Resource, key: Key) -> str:
    """The Domain that an object is in, as its key has it, or that it is."""
    part = key[1] if resource.key[0].name == "scope" else key[0]
    return part.rpartition("@")[2]


def _renamed_twice(name: str, wants: Sequence[Want]) -> Iterator[CgpError]:
    try:
        refuse_duplicates(NOUNS[name], wants)
    except CgpError as error:
        yield CgpError("%s: %s" % (name, error.message), error.hint)


def _twice(name: str, wants: Sequence[Want]) -> Iterator[CgpError]:
    resource, seen = NOUNS[name], set()
    for want in wants:
        identity = resource.identity(want.key)
        if identity in seen:
            yield CgpError("%s: %s is said twice" % (name, printable(label(want.key))), "Give each object once")
        seen.add(identity)
