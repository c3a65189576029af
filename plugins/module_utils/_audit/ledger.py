# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keeps what was found, bounded: everything is counted, and of each check the gravest findings are told."""

from __future__ import annotations

from typing import Any, Sequence

from .model import SEVERITIES, UNREAD, Check, Finding, Subject

NAMED = 10
"""How many objects are named that could not be looked at for one reason."""


class Ledger:
    """What was found by each of the checks, of which ``limit`` findings are told at most."""

    def __init__(self, checks: Sequence[Check], limit: int) -> None:
        self.limit = limit
        self.counts = {check.name: dict.fromkeys((*SEVERITIES, UNREAD), 0) for check in checks}
        self.looked_at = {check.name: 0 for check in checks}
        self._findings: dict[tuple[str, str], list[dict[str, Any]]] = {}
        self._unread: dict[tuple[str, str], dict[str, Any]] = {}

    def found(self, check: Check, subject: Subject, finding: Finding) -> None:
        """Takes a finding."""
        self.counts[check.name][finding.severity] += 1
        kept = self._findings.setdefault((check.name, finding.severity), [])
        if len(kept) < self.limit:
            kept.append({
                "check": check.name,
                "severity": finding.severity,
                "domain": subject.domain,
                "kind": subject.kind,
                "object": subject.name,
                "what": finding.what,
                "detail": dict(finding.detail),
            })  # fmt: skip

    def unread(self, check: Check, name: str, why: str) -> None:
        """Takes that an object could not be looked at."""
        self.counts[check.name][UNREAD] += 1
        told = {"check": check.name, "why": why, "number": 0, "names": []}
        entry = self._unread.setdefault((check.name, why), told)
        entry["number"] += 1
        if len(entry["names"]) < NAMED and name not in entry["names"]:
            entry["names"].append(name)

    def result(self) -> dict[str, Any]:
        """What the task returns."""
        findings = [finding for name in self.counts for finding in self._told(name)]
        left_out = {name: self._count(name) - sum(one["check"] == name for one in findings) for name in self.counts}
        return {
            "findings": findings,
            "counts": self.counts,
            "looked_at": self.looked_at,
            "left_out": {name: number for name, number in left_out.items() if number},
            "unread": [entry for _what, entry in sorted(self._unread.items())],
        }

    def _count(self, name: str) -> int:
        return sum(self.counts[name][severity] for severity in SEVERITIES)

    def _told(self, name: str) -> list[dict[str, Any]]:
        """The gravest first, and those by their Domains and names."""
        told: list[dict[str, Any]] = []
        for severity in SEVERITIES:
            kept = self._findings.get((name, severity), [])
            told += sorted(kept, key=lambda one: (one["domain"], one["object"], one["what"]))
        return told[: self.limit]
