# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a module's options to wants: one want, or a list of them, with one clear error for bad input."""

from __future__ import annotations

import re
from array import array
from typing import Any, Iterable, Mapping, Sequence

from ..connector import data
from ..connector.errors import CgpError
from .many import Wants
from .model import ABSENT, PRESENT, Facet, Field, Key, Resource, Values, Want, label
from .option_types import convert
from .packed_names import NamesNumbered
from .problems import Problem, all_at_once, printable
from .rows import Place
from .sendable import refuse_unsendable

STATE = Field("state", choices=(PRESENT, ABSENT), default=PRESENT)
RENAME_FROM = Field("rename_from")
FACTS = Field("facts", type="dict", free=True)
"""What an ``Info`` tells of an object besides its row: of no row does it say anything."""


def object_fields(resource: Resource) -> list[Field]:
    """Every option that one object of the resource can have, in the order of the documentation."""
    fields: list[Field] = list(resource.key)
    if resource.has_state:
        fields.append(STATE)
    if resource.rename is not None:
        fields.append(RENAME_FROM)
    for facet in resource.facets:
        fields.extend(facet.fields)
    fields.extend(secret.field for secret in resource.secrets)
    fields.extend(resource.extras)
    return fields


def row_fields(resource: Resource) -> list[Field]:
    """The same of an object in a list or in a file: what was read of it is taken as it was told."""
    return [*object_fields(resource), *([FACTS] if resource.told else [])]


def read_wants(
    resource: Resource, rows: Iterable[Mapping[str, Any]], domain: str = "", *, last_counts: bool = False
) -> Wants:
    """The wants that ``rows`` (an object's options each) state.

    ``domain`` completes names given without a Domain. ``last_counts``: of the rows of one object only the last counts.
    Raises CgpError, naming every object with its option, for an unknown option, a missing name, a value of the wrong
    type, or, unless ``last_counts``, an object that is named twice.
    """
    reader = _RowReader(resource, domain, last_counts)
    wants = reader.read_all(rows)
    return Wants(wants[number - 1] for number in reader.kept()) if last_counts else wants


def rows_for_module(
    resource: Resource, rows: Sequence[Mapping[str, Any]], domain: str = "", *, last_counts: bool = False
) -> list[dict[str, Any]]:
    """The rows that ``read_wants`` would make wants of, in the types of the module's options: for a module elsewhere.

    Raises CgpError as that does.
    """
    reader = _RowReader(resource, domain, last_counts)
    reader.read_all(rows)
    return [reader.converted(rows[number - 1]) for number in reader.kept()]


def complete_row(row: Mapping[str, Any], beside: Mapping[str, Any]) -> dict[str, Any]:
    """A row, and from ``beside`` what it does not say itself; dictionaries are merged."""
    completed = dict(beside)
    for name, value in row.items():
        if isinstance(value, dict) and isinstance(beside.get(name), dict):
            completed[name] = {**beside[name], **value}
        elif value is not None:
            completed[name] = value
    return completed


