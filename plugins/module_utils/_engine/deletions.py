# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes sure that what was deleted is gone, and that what was renamed is there under its new name.

A success does not say so: servers may accept a command and do nothing. One look at the listings of all that a task has
deleted and renamed, not one for each object.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Mapping, Sequence

from ..connector.errors import CgpError, NotFound
from .apply import still_there
from .dialogue import Dialogue
from .gather import list_wanted
from .model import Key, Resource, Want, label
from .outcome import Outcome


def confirm(dialogue: Dialogue, resource: Resource, outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The outcomes again: what was deleted and is still there, or renamed and has its old name, has not changed."""
    confirmed = list(outcomes)
    accepted = [
        number
        for number, outcome in enumerate(outcomes)
        if outcome.changed and (outcome.change.action == "rename" or _is_deletion(outcome))
    ]
    if resource.find is None or not accepted:
        return confirmed
    wants = [replace(outcomes[number].change.want, rename_from=None) for number in accepted]
    try:
        listings: Mapping[str, Any] = list_wanted(dialogue, resource, wants)
    except CgpError as error:
        listings = {resource.place_of(want.key): error for want in wants}
    for number in accepted:
        outcome = outcomes[number]
        found = listings[resource.place_of(outcome.change.want.key)]
        if outcome.change.action == "rename":
            confirmed[number] = _renamed(dialogue, resource, outcome, found)
            continue
        if isinstance(found, NotFound):
            continue  # what it belonged to is gone, too
        if isinstance(found, CgpError):
            confirmed[number] = replace(outcome, failure=_unseen(outcome, found))
            continue
        failure = still_there(resource, outcome.change, found)
        if failure is not None:
            confirmed[number] = replace(outcome, changed=False, failure=failure)
    return confirmed


def _is_deletion(outcome: Outcome) -> bool:
    return outcome.change.action == "delete" and outcome.failure is None


def _renamed(dialogue: Dialogue, resource: Resource, outcome: Outcome, found: Any) -> Outcome:
    """The outcome of a renaming; another failure that there was may be one of a name that is not there."""
    want = outcome.change.want
    if isinstance(found, CgpError):
        return replace(outcome, failure=outcome.failure or _unseen(outcome, found))
    if _is_there(resource, want.key, found) or want.rename_from is None:
        return outcome
    names = (label(want.rename_from), want.label)
    if _is_there(resource, want.rename_from, _listing(dialogue, resource, want.rename_from)):
        failure = CgpError(
            "the server accepted the renaming of %s to %s but it still has its old name" % names,
            "The login may not rename it, or the server may not take the new name",
        )
        return replace(outcome, changed=False, failure=failure)
    failure = CgpError(
        "the server accepted the renaming of %s to %s, and has neither name now" % names, "Look for it by hand"
    )
    return replace(outcome, failure=outcome.failure or failure)


def _listing(dialogue: Dialogue, resource: Resource, key: Key) -> Mapping[str, Any]:
    """What is listed where the key is; nothing where that is refused."""
    try:
        told = list_wanted(dialogue, resource, [Want(key)])[resource.place_of(key)]
    except CgpError:
        return {}
    return {} if isinstance(told, CgpError) else told


def _is_there(resource: Resource, key: Key, listing: Mapping[str, Any]) -> bool:
    return getattr(resource.found(listing, resource.name(key)), "kind", "") == resource.kind


def _unseen(outcome: Outcome, error: CgpError) -> CgpError:
    done = {"delete": ("deletion", "gone"), "rename": ("renaming", "done")}[outcome.change.action]
    return CgpError(
        "the server accepted the %s of %s, but whether it is %s could not be read (%s)"
        % (done[0], outcome.change.label, done[1], error.message),
        "Run the task again: it reads the server first",
    )
