# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server with habits tells of settings that nobody set, by their place in a state.

Where it tells a default in any case, or in none, nobody who reads it can know whether somebody has set the same value:
whether a state holds it makes no difference to anyone. That is so where the default is known, and where it is not a
client must take what it reads for something that was set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.lookup import SCOPES
from ansible_collections.communigate.pro.plugins.module_utils._cli.vocabulary.scope import NOTHING_KNOWN, Scope
from ansible_collections.communigate.pro.plugins.module_utils.simulator.habits.kinds.defaults import (
    OF_NESTED,
    OF_RECORDS,
    defaults_told,
    scope_told,
)

Path = tuple[str, ...]
HABITS = frozenset(("shows-defaults", "hides-defaults", "completes-nested"))

_OBJECTS = {
    "groups": "GETGROUP",
    "mailing_lists": "GETLIST",
    "named_tasks": "GETNAMEDTASK",
    "units": "GETDIRECTORYUNIT",
}
_RECORDS = {"rpops": "GETACCOUNTRPOPS", "rimaps": "GETACCOUNTRIMAPS", "rsips": "GETACCOUNTRSIPS"}


def is_default(path: Path, text: str, flat: Callable[[Any], dict[Path, str]]) -> bool:
    """Whether a text of a state is what a server tells there of its own accord; ``flat`` makes texts of values."""
    return any(flat(told).get(below) == text for told, below in _told(path))


def is_known(path: Path) -> bool:
    """Whether the vocabulary has a default for the place."""
    return any(scope.place(*below).default() is not None for scope, below in _scopes(path))


def _told(path: Path) -> Iterator[tuple[Any, Path]]:
    """Dictionaries of defaults, each with where in it the place is."""
    for verb, module, below in _reads(path):
        yield defaults_told(verb, module), below
    for scope, below in _scopes(path):
        if scope.explicit:
            yield {name: scope.root.below(name).default() for name in scope.root.names()}, below
    by_folded = {name.lower(): defaults for name, defaults in OF_NESTED.items()}
    for number, name in enumerate(path[:-1]):
        yield by_folded.get(name, {}), path[number + 1 :]
        if name in _RECORDS:
            yield OF_RECORDS[_RECORDS[name]], path[number + 2 :]


def _reads(path: Path) -> Iterator[tuple[str, str, Path]]:
    """The command that tells of the place, the module that it is about, and where in the answer the place is."""
    for number, name in enumerate(path[:-2]):
        if name in _OBJECTS and path[number + 2] == "settings":
            yield _OBJECTS[name], "", path[number + 3 :]
        elif name == "modules":
            yield "GETMODULE", path[number + 1].upper(), path[number + 2 :]
        elif name == "sections":
            verbs = {("server", "network"): "GETNETWORK", ("server", "server"): "GETSERVERSETTINGS"}
            yield verbs.get((path[0], path[number + 1]), "GETQUEUESETTINGS"), "", path[number + 2 :]


def _scopes(path: Path) -> Iterator[tuple[Scope, Path]]:
    for verb, module, below in _reads(path):
        yield SCOPES.get(scope_told(verb, module), NOTHING_KNOWN), below
    if path[:1] == ("domains",) and path[2:3] == ("settings",):
        yield SCOPES["domain"], path[3:]
