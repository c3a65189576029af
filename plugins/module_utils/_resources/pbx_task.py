# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Running Real-Time Tasks: the manual, Real-Time Application Control."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections.pbx_control import KILLNODE, READNODESTATUS, SENDTASKEVENT, STARTPBXTASK
from .._engine.action import ActionStep, at_once
from .._engine.model import Conversation, Field
from ..connector.errors import CliError, NotAllowed, UnknownCommand
from .shared.operations import Operation, operations
from .shared.programs import PARAMETER, given_parameter, program_command

Params = Mapping[str, Any]


def _start(params: Params) -> Conversation:
    return at_once(ActionStep(program_command(STARTPBXTASK, params), result="task_id"))


def _send(params: Params) -> Conversation:
    return at_once(ActionStep(SENDTASKEVENT(params["task_id"], params["event"], **given_parameter(params))))


def _status(params: Params) -> Conversation:
    return at_once(ActionStep(READNODESTATUS(params["task_id"]), result="status"))


def _kill(params: Params) -> Conversation:
    """Nobody knows with which code servers refuse unknown Tasks: one without a status has ended."""
    (status,) = yield [READNODESTATUS(params["task_id"])]
    if isinstance(status, (NotAllowed, UnknownCommand)):
        raise status
    return [] if isinstance(status, CliError) else [ActionStep(KILLNODE(params["task_id"]))]


PBX_TASK = operations(
    (Field("account"), Field("program"), Field("entry"), PARAMETER, Field("task_id"), Field("event")),
    {
        "start": Operation(_start, ("account", "program"), ("entry", "parameter")),
        "send": Operation(_send, ("task_id", "event"), ("parameter",)),
        "status": Operation(_status, ("task_id",)),
        "kill": Operation(_kill, ("task_id",)),
    },
)
