# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The one rule by which wanted settings are brought together with those that there are, at every depth.

Dictionaries are merged key by key; lists and all else take the place of what is there. A word that removes takes its
key away, but for where the server has just that word: what is read and given back is never a wish to remove. What is
not named stays as it is, whatever it is. A value that is there already keeps the type and the spelling that it has, so
that a number ``#4`` is not sent back as a string. A name is the same in any case, if it is known, and is written as it
is known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Callable, Dict, Mapping, Sequence

from .._cli.default_word import DEFAULT
from .._cli.secret_names import is_secret_key
from .._cli.vocabulary.scope import NOTHING_KNOWN, NOWHERE, SERVICES, Place, Scope
from ..connector.data import BadValue
from ..connector.errors import CgpError
from . import canon

_REMOVALS = (None, DEFAULT)
"""What a playbook says of a key that is to go."""
BY_NULL: tuple[Any, ...] = (None,)
"""What removes a key in an UPDATE command where the manual says nothing of DEFAULT."""
_NOTHING: Any = object()


@dataclass(frozen=True)
class Merging:
    """The rule for one sort of dictionaries.

    ``removals``: what removes a key; ``canon``: the form that is compared; ``words``: what is known of the names.
    """

    removals: tuple[Any, ...]
    canon: Callable[[Any, Place], Any]
    words: Scope = NOTHING_KNOWN

    def merged(self, have: Mapping[str, Any], want: Mapping[str, Any], whole: bool) -> Mapping[str, Any]:
        """The dictionary that there should be: ``have`` itself if it is so.

        ``whole``: what is not wanted goes, at every depth. Secrets outlive it: nobody can state a stored password
        again, and losing it locks people out.
        """
        root = self.words.root
        return have if self._is_there(have, want, whole, root) else self._merged(have, want, whole, root)

    def _is_there(self, had: Any, wanted: Any, whole: bool, place: Place) -> bool:
        """Whether plainly nothing is to be done, as with most objects: all is there, and spelt as it is known."""
        if had == wanted and isinstance(wanted, (str, list)):
            return wanted not in self.removals
        if isinstance(wanted, str):
            there = had is not _NOTHING and wanted not in self.removals
            return there and bool(self.canon(had, place) == self.canon(wanted, place))
        if not isinstance(wanted, dict) or isinstance(wanted, Records):
            return False
        if not isinstance(had, dict) or not place.spells(wanted):
            return False
        if whole and len(had) != len(wanted) and not all(key in wanted or is_secret_key(key) for key in had):
            return False
        return all(
            self._is_there(had.get(key, _NOTHING), value, whole, place.below(key)) for key, value in wanted.items()
        )

    def _merged(self, have: Mapping[str, Any], want: Mapping[str, Any], whole: bool, place: Place) -> dict[str, Any]:
        given, there = canon.by_spelling(want, place), canon.by_spelling(have, place)
        after = {
            key: value
            for key, value in have.items()
            if place.spelling(key) in given or not whole or is_secret_key(key)
        }
        for key, as_given in given.items():
            as_there = there.get(key, key)
            had = have.get(as_there, _NOTHING)
            value = self._brought(had, want[as_given], whole, place.below(key))
            spelt = as_there if value is had else key
            if value is _NOTHING or spelt != as_there:
                after.pop(as_there, None)
            if value is not _NOTHING:
                after[spelt] = value
        return after

    def _brought(self, had: Any, wanted: Any, whole: bool, place: Place = NOWHERE) -> Any:
        """What becomes of one value; _NOTHING if its key is not to be there."""
        if wanted in self.removals:
            return had if had is not _NOTHING and had == wanted else _NOTHING
        if not isinstance(wanted, dict):
            return self.as_there(had, wanted, place)
        if isinstance(wanted, Records):
            elements = self._elements(had, wanted, whole, place)
            return elements if elements or had is not _NOTHING else _NOTHING
        if isinstance(had, dict):
            return self._merged(had, wanted, whole, place)
        value = self._merged({}, wanted, whole, place)
        return value if value or not wanted else _NOTHING  # of what is not there nothing need be removed

    def as_there(self, had: Any, wanted: Any, place: Place = NOWHERE) -> Any:
        """A wanted value, or whatever in it is there already in the type and the spelling of the server.

        A number is wanted as a number only where a playbook says so: that is sent, whatever the type of what is there.
        """
        if isinstance(wanted, int):
            return wanted
        if place.type not in canon.WHOLE_LISTS:
            if isinstance(wanted, (list, tuple)) and isinstance(had, (list, tuple)):
                return self._list_as_there(had, wanted, place)
            if isinstance(wanted, dict):
                return self._dictionary_as_there(had if isinstance(had, dict) else {}, wanted, place)
        if self.canon(had, place) == self.canon(wanted, place):
            return had
        if place.type == SERVICES and isinstance(wanted, (list, tuple)):
            _refuse_without_number(wanted, place)
        return wanted

    def _dictionary_as_there(self, had: Mapping[str, Any], wanted: Mapping[str, Any], place: Place) -> dict[str, Any]:
        """An element of a list, which is given as a whole."""
        there = canon.by_spelling(had, place)
        return {
            key: self.as_there(had.get(there.get(key, key), _NOTHING), wanted[as_given], place.below(key))
            for key, as_given in canon.by_spelling(wanted, place).items()
        }

    def _list_as_there(self, had: Sequence[Any], wanted: Sequence[Any], place: Place) -> list[Any]:
        """Each element as the one in its place, or as one that is equal to it, where those in its place differ."""
        settled_there = [repr(self.canon(element, place)) for element in had]
        equal = dict(zip(reversed(settled_there), reversed(had)))
        there = []
        for number, element in enumerate(wanted):
            beside = had[number] if number < len(had) else _NOTHING
            meant = repr(self.canon(element, place))
            same_place = number < len(had) and settled_there[number] == meant
            there.append(self.as_there(beside if same_place else equal.get(meant, beside), element, place))
        return there

    def _elements(self, had: Any, wanted: Records, whole: bool, place: Place) -> list[Any]:
        """The list that there should be. ``whole``: elements of other names go."""
        elements, met = [], set()
        for element in had if isinstance(had, (list, tuple)) else ():
            name = wanted.name_of(element)
            if name is not None and name in wanted:
                met.add(name)
                value = self._brought(element, wanted[name], whole, place)
                if value is not _NOTHING:
                    elements.append({wanted.key: element[wanted.key], **value})
            elif not whole:
                elements.append(element)
        for name, new in wanted.items():
            value = _NOTHING if name in met else self._brought(_NOTHING, new, whole, place)
            if value is not _NOTHING:
                elements.append({wanted.key: name, **value})
        return elements


