# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server kept of a change, as it is read after it: what was accepted need not have been done."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Collection, Iterator, Mapping, Sequence

from .._cli.default_word import DEFAULT
from .._cli.secret_names import is_secret_key
from .._cli.vocabulary.scope import NOWHERE, Place
from ..connector.errors import CgpError
from . import canon
from .facet_plan import insisting_steps, steps_to
from .gather import reread
from .model import Change, Conversation, Edit, Facet, Have, Key, Resource, Step, Values, Want
from .plan import plan_object
from .problems import printable
from .telling import InForce, TellingSettings, is_default, is_same

_NOTHING: Any = object()


@dataclass(frozen=True)
class Look:
    """What is there after a change of what ``want`` says, and the plan that would still be needed."""

    want: Want
    have: Have
    left: Change


def look(resource: Resource, change: Change, facets: Sequence[Facet], secrets: Collection[str] = ()) -> Conversation:
    """Reads these facets, and the secrets of these names: a Look. Raises CgpError where that is not possible."""
    parts = {facet.name for facet in resource.facets} | {secret.name for secret in resource.secrets}
    dropped = parts - {facet.name for facet in facets} - set(secrets)
    values: Values = {name: value for name, value in change.want.values.items() if name not in dropped}
    want = replace(change.want, values=values, rename_from=None, written=change.before)
    try:
        have: Have = (yield from reread(resource, change.spelt or want.key, want, facets))
    except CgpError as error:
        raise CgpError(
            "the change was accepted, but could not be read back: %s" % error.message, error.hint
        ) from error
    return Look(want, have, plan_object(resource, want, {want.key: have}))


@dataclass
class Kept:
    """What is to be said of a change, each time paths of settings.

    ``lost``: what the server did not keep. ``surviving``: what was to go, and is there. ``unshown``: what was accepted
    and does not show, as a server may do with what has the value of its default. ``unseen`` as in Outcome.
    """

    lost: dict[str, None] = field(default_factory=dict)
    surviving: dict[str, None] = field(default_factory=dict)
    unshown: dict[str, None] = field(default_factory=dict)
    unseen: tuple[str, ...] = ()

    def failure(self, change: Change) -> CgpError | None:
        """The error that names what was lost."""
        if not self.lost:
            return None
        return CgpError(
            "the server accepted the change of %s but did not keep %s"
            % (change.label, printable(", ".join(self.lost))),
            "A Domain Administrator's update silently leaves out what that administrator may not change, "
            "and a server may drop settings it does not know: check the login's rights and the names",
        )


def kept(resource: Resource, change: Change, seen: Look) -> Kept:
    """What became of a change."""
    found = Kept(unseen=seen.left.unseen)
    not_judged = dict.fromkeys(sorted(seen.left.after))
    for facet in resource.facets:
        telling, now = facet.shape_of(change.want).telling, seen.have.values.get(facet.name)
        first, left = change.edits.get(facet.name), seen.left.edits.get(facet.name)
        if not isinstance(telling, TellingSettings) or not isinstance(now, dict):
            continue
        # What a new object was created with was not there before.
        was = {} if first is None or change.action == "create" else first.before
        if left is not None:
            del not_judged[facet.name]
            _Judge(found, telling, seen.have.in_force.get(facet.name) or {}, facet.name).judge(was, left)
        if first is not None:
            wanted = {**first.stated, **first.unstated}
            beyond = _beyond(now, None if first.whole else was, wanted, telling.words.root, facet.name)
            found.surviving.update((path, None) for path in beyond if path not in found.lost)
    for name in not_judged:
        found.lost.update(dict.fromkeys(_names(name, seen.left)))
    return found


def kept_null(first: Look, then: Look) -> bool:
    """Whether a server that was told that something is null has it as a value: then nothing was to be removed there."""
    return any(_more_nulls(value, then.have.values.get(name)) for name, value in first.have.values.items())


def _more_nulls(had: Any, has: Any) -> bool:
    if not isinstance(had, dict) or not isinstance(has, dict):
        return has is None is not had
    return any(_more_nulls(had.get(name, _NOTHING), value) for name, value in has.items())


def insisting(resource: Resource, change: Change, seen: Look) -> list[Step]:
    """The steps that remove in another way what is left of a change."""
    steps: list[Step] = []
    for facet in resource.facets:
        first, left = change.edits.get(facet.name), seen.left.edits.get(facet.name)
        if first is not None and left is not None:
            hides = facet.name in seen.have.hides
            steps += insisting_steps(facet, seen.want, _key(change), first, left, hides)
    return steps


def _key(change: Change) -> Key:
    return change.spelt or change.want.key


