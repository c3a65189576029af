# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ``_info`` modules do: find the objects asked for, read the parts asked for, pipelined, and change nothing.

What is told of an object is a row, as the module takes it that makes such objects: the options that name it, and those
of the facets that were asked for. All that is only told stands apart, under ``facts``. What is a facet is said by the
Resource, and by nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from inspect import isgenerator
from typing import TYPE_CHECKING, Any, Callable, Iterator, Mapping, Sequence

from ..connector.errors import BadReply, CgpError, CliError, NotFound
from .dialogue import Dialogue
from .model import Conversation, Facet, Field, Key, Resource, Values, label, whole_reply
from .result import plain, plain_settings
from .run import Mode
from .task import Task
from .untold import Untold
from .wants import FACTS

if TYPE_CHECKING:
    from .._cli.syntax import Command
    from ..connector.session import Session
    from .row_told import RowTold

_SECRET, _PERHAPS = "it is a secret", "it may have secrets, which are not shown"


def no_facts(reply: Any) -> Mapping[str, Any]:
    """The usual ``Reading.facts``: the reply tells nothing else."""
    return {}


@dataclass(frozen=True)
class Reading:
    """One thing that can be read of an object: ``read(*key)`` and what ``from_reply`` makes of the reply.

    ``read`` returns a command, or a conversation where one command does not tell it all. ``show`` makes JSON data of
    it. One with the name of a facet says how that is read here, where that is not as always; and ``facts(reply)`` is
    what the reply tells besides.
    """

    name: str
    read: Callable[..., Command | Conversation] | None = None
    from_reply: Callable[[Any], Any] | None = None
    show: Callable[[Any], Any] = plain
    facts: Callable[[Any], Mapping[str, Any]] = no_facts


def settings_reading(name: str, read: Callable[..., Command | Conversation]) -> Reading:
    """A reading of settings: told as the option of a module takes them."""
    return Reading(name, read, show=plain_settings)


def nothing_more(params: Mapping[str, Any]) -> Sequence[Reading]:
    """The usual ``Info.asked``: only ``include`` says what is read."""
    return ()


@dataclass(frozen=True)
class Known:
    """An object that was asked for: its key as the server spells it, and what is known of it before it is read.

    ``listed``: what a listing told of its facets, as ``Found.facts`` has it; ``facts``: what it told besides.
    """

    key: Key
    listed: Mapping[str, Any] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass
class Objects:
    """The objects asked for: those that there are, how those are called that are not, and ``besides`` what else the
    result holds.
    """

    found: list[Known] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    besides: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Info:
    """All that an ``_info`` module knows.

    ``resource``: whose rows it tells; without one there is one object, and the result holds what was read of it.
    ``objects(params)`` is a conversation that returns the Objects asked for. ``result``: the key of the result that
    holds the rows. ``readings``: what can be read besides the facets. ``others``: what else ``include`` may name, for
    ``objects`` to look at. ``always``: facets that are told whatever it names. ``default``: what is read when nothing
    is asked for. ``asked(params)``: what other options ask for besides.
    """

    noun: str
    result: str
    objects: Callable[[Mapping[str, Any]], Conversation]
    resource: Resource | None = None
    readings: tuple[Reading, ...] = ()
    fields: tuple[Field, ...] = ()
    default: tuple[str, ...] = ()
    always: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    asked: Callable[[Mapping[str, Any]], Sequence[Reading]] = nothing_more

    def __post_init__(self) -> None:
        if self.resource is not None and not self.resource.told:
            raise AssertionError("%s: its rows are told, and it does not say so" % self.resource.noun)

    @property
    def facets(self) -> tuple[Facet, ...]:
        """The facets that can be told."""
        facets = self.resource.facets if self.resource is not None else ()
        return tuple(facet for facet in facets if facet.readable and facet.restated)

    @property
    def include(self) -> Field:
        """The option that says what is read."""
        names = [facet.name for facet in self.facets if facet.name not in self.always]
        names += [reading.name for reading in self.readings]
        choices = tuple(dict.fromkeys([*names, *self.others]))
        return Field("include", type="list", elements="str", choices=choices, default=list(self.default))

    @property
    def options(self) -> tuple[Field, ...]:
        """All options of the module but those of the connection."""
        return (*self.fields, self.include) if self.include.choices else self.fields

    @property
    def rules(self) -> tuple[tuple[str, Any], ...]:
        """As those of a Task; there are none."""
        return ()

    def run(self, session: Session, params: Mapping[str, Any], mode: Mode) -> dict[str, Any]:
        """The result of the module, in every mode: it only reads.

        ``foreseen``: in check mode, of what is missing, that which earlier tasks of a real run would have made.
        """
        result = run_info(session, self, params)
        if mode.check and mode.foresight is not None and self.resource is not None:
            there_by_then = partial(mode.foresight.would_be_there, self.resource)
            result["foreseen"] = list(filter(there_by_then, result["missing"]))
        return result


