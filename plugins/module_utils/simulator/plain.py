# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Model objects as plain JSON data and back.

The classes of the model are dataclasses whose fields hold data objects. A field's metadata says where that is not so:
``{"saved": False}`` it can be told from the rest; ``{"is": Class}`` it holds an object of the model; ``{"of": Class}``
it holds a dictionary of them. Fields with their default value are left out, which keeps a saved state readable.
"""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

from ..connector import data

Model = TypeVar("Model")


def to_plain(thing: Any) -> dict[str, Any]:
    """A model object as JSON data."""
    plain = {}
    for field in dataclasses.fields(thing):
        value = getattr(thing, field.name)
        if field.metadata.get("saved", True) and value != _default(field):
            plain[field.name] = _value_to_plain(field, value)
    return plain


def from_plain(kind: type[Model], plain: dict[str, Any]) -> Model:
    """A model object from JSON data; a key that the class does not know is an error."""
    fields = {field.name: field for field in dataclasses.fields(kind)}  # type: ignore[arg-type]
    unknown = set(plain) - set(fields)
    if unknown:
        raise ValueError("%s has no field %s" % (kind.__name__, ", ".join(sorted(unknown))))
    return kind(**{name: _value_from_plain(fields[name], value) for name, value in plain.items()})


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _value_to_plain(field: dataclasses.Field[Any], value: Any) -> Any:
    if "is" in field.metadata:
        return to_plain(value)
    if "of" in field.metadata:
        return {name: to_plain(item) for name, item in value.items()}
    return data.to_json(value)


def _value_from_plain(field: dataclasses.Field[Any], plain: Any) -> Any:
    if "is" in field.metadata:
        return from_plain(field.metadata["is"], plain)
    if "of" in field.metadata:
        return {name: from_plain(field.metadata["of"], item) for name, item in plain.items()}
    return data.from_json(plain)