def steps_left(resource: Resource, change: Change, seen: Look) -> list[Step]:
    """What is still to be done after a whole was written: what was left out of it is to be there all the same."""
    steps: list[Step] = []
    for facet in resource.facets:
        gone = _gone(facet, change, seen)
        if gone:
            now, left = seen.have.values[facet.name], seen.left.edits.get(facet.name)
            after = {**(now if left is None else left.after), **gone}
            steps += steps_to(facet, seen.want, _key(change), now, after, facet.name in seen.have.hides)
        else:
            steps += seen.left.steps_of(facet.name)
    return steps


def _gone(facet: Facet, change: Change, seen: Look) -> Values:
    """The settings that were left out of a whole, and that the server does not show without being told."""
    first, telling = change.edits.get(facet.name), facet.shape_of(change.want).telling
    if first is None or not isinstance(telling, TellingSettings):
        return {}
    root, now = telling.words.root, seen.have.values.get(facet.name)
    shown = {name: _value(now, root.spelling(name), root) for name in first.unstated}
    return {
        name: value for name, value in first.unstated.items() if not is_same(shown[name], value, root.below(name))
    }


def _names(facet: str, left: Change) -> list[str]:
    had, wanted = left.before.get(facet), left.after.get(facet)
    if isinstance(wanted, dict) and isinstance(had, dict):
        return ["%s.%s" % (facet, key) for key in sorted({**had, **wanted})]
    return [facet]


def _beyond(now: Mapping[str, Any], was: Any, wanted: Any, place: Place, path: str) -> Iterator[str]:
    """What is there and is not wanted, at any depth, if it ``was`` there, too; where that is None in any case.

    Secrets stay anyhow, and what the server computes is always there.
    """
    for key, there in canon.by_spelling(now, place).items():
        value, had = _value(wanted, key, place), None if was is None else _value(was, key, place)
        below = "%s.%s" % (path, there)
        if place.computes(key):
            continue
        if isinstance(value, dict) and isinstance(now[there], dict):
            yield from _beyond(now[there], had, value, place.below(key), below)
        elif value is _NOTHING is not had and now[there] not in (None, DEFAULT) and not is_secret_key(there):
            yield below


def _value(values: Any, key: str, place: Place) -> Any:
    """The value of a name in any of its spellings."""
    if not isinstance(values, dict):
        return _NOTHING
    return values.get(canon.by_spelling(values, place).get(key, key), _NOTHING)


class _Judge:
    """Tells what became of the settings of one facet, of which something is ``left``; ``was``: before the change."""

    def __init__(self, found: Kept, telling: TellingSettings, in_force: InForce, facet: str) -> None:
        self.found = found
        self.telling = telling
        self.in_force = in_force
        self.facet = facet

    def judge(self, was: Mapping[str, Any], left: Edit) -> None:
        root = self.telling.words.root
        for key in sorted(set(map(root.spelling, left.delta))):
            had, now, wanted = [_value(values, key, root) for values in (was, left.before, left.after)]
            self._judge((key,), had, now, wanted, root.below(key), left.whole)

    def _judge(self, path: tuple[str, ...], was: Any, now: Any, wanted: Any, place: Place, whole: bool) -> None:
        if isinstance(now, dict) and isinstance(wanted, dict):
            for name in sorted({*canon.by_spelling(now, place), *canon.by_spelling(wanted, place)}):
                had, has, want = [_value(values, name, place) for values in (was, now, wanted)]
                self._judge((*path, name), had, has, want, place.below(name), whole)
        elif wanted is _NOTHING:
            if now not in (None, DEFAULT):
                as_set = not whole and len(path) == 1 and self._is_as_set(was, now, place)
                self._tell(path, self.found.lost if as_set else self.found.surviving)
        elif now is _NOTHING:
            if self.telling.words.explicit or not is_default(wanted, place):
                self._tell(path, self.found.unshown if self._may_hide(path, was, wanted, place) else self.found.lost)
        elif not is_same(now, wanted, place):
            self._tell(path, self.found.lost)

    def _tell(self, path: tuple[str, ...], found: dict[str, None]) -> None:
        found[".".join((self.facet, *(path[:1] if found is self.found.lost else path)))] = None

    def _is_as_set(self, was: Any, now: Any, place: Place) -> bool:
        """Whether what is told was certainly set: then it was to go, and did not. Inside of it a server may add."""
        return self.telling.words.explicit and was is not _NOTHING and is_same(was, now, place)

    def _may_hide(self, path: tuple[str, ...], was: Any, wanted: Any, place: Place) -> bool:
        """Whether a server that keeps the value may tell nothing of it."""
        if was is not _NOTHING:
            return True  # something came of the change
        if not self.telling.words.explicit:
            return place is not NOWHERE or not self.telling.words.root.names()
        told = self.in_force.get(path[0]) if len(path) == 1 else None
        return any(is_same(value, wanted, place) for value in told) if told else is_default(wanted, place)
