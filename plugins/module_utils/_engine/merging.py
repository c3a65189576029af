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

from dataclasses import dataclass
from typing import Any, Callable, Dict, Mapping, Sequence

from .._cli.secret_names import is_secret_key
from ..connector.data import BadValue
from . import canon

DEFAULT = "default"
"""The string that removes a key in an UPDATE command: the manual, UPDATEDOMAINSETTINGS and others."""
_REMOVALS = (None, DEFAULT)
_NOTHING: Any = object()


@dataclass(frozen=True)
class Merging:
    """The rule for one sort of dictionaries. ``removals``: what removes a key; ``canon``: the form that is compared."""

    removals: tuple[Any, ...]
    canon: Callable[[Any], Any]

    def merged(self, have: Mapping[str, Any], want: Mapping[str, Any], whole: bool) -> dict[str, Any]:
        """The dictionary that there should be. ``whole``: what is not wanted goes, at every depth.

        Secrets outlive ``whole``: nobody can state a stored password again, and losing it locks people out.
        """
        after = {key: value for key, value in have.items() if key in want or not whole or is_secret_key(key)}
        for key, wanted in want.items():
            value = self._brought(have.get(key, _NOTHING), wanted, whole)
            if value is _NOTHING:
                after.pop(key, None)
            else:
                after[key] = value
        return after

    def _brought(self, had: Any, wanted: Any, whole: bool) -> Any:
        """What becomes of one value; _NOTHING if its key is not to be there."""
        if wanted in self.removals:
            return had if had is not _NOTHING and had == wanted else _NOTHING
        if not isinstance(wanted, dict):
            return self.as_there(had, wanted)
        if isinstance(wanted, Records):
            elements = self._elements(had, wanted, whole)
            return elements if elements or had is not _NOTHING else _NOTHING
        if isinstance(had, dict):
            return self.merged(had, wanted, whole)
        value = self.merged({}, wanted, whole)
        return value if value or not wanted else _NOTHING  # of what is not there nothing need be removed

    def as_there(self, had: Any, wanted: Any) -> Any:
        """A wanted value, or whatever in it is there already in the type and the spelling of the server.

        A number is wanted as a number only where a playbook says so: that is sent, whatever the type of what is there.
        """
        if isinstance(wanted, int):
            return wanted
        if isinstance(wanted, (list, tuple)) and isinstance(had, (list, tuple)):
            return self._list_as_there(had, wanted)
        if isinstance(wanted, dict) and isinstance(had, dict):
            return {key: self.as_there(had.get(key, _NOTHING), value) for key, value in wanted.items()}
        return had if self.canon(had) == self.canon(wanted) else wanted

    def _list_as_there(self, had: Sequence[Any], wanted: Sequence[Any]) -> list[Any]:
        """Each element as the one in its place, or as one that is equal to it, where those in its place differ."""
        settled_there = [repr(self.canon(element)) for element in had]
        equal = dict(zip(reversed(settled_there), reversed(had)))
        there = []
        for place, element in enumerate(wanted):
            in_place = had[place] if place < len(had) else _NOTHING
            meant = repr(self.canon(element))
            same_place = place < len(had) and settled_there[place] == meant
            there.append(self.as_there(in_place if same_place else equal.get(meant, in_place), element))
        return there

    def _elements(self, had: Any, wanted: Records, whole: bool) -> list[Any]:
        """The list that there should be. ``whole``: elements of other names go."""
        elements, met = [], set()
        for element in had if isinstance(had, (list, tuple)) else ():
            name = wanted.name_of(element)
            if name is not None and name in wanted:
                met.add(name)
                value = self._brought(element, wanted[name], whole)
                if value is not _NOTHING:
                    elements.append({wanted.key: element[wanted.key], **value})
            elif not whole:
                elements.append(element)
        for name, new in wanted.items():
            value = _NOTHING if name in met else self._brought(_NOTHING, new, whole)
            if value is not _NOTHING:
                elements.append({wanted.key: name, **value})
        return elements


SETTINGS = Merging(_REMOVALS, canon.setting)
RECORDS = Merging((None,), canon.setting)
"""What has no defaults: there ``default`` is a text like any other."""
TEXTS = Merging((None,), canon.digits)
"""What people are told, such as an address book: there no two spellings are the same."""


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
            if element not in _REMOVALS and (not isinstance(element, dict) or element.get(key, name) != name):
                raise BadValue("an element of this name is needed, or null to remove it", name).inside(key)
            records[name] = element if isinstance(element, dict) else None
        return records

    def name_of(self, element: Any) -> str | None:
        """The name of an element of the server's list, if it has one."""
        name = element.get(self.key) if isinstance(element, dict) else None
        return str(canon.text(name)) if isinstance(name, (str, int)) else None


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
