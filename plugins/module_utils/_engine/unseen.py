# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Secrets among settings and in records, at servers that show them encoded or leave them out.

Such a secret cannot be compared. One of a record that exists, and one that is shown encoded, counts as the wanted one
unless its user has each run set it. And no record is written again without a secret that it may have: nobody could
state it again. Where any password is shown, what is not shown is not there.

A *record* is a dictionary within what a facet holds. It may have a secret if it says as whom somebody logs in, or if
the server is known to hide passwords (``Have.hides``) where they are expected. ``_cli/secret_names.py`` knows the keys.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Iterator, Mapping, NamedTuple, Tuple

from .._cli.secret_names import is_login_key, is_password_key, is_secret_key
from .._cli.vocabulary.scope import NOTHING_KNOWN, Place
from ..connector.errors import CgpError
from . import canon
from .model import ALWAYS, Facet, Want
from .problems import printable

if TYPE_CHECKING:
    from .._cli.syntax import Command
    from .shapes import Shape

Path = Tuple[str, ...]
_Record = Tuple[Path, Mapping[str, Any], bool]
_NOTHING: Any = object()
_ELEMENT = "*"


def policy_of(facet: Facet, want: Want) -> str:
    """The value of the option that says when secrets of the facet are set."""
    return str(want.values.get(facet.policy) or "") if facet.policy else want.update_secrets


@dataclass
class Sight:
    """What there is of a facet, with the secrets that count as wanted in place of what the server shows.

    ``taken``: where these are. ``unseen``: where secrets are that each run sets, for nobody sees that it has been done.
    """

    there: Any = field(repr=False)
    taken: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()


def seen(facet: Facet, want: Want, before: Any, after: Any, hides: bool) -> Sight:
    """The Sight of a facet that is ``before`` and is wanted to be ``after``; ``hides`` as in ``refuse_unknown``."""
    if not isinstance(before, dict) or not isinstance(after, dict) or before == after:
        return Sight(before)
    look = _Look(facet, want, before, hides)
    there = look.assumed(before, after, (facet.name,), look.written, look.places.start, False)
    return Sight(there, tuple(look.taken), tuple(look.unseen))


def with_kept_secrets(before: Any, after: Any) -> Any:
    """What is wanted, but for secrets of records that exist: they stay as they are, also where nobody knows how."""
    if not isinstance(before, dict) or not isinstance(after, dict):
        return after
    shown = shows_passwords(before)
    return {key: _kept(before[key], value, shown) if key in before else value for key, value in after.items()}


def _kept(had: Any, has: Any, shown: bool) -> Any:
    if not isinstance(had, dict) or not isinstance(has, dict):
        return has
    given = {key: value for key, value in has.items() if shown or not is_secret_key(key)}
    return {**given, **{key: value for key, value in had.items() if is_secret_key(key)}}


def shows_passwords(value: Any) -> bool:
    """Whether there is a password in it, at any depth."""
    if isinstance(value, dict):
        return any(
            is_password_key(key) and isinstance(item, str) and item != "" or shows_passwords(item)
            for key, item in value.items()
        )
    return isinstance(value, (list, tuple)) and any(map(shows_passwords, value))


def is_encoded(value: Any) -> bool:
    """Whether a secret is shown in a form that is none that anybody would give it: it begins with a control character.

    Nothing is known of the forms that servers have; of one that looks like a password only the next reading tells.
    """
    return isinstance(value, str) and "" != value[:1] < " "


class _Look:
    """A comparison of what there is of one facet with what is wanted.

    ``written``: after a change, what was there before it; before any, None.
    """

    def __init__(self, facet: Facet, want: Want, before: Any, hides: bool) -> None:
        self.policy = policy_of(facet, want)
        self.written = None if want.written is None else want.written.get(facet.name, {})
        self.silent = not shows_passwords(before)
        self.hides = hides
        self.may_hide = self.silent and (hides or facet.proof is None)
        self.places = _Places(facet.shape_of(want))
        self.taken: list[str] = []
        self.unseen: list[str] = []

    def assumed(self, had: Any, has: Any, path: Path, written: Any, place: Place | None, in_record: bool) -> Any:
        """``had`` with those secrets of ``has`` that count as there."""
        if isinstance(had, list) and isinstance(has, list) and len(had) == len(has):
            pairs = zip(had, has, written if isinstance(written, list) and len(written) == len(had) else had)
            return [self.assumed(old, new, path, was, place, True) for old, new, was in pairs]
        if not isinstance(had, dict) or not isinstance(has, dict):
            return had
        spelt = {key.lower(): key for key in had}
        there = dict(had)
        hiding = self.silent and in_record and (self.hides or _has_login(had))
        for key, wanted in has.items():
            as_there = key if key in had else spelt.get(key.lower(), key)
            shown = had.get(as_there, _NOTHING)
            was = written.get(as_there, _NOTHING) if isinstance(written, dict) else _NOTHING
            below = self.places.below(place, key)
            if not is_secret_key(key) or not isinstance(wanted, str) or not wanted:
                if shown is not _NOTHING:
                    there[as_there] = self.assumed(shown, wanted, (*path, key), was, below, True)
            elif self._counts(wanted, _Spot(shown, was, below, in_record, hiding, printable(".".join((*path, key))))):
                there.pop(as_there, None)
                there[key] = wanted
        return there

    def _counts(self, wanted: str, spot: _Spot) -> bool:
        """Whether a secret counts as the wanted one, whatever is shown of it."""
        if not spot.missing and canon.setting(spot.shown, spot.place) == canon.setting(wanted, spot.place):
            return False
        hidden = is_encoded(spot.shown) or (spot.missing and spot.hiding)
        if self.written is not None:
            return hidden or self._may_be_kept(spot)
        if hidden:
            (self.unseen if self.policy == ALWAYS else self.taken).append(spot.where)
        return hidden and self.policy != ALWAYS

    def _may_be_kept(self, spot: _Spot) -> bool:
        """Of one that was just written: whether it is left out, or told in a form of the server's own.

        What is as it was is either. Among settings it is what a Domain Administrator could not change.
        """
        if not self.may_hide if spot.missing else spot.shown == spot.was and not spot.in_record:
            return False
        self.unseen.append(spot.where)
        return True


