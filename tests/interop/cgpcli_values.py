# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a method of CGPCLI may return, where that is not one value: things that equal all values of a sort."""

from __future__ import annotations

from typing import Any, NamedTuple

INTERNAL_ERROR = 590
"""The simulator's reply when one of its handlers fails. Nothing a client sends may lead to it."""


class Refusal(NamedTuple):
    """An error reply."""

    code: int
    text: str


class Refused:
    """A row's word for an error reply: with the code that sources tell us, or else any of the 5xx class.

    An internal error of the simulator is none of these. ``text``: what the reply's text contains.
    """

    def __init__(self, code: int | None = None, text: str = "") -> None:
        self.code = code
        self.text = text

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Refusal):
            return False
        code_fits = other.code == self.code if self.code else 500 <= other.code < 600 and other.code != INTERNAL_ERROR
        return code_fits and self.text in other.text

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "Refused(%s, %r)" % (self.code or "5xx", self.text)


class Kind:
    """Any value of a class."""

    def __init__(self, wanted: type) -> None:
        self.wanted = wanted

    def __eq__(self, other: object) -> bool:
        return isinstance(other, self.wanted)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "any %s" % self.wanted.__name__


class Keys:
    """A dictionary with just these keys, whatever their values."""

    def __init__(self, *names: str) -> None:
        self.names = set(names)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, dict) and set(other) == self.names

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "a dictionary of %s" % sorted(self.names)


class Values:
    """A dictionary with just these values, whatever their keys."""

    def __init__(self, *values: Any) -> None:
        self.values = list(values)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, dict) or len(other) != len(self.values):
            return False
        return all(value in other.values() for value in self.values)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "a dictionary with the values %r" % self.values


class Containing:
    """A dictionary with these pairs, or an array with these elements, among others."""

    def __init__(self, *elements: Any, **pairs: Any) -> None:
        self.elements = elements
        self.pairs = pairs

    def __eq__(self, other: object) -> bool:
        if isinstance(other, dict):
            wanted = self.pairs.items()
            return not self.elements and all(name in other and other[name] == value for name, value in wanted)
        return isinstance(other, list) and not self.pairs and all(element in other for element in self.elements)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return "something with %r" % (self.elements or self.pairs,)
