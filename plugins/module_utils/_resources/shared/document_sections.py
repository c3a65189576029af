# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The parts of a document: rows by noun, under ``server`` and under each of the ``domains``, each with its place."""

from __future__ import annotations

from typing import Any, Iterable, Iterator, Mapping, NamedTuple

from ..._engine.document import SERVER
from ..._engine.model import Resource
from ..._engine.option_types import kind_of
from ..._engine.rows import RowsToCome
from ...connector.errors import CgpError
from .document_nouns import near_miss, refuse_unknown, stands_in_domain, stands_in_server
from .every_noun import NOUNS

DOMAINS = "domains"


class Section(NamedTuple):
    """The rows of one noun that stand in one place. ``domain``: the Domain that this is, empty for the server."""

    domain: str
    name: str
    rows: list[Any] | RowsToCome

    @property
    def place(self) -> str:
        return "%s.%s" % ("%s.%s" % (DOMAINS, self.domain) if self.domain else SERVER, self.name)

    @property
    def resource(self) -> Resource:
        return NOUNS[self.name]


def sections_of(config: Any, problems: list[CgpError]) -> Iterator[Section | str]:
    """Each Domain that is named, or nothing for the server, before its sections."""
    for part, held in _items(config, "config", problems):
        if part == SERVER:
            yield ""
            yield from _of_one("", SERVER, held, problems)
        elif part == DOMAINS:
            for domain, its in _items(held, DOMAINS, problems):
                yield str(domain)
                yield from _of_one(str(domain), "%s.%s" % (DOMAINS, domain), its, problems)
        else:
            problems.append(CgpError("config: there is no part %s" % part, near_miss(part, (SERVER, DOMAINS))))


def _of_one(domain: str, place: str, nouns: Any, problems: list[CgpError]) -> Iterator[Section]:
    for name, rows in _items(nouns, place, problems):
        section = Section(domain, str(name), [] if rows is None else rows)
        try:
            _check(section)
        except CgpError as error:
            problems.append(error)
        else:
            yield section


def _items(value: Any, place: str, problems: list[CgpError]) -> Iterable[tuple[Any, Any]]:
    if isinstance(value, Mapping) or value is None:
        return list((value or {}).items())
    problems.append(CgpError("%s must be a dictionary, not %s" % (place, kind_of(value))))
    return ()


def _check(section: Section) -> None:
    refuse_unknown(section.place.rpartition(".")[0], section.name)
    fits = stands_in_domain if section.domain else stands_in_server
    if not fits(section.resource):
        where = "under server" if section.domain else "under the Domain that it belongs to"
        raise CgpError("%s: %s do not stand here" % (section.place, section.resource.plural), "They stand %s" % where)
    if isinstance(section.rows, RowsToCome):
        return
    if not isinstance(section.rows, list):
        raise CgpError("%s must be a list, not %s" % (section.place, kind_of(section.rows)))
    for number, row in enumerate(section.rows, 1):
        if not isinstance(row, Mapping):
            raise CgpError("%s: number %d must be a dictionary, not %s" % (section.place, number, kind_of(row)))
