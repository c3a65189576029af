# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Faults on demand: what they are told in, when they strike, and which are in force.

::

    EFFECT[:key=value[,key=value...]]        drop-after:verb=CREATEACCOUNT,nth=3

``verb``: the command that is met (any, if none is named); ``nth``: with which of those that come from now on it begins
to strike (1); ``times``: how often it strikes, one after the other (1, for a habit ``always``). The other keys are the
effect's own, see fault_effects.py. Commands are counted for the whole server, whatever connection they come by.
"""

from __future__ import annotations

import difflib
import re
from typing import Any, Callable, Iterable, Mapping, Sequence

from ..._cli.catalogue import COMMANDS
from ...connector.errors import CgpError
from .fault_effects import FAULT_EFFECTS, FaultEffect, WrongValue, current_name, whole

ALWAYS = "always"

_NEXT_KEY = re.compile(r",(?=\s*[a-z]+=)")  # so that a text may have commas
_COUNT = whole(1, 10**9)


class FaultError(CgpError):
    """A text that is no fault; the message names the part that is wrong, the hint what is possible."""


class Fault:
    """One fault: what it does, when, and how often it has met a command (``matched``) and struck (``applied``)."""

    def __init__(self, effect: FaultEffect, keys: Mapping[str, Any]) -> None:
        self.effect = effect
        self.matched = 0
        self.applied = 0
        self._keys = keys
        self._verb: str | None = keys.get("verb")
        self._first: int = keys.get("nth", 1)
        self._times: int | None = keys.get("times", None if effect.lasting else 1)

    @property
    def text(self) -> str:
        """The fault as it is always written: equal faults have equal texts."""
        keys = ",".join("%s=%s" % (key, ALWAYS if value is None else value) for key, value in self._keys.items())
        return "%s:%s" % (self.effect.name, keys) if keys else self.effect.name

    @property
    def fresh(self) -> bool:
        """Whether it will still do what it would do if it were new."""
        return not self.matched or (self._first == 1 and self._times is None)

    def setting(self, key: str) -> Any:
        """The value of one of the effect's own keys; None if there is neither a value nor a default."""
        return self._keys.get(key, self.effect.defaults.get(key))

    def strikes(self, verb: str) -> bool:
        """Count a command, and say whether the fault strikes it. ``verb`` is in capitals and the manual's."""
        if verb != self._verb and (self._verb is not None or verb not in self.effect.usual):
            return False
        self.matched += 1
        struck = self.matched >= self._first and (self._times is None or self.matched < self._first + self._times)
        self.applied += struck
        return struck


class Faults:
    """The faults in force, under their numbers. ``active``: whether there are any."""

    def __init__(self, texts: Iterable[str] = ()) -> None:
        self.active = False
        self._faults: dict[int, Fault] = {}
        self._last = 0
        for fault in [parse(text) for text in texts]:
            self.add(fault)

    def add(self, fault: Fault) -> int:
        """Put a fault in force; returns its number."""
        self._last += 1
        self._faults[self._last] = fault
        self.active = True
        return self._last

    def clear(self, number: int | None = None) -> None:
        """End one fault, or all. KeyError if there is none of this number."""
        if number is None:
            self._faults.clear()
        else:
            del self._faults[number]
        self.active = bool(self._faults)

    def numbered(self) -> Sequence[tuple[int, Fault]]:
        """All faults in force with their numbers, in their order."""
        return tuple(self._faults.items())

    def striking(self, verb: str) -> list[Fault]:
        """Count a command, and return the faults that strike it. ``verb`` is in capitals and the manual's."""
        return [fault for fault in self._faults.values() if fault.strikes(verb)]


def parse(text: str) -> Fault:
    """The fault that a text describes. FaultError if it describes none."""
    name, _colon, rest = text.strip().partition(":")
    effect = FAULT_EFFECTS.get(name.strip())
    if effect is None:
        raise FaultError(*_unknown("effect", name.strip(), FAULT_EFFECTS))
    readers = _readers(effect)
    keys: dict[str, Any] = {}
    for part in _NEXT_KEY.split(rest) if rest else ():
        key, equals, value = (piece.strip() for piece in part.partition("="))
        if key not in readers:
            raise FaultError(*_unknown("key", key, readers, effect.name))
        if not equals or key in keys:
            raise FaultError("the fault %s: %s %s" % (effect.name, key, "is given twice" if equals else "has no value"))
        try:
            keys[key] = readers[key](value)
        except WrongValue as wrong:
            raise FaultError("the fault %s: %s must be %s" % (effect.name, key, wrong)) from None
    return Fault(effect, {key: keys[key] for key in readers if key in keys})


def _readers(effect: FaultEffect) -> dict[str, Callable[[str], Any]]:
    """What a fault of an effect can be told, in the order in which it is written."""
    readers: dict[str, Callable[[str], Any]] = {"verb": _verb_of(effect)} if effect.nameable else {}
    readers.update({"nth": _COUNT, "times": _times})
    readers.update(effect.settings)
    return readers


def _verb_of(effect: FaultEffect) -> Callable[[str], str]:
    def read(text: str) -> str:
        verb = current_name(text)
        if verb not in effect.nameable:
            near = difflib.get_close_matches(verb, sorted(effect.nameable), 1) if verb not in COMMANDS else ()
            hint = "Did you mean %s?" % near[0] if near else ""
            raise FaultError("the fault %s meets no command %s" % (effect.name, text[:40]), hint)
        return verb

    return read


def _times(text: str) -> int | None:
    if text == ALWAYS:
        return None
    try:
        return _COUNT(text)
    except WrongValue as wrong:
        raise WrongValue("%s or %s" % (ALWAYS, wrong)) from None


def _unknown(kind: str, given: str, known: Iterable[str], effect: str = "") -> tuple[str, str]:
    """Message and hint: what was given is none of those known, but may be near to one."""
    names = sorted(known)
    who = "the fault %s" % effect if effect else "a fault"
    message = "%s has no %s %s" % (who, kind, given[:40] or "without a name")
    near = difflib.get_close_matches(given.lower(), names, 1)
    hint = "Did you mean %s? " % near[0] if near else ""
    return message, "%sThere are: %s" % (hint, ", ".join(names))
