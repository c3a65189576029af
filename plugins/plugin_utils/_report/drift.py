# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The results of ``cgp_config`` in check mode, from several servers, as a report."""

from __future__ import annotations

from typing import Any, Iterable, Mapping

from .model import DIFFERENT, EXTRA, FAILED, KINDS, MISSING, Entry, Report, Section, Server

_KIND_OF_ACTION = {"create": MISSING, "delete": EXTRA, "update": DIFFERENT, "rename": DIFFERENT}
_UNTOLD = "no result came from this server"
SHOWN = 100
"""How many objects of a noun, and how many warnings of a server, are taken from a result."""


def drift(title: str, moment: str, results: Mapping[str, Any]) -> Report:
    """The report on servers, by their names, in this order."""
    return Report(title, moment, tuple(_server(str(name), result) for name, result in results.items()))


def _server(name: str, result: Any) -> Server:
    result = result if isinstance(result, Mapping) else {}
    nouns = _mapping(result.get("nouns"))
    sections = tuple(_section(str(noun), _mapping(told)) for noun, told in nouns.items())
    note = ""
    if not isinstance(result.get("nouns"), Mapping):
        note = str(result.get("msg") or _UNTOLD)
    return Server(name, sections, note, tuple(map(str, _list(result.get("warnings"))[:SHOWN])))


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
    entries = [*_differing(_list(told.get("objects")), failures), *map(_failed, failures.values())]
    entries.sort(key=lambda entry: (KINDS.index(entry.kind), entry.name))
    note = str(told.get("msg") or "") if len(failures) < counts[FAILED] + stuck else ""
    return Section(noun, _count(counted, "wanted"), counts, tuple(entries[:SHOWN]), note)


def _differing(objects: Iterable[Any], failures: Mapping[str, Any]) -> list[Entry]:
    """The entries of objects that differ: a deletion is what the directory does not have."""
    found = []
    for told in map(_mapping, objects):
        name, kind = str(told.get("name")), _KIND_OF_ACTION.get(str(told.get("action")))
        if kind and name not in failures:
            found.append(Entry(name, kind, _side(told.get("before")), _side(told.get("after"))))
    return found


def _failed(failure: Mapping[str, Any]) -> Entry:
    """What was to be deleted and could not be is on the server all the same, and why it stays matters to nobody."""
    name = str(failure.get("name"))
    return Entry(name, EXTRA) if failure.get("purged") else Entry(name, FAILED, note=str(failure.get("msg") or ""))


def _side(value: Any) -> dict[str, Any]:
    """What differs on one side, without what the entry's kind tells."""
    return {name: part for name, part in _mapping(value).items() if name != "state"}


def _count(counts: Mapping[str, Any], name: str) -> int:
    return int(counts.get(name) or 0)


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else []
