# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages that wait in the queues of the server's modules: the manual, Miscellaneous Commands."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from .._cli.sections.miscellaneous import GETMESSAGEQUEUEINFO, REJECTQUEUEMESSAGE, REJECTQUEUEMESSAGES, RELEASESMTPQUEUE
from .._engine.action import ActionStep, action
from .._engine.info import inquiry
from .._engine.model import Conversation, Field
from ..connector.errors import CgpError, CliError

_SMTP = "SMTP"
_NO_REPORT = "NONDN"
"""The text in place of which no report is sent: the manual, REJECTQUEUEMESSAGE."""


def _information(module: str, queues: Sequence[str]) -> Conversation:
    """What the server tells of each queue; nothing of one that is not there."""
    replies = (yield [GETMESSAGEQUEUEINFO(module, queue) for queue in queues]) if queues else []
    for reply in replies:
        if isinstance(reply, CliError):
            raise reply
    return replies


def _decide(params: Mapping[str, Any]) -> Conversation:
    release = list(params.get("release") or ())
    if not params.get("force"):
        waiting = yield from _information(_SMTP, release)
        release = [queue for queue, information in zip(release, waiting) if information]
    report = _report(params)
    steps = [ActionStep(RELEASESMTPQUEUE(queue)) for queue in release]
    steps += [ActionStep(REJECTQUEUEMESSAGE(number, errorText=report)) for number in params.get("reject") or ()]
    steps += [
        ActionStep(REJECTQUEUEMESSAGES(sender, errorText=report)) for sender in params.get("reject_senders") or ()
    ]
    return steps


def _report(params: Mapping[str, Any]) -> str | None:
    """The text of the report to the senders; None leaves it to the server."""
    report = params.get("report") or None
    if params["bounce"]:
        return report
    if report is not None:
        raise CgpError("a report cannot be sent with bounce: false")
    return _NO_REPORT


QUEUE = action(
    fields=(
        Field("release", type="list", elements="str"),
        Field("force", type="bool", default=False),
        Field("reject", type="list", elements="int"),
        Field("reject_senders", type="list", elements="str"),
        Field("report", free=True),
        Field("bounce", type="bool", default=True),
    ),
    decide=_decide,
    rules=(("required_one_of", [("release", "reject", "reject_senders")]),),
)


def _ask(params: Mapping[str, Any]) -> Conversation:
    names = params["names"]
    found = yield from _information(params["module"], names)
    return {"queues": [{"name": name, "exists": bool(told), **told} for name, told in zip(names, found)]}


QUEUE_INFO = inquiry(
    fields=(Field("module", default=_SMTP), Field("names", type="list", elements="str", required=True)), ask=_ask
)
