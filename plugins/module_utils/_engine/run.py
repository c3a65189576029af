# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of a task: wants, gather, plan; check mode ends here; apply, result."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING, Any, Callable, Iterable, Iterator, Mapping, Sequence

from ..connector.errors import CgpError
from .dialogue import Dialogue
from .gather import list_wanted, read_wanted, refuse_other_kinds
from .many import Derived, as_named
from .model import ON_CHANGE, PRESENT, Change, Conversation, Have, Key, Resource, Want, label
from .outcome import Outcome, foresee
from .plan import plan
from .problems import printable
from .result import NAMES_SHOWN, report
from .wants import read_wants, refuse_duplicates

if TYPE_CHECKING:
    from .._cli.syntax import CommandSpec
    from ..connector.session import Session
    from .foresight import Foresight
    from .progress import Progress
    from .slices import Slice


SLICE = 4096
"""How many objects are read, planned and changed before the next are looked at."""


@dataclass(frozen=True)
class Mode:
    """How a task is run: Ansible's check mode and diff, and options of the module by their names.

    ``foresight``: in check mode, what earlier tasks of the run would have done; what this one would do is added.
    ``missing_rights``: in check mode, a conversation that warns of commands that the login may not use.
    ``progress``: told how far the task has come, if somebody watches it.
    """

    check: bool = False
    diff: bool = False
    on_error: str = "continue"
    detail: str = "summary"
    strict_settings: bool = False
    update_secrets: str = ON_CHANGE
    foresight: Foresight | None = None
    missing_rights: Callable[[Iterable[CommandSpec]], Conversation] | None = None
    progress: Progress | None = None

    def told_to(self, wants: Sequence[Want]) -> Sequence[Want]:
        """The wants with what goes for all of the task."""
        if self.update_secrets == ON_CHANGE:
            return wants
        return Derived(wants, lambda want: replace(want, update_secrets=self.update_secrets))

    @property
    def known(self) -> Foresight:
        """What there is to be known: nothing in a run, which finds it at the server."""
        if self.foresight is not None and self.check:
            return self.foresight
        from .foresight import Foresight  # here: most runs have none

        return Foresight()


def run_resource(
    session: Session,
    resource: Resource,
    rows: Iterable[Mapping[str, Any]],
    mode: Mode,
    *,
    domain: str = "",
    purge: Mapping[str, Any] | None = None,
    last_counts: bool = False,
) -> dict[str, Any]:
    """Makes the server's objects as ``rows`` say and returns the task's result. Raises CgpError for bad input.

    ``last_counts``: of the rows of one object only the last counts.
    """
    wants = read_wants(resource, rows, domain, last_counts=last_counts)
    refuse_duplicates(resource, wants)
    doubtful = misgivings_of(resource, wants, mode.strict_settings)
    dialogue = Dialogue(session, read_only=mode.check)
    known = mode.known if mode.check or purge else None
    spared: Sequence[Key] = ()
    if purge and known is not None:
        from .purge import purge_wants  # here: few tasks have one

        purged = purge_wants(dialogue, resource, wants, purge, domain, known)
        wants.extend(purged.wants)
        spared = purged.spared
    result = run_wants(dialogue, resource, mode.told_to(wants), mode, known, domain, purging=bool(purge))
    result["statistics"] = {"writes": dialogue.writes}
    if spared:
        result["spared"] = [label(key) for key in spared[: None if mode.detail == "all" else NAMES_SHOWN]]
    if doubtful:
        result["warnings"] = list(dict.fromkeys([*doubtful, *result.get("warnings", ())]))
    return result


