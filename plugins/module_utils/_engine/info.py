# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What ``_info`` modules do: find the objects asked for, read the parts asked for, pipelined, and change nothing."""

from __future__ import annotations

from dataclasses import dataclass
from inspect import isgenerator
from typing import TYPE_CHECKING, Any, Callable, Dict, List, Mapping, Sequence, Tuple

from ..connector.errors import BadReply, CgpError, CliError, NotFound
from .dialogue import Dialogue
from .model import Conversation, Field, Key, label, whole_reply
from .result import plain, plain_settings
from .run import Mode
from .task import Task

if TYPE_CHECKING:
    from .._cli.syntax import Command
    from ..connector.session import Session

Objects = List[Tuple[Key, Dict[str, Any]]]


@dataclass(frozen=True)
class Reading:
    """One thing that can be read of an object: ``read(*key)`` and what ``from_reply`` makes of the reply.

    ``read`` returns a command, or a conversation where one command does not tell it all. ``show`` makes JSON data of
    it.
    """

    name: str
    read: Callable[..., Command | Conversation]
    from_reply: Callable[[Any], Any] = whole_reply
    show: Callable[[Any], Any] = plain


def settings_reading(name: str, read: Callable[..., Command | Conversation]) -> Reading:
    """A reading of settings: told as the option of a module takes them."""
    return Reading(name, read, show=plain_settings)


def nothing_more(params: Mapping[str, Any]) -> Sequence[Reading]:
    """The usual ``Info.asked``: only ``include`` says what is read."""
    return ()


@dataclass(frozen=True)
class Info:
    """All that an ``_info`` module knows.

    ``objects(params)`` is a conversation that returns the objects asked for: their keys and what the listing already
    told of each (where that is an ``exists`` of False nothing is read). ``result``: the key of the result that holds
    the list of objects. ``default``: what is read when nothing is asked for. ``asked(params)``: what other options ask
    for besides. ``single``: there is one object, and the result holds it instead of a list.
    """

    noun: str
    result: str
    readings: tuple[Reading, ...]
    objects: Callable[[Mapping[str, Any]], Conversation]
    fields: tuple[Field, ...] = ()
    default: tuple[str, ...] = ()
    asked: Callable[[Mapping[str, Any]], Sequence[Reading]] = nothing_more
    single: bool = False

    @property
    def include(self) -> Field:
        """The option that says what is read."""
        names = tuple(reading.name for reading in self.readings)
        return Field("include", type="list", elements="str", choices=names, default=list(self.default))

    @property
    def options(self) -> tuple[Field, ...]:
        """All options of the module but those of the connection."""
        return (*self.fields, self.include)

    @property
    def rules(self) -> tuple[tuple[str, Any], ...]:
        """As those of a Task; there are none."""
        return ()

    def run(self, session: Session, params: Mapping[str, Any], mode: Mode) -> dict[str, Any]:
        """The result of the module, in every mode: it only reads."""
        return run_info(session, self, params)


def run_info(session: Session, info: Info, params: Mapping[str, Any]) -> dict[str, Any]:
    """The result of an ``_info`` module. Raises CgpError when something cannot be read."""
    dialogue = Dialogue(session, read_only=True)
    asked = list(info.asked(params))
    wanted = params.get(info.include.name) or (() if asked else info.default)
    readings = [reading for reading in info.readings if reading.name in wanted] + asked
    objects: Objects = dialogue.one(info.objects(params))
    found: list[Any] = [None] * len(objects)
    for number, result in dialogue.run(_read(info, key, known, readings) for key, known in objects):
        if isinstance(result, CgpError):
            raise result
        found[number] = result
    return {"changed": False, info.result: found[0] if info.single else found}


def _read(info: Info, key: Key, known: Mapping[str, Any], readings: Sequence[Reading]) -> Conversation:
    """One object: its name, whether it exists, and what was asked for. An object that does not exist is no error."""
    described: dict[str, Any] = {**({"name": label(key), "exists": True} if key else {}), **known}
    if key and not described["exists"]:
        return described
    try:
        replies = yield from _replies([reading.read(*key) for reading in readings])
    except BadReply as unread:
        raise CgpError("%s could not be read: %s" % (label((info.noun, *key)), unread.message)) from None
    for reading, reply in zip(readings, replies):
        if isinstance(reply, NotFound) and key:
            return {"name": described["name"], "exists": False}
        if isinstance(reply, CliError):
            who = label((info.noun, *key))
            raise CgpError("%s: %s could not be read: %s" % (who, reading.name, reply.message))
        described[reading.name] = reading.show(reading.from_reply(reply))
    return described


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
