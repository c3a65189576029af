# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a document does not tell: secrets, of which it tells where they are, and the rest, once for each reason."""

from __future__ import annotations

from typing import Any, Iterator

from ..._engine.document import Told, label_of
from .document_nouns import NAMES

NAMED = 10
"""How many objects are named of which the same is not told."""


class Untold:
    """Collects what was not told of objects."""

    def __init__(self) -> None:
        self._entries: dict[tuple[str, str, str], dict[str, Any]] = {}

    def add(self, told: Told) -> None:
        """Takes what was not told of one object."""
        noun = NAMES[told.resource.noun]
        for path, why in told.untold:
            place = ".".join(path)
            entry = self._entries.setdefault(
                (noun, place, why), {"noun": noun, "place": place, "why": why, "number": 0, "names": []}
            )
            entry["number"] += 1
            if len(entry["names"]) < NAMED:
                entry["names"].append(label_of(told))

    def entries(self) -> list[dict[str, Any]]:
        """One for each noun, place and reason."""
        return [entry for _what, entry in sorted(self._entries.items())]


def secrets_of(told: Told) -> Iterator[dict[str, Any]]:
    """The places of an object's secrets, and whether there is one for certain."""
    for paths, certain in ((told.secrets, True), (told.perhaps, False)):
        for path in paths:
            noun = NAMES[told.resource.noun]
            yield {"noun": noun, "name": label_of(told), "place": ".".join(path), "certain": certain}
