# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""From a command that is permitted to its handler, as a server with its habits obeys it."""

from __future__ import annotations

from typing import Any

from ..._cli.syntax import Command
from ..answers.answer import Answer
from ..habits import conduct
from ..habits.habit import Call
from ..handling.request import Request
from .sections import HANDLERS


def obeyed(request: Request, command: Command) -> Answer:
    """The answer to a command that was found permitted. Refusal if it is not to be obeyed."""
    touched = request.service.habits.touching(command.verb)
    if not touched:
        return _handled(request, command)
    return conduct.obey(touched, call_of(request, command), lambda rewritten: _handled(request, rewritten))


def call_of(request: Request, command: Command) -> Call:
    """The command as habits see it."""
    return Call(request.server, request.user, command, lambda read: _data(_handled(request, read)))


def _handled(request: Request, command: Command) -> Answer:
    return HANDLERS[command.spec].answer(request, command)


def _data(answer: Answer) -> Any:
    return answer.value if answer.has_data else None
