# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands as values, and the constructors by which the catalogue's sections declare them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Callable, Mapping, Sequence

from . import notation
from .encoder import Encoder
from .redaction import redacted
from .signature import Argument, Signature

if TYPE_CHECKING:
    from .parser import Match


@dataclass(frozen=True, repr=False)
class Command:
    """One command with its arguments; it becomes one line.

    ``arguments`` maps names to values: ``str``, ``int``, ``dict``, ``list``, ``bytes`` and the classes of
    ``connector/data.py``; a flag is True. What was left out is not in it. The repr shows the verb only.
    """

    spec: CommandSpec
    arguments: Mapping[str, Any]

    @property
    def verb(self) -> str:
        return self.spec.verb

    @property
    def kind(self) -> str:
        """What the command does: the spec's kind, unless its arguments make it a read."""
        reads = self.spec.reads
        return "read" if reads is not None and reads(self.arguments) else self.spec.kind

    @property
    def result(self) -> str:
        """The type of its reply (``replies.py``)."""
        depends = self.spec.result_of
        return (depends(self.arguments) if depends is not None else "") or self.spec.result

    def line(self) -> str:
        """The command as it goes on the wire, without a line end. BadArguments if a value cannot be written."""
        return _encoder(self.spec).line(self.arguments)

    def redacted(self) -> dict[str, Any]:
        """The arguments with every secret replaced by ``***``."""
        return redacted(self.arguments)

    def shown_line(self) -> str:
        """The line with every secret replaced by ``***``: for people, and nothing to send."""
        return _encoder(self.spec).line(self.redacted())

    def __repr__(self) -> str:
        return "<Command %s>" % self.verb


@dataclass(frozen=True, eq=False, repr=False)
class CommandSpec:
    """One syntax line of the manual, and what is known about its command.

    ``syntax``: the line; ``verb``: its first word; ``section``: the manual's section; ``result``: the type of its
    reply (``replies.py``); ``rights``: who may use it, in words; ``kind``: ``read``, ``change``, ``destructive`` (it
    removes data) or ``action`` (it does something that leaves no setting behind); ``scope``: the noun it works on, or
    ``server`` or ``cluster``; ``words``: the fixed word sets of its parameters, by the manual's name with ``_`` for
    ``-``; ``reads``: for a command whose kind depends on its arguments, whether these make it a read; ``result_of``:
    the type of the reply for these arguments, where more is known than ``result`` says.

    Calling it makes a Command: required arguments in the order of the line or by name, optional ones by name, flags as
    True. None and False leave an optional argument out. BadArguments if they do not fit.
    """

    verb: str
    section: str
    syntax: str
    kind: str
    result: str
    rights: str
    scope: str
    words: Mapping[str, Sequence[str]]
    reads: Callable[[Mapping[str, Any]], bool] | None = None
    result_of: Callable[[Mapping[str, Any]], str] | None = None

    def __call__(self, *positional: Any, **named: Any) -> Command:
        return Command(self, _signature(self).bind(positional, named))

    @property
    def parameters(self) -> Mapping[str, Argument]:
        """What the command takes, by name, in the order of the line."""
        return _signature(self).arguments

    @property
    def match(self) -> Match:
        """What reads the arguments of a line (``parser.py``)."""
        return _matcher(self)

    def __repr__(self) -> str:
        return "<CommandSpec %s>" % self.syntax


# A run uses a handful of the 379 lines: each is compiled when it is used first.


@lru_cache(maxsize=None)
def _signature(spec: CommandSpec) -> Signature:
    return Signature(spec.verb, notation.parse(spec.syntax, spec.words))


@lru_cache(maxsize=None)
def _encoder(spec: CommandSpec) -> Encoder:
    return Encoder(spec.verb, notation.parse(spec.syntax, spec.words))


@lru_cache(maxsize=None)
def _matcher(spec: CommandSpec) -> Match:
    # Imported here, for a module on a target starts faster without: its commands are made, not read.
    from .parser import matcher

    return matcher(notation.parse(spec.syntax, spec.words))


def object_of_key(arguments: Mapping[str, Any]) -> str:
    """The ``result_of`` a command that tells a dictionary, or with KEY the one value of a key."""
    return 'object: the value, or "" when there is none' if "keyName" in arguments else ""


class Section:
    """A section of the manual; ``rights`` and ``scope`` are what most of its commands have.

    ``read``, ``change``, ``destructive`` and ``action`` declare a command; ``commands`` holds all of them in order.
    ``words`` maps the name of a parameter to its fixed word set.
    """

    def __init__(self, title: str, rights: str, scope: str) -> None:
        self.title = title
        self.rights = rights
        self.scope = scope
        self.commands: list[CommandSpec] = []

    def read(self, syntax: str, result: str = "none", **facts: Any) -> CommandSpec:
        return self._declare("read", syntax, result, **facts)

    def change(self, syntax: str, result: str = "none", **facts: Any) -> CommandSpec:
        return self._declare("change", syntax, result, **facts)

    def destructive(self, syntax: str, result: str = "none", **facts: Any) -> CommandSpec:
        return self._declare("destructive", syntax, result, **facts)

    def action(self, syntax: str, result: str = "none", **facts: Any) -> CommandSpec:
        return self._declare("action", syntax, result, **facts)

    def _declare(
        self,
        kind: str,
        syntax: str,
        result: str,
        rights: str = "",
        scope: str = "",
        words: Mapping[str, Sequence[str]] | None = None,
        reads: Callable[[Mapping[str, Any]], bool] | None = None,
        result_of: Callable[[Mapping[str, Any]], str] | None = None,
    ) -> CommandSpec:
        spec = CommandSpec(
            verb=notation.verb(syntax),
            section=self.title,
            syntax=syntax,
            kind=kind,
            result=result,
            rights=rights or self.rights,
            scope=scope or self.scope,
            words=words or {},
            reads=reads,
            result_of=result_of,
        )
        self.commands.append(spec)
        return spec
