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
from dataclasses import dataclass, field, replace
from typing import Iterator, Sequence

from ..connector.errors import BadReply, CgpError, CliError, ConnectionLost
from .dialogue import RECONNECTS, Dialogue
from .kept import Kept, Look, kept, look, steps_left
from .model import Change, Conversation, Edit, Resource, Step
from .outcome import Outcome

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
    ``lost``: how often it had to be merged again. ``kept``: what there is to say of it in the end; ``changed``: whether
    any write had an effect.
    """

    change: Change
    edits: dict[str, Edit]
    looks: int = 0
    lost: int = 0
    kept: Kept = field(default_factory=Kept)
    changed: bool = True


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
                self._end(place)

    def _looks(self, order: Sequence[int]) -> Iterator[Conversation]:
        for place in order:
            yield _look_at(self.resource, self.open[place])

    def _end(self, place: int) -> None:
        unsettled = self.open.pop(place)
        change = unsettled.change
        if not unsettled.changed and all(step.merged for step in change.steps):
            self.results[place] = Outcome(replace(change, action="none"))
        self.results[place] = self.results[place].of(unsettled.kept)

    def _fail(self, place: int, failure: CgpError) -> None:
        unsettled = self.open.pop(place)
        change = unsettled.change
        nothing_done = not unsettled.changed and all(step.merged for step in change.steps)
        self.results[place] = Outcome(change, not nothing_done, failure)

    def _give_up(self, error: CgpError) -> None:
        for place, unsettled in list(self.open.items()):
            failure = CgpError(
                "%s was changed, but nobody could see whether that lasted: the connection was lost (%s)"
                % (unsettled.change.label, error.message),
                "Run the task again: it reads the server first",
            )
            self._fail(place, failure)


def _look_at(resource: Resource, unsettled: _Open) -> Conversation:
    """Returns whether all is there and at rest, or will not be. What is missing is merged again."""
    change = unsettled.change
    facets = [facet for facet in resource.facets if facet.name in unsettled.edits]
    seen: Look = (yield from look(resource, change, facets))
    unsettled.looks += 1
    if seen.left.problem is not None:
        raise seen.left.problem
    before_and_now = [
        (facet.shape_of(change.want), unsettled.edits[facet.name], seen.have.values.get(facet.name))
        for facet in facets
    ]
    steps = steps_left(resource, change, seen)
    if not steps:
        unsettled.kept = kept(resource, change, seen)
        at_rest = all(shape.equal(edit.after, now) for shape, edit, now in before_and_now)
        for name, edit in unsettled.edits.items():
            unsettled.edits[name] = replace(edit, after=seen.have.values.get(name))
        return at_rest or unsettled.looks >= LOOKS
    if all(shape.equal(edit.before, now) for shape, edit, now in before_and_now):
        # The last write had no effect: so it is with this server, and nobody else is to blame.
        unsettled.changed = unsettled.lost > 0
        unsettled.kept = kept(resource, change, seen)
        failure = unsettled.kept.failure(change)
        if failure is not None:
            raise failure
        return True
    if unsettled.lost == TRIES:
        raise CgpError(
            "%s was changed, but others keep writing it at the same time, and what was wanted is lost" % change.label,
            "Run the task again, or let fewer hosts change it at once (throttle or serial)",
        )
    unsettled.lost += 1
    for step in steps:
        try:
            (result,) = yield [step.command]
        except BadReply:
            continue  # it was carried out all the same
        if isinstance(result, CliError):
            raise result
    unsettled.edits.update(_edits(steps))
    return False


def _edits(steps: Sequence[Step]) -> dict[str, Edit]:
    """By facet, what the steps merged."""
    return {step.purpose: step.merged for step in steps if step.merged is not None}
