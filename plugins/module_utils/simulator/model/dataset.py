# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The datasets of one Account: sets of named entries, each with attributes.

A dataset may have subsets; the name of a subset is a path with "/" (``Book/Friends``). The manual does not say how a
subset is named, nor whether names ignore case: the slash, and that they do not, are this simulator's choices.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Dict

from ..answers.refusals import bad_parameters, exists, unknown
from .chance import token

ADDRESS = "addressbook.Email"
"""The attribute that holds an entry's E-mail address."""

_LONGEST = 1024

Attributes = Dict[str, str]
Entries = Dict[str, Attributes]


@dataclass
class Datasets:
    """Entries by the path of their dataset. A subset never exists without the dataset it belongs to."""

    sets: dict[str, Entries] = field(default_factory=dict)

    def subsets(self, name: str) -> list[str]:
        """The names of the sets right below a dataset; with an empty name those of the top-level datasets."""
        if name:
            self.entries(name)
        prefix = name + "/" if name else ""
        below = (path[len(prefix):] for path in self.sets if path.startswith(prefix))
        return sorted(path for path in below if "/" not in path)

    def entries(self, name: str) -> Entries:
        """The entries of a dataset."""
        found = self.sets.get(_path(name))
        if found is None:
            raise unknown("dataset")
        return found

    def create(self, name: str) -> None:
        """Make a dataset, and those that it is a subset of."""
        if _path(name) in self.sets:
            raise exists("dataset")
        self.made(name)

    def made(self, name: str) -> Entries:
        """The entries of a dataset, which is made if there is none."""
        path = _path(name)
        for position, character in enumerate(path):
            if character == "/":
                self.sets.setdefault(path[:position], {})
        return self.sets.setdefault(path, {})

    def remove(self, name: str) -> None:
        """Remove a dataset with all its subsets."""
        self.entries(name)
        for path in [path for path in self.sets if path == name or path.startswith(name + "/")]:
            del self.sets[path]


def with_address(entries: Entries, address: str) -> str | None:
    """The name of the first entry with an E-mail address; addresses ignore case (this simulator's choice)."""
    wanted = address.lower()
    for name in sorted(entries):
        if entries[name].get(ADDRESS, "").lower() == wanted and wanted:
            return name
    return None


def unique_name(entries: Entries) -> str:
    """A name that no entry has."""
    while True:
        name = token(8)
        if name not in entries:
            return name


def _path(name: str) -> str:
    if len(name) > _LONGEST or not all(name.split("/")):
        raise bad_parameters("illegal dataset name")
    return name
