# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A scope of settings: which names are known in it, and what is known of each.

A scope is a table in one text, for it costs a run nothing until it is asked: a module on a target compiles whatever it
imports. A line of the table is one setting: its name, type, values, default, unit, evidence and meaning, between
``" | "``; what begins with a blank goes on with the line before.

*Name*: where the setting stands, with dots for nested dictionaries, ``*`` for a name that is free (the class in
``ServiceClasses.*.AccessModes``); elements of lists are not counted. *Values*: those that are known, with ``|``; ``=``
is between spellings of one. *Default*: a data object as on the wire. *Evidence*: ``M`` the manual, ``L`` seen on a live
server, ``C`` used by clients, ``I`` inferred, and the sources.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Iterator

from ...connector import data

MISSPELT = "misspelt"
"""The type of a name that is no setting: its only value is the one that was meant."""
ANY = "*"


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


class Scope:
    """The settings of one sort of object. Names are found as they are spelt, or else without case."""

    def __init__(self, name: str, table: str = "") -> None:
        self.name = name
        self._table = table
        self._found: dict[tuple[str, ...], dict[str, Setting]] | None = None

    def __iter__(self) -> Iterator[Setting]:
        for level in self._levels().values():
            yield from level.values()

    def setting(self, *path: str) -> Setting | None:
        """The setting at a path, each part spelt exactly or without case; None if there is none, or a misspelt one."""
        where: tuple[str, ...] = ()
        found = None
        for part in path:
            level = self._levels().get(where, {})
            found = level.get(part) or _folded(level, part) or level.get(ANY)
            if found is None:
                return None
            where = found.path
        return None if found is None or found.type == MISSPELT else found

    def names(self, *path: str) -> list[str]:
        """The names that are known below a path."""
        inside = self.setting(*path) if path else None
        if path and inside is None:
            return []
        level = self._levels().get(inside.path if inside else (), {})
        return [name for name, setting in level.items() if name != ANY and setting.type != MISSPELT]

    def meant_by(self, *path: str) -> str:
        """The name that is meant by one that clients are known to have used by mistake, or an empty string."""
        inside = self.setting(*path[:-1]) if path[1:] else None
        found = self._levels().get(inside.path if inside else (), {}).get(path[-1])
        return found.values[0][0] if found is not None and found.type == MISSPELT else ""

    def default(self, *path: str) -> Any:
        """What a server shows where nobody set a setting: a data object, or None where that is not known."""
        found = self.setting(*path)
        if found is None:
            return None
        if found.type == "dictionary" and not found.default:
            below = {name: self.default(*path, name) for name in self.names(*path)}
            return {name: value for name, value in below.items() if value is not None} or None
        return data.parse(found.default) if found.default else None

    def _levels(self) -> dict[tuple[str, ...], dict[str, Setting]]:
        """The settings of each dictionary, by their names."""
        if self._found is None:
            self._found = {}
            for line in self._table.strip().replace("\n ", " ").split("\n"):
                if line:
                    setting = _read(line)
                    self._found.setdefault(setting.path[:-1], {})[setting.path[-1]] = setting
        return self._found


def _read(line: str) -> Setting:
    name, kind, values, default, unit, evidence, meaning = [part.strip() for part in line.split(" | ", 6)]
    known = tuple(tuple(value.strip().split("=")) for value in values.split("|")) if values else ()
    return Setting(tuple(name.split(".")), kind, known, default, unit, evidence, meaning)


def _folded(level: dict[str, Setting], part: str) -> Setting | None:
    folded = part.lower()
    return next((setting for name, setting in level.items() if name.lower() == folded), None)
