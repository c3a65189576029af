# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One object's options, with the place in a file where they stand."""

from __future__ import annotations

from collections import deque
from typing import Any, Dict, Iterator, Mapping, NamedTuple

from ..connector.errors import CgpError
from .problems import of_options


class Place(NamedTuple):
    """Where a row stands: the ``number`` of a ``unit``, which is a line or an item, of a ``file``."""

    file: str
    unit: str
    number: int

    def __str__(self) -> str:
        return "%s %d of %s" % (self.unit, self.number, self.file)


class Row(Dict[str, Any]):
    """The options of one object. ``place`` is None where they stand in the task itself.

    ``problem``: why the row could not be read. It is told together with what is wrong with other rows.
    """

    __slots__ = ("place", "problem")

    def __init__(
        self, options: Mapping[str, Any], place: Place | None = None, problem: CgpError | None = None
    ) -> None:
        super().__init__(options)
        self.place = place
        self.problem = problem


def with_options(row: Mapping[str, Any], options: Mapping[str, Any]) -> Row:
    """Other options in the place of a row."""
    return Row(options, getattr(row, "place", None), getattr(row, "problem", None))


class RowsToCome:
    """The rows of files, which are read as they are taken, once: as Python's objects a million would take gigabytes."""

    def __init__(self) -> None:
        self._files: deque[Iterator[Any]] = deque()

    def add(self, rows: Iterator[Any]) -> None:
        """Adds what a file holds, behind all others."""
        self._files.append(rows)

    def __iter__(self) -> Iterator[Any]:
        while self._files:
            yield from self._files.popleft()


def taken(rows: list[Any]) -> Iterator[Any]:
    """The items of a list, which are taken out of it one after the other, so that nothing is kept."""
    rows.reverse()
    while rows:
        yield rows.pop()


def listed(value: Any) -> Any:
    """The same with lists in the place of rows to come, for who takes only data. CgpError for all that are wrong."""
    if isinstance(value, dict):
        return {name: listed(part) for name, part in value.items()}
    if not isinstance(value, RowsToCome):
        return value
    rows = list(value)
    problems = [
        CgpError("in %s: %s" % (row.place, row.problem.message), row.problem.hint)
        for row in rows
        if isinstance(row, Row) and row.problem is not None
    ]
    if problems:
        raise of_options(problems)
    return rows
