# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Carries plans out: pipelined, object by object truthful, every write read back.

An object's commands go out one after the other, the objects side by side. After the last command the written parts
are read again and planned again: whatever that plan still wants is what the server did not keep. After a lost
connection nothing is sent twice blindly: the objects that were begun are read, planned and carried out anew.

With ``on_error: stop`` nothing more is changed once a failure is known: what is in flight then is waited for, read
again and told; an object that would need more changes is left unfinished and says so. Only an object that is being
replaced, whose former self is gone already, still gets its new one, and a new one its secret.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Callable, Iterator, Mapping, Sequence

from ..connector.errors import (
    AlreadyExists,
    BadReply,
    CgpError,
    CliError,
    ConnectionLost,
    NotFound,
    SurplusReply,
    Unclear,
)
from .dialogue import RECONNECTS, Dialogue, Halted
from .facet_plan import is_whole
from .gather import gather
from .kept import Kept, Look, insisting, kept, kept_null, look
from .model import ALWAYS, ON_CREATE, Change, Conversation, Facet, Key, Resource, Secret, Step, Want
from .outcome import Outcome
from .plan import plan

STOP_WIDTH = 16
"""How many objects are under way at once with on_error=stop."""


def apply(
    dialogue: Dialogue,
    resource: Resource,
    changes: Sequence[Change],
    *,
    stop_on_error: bool = False,
    ended: Callable[[bool], None] = lambda failed: None,
) -> list[Outcome]:
    """One Outcome for each change, in order. ``ended`` is told whether it failed as soon as one of them is over."""
    return _Application(dialogue, resource, changes, stop_on_error, ended).outcomes()


