# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One object that was read, as a row: its options as its module takes them, and what the row does not say."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Iterable, Mapping

from ..connector.errors import CgpError, CliError
from .dialogue import UNEXPECTED, UnexpectedData
from .model import Facet, Key, Resource, Values, fold
from .restated import Path, restate
from .wants import refuse_controls

_HOLD = ("list", "dict")


@dataclass
class RowTold:
    """``options``: what is said of the facets, without the key; ``values``: the same as the module makes it of them.

    ``secrets``: the paths to secrets that there are, ``perhaps`` to what may be one or have some; ``untold``: the paths
    to what is not said, each with why. ``shown``: the secrets that the server tells, by their paths.
    """

    options: Values = field(default_factory=dict)
    values: Values = field(default_factory=dict)
    secrets: list[Path] = field(default_factory=list)
    perhaps: list[Path] = field(default_factory=list)
    untold: list[tuple[Path, str]] = field(default_factory=list)
    shown: dict[Path, Any] = field(default_factory=dict, repr=False)


def told_row(resource: Resource, key: Key, read: Iterable[tuple[Facet, Any]]) -> RowTold:
    """What was read of an object, facet by facet, each a value or the CgpError that says why there is none."""
    row = RowTold(values={field.name: field.default for field in resource.extras if field.default is not None})
    for facet, value in read:
        if isinstance(value, CgpError):
            row.untold.append(((facet.fields[0].name,), value.message))
            continue
        said = restate(facet, key, value)
        row.options.update(said.options)
        row.secrets += [_place(resource, path) for path in said.secrets]
        row.perhaps += said.perhaps
        row.untold += said.untold
        row.shown.update((_place(resource, path), value) for path, value in said.shown.items())
        if said.value is not None:
            row.values[facet.name] = said.value
    row.perhaps = [path for path in row.perhaps if path not in row.secrets]
    return row


def value_of_reply(facet: Facet, reply: Any, facts: Mapping[str, Any], from_reply: Any = None) -> Any:
    """The value of a facet, or the CgpError that says why the reply has none.

    ``facts``: what the listing told; ``from_reply``: what makes a value of the reply, if the facet's own does not.
    """
    if isinstance(reply, CliError):
        return reply
    try:
        return facet.completed((from_reply or facet.from_reply)(reply), facts)
    except CgpError as error:
        return error
    except UNEXPECTED as error:
        return UnexpectedData(error)


def nothing_of(facet: Facet) -> Values:
    """The options that say of a facet that there is nothing in it, as far as they are lists and dictionaries."""
    empty: Values = {field.name: [] if field.type == "list" else {} for field in facet.fields if field.type in _HOLD}
    if not empty or facet.to_options is None:
        return empty
    said = facet.to_options(facet.shape.empty)
    return {name: nothing for name, nothing in empty.items() if name in said}


def named(resource: Resource, key: Key) -> Values:
    """The options that name an object."""
    return {field.name: part for field, part in zip(resource.key, key) if part or field.required}


def refusal(resource: Resource, key: Key, values: Values) -> str:
    """Why the module would not take such a row; nothing if it would."""
    try:
        for part, text in zip(resource.key, key):
            refuse_controls(part.name, text)
        if resource.check is not None:
            resource.check(key, values)
    except CgpError as error:
        return error.message
    except UNEXPECTED as error:
        return UnexpectedData(error).message
    return ""


def _place(resource: Resource, path: Path) -> Path:
    """The place of a secret as the module takes it: one that a server shows among settings may have its own option."""
    folded = tuple(map(fold, path))
    return next(((secret.name,) for secret in resource.secrets if secret.shown_in == folded), path)
