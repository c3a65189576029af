# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What became of objects: of each that a run carried out, and of those that it would have, or need not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Sequence

from ..connector.errors import CgpError
from .model import Change

if TYPE_CHECKING:
    from typing import Final

    from .kept import Kept


@dataclass
class Outcome:
    """What became of one object.

    ``changed``: whether the server now differs from before, or may differ. ``attempted`` is False for an object that
    was not begun because of ``on_error: stop`` or a connection that could not be made again. ``unread``: a change was
    accepted with data that cannot be read. ``unseen``: the places of secrets that were set and are not shown so.
    ``surviving`` and ``unshown``: settings that a server shows or does not show as it was wanted, see ``kept``.
    """

    change: Final[Change]
    changed: Final[bool] = False
    failure: Final[CgpError | None] = None
    attempted: Final[bool] = True
    unread: Final[bool] = False
    unseen: Final[tuple[str, ...]] = ()
    surviving: Final[tuple[str, ...]] = ()
    unshown: Final[tuple[str, ...]] = ()

    def of(self, found: Kept) -> Outcome:
        """The same, with what there is to say of it."""
        return replace(self, surviving=tuple(found.surviving), unshown=tuple(found.unshown), unseen=found.unseen)

    @property
    def ended(self) -> str:
        """Under which of COUNTS the object is counted."""
        if not self.attempted:
            return "not_attempted"
        return "failed" if self.failure is not None else _ENDED[self.change.action]


_ENDED = {"create": "created", "update": "updated", "rename": "renamed", "delete": "deleted", "none": "unchanged"}
COUNTS = ("wanted", "unchanged", "created", "updated", "renamed", "deleted", "failed", "not_attempted")


def foresee(changes: Sequence[Change], *, stop_on_error: bool = False) -> list[Outcome]:
    """The outcomes of a run in which the server keeps everything: what check mode reports."""
    stopped = stop_on_error and any(change.problem is not None for change in changes)
    return [
        Outcome(change, attempted=False)
        if stopped and change.steps
        else Outcome(change, bool(change.steps), change.problem)
        for change in changes
    ]