def run_wants(
    dialogue: Dialogue,
    resource: Resource,
    wants: Sequence[Want],
    mode: Mode,
    known: Foresight | None,
    domain: str = "",
    *,
    purging: bool = False,
    noted: Callable[[Change], None] = lambda change: None,
) -> dict[str, Any]:
    """The part of a result that tells what became of the wants; each plan is ``noted`` as soon as it is made."""
    slices = _Slices(dialogue, resource, wants, mode, known, domain, purging=purging, noted=noted)
    result = report(resource, slices.outcomes(), detail=mode.detail, with_diff=mode.diff)
    warnings = dict.fromkeys([*slices.other_spellings(), *_doubts(resource, wants)])
    warnings.update(dict.fromkeys(_answered_doubts(dialogue, resource, wants)))
    if slices.foreseen and mode.missing_rights is not None:
        warnings.update(dict.fromkeys(dialogue.one(mode.missing_rights(slices.foreseen))))
    if slices.assumed:
        warnings[_assumption(sorted(slices.assumed))] = None
    if slices.unread_answers:
        warnings[_unread_answers(slices.unread_answers)] = None
    warnings.update((_unread(option, labels), None) for option, labels in slices.unread.items())
    warnings.update((_untold(option, labels), None) for option, labels in slices.untold.items())
    warnings.update((told, None) for told in slices.settings_told.warnings())
    if slices.passed_over:
        warnings[_passed_over(resource, slices.passed_over)] = None
    if slices.taken:
        warnings[_taken(resource, slices.taken)] = None
    if warnings:
        result["warnings"] = list(warnings)
    return result


def misgivings_of(resource: Resource, wants: Sequence[Want], strict: bool) -> list[str]:
    """What is doubtful in settings. Raises CgpError where that is refused."""
    if all(facet.shape.words is None for facet in resource.facets):
        return []
    from .misgivings import misgivings, told  # here: not every noun has settings

    doubtful = told(resource, misgivings(resource, wants))
    if doubtful and strict:
        raise CgpError("; ".join(doubtful), "Correct it; what is meant as it is goes with strict_settings: false")
    return doubtful


def _doubts(resource: Resource, wants: Sequence[Want]) -> Iterator[str]:
    if resource.doubts is not None:
        for want in wants:
            yield from resource.doubts(want.key, want.values)


def _answered_doubts(dialogue: Dialogue, resource: Resource, wants: Sequence[Want]) -> list[str]:
    """What only the server can tell, once all is done: what goes wrong here is no failure of the task."""
    ask = resource.ask_doubts
    if ask is None:
        return []
    try:
        answers = dict(dialogue.run(ask(want.key, want.values) for want in wants))
    except CgpError:
        return []
    return [doubt for _number, told in sorted(answers.items()) if not isinstance(told, CgpError) for doubt in told]


