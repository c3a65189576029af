# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The arguments of a call, checked against a syntax line.

Everything is refused with BadArguments, which names the verb and the argument and never carries a value.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Iterator, Mapping, Sequence

from .errors import BadArguments
from .notation import Brackets, Flag, Node, Parameter, leader
from .secret_names import is_secret_argument
from .values import REFUSED, ValueType, value_type


@dataclass(frozen=True)
class Argument:
    """What a command takes under one name.

    ``type`` is None for a flag. ``needs``: the argument without which this one has no place; ``excludes``: those that
    cannot be given together with it; ``secret``: its value must never be shown.
    """

    name: str
    type: ValueType | None
    required: bool
    needs: str = ""
    excludes: tuple[str, ...] = ()

    @property
    def secret(self) -> bool:
        return is_secret_argument(self.name)


class Signature:
    """What one syntax line takes: ``arguments`` by name, in the order of the line; ``required``: their names."""

    def __init__(self, verb: str, nodes: Sequence[Node]) -> None:
        self.verb = verb
        self.arguments = {argument.name: argument for argument in _arguments(nodes)}
        self.required = tuple(argument.name for argument in self.arguments.values() if argument.required)

    def bind(self, positional: Sequence[Any], named: Mapping[str, Any]) -> dict[str, Any]:
        """The checked arguments of a call, by name; None, and False for a flag, leave an optional one out."""
        if len(positional) > len(self.required):
            raise BadArguments(
                "%s takes %d arguments without a name, not %d" % (self.verb, len(self.required), len(positional))
            )
        bound = {}
        for name, value in zip(self.required, positional):
            bound[name] = self._checked(self.arguments[name], value)
        if named:
            self._bind_named(named, bound)
        for name in self.required[len(positional) :]:
            if name not in bound:
                raise BadArguments("%s: %s is missing" % (self.verb, name))
        return bound

    def _bind_named(self, named: Mapping[str, Any], bound: dict[str, Any]) -> None:
        for name, value in named.items():
            argument = self.arguments.get(name)
            if argument is None:
                raise self._unknown(name)
            if name in bound:
                raise BadArguments("%s: %s is given twice" % (self.verb, name))
            left_out = not argument.required and value is None or argument.type is None and value is False
            if not left_out:
                bound[name] = self._checked(argument, value)
        for name in bound:
            self._check_company(self.arguments[name], bound)

    def _checked(self, argument: Argument, value: Any) -> Any:
        if argument.type is None:
            if value is True:
                return True
            raise BadArguments("%s: %s must be true or false" % (self.verb, argument.name))
        checked = argument.type.check(value)
        if checked is REFUSED:
            raise BadArguments(
                "%s: %s must be %s" % (self.verb, argument.name, argument.type.expected), argument.type.hint(value)
            )
        return checked

    def _check_company(self, argument: Argument, bound: Mapping[str, Any]) -> None:
        if argument.needs and argument.needs not in bound:
            raise BadArguments("%s: %s is possible only with %s" % (self.verb, argument.name, argument.needs))
        for other in argument.excludes:
            if other in bound:
                raise BadArguments("%s: %s and %s exclude each other" % (self.verb, argument.name, other))

    def _unknown(self, name: str) -> BadArguments:
        # Imported here, for a module on a target starts faster without what only a wrong task needs.
        import difflib

        near = difflib.get_close_matches(name, list(self.arguments), 1)
        hint = "Did you mean %s?" % near[0] if near else "It takes %s" % (", ".join(self.arguments) or "no arguments")
        return BadArguments("%s has no argument %s" % (self.verb, name), hint)


def _arguments(nodes: Sequence[Node]) -> Iterator[Argument]:
    for node in nodes:
        if isinstance(node, Parameter):
            yield Argument(node.name, value_type(node), required=True)
        elif isinstance(node, Brackets):
            yield from _optional_arguments(node)


def _optional_arguments(group: Brackets, needs: str = "") -> Iterator[Argument]:
    """The arguments of a group; ``needs``: the argument in whose alternative the group stands."""
    leaders = [leader(alternative) for alternative in group.alternatives]
    for alternative, name in zip(group.alternatives, leaders):
        excludes = tuple(other for other in leaders if other != name)
        for node in alternative:
            if isinstance(node, Flag):
                yield Argument(node.name, None, False, needs, excludes)
            elif isinstance(node, Parameter):
                yield Argument(node.name, value_type(node), False, needs, excludes)
            elif isinstance(node, Brackets):
                yield from _optional_arguments(node, name)
