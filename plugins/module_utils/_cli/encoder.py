# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checked arguments to one line: each node of a syntax line becomes a function that writes its words."""

from __future__ import annotations

from typing import Any, Callable, Iterator, Mapping, Sequence

from ..connector import data
from .errors import BadArguments
from .notation import Brackets, Flag, Keyword, Node, Parameter, leader
from .python_text import refuse_python_text
from .values import value_type

Write = Callable[[Mapping[str, Any], "list[str]"], None]


class Encoder:
    """The writing side of one syntax line."""

    def __init__(self, verb: str, nodes: Sequence[Node]) -> None:
        self.verb = verb
        self._keywords = frozenset(_keywords(nodes))
        self._writers = [self._writer(node) for node in nodes]

    def line(self, arguments: Mapping[str, Any]) -> str:
        """The command line, without a line end; BadArguments, without the value, for one that cannot be written."""
        words = [self.verb]
        for write in self._writers:
            write(arguments, words)
        return " ".join(words)

    def _writer(self, node: Node) -> Write:
        if isinstance(node, Parameter):
            return self._parameter_writer(node)
        if isinstance(node, Brackets):
            return self._group_writer(node)
        word = node.word if isinstance(node, Keyword) else node.name
        return lambda arguments, words: words.append(word)

    def _parameter_writer(self, parameter: Parameter) -> Write:
        name, write_value = parameter.name, value_type(parameter).write

        def write(arguments: Mapping[str, Any], words: list[str]) -> None:
            try:
                text = write_value(arguments[name])
                refuse_python_text(arguments[name], text)
            except data.BadValue as error:
                raise BadArguments("%s: %s" % (self.verb, error.inside(name).message)) from None
            # a bare value that is spelled like one of the command's keywords is quoted, so that it cannot pass for it
            words.append('"%s"' % text if text.isalnum() and text.upper() in self._keywords else text)

        return write

    def _group_writer(self, group: Brackets) -> Write:
        alternatives = [(leader(nodes), [self._writer(node) for node in nodes]) for nodes in group.alternatives]

        def write(arguments: Mapping[str, Any], words: list[str]) -> None:
            for name, writers in alternatives:
                if name in arguments:
                    for writer in writers:
                        writer(arguments, words)
                    return

        return write


def _keywords(nodes: Sequence[Node]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, Keyword):
            yield node.word
        elif isinstance(node, Flag):
            yield node.name
        elif isinstance(node, Brackets):
            for alternative in node.alternatives:
                yield from _keywords(alternative)
