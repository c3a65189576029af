# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tasks of every module in this process, over a session in which one reply is exchanged for another."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import read_line
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Resource
from ansible_collections.communigate.pro.plugins.module_utils._host import argument_spec, execute, option_rules
from ansible_collections.communigate.pro.plugins.module_utils._registry import subject_of
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CliError
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session

from support.engine_server import LOGIN, PASSWORD, Server

FORMS: Mapping[str, Any] = {
    "nothing": None,
    "an empty string": "",
    "a string": "text",
    "a number": 7,
    "an empty array": [],
    "an array": ["text"],
    "an array of numbers": [1, 2, 3],
    "an array of arrays": [["text", "more"], []],
    "an array of dictionaries": [{"key": "text"}],
    "an empty dictionary": {},
    "a dictionary": {"key": "text"},
    "a dictionary of arrays": {"key": ["text"]},
    "a dictionary of dictionaries": {"key": {"inner": "text"}},
    "a datablock": b"\x00\xff",
    "a time stamp": data.Timestamp("T22-10-2009_15:24:45"),
    "an IP address": data.IPAddress("[10.0.44.55]"),
    "an XML object": data.XML('<a b="c"/>'),
    "an unknown object": data.Unknown("#(x)"),
}
"""A data object of each type, and each empty one."""


@dataclass(frozen=True)
class Said:
    """A command of a run, in its place, and what it was answered with."""

    place: int
    verb: str
    kind: str
    type: str
    value: Any


class Exchange:
    """Notes what a session is told, and gives another value for the reply in one place."""

    def __init__(self, session: Session, place: int = -1, value: Any = None) -> None:
        self.said: list[Said] = []
        self.place = place
        self.value = value
        self.session = session
        self._many = session.many

    def __enter__(self) -> Exchange:
        self.session.many = self._exchanged  # type: ignore[method-assign]
        return self

    def __exit__(self, *_error: object) -> None:
        self.session.many = self._many  # type: ignore[method-assign]

    def _exchanged(self, commands: Iterable[Any]) -> Iterator[Any]:
        sent: list[Any] = []

        def noted() -> Iterator[Any]:
            for command in commands:
                sent.append(command)
                yield command

        for number, result in enumerate(self._many(noted())):
            command = sent[number]
            self.said.append(Said(len(self.said), command.verb, command.kind, command.result, _copied(result)))
            met = self.said[-1].place == self.place and not isinstance(result, CliError)
            yield _copied(self.value) if met else result


def _copied(value: Any) -> Any:
    """The code under test may change what it gets."""
    return value if isinstance(value, CliError) else copy.deepcopy(value)


def run(module: str, session: Session, options: Mapping[str, Any], *, check: bool) -> dict[str, Any]:
    """The result of a module's task, with a diff and everything else that can be told."""
    subject = subject_of(module)
    given = {"login": LOGIN, "password": PASSWORD, **options}
    if isinstance(subject, Resource):
        given["detail"] = "all"
    validated = ArgumentSpecValidator(argument_spec(subject), **option_rules(subject)).validate(given)
    assert not validated.error_messages, validated.error_messages
    return execute(subject, dict(validated.validated_parameters), session, check=check, diff=True)


def prepare(server: Server, lines: Sequence[str]) -> None:
    for line in lines:
        server.ask(read_line(line))


def inner_places(value: Any, depth: int = 3) -> Iterator[tuple[Any, ...]]:
    """The ways to what lies in a value: the first element of every sort, on each level."""
    if not depth or not isinstance(value, (list, dict)):
        return
    kinds: set[str] = set()
    for step in value if isinstance(value, dict) else range(len(value)):
        inner = value[step]
        sort = type(inner).__name__ if isinstance(value, dict) else "%d" % min(step, 4)
        if sort not in kinds:
            kinds.add(sort)
            yield (step,)
            yield from ((step, *further) for further in inner_places(inner, depth - 1))


def with_inner(value: Any, way: tuple[Any, ...], inner: Any) -> Any:
    """The value with something else at the end of the way."""
    if not way:
        return copy.deepcopy(inner)
    changed = copy.copy(value)
    changed[way[0]] = with_inner(value[way[0]], way[1:], inner)
    return changed
