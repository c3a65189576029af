# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the control language that are about the simulator itself: faults, habits, the clock ..."""

from __future__ import annotations

from typing import Any, Sequence

from ...connector.errors import CgpError
from ..answers import refusals
from ..faults import faults
from ..faults.faults import Fault
from ..habits import conduct
from ..habits.catalogue import HabitError, known
from ..service import clock
from ..service.service import Service
from .language import CONTROLS, control


@control("HELP")
def list_words(_service: Service, argument: Any) -> list[str]:
    """Answers all words, each with what it does."""
    _nothing(argument)
    return ["%s: %s" % (word, purpose(word)) for word in sorted(CONTROLS)]


def purpose(word: str) -> str:
    """What a word does: the first paragraph of its function's docstring."""
    return " ".join((CONTROLS[word].__doc__ or "").partition("\n\n")[0].split())


@control("FAULT")
def add_fault(service: Service, argument: Any) -> int:
    """Puts one more fault in force, a string like "drop-after:verb=CREATEACCOUNT,nth=3"; answers its number."""
    return service.faults.add(_fault(argument))


@control("FAULTS")
def list_faults(service: Service, argument: Any) -> list[dict[str, Any]]:
    """Answers the faults in force; an array of strings takes their place before."""
    if argument is not None:
        if not isinstance(argument, list):
            raise refusals.bad_parameters("the faults must be an array of strings")
        fresh = [_fault(text) for text in argument]
        service.faults.clear()
        for fault in fresh:
            service.faults.add(fault)
    return [
        {
            "number": number,
            "fault": fault.text,
            "matched": fault.matched,
            "applied": fault.applied,
            "fresh": "YES" if fault.fresh else "NO",
        }
        for number, fault in service.faults.numbered()
    ]


@control("CLEAR")
def clear_faults(service: Service, argument: Any) -> None:
    """Ends the fault with a number, or all faults."""
    text = str(argument)
    if argument is not None and not (text.isascii() and text.isdigit() and len(text) < 20):
        raise refusals.bad_parameters("a fault has a number")
    try:
        service.faults.clear(None if argument is None else int(text))
    except KeyError:
        raise refusals.unknown("fault") from None


@control("HABIT")
def switch_habits(service: Service, argument: Any) -> list[str]:
    """Takes up a habit, named by a string, or takes up and drops those of a dictionary like {numbers=ON;amounts=OFF;};
    answers all habits in force.
    """
    switched = {argument: "ON"} if isinstance(argument, str) else argument
    if not isinstance(switched, dict) or not switched:
        raise refusals.bad_parameters("the name of a habit is expected, or a dictionary of ON and OFF")
    words = {name: str(word).upper() for name, word in switched.items()}
    if not set(words.values()) <= {"ON", "OFF"}:
        raise refusals.bad_parameters("a habit is ON or OFF")
    dropped = [name for name, word in words.items() if word == "OFF"]
    return _become(service, [*service.habits.names, *words], dropped)


@control("HABITS")
def list_habits(service: Service, argument: Any) -> list[str]:
    """Answers the habits in force; an array of strings takes their place before."""
    if argument is not None:
        if not isinstance(argument, list):
            raise refusals.bad_parameters("the habits must be an array of strings")
        return _become(service, [_string(name) for name in argument])
    return list(service.habits.names)


@control("CLOCK")
def set_clock(service: Service, argument: Any) -> dict[str, Any]:
    """Sets the clock ("fixed:2030-01-31T12:00:00", "scaled:60", "real"), or puts it forward ("+2h"); answers how it is
    set, and the time.
    """
    adjustable = service.clock
    if not isinstance(adjustable, clock.AdjustableClock):
        raise refusals.impossible("the clock of this simulator cannot be set")
    if argument is not None:
        text = _string(argument)
        try:
            step = clock.step(text)
            if step is None:
                adjustable.set(clock.parse(text))
            else:
                adjustable.advance(step)
        except CgpError as error:
            raise refusals.bad_parameters(str(error)) from None
    return {"clock": adjustable.setting, "time": adjustable.timestamp()}


@control("JOURNAL")
def tell_of_journal(service: Service, argument: Any) -> dict[str, Any]:
    """Answers why the journal cannot be written, an empty string if it can, and how many entries are missing so far."""
    _nothing(argument)
    return {"error": service.journal.error, "missing": service.journal.missing}


def _fault(argument: Any) -> Fault:
    try:
        return faults.parse(_string(argument))
    except CgpError as error:
        raise refusals.bad_parameters(str(error)) from None


def _become(service: Service, names: list[str], dropped: Sequence[str] = ()) -> list[str]:
    """Let a server have these habits but for the dropped ones, and what they make it begin with."""
    before = service.habits.in_force
    try:
        service.habits.become({known(name) for name in names} - set(dropped))
    except HabitError as error:
        raise refusals.bad_parameters(str(error)) from None
    conduct.begin([name for name in service.habits.in_force if name not in before], service.server)
    return list(service.habits.names)


def _string(argument: Any) -> str:
    if not isinstance(argument, str):
        raise refusals.bad_parameters("one string is expected")
    return argument


def _nothing(argument: Any) -> None:
    if argument is not None:
        raise refusals.bad_parameters("nothing is expected after this word")
