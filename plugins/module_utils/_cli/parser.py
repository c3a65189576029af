# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One line to typed arguments.

A syntax line's nodes are linked, last first, into matchers: each matches what stands at its place and asks the next
one about the rest. Where a syntax leaves a choice (an optional name before a dictionary, an optional type word) the
matcher tries what could stand there first and then its absence, so that every ambiguity is solved by what follows.
"""

from __future__ import annotations

from typing import Any, Callable, Sequence

from .notation import Brackets, Flag, Keyword, Node, Parameter
from .tokens import BARE, END, Token
from .values import REFUSED, value_type


class Attempt:
    """An attempt to read one line: its tokens, the arguments found so far, and where it failed.

    ``failure()`` tells what was expected at the furthest place that any way through the syntax reached.
    """

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.arguments: dict[str, Any] = {}
        self.places: dict[int, str] = {}
        self._furthest = -1
        self._after = ""
        self._expected: list[str] = []

    def expect(self, index: int, what: str) -> bool:
        """Note that ``what`` was expected at a token, in vain. Always False."""
        if index > self._furthest:
            self._furthest = index
            self._after = self.places.get(index - 1, "")
            self._expected = []
        if index == self._furthest and what not in self._expected:
            self._expected.append(what)
        return False

    def failure(self) -> str:
        """``expected TO after forwarderName``: where the line leaves the syntax, without any value."""
        *others, last = self._expected
        expected = ", ".join(others) + (" or " if others else "") + last
        return "expected %s%s" % (expected, " after " + self._after if self._after else "")


Match = Callable[[Attempt, int], bool]


def matcher(nodes: Sequence[Node]) -> Match:
    """What reads the arguments of a syntax line into ``Attempt.arguments``; False if the line does not fit."""
    return _chain(nodes, _end)


def _chain(nodes: Sequence[Node], then: Match) -> Match:
    for node in reversed(nodes):
        then = _link(node, then)
    return then


def _link(node: Node, then: Match) -> Match:
    if isinstance(node, Keyword):
        return _keyword(node.word, then)
    if isinstance(node, Flag):
        name = node.name
        return _keyword(name, lambda attempt, index: _go_on(attempt, index, name, True, then))
    if isinstance(node, Brackets):
        return _group(node, then)
    return _parameter(node, then)


def _end(attempt: Attempt, index: int) -> bool:
    return attempt.tokens[index].kind is END or attempt.expect(index, "nothing more")


def _go_on(attempt: Attempt, index: int, name: str, value: Any, then: Match) -> bool:
    """Match the rest from ``index`` on, with an argument that is forgotten again if the rest does not fit."""
    attempt.arguments[name] = value
    if then(attempt, index):
        return True
    del attempt.arguments[name]
    return False


def _keyword(word: str, then: Match) -> Match:
    def match(attempt: Attempt, index: int) -> bool:
        token = attempt.tokens[index]
        if token.kind is not BARE or token.value.upper() != word:
            return attempt.expect(index, word)
        attempt.places[index] = word
        return then(attempt, index + 1)

    return match


def _parameter(parameter: Parameter, then: Match) -> Match:
    name, kind = parameter.name, value_type(parameter)
    read, expected = kind.read, "%s (%s)" % (name, kind.expected)

    def match(attempt: Attempt, index: int) -> bool:
        value = read(attempt.tokens[index])
        if value is REFUSED:
            return attempt.expect(index, expected)
        attempt.places[index] = name
        return _go_on(attempt, index + 1, name, value, then)

    def match_rest(attempt: Attempt, index: int) -> bool:
        start = attempt.tokens[index].start
        value = read(Token(BARE, attempt.text[start:], start))
        if value is REFUSED:
            return attempt.expect(index, expected)
        return _go_on(attempt, len(attempt.tokens) - 1, name, value, then)

    return match_rest if kind.takes_rest else match


def _group(group: Brackets, then: Match) -> Match:
    branches = [_chain(alternative, then) for alternative in group.alternatives]
    branches.append(then)

    def match(attempt: Attempt, index: int) -> bool:
        return any(branch(attempt, index) for branch in branches)

    return match
