# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a question is: commands, and what their answers say about some habits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Callable, Mapping, Sequence

from .._cli.syntax import Command


class Untold(Exception):
    """The answers do not tell; the message says why."""


@dataclass(frozen=True)
class Place:
    """Where questions are asked.

    ``domain``: the scratch Domain, empty without one; ``main_domain``: likewise, if nobody knows it; ``unknown``: a
    word that names nothing there; ``password`` and ``other_password``: made for this run.
    """

    domain: str
    main_domain: str
    unknown: str
    password: str = field(repr=False)
    other_password: str = field(repr=False)

    @property
    def main(self) -> str:
        """The name of the main Domain. Untold."""
        if not self.main_domain:
            raise Untold("the name of the main Domain was not told")
        return self.main_domain

    def within(self, name: str) -> str:
        """The address of an object in the scratch Domain."""
        return "%s@%s" % (name, self.domain)

    def unknown_in(self, domain: str) -> str:
        """The address of an object that does not exist."""
        return "%s@%s" % (self.unknown, domain)


@dataclass(frozen=True)
class Finding:
    """Whether a server has a habit, None if that was not to be told, and in a sentence how that was seen, or why not.

    The sentence has nothing of what the server told but codes.
    """

    seen: bool | None
    how: str


class Null:
    """What #NULL# is taken for where it counts that it is no bare success."""

    def __bool__(self) -> bool:
        return False


NULL = Null()
Findings = Mapping[str, Finding]
Replies = Sequence[Any]
"""What came for the commands, in their order: values as they came, None for a bare success, or refusals."""


@dataclass(frozen=True)
class Question:
    """One question, which tells ``habits`` apart.

    ``commands`` are sent in order, in the scratch Domain if ``writes``; what is refused ends the question unless
    ``refusals`` are what it is about. ``follow`` makes further reads of what came. ``read`` says what all answers
    mean for each of the habits; it raises Untold. With ``forms`` a read that is answered with #NULL# has NULL for it.
    """

    habits: tuple[str, ...]
    commands: Callable[[Place], Sequence[Command]]
    read: Callable[[Place, Replies], Findings]
    writes: bool = True
    refusals: bool = False
    follow: Callable[[Replies], Sequence[Command]] | None = None
    forms: bool = False

    def foreseen(self, place: Place) -> Sequence[Command]:
        """The commands, without those of ``follow``; none where too little is known of the place."""
        try:
            return self.commands(place)
        except Untold:
            return ()


def told(habit: str, seen: bool, yes: str, no: str) -> Findings:
    """The finding about one habit, with a sentence for either case."""
    return {habit: Finding(seen, yes if seen else no)}


def dictionary(value: Any) -> Mapping[str, Any]:
    """A reply that must be a dictionary. Untold."""
    if not isinstance(value, dict):
        raise Untold("the server answered with no dictionary")
    return value


def array(value: Any) -> Sequence[Any]:
    """A reply that must be an array. Untold."""
    if not isinstance(value, list):
        raise Untold("the server answered with no array")
    return value


def kept(settings: Any, key: str) -> Any:
    """The value of a setting that was written before. Untold if it is not there."""
    value = dictionary(settings).get(key)
    if value is None:
        raise Untold("the server does not tell a setting that was written")
    return value
