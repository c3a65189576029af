# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The action modules: what they do has no state that could be compared, so they say what they did or would do.

The way of an action: its options are read, and a conversation of reads decides which commands are to be sent (its
*steps*, perhaps none). Check mode ends here. Then the steps are sent in order, up to the first refusal.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Callable, Mapping, Sequence

from ..connector.errors import BadReply, CgpError, CliError, ConnectionLost, OutOfStep, ReplyTimeout, ReplyTooLong
from .dialogue import Dialogue
from .model import Conversation, Field, whole_reply
from .result import describe_error, plain
from .run import Mode
from .task import Task

if TYPE_CHECKING:
    from .._cli.syntax import Command
    from ..connector.session import Session


@dataclass(frozen=True)
class ActionStep:
    """One command of an action.

    ``result``: the key of the task's result that holds what ``from_reply`` makes of the reply, if any. ``hangs_up``:
    the server may close the connection instead of answering, which is no failure then. ``adapt`` makes the command that
    is sent of the reply to the step before, where that tells what was only expected when ``command`` was made.
    """

    command: Command = field(repr=False)
    result: str = ""
    from_reply: Callable[[Any], Any] = whole_reply
    hangs_up: bool = False
    adapt: Callable[[Any], Command] | None = None


Decision = Callable[[Mapping[str, Any]], Conversation]
"""Gets a task's options; returns a sequence of ActionSteps. Raises CgpError for options that do not fit together."""


def action(fields: Sequence[Field], decide: Decision, rules: Sequence[tuple[str, Any]] = ()) -> Task:
    """The Task of an action module; ``rules`` are those of Task.

    Its result has ``changed`` and ``actions`` (the verbs of the commands that were accepted, in check mode of those
    that would be sent), what its steps return, and for a refusal ``msg`` and ``code``.
    """

    def run(session: Session, params: Mapping[str, Any], mode: Mode) -> dict[str, Any]:
        return _run(decide, session, params, mode)

    return Task(fields=tuple(fields), run=run, rules=tuple(rules))


def _run(decide: Decision, session: Session, params: Mapping[str, Any], mode: Mode) -> dict[str, Any]:
    dialogue = Dialogue(session, read_only=mode.check)
    done: list[ActionStep] = []
    returned: dict[str, Any] = {}
    failure: CgpError | None = None
    steps: Sequence[ActionStep] = ()
    try:
        steps = dialogue.one(decide(params))
        for step in steps:
            step.command.line()  # what cannot be written is refused before anything is sent, and in check mode, too
        sent = [step for step in steps if not mode.check or step.command.kind == "read"]
        dialogue.one(_do(sent, done, returned))
    except CgpError as error:
        failure = error
    # Writes are counted when they are sent, so there is a step that was under way. A silent server has not hung up.
    hung_up = isinstance(failure, ConnectionLost) and not isinstance(failure, (ReplyTimeout, OutOfStep, ReplyTooLong))
    if hung_up and dialogue.writes and steps[len(done)].hangs_up:
        done.append(steps[len(done)])
        failure = None
    told = [step for step in done if step.command.kind != "read"]
    if mode.check and failure is None:
        told = [step for step in steps if step.command.kind != "read"]
    result = describe_error(failure) if failure is not None else {}
    # Of a command whose reply was lost nobody can tell whether it was obeyed.
    unknown = failure is not None and not isinstance(failure, CliError) and dialogue.writes > len(told)
    result.update(changed=bool(told) or unknown, actions=[step.command.verb for step in told])
    result.update(returned)
    if mode.diff and told:
        result["diff"] = {"before": "", "after": "".join("%s\n" % verb for verb in result["actions"])}
    result["statistics"] = {"writes": dialogue.writes}
    return result


def _do(steps: Sequence[ActionStep], done: list[ActionStep], returned: dict[str, Any]) -> Conversation:
    """Sends one command after the other, and notes each that is accepted and what it returned; a refusal is raised.

    What is answered with data that cannot be read was accepted, too.
    """
    reply: Any = None
    for step in steps:
        try:
            (reply,) = yield [step.command if step.adapt is None else step.adapt(reply)]
        except BadReply:
            done.append(step)
            raise
        if isinstance(reply, CliError):
            raise reply
        done.append(step)
        if step.result:
            returned[step.result] = plain(step.from_reply(reply))


def at_once(*steps: ActionStep) -> Conversation:
    """The decision of an action that needs no reading."""
    yield from ()
    return steps
