# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes sure that what was merged into a whole is not lost by others who write it at the same time.

Some things the server takes only as a whole: a list of addresses, a table, a section of settings. Who adds to one reads
it, and writes it with the addition. Two who do so at the same moment read the same, and the second one's writing undoes
the first one's. The server has no lock and no "only if it is still so" against that.

So a while after such a write the whole is read again. Whoever had read it before the write has written it by then, for
from reading to writing is a round trip, and the pause is longer. What is missing is merged into what is there now, and
looked for again after a pause that is a matter of chance, so that those who collided do not do so again. Where others
are seen to write, but nothing is missing, there is one more look: the last one is that which finds all as it was.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, replace
from typing import Iterator, Sequence

from ..connector.errors import CgpError, CliError, ConnectionLost
from .apply import Outcome, not_kept, read_back
from .dialogue import RECONNECTS, Dialogue
from .model import Change, Conversation, Edit, Have, Resource, Step, Values, Want
from .plan import plan_object

TRIES = 10
"""How often what others undo is merged again before it is given up."""
LOOKS = 20
"""How often it is looked at: others may go on writing for as long as they like, if they keep what was wanted."""
PAUSE = 0.1
"""The shortest time, in seconds, from a write to the look at what has become of it."""
LONGEST = 8.0
"""No pause is longer than twice this."""


def settle(dialogue: Dialogue, resource: Resource, outcomes: Sequence[Outcome], spent: float) -> list[Outcome]:
    """The outcomes again, each change that was merged into a whole seen to be there, or failed.

    ``spent``: how many seconds the reading and the writing took. Others are likely to take as long.
    """
    settling = _Settling(dialogue, resource, outcomes)
    settling.run(min(max(PAUSE, spent), LONGEST))
    return settling.results


@dataclass
class _Open:
    """A change that nobody has seen to last yet.

    ``edits``: by facet, what was there before its last write, and what has been there after it or at the last look.
    ``lost``: how often it had to be merged again. ``unseen`` as in Outcome.
    """

    change: Change
    edits: dict[str, Edit]
    looks: int = 0
    lost: int = 0
    unseen: tuple[str, ...] = ()


class _Settling:
    """The outcomes, and by their place those that are open."""

    def __init__(self, dialogue: Dialogue, resource: Resource, outcomes: Sequence[Outcome]) -> None:
        self.dialogue = dialogue
        self.resource = resource
        self.results = list(outcomes)
        self.open: dict[int, _Open] = {}
        for place, outcome in enumerate(outcomes):
            edits = _edits(outcome.change.steps)
            if edits and outcome.changed and outcome.failure is None:
                self.open[place] = _Open(outcome.change, edits)

    def run(self, pause: float) -> None:
        lost_connections = 0
        while self.open:
            tries = max(change.lost for change in self.open.values())
            time.sleep(pause + random.uniform(0.0, min(pause * 2**tries, LONGEST)))
            try:
                self._look()
            except ConnectionLost as error:
                lost_connections += 1
                if lost_connections > RECONNECTS:
                    self._give_up(error)

    def _look(self) -> None:
        order = list(self.open)
        for number, found in self.dialogue.run(self._looks(order)):
            place = order[number]
            if isinstance(found, CgpError):
                self._fail(place, found)
            elif found:
                self.results[place] = replace(self.results[place], unseen=self.open.pop(place).unseen)

    def _looks(self, order: Sequence[int]) -> Iterator[Conversation]:
        for place in order:
            yield _look_at(self.resource, self.open[place])

    def _fail(self, place: int, failure: CgpError) -> None:
        change = self.open.pop(place).change
        nothing_done = isinstance(failure, _WithoutEffect) and all(step.merged for step in change.steps)
        self.results[place] = Outcome(change, not nothing_done, failure)

    def _give_up(self, error: CgpError) -> None:
        for place, unsettled in list(self.open.items()):
            failure = CgpError(
                "%s was changed, but nobody could see whether that lasted: the connection was lost (%s)"
                % (unsettled.change.label, error.message),
                "Run the task again: it reads the server first",
            )
            self._fail(place, failure)


class _WithoutEffect(CgpError):
    """What is there was there before the first write: the server does not keep it, and nobody else is to blame."""


def _look_at(resource: Resource, unsettled: _Open) -> Conversation:
    """Returns whether all is there and at rest. What is missing is merged again."""
    change = unsettled.change
    facets = [facet for facet in resource.facets if facet.name in unsettled.edits]
    want = _restricted(resource, change, unsettled.edits)
    have: Have = (yield from read_back(resource, want, facets, change.spelt))
    left = plan_object(resource, want, {want.key: have})
    if left.problem is not None:
        raise left.problem
    unsettled.looks += 1
    unsettled.unseen = left.unseen
    before_and_now = [
        (facet.shape_at(want.key), unsettled.edits[facet.name], have.values.get(facet.name)) for facet in facets
    ]
    if not left.steps:
        at_rest = all(shape.equal(edit.after, now) for shape, edit, now in before_and_now)
        for name, edit in unsettled.edits.items():
            unsettled.edits[name] = replace(edit, after=have.values.get(name))
        return at_rest or unsettled.looks >= LOOKS
    if all(shape.equal(edit.before, now) for shape, edit, now in before_and_now):
        failure = not_kept(change, left)
        raise failure if unsettled.lost else _WithoutEffect(failure.message, failure.hint)
    if unsettled.lost == TRIES:
        raise CgpError(
            "%s was changed, but others keep writing it at the same time, and what was wanted is lost" % change.label,
            "Run the task again, or let fewer hosts change it at once (throttle or serial)",
        )
    unsettled.lost += 1
    for step in left.steps:
        (result,) = yield [step.command]
        if isinstance(result, CliError):
            raise result
    unsettled.edits.update(_edits(left.steps))
    return False


def _edits(steps: Sequence[Step]) -> dict[str, Edit]:
    """By facet, what the steps merged."""
    return {step.purpose: step.merged for step in steps if step.merged is not None}


def _restricted(resource: Resource, change: Change, facets: Values) -> Want:
    """The want with these facets only."""
    parts = {facet.name for facet in resource.facets} | {secret.name for secret in resource.secrets}
    dropped = parts - set(facets)
    values: Values = {name: value for name, value in change.want.values.items() if name not in dropped}
    return replace(change.want, values=values, rename_from=None, written=change.before)
