# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real-Time Application Control.

The manual states no rights here. This simulator's choice: whoever is logged in starts Tasks of the own Account, and
sends events to them; those of another Account are for who may act for that Account, that is with the right
CanImpersonate in its Domain. To look into any Task, and to kill it, is for such administrators only.
"""

from __future__ import annotations

from typing import Any

from ..._cli.rights import administrator_with
from ..._cli.sections import pbx_control as commands
from ..answers import refusals
from ..handling.registry import handles
from ..handling.request import Request
from ..model.account import Account
from ..model.pbx_programs import require_program
from ..model.server import Server
from ..model.tasks import PbxTask
from ..rights.access_modes import PBX, may_use

_PROGRAM = ".sppr"
_IMPERSONATE = "CanImpersonate"


@handles(commands.STARTPBXTASK)
def start_pbx_task(
    request: Request, accountName: str, programName: str, entryName: str = "", parameter: Any = None
) -> str:
    account = acting_account(request, accountName)
    if not may_use(request.server, account, PBX):
        raise refusals.service_disabled(PBX)
    require_program(request.server, account.domain, programName + _PROGRAM)
    return request.server.runtime.tasks.start(PbxTask(account, programName, entryName, parameter))


@handles(commands.SENDTASKEVENT)
def send_task_event(request: Request, taskID: str, eventName: str, parameter: Any = None) -> None:
    task = _task(request, taskID)
    _require_acting_for(request, task.account)
    task.send(eventName, parameter)


@handles(commands.KILLNODE, rights=administrator_with(_IMPERSONATE))
def kill_node(request: Request, taskID: str) -> None:
    _administered(request, taskID)
    request.server.runtime.tasks.kill(taskID)


@handles(commands.READNODESTATUS, rights=administrator_with(_IMPERSONATE))
def read_node_status(request: Request, taskID: str) -> dict[str, Any]:
    return _administered(request, taskID).status()


def acting_account(request: Request, account_name: str) -> Account:
    """The Account on whose behalf the user wants something to run."""
    account = request.open_account(account_name)
    _require_acting_for(request, account)
    return account


def _task(request: Request, task_id: str) -> PbxTask:
    task = request.server.runtime.tasks.get(task_id)
    if not _exists(request.server, task.account):
        request.server.runtime.tasks.kill(task_id)
        raise refusals.unknown("task")
    return task


def _administered(request: Request, task_id: str) -> PbxTask:
    task = _task(request, task_id)
    request.require(_IMPERSONATE, task.account.domain)
    return task


def _exists(server: Server, account: Account) -> bool:
    """Whether neither the Account nor its Domain has been deleted."""
    domain = account.domain
    return server.find_domain(domain.name) is domain and domain.find(account.name) is account


def _require_acting_for(request: Request, account: Account) -> None:
    if account is not request.user:
        request.require(_IMPERSONATE, account.domain)