class _Slices:
    """The way from wants to outcomes, a slice at a time: what is known of thousands of objects is not all kept."""

    def __init__(
        self,
        dialogue: Dialogue,
        resource: Resource,
        wants: Sequence[Want],
        mode: Mode,
        foresight: Foresight | None,
        domain: str,
        *,
        purging: bool,
        noted: Callable[[Change], None],
    ) -> None:
        self.noted = noted
        self.dialogue = dialogue
        self.resource = resource
        self.wants = wants
        self.mode = mode
        self.foresight = foresight
        self.domain = domain
        self.purging = purging
        if mode.progress is not None:
            mode.progress.begin(resource.plural, len(wants))
        self.assumed: set[str] = set()
        self.unread_answers: list[str] = []
        self.unread: dict[str, list[str]] = {}
        self.untold: dict[str, list[str]] = {}
        self.taken: list[str] = []
        self.passed_over: list[str] = []
        self.foreseen: set[CommandSpec] = set()
        self.spellings: dict[str, list[str]] = {}
        self.settings_told = _SettingsTold()

    def outcomes(self) -> Iterator[Outcome]:
        """One Outcome for each want, in order.

        What goes wrong before anything was changed is raised; later it is the failure of the objects it hit, so that
        the changes so far are reported.
        """
        stopped = False
        listings: Mapping[str, Any] = {}
        for start, end, to_list in self._slices():
            wants = self.wants[start:end]
            try:
                if not stopped:
                    listings = self._listings(start, to_list) if to_list else listings
                outcomes = _not_attempted(wants) if stopped else self._of_slice(wants, listings)
            except CgpError as error:
                if not start:
                    raise
                first, *others = _not_attempted(wants)
                outcomes = [Outcome(first.change, failure=error), *others]
                stopped = True
            stopped = stopped or (self.stop and any(outcome.failure is not None for outcome in outcomes))
            self.unread_answers += [outcome.change.label for outcome in outcomes if outcome.unread]
            self.settings_told.note(outcomes)
            yield from outcomes

    def _slices(self) -> Iterable[Slice]:
        if len(self.wants) <= SLICE:
            return [(0, len(self.wants), len(self.wants))] if self.wants else []
        from .slices import slices  # here: few tasks need more than one

        return slices(self.resource, self.wants, SLICE, listed_at_once=self.purging)

    def _listings(self, start: int, end: int) -> Mapping[str, Any]:
        named = as_named(self.wants)  # a slice after the other: as a list a million would take gigabytes
        wants = chain.from_iterable(named[first : min(first + SLICE, end)] for first in range(start, end, SLICE))
        listings = list_wanted(self.dialogue, self.resource, wants, self.foresight)
        if self.purging:
            # Whose name is another object's may be called otherwise than its user thinks, and be among what goes.
            refuse_other_kinds(self.resource, self.wants, listings)
        return listings

    @property
    def stop(self) -> bool:
        return self.mode.on_error == "stop"

    def _of_slice(self, wants: Sequence[Want], listings: Mapping[str, Any]) -> list[Outcome]:
        began = time.monotonic()
        progress = self.mode.progress
        looked = progress.looked if progress is not None else lambda: None
        haves = read_wanted(self.dialogue, self.resource, wants, listings, self.foresight, looked)
        self.assumed.update(have.assumed for have in haves.values() if have.assumed)
        self._note_spellings(wants, haves)
        changes = plan(self.resource, wants, haves)
        if self.resource.homes is not None:
            from .homes import plan_at_home  # here: few nouns have names inside

            changes = plan_at_home(self.dialogue, self.resource, changes, haves, self.domain)
        changes = [self._passed_over(change) if change.problem is not None else change for change in changes]
        for change in changes:
            self._note(change)
        if progress is not None:
            failed = sum(change.problem is not None for change in changes)
            progress.planned(sum(bool(change.steps) for change in changes), failed)
        if self.mode.check or not any(change.steps for change in changes):
            outcomes = foresee(changes, stop_on_error=self.stop)
            for outcome in outcomes:
                if outcome.changed and self.foresight is not None:
                    self.foresight.add(self.resource, outcome.change)
                    self.foreseen.update(step.command.spec for step in outcome.change.steps)
            return outcomes
        from .apply import apply  # here: most runs find all as it should be, and a target compiles what is imported
        from .settle import settle

        ended = progress.ended if progress is not None else lambda failed: None
        outcomes = apply(self.dialogue, self.resource, changes, stop_on_error=self.stop, ended=ended)
        outcomes = settle(self.dialogue, self.resource, outcomes, time.monotonic() - began)
        if any(outcome.change.action in ("delete", "rename") for outcome in outcomes):
            from .deletions import confirm  # here: few tasks delete or rename anything

            outcomes = confirm(self.dialogue, self.resource, outcomes)
        for outcome in outcomes:
            self._note_unseen(outcome.change, outcome.unseen)
        return outcomes

    def _passed_over(self, change: Change) -> Change:
        """Of an object that nobody named and that cannot be looked at, nothing is asked."""
        if not change.want.purged or change.want.state != PRESENT:
            return change
        self.passed_over.append("%s: %s" % (change.label, change.problem))
        return Change(change.want)

    def _note(self, change: Change) -> None:
        """What a plan could not compare."""
        self.noted(change)
        for option in change.unread:
            self.unread.setdefault(option, []).append(change.label)
        for option in change.untold:
            self.untold.setdefault(option, []).append(change.label)
        self.taken += ["%s of %s" % (place, change.label) for place in change.taken]
        self._note_unseen(change, change.unseen)

    def _note_unseen(self, change: Change, places: Sequence[str]) -> None:
        if places:
            labels = self.unread.setdefault(A_SECRET, [])
            labels += ["%s of %s" % (place, change.label) for place in places]

    def _note_spellings(self, wants: Sequence[Want], haves: Mapping[Key, Have]) -> None:
        if all(facet.shape.words is None for facet in self.resource.facets):
            return
        from .misgivings import other_spellings

        for want in wants:
            have = haves.get(want.key)
            for spelling in other_spellings(self.resource, want, have.values) if have else ():
                self.spellings.setdefault(spelling, []).append(want.label)

    def other_spellings(self) -> list[str]:
        """Warnings of what the server calls otherwise."""
        if not self.spellings:
            return []
        from .misgivings import told

        return told(self.resource, self.spellings)


