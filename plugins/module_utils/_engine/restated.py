# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was read of a facet, said in the options of its module: the way back from ``wants``.

Only what was set is said: no defaults, and nothing that the server computes or does not tell. No secret is said, only
where one is, or may be. What the module would not take is not said either, but why. A list of records with secrets is
said as records by name, for these are merged with those that there are.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Mapping, Tuple

from .._cli.default_word import DEFAULT
from .._cli.secret_names import is_secret_key
from .._cli.vocabulary.scope import NOWHERE, SERVICES, Place
from .._cli.vocabulary.services import has_number
from ..connector import data
from ..connector.errors import CgpError
from . import canon
from .dialogue import UNEXPECTED, UnexpectedData
from .merging import Records
from .model import Facet, Field, Key, Values, Want
from .option_types import convert
from .shapes import RECORDS, Shape, text_of
from .telling import TellingSettings
from .unseen import hidden_places
from .untold import Untold
from .wants import facet_value

Path = Tuple[str, ...]
DICTIONARY = "$dictionary"
NOT_TOLD = "the server does not tell it"
NOT_APART = "it has secrets, and cannot be given without them"
_NOTHING: tuple[Any, ...] = ({}, [], ())
_LEFT_OUT: Any = object()


@dataclass
class Restated:
    """``options`` as plain JSON data, and ``value`` as the module makes it of them.

    ``secrets``: the paths to those that there are; ``perhaps``: to the records that may have some. ``untold``: the
    paths to what is not said, each with why. ``shown``: the secrets themselves, by their paths, where the server tells
    them: for whoever hands them on, and for nobody else.
    """

    options: Values = field(default_factory=dict)
    value: Any = None
    secrets: list[Path] = field(default_factory=list)
    perhaps: list[Path] = field(default_factory=list)
    untold: list[tuple[Path, str]] = field(default_factory=list)
    shown: dict[Path, Any] = field(default_factory=dict, repr=False)


def restate(facet: Facet, key: Key, value: Any) -> Restated:
    """The options that say what was read of a facet of the object with this key."""
    said = Restated()
    said.secrets += [(field.name,) for field in facet.fields if field.secret]
    if isinstance(value, Untold):
        said.untold.append(((facet.fields[0].name,), NOT_TOLD))
        return said
    if value in _NOTHING:
        return said  # what most lists are
    shape = facet.shape_of(Want(key))
    said.perhaps += [(facet.name, *path) for path in hidden_places(shape, value)]
    try:
        # Of settings what is the same as nothing is left out one by one.
        if isinstance(shape.telling, TellingSettings) or not shape.equal(value, shape.empty):
            _say(facet, shape, value, said)
    except (CgpError, *UNEXPECTED) as error:
        said.options, said.value = {}, None
        why = error.message if isinstance(error, CgpError) else UnexpectedData(error).message
        said.untold.append(((facet.fields[0].name,), why))
    return said


def _say(facet: Facet, shape: Shape, value: Any, said: Restated) -> None:
    fields = {field.name: field for field in facet.fields}
    told = facet.to_options(value) if facet.to_options is not None else {facet.fields[0].name: value}
    sieve = _Sieve(shape, said)
    for name, item in told.items():
        if fields[name].secret:
            said.shown[name,] = item
            continue
        kept = sieve.sifted(name, item, takes_data=_takes_data(fields[name]))
        if kept is not _LEFT_OUT and kept != []:
            said.options[name] = _option(fields[name], kept, shape.named)
    if said.options and not any(field.secret for field in facet.fields):  # these are complete with the secret only
        given: Values = {name: field.default for name, field in fields.items() if field.default is not None}
        given.update((name, convert(fields[name], item)) for name, item in said.options.items())
        said.value = facet_value(facet, given)


def _option(option: Field, value: Any, named: int) -> Any:
    """The value of one option as JSON data."""
    if _takes_data(option):
        return _json(value, named)
    if option.type == "list" and option.elements in ("str", "path"):
        return [text_of("element %d" % number, item) for number, item in enumerate(value, 1)]
    return text_of(option.name, value) if option.type in ("str", "path") else value


def _takes_data(option: Field) -> bool:
    return option.type == "dict" or "raw" in (option.type, option.elements)


