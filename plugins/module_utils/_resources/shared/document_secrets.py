# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The secrets of a document, which stand beside it: each with the noun, the object and the place where it belongs."""

from __future__ import annotations

import copy
from typing import Any, Collection, Iterator, Mapping, MutableMapping, Sequence

from ..._cli.secret_names import is_secret_key
from ..._engine.model import Field, Resource, fold
from ..._engine.option_types import kind_of
from ..._engine.problems import printable
from ..._engine.rows import with_options
from ..._engine.shapes import RECORDS
from ..._engine.wants import complete, object_fields
from ...connector.errors import CgpError
from .document_nouns import NAMES, near_miss, refuse_unknown, stands_in_domain
from .every_noun import NOUNS

VALUE = Field("value", type="raw", secret=True)
SECRETS = Field(
    "secrets",
    type="list",
    elements="dict",
    options=(
        Field("noun", required=True),
        Field("name", required=True, free=True),
        Field("place", required=True, free=True),
        VALUE,
    ),
)


class Secrets:
    """Secrets by their objects. One without a value is none: its place is empty in a file that somebody is to fill."""

    def __init__(self, given: Sequence[Mapping[str, Any]]) -> None:
        self._of: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
        for secret in given:
            refuse_unknown(SECRETS.name, secret["noun"])
            value = secret.get(VALUE.name)
            if not isinstance(value, (str, dict, type(None))):
                raise _misplaced(secret, "is %s" % kind_of(value), "A text is needed, or a data object as JSON")
            if value not in (None, ""):
                self._of.setdefault((secret["noun"], fold(secret["name"])), []).append(secret)
        self._met: set[tuple[str, str]] = set()

    def completed(self, noun: str, domain: str, row: Mapping[str, Any]) -> Mapping[str, Any]:
        """The row with its secrets."""
        object_ = noun, fold(_name(NOUNS[noun], domain, row))
        secrets = self._of.get(object_)
        if not secrets:
            return row
        self._met.add(object_)
        whole = with_options(row, copy.deepcopy(dict(row)))
        for secret in secrets:
            _put(whole, secret)
        return whole

    def left(self, nouns: Collection[str], domains: Collection[str]) -> Iterator[CgpError]:
        """What is wrong with those that no row has taken, of the nouns and Domains that are looked at."""
        for noun, name in self._of:
            if noun not in nouns or (noun, name) in self._met:
                continue
            domain = _domain_of(NOUNS[noun], name)
            if domain is None or domain in domains:
                known = [other for of_noun, other in self._met if of_noun == noun]
                yield CgpError(
                    "%s: the configuration has no %s %s" % (SECRETS.name, noun, printable(name)), near_miss(name, known)
                )


def _name(resource: Resource, domain: str, row: Mapping[str, Any]) -> str:
    """What results call the object of a row."""
    parts = [str(row.get(field.name) or field.default or "") for field in resource.key]
    if resource.default_domain:
        parts[0] = complete(parts[0], domain)
    return " ".join(part for part in parts if part)


def _domain_of(resource: Resource, name: str) -> str | None:
    """The Domain of the object that is called so; empty for the server's, None where the name lacks it."""
    first, *others = name.split(" ")
    if resource.key[0].name == "scope":
        first = others[0] if others and first in NAMES else ""
    _local, at, domain = first.rpartition("@")
    if resource.default_domain and not at:
        return None
    return domain if stands_in_domain(resource) else ""


def _put(row: MutableMapping[str, Any], secret: Mapping[str, Any]) -> None:
    """Puts a secret where it belongs; what is on the way there and is not said yet is made.

    Raises CgpError for a place where nothing is kept secret: results would show it.
    """
    held: Any = row
    place = str(secret["place"])
    while True:
        if not isinstance(held, dict):
            raise _misplaced(secret, "is in a list", "Give the list in the configuration, with its secrets")
        if list(held) == [RECORDS]:  # records by the key that names them
            ((dummy, held),) = held[RECORDS].items()
        key = _first_key(held, place)
        if key == place:
            if not (key in _secret_options(NOUNS[secret["noun"]]) if held is row else is_secret_key(key)):
                raise _misplaced(secret, "is no place of a secret", "A password or a key goes there, by its own name")
            held[key] = secret[VALUE.name]
            return
        place = place[len(key) + 1 :]
        if held.get(key) is None:
            held[key] = {}
        elif not isinstance(held[key], (dict, list)):
            raise _misplaced(secret, "is below a text or a number", "Correct the place")
        held = held[key]


def _misplaced(secret: Mapping[str, Any], why: str, hint: str) -> CgpError:
    told = "%s: %s of %s %s %s" % (SECRETS.name, secret["place"], secret["noun"], secret["name"], why)
    return CgpError(printable(told), hint)


def _secret_options(resource: Resource) -> set[str]:
    return {field.name for field in object_fields(resource) if field.secret}


def _first_key(held: Mapping[str, Any], place: str) -> str:
    """What of a place is the key in a dictionary: names may have dots in them."""
    known = [key for key in held if place == key or place.startswith("%s." % key)]
    return max(known, key=len) if known else place.partition(".")[0]