class _Application:
    """One run of ``apply``: which objects are done, and which were begun when a connection was lost (by first plan)."""

    def __init__(
        self,
        dialogue: Dialogue,
        resource: Resource,
        changes: Sequence[Change],
        stop: bool,
        ended: Callable[[bool], None],
    ) -> None:
        self.dialogue = dialogue
        self.resource = resource
        self.planned = list(changes)
        self.stop = stop
        self.ended = ended
        self.failed = False
        self.done: dict[Key, Outcome] = {}
        self.begun: dict[Key, Change] = {}

    def outcomes(self) -> list[Outcome]:
        for change in self.planned:
            if change.problem is not None:
                self._finish(change.want, Outcome(change, failure=change.problem))
            elif not change.steps:
                self._finish(change.want, Outcome(change))
        changes = [change for change in self.planned if change.want.key not in self.done]
        self._carry_on(changes)
        not_begun = [change for change in self.planned if change.want.key not in self.done]
        self.done.update((change.want.key, Outcome(change, attempted=False)) for change in not_begun)
        return [self.done[change.want.key] for change in self.planned]

    def _carry_on(self, left: list[Change]) -> None:
        """Carries the changes out, with a new connection for each that is lost as long as there is progress.

        What was begun is read again before it goes on, and a connection that bears few commands may be spent on that:
        without progress fewer objects are taken at a time, and changed on a connection that has not read them.
        """
        loss: ConnectionLost | None = None
        losses, least, together = 0, _steps_left(left), len(left)
        try:
            while self._goes_on(left):
                now = self._plan_again(left[:together])
                left = now + left[together:]
                if loss is not None:
                    losses = 0 if _steps_left(left) < least else losses + 1
                    least = min(least, _steps_left(left))
                    if losses > RECONNECTS and together <= 1:
                        raise loss
                    if losses:
                        together = max(1, min(together, len(now)) // 4)
                    if losses > 1:
                        self.dialogue.session.narrow()
                        self.dialogue.session.close()
                loss = self._carry_out(now[:together])
                together *= 2 if loss is None else 1
                left = [change for change in left if change.want.key not in self.done]
                left.sort(key=lambda change: change.want.key not in self.begun)
        except SurplusReply as error:
            self._doubt(error)
        except CgpError as error:
            self._give_up(error)

    def _goes_on(self, left: Sequence[Change]) -> bool:
        """Whether any of what is left, what was begun first, is to be looked at."""
        return bool(left) and not (self.stop and self.failed and left[0].want.key not in self.begun)

    def _finish(self, want: Want, outcome: Outcome) -> None:
        self.done[want.key] = outcome
        if outcome.change.steps:
            self.ended(outcome.failure is not None)
        self.failed = self.failed or outcome.failure is not None

    def _carry_out(self, changes: Sequence[Change]) -> ConnectionLost | None:
        """Returns the loss of the connection that ended it early."""
        under_way: dict[int, _Progress] = {}

        def conversations() -> Iterator[Conversation]:
            for number, change in enumerate(changes):
                # What was begun before a connection was lost is looked at again, whatever happened to others.
                if self.stop and self.failed and change.want.key not in self.begun:
                    return
                under_way[number] = _Progress()
                yield self._carry_out_one(change, under_way[number])

        def halted(number: int) -> bool:
            return self.stop and self.failed and not under_way[number].irreversible

        width = STOP_WIDTH if self.stop else 0
        try:
            for number, outcome in self.dialogue.run(conversations(), width, halted):
                self._finish(changes[number].want, self._compared_with_first_plan(outcome))
                del under_way[number]
        except CgpError as error:
            for number in self.dialogue.unfinished:
                self.begun.setdefault(changes[number].want.key, changes[number])
            if isinstance(error, SurplusReply) or not isinstance(error, ConnectionLost):
                raise
            return error
        return None

    def _carry_out_one(self, change: Change, progress: _Progress) -> Conversation:
        """The conversation that does what one change says, and makes sure that it was done: its Outcome."""
        try:
            failure = yield from _bring_about(self.resource, change, progress)
        except Halted:
            if not progress.changed and change.want.key not in self.begun:
                return Outcome(change, attempted=False)
            failure = CgpError(
                "%s was begun and is not finished: another object failed, and on_error is stop" % change.label,
                "Mend that and run the task again",
            )
        except CgpError as error:
            failure = error
        # At once, and not when the outcome is taken: before that others might send their next command.
        self.failed = self.failed or failure is not None
        if change.action == "delete" and failure is None and not progress.changed:
            change = replace(change, action="none", steps=())  # somebody else has deleted it
        if change.action == "update" and failure is None and not progress.changed:
            change = replace(change, action="none")  # nothing came of it
        return Outcome(change, progress.changed, failure, unread=progress.unread).of(progress.kept)

    def _compared_with_first_plan(self, outcome: Outcome) -> Outcome:
        """An object that was planned anew: a plan that has become another says that the server was changed."""
        plan_now = outcome.change
        first = self.begun.get(plan_now.want.key, plan_now)
        moved = (first.action, first.before) != (plan_now.action, plan_now.before)
        return replace(outcome, change=first, changed=outcome.changed or moved)

    def _plan_again(self, changes: Sequence[Change]) -> list[Change]:
        """The changes, with new plans for those that were begun: nobody knows what became of these.

        One that wants nothing more was changed by us.
        """
        begun = [self.begun[change.want.key] for change in changes if change.want.key in self.begun]
        wants = [_with_secrets(self.resource, change) for change in begun]
        again = plan(self.resource, wants, gather(self.dialogue, self.resource, wants)) if wants else []
        for change in again:
            if change.problem is not None or not change.steps:
                self._finish(change.want, Outcome(self.begun[change.want.key], True, change.problem))
        planned = {change.want.key: change for change in again}
        now = [planned.get(change.want.key, change) for change in changes]
        return [change for change in now if change.want.key not in self.done]

    def _give_up(self, error: CgpError) -> None:
        """What was under way when the connection was lost for good may be done, half done or not done."""
        left = [change for change in self.planned if change.want.key not in self.done]
        under_way = [self.begun[change.want.key] for change in left if change.want.key in self.begun]
        for change in under_way:
            failure = CgpError(
                "the connection was lost while %s was being changed: what the server did is unknown (%s)"
                % (change.label, error.message),
                _hint_for_next_run(self.resource, change, "Run the task again: it reads the server first"),
            )
            self._finish(change.want, Outcome(change, changed=True, failure=failure))
        if left and not under_way:
            self._finish(left[0].want, Outcome(left[0], failure=error))

    def _doubt(self, error: CgpError) -> None:
        """A reply too many was taken for another object's: nothing that was told since is certain."""
        for change in self.planned:
            known = self.done.get(change.want.key)
            if not change.steps or (known is None and change.want.key not in self.begun):
                continue
            failure = CgpError(
                "%s: what the server did to %s is not certain" % (error.message, change.label),
                "Run the task again: it reads the server first",
            )
            self._finish(change.want, Outcome(change, changed=True, failure=failure))


def _with_secrets(resource: Resource, change: Change) -> Want:
    """The want of a change that was begun: what we have created ourselves still is new."""
    policies = {secret.policy: ALWAYS for secret in _of_new_only(resource, change)}
    return replace(change.want, values={**change.want.values, **policies}) if policies else change.want


def _steps_left(changes: Sequence[Change]) -> int:
    return sum(len(change.steps) for change in changes)


class _Progress:
    """How far an object has come.

    ``changed``: a command that changes something was accepted; ``unread``: and was answered with data that cannot be
    read; ``irreversible``: the object is gone, or has not got its secret, until its next command; ``kept``: what became
    of it in the end.
    """

    def __init__(self) -> None:
        self.changed = False
        self.unread = False
        self.irreversible = False
        self.kept = Kept()


def _bring_about(resource: Resource, change: Change, progress: _Progress) -> Conversation:
    """Returns what went wrong, or None."""
    failure = yield from _send(change.steps, progress)
    if failure is not None and not (yield from _is_gone_anyway(resource, change, failure)):
        return _made_in_part(resource, change, failure) if progress.changed else failure
    if change.action == "delete":
        return None  # whether it is gone is looked for when all are done: see deletions.py
    seen: Look = (yield from _look_again(resource, change))
    # A template may have given the new object more than was asked for.
    more = seen.left.steps if change.action == "create" else insisting(resource, change, seen)
    if more:
        failure = yield from _send(more, progress)
        if failure is not None:
            return _made_in_part(resource, change, failure)
        first, seen = seen, (yield from _look_again(resource, change))
        if change.action != "create" and kept_null(first, seen):
            failure = yield from _send(first.left.steps, progress)
            if failure is not None:
                return failure
            seen = yield from _look_again(resource, change)
    progress.kept = kept(resource, change, seen)
    if change.action == "update" and seen.left.steps and _same_work(change, seen.left):
        progress.changed = False
    return seen.left.problem or progress.kept.failure(change)


def _send(steps: Sequence[Step], progress: _Progress) -> Conversation:
    """Sends the steps in order; the first refusal ends it, undoes what can be undone, and is returned."""
    undo: tuple[Any, ...] = ()
    changed_before = progress.changed
    for step in steps:
        refusal = yield from _refusal(step.command, progress)
        if refusal is not None:
            if undo:
                return (yield from _undo(undo, refusal, progress, changed_before))
            return _refused(step, refusal)
        undo, changed_before = step.undo, progress.changed
        progress.changed = True
        progress.irreversible = bool(undo) or step.unfinished
    return None


def _refusal(command: Any, progress: _Progress) -> Conversation:
    """Sends one command; returns why it was not carried out, or None."""
    try:
        (result,) = yield [command]
    except BadReply:
        progress.unread = True  # it was carried out all the same
        return None
    except Halted:
        raise
    except CgpError as unwritable:
        return unwritable
    return result if isinstance(result, CliError) else None


def _undo(commands: Sequence[Any], refusal: CgpError, progress: _Progress, changed_before: bool) -> Conversation:
    """Brings the former object back; ``changed_before``: whether anything else had been changed before it went."""
    for command in commands:
        failure = yield from _refusal(command, progress)
        if failure is not None:
            return CgpError(
                "%s; the former object could not be restored either (%s)" % (refusal.message, failure.message),
                "The object is gone: create it by hand or correct the task and run it again",
            )
    progress.changed = changed_before
    return CgpError("%s; the former object was restored" % refusal.message, "Correct the task and run it again")


def _is_gone_anyway(resource: Resource, change: Change, failure: CgpError) -> Conversation:
    """Whether a refused deletion is no failure: what was to go is not there any more."""
    if change.action != "delete" or resource.find is None or not isinstance(failure, (NotFound, Unclear)):
        return False
    try:
        return (yield from _look_for_deleted(resource, change)) is None
    except NotFound:
        return True  # nor is what it belonged to
    except CliError:
        return False


def _made_in_part(resource: Resource, change: Change, failure: CgpError) -> CgpError:
    """The same failure, which tells that the object was created nevertheless."""
    if change.action == "create":
        failure.message += "; the %s was created, without what was still to be done" % resource.noun
        failure.hint = _hint_for_next_run(resource, change, failure.hint or "Correct that and run the task again")
    return failure


def _hint_for_next_run(resource: Resource, change: Change, hint: str) -> str:
    """A hint to run the task again, for an object that may have been created without its secrets."""
    policies = [secret.policy for secret in _of_new_only(resource, change)]
    return "; ".join([hint, *("with %s: always, for only new ones get theirs otherwise" % name for name in policies)])


def _of_new_only(resource: Resource, change: Change) -> list[Secret]:
    """The wanted secrets of an object that was to be created which one that exists would not be given."""
    values = change.want.values
    if change.action != "create":
        return []
    return [each for each in resource.secrets if each.name in values and values.get(each.policy) == ON_CREATE]


def _refused(step: Step, refusal: CgpError) -> CgpError:
    if step.purpose in ("create", "rename") and isinstance(refusal, AlreadyExists):
        refusal.hint = "Somebody else may have made it meanwhile: run the task again, or choose another name"
    if step.purpose in ("create", "rename", "delete") or not isinstance(refusal, CliError):
        return refusal
    told = type(refusal)(refusal.code, "%s (while setting %s)" % (refusal.text, step.purpose), refusal.verb)
    told.hint = refusal.hint
    return told


def _look_again(resource: Resource, change: Change) -> Conversation:
    """A Look at what was written, but for what cannot be read back."""
    facets = [
        facet
        for facet in resource.facets
        if _read_back(facet, change) and (facet.name in change.after or _is_new_and_whole(facet, change))
    ]
    return look(resource, change, facets, _comparable_secrets(resource, change))


def _is_new_and_whole(facet: Facet, change: Change) -> bool:
    """Whether a new object is to have nothing in it but what is wanted, which may be nothing."""
    return change.action == "create" and facet.name in change.want.values and is_whole(facet, change.want)


def _look_for_deleted(resource: Resource, change: Change) -> Conversation:
    """Why an object is not gone, or None: asked where its deletion was refused."""
    if resource.find is None:
        return None
    key = change.want.key
    found = yield from resource.find(resource.scope(key), [resource.name(key)])
    return still_there(resource, change, found)


def still_there(resource: Resource, change: Change, found: Mapping[str, Any]) -> CgpError | None:
    """Why a listing says that a deleted object is not gone, or None."""
    name = resource.name(change.spelt or change.want.key)
    seen = resource.found(found, name)
    if isinstance(seen, CgpError):
        return seen
    if seen is not None and seen.kind == resource.kind and resource.is_surely(name, seen):
        return CgpError(
            "the server accepted the deletion of %s but it is still there" % change.label,
            "Something may still use it, or the login may not delete it",
        )
    return None


def _read_back(facet: Facet, change: Change) -> bool:
    """What others may write at the same time is looked at when they have: see ``settle``."""
    return facet.readable and facet.read_back and not any(step.merged for step in change.steps_of(facet.name))


def _comparable_secrets(resource: Resource, change: Change) -> set[str]:
    """The secrets that were set and that the server compares."""
    key, values = change.want.key, change.want.values
    written = [secret for secret in resource.secrets if secret.name in change.secrets]
    return {secret.name for secret in written if secret.verify(*key, values[secret.name]) is not None}


def _same_work(change: Change, left: Change) -> bool:
    return (left.before, left.after) == (change.before, change.after)