def run_info(session: Session, info: Info, params: Mapping[str, Any]) -> dict[str, Any]:
    """The result of an ``_info`` module. Raises CgpError when something cannot be read."""
    dialogue = Dialogue(session, read_only=True)
    asked = info.asked(params)
    wanted = params.get(info.include.name) or (() if asked else info.default)
    objects: Objects = dialogue.one(info.objects(params))
    reader = _Reader(info, wanted, asked)
    read: list[Any] = [None] * len(objects.found)
    for number, result in dialogue.run(map(reader.conversation, objects.found)):
        if isinstance(result, CgpError):
            raise result
        read[number] = result
    if info.resource is None:
        return {"changed": False, info.result: read[0].facts}
    rows = _Rows(info.resource)
    for known, one in zip(objects.found, read):
        if one is None:
            objects.missing.append(label(known.key))
        else:
            rows.add(known.key, one)
    unsaid = {"untold": rows.unsaid} if rows.unsaid else {}
    besides = {name: plain(value) for name, value in objects.besides.items()}
    return {"changed": False, info.result: rows.told, "missing": objects.missing, **besides, **unsaid}


@dataclass
class _Read:
    """What was read of one object: its facets, each a value or why there is none, and all that is only told."""

    facets: list[tuple[Facet, Any]] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)


