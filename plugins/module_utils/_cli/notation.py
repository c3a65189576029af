# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The notation of syntax lines, read into a tree.

``CREATEDOMAIN <domainName:string> [SHARED] [PATH <storage:string>] [<settings:dictionary>]``

- a word in capitals is a keyword and stands in the command as it is;
- ``<name:type>`` is a parameter; its type is one of those in ``values.py``, or several joined with ``/``, where a
  word in capitals stands for itself (``number/BEG/END/NEW``);
- ``[...]`` may be left out; ``|`` inside it separates alternatives, of which at most one is used; an alternative that
  is a single keyword is a flag (``[SHARED]``, ``[ON|OFF]``). Each alternative has exactly one flag or parameter of its
  own (more may be in brackets inside it): its presence among the arguments decides that the alternative is used.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Iterator, Mapping, Sequence, Union


@dataclass(frozen=True)
class Keyword:
    """A word that stands in the command as it is."""

    word: str


@dataclass(frozen=True)
class Flag:
    """A keyword that may be left out; ``name`` is the keyword and the argument's name at once."""

    name: str


@dataclass(frozen=True)
class Parameter:
    """A place for a value.

    ``name``: the argument's name in Python (the manual's name with ``_`` for ``-``); ``types``: the names of its types;
    ``words``: the fixed words it takes, instead of or besides values of the types.
    """

    name: str
    types: tuple[str, ...]
    words: tuple[str, ...] = ()


@dataclass(frozen=True)
class Brackets:
    """Something in brackets: its alternatives, of which at most one is used."""

    alternatives: tuple[tuple[Node, ...], ...]


Node = Union[Keyword, Flag, Parameter, Brackets]

_PIECE = re.compile(r" *(?:<(?P<name>[\w-]+):(?P<types>[\w/]+)>|(?P<word>[A-Z0-9]+)|(?P<mark>[][|]))")


def verb(syntax: str) -> str:
    """The first word of a syntax line."""
    return syntax.partition(" ")[0]


def parse(syntax: str, words: Mapping[str, Sequence[str]]) -> tuple[Node, ...]:
    """The nodes of a syntax line after its verb; ``words`` maps a parameter's name to its fixed words.

    A line that breaks the notation is a ValueError.
    """
    reader = _NotationReader(syntax, words)
    nodes = reader.sequence()
    if reader.position != len(reader.pieces):
        raise ValueError("a bracket or bar without its partner: %s" % syntax)
    return nodes


def leader(alternative: Sequence[Node]) -> str:
    """The name whose presence among the arguments decides that an alternative is used."""
    names = [node.name for node in alternative if isinstance(node, (Flag, Parameter))]
    if len(names) != 1:
        raise ValueError("an alternative needs one flag or parameter, not %d" % len(names))
    return names[0]


class _NotationReader:
    """Reads the pieces of a line after the verb."""

    def __init__(self, syntax: str, words: Mapping[str, Sequence[str]]) -> None:
        self.syntax = syntax
        self.words = words
        self.pieces = list(self.cut(len(verb(syntax))))
        self.position = 0

    def cut(self, start: int) -> Iterator[re.Match[str]]:
        while start < len(self.syntax):
            piece = _PIECE.match(self.syntax, start)
            if piece is None:
                raise ValueError("not in the notation of syntax lines: %s" % self.syntax[start:])
            yield piece
            start = piece.end()

    def mark(self) -> str:
        """The bracket or bar at the position, or nothing."""
        if self.position == len(self.pieces):
            return ""
        return self.pieces[self.position].group("mark") or ""

    def sequence(self) -> tuple[Node, ...]:
        """Nodes up to the end of the line, of an alternative or of a group."""
        nodes: list[Node] = []
        while self.position < len(self.pieces) and self.mark() not in ("]", "|"):
            if self.mark() == "[":
                nodes.append(self.group())
            else:
                nodes.append(self.single(self.pieces[self.position]))
                self.position += 1
        return tuple(nodes)

    def group(self) -> Brackets:
        alternatives = []
        while self.mark() in ("[", "|"):
            self.position += 1
            alternatives.append(_flagged(self.sequence()))
        if self.mark() != "]":
            raise ValueError("a bracket is not closed: %s" % self.syntax)
        self.position += 1
        return Brackets(tuple(alternatives))

    def single(self, piece: re.Match[str]) -> Node:
        if piece.group("word"):
            return Keyword(piece.group("word"))
        name = piece.group("name").replace("-", "_")
        types = piece.group("types").split("/")
        words = [kind for kind in types if kind.isupper()]
        words.extend(self.words.get(name, ()))
        return Parameter(name, tuple(kind for kind in types if not kind.isupper()), tuple(words))


def _flagged(alternative: tuple[Node, ...]) -> tuple[Node, ...]:
    """A keyword alone in its alternative is a flag."""
    if len(alternative) == 1 and isinstance(alternative[0], Keyword):
        return (Flag(alternative[0].word),)
    leader(alternative)
    return alternative
