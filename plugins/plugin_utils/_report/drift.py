# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The results of ``cgp_config`` in check mode, from several servers, as a report."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Iterable, Mapping

from .differences import Difference, differences
from .model import Entry, Report, Section, Server
from .words import Cell, Row, Words, number

DIFFERENT, MISSING, EXTRA, FAILED = "different", "missing", "extra", "failed"
SAME, DIFFERS, UNKNOWN = "same", "differs", "unknown"
_THERE = {MISSING: ("not there", "there"), EXTRA: ("there", "not there")}
"""What stands in the place of a value, on the server and in the directory; otherwise one is not set."""


@dataclass(frozen=True)
class Compared(Entry):
    """An object that was compared: what differs, as it is on either side."""

    server: Mapping[str, Any] = field(default_factory=dict)
    directory: Mapping[str, Any] = field(default_factory=dict)


def _rows(entry: Compared) -> tuple[list[Row], int]:
    found, more = differences(entry.server, entry.directory)
    there = _THERE.get(entry.kind, ("not set", "not set"))
    return [_row(one, there) for one in found or [Difference("", None, None)]], more


def _row(difference: Difference, there: tuple[str, str]) -> Row:
    return Row(difference.place, tuple(map(Cell, (difference.server, difference.directory), there)))


def _found(objects: int, nouns: int) -> str:
    return "%s of %s %s" % (number(objects, "object"), number(nouns, "noun"), "differs" if objects == 1 else "differ")


def _servers_found(count: int, servers: int) -> str:
    return "%d of %s %s" % (count, number(servers, "server"), "differs" if count == 1 else "differ")


WORDS = Words(
    name="drift",
    case="comparison",
    kinds={DIFFERENT: "different", MISSING: "missing", EXTRA: "extra", FAILED: "not compared"},
    findings=(DIFFERENT, MISSING, EXTRA),
    failed=FAILED,
    states={SAME: "same", DIFFERS: "differs", UNKNOWN: "not compared"},
    tones=((), (DIFFERENT, MISSING, EXTRA), (FAILED,)),
    section="noun",
    thing="object",
    looked_at="object",
    found=_found,
    servers_found=_servers_found,
    nothing="no difference",
    lost="could not be compared",
    partly="could be compared in part only",
    kind_head="What",
    columns=("Place", "On the server", "In the directory"),
    rows=_rows,
    data=lambda entry: {"server": entry.server, "directory": entry.directory},
    brief=lambda entry: entry.note,
    hint="server, noun, object or value",
    servers_caption="Each server, and how many of its objects differ from its directory",
    sections_caption="The nouns that differ or could not be compared, server by server",
    others="without a difference",
    legend=(
        "<b>Different</b>: on both sides, and not alike. <b>Missing</b>: in the directory, not on the server. "
        "<b>Extra</b>: on the server, not in the directory. <b>Not compared</b>: nobody knows, for the reason that is "
        "told. No password and no key is shown."
    ),
)

# --- from results

_KIND_OF_ACTION = {"create": MISSING, "delete": EXTRA, "update": DIFFERENT, "rename": DIFFERENT}
_UNTOLD = "no result came from this server"
SHOWN = 100
"""How many objects of a noun, and how many warnings of a server, are taken from a result."""


def drift(title: str, moment: str, results: Mapping[str, Any]) -> Report:
    """The report on servers, by their names, in this order."""
    return Report(WORDS, title, moment, tuple(_server(str(name), result) for name, result in results.items()))


def _server(name: str, result: Any) -> Server:
    result = result if isinstance(result, Mapping) else {}
    nouns = _mapping(result.get("nouns"))
    sections = tuple(_section(str(noun), _mapping(told)) for noun, told in nouns.items())
    note = ""
    if not isinstance(result.get("nouns"), Mapping):
        note = str(result.get("msg") or _UNTOLD)
    return Server(WORDS, name, sections, note, tuple(map(str, _list(result.get("warnings"))[:SHOWN])))


def _section(noun: str, told: Mapping[str, Any]) -> Section:
    counted = _mapping(told.get("counts"))
    failures = {str(failure.get("name")): failure for failure in map(_mapping, _list(told.get("failures")))}
    stuck = sum(1 for failure in failures.values() if failure.get("purged"))
    untried = _count(counted, "not_attempted")
    counts = {
        DIFFERENT: _count(counted, "updated") + _count(counted, "renamed"),
        MISSING: _count(counted, "created"),
        EXTRA: _count(counted, "deleted") + stuck,
        FAILED: max(0, _count(counted, "failed") - stuck) + untried,
    }
    if told.get("msg") and not any(counts.values()):
        counts[FAILED] = 1
    entries: list[Entry] = [*_differing(_list(told.get("objects")), failures), *map(_failed, failures.values())]
    kinds = list(WORDS.kinds)
    entries.sort(key=lambda entry: (kinds.index(entry.kind), entry.name))
    note = str(told.get("msg") or "") if len(failures) < counts[FAILED] + stuck else ""
    return Section(WORDS, noun, _count(counted, "wanted"), counts, tuple(entries[:SHOWN]), note)


def _differing(objects: Iterable[Any], failures: Mapping[str, Any]) -> list[Compared]:
    """The entries of objects that differ: a deletion is what the directory does not have."""
    found = []
    for told in map(_mapping, objects):
        name, kind = str(told.get("name")), _KIND_OF_ACTION.get(str(told.get("action")))
        if kind and name not in failures:
            found.append(Compared(name, kind, "", _side(told.get("before")), _side(told.get("after"))))
    return found


def _failed(failure: Mapping[str, Any]) -> Compared:
    """What was to be deleted and could not be is on the server all the same, and why it stays matters to nobody."""
    name = str(failure.get("name"))
    return Compared(name, EXTRA) if failure.get("purged") else Compared(name, FAILED, str(failure.get("msg") or ""))


def _side(value: Any) -> dict[str, Any]:
    """What differs on one side, without what the entry's kind tells."""
    return {name: part for name, part in _mapping(value).items() if name != "state"}


def _count(counts: Mapping[str, Any], name: str) -> int:
    return int(counts.get(name) or 0)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else []
