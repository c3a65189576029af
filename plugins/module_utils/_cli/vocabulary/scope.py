# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A scope of settings: which names are known in it, and what is known of each.

A scope is a table in one text, for it costs a run nothing until it is asked: a module on a target compiles whatever it
imports. A line of the table is one setting: its name, type, values, default, unit, evidence and meaning, between
``" | "``; what begins with two blanks goes on with the line before.

*Name*: where the setting stands, with dots for nested dictionaries, ``*`` for a name that is free (the class in
``ServiceClasses.*.AccessModes``); elements of lists are not counted. *Values*: those that are known, with ``|``; ``=``
is between spellings of one. *Default*: a data object as on the wire. *Evidence*: ``M`` the manual, ``L`` seen on a live
server, ``C`` used by clients, ``I`` inferred, and the sources.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Iterator, Mapping

from ...connector import data

MISSPELT = "misspelt"
"""The type of a name that is no setting: its only value is the one that was meant."""
COMPUTED = "computed"
"""The type of what servers tell among settings that is none: nobody sets it, and nobody can remove it."""
ANY = "*"
SERVICES = "services"
"""The type of a list that begins with a number: see ``services``."""


@dataclass(frozen=True)
class Setting:
    """What is known of one setting. ``values``: the known ones, each with its other spellings behind it."""

    path: tuple[str, ...]
    type: str
    values: tuple[tuple[str, ...], ...]
    default: str
    unit: str
    evidence: str
    meaning: str

    @property
    def name(self) -> str:
        return ".".join(self.path)


class Place:
    """Where a value stands: what is known of it, and of the names below it. Nothing is known below ``NOWHERE``.

    Names are found as they are spelt, or else without case, or else as one of those that are free. ``type`` and
    ``values`` are those of the setting, empty where there is none. ``computed``: the names of what is a server's own.
    """

    __slots__ = ("_below", "_folded", "computed", "setting", "type", "values")

    def __init__(self, setting: Setting | None = None) -> None:
        self.setting = setting
        self.type = setting.type if setting else ""
        self.values: tuple[tuple[str, ...], ...] = setting.values if setting else ()
        self._below: dict[str, Place] = {}
        self._folded: dict[str, str] = {}
        self.computed: set[str] = set()

    def add(self, setting: Setting) -> None:
        name = setting.path[-1]
        self._below[name] = Place(setting)
        if setting.type == COMPUTED:
            self.computed.add(name)
        if setting.type != MISSPELT:
            self._folded.setdefault(name.lower(), name)

    def below(self, name: str) -> Place:
        """The place of a value that has this name here."""
        found = self._below.get(name) or self._below.get(self.spelling(name)) or self._below.get(ANY)
        return NOWHERE if found is None or found.type == MISSPELT else found

    def spells(self, names: Mapping[str, Any]) -> bool:
        """Whether all of these names are spelt here as they are."""
        return not self._below or self._below.keys() >= names.keys()

    def spelling(self, name: str) -> str:
        """The known spelling of a name, which is the name itself where it is not known."""
        if not self._below or name in self._below:
            return name
        return self._folded.get(name.lower(), name)

    def computes(self, name: str) -> bool:
        """Whether what has this name here is a server's own, and counts for nothing: it is neither set nor missing."""
        return self.below(name).type == COMPUTED

    def names(self) -> list[str]:
        """The known names, but for those that are free."""
        return [name for name in self._folded.values() if name != ANY]

    def meant_by(self, name: str) -> str:
        """The name that is meant by one that clients are known to have used by mistake, or an empty string."""
        found = self._below.get(name)
        return found.setting.values[0][0] if found and found.setting and found.type == MISSPELT else ""

    def default(self) -> Any:
        """What a server shows where nobody set it: a data object, or None where that is not known."""
        if self.setting is not None and self.setting.default:
            return data.parse(self.setting.default)
        below = {name: self.below(name).default() for name in self.names()} if self.type == "dictionary" else {}
        return {name: value for name, value in below.items() if value is not None} or None


NOWHERE = Place()


class Scope:
    """The settings of one sort of object.

    ``explicit``: all that a server tells of it was set, but for what it computes. The manual promises that of Domains
    and Accounts; of all else it does not say whether defaults are among what is told.
    """

    def __init__(self, name: str, table: str = "", *, explicit: bool = False) -> None:
        self.name = name
        self.explicit = explicit
        self._table = table
        self._root: Place | None = None

    def __iter__(self) -> Iterator[Setting]:
        lines = self._table.strip().replace("\n  ", " ").split("\n")
        return (_read(line) for line in lines if line)

    @property
    def root(self) -> Place:
        """The place of all settings of an object together. The table is read when this is first asked."""
        if self._root is None:
            self._root = Place()
            for setting in self:
                self.place(*setting.path[:-1]).add(setting)
        return self._root

    def place(self, *path: str) -> Place:
        """The place at a path from the root."""
        place = self.root
        for name in path:
            place = place.below(name)
        return place


NOTHING_KNOWN = Scope("")


def _read(line: str) -> Setting:
    name, kind, values, default, unit, evidence, meaning = [part.strip() for part in line.split(" | ", 6)]
    known = tuple(tuple(value.strip().split("=")) for value in values.split("|")) if values else ()
    return Setting(tuple(name.split(".")), kind, known, default, unit, evidence, meaning)
