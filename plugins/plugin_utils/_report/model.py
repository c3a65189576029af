# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a report is about, whatever it tells of servers: sections of entries, each of one kind, and their counts."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Mapping

from .words import Words, number


@dataclass(frozen=True)
class Entry:
    """One object. ``note``: why nothing is known of it, where its kind says that. What is known, its sort adds."""

    name: str
    kind: str
    note: str = ""


@dataclass(frozen=True)
class Section:
    """What was found of one sort. ``counts``: how many things of each kind, of which ``entries`` are the first."""

    words: Words
    name: str
    looked_at: int
    counts: Mapping[str, int]
    entries: tuple[Entry, ...] = ()
    note: str = ""

    @property
    def found(self) -> int:
        return sum(self.counts[kind] for kind in self.words.findings)

    @property
    def failed(self) -> int:
        return self.counts[self.words.failed]

    @property
    def is_same(self) -> bool:
        return not any(self.counts.values())

    @property
    def left_out(self) -> int:
        """How many have no entry."""
        return sum(self.counts.values()) - len(self.entries)


@dataclass(frozen=True)
class Server:
    """One server. ``note``: why nothing is known of it, or nothing more."""

    words: Words
    name: str
    sections: tuple[Section, ...] = ()
    note: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def told(self) -> list[Section]:
        """The sections in which there is anything to tell."""
        return [section for section in self.sections if not section.is_same]

    @property
    def is_told(self) -> bool:
        """Whether there is anything to tell of it."""
        return bool(self.told or self.note)

    @property
    def looked_at(self) -> int:
        return sum(section.looked_at for section in self.sections)

    @property
    def found(self) -> int:
        return self.count(*self.words.findings)

    @property
    def failed(self) -> int:
        return self.count(self.words.failed)

    @property
    def by_kind(self) -> dict[str, int]:
        return {kind: self.count(kind) for kind in self.words.kinds}

    def count(self, *kinds: str) -> int:
        return sum(section.counts[kind] for section in self.sections for kind in kinds)

    @property
    def state(self) -> str:
        """That of findings if there are any, else the unknown one if anything is, else the fine one."""
        if self.found:
            return self.words.differs
        return self.words.unknown if self.note or self.failed else self.words.fine

    @property
    def sentence(self) -> str:
        """What there is to say of it in one line."""
        told = []
        found = [section for section in self.sections if section.found]
        if found:
            sections = ", ".join("%s %d" % (section.name, section.found) for section in found)
            told.append("%s (%s)" % (self.words.found(self.found, len(found)), sections))
        if self.note:
            told.append("%s: %s" % (self.words.lost, self.note))
        elif self.failed:
            told.append("%s %s" % (number(self.failed, self.words.looked_at), self.words.lost))
        return "; ".join(told) or "%s, %s" % (number(self.looked_at, self.words.looked_at), self.words.nothing)


@dataclass(frozen=True)
class Report:
    """``moment``: when it was made, as ISO 8601 has it, in UTC."""

    words: Words
    title: str
    moment: str
    servers: tuple[Server, ...]

    def of_state(self, state: str) -> list[Server]:
        return [server for server in self.servers if server.state == state]

    @property
    def counts(self) -> dict[str, int]:
        """How many servers of each state there are, of the sections and things that were found, and of each kind."""
        sections = {section.name for server in self.servers for section in server.sections if section.found}
        return {
            "servers": len(self.servers),
            **{state: len(self.of_state(state)) for state in self.words.states},
            self.words.section + "s": len(sections),
            self.words.thing + "s": self.count(*self.words.findings),
            **{kind: self.count(kind) for kind in self.words.kinds},
        }

    def count(self, *kinds: str) -> int:
        return sum(server.count(*kinds) for server in self.servers)

    def shortened(self, objects: int, least: int) -> Report:
        """The same with so many entries in all, about as many of each section, ``least`` or more."""
        most = max(least, objects // max(1, sum(len(server.told) for server in self.servers)))
        return replace(self, servers=tuple(_shortened(server, most) for server in self.servers))

    @property
    def summary(self) -> str:
        """The report in one line."""
        words, counts = self.words, self.counts
        found, unknown = counts[words.differs], counts[words.unknown]
        told = words.servers_found(found, counts["servers"])
        if found:
            things, sections = counts[words.thing + "s"], counts[words.section + "s"]
            told += ": %s of %s" % (number(things, words.thing), number(sections, words.section))
        if unknown:
            told += "; %s %s" % (number(unknown, "server"), words.lost)
        partly = sum(1 for server in self.of_state(words.differs) if server.note or server.failed)
        if partly:
            told += "; %s %s" % (number(partly, "server"), words.partly)
        return told


def _shortened(server: Server, most: int) -> Server:
    return replace(server, sections=tuple(replace(one, entries=one.entries[:most]) for one in server.sections))
