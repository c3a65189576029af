# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What sorts of reports say differently: their kinds, states and sentences. Model and writers are the same for all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Mapping, NamedTuple


class Cell(NamedTuple):
    """What stands in a column: the lines of a value, or else what there is to say of nothing.

    ``prose``: whether it is a sentence, and no value.
    """

    lines: list[str] | None
    otherwise: str = ""
    prose: bool = False


class Row(NamedTuple):
    """One row of an entry: a ``place``, and a cell for each column behind it."""

    place: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Words:
    """One sort of report.

    ``name``: the sort, as programs know it. ``case``: what a pipeline calls a server that tells nothing.

    ``kinds``: what entries are, the gravest first, each with its label. ``findings``: those that matter to the state of
    a server. ``failed``: the one that says that nobody knows. ``states``: of a server without and with findings, and of
    one that nobody knows about, each with its label. ``tones``: for these three, the kinds that look like it.

    ``section``, ``thing`` and ``looked_at``: what sections are of, what is found in them, and what was looked at.
    ``found(things, sections)``, ``servers_found(count, servers)`` and ``nothing`` are the sentences of a server with
    findings, of a report, and of a server without. ``lost`` and ``partly``: what is said of what is not known. The
    others stand on the page. ``columns``: the heads behind that of the entry and its kind, each of which has the head
    ``kind_head``. ``rows(entry)``: the rows of an entry, and how many more there are. ``data(entry)``: what programs
    are told besides its name and its kind. ``brief(entry)``: what is said of it where there is one line.
    """

    name: str
    case: str
    kinds: Mapping[str, str]
    findings: tuple[str, ...]
    failed: str
    states: Mapping[str, str]
    tones: tuple[tuple[str, ...], ...]
    section: str
    thing: str
    looked_at: str
    found: Callable[[int, int], str]
    servers_found: Callable[[int, int], str]
    nothing: str
    lost: str
    partly: str
    kind_head: str
    columns: tuple[str, ...]
    rows: Callable[[Any], tuple[list[Row], int]]
    data: Callable[[Any], Mapping[str, Any]]
    brief: Callable[[Any], str]
    hint: str
    servers_caption: str
    sections_caption: str
    others: str
    legend: str

    @property
    def fine(self) -> str:
        """The state of a server without findings."""
        return list(self.states)[0]

    @property
    def differs(self) -> str:
        """The state of a server with findings."""
        return list(self.states)[1]

    @property
    def unknown(self) -> str:
        """The state of a server that nobody knows about."""
        return list(self.states)[2]


def number(count: int, thing: str) -> str:
    """``1 server``, ``1,200 servers``."""
    return "{:,} {}{}".format(count, thing, "" if count == 1 else "s")
