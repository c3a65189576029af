# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The action modules: what they do has no state that could be compared, so they say what they did or would do.

The way of an action: its options are read, and a conversation of reads decides which commands are to be sent (its
*deeds*, perhaps none). Check mode ends here. Then the deeds are sent in order, up to the first refusal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Callable, Mapping, Sequence

from ..connector.errors import CgpError, CliError, ConnectionLost, OutOfStep, ReplyTimeout, ReplyTooLong
from .dialogue import Dialogue
from .model import Conversation, Field, load_reply
from .result import describe_error, plain
from .run import Mode
from .task import Task

if TYPE_CHECKING:
    from .._cli.syntax import Command
    from ..connector.session import Session


@dataclass(frozen=True)
class Deed:
    """One command of an action.

    ``result``: the key of the task's result that holds what ``load`` makes of the reply, if any. ``hangs_up``: the
    server may close the connection instead of answering, which is no failure then. ``adapt`` makes the command that is
    sent of the reply to the deed before, where that tells what was only expected when ``command`` was made.
    """

    command: Command = field(repr=False)
    result: str = ""
    load: Callable[[Any], Any] = load_reply
    hangs_up: bool = False
    adapt: Callable[[Any], Command] | None = None


Decision = Callable[[Mapping[str, Any]], Conversation]
"""Gets a task's options; returns a sequence of Deeds. Raises CgpError for options that do not fit together."""


def action(fields: Sequence[Field], decide: Decision, rules: Sequence[tuple[str, Any]] = ()) -> Task:
    """The Task of an action module; ``rules`` are those of Task.

    Its result has ``changed`` and ``actions`` (the verbs of the commands that were accepted, in check mode of those
    that would be sent), what its deeds return, and for a refusal ``msg`` and ``code``.
    """

    def run(session: Session, params: Mapping[str, Any], mode: Mode) -> dict[str, Any]:
        return _run(decide, session, params, mode)

    return Task(fields=tuple(fields), run=run, rules=tuple(rules))


def _run(decide: Decision, session: Session, params: Mapping[str, Any], mode: Mode) -> dict[str, Any]:
    dialogue = Dialogue(session, read_only=mode.check)
    done: list[Deed] = []
    returned: dict[str, Any] = {}
    failure: CgpError | None = None
    deeds: Sequence[Deed] = ()
    try:
        deeds = dialogue.one(decide(params))
        sent = [deed for deed in deeds if not mode.check or deed.command.kind == "read"]
        dialogue.one(_do(sent, done, returned))
    except CgpError as error:
        failure = error
    # Writes are counted when they are sent, so there is a deed that was under way. A silent server has not hung up.
    hung_up = isinstance(failure, ConnectionLost) and not isinstance(failure, (ReplyTimeout, OutOfStep, ReplyTooLong))
    if hung_up and dialogue.writes and deeds[len(done)].hangs_up:
        done.append(deeds[len(done)])
        failure = None
    told = [deed for deed in done if deed.command.kind != "read"]
    if mode.check and failure is None:
        told = [deed for deed in deeds if deed.command.kind != "read"]
    result = describe_error(failure) if failure is not None else {}
    # Of a command whose reply was lost nobody can tell whether it was obeyed.
    unknown = failure is not None and not isinstance(failure, CliError) and dialogue.writes > len(told)
    result.update(changed=bool(told) or unknown, actions=[deed.command.verb for deed in told])
    result.update(returned)
    if mode.diff and told:
        result["diff"] = {"before": "", "after": "".join("%s\n" % verb for verb in result["actions"])}
    result["statistics"] = {"writes": dialogue.writes}
    return result


def _do(deeds: Sequence[Deed], done: list[Deed], returned: dict[str, Any]) -> Conversation:
    """Sends one command after the other, and notes each that is accepted and what it returned; a refusal is raised."""
    reply: Any = None
    for deed in deeds:
        (reply,) = yield [deed.command if deed.adapt is None else deed.adapt(reply)]
        if isinstance(reply, CliError):
            raise reply
        done.append(deed)
        if deed.result:
            returned[deed.result] = plain(deed.load(reply))


def at_once(*deeds: Deed) -> Conversation:
    """The decision of an action that needs no reading."""
    yield from ()
    return deeds
