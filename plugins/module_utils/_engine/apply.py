# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Carries plans out: pipelined, object by object truthful, every write read back.

An object's commands go out one after the other, the objects side by side. After the last command the written parts
are read again and planned again: whatever that plan still wants is what the server did not keep. After a lost
connection nothing is sent twice blindly: the unfinished objects are read, planned and carried out anew.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Iterator, Sequence

from ..connector.errors import CgpError, CliError, ConnectionLost
from .dialogue import Dialogue
from .gather import gather, reread
from .model import Change, Conversation, Facet, Have, Key, Resource, Step, Values, Want
from .plan import plan, plan_object
from .problems import printable

STOP_WIDTH = 16
"""How many objects are under way at once with on_error=stop: those are finished after a failure, no other is begun."""
RECONNECTS = 3
"""How often a run goes on after a lost connection before it gives up."""


@dataclass(frozen=True)
class Outcome:
    """What became of one object.

    ``changed``: whether the server now differs from before, or may differ. ``attempted`` is False for an object that
    was not begun because of ``on_error: stop`` or a connection that could not be made again.
    """

    change: Change
    changed: bool = False
    failure: CgpError | None = None
    attempted: bool = True

    @property
    def ended(self) -> str:
        """Under which of COUNTS the object is counted."""
        if not self.attempted:
            return "not_attempted"
        return "failed" if self.failure is not None else _ENDED[self.change.action]


_ENDED = {"create": "created", "update": "updated", "rename": "renamed", "delete": "deleted", "none": "unchanged"}
COUNTS = ("wanted", "unchanged", "created", "updated", "renamed", "deleted", "failed", "not_attempted")


def apply(
    dialogue: Dialogue, resource: Resource, changes: Sequence[Change], *, stop_on_error: bool = False
) -> list[Outcome]:
    """One Outcome for each change, in order."""
    return _Application(dialogue, resource, changes, stop_on_error).outcomes()


def foresee(changes: Sequence[Change], *, stop_on_error: bool = False) -> list[Outcome]:
    """The outcomes that check mode reports: those of a run in which the server keeps everything."""
    stopped = stop_on_error and any(change.problem is not None for change in changes)
    return [
        Outcome(change, attempted=False)
        if stopped and change.steps
        else Outcome(change, bool(change.steps), change.problem)
        for change in changes
    ]


class _Application:
    """One run of ``apply``: which objects are done, and which were begun when a connection was lost (by first plan)."""

    def __init__(self, dialogue: Dialogue, resource: Resource, changes: Sequence[Change], stop: bool) -> None:
        self.dialogue = dialogue
        self.resource = resource
        self.planned = list(changes)
        self.stop = stop
        self.done: dict[Key, Outcome] = {}
        self.begun: dict[Key, Change] = {}

    def outcomes(self) -> list[Outcome]:
        for change in self.planned:
            if change.problem is not None:
                self._finish(change.want, Outcome(change, failure=change.problem))
            elif not change.steps:
                self._finish(change.want, Outcome(change))
        changes = [change for change in self.planned if change.want.key not in self.done]
        for attempt in range(RECONNECTS + 1):
            try:
                if attempt:
                    changes = self._plan_again()
                self._carry_out(changes)
                break
            except CgpError as error:
                if not isinstance(error, ConnectionLost) or attempt == RECONNECTS:
                    self._give_up(error)
                    break
        not_begun = [change for change in self.planned if change.want.key not in self.done]
        self.done.update((change.want.key, Outcome(change, attempted=False)) for change in not_begun)
        return [self.done[change.want.key] for change in self.planned]

    @property
    def _failed(self) -> bool:
        return any(outcome.failure is not None for outcome in self.done.values())

    def _finish(self, want: Want, outcome: Outcome) -> None:
        self.done[want.key] = outcome

    def _carry_out(self, changes: Sequence[Change]) -> None:
        failed = self._failed

        def conversations() -> Iterator[Conversation]:
            for change in changes:
                # What was begun before a connection was lost is brought to its end, whatever happened to others.
                if self.stop and failed and change.want.key not in self.begun:
                    return
                yield _carry_out_one(self.resource, change)

        # With on_error=stop few objects are under way at once, and those are brought to their end.
        width = STOP_WIDTH if self.stop else 0
        try:
            for number, outcome in self.dialogue.run(conversations(), width):
                self._finish(changes[number].want, self._compared_with_first_plan(outcome))
                failed = failed or outcome.failure is not None
        except CgpError:
            for number in self.dialogue.unfinished:
                self.begun.setdefault(changes[number].want.key, changes[number])
            raise

    def _compared_with_first_plan(self, outcome: Outcome) -> Outcome:
        """An object that was planned anew: a plan that has become another says that the server was changed."""
        plan_now = outcome.change
        first = self.begun.get(plan_now.want.key, plan_now)
        moved = (first.action, first.before) != (plan_now.action, plan_now.before)
        return replace(outcome, change=first, changed=outcome.changed or moved)

    def _plan_again(self) -> list[Change]:
        """New plans for what is not done. An object that was begun and wants nothing more was changed by us."""
        left = [change.want for change in self.planned if change.want.key not in self.done]
        again = plan(self.resource, left, gather(self.dialogue, self.resource, left))
        for change in again:
            begun = self.begun.get(change.want.key)
            if change.problem is not None or not change.steps:
                self._finish(change.want, Outcome(begun or change, begun is not None, change.problem))
        return [change for change in again if change.want.key not in self.done]

    def _give_up(self, error: CgpError) -> None:
        """What was under way when the connection was lost for good may be done, half done or not done."""
        left = [change for change in self.planned if change.want.key not in self.done]
        under_way = [self.begun[change.want.key] for change in left if change.want.key in self.begun]
        for change in under_way:
            failure = CgpError(
                "the connection was lost while %s was being changed: what the server did is unknown (%s)"
                % (change.label, error.message),
                "Run the task again: it reads the server first",
            )
            self._finish(change.want, Outcome(change, changed=True, failure=failure))
        if left and not under_way:
            self._finish(left[0].want, Outcome(left[0], failure=error))