SETTINGS = Merging(_REMOVALS, canon.setting)
RECORDS = Merging((None,), canon.setting)
"""What has no defaults: there ``default`` is a text like any other."""
TEXTS = Merging((None,), lambda value, place: canon.digits(value))
"""What people are told, such as an address book: there no two spellings are the same."""


def _refuse_without_number(services: Sequence[Any], place: Place) -> None:
    """Nobody can mean a list that may enable all services that it does not name, or none: it depends on the server."""
    from .._cli.vocabulary.services import has_number  # here: few tasks are about services

    if not has_number(services):
        raise CgpError(
            "%s must begin with a number" % (place.setting.name if place.setting else "a list of services"),
            "All services with larger numbers are enabled, whatever is named: 30 stands for all that the manual knows",
        )


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


def settled(value: Any, place: Place = NOWHERE, removals: tuple[Any, ...] = _REMOVALS) -> Any:
    """Settings as they are compared: a key whose value is one that ``removals`` has is the same as none.

    What servers compute counts for nothing: it is never written, and never missing.
    """
    whole = _without_unset(canon.setting(value, place), removals)
    if not isinstance(whole, dict):
        return whole
    return {key: item for key, item in whole.items() if not place.computes(key)}


def _without_unset(value: Any, removals: tuple[Any, ...]) -> Any:
    if not isinstance(value, dict):
        return value
    return {key: _without_unset(item, removals) for key, item in value.items() if item not in removals}


def difference(
    have: Mapping[str, Any], after: Mapping[str, Any], place: Place = NOWHERE, removals: tuple[Any, ...] = _REMOVALS
) -> dict[str, Any]:
    """What a command that updates is told: what differs, nested values as a whole, and for what goes what removes it:
    the last of ``removals``.
    """
    had, has = settled(have, place, removals), settled(after, place, removals)
    spelt, there = canon.by_spelling(after, place), canon.by_spelling(have, place)
    changed = {spelt[key]: after[spelt[key]] for key in has if had.get(key, _NOTHING) != has[key]}
    changed.update((there[key], removals[-1]) for key in had if key not in has)
    return changed
