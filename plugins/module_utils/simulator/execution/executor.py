# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the line of a logged in user to its answer: which command is it, may the user send it, and what comes of it."""

from __future__ import annotations

from ..._cli import catalogue
from ..._cli.syntax import Command
from ..answers import refusals
from ..answers.answer import Answer, refused
from ..answers.refusals import Refusal
from ..habits import conduct
from ..handlers.obeying import call_of, obeyed
from ..handlers.sections import HANDLERS
from ..handling.request import Request
from ..model.lazy import settle
from .permission import may_send, names_asterisk, target_domain


def execute(session: int, request: Request, line: str) -> Answer:
    """Obey one command line of the request's user. This never raises: a fault of a handler is an answer as well.

    ``session`` is the number under which the journal has it.
    """
    service = request.service
    command: Command | None = None
    fault = ""
    service.commands_executed += 1
    try:
        command = service.read_line(line)
        answer = _answer(request, command, line)
    except catalogue.UnknownVerb:
        answer = refused(refusals.unknown_command())
    except catalogue.BadArguments as error:
        answer = refused(refusals.unreadable(error.message))
    except Refusal as refusal:
        answer = refused(refusal)
    except Exception as error:  # noqa: BLE001 (one faulty handler must not take all sessions down)
        fault = type(error).__name__
        answer = refused(refusals.internal_error())
    settle()
    if service.journal.kept:
        verb = command.verb if command is not None else None
        arguments = command.redacted() if command is not None else {}
        service.journal.write(session, request.user.address, verb, arguments, answer.code, fault)
    return answer


def _answer(request: Request, command: Command, line: str) -> Answer:
    """The answer to a command, as a server with these habits tells it. Refusal if it is not to be obeyed."""
    habits = request.service.habits
    if names_asterisk(command) and not habits.has("asterisk-quoted"):
        raise refusals.illegal_name()
    touched = habits.touching(command.verb)
    if not touched:
        return _plain_answer(request, command, line)
    return conduct.tell(touched, call_of(request, command), lambda: _plain_answer(request, command, line))


def _plain_answer(request: Request, command: Command, line: str) -> Answer:
    """The answer to a command, here or on all members of a cluster."""
    membership = request.service.membership
    if membership.alone:
        return _obey(request, command)
    return membership.command(
        request.user, command, line, lambda: target_domain(request, command), lambda: _obey(request, command)
    )


def _obey(request: Request, command: Command) -> Answer:
    handler = HANDLERS[command.spec]
    if handler.cluster_only and request.server.cluster is None:
        raise refusals.no_cluster()
    if not may_send(request, handler, command):
        raise refusals.not_allowed()
    return obeyed(request, command)