def _carry_out_one(resource: Resource, change: Change) -> Conversation:
    """The conversation that does what one change says, and makes sure that it was done: its Outcome."""
    progress = _Progress()
    try:
        failure = yield from _bring_about(resource, change, progress)
    except CgpError as error:
        failure = error
    return Outcome(change, progress.changed, failure)


class _Progress:
    """Whether a command that changes something was accepted."""

    def __init__(self) -> None:
        self.changed = False


def _bring_about(resource: Resource, change: Change, progress: _Progress) -> Conversation:
    """Returns what went wrong, or None."""
    failure = yield from _send(change.steps, progress)
    if failure is not None or change.action == "delete":
        return failure
    left = yield from _look_again(resource, change)
    if change.action == "create" and left.steps:
        # A template may have given the new object more than was asked for.
        failure = yield from _send(left.steps, progress)
        if failure is not None:
            return failure
        left = yield from _look_again(resource, change)
    if left.problem is None and not left.steps:
        return None
    if change.action == "update" and _same_work(change, left):
        progress.changed = False
    return left.problem or not_kept(change, left)


def _send(steps: Sequence[Step], progress: _Progress) -> Conversation:
    """Sends the steps in order; the first refusal ends it, undoes what can be undone, and is returned."""
    undo: tuple[Any, ...] = ()
    changed_before = progress.changed
    for step in steps:
        refusal = yield from _refusal(step.command)
        if refusal is not None:
            if undo:
                return (yield from _undo(undo, refusal, progress, changed_before))
            return _refused(step, refusal)
        undo, changed_before = step.undo, progress.changed
        progress.changed = True
    return None


def _refusal(command: Any) -> Conversation:
    """Sends one command; returns why it was not carried out, or None."""
    try:
        (result,) = yield [command]
    except CgpError as unwritable:
        return unwritable
    return result if isinstance(result, CliError) else None


def _undo(commands: Sequence[Any], refusal: CgpError, progress: _Progress, changed_before: bool) -> Conversation:
    """Brings the former object back; ``changed_before``: whether anything else had been changed before it went."""
    for command in commands:
        failure = yield from _refusal(command)
        if failure is not None:
            return CgpError(
                "%s; the former object could not be restored either (%s)" % (refusal.message, failure.message),
                "The object is gone: create it by hand or correct the task and run it again",
            )
    progress.changed = changed_before
    return CgpError("%s; the former object was restored" % refusal.message, "Correct the task and run it again")


def _refused(step: Step, refusal: CgpError) -> CgpError:
    if step.purpose in ("create", "rename", "delete") or not isinstance(refusal, CliError):
        return refusal
    told = type(refusal)(refusal.code, "%s (while setting %s)" % (refusal.text, step.purpose), refusal.verb)
    told.hint = refusal.hint
    return told


def _look_again(resource: Resource, change: Change) -> Conversation:
    """The plan that would still be needed: empty when the server kept everything."""
    facets = [facet for facet in resource.facets if _read_back(facet, change) and facet.name in change.after]
    looked_at = _restricted(resource, change, facets)
    have: Have = (yield from read_back(resource, looked_at, facets))
    return plan_object(resource, looked_at, {looked_at.key: have})


def read_back(resource: Resource, want: Want, facets: Sequence[Facet]) -> Conversation:
    """The Have of an object after its change, with these facets."""
    try:
        return (yield from reread(resource, want.key, want, facets))
    except CgpError as error:
        raise CgpError(
            "the change was accepted, but could not be read back: %s" % error.message, error.hint
        ) from error


def _read_back(facet: Facet, change: Change) -> bool:
    """What others may write at the same time is looked at when they have: see ``settle``."""
    return facet.readable and facet.read_back and not any(step.merged for step in change.steps_of(facet.name))


def _restricted(resource: Resource, change: Change, facets: Sequence[Facet]) -> Want:
    """The want without what was not written or cannot be read back."""
    parts = {facet.name for facet in resource.facets} | {secret.name for secret in resource.secrets}
    dropped = parts - {facet.name for facet in facets} - _comparable_secrets(resource, change)
    values: Values = {name: value for name, value in change.want.values.items() if name not in dropped}
    return replace(change.want, values=values, rename_from=None)


def _comparable_secrets(resource: Resource, change: Change) -> set[str]:
    """The secrets that were set and that the server compares."""
    key, values = change.want.key, change.want.values
    written = [secret for secret in resource.secrets if secret.name in change.secrets]
    return {secret.name for secret in written if secret.verify(*key, values[secret.name]) is not None}


def _same_work(change: Change, left: Change) -> bool:
    return (left.before, left.after) == (change.before, change.after)


def not_kept(change: Change, left: Change) -> CgpError:
    """The failure of a change of which the server kept all but what the plan ``left`` would still do."""
    names: list[str] = []
    for facet, wanted in sorted(left.after.items()):
        had = left.before.get(facet)
        if isinstance(wanted, dict) and isinstance(had, dict):
            names += ["%s.%s" % (facet, key) for key in sorted({**had, **wanted})]
        else:
            names.append(facet)
    return CgpError(
        "the server accepted the change of %s but did not keep %s" % (change.label, printable(", ".join(names))),
        "A Domain Administrator's update silently leaves out what that administrator may not change, "
        "and a server drops settings it does not know: check the login's rights and the names",
    )
