# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is probably not meant in wanted settings: names and values that are nearly known ones.

Servers keep settings that they do not know, so that a slip of the pen has no effect and nobody notices. What is not
known and like nothing that is may be a site's own. A value whose name means a secret is never looked at.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, Dict, Iterable, Iterator, List, Sequence

from .._cli.default_word import DEFAULT
from .._cli.secret_names import is_secret_key
from .._cli.vocabulary.scope import NOWHERE, Place
from . import canon
from .merging import Records
from .model import Resource, Values, Want
from .problems import printable

NAMES_SHOWN = 10
LONGEST_SHOWN = 60
"""How many characters of a value a message shows."""
_UNITS = {
    "size": {
        **dict.fromkeys(("kb", "kib", "k"), "K"),
        **dict.fromkeys(("mb", "mib", "m"), "M"),
        **dict.fromkeys(("gb", "gib", "g"), "G"),
        **dict.fromkeys(("tb", "tib", "t"), "T"),
        **dict.fromkeys(("b", "byte", "bytes"), ""),
    },
    "period": {
        **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), "s"),
        **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), "m"),
        **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), "h"),
        **dict.fromkeys(("d", "day", "days"), "d"),
        **dict.fromkeys(("w", "week", "weeks"), "w"),
    },
}
_FLAG_WORDS = {
    **dict.fromkeys(("on", "1", "y", "enable", "enabled"), "YES"),
    **dict.fromkeys(("off", "0", "n", "disable", "disabled"), "NO"),
}
_CHECKED = frozenset(("flag", "number", "size", "period", "choice", "set", "services", "rate"))
_AMOUNT = re.compile(r"([0-9]+)\s*([A-Za-z]+)").fullmatch
_NUMBER = re.compile(r"-?[0-9]+").fullmatch

Doubts = Dict[str, List[str]]
"""What is doubtful, each once, with the objects that it is about."""


def misgivings(resource: Resource, wants: Iterable[Want]) -> Doubts:
    """What is doubtful in the settings of all wants."""
    found: Doubts = {}
    facets = [facet for facet in resource.facets if facet.shape.words is not None]
    for want in wants:
        for facet in facets:
            shape = facet.shape_of(want)
            if facet.name not in want.values or shape.words is None:
                continue
            for path, settings in shape.settings_in(want.values[facet.name]):
                for doubt in _of_settings(settings, shape.words.root, (facet.name, *path)):
                    found.setdefault(doubt, []).append(want.label)
    return found


def told(resource: Resource, found: Doubts) -> list[str]:
    """Misgivings for people, each with the objects that it is about."""
    return [printable("%s: %s" % (_whose(resource, labels), doubt)) for doubt, labels in found.items()]


def _whose(resource: Resource, labels: Sequence[str]) -> str:
    more = " and %d more" % (len(labels) - NAMES_SHOWN) if len(labels) > NAMES_SHOWN else ""
    return ("%s %s%s" % (resource.noun, ", ".join(labels[:NAMES_SHOWN]), more)).rstrip()


def other_spellings(resource: Resource, want: Want, have: Values) -> Iterator[str]:
    """Names that the server has in another case than is known: they are taken for the same."""
    for facet in resource.wanted_facets(want.values):
        words = facet.shape_of(want).words if facet.shape.words is not None else None
        wanted, there = want.values.get(facet.name), have.get(facet.name)
        if words is None or not isinstance(wanted, dict) or not isinstance(there, dict):
            continue
        if wanted.keys() <= there.keys() and words.root.spells(wanted) and words.root.computed.isdisjoint(wanted):
            continue  # what most are
        spelt = canon.by_spelling(there, words.root)
        for name, given in canon.by_spelling(wanted, words.root).items():
            if words.root.computes(name) and wanted[given] != there.get(spelt.get(name, name)):
                yield "%s.%s is computed by the server, and not set" % (facet.name, name)
            if spelt.get(name, name) != name:
                yield "the server has %s.%s as %s, which is taken for the same" % (facet.name, name, spelt[name])


