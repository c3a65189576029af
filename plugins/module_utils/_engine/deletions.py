# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes sure that what was deleted is gone: a success does not say so, for servers may accept a deletion and keep it.

One look at the listings of all that a task has deleted, not one for each object.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Mapping, Sequence

from ..connector.errors import CgpError, NotFound
from .apply import Outcome, still_there
from .dialogue import Dialogue
from .gather import list_wanted
from .model import Resource, fold


def confirm(dialogue: Dialogue, resource: Resource, outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The outcomes again: a deletion whose object is still there has failed, and changed nothing."""
    confirmed = list(outcomes)
    deleted = [
        number
        for number, outcome in enumerate(outcomes)
        if outcome.change.action == "delete" and outcome.changed and outcome.failure is None
    ]
    if resource.find is None or not deleted:
        return confirmed
    wants = [outcomes[number].change.want for number in deleted]
    try:
        listings: Mapping[str, Any] = list_wanted(dialogue, resource, wants)
    except CgpError as error:
        listings = {fold(resource.scope(want.key)): error for want in wants}
    for number in deleted:
        outcome = outcomes[number]
        found = listings[fold(resource.scope(outcome.change.want.key))]
        if isinstance(found, NotFound):
            continue  # what it belonged to is gone, too
        if isinstance(found, CgpError):
            confirmed[number] = replace(outcome, failure=_unseen(outcome, found))
            continue
        failure = still_there(resource, outcome.change, found)
        if failure is not None:
            confirmed[number] = replace(outcome, changed=False, failure=failure)
    return confirmed


def _unseen(outcome: Outcome, error: CgpError) -> CgpError:
    return CgpError(
        "the server accepted the deletion of %s, but whether it is gone could not be read (%s)"
        % (outcome.change.label, error.message),
        "Run the task again: it reads the server first",
    )
