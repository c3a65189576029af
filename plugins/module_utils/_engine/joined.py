# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The results of several nouns as one: each by its name, and what goes for all of them."""

from __future__ import annotations

from typing import Any, Iterable, Mapping, Sequence

from .model import Key, label
from .outcome import COUNTS
from .result import NAMES_SHOWN
from .run import Mode

_LISTS = ("changed_names", "failures", "not_attempted", "objects")


class Joined:
    """Takes the results of nouns, more than one of a noun, and makes one of them."""

    def __init__(self, mode: Mode) -> None:
        self.bound = None if mode.detail == "all" else NAMES_SHOWN
        self.with_diff = mode.diff
        self.nouns: dict[str, dict[str, Any]] = {}
        self.diffs: list[dict[str, Any]] = []
        self.warnings: dict[str, None] = {}
        self.failures: dict[str, str] = {}

    def warn(self, warnings: Iterable[str]) -> None:
        self.warnings.update(dict.fromkeys(warnings))

    def spare(self, name: str, keys: Sequence[Key]) -> None:
        """Tells what a purge would have taken, had it not come with the server."""
        if keys:
            self._of(name)["spared"] = [label(key) for key in keys[: self.bound]]

    def add(self, name: str, result: Mapping[str, Any]) -> None:
        """Adds the result of a noun."""
        told = self._of(name)
        told["changed"] = told["changed"] or result["changed"]
        for count, number in result.get("counts", {}).items():
            told["counts"][count] += number
        for names in _LISTS:
            if names in result:
                told[names] = [*told.get(names, ()), *result[names]][: self.bound]
        self.warn(result.get("warnings", ()))
        if result.get("failed"):
            told["msg"] = result["msg"]
            self.failures.setdefault(name, result["msg"])
        if self.with_diff and result["changed"] and result.get("diff"):
            self.diffs.append(result["diff"])

    def result(self, order: Sequence[str]) -> dict[str, Any]:
        """One result: ``nouns`` has those that anything was to be done for, in this order."""
        nouns = {name: self.nouns[name] for name in order if name in self.nouns}
        told: dict[str, Any] = {
            "changed": any(noun["changed"] for noun in nouns.values()),
            "counts": {count: sum(noun["counts"][count] for noun in nouns.values()) for count in COUNTS},
            "nouns": nouns,
        }
        if self.with_diff:
            told["diff"] = self.diffs
        if self.warnings:
            told["warnings"] = list(self.warnings)
        if self.failures:
            told["failed"] = True
            told["msg"] = self._message()
        return told

    def _message(self) -> str:
        first, *others = self.failures
        more = " (and failures of %s: see nouns)" % ", ".join(others) if others else ""
        return self.failures[first] + more

    def _of(self, name: str) -> dict[str, Any]:
        return self.nouns.setdefault(name, {"changed": False, "counts": dict.fromkeys(COUNTS, 0)})
