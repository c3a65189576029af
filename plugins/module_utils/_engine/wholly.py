# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A want that says all there is to be of an object: what it does not say is not to be set.

That is the other side of ``restated``, which does not say what is not set. What that would not tell either, a secret or
what the module would not take, is left as it is: nobody who reads a document could have known of it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Collection, Mapping

from ..connector.errors import CgpError
from .model import PRESENT, Facet, Have, Key, Resource, Values, Want
from .restated import Path, restate
from .untold import Untold
from .wants import facet_value

UPDATE, REPLACE = "update", "replace"
"""Two values of the option that a facet's ``mode`` names."""


class Wholly:
    """Makes of wants for objects of one noun such that say all there is to be."""

    def __init__(self, resource: Resource) -> None:
        self.resource = resource
        replaceable = {field.name for field in resource.extras if REPLACE in (field.choices or ())}
        self._modes = {facet.mode for facet in resource.facets if facet.mode in replaceable}
        self._facets = [facet for facet in resource.facets if _can_be_empty(facet, replaceable)]
        self._emptied: dict[str, Values] = {}

    def said(self, want: Want) -> Want:
        """The want, and nothing of what it does not say."""
        if want.state != PRESENT:
            return want
        values = dict(want.values)
        values.update((mode, REPLACE) for mode in self._modes if values.get(mode, UPDATE) == UPDATE)
        unsaid: set[str] = set()
        for facet in self._facets:
            if facet.name not in values:
                emptied = self._value(facet, want)
                values.update(emptied)
                unsaid.update(emptied)
        return replace(want, values=values, unsaid=frozenset(unsaid))

    def nothing(self, key: Key) -> Want | None:
        """The want that nothing is set in the object with this key; None where nothing of it can be unset."""
        usual: Values = {field.name: field.default for field in self.resource.extras if field.default is not None}
        want = self.said(Want(key, PRESENT, usual, purged=True))
        return want if want.unsaid else None

    def _value(self, facet: Facet, want: Want) -> Values:
        """What nothing is of a facet, which is the same for all objects but for those whose keys tell their shape."""
        if facet.shape_of_key is not None or facet.shape_in is not None:
            return _emptied(facet, want)
        if facet.name not in self._emptied:
            self._emptied[facet.name] = _emptied(facet, want)
        return self._emptied[facet.name]


def with_untold_left(resource: Resource, want: Want, have: Have) -> Want:
    """The want of a present object, with what a document would not tell of it as it is."""
    values = dict(want.values)
    for facet in resource.facets:
        had = have.values.get(facet.name)
        if facet.name not in values or had is None or isinstance(had, Untold):
            continue
        if had == facet.shape_of(want).empty:
            continue  # as of what is new: a template may have given it something once it is made
        said = restate(facet, want.key, had)
        if facet.name in (want.unsaid or ()) and not said.options:
            del values[facet.name]
        elif isinstance(had, dict) and isinstance(values[facet.name], dict):
            for path in [_path_in(facet, path) for path, _why in said.untold] + _said_elsewhere(facet, had):
                values[facet.name] = _with_left(values[facet.name], had, path)
            values[facet.name] = _with_nulls(values[facet.name], had)
    return replace(want, values=values)


def _path_in(facet: Facet, path: Path) -> Path:
    """Where in the facet's value stands what ``path`` names among its options."""
    return path[1:] if path[0] == facet.name or len(facet.fields) == 1 else path


def _with_nulls(wanted: Mapping[str, Any], had: Mapping[str, Any]) -> dict[str, Any]:
    """What is wanted, and what there is of no value, at every depth that is wanted: that is not said, either."""
    whole: dict[str, Any] = {name: None for name, item in had.items() if item is None}
    for name, item in wanted.items():
        both = isinstance(item, dict) and isinstance(had.get(name), dict)
        whole[name] = _with_nulls(item, had[name]) if both else item
    return whole


def _said_elsewhere(facet: Facet, had: Mapping[str, Any]) -> list[Path]:
    """What of the value the facet's only option does not say, since another noun does."""
    if facet.to_options is None or len(facet.fields) != 1:
        return []
    said = facet.to_options(had).get(facet.fields[0].name)
    return [(name,) for name in had if isinstance(said, Mapping) and name not in said]


def _with_left(wanted: Mapping[str, Any], had: Mapping[str, Any], path: Path) -> dict[str, Any]:
    """What is wanted, and at the path what there is, unless that is wanted as well."""
    if not path or path[0] not in had:
        return dict(wanted)
    first, *rest = path
    there, asked = had[first], wanted.get(first)
    if rest and isinstance(there, dict) and isinstance(asked, (dict, type(None))):
        return {**wanted, first: _with_left(asked or {}, there, tuple(rest))}
    return {first: there, **wanted}


def _can_be_empty(facet: Facet, replaceable: Collection[str]) -> bool:
    if not (facet.restated and facet.readable) or any(field.secret for field in facet.fields):
        return False
    return facet.mode in replaceable or not facet.created


def _emptied(facet: Facet, want: Want) -> Values:
    """The facet's value where nothing is set, as its options say it; nothing if they cannot."""
    empty: Any = facet.shape_of(want).empty
    told = facet.to_options(empty) if facet.to_options is not None else {facet.fields[0].name: empty}
    given: Values = {field.name: field.default for field in facet.fields if field.default is not None}
    given.update((name, list(value) if isinstance(value, tuple) else value) for name, value in told.items())
    try:
        return {facet.name: facet_value(facet, given)}
    except CgpError:
        return {}
