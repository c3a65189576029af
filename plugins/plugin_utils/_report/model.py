# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a report is about, whatever it tells of servers: sections of entries, each of one kind, and their counts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Mapping

DIFFERENT, MISSING, EXTRA, FAILED = "different", "missing", "extra", "failed"
FINDINGS = (DIFFERENT, MISSING, EXTRA)
"""The kinds that are a difference. The other one tells that nobody knows whether there is one."""
KINDS = (*FINDINGS, FAILED)
SAME, DIFFERS, UNKNOWN = "same", "differs", "unknown"


@dataclass(frozen=True)
class Entry:
    """One object. ``server`` and ``directory``: what differs, as it is on either side. ``note``: why it failed."""

    name: str
    kind: str
    server: Mapping[str, Any] = field(default_factory=dict)
    directory: Mapping[str, Any] = field(default_factory=dict)
    note: str = ""


@dataclass(frozen=True)
class Section:
    """What was found of one noun. ``counts``: how many objects of each kind, of which ``entries`` are the first."""

    name: str
    looked_at: int
    counts: Mapping[str, int]
    entries: tuple[Entry, ...] = ()
    note: str = ""

    @property
    def differing(self) -> int:
        return sum(self.counts[kind] for kind in FINDINGS)

    @property
    def is_same(self) -> bool:
        return not any(self.counts.values())

    @property
    def left_out(self) -> int:
        """How many objects have no entry."""
        return sum(self.counts.values()) - len(self.entries)


@dataclass(frozen=True)
class Server:
    """One server. ``note``: why nothing was compared, or nothing more."""

    name: str
    sections: tuple[Section, ...] = ()
    note: str = ""
    warnings: tuple[str, ...] = ()

    @property
    def told(self) -> list[Section]:
        """The sections in which there is anything to tell."""
        return [section for section in self.sections if not section.is_same]

    @property
    def looked_at(self) -> int:
        return sum(section.looked_at for section in self.sections)

    def count(self, *kinds: str) -> int:
        return sum(section.counts[kind] for section in self.sections for kind in kinds)

    @property
    def state(self) -> str:
        """``differs`` if anything does, else ``unknown`` if anything could not be compared, else ``same``."""
        if self.count(*FINDINGS):
            return DIFFERS
        return UNKNOWN if self.note or self.count(FAILED) else SAME

    @property
    def sentence(self) -> str:
        """What there is to say of it in one line."""
        found = []
        differing = [section for section in self.sections if section.differing]
        if differing:
            nouns = ", ".join("%s %d" % (section.name, section.differing) for section in differing)
            found.append("%s (%s)" % (_differ(self.count(*FINDINGS), len(differing)), nouns))
        if self.note:
            found.append("could not be compared: %s" % self.note)
        elif self.count(FAILED):
            found.append("%s could not be compared" % number(self.count(FAILED), "object"))
        return "; ".join(found) or "%s, no difference" % number(self.looked_at, "object")


@dataclass(frozen=True)
class Report:
    """``moment``: when it was made, as ISO 8601 has it, in UTC."""

    title: str
    moment: str
    servers: tuple[Server, ...]

    def of_state(self, state: str) -> list[Server]:
        return [server for server in self.servers if server.state == state]

    @property
    def counts(self) -> dict[str, int]:
        """How many servers of each state there are, and of the nouns and objects that differ or failed."""
        nouns = {section.name for server in self.servers for section in server.sections if section.differing}
        return {
            "servers": len(self.servers),
            **{state: len(self.of_state(state)) for state in (SAME, DIFFERS, UNKNOWN)},
            "nouns": len(nouns),
            "objects": self.count(*FINDINGS),
            **{kind: self.count(kind) for kind in KINDS},
        }

    def count(self, *kinds: str) -> int:
        return sum(server.count(*kinds) for server in self.servers)

    def shortened(self, objects: int, least: int) -> Report:
        """The same with entries for about so many objects in all, the same number of each noun, ``least`` or more."""
        most = max(least, objects // max(1, sum(len(server.told) for server in self.servers)))
        return replace(self, servers=tuple(_shortened(server, most) for server in self.servers))

    @property
    def summary(self) -> str:
        """The report in one line."""
        counts = self.counts
        servers, differing, unknown = counts["servers"], counts[DIFFERS], counts[UNKNOWN]
        told = "%d of %s %s" % (differing, number(servers, "server"), "differs" if differing == 1 else "differ")
        if differing:
            told += ": %s of %s" % (number(counts["objects"], "object"), number(counts["nouns"], "noun"))
        if unknown:
            told += "; %s could not be compared" % number(unknown, "server")
        partly = sum(1 for server in self.of_state(DIFFERS) if server.note or server.count(FAILED))
        if partly:
            told += "; %s could be compared in part only" % number(partly, "server")
        return told


def _shortened(server: Server, most: int) -> Server:
    return replace(server, sections=tuple(replace(one, entries=one.entries[:most]) for one in server.sections))


def _differ(objects: int, nouns: int) -> str:
    return "%s of %s %s" % (number(objects, "object"), number(nouns, "noun"), "differs" if objects == 1 else "differ")


def number(count: int, thing: str) -> str:
    """``1 server``, ``1,200 servers``."""
    return "{:,} {}{}".format(count, thing, "" if count == 1 else "s")
