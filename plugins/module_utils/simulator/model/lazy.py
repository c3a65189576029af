# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fields that come into being when they are first looked at.

Most Accounts of a big server have no Rules, files, telephone numbers ... A million of them fit into memory because what
an Account does not have costs it nothing; and what it got only because somebody looked goes again (``settle``).
"""

from __future__ import annotations

import dataclasses
import threading
from typing import Any, Callable


def lazy(factory: Callable[[], Any], **metadata: Any) -> Any:
    """A field of a ``Lazy`` dataclass whose first value ``factory`` makes; ``metadata`` is what model_json.py reads."""
    return lazily(lambda _owner: factory(), **metadata)


def lazily(make: Callable[[Any], Any], **metadata: Any) -> Any:
    """A field like ``lazy`` makes, whose first value depends on the object that has it."""
    # A function that makes fields is called within dataclasses, as pylint cannot see.
    return dataclasses.field(  # pylint: disable=invalid-field-call
        init=False, repr=False, metadata=dict(metadata, lazy=make)
    )


def first_value(thing: Any, field: dataclasses.Field[Any]) -> Any:
    """What a lazy field of ``thing`` has as long as nobody changes it."""
    return field.metadata["lazy"](thing)


def is_lazy(field: dataclasses.Field[Any]) -> bool:
    return "lazy" in field.metadata


class _Looks(threading.local):
    """The values that came into being in this thread since it settled: each object with the name of its field."""

    def __init__(self) -> None:
        self.fresh: list[tuple[Lazy, str]] = []


_looks = _Looks()


class Lazy:
    """Base of a dataclass with lazy fields."""

    def __getattr__(self, name: str) -> Any:
        # Python asks this only for attributes that are not there.
        field = type(self).__dict__.get("__dataclass_fields__", {}).get(name)
        if field is None or not is_lazy(field):
            raise AttributeError(name)
        value = first_value(self, field)
        setattr(self, name, value)
        _looks.fresh.append((self, name))
        return value

    def has(self, name: str) -> bool:
        """Whether the field has a value already, so that looking at it makes none."""
        return name in vars(self)


def settle() -> None:
    """Forget the lazy values that this thread has looked at and not changed. It is called between two commands."""
    if not _looks.fresh:
        return
    for thing, name in _looks.fresh:
        field = type(thing).__dict__["__dataclass_fields__"][name]
        if vars(thing).get(name) == first_value(thing, field):
            delattr(thing, name)
    _looks.fresh.clear()
