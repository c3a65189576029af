# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Miscellaneous Commands: messages in the queues of the server's modules.

The manual leaves open, and this simulator chose: a released message leaves, as if the other server had taken it; a
queue that has no message cannot be released; a sender without queued messages has all of them rejected already.
"""

from __future__ import annotations

from typing import Any

from ..._cli.sections import miscellaneous as commands
from ...connector.data import Timestamp
from ..answers import refusals
from ..control.arguments import member
from ..control.language import control
from ..handling.arguments import not_negative
from ..handling.registry import handles
from ..handling.request import Request
from ..model.names import fold, split_address
from ..model.queues import Message
from ..service.service import Service

_SMTP = "SMTP"
_NO_REPORT = "NONDN"
_STANDARD_REPORT = "rejected by the administrator"


@handles(commands.GETMESSAGEQUEUEINFO)
def get_message_queue_info(request: Request, moduleName: str, queueName: str) -> dict[str, Any]:
    queues = request.server.runtime.queues
    messages = queues.waiting(moduleName, queueName)
    if not messages:
        return {}
    state = queues.state(moduleName, queueName)
    info: dict[str, Any] = {"nTotal": len(messages), "size": sum(message.size for message in messages)}
    if state.delayed_till is not None:
        info["delayedTill"] = state.delayed_till
    if state.last_error:
        info["lastError"] = state.last_error
    return info


@handles(commands.RELEASESMTPQUEUE)
def release_smtp_queue(request: Request, queueName: str) -> None:
    if not request.server.runtime.queues.release(_SMTP, queueName):
        raise refusals.unknown("queue")


@handles(commands.REJECTQUEUEMESSAGE)
def reject_queue_message(request: Request, messageID: int, errorText: str | None = None) -> None:
    queues = request.server.runtime.queues
    if queues.find(messageID) is None:
        raise refusals.unknown("message")
    queues.reject([str(messageID)], _report(errorText))


@handles(commands.REJECTQUEUEMESSAGES)
def reject_queue_messages(request: Request, authedSender: str, errorText: str | None = None) -> None:
    queues = request.server.runtime.queues
    wanted = _full(request.service, authedSender)
    rejected = queues.sent_by(lambda sender: bool(sender) and _full(request.service, sender) == wanted)
    queues.reject(rejected, _report(errorText))


def _report(text: str | None) -> str | None:
    """The text of the error reports, or None when there are to be none."""
    if text is None:
        return _STANDARD_REPORT
    return None if text == _NO_REPORT else text


def _full(service: Service, name: str) -> str:
    """A sender's name in the form in which two are compared: a name without a Domain is one of the main Domain."""
    local, domain = split_address(name)
    return fold("%s@%s" % (local, domain or service.server.main_domain.name))


# --- the world outside

@control("QUEUE")
def put_message(service: Service, argument: Any) -> int:
    """Put a message into a queue; the answer is its number.

    {queue="example.org"; module=SMTP; sender="a@example.com"; size=#1000; delayedTill=#T...; lastError="...";} where
    all but the queue may be left out.
    """
    message = Message(
        module=member(argument, "module", str, _SMTP),
        queue=member(argument, "queue", str),
        sender=member(argument, "sender", str, ""),
        size=not_negative(member(argument, "size", int, 0)),
    )
    delayed_till = member(argument, "delayedTill", Timestamp, None)
    return service.server.runtime.queues.put(message, delayed_till, member(argument, "lastError", str, ""))


@control("REPORTS")
def error_reports(service: Service, _argument: Any) -> list[Any]:
    """The error reports sent for rejected messages: ({messageID=#1; sender=...; text=...;},...)."""
    return list(service.server.runtime.queues.reports)