class _Reader:
    """How each object is read."""

    def __init__(self, info: Info, wanted: Sequence[str], asked: Sequence[Reading]) -> None:
        chosen = {*wanted, *info.always}
        names = {facet.name for facet in info.facets}
        self.info = info
        self.own_ways = {one.name: one for one in (*info.readings, *asked) if one.name in names}
        self.facets = [facet for facet in info.facets if facet.name in chosen]
        self.readings = [one for one in info.readings if one.name in chosen and one.name not in names]
        self.readings += [one for one in asked if one.name not in names]

    def conversation(self, known: Known) -> Conversation:
        """A _Read; None for an object that does not exist, which is no error."""
        read = _Read([], {name: plain(value) for name, value in known.facts.items()})
        ways = list(self._ways(known.key, known.listed))
        try:
            replies = yield from _replies([command for _name, command in ways])
        except BadReply as unread:
            raise CgpError("%s could not be read: %s" % (self._who(known), unread.message)) from None
        for (name, _command), reply in zip(ways, replies):
            if isinstance(reply, NotFound) and known.key:
                return None
            if isinstance(reply, CliError):
                raise CgpError("%s: %s could not be read: %s" % (self._who(known), name, reply.message))
        told = dict(zip((name for name, _command in ways), replies))
        read.facets = [(facet, self._value(facet, known, told, read.facts)) for facet in self.facets]
        for reading in self.readings:
            reply = told[reading.name]
            read.facts[reading.name] = reading.show((reading.from_reply or whole_reply)(reply))
        return read

    def _who(self, known: Known) -> str:
        return label((self.info.noun, *known.key))

    def _ways(self, key: Key, listed: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        """What is asked of an object: nothing that the listing told."""
        for facet in self.facets:
            own = self.own_ways.get(facet.name)
            read = own.read if own is not None and own.read is not None else facet.read
            if facet.listed not in listed and read is not None:
                yield facet.name, read(*key)
        for reading in self.readings:
            if reading.read is not None:
                yield reading.name, reading.read(*key)

    def _value(self, facet: Facet, known: Known, told: Mapping[str, Any], facts: dict[str, Any]) -> Any:
        from .row_told import value_of_reply  # here, and below: only who tells rows needs it

        if facet.listed in known.listed:
            return known.listed[facet.listed]
        if facet.name not in told:
            return Untold()
        own, reply = self.own_ways.get(facet.name, Reading(facet.name)), told[facet.name]
        facts.update((name, plain(value)) for name, value in own.facts(reply).items())
        return value_of_reply(facet, reply, known.listed, own.from_reply)


class _Rows:
    """The rows of a result. ``unsaid``: the objects that no row can name, each with why."""

    def __init__(self, resource: Resource) -> None:
        self.resource = resource
        self.told: list[Values] = []
        self.unsaid: list[dict[str, str]] = []
        self.seen: dict[Key, Key] = {}

    def add(self, key: Key, read: _Read) -> None:
        """Tells an object once, by whatever names it was asked for."""
        identity = self.resource.identity(key)
        other = self.seen.setdefault(identity, key)
        if other is not key:
            if other != key:
                self._leave_out(key, "its name is compared like that of %s, which is told" % label(other))
            return
        row = _row(self.resource, key, read)
        if isinstance(row, str):
            self._leave_out(key, row)
        else:
            self.told.append(row)

    def _leave_out(self, key: Key, why: str) -> None:
        self.unsaid.append({"name": label(key), "why": why})


def _row(resource: Resource, key: Key, read: _Read) -> Values | str:
    """The row, or why the module would not take one of this object."""
    from .row_told import named, nothing_of, refusal, told_row

    said = told_row(resource, key, read.facets)
    options: Values = {}
    for facet, _value in read.facets:
        options.update(nothing_of(facet))
    for path, _why in said.untold:
        if len(path) == 1:
            options.pop(path[0], None)
    options.update(said.options)
    untold = _untold(said)
    why = refusal(resource, key, said.values)
    if why:
        options, untold = {}, [{"place": "", "why": why}]
        why = refusal(resource, key, {})
    own = resource.key[-1].name
    facts = {**read.facts, **({"untold": untold} if untold else {})}
    return why or {**named(resource, key), own: key[-1], **options, FACTS.name: facts}


def _untold(said: RowTold) -> list[dict[str, str]]:
    """What the row does not say, each place with why."""
    places = [*said.untold, *((path, _SECRET) for path in said.secrets), *((path, _PERHAPS) for path in said.perhaps)]
    return [{"place": ".".join(path), "why": why} for path, why in places]


def _replies(asked: Sequence[Any]) -> Conversation:
    """What each is answered with: the commands go out together, conversations follow one after the other."""
    commands = [one for one in asked if not isgenerator(one)]
    answers = iter((yield commands) if commands else ())
    replies = []
    for one in asked:
        replies.append((yield from _value_of(one)) if isgenerator(one) else next(answers))
    return replies


def _value_of(conversation: Any) -> Conversation:
    try:
        return (yield from conversation)
    except BadReply:
        raise
    except CliError as refusal:
        return refusal


def inquiry(fields: Sequence[Field], ask: Callable[[Mapping[str, Any]], Conversation]) -> Task:
    """The Task of an ``_info`` module whose answers are not parts of objects.

    ``ask`` gets the options; it is a conversation of reads that returns the keys of the result and their values.
    """

    def run(session: Session, params: Mapping[str, Any], _mode: Mode) -> dict[str, Any]:
        answers: Mapping[str, Any] = Dialogue(session, read_only=True).one(ask(params))
        return {"changed": False, **{name: plain(value) for name, value in answers.items()}}

    return Task(fields=tuple(fields), run=run)
