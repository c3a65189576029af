# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What to do: the only place that decides, pure, the same for check mode, diff and the real run."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any, Mapping, Sequence

from ..connector.errors import CgpError
from .dialogue import UNEXPECTED, UnexpectedData
from .facet_plan import NOTHING_TO_DO, plan_facet
from .model import (
    ABSENT,
    PRESENT,
    Change,
    Have,
    Key,
    NameTaken,
    Resource,
    Step,
    Values,
    Want,
    label,
)
from .secrets import UNKNOWN

CHANGED_SECRET = "(set, not shown)"


def plan(resource: Resource, wants: Sequence[Want], haves: Mapping[Key, Have]) -> list[Change]:
    """One Change for each want, in order; ``haves`` are as ``gather`` returns them."""
    return [plan_object(resource, want, haves) for want in wants]


def plan_object(resource: Resource, want: Want, haves: Mapping[Key, Have]) -> Change:
    """The Change for one want; a command that cannot be made of it, or not be written, is its problem alone.

    All are tried before the first is sent: so check mode knows, too, and no object is left half changed.
    """
    try:
        change = _plan_object(resource, want, haves)
        for step in change.steps:
            step.command.line()
    except CgpError as error:
        return Change(want, problem=error)
    except UNEXPECTED as error:
        return Change(want, problem=UnexpectedData(error))
    return change


def _plan_object(resource: Resource, want: Want, haves: Mapping[Key, Have]) -> Change:
    have = haves[want.key]
    source = haves.get(want.rename_from) if want.rename_from else None
    if source is not None and have.present and isinstance(source.problem, NameTaken):
        source = None  # renamed before, and something else has the old name now: an alias of this object, perhaps
    for seen in (have, source):
        if seen is not None and seen.problem is not None:
            return Change(want, problem=seen.problem)
    if want.state == ABSENT:
        return _delete(resource, want, have)
    if want.rename_from and source is not None and source.present:
        return _rename(resource, want, want.rename_from, have, source)
    if not have.present:
        return _create(resource, want)
    return _changed(resource, want, have, "update", [])


def _delete(resource: Resource, want: Want, have: Have) -> Change:
    if not have.present or resource.delete is None:
        return Change(want)
    key = have.spelt or want.key
    steps = tuple(Step(command, "delete") for command in resource.delete(key, want.values))
    # Without a listing nobody knows whether there was anything to delete.
    known = resource.find is not None
    before = {"state": PRESENT if known else UNKNOWN}
    return Change(want, "delete", steps, before, {"state": ABSENT}, unread=() if known else ("state",), spelt=key)


def _rename(resource: Resource, want: Want, old: Key, have: Have, source: Have) -> Change:
    if resource.rename is None:
        return Change(want, problem=CgpError("%s cannot be renamed" % resource.plural))
    if have.present:
        problem = CgpError(
            "%s cannot be renamed to %s: both exist" % (label(old), want.label),
            "Nothing was changed. Delete one of them, or leave rename_from out",
        )
        return Change(want, problem=problem)
    steps = [Step(command, "rename") for command in resource.rename(source.spelt or old, want.key, want.values)]
    before, after = {"name": label(old)}, {"name": want.label}
    return _changed(resource, want, source, "rename", steps, before, after)


def _create(resource: Resource, want: Want) -> Change:
    if resource.create is None:
        problem = CgpError("%s %s does not exist" % (resource.kind, want.label), "Create it first")
        return Change(want, problem=problem)
    carried = _carried_by_create(resource, want)
    steps = [Step(command, "create") for command in resource.create(want.key, carried)]
    values: dict[str, Any] = {facet.name: facet.shape.empty for facet in resource.wanted_facets(want.values)}
    # Whatever the command that creates the object carries is there afterwards: only the rest needs steps of its own.
    values.update((facet.name, carried[facet.name]) for facet in resource.wanted_facets(carried))
    values.update((secret.name, False) for secret in resource.secrets)
    change = _changed(resource, want, Have(True, values), "create", steps, {"state": "absent"}, {"state": "present"})
    after = {**change.after, **_shown(resource, carried)}
    return replace(change, action="create", before={"state": "absent"}, after=after, unread=())