class _RowReader:
    """Reads the rows of one resource, and knows which objects it has met, and where."""

    def __init__(self, resource: Resource, domain: str, last_counts: bool) -> None:
        self.resource = resource
        self.domain = domain
        self.last_counts = last_counts
        self.fields: dict[str, Field] = {field.name: field for field in row_fields(resource)}
        self.defaults = {name: field.default for name, field in self.fields.items() if field.default is not None}
        self.extras = [field.name for field in resource.extras]
        self.seen: dict[Key, NamesNumbered] = {}  # by what they are in, and by name: of those there may be a million
        # Where each row stands in its file, of which there is one; 0 for rows of the task itself. There may be a
        # hundred thousand.
        self.numbers = array("L")
        self.place: Place | None = None

    def read_all(self, rows: Iterable[Mapping[str, Any]]) -> Wants:
        """A want for each row. Raises CgpError with all that is wrong with any of them."""
        wants = Wants()
        problems: list[Problem] = []
        for number, row in enumerate(rows, 1):
            self.place = place = getattr(row, "place", None)
            self.numbers.append(place.number if place else 0)
            given = {name: value for name, value in row.items() if value is not None}
            try:
                problem = getattr(row, "problem", None)
                if problem is not None:
                    raise problem
                wants.append(self._want(number, given))
            except CgpError as error:
                problems.append(Problem(self._where(number), self._who(given), error))
        if problems:
            raise all_at_once(self.resource, problems)
        return wants

    def kept(self) -> list[int]:
        """The numbers of the rows that count, in order."""
        return sorted(number for names in self.seen.values() for number in names.values())

    def converted(self, row: Mapping[str, Any]) -> dict[str, Any]:
        return {name: convert(self.fields[name], value) for name, value in row.items() if value is not None}

    def _where(self, number: int) -> str:
        stands = self.numbers[number - 1]
        return "in %s" % (self.place._replace(number=stands),) if self.place and stands else "number %d" % number

    def _who(self, given: Mapping[str, Any]) -> str:
        return " ".join(given[field.name] for field in self.resource.key if isinstance(given.get(field.name), str))

    def _want(self, number: int, given: dict[str, Any]) -> Want:
        if not given.keys() <= self.fields.keys():
            raise self._unknown(given)
        values = dict(self.defaults)
        values.update((name, convert(self.fields[name], value)) for name, value in given.items())
        key = self._key(values)
        want = Want(key, values.get(STATE.name, PRESENT), self._facet_values(values), self._renamed(key, values))
        if self.resource.create is None and want.state == PRESENT and FACTS.name not in given:
            self._refuse_nothing(want)
        if self.resource.check is not None:
            self.resource.check(key, want.values)
        *inside, name = self.resource.identity(key)
        numbers = self.seen.get(tuple(inside))
        if numbers is None:
            numbers = self.seen.setdefault(tuple(inside), NamesNumbered())
        if name in numbers and not self.last_counts:
            raise CgpError("named twice: it is %s, too" % self._where(numbers[name]), "Give each object once")
        numbers[name] = number
        return want

    def _refuse_nothing(self, want: Want) -> None:
        """An object that cannot be created is there to be changed."""
        facets, secrets = self.resource.facets, self.resource.secrets
        if want.values.keys().isdisjoint([*(facet.name for facet in facets), *(secret.name for secret in secrets)]):
            needed = [field.name for facet in facets for field in facet.fields] + [secret.name for secret in secrets]
            raise CgpError("nothing is said of it", "Give %s" % " or ".join(needed))

    def _unknown(self, given: Mapping[str, Any]) -> CgpError:
        unknown = sorted(printable(str(name)) for name in given if name not in self.fields)
        known = "Known are %s" % ", ".join(sorted(self.fields))
        if len(unknown) == len(given):  # not shown: they may be the values of a table that has no header
            hint = "The first line of a table names the options, or source_options.columns maps what it has to them. "
            return CgpError("no known option", hint + known)
        from .misgivings import nearest  # here: few rows have one

        meant = [near for near in (nearest(name, self.fields) for name in unknown) if near]
        hint = "Did you mean %s? " % ", ".join(meant) if meant else ""
        return CgpError("unknown option: %s" % ", ".join(unknown), hint + known)

    def _key(self, values: Values) -> Key:
        missing = [field.name for field in self.resource.key if field.required and not values.get(field.name)]
        if missing:
            raise CgpError("option missing or empty: %s" % ", ".join(missing))
        parts = [str(values.get(field.name) or "") for field in self.resource.key]
        for field, part in zip(self.resource.key, parts):
            refuse_controls(field.name, part)
        if self.resource.default_domain:
            parts[0] = complete(parts[0], self.domain)
        return tuple(parts)

    def _renamed(self, key: Key, values: Values) -> Key | None:
        """Only the last part of a key can be renamed: an Account's name, a Mailbox within its Account."""
        old = values.get(RENAME_FROM.name)
        if not old:
            return None
        refuse_controls(RENAME_FROM.name, old)
        if values.get(STATE.name) == ABSENT:
            raise CgpError("rename_from does not go with state=absent", "To delete an object give its present name")
        if self.resource.default_domain:
            return key[:-1] + (complete(old, self.domain),)
        return key[:-1] + (old,)

    def _facet_values(self, values: Values) -> Values:
        wanted: Values = {name: values[name] for name in self.extras if name in values}
        for secret in self.resource.secrets:
            if secret.name in values:
                refuse_controls(secret.name, values[secret.name])
                wanted[secret.name] = values[secret.name]
        for facet in self.resource.facets:
            given = {field.name: values[field.name] for field in facet.fields if field.name in values}
            if given:
                wanted[facet.name] = facet_value(facet, given)
        return wanted


def facet_value(facet: Facet, given: Values) -> Any:
    """The value of a facet that its options say. Raises CgpError for what cannot be meant, or cannot be sent."""
    try:
        value = facet.shape.parse(facet.from_options(given))
        refuse_unsendable(value)  # here: check mode would not notice
    except data.BadValue as error:
        raise error.inside(facet.name) from None
    except CgpError as error:
        raise CgpError("%s: %s" % (facet.name, error.message), error.hint) from error
    return value


def complete(name: str, domain: str) -> str:
    """A name with its Domain; without one to complete it, the login's own Domain is meant (see the manual)."""
    return "%s@%s" % (name, domain) if domain and "@" not in name else name


_CONTROLS = re.compile("[\x00-\x1f\x7f\ud800-\udc7f\udd00-\udfff]")


def refuse_controls(option: str, value: str) -> None:
    """A name is one line. The codec would carry a line break safely, but no such name can exist."""
    if _CONTROLS.search(value):
        raise CgpError("%s holds a line break or another control character" % option, "Remove it")


def refuse_duplicates(resource: Resource, wants: Sequence[Want]) -> None:
    """An object cannot be one that another is renamed from, and can be renamed to one name only."""
    renamed = [(want, want.rename_from) for want in wants if want.rename_from]
    wanted = {resource.identity(want.key) for want in wants} if renamed else set()
    sources: dict[Key, Want] = {}
    for want, old in renamed:
        source = resource.identity(old)
        if source in wanted:
            raise CgpError("%s is both wanted and renamed to %s" % (label(old), want.label))
        if source in sources:
            raise CgpError("%s is renamed to both %s and %s" % (label(old), sources[source].label, want.label))
        sources[source] = want
