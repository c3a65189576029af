# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The variables that plays read, and those that a host keeps of them for later plays."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jinja2 import Environment, nodes

EXPRESSIONS = frozenset(["when", "that", "until", "changed_when", "failed_when", "var"])
"""The keywords whose strings are expressions without braces."""
SET_FACT = "ansible.builtin.set_fact"
OWN = "communigate.pro."


def registered(data: Any) -> Iterator[str]:
    """The names under which tasks, wherever they stand, leave a result or a fact."""
    if isinstance(data, dict):
        if isinstance(data.get("register"), str):
            yield data["register"]
        yield from data.get(SET_FACT, {})
    for part in _parts(data):
        yield from registered(part)


def read(data: Any, bare: bool = False, expressions: frozenset[str] = EXPRESSIONS) -> Iterator[str]:
    """The names of variables in all templates and conditions; ``bare`` strings are expressions without braces.

    The ``expressions`` are under these keywords, but not in options of this collection's modules, one of which has a
    ``when`` of its own.
    """
    if isinstance(data, str):
        yield from _names("{{ %s }}" % data if bare and "{{" not in data and "{%" not in data else data)
    elif isinstance(data, dict):
        for keyword, value in data.items():
            known = frozenset() if keyword.startswith(OWN) else expressions
            yield from read(value, keyword in known, known)
    else:
        for part in _parts(data):
            yield from read(part, bare, expressions)


def _parts(data: Any) -> Iterator[Any]:
    if isinstance(data, (dict, list)):
        yield from data.values() if isinstance(data, dict) else data


def _names(template: str) -> Iterator[str]:
    tree = Environment().parse(template)
    yield from (found.name for found in tree.find_all(nodes.Name) if found.ctx == "load")
