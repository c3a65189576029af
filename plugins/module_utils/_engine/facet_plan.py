# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What to do about one facet of an object, and what is to be said of it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Sequence

from .model import ON_CREATE, Edit, Facet, Have, Key, Step, Undoable, Values, Want, Whole
from .secrets import UNKNOWN
from .unseen import policy_of, refuse_unknown, seen, with_kept_secrets
from .untold import Untold, without_untold

if TYPE_CHECKING:
    from .shapes import Shape

OVERWRITE = "overwrite"


@dataclass(frozen=True)
class FacetPlan:
    """The steps for a facet; none means nothing to do.

    ``before`` and ``after``: what differs, as it is shown. ``overwrites``: what is not wanted goes, secrets as well.
    ``unread``: nobody knows how it was. ``untold``, ``taken`` and ``unseen`` as in Change.
    """

    edit: Edit | None = None
    steps: tuple[Step, ...] = ()
    before: Any = field(default=None, repr=False)
    after: Any = field(default=None, repr=False)
    overwrites: bool = False
    unread: bool = False
    untold: tuple[str, ...] = ()
    taken: tuple[str, ...] = ()
    unseen: tuple[str, ...] = ()


NOTHING_TO_DO = FacetPlan()


def plan_facet(facet: Facet, want: Want, key: Key, have: Have) -> FacetPlan:
    """The plan for a wanted facet of the object that commands name by ``key``. What nothing is known of is written."""
    hides = facet.name in have.hides
    told, wanted, untold = without_untold(facet, want, have.values.get(facet.name))
    unknown = told is None or isinstance(told, Untold)
    if isinstance(told, Untold) and facet.created and not is_whole(facet, want):
        return FacetPlan(untold=(facet.name,))
    shape, whole = facet.shape_of(want), is_whole(facet, want)
    before = shape.empty if unknown else told
    target = shape.target(before, wanted, whole)
    if policy_of(facet, want) == ON_CREATE:
        target = with_kept_secrets(before, target)
    after = shape.telling.spared(before, target)
    if not unknown and after == before:
        return FacetPlan(untold=untold) if untold else NOTHING_TO_DO
    sight = seen(facet, want, before, after, hides)
    said = FacetPlan(untold=untold, taken=sight.taken, unseen=sight.unseen)
    if not unknown and shape.equal(sight.there, after):
        return said
    delta = shape.delta(sight.there, after)
    if not unknown and shape.telling.hidden(sight.there, after, delta, have.in_force.get(facet.name)):
        return said
    if isinstance(delta, dict) and isinstance(target, dict):
        delta = {name: target.get(name, value) for name, value in delta.items()}  # what is spared is not said
    overwrites = want.values.get(facet.mode) == OVERWRITE
    only = shape.target(shape.empty, wanted, True) if overwrites else None
    unstated = shape.telling.unstated(before, wanted)
    stated = shape.telling.stated(target, unstated)
    edit = Edit(before, after, delta, stated, {} if whole else unstated, whole, only)
    differing = [shape.show(part) for part in _differing(_told_in_full(shape, edit, target))]
    return replace(
        said,
        edit=edit,
        steps=tuple(_steps(facet, want, key, edit, hides)),
        before=UNKNOWN if unknown else differing[0],
        after=differing[1],
        overwrites=overwrites,
        unread=unknown,
    )


def insisting_steps(facet: Facet, want: Want, key: Key, first: Edit, left: Edit, hides: bool) -> list[Step]:
    """The steps that remove in another way what is ``left`` of the ``first`` edit after it was written."""
    return _told(facet, want, left, facet.insist(key, first, left), hides)


def steps_to(facet: Facet, want: Want, key: Key, before: Values, after: Values, hides: bool) -> list[Step]:
    """The steps that bring settings from what is there to just that."""
    edit = Edit(before, after, facet.shape_of(want).delta(before, after), after)
    return _steps(facet, want, key, edit, hides)


def is_whole(facet: Facet, want: Want) -> bool:
    """Whether what is not wanted of the facet goes."""
    return want.values.get(facet.mode) in ("replace", "always", OVERWRITE)


def _steps(facet: Facet, want: Want, key: Key, edit: Edit, hides: bool) -> list[Step]:
    return _told(facet, want, edit, facet.write(key, edit), hides)


def _told(facet: Facet, want: Want, edit: Edit, commands: Sequence[Any], hides: bool) -> list[Step]:
    steps = []
    for said in commands:
        if isinstance(said, Undoable):
            steps.append(Step(said.command, facet.name, said.undo))
        elif isinstance(said, Whole):
            merged = edit if facet.read_back and not edit.whole else None
            steps.append(Step(said.command, facet.name, merged=merged))
        else:
            steps.append(Step(said, facet.name))
        if edit.only is None:
            refuse_unknown(facet, want, edit.before, steps[-1].command, whole=isinstance(said, Whole), hides=hides)
    return steps


def _told_in_full(shape: Shape, edit: Edit, target: Any) -> Edit:
    """The edit as people are told of it: once something is written, what is spared goes as well."""
    if not isinstance(edit.after, dict) or not isinstance(target, dict):
        return edit
    left = {name: value for name, value in edit.after.items() if name not in target}
    spared = {name: value for name, value in left.items() if shape.delta({name: value}, {})}
    return replace(edit, after=target, delta={**edit.delta, **spared})


def _differing(edit: Edit) -> tuple[Any, Any]:
    """Before and after without what is the same in both, where they are dictionaries."""
    before, after = edit.before, edit.after
    if not isinstance(before, dict) or not isinstance(after, dict):
        return before, after
    changed = [key for key in {**before, **after} if before.get(key) != after.get(key) and key in edit.delta]
    return (
        {key: before[key] for key in changed if key in before},
        {key: after[key] for key in changed if key in after},
    )