def _json(value: Any, named: int = 0) -> Any:
    """As ``shapes.setting_value`` reads it. A name that somebody gave is no tag, whatever it looks like."""
    if isinstance(value, Records):
        return {RECORDS: {value.key: {name: _json(item) for name, item in value.items()}}}
    if isinstance(value, (list, tuple)):
        return [_json(item) for item in value]
    if not isinstance(value, dict):
        return data.to_json(value, tag_numbers=True)
    plain = {name: _json(item, max(named - 1, 0)) for name, item in value.items()}
    tagged = not named and len(plain) == 1 and next(iter(plain)).startswith("$")
    return {DICTIONARY: plain} if tagged else plain


class _Sieve:
    """Takes out of a value what is not to be said, and notes in ``said`` what that is."""

    def __init__(self, shape: Shape, said: Restated) -> None:
        self.telling = shape.telling
        self.named = shape.named
        settings = isinstance(shape.telling, TellingSettings)
        self.unset = (None, DEFAULT) if settings and shape.equal({DEFAULT: DEFAULT}, {}) else (None,)
        self.start = shape.words.root if shape.words is not None and not shape.named else NOWHERE
        self.said = said

    def sifted(self, name: str, value: Any, takes_data: bool) -> Any:
        """What is to be said of an option. Where it takes no data objects nothing in it is a secret by its name."""
        if isinstance(value, Untold):
            return self._known(value, (name,))
        if not takes_data:
            return value
        if not isinstance(value, dict):
            if _has_secrets(value):
                raise CgpError(NOT_APART)
            return value
        return self._sifted(value, (name,), self.named, self.start) or _LEFT_OUT

    def _known(self, value: Untold, path: Path) -> Any:
        """What is told elsewhere of what is not told here."""
        if value.known is None:
            self.said.untold.append((path, NOT_TOLD))
        return _LEFT_OUT if value.known is None else value.known

    def _sifted(self, values: Mapping[str, Any], path: Path, named: int, place: Place) -> dict[str, Any]:
        kept = {}
        for name, value in values.items():
            item = self._kept(name, value, (*path, name), named, place.below(name))
            if item is not _LEFT_OUT:
                kept[name] = item
        return kept

    def _kept(self, name: str, value: Any, path: Path, named: int, place: Place) -> Any:
        if isinstance(value, Untold):
            return self._known(value, path)
        if not named and self._is_unset(name, value, path, place):
            return _LEFT_OUT
        if not named and is_secret_key(name) and value != "":
            self.said.secrets.append(path)
            self.said.shown[path] = _json(value)
            return _LEFT_OUT
        if isinstance(value, dict):
            return self._sifted(value, path, max(named - 1, 0), place)
        if isinstance(value, (list, tuple)):
            return self._listed(value, path, place)
        return value

    def _listed(self, elements: Any, path: Path, place: Place) -> Any:
        if _has_secrets(elements):
            return self._records(elements, path, place)
        if place.type != SERVICES or has_number(elements):
            return elements
        self.said.untold.append((path, "it does not begin with a number, and no module takes that"))
        return _LEFT_OUT

    def _is_unset(self, name: str, value: Any, path: Path, place: Place) -> bool:
        if any(value is word or value == word for word in self.unset):
            return True
        if not isinstance(self.telling, TellingSettings):
            return False
        return self.telling.is_unset(value, place) or (len(path) == 2 and self.start.computes(name))

    def _records(self, elements: Any, path: Path, place: Place) -> Any:
        key = _name_key(elements)
        if key is None:
            self.said.untold.append((path, NOT_APART))
            return _LEFT_OUT
        named = Records()
        named.key = key
        for element in elements:
            rest = {name: item for name, item in element.items() if name != key}
            named[element[key]] = self._sifted(rest, (*path, element[key]), 0, place)
        return named


def _has_secrets(value: Any) -> bool:
    if isinstance(value, dict):
        return any(is_secret_key(name) and item not in (None, "") or _has_secrets(item) for name, item in value.items())
    return isinstance(value, (list, tuple)) and any(map(_has_secrets, value))


def _name_key(elements: Any) -> str | None:
    """The key under which each of the records has a name of its own."""
    if not all(isinstance(element, dict) for element in elements):
        return None
    for key in sorted(elements[0], key=lambda name: (name.lower() != "name", name)):
        names = [element.get(key) for element in elements]
        texts = {canon.text(name) for name in names if isinstance(name, str) and name}
        if len(texts) == len(names) and not is_secret_key(key):
            return str(key)
    return None
