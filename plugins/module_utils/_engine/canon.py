# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""When two values are equal.

The contract of every function here: total (an unknown type passes through), idempotent (``f(f(x)) == f(x)``), and
free of side effects. Sources: protocol.md sections 3.1, 6.2 and 9.11 (settings come as strings, bare or quoted, as
numbers, with sizes and periods in more than one spelling).
"""

from __future__ import annotations

import re
from typing import Any, Callable

from .._cli.vocabulary.scope import NOWHERE, Place

_LINE_END = re.compile(r"\r+\n")
_FLAGS = {"yes": "YES", "true": "YES", "no": "NO", "false": "NO"}
_NUMBER = re.compile(r"(-?)0*([0-9]{1,18})").fullmatch
_AMOUNT = re.compile(r"0*([0-9]{1,18})([A-Za-z])").fullmatch
# M and m differ: 10M is a size, 10m is a period (protocol.md section 6.2).
_SIZES = {"K": 1 << 10, "k": 1 << 10, "M": 1 << 20, "G": 1 << 30, "g": 1 << 30, "T": 1 << 40}
_PERIODS = {"s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800}
_NO_LIMIT = ("unlimited", "never")
_BASE64 = re.compile(r"\[([A-Za-z0-9+/=\s]*)\]").fullmatch


def setting(value: Any, place: Place = NOWHERE) -> Any:
    """A setting's value, by the type that the vocabulary knows for its place.

    Numbers, sizes, periods, flags and sets are equal when they mean the same, texts only to the letter. Of what is not
    known two spellings are the same where nothing else can be meant: 5 and "5", and amounts that both have a unit.
    """
    if isinstance(value, dict):
        spelt = by_spelling(value, place)
        return {key: setting(value[there], place.below(key)) for key, there in spelt.items()}
    if isinstance(value, bool):
        value = "YES" if value else "NO"
    elif isinstance(value, int):
        value = str(value)
    if isinstance(value, (list, tuple)):
        return _LISTS.get(place.type, _elements)(value, place)
    return _WORDS.get(place.type, _unknown)(_line_ends(value), place) if isinstance(value, str) else value


def by_spelling(names: Any, place: Place) -> dict[str, str]:
    """The names by their known spellings. Of two that are spelt differently the one that is spelt as known counts."""
    if place.spells(names):  # what most are
        return dict(zip(names, names))
    spelt = {place.spelling(name): name for name in names}
    spelt.update((name, name) for name in names if name in spelt)
    return spelt


# --- words, by the type of their place


def _unknown(word: str, place: Place) -> str:
    match = _AMOUNT(word)
    if match:
        number, unit = match.groups()
        if unit in _SIZES:
            return "%dK" % (int(number) * _SIZES[unit] >> 10)
        if unit in _PERIODS:
            return "%ds" % (int(number) * _PERIODS[unit])
    return _line_ends(word)


def _text(word: str, place: Place) -> str:
    return _line_ends(word)


def flag(word: str, place: Place = NOWHERE) -> str:
    """YES or NO, or whatever else the word is."""
    return _known(_FLAGS.get(word.lower(), word), place)


def _known(word: str, place: Place) -> str:
    """The first spelling of a known word, in any case; else the word itself."""
    folded = word.lower()
    for spellings in place.values:
        if any(folded == spelling.lower() for spelling in spellings):
            return spellings[0]
    return word


def number(word: str, place: Place = NOWHERE) -> str:
    """A whole number without leading zeros, or -1 for what is without limit."""
    match = _NUMBER(word)
    if match:
        return "%s%s" % match.groups() if int(match[2]) else "0"
    known = _known(word, place)
    return number(known) if known != word else "-1" if word.lower() in _NO_LIMIT else word


def size(word: str, place: Place = NOWHERE) -> str:
    """A size in bytes."""
    return _amount(word, place, _SIZES)


def period(word: str, place: Place = NOWHERE) -> str:
    """A period in seconds."""
    return _amount(word, place, _PERIODS)


def _amount(word: str, place: Place, units: dict[str, int]) -> str:
    match = _AMOUNT(word)
    if match and match[2] in units:
        return str(int(match[1]) * units[match[2]])
    return number(word, place)


def _address(word: str, place: Place) -> str:
    return str(address(word))


def _datablock(word: str, place: Place) -> Any:
    """Servers tell a datablock as one, or as text that looks like one (evidence.md section 1)."""
    match = _BASE64(word)
    if not match:
        return _line_ends(word)
    from base64 import b64decode  # here: few settings are datablocks

    try:
        return b64decode("".join(match[1].split()), validate=True)
    except ValueError:
        return word


_WORDS: dict[str, Callable[[str, Place], Any]] = {
    "flag": flag,
    "number": number,
    "size": size,
    "period": period,
    "choice": _known,
    "set": _known,
    "services": _known,
    "rate": number,
    "text": _text,
    "multiline": _text,
    "address": _address,
    "secret": _datablock,
    "datablock": _datablock,
}


# --- lists


def _elements(elements: Any, place: Place) -> Any:
    """Elements in their order; dictionaries among them have names that are known like those of the list."""
    return [setting(item, place if isinstance(item, (dict, list, tuple)) else NOWHERE) for item in elements]


def _set(elements: Any, place: Place) -> Any:
    return sorted(_known(str(item), place) for item in set(map(str, elements)))


def _services(elements: Any, place: Place) -> Any:
    from .._cli.vocabulary.services import enabled  # here: few tasks are about them

    return enabled(elements)


def _rate(elements: Any, place: Place) -> Any:
    """How many in what period."""
    if len(elements) != 2 or not all(isinstance(item, (str, int)) for item in elements):
        return _elements(elements, NOWHERE)
    return [number(str(elements[0])), period(str(elements[1]))]


_LISTS: dict[str, Callable[[Any, Place], Any]] = {"set": _set, "services": _services, "rate": _rate}
WHOLE_LISTS = frozenset(_LISTS)
"""The types of lists that are compared as a whole: their elements have no places of their own."""


def digits(value: Any) -> Any:
    """A value in which a number counts as its digits, and nothing else has two spellings but a line end."""
    if isinstance(value, str):
        return _line_ends(value)
    if isinstance(value, int):
        return str(value)
    if isinstance(value, (list, tuple)):
        return [digits(item) for item in value]
    if isinstance(value, dict):
        return {key: digits(item) for key, item in value.items()}
    return value


def _line_ends(text: str) -> str:
    return _LINE_END.sub("\n", text) if "\r" in text else text


def text(value: Any) -> Any:
    """A plain string; a number counts as its digits, nothing as the empty string, CR LF as LF."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _line_ends(value)
    return str(value) if isinstance(value, int) else value


def address(value: Any) -> Any:
    """A mail address or an object's name: compared without case."""
    return value.strip().lower() if isinstance(value, str) else value


def name_set(value: Any) -> Any:
    """Names in any order, without case."""
    if isinstance(value, (list, tuple)):
        return sorted({address(str(item)) for item in value})
    return value


def rights(value: Any) -> Any:
    """The letters of an access right, in any order (protocol.md section 6.4)."""
    return "".join(sorted(set(value))) if isinstance(value, str) else value


def acl(value: Any) -> Any:
    """An access control list: letters in any order; an identifier without rights is the same as none."""
    if isinstance(value, dict):
        return {identifier: rights(letters) for identifier, letters in value.items() if letters}
    return value