def _of_settings(settings: Any, place: Place, path: tuple[str, ...]) -> Iterator[str]:
    if not isinstance(settings, dict) or isinstance(settings, Records):
        for element in settings.values() if isinstance(settings, Records) else settings:
            yield from _of_settings(element, place, path) if isinstance(element, dict) else ()
        return
    for name, value in settings.items():
        below = place.below(name)
        where = (*path, name)
        if below is NOWHERE:
            meant = place.meant_by(name) or nearest(name, place.names())
            if meant:
                yield "%s is not known: did you mean %s?" % (".".join(where), meant)
        elif isinstance(value, (dict, list, tuple)) and below.type not in canon.WHOLE_LISTS:
            yield from _of_settings(value, below, where)
        elif below.type in _CHECKED and not is_secret_key(name):
            yield from _of_value(value, below, ".".join(where))


def _of_value(value: Any, place: Place, where: str) -> Iterator[str]:
    if isinstance(value, str) and value.lower() == DEFAULT:
        return
    if place.type == "services" and isinstance(value, (list, tuple)):
        from .._cli.vocabulary.services import SERVICES  # here: few tasks are about them

        for name in value:
            yield from _of_word(str(name), SERVICES.root.names(), where)
    elif isinstance(value, (list, tuple)):
        types = ("number", "period") if place.type == "rate" else ()
        for part, kind in zip(value, types):
            yield from _of_amount(str(part), kind, NOWHERE, where)
        for word in value if place.type == "set" else ():
            yield from _of_word(str(word), [spellings[0] for spellings in place.values], where)
    elif isinstance(value, (str, int)):
        yield from _of_text(str(value), place, where)


@lru_cache(maxsize=1024)  # thousands of objects have the same few values
def _of_text(word: str, place: Place, where: str) -> tuple[str, ...]:
    return tuple(_of_known_type(word, place, where))


def _of_known_type(word: str, place: Place, where: str) -> Iterator[str]:
    if place.type == "flag":
        known = {"YES", "NO", *(spellings[0] for spellings in place.values)}
        if canon.flag(word, place) not in known:
            meant = _FLAG_WORDS.get(word.lower()) or nearest(word, ("YES", "NO", "true", "false"))
            yield _no("flag, YES or NO", word, meant, where)
    elif place.type in ("number", "size", "period"):
        yield from _of_amount(word, place.type, place, where)
    elif place.type in ("choice", "set", "services"):
        yield from _of_word(word, [spelling for spellings in place.values for spelling in spellings], where)


def _of_amount(word: str, kind: str, place: Place, where: str) -> Iterator[str]:
    read = {"number": canon.number, "size": canon.size, "period": canon.period}[kind]
    if _NUMBER(read(word, place)):
        return
    match = _AMOUNT(word.strip())
    unit = _UNITS.get(kind, {}).get(match[2].lower()) if match else None
    yield _no(kind, word, "%s%s" % (match[1], unit) if match and unit is not None else "", where)


def _of_word(word: str, known: Sequence[str], where: str) -> Iterator[str]:
    """Not all words are known, so that only what is nearly one is doubtful."""
    meant = "" if word in known else nearest(word, known)
    if meant:
        yield "%s: %s is not known: did you mean %s?" % (where, _shown(word), meant)


def _no(kind: str, word: str, meant: str, where: str) -> str:
    suggestion = ": did you mean %s?" % meant if meant else ""
    return "%s: %s is no %s%s" % (where, _shown(word), kind, suggestion)


def _shown(word: str) -> str:
    return word if len(word) <= LONGEST_SHOWN else "%s..." % word[:LONGEST_SHOWN]


# --- what is near


def nearest(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant, or an empty string.

    The same but for case, blanks and hyphens; or with one slip, in a long word with two. A word that has another
    number is another word, and in a short one a slip makes too many others.
    """
    plain = _plain(word)
    best, slips = "", 3
    for candidate in known:
        other = _plain(candidate)
        if plain == other:
            return candidate
        allowed = min(slips - 1, 0 if len(other) < 4 else 1 if len(other) < 9 else 2)
        if abs(len(plain) - len(other)) <= allowed and _letters(plain) != _letters(other):
            distance = _distance(plain, other)
            if distance <= allowed:
                best, slips = candidate, distance
    return best


def _plain(word: str) -> str:
    return re.sub("[ _-]", "", word.lower())


def _letters(word: str) -> str:
    return re.sub("[0-9]", "", word)


def _distance(one: str, other: str) -> int:
    """How many letters are missing, too many, wrong, or exchanged with the next."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            cost = min(row[j - 1] + 1, before[j] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
