# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Running Real-Time Tasks, and Synchronous Scripts: the manual, Real-Time Application Control."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections.pbx_control import KILLNODE, READNODESTATUS, SENDTASKEVENT, STARTPBXTASK
from .._cli.sections.script import RUNSCRIPT
from .._cli.syntax import Command, CommandSpec
from .._engine.action import Deed, action, at_once
from .._engine.model import Conversation, Field
from .._engine.wants import refuse_controls
from ..connector import data
from ..connector.errors import CliError, UnknownCommand
from .shared.operations import Operation, operations

Params = Mapping[str, Any]

PROGRAM = (Field("account"), Field("program"), Field("entry"))
PARAMETER = Field("parameter", type="raw")


def _parameter(params: Params) -> dict[str, Any]:
    """What the program gets, if anything; it may be any data object."""
    if params.get(PARAMETER.name) is None:
        return {}
    value = data.from_json(params[PARAMETER.name], PARAMETER.name)
    data.write(value)  # what cannot be sent is refused in check mode, too
    return {"parameter": value}


def _program(spec: CommandSpec, params: Params) -> Command:
    return spec(params["account"], params["program"], entryName=params.get("entry") or None, **_parameter(params))


def _start(params: Params) -> Conversation:
    return at_once(Deed(_program(STARTPBXTASK, params), result="task_id"))


def _send(params: Params) -> Conversation:
    return at_once(Deed(SENDTASKEVENT(params["task_id"], params["event"], **_parameter(params))))


def _status(params: Params) -> Conversation:
    return at_once(Deed(READNODESTATUS(params["task_id"]), result="status"))


def _kill(params: Params) -> Conversation:
    """Nobody knows with which code servers refuse unknown Tasks: one without a status has ended."""
    (status,) = yield [READNODESTATUS(params["task_id"])]
    if isinstance(status, UnknownCommand):
        raise status
    return [] if isinstance(status, CliError) else [Deed(KILLNODE(params["task_id"]))]


PBX_TASK = operations(
    (*PROGRAM, PARAMETER, Field("task_id"), Field("event")),
    {
        "start": Operation(_start, ("account", "program"), ("entry", "parameter")),
        "send": Operation(_send, ("task_id", "event"), ("parameter",)),
        "status": Operation(_status, ("task_id",)),
        "kill": Operation(_kill, ("task_id",)),
    },
)


def _run(params: Params) -> Conversation:
    for name in ("account", "program", "entry"):
        refuse_controls(name, params.get(name) or "")
    return (yield from at_once(Deed(_program(RUNSCRIPT, params), result="value")))


SCRIPT = action(
    fields=(Field("account", required=True), Field("program", required=True), Field("entry"), PARAMETER), decide=_run
)
