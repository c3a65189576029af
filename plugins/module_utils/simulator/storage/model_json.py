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
from functools import lru_cache
from sys import intern
from typing import Any, Hashable, TypeVar, cast

from ...connector import data
from ..model.lazy import first_value, is_lazy

Model = TypeVar("Model")


def model_to_json(thing: Any) -> dict[str, Any]:
    """A model object as JSON data."""
    as_json = {}
    fields = _saved_fields(thing.__class__)
    for name, value in vars(thing).items():
        field = fields.get(name)
        if field is not None and value != _default(thing, field):
            as_json[name] = _value_to_json(field, value)
    return as_json


def model_from_json(kind: type[Model], as_json: dict[str, Any]) -> Model:
    """A model object from JSON data; a key that the class does not know is an error."""
    fields = _fields(cast(Any, kind))
    unknown = set(as_json) - set(fields)
    if unknown:
        raise ValueError("%s has no field %s" % (kind.__name__, ", ".join(sorted(unknown))))
    values = {name: _value_from_json(fields[name], value) for name, value in as_json.items()}
    model = kind(**{name: value for name, value in values.items() if fields[name].init})
    for name, value in values.items():
        if not fields[name].init:
            setattr(model, name, value)
    return model


@lru_cache(maxsize=None)
def _fields(kind: Hashable) -> dict[str, dataclasses.Field[Any]]:
    return {field.name: field for field in dataclasses.fields(kind)}  # type: ignore[arg-type]


@lru_cache(maxsize=None)
def _saved_fields(kind: Hashable) -> dict[str, dataclasses.Field[Any]]:
    return {name: field for name, field in _fields(kind).items() if field.metadata.get("saved", True)}


def _default(thing: Any, field: dataclasses.Field[Any]) -> Any:
    if is_lazy(field):
        return first_value(thing, field)
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


def _value_to_json(field: dataclasses.Field[Any], value: Any) -> Any:
    if "is" in field.metadata:
        return model_to_json(value)
    if "of" in field.metadata:
        return {name: model_to_json(item) for name, item in value.items()}
    return value if isinstance(value, bool) else data.to_json(value)


def _value_from_json(field: dataclasses.Field[Any], as_json: Any) -> Any:
    if "is" in field.metadata:
        return model_from_json(field.metadata["is"], as_json)
    if "of" in field.metadata:
        return {name: model_from_json(field.metadata["of"], item) for name, item in as_json.items()}
    if isinstance(field.default, bool):
        return as_json in (True, "YES")  # as words they are what data objects would be
    value = data.from_json(as_json)
    if isinstance(value, dict):
        # A million dictionaries have the same few keys, and should have them in common.
        return {intern(key): item for key, item in value.items()}
    return value