def _shown(resource: Resource, values: Values) -> Values:
    """The facets among the values, as they are shown."""
    return {facet.name: facet.shape.show(values[facet.name]) for facet in resource.wanted_facets(values)}


def _carried_by_create(resource: Resource, want: Want) -> Values:
    """What the create command is given: extras, and the facets that it can carry.

    Removals cannot be said there, and a template may add to what is said: ``apply`` looks at a new object once more.
    """
    carried: Values = {field.name: want.values[field.name] for field in resource.extras if field.name in want.values}
    for facet in resource.wanted_facets(want.values):
        if facet.created:
            shape = facet.shape_of(want)
            carried[facet.name] = shape.target(shape.empty, want.values[facet.name], False)
    return carried


def _changed(
    resource: Resource,
    want: Want,
    have: Have,
    action: str,
    steps: Sequence[Step],
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> Change:
    """The change that brings the facets and secrets of a present object to what is wanted."""
    if want.unsaid is not None and action != "create":  # of what is new there is nothing but what is wanted
        with suppress(CgpError):  # which may be about what is going to be left
            change = _brought_about(resource, want, have, action, steps, before, after)
            if not change.steps:
                return change  # what most are, and what is left would not make it another
        from .wholly import with_untold_left  # here: only documents say all there is to be

        want = with_untold_left(resource, want, have)
    return _brought_about(resource, want, have, action, steps, before, after)


def _brought_about(
    resource: Resource,
    want: Want,
    have: Have,
    action: str,
    steps: Sequence[Step],
    before: Mapping[str, Any] | None,
    after: Mapping[str, Any] | None,
) -> Change:
    """The change without a question."""
    key = want.key if action == "rename" else have.spelt or want.key
    wanted = resource.wanted_facets(want.values)
    plans = [plan_facet(facet, want, key, have) for facet in wanted]
    overwritten = any(planned.overwrites for planned in plans)
    # What overwrites the rest may overwrite a secret that was right before.
    secrets = [
        secret
        for secret in resource.secrets
        if secret.name in want.values and (have.values.get(secret.name) is False or overwritten)
    ]
    if not steps and not secrets and all(planned is NOTHING_TO_DO for planned in plans):
        return Change(want)  # as most are
    old, new = dict(before or {}), dict(after or {})
    written = {facet.name: planned for facet, planned in zip(wanted, plans) if planned.steps}
    old.update((name, planned.before) for name, planned in written.items())
    new.update((name, planned.after) for name, planned in written.items())
    of_facets = [step for planned in plans for step in planned.steps]
    unread = tuple(name for name, planned in written.items() if planned.unread)
    of_secrets = [Step(said, secret.name) for secret in secrets for said in secret.write(key, want.values)]
    for secret in secrets:
        new[secret.name] = CHANGED_SECRET
        if secret.verify(*want.key, want.values[secret.name]) is None:
            old[secret.name] = UNKNOWN
            unread += (secret.name,)
    all_steps = tuple(_in_order(action, steps, of_facets, of_secrets))
    names = tuple(secret.name for secret in secrets)
    told: dict[str, Any] = {
        "untold": tuple(name for planned in plans for name in planned.untold),
        "taken": tuple(place for planned in plans for place in planned.taken),
        "unseen": tuple(place for planned in plans for place in planned.unseen),
        "edits": {name: planned.edit for name, planned in written.items() if planned.edit is not None},
    }
    if not all_steps:
        return Change(want, **told)
    return Change(want, action, all_steps, old, new, names, unread=unread, spelt=key, **told)


def _in_order(action: str, first: Sequence[Step], of_facets: Sequence[Step], of_secrets: Sequence[Step]) -> list[Step]:
    """All steps of a change. Between the making of an object and its secrets comes nothing that could be refused."""
    if action == "create" and of_secrets:
        *before, last = (*first, *of_secrets)
        return [*(replace(step, unfinished=True) for step in before), last, *of_facets]
    return [*first, *of_facets, *of_secrets]
