# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an Account is asked part by part, and what stands for a yes or a no: the manual, Account Administration."""

from __future__ import annotations

from typing import Any, Callable, Sequence

from ..._cli.sections.account import VERIFYACCOUNTPASSWORD
from ..._engine.clarity import is_there
from ..._engine.model import Conversation
from ...connector.errors import CliError, NotAllowed, NotFound, Unclear, UnknownCommand


def each_part(
    command: Callable[[str, str], Any], parts: Sequence[str], told: Callable[[Any, Any], Conversation]
) -> Any:
    """Reads a dictionary of parts, each with a command of its own; ``told(command, reply)`` is a conversation."""

    def read(name: str) -> Conversation:
        commands = [command(name, part) for part in parts]
        replies = yield commands
        answers = {}
        for part, asked, reply in zip(parts, commands, replies):
            answers[part] = yield from told(asked, reply)
        return answers

    return read


def value_of(command: Any, reply: Any) -> Conversation:
    yield from ()
    if isinstance(reply, CliError):
        raise reply
    return reply


def _no(command: Any, refusal: CliError) -> Conversation:
    """Raises a refusal that says something else than no. How a server says no is not in the manual, nor how it says
    that there is no such Account.
    """
    if isinstance(refusal, UnknownCommand):
        raise refusal
    if not isinstance(refusal, Unclear) and (yield from is_there(command)) is False:  # else it has been asked already
        raise NotFound(refusal.code, refusal.text, refusal.verb, "account")


def whether_allowed(command: Any, reply: Any) -> Conversation:
    """The refusal is handed on."""
    if not isinstance(reply, CliError):
        return {"allowed": True}
    yield from _no(command, reply)
    return {"allowed": False, "code": reply.code, "msg": reply.text}


def password_matches(password: str) -> Callable[[str], Conversation]:
    def read(name: str) -> Conversation:
        command = VERIFYACCOUNTPASSWORD(name, password)
        (reply,) = yield [command]
        if isinstance(reply, NotAllowed):
            raise reply
        if isinstance(reply, CliError):
            yield from _no(command, reply)
        return not isinstance(reply, CliError)

    return read
