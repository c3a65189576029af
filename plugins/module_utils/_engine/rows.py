# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One object's options, with the place in a file where they stand."""

from __future__ import annotations

from typing import Any, Dict, Mapping, NamedTuple

from ..connector.errors import CgpError


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
