# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file of habits as they were seen on a server: which of them it has.

JSON: an object whose keys are habits, ``true`` where the server has it; or one with such an object under ``habits``.
An object in the place of true or false says it under ``seen``, and may say under other keys how. Or the simplest YAML::

    # seen on the server in the cellar
    version: 6.3.39
    priority-order: true
    service-sets: false

with one habit on each line and nothing nested. ``version`` is for people. A habit that is ``null`` was not looked for.
"""

from __future__ import annotations

import json
import re
from typing import Any, Mapping

from .catalogue import HabitError, known

_VERSION = "version"
_LINE = re.compile(r"([a-z0-9-]+)\s*:\s*([^#]*?)\s*(?:#.*)?")
_UNREADABLE = "the habits in %s cannot be read: %s"
_WORDS = {"true": True, "false": False, "null": None}


def read(path: str) -> list[str]:
    """The habits that a server has, by the file at ``path``. HabitError if that cannot be read."""
    try:
        with open(path, encoding="utf-8-sig") as stream:
            text = stream.read()
    except (OSError, ValueError) as error:
        raise HabitError(_UNREADABLE % (path, getattr(error, "strerror", "it is no text"))) from None
    try:
        seen = _from_json(text) if text.lstrip().startswith("{") else _from_lines(text)
        return [name for name in map(known, seen) if seen[name]]
    except HabitError as error:
        raise HabitError("the habits in %s cannot be used: %s" % (path, error.message), error.hint) from None


def _from_json(text: str) -> Mapping[str, bool | None]:
    try:
        told = json.loads(text)
    except ValueError as error:
        raise HabitError("they are no JSON (%s)" % error) from None
    habits = told.get("habits", {name: value for name, value in told.items() if name != _VERSION})
    if not isinstance(habits, dict):
        raise HabitError("what is under habits is no object")
    return {name: _seen(name, value) for name, value in habits.items()}


def _seen(name: str, value: Any) -> bool | None:
    has = value.get("seen") if isinstance(value, dict) else value
    if has is None or isinstance(has, bool):
        return has
    raise HabitError("the habit %s is neither true nor false" % name[:40])


def _from_lines(text: str) -> Mapping[str, bool | None]:
    seen: dict[str, bool | None] = {}
    for number, line in enumerate(text.split("\n"), 1):
        line = line.rstrip()
        if not line or line.startswith("#") or line == "---":
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            raise HabitError("line %d is not of the form NAME: true" % number)
        name, word = found.groups()
        if name == _VERSION:
            continue
        if word not in _WORDS:
            raise HabitError("line %d: the habit %s is neither true nor false" % (number, name[:40]))
        if name in seen:
            raise HabitError("line %d: the habit %s is there twice" % (number, name[:40]))
        seen[name] = _WORDS[word]
    return seen
