# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Account Administration: Scheduled Tasks. No command of the manual reads them."""

from __future__ import annotations

from typing import Any

from ..._cli.sections import account as commands
from ..control.arguments import controlled_account
from ..control.language import control
from ..handling.registry import handles
from ..handling.request import Request
from ..service.service import Service


@handles(commands.UPDATESCHEDULEDTASK)
def update_scheduled_task(request: Request, accountName: str, taskData: dict[str, Any]) -> None:
    """Without a program and a script the record is deleted. That a program of this name exists is not asked for, and
    a task without ``when`` is launched at once: this simulator's choices."""
    request.account(accountName).schedule.update(taskData, request.service.clock.now())


@control("SCHEDULEDTASKS")
def scheduled_tasks(service: Service, argument: Any) -> dict[str, Any]:
    """Tells the Scheduled Tasks of an Account, {account="bob@example.com";}: those that wait by name (tasks), and what
    the task launched last got as its startParameter (lastLaunch)."""
    schedule = controlled_account(service, argument).schedule
    schedule.run(service.clock.now())
    return {
        "lastLaunch": schedule.last_launch,
        "tasks": {name: task.described() for name, task in schedule.tasks.items()},
    }
