# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which of the ways that the manual leaves open are a server's own: its habits. The questions are in ``_probe``."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any, Mapping

from .._cli.sections.domain_set import CREATEDOMAIN, DELETEDOMAIN, MAINDOMAINNAME
from .._cli.sections.miscellaneous import GETVERSION
from .._engine.model import Field
from .._engine.result import describe_error, plain
from .._engine.run import Mode
from .._engine.task import Task
from .._probe.asking import Asker, untold
from .._probe.catalogue import QUESTIONS, UNASKED
from .._probe.question import Finding, Place
from .._probe.report import as_file, told
from .._probe.scratch import Scratch
from ..connector.errors import CgpError

if TYPE_CHECKING:
    from .._cli.syntax import Command
    from ..connector.session import Session

_DOMAIN = "probe_scratch_domain"
_FILE = "habits_file"
_READING = "reading does not tell; it would have to be written in a scratch Domain"


def _run(session: Session, params: Mapping[str, Any], mode: Mode) -> dict[str, Any]:
    asker = Asker(session)
    findings: dict[str, Finding] = {habit: Finding(None, why) for habit, why in UNASKED.items()}
    commands: list[Command] = []
    result: dict[str, Any] = {}
    version = ""
    scratch: Scratch | None = None
    try:
        version = _told(asker, GETVERSION())
        place = _place(_told(asker, MAINDOMAINNAME()), params.get(_DOMAIN) or "")
        for question in QUESTIONS:
            reads = not question.writes
            commands += question.foreseen(place) if reads else ()
            findings.update(asker.ask(question, place) if reads else untold(question.habits, _READING))
        if place.domain:
            scratch = Scratch(asker, place.domain, _DOMAIN)
            commands += [CREATEDOMAIN(place.domain), *_inside(place), DELETEDOMAIN(place.domain, FORCE=True)]
        if scratch is not None and not mode.check:
            _write(asker, scratch, place, findings)
    except CgpError as error:
        result = describe_error(error)
    finally:  # whatever happened, an interruption included
        if scratch is not None:
            result.update(_deleted(scratch))
    foreseen = mode.check and any(command.kind != "read" for command in commands)
    result.update(told(version, findings), changed=bool(asker.writes or foreseen))
    result["commands"] = [
        {"verb": command.verb, "kind": command.kind, "arguments": plain(command.redacted())} for command in commands
    ]
    result["statistics"] = {"writes": asker.writes}
    return result


def _place(main: str, domain: str) -> Place:
    return Place(domain, main, "probe-" + secrets.token_hex(6), secrets.token_urlsafe(18), secrets.token_urlsafe(18))


def _told(asker: Asker, command: Command) -> str:
    """What the server tells as text; nothing if it does not."""
    reply = asker.send(command)
    return reply if isinstance(reply, str) else ""


def _inside(place: Place) -> list[Command]:
    return [command for question in QUESTIONS if question.writes for command in question.foreseen(place)]


def _write(asker: Asker, scratch: Scratch, place: Place, findings: dict[str, Finding]) -> None:
    """Ask in the scratch Domain what reading does not tell."""
    scratch.make()
    for question in QUESTIONS:
        if question.writes:
            refused = scratch.refused
            findings.update(untold(question.habits, refused) if refused else asker.ask(question, place))


def _deleted(scratch: Scratch) -> dict[str, Any]:
    """What a result says of a Domain that could not be deleted; nothing if it was."""
    try:
        scratch.delete()
    except CgpError as error:
        return describe_error(error)
    return {}


def _file(result: Mapping[str, Any]) -> str | None:
    """The file of a run; None if the server was not reached."""
    return as_file({"version": result["version"], "habits": result["habits"]}) if result.get("version") else None


PROBE = Task(fields=(Field(_DOMAIN), Field(_FILE, type="path")), run=_run, file_option=_FILE, file_of=_file)
