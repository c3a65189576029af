# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one rule by which wanted settings are brought together with those that there are, at every depth.

Dictionaries are merged key by key; lists and all else take the place of what is there. A word that removes takes its
key away, but for where the server has just that word: what is read and given back is never a wish to remove. What is
not named stays as it is, whatever it is. A value that is there already keeps the type and the spelling that it has, so
that a number ``#4`` is not sent back as a string.
"""

from __future__ import annotations

from typing import Any, Dict, Mapping, Sequence

from .._cli.secret_names import is_secret_key
from ..connector.data import BadValue
from . import canon

DEFAULT = "default"
"""The string that removes a key in an UPDATE command: the manual, UPDATEDOMAINSETTINGS and others."""
REMOVALS = (None, DEFAULT)
"""What removes a key of settings."""
NULL_REMOVES = (None,)
"""What removes a key of data in which ``default`` is a text like any other."""

_NOTHING: Any = object()


class Records(Dict[str, Any]):
    """Wanted elements of a list that are known by a name, each by its name; ``key`` is where an element has that.

    An element is merged with the one of its name, or comes last; None takes it away.
    """

    key = ""

    @classmethod
    def by(cls, named: Mapping[str, Any]) -> Records:
        """From ``{key: {name: element}}``. Raises BadValue, with the path to the place, for anything else."""
        if len(named) != 1 or not isinstance(next(iter(named.values())), dict):
            raise BadValue("one key, where the elements have their names, and below it the elements by name are needed")
        ((key, elements),) = named.items()
        records = cls()
        records.key = key
        for name, element in elements.items():
            if element not in REMOVALS and (not isinstance(element, dict) or element.get(key, name) != name):
                raise BadValue("an element of this name is needed, or null to remove it", name).inside(key)
            records[name] = element if isinstance(element, dict) else None
        return records

    def elements(self, had: Any, whole: bool, removals: Any) -> list[Any]:
        """The list that there should be. ``whole``: elements of other names go."""
        elements, met = [], set()
        for element in had if isinstance(had, (list, tuple)) else ():
            name = self._name_of(element)
            if name is not None and name in self:
                met.add(name)
                value = _brought(element, self[name], whole, removals)
                if value is not _NOTHING:
                    elements.append({self.key: element[self.key], **value})
            elif not whole:
                elements.append(element)
        for name, wanted in self.items():
            value = _NOTHING if name in met else _brought(_NOTHING, wanted, whole, removals)
            if value is not _NOTHING:
                elements.append({self.key: name, **value})
        return elements

    def _name_of(self, element: Any) -> str | None:
        name = element.get(self.key) if isinstance(element, dict) else None
        return str(canon.text(name)) if isinstance(name, (str, int)) else None


def merged(have: Mapping[str, Any], want: Mapping[str, Any], whole: bool, removals: Any = REMOVALS) -> dict[str, Any]:
    """The dictionary that there should be. ``whole``: what is not wanted goes, at every depth.

    Secrets outlive ``whole``: nobody can state a stored password again, and losing it locks people out.
    """
    after = {key: value for key, value in have.items() if key in want or not whole or is_secret_key(key)}
    for key, wanted in want.items():
        value = _brought(have.get(key, _NOTHING), wanted, whole, removals)
        if value is _NOTHING:
            after.pop(key, None)
        else:
            after[key] = value
    return after


def _brought(had: Any, wanted: Any, whole: bool, removals: Any) -> Any:
    """What becomes of one value; _NOTHING if its key is not to be there."""
    if wanted in removals:
        return had if had is not _NOTHING and had == wanted else _NOTHING
    if not isinstance(wanted, dict):
        return as_there(had, wanted)
    if isinstance(wanted, Records):
        elements = wanted.elements(had, whole, removals)
        return elements if elements or had is not _NOTHING else _NOTHING
    if isinstance(had, dict):
        return merged(had, wanted, whole, removals)
    value = merged({}, wanted, whole, removals)
    return value if value or not wanted else _NOTHING  # of what is not there nothing need be removed


def as_there(had: Any, wanted: Any) -> Any:
    """A wanted value, or whatever in it is there already in the type and the spelling of the server.

    A number is wanted as a number only where a playbook says so: that is sent, whatever the type of what is there.
    """
    if isinstance(wanted, int):
        return wanted
    if isinstance(wanted, (list, tuple)) and isinstance(had, (list, tuple)):
        return _list_as_there(had, wanted)
    if isinstance(wanted, dict) and isinstance(had, dict):
        return {key: as_there(had.get(key, _NOTHING), value) for key, value in wanted.items()}
    return had if canon.setting(had) == canon.setting(wanted) else wanted


def _list_as_there(had: Sequence[Any], wanted: Sequence[Any]) -> list[Any]:
    """Each element as the one in its place, or as one that is equal to it, where those in its place differ."""
    settled_there = [repr(canon.setting(element)) for element in had]
    equal = dict(zip(reversed(settled_there), reversed(had)))
    there = []
    for place, element in enumerate(wanted):
        in_place = had[place] if place < len(had) else _NOTHING
        meant = repr(canon.setting(element))
        same_place = place < len(had) and settled_there[place] == meant
        there.append(as_there(in_place if same_place else equal.get(meant, in_place), element))
    return there


def settled(value: Any) -> Any:
    """Settings as they are compared: a key whose value is a word that removes is the same as none."""
    return _without_unset(canon.setting(value))


def _without_unset(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    return {key: _without_unset(item) for key, item in value.items() if item is not None and item != DEFAULT}


def difference(have: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """What a command that updates is told: what differs, nested values as a whole, and DEFAULT for what goes."""
    had, has = settled(have), settled(after)
    changed = {key: after[key] for key in has if had.get(key, _NOTHING) != has[key]}
    changed.update((key, DEFAULT) for key in had if key not in has)
    return changed