class _SettingsTold:
    """What servers tell of settings otherwise than it was wanted: by setting, of which objects."""

    def __init__(self) -> None:
        self.surviving: dict[str, list[str]] = {}
        self.unshown: dict[str, list[str]] = {}

    def note(self, outcomes: Iterable[Outcome]) -> None:
        for outcome in outcomes:
            for found, settings in ((self.surviving, outcome.surviving), (self.unshown, outcome.unshown)):
                for setting in settings:
                    found.setdefault(setting, []).append(outcome.change.label)

    def warnings(self) -> Iterator[str]:
        for text, found in (
            (
                "The server still shows settings that were to go: it shows their defaults, or does not remove them. "
                "Unless their defaults are known, each run tries again until they are named",
                self.surviving,
            ),
            (
                "The server accepted settings that it does not show, as it may do with what is the default. "
                "Unless that is known, each run sets them again",
                self.unshown,
            ),
        ):
            if found:
                told = ["%s (%s)" % (setting, _some(labels)) for setting, labels in sorted(found.items())]
                yield printable("%s: %s" % (text, _some(told)))


def _not_attempted(wants: Sequence[Want]) -> list[Outcome]:
    return [Outcome(Change(want), attempted=False) for want in wants]


def _assumption(names: list[str]) -> str:
    return "Check mode assumes that an earlier task of a real run makes what does not exist yet: %s" % _some(names)


def _unread_answers(names: list[str]) -> str:
    return (
        "The server accepted changes and answered with data that cannot be read. What can be read was read again "
        "and is as wanted, unless the object is among the failures: %s" % _some(names)
    )


def _unread(option: str, names: list[str]) -> str:
    return (
        "%s cannot be read from the server: nobody knows whether it was so already, and each run sets it again "
        "and reports a change: %s" % (option, _some(names))
    )


def _passed_over(resource: Resource, told: list[str]) -> str:
    return printable(
        "%s that nothing is said of could not be looked at, and were left as they are: %s"
        % (resource.plural[:1].upper() + resource.plural[1:], _some(told))
    )


A_SECRET = "A secret that the server hides or encodes"


def _taken(resource: Resource, places: list[str]) -> str:
    option = next((facet.policy for facet in resource.facets if facet.policy), "update_secrets")
    return (
        "The server hides or encodes secrets, so that nobody can compare them. These were taken for the wanted ones, "
        "and only %s: always sets them: %s" % (option, _some(places))
    )


def _untold(option: str, names: list[str]) -> str:
    return (
        "%s is set at creation only, for the server does not tell it, or not where it takes it: of what exists already "
        "it was left as it is, whatever that is: %s" % (option, _some(names))
    )


def _some(names: list[str]) -> str:
    return ", ".join(names[:10]) + (" and %d more" % (len(names) - 10) if len(names) > 10 else "")
