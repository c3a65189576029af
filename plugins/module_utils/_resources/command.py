# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Any command of the CLI, checked against the catalogue before it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Mapping, Sequence

from .._cli.catalogue import COMMANDS, BadArguments, read_line
from .._cli.errors import UnknownVerb
from .._cli.secret_names import is_secret_argument
from .._cli.syntax import Command
from .._engine.dialogue import Dialogue
from .._engine.model import Conversation, Field
from .._engine.result import describe_error, plain
from .._engine.run import Mode
from .._engine.secrets import HIDDEN
from .._engine.task import Task
from ..connector import data
from ..connector.errors import BadReply, CgpError, CliError

if TYPE_CHECKING:
    from ..connector.session import Session

_LINE = Field("line", free=True)
_VERB = Field("verb")
_ARGUMENTS = Field("arguments", type="dict")
_ALLOW_UNKNOWN = Field("allow_unknown", type="bool")
_READ_ONLY = Field("read_only", type="bool")
_SPOKEN = (_LINE, _VERB, _ARGUMENTS, _ALLOW_UNKNOWN, _READ_ONLY)
_COMMANDS = Field("commands", type="list", elements="dict", options=_SPOKEN)
_ON_ERROR = Field("on_error", choices=("continue", "stop"), default="stop")


def read_command(spoken: Mapping[str, Any]) -> Command:
    """The command that ``line``, or ``verb`` and ``arguments``, say.

    Raises CgpError when the catalogue has no such, unless ``allow_unknown`` says that it need not.
    """
    line, verb = spoken.get("line"), spoken.get("verb")
    if bool(line) == bool(verb):
        raise CgpError("a command is given either as line, or as verb and arguments")
    if spoken.get(_READ_ONLY.name) and not spoken.get(_ALLOW_UNKNOWN.name):
        raise CgpError(
            "read_only says something of a command that the catalogue does not know",
            "Leave it out, or allow such with allow_unknown: true",
        )
    arguments = {
        name: value if isinstance(value, bool) else data.from_json(value)
        for name, value in (spoken.get("arguments") or {}).items()
    }
    try:
        return read_line(str(line)) if line else _from_arguments(str(verb).upper(), arguments)
    except (UnknownVerb, BadArguments):
        if not spoken.get(_ALLOW_UNKNOWN.name):
            raise
    from .._cli.unlisted import unlisted_command, unlisted_line  # here: few tasks need it

    read_only = bool(spoken.get(_READ_ONLY.name))
    return unlisted_line(str(line), read_only) if line else unlisted_command(str(verb), arguments, read_only)


def _from_arguments(verb: str, given: Mapping[str, Any]) -> Command:
    """A verb with more than one syntax is the first that the arguments fit.

    A keyword that all lines of a syntax have (MAILBOXES) may be given as true, to tell that syntax from another.
    """
    if verb not in COMMANDS:
        return read_line(verb)  # which says what is wrong with the verb
    refusals: list[BadArguments] = []
    for spec in COMMANDS[verb]:
        keywords = set(spec.syntax.split()) - set(spec.parameters)
        try:
            return spec(**{name: value for name, value in given.items() if value is not True or name not in keywords})
        except BadArguments as refusal:
            refusals.append(refusal)
    raise refusals[0]


def _completed(listed: Sequence[Mapping[str, Any]], beside: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The commands of a list, with what is said beside it of all of them."""
    said = {field.name: beside.get(field.name) for field in (_ALLOW_UNKNOWN, _READ_ONLY)}
    return [{**said, **{name: value for name, value in spoken.items() if value is not None}} for spoken in listed]


def _run(session: Session, params: Mapping[str, Any], mode: Mode) -> dict[str, Any]:
    """Reads are sent even in check mode; anything else then is only said to be a change."""
    listed = params.get("commands")
    commands = [read_command(spoken) for spoken in (_completed(listed, params) if listed is not None else [params])]
    for command in commands:
        command.line()  # what cannot be written is refused before anything is sent, and in check mode, too
    sent = [command for command in commands if not mode.check or command.kind == "read"]
    dialogue = Dialogue(session, read_only=mode.check, raw=True)
    try:
        replies = dialogue.one(_converse(sent, params.get("on_error") == "stop"))
    except CgpError as error:
        # What was sent before may have been carried out: of a lost reply nobody can tell.
        return {**describe_error(error), "changed": bool(dialogue.writes), "statistics": {"writes": dialogue.writes}}
    results = _describe(commands, dict(zip(map(id, sent), replies)))
    failures = [entry for entry in results if "msg" in entry]
    accepted = [reply for command, reply in zip(sent, replies) if command.kind != "read" and _is_accepted(reply)]
    foreseen = [command for command in commands if mode.check and command.kind != "read"]
    result: dict[str, Any] = {"changed": bool(accepted or foreseen), "results": results}
    if listed is None:
        result["value"] = results[0].get("value")
    if mode.diff and (accepted or foreseen):
        verbs = "".join("%s\n" % command.verb for command in commands if command.kind != "read")
        result["diff"] = {"before": "", "after": verbs, "after_header": "commands"}
    if failures:
        result.update(failed=True, msg=failures[0]["msg"], code=failures[0]["code"])
    result["statistics"] = {"writes": dialogue.writes}
    return result


def _converse(commands: Sequence[Command], stop: bool) -> Conversation:
    """In order: side by side when errors do not matter, else one by one until the first error."""
    if not commands:
        return []
    if not stop or len(commands) == 1:
        return (yield list(commands))
    replies: list[Any] = []
    for command in commands:
        replies += yield [command]
        if isinstance(replies[-1], CliError):
            break
    return replies


def _is_accepted(reply: Any) -> bool:
    """A command whose reply cannot be read was carried out all the same."""
    return isinstance(reply, BadReply) or not isinstance(reply, CliError)


def _describe(commands: Sequence[Command], replies: Mapping[int, Any]) -> list[dict[str, Any]]:
    """One entry for each command: never its arguments, which may hold a password."""
    described = []
    for command in commands:
        entry: dict[str, Any] = {"verb": command.verb, "kind": command.kind, "sent": id(command) in replies}
        reply = replies.get(id(command))
        if isinstance(reply, CliError):
            entry.update(code=reply.code, msg=str(reply))
        elif entry["sent"]:
            entry["value"] = plain(reply) if _is_shown(command, reply) else HIDDEN
        described.append(entry)
    return described


def _is_shown(command: Command, reply: Any) -> bool:
    """What a command tells whose very name speaks of a secret is one; in a dictionary the keys decide."""
    listed = command.verb in COMMANDS
    return listed or isinstance(reply, dict) or reply in (None, "") or not is_secret_argument(command.verb)


COMMAND = Task(
    fields=(*_SPOKEN, _COMMANDS, _ON_ERROR),
    run=_run,
    rules=(
        ("mutually_exclusive", [["line", "verb", "commands"]]),
        ("required_one_of", [["line", "verb", "commands"]]),
        ("required_by", {"arguments": "verb"}),
    ),
)
