# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The results of ``cgp_audit``, from several servers, as a report."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Mapping

from .differences import visible
from .model import Entry, Report, Section, Server
from .words import Cell, Row, Words, number

CRITICAL, WARNING, NOTICE, UNREAD = "critical", "warning", "notice", "unread"
CLEAN, FOUND, UNKNOWN = "clean", "found", "unknown"
_UNTOLD = "no result came from this server"
SHOWN = 1000
"""How many findings of a check, and how many warnings of a server, are taken from a result."""


@dataclass(frozen=True)
class Found(Entry):
    """A finding: the Domain of its object, what was found for people, and the same for programs."""

    domain: str = ""
    what: str = ""
    detail: Mapping[str, Any] = field(default_factory=dict)


def _rows(entry: Found) -> tuple[list[Row], int]:
    news = [(name, value) for name, value in entry.detail.items() if _is_news(value, entry)]
    lines = ["%s: %s" % (visible(name), _value(value)) for name, value in news]
    return [Row(entry.domain, (Cell([visible(entry.what)], prose=True), Cell(lines or None)))], 0


def _is_news(value: Any, entry: Found) -> bool:
    """Whether it says more than what stands beside it."""
    words = value if isinstance(value, list) else [value]
    return not words or any(not isinstance(word, str) or word not in entry.what for word in words)


def _value(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_value, value))
    return visible(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str))


def _found(findings: int, checks: int) -> str:
    return "%s of %s" % (number(findings, "finding"), number(checks, "check"))


def _servers_found(count: int, servers: int) -> str:
    return "%d of %s %s findings" % (count, number(servers, "server"), "has" if count == 1 else "have")


WORDS = Words(
    name="audit",
    case="audit",
    kinds={CRITICAL: "critical", WARNING: "warning", NOTICE: "notice", UNREAD: "not read"},
    findings=(CRITICAL, WARNING),
    failed=UNREAD,
    states={CLEAN: "clean", FOUND: "findings", UNKNOWN: "not read"},
    tones=((NOTICE,), (WARNING,), (CRITICAL, UNREAD)),
    section="check",
    thing="finding",
    looked_at="object",
    found=_found,
    servers_found=_servers_found,
    nothing="nothing found",
    lost="could not be read",
    partly="could be read in part only",
    kind_head="Severity",
    columns=("Domain", "Finding", "Details"),
    rows=_rows,
    data=lambda entry: {"domain": entry.domain, "what": entry.what, "detail": entry.detail},
    brief=lambda entry: entry.what or entry.note,
    hint="server, check, object or value",
    servers_caption="Each server, and how much was found there that somebody should look at",
    sections_caption="The checks that have found anything or could not look, server by server",
    others="without a finding",
    legend=(
        "<b>Critical</b>: harm is done or near. <b>Warning</b>: somebody should look at it. <b>Notice</b>: somebody "
        "should know it; a server with nothing else is clean. <b>Not read</b>: nobody knows, for the reason that is "
        "told. No password and no key is shown."
    ),
)


def audit(title: str, moment: str, results: Mapping[str, Any]) -> Report:
    """The report on servers, by their names, in this order."""
    return Report(WORDS, title, moment, tuple(_server(str(name), result) for name, result in results.items()))


def _server(name: str, result: Any) -> Server:
    result = _mapping(result)
    counts = _mapping(result.get("counts"))
    looked_at = _mapping(result.get("looked_at"))
    findings = [_mapping(finding) for finding in _list(result.get("findings"))]
    unread = [_mapping(entry) for entry in _list(result.get("unread"))]
    sections = tuple(
        _section(str(check), _mapping(counted), _count(looked_at, check), findings, unread)
        for check, counted in counts.items()
    )
    note = "" if isinstance(result.get("counts"), Mapping) else str(result.get("msg") or _UNTOLD)
    return Server(WORDS, name, sections, note, tuple(map(str, _list(result.get("warnings"))[:SHOWN])))


def _section(
    check: str, counted: Mapping[str, Any], looked_at: int, findings: list[Any], unread: list[Any]
) -> Section:
    kinds = list(WORDS.kinds)
    counts = {kind: _count(counted, kind) for kind in kinds}
    found = [_entry(one) for one in findings if one.get("check") == check and one.get("severity") in kinds]
    entries = sorted(found, key=lambda entry: kinds.index(entry.kind))[:SHOWN]
    for one in unread:
        if one.get("check") == check:
            entries += [Found(str(name), UNREAD, str(one.get("why") or "")) for name in _list(one.get("names"))]
    return Section(WORDS, check, looked_at, counts, tuple(entries))


def _entry(finding: Mapping[str, Any]) -> Found:
    return Found(
        str(finding.get("object")),
        str(finding.get("severity")),
        domain=str(finding.get("domain") or ""),
        what=str(finding.get("what") or ""),
        detail=_mapping(finding.get("detail")),
    )


def _count(counts: Mapping[str, Any], name: Any) -> int:
    number_of = counts.get(name)
    return number_of if isinstance(number_of, int) else 0


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: Any) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else []