class _Spot(NamedTuple):
    """A secret that is wanted: what is ``shown`` there, and ``was`` before a change.

    ``in_record``: whether it is in a record; ``hiding``: whether it may be there though it is not shown.
    """

    shown: Any
    was: Any
    place: Place
    in_record: bool
    hiding: bool
    where: str

    @property
    def missing(self) -> bool:
        return self.shown is _NOTHING or self.shown in (None, "")


class _Places:
    """Where the value of a facet and what is in it stand; ``start`` is None for a dictionary of records by name."""

    def __init__(self, shape: Shape) -> None:
        self.root = (shape.words or NOTHING_KNOWN).root
        named = shape.words is not None and not any(path == () for path, _settings in shape.settings_in({}))
        self.start = None if named else self.root

    def below(self, place: Place | None, key: str) -> Place:
        return self.root if place is None else place.below(key)

    def records(self, value: Any, place: Place | None, path: Path = ()) -> Iterator[_Record]:
        """The records in it: the path to each, and whether a secret is expected there. In lists all paths are one."""
        for element in value if isinstance(value, list) else ():
            if isinstance(element, dict):
                yield (*path, _ELEMENT), element, False
            yield from self.records(element, place, (*path, _ELEMENT))
        for key, item in value.items() if isinstance(value, dict) else ():
            if isinstance(item, dict):
                yield (*path, key), item, place is None
            yield from self.records(item, self.below(place, key), (*path, key))


def refuse_unknown(facet: Facet, want: Want, before: Any, command: Command, *, whole: bool, hides: bool) -> None:
    """Raises CgpError if a command would write a record again without a secret that it may have.

    ``whole``: the command takes the place of all that there is, so that this is a record, too. ``hides``: it may have
    passwords, and the server shows none.
    """
    if not isinstance(before, dict) or shows_passwords(before):
        return
    places = _Places(facet.shape_of(want))
    records = places.records(before, places.start)
    there = {path for path, record, expected in records if (expected and hides) or _has_login(record)}
    if whole and places.start is not None and (hides or _has_login(before)):
        there.add(())
    wanted = want.values[facet.name]
    stated = [((), wanted, False), *places.records(wanted, places.start)]
    denied = {path for path, record, _expected in stated if _denies(record)}
    for sent in command.arguments.values():
        if not there or not isinstance(sent, dict):
            continue
        for path, record, _expected in [((), sent, False), *places.records(sent, places.start)]:
            of_list = path[-1:] == (_ELEMENT,)
            if path in there - denied and not _has_secret(record) and (_has_login(record) or not of_list):
                where = printable(".".join((facet.name, *path)))
                raise CgpError(
                    "the server does not show what secrets %s may have, and would lose them" % where,
                    "Give them, too, or null in their place if there are none (as password: null)",
                )


def hidden_places(shape: Shape, value: Any) -> Iterator[Path]:
    """Where there may be secrets in what was read, though the server shows none: the paths to the records."""
    if isinstance(value, dict) and not shows_passwords(value):
        places = _Places(shape)
        for path, record, expected in places.records(value, places.start):
            if (expected or _has_login(record)) and not _has_secret(record):
                yield path


def _has_login(record: Mapping[str, Any]) -> bool:
    """Whether it says as whom somebody logs in somewhere, which takes a secret."""
    return any(is_login_key(key) and item not in (None, "") for key, item in record.items())


def _has_secret(record: Mapping[str, Any]) -> bool:
    return any(is_secret_key(key) and item not in (None, "") for key, item in record.items())


def _denies(record: Any) -> bool:
    """Whether it is said of a record that it has no secret."""
    return isinstance(record, dict) and any(is_secret_key(key) and item is None for key, item in record.items())
