# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Named Task Administration."""

from __future__ import annotations

from typing import Any, Iterable

from ..._cli.sections import named_task as commands
from ..answers import refusals
from ..handling.registry import handles
from ..handling.request import Request
from ..model import settings
from ..model.account import Account, find_account
from ..model.domain import Domain
from ..model.names import split_address
from ..model.objects import NamedTask
from ..model.ownership import owned_by

_OWNER = "Owner"


@handles(commands.LISTDOMAINNAMEDTASKS)
def list_domain_named_tasks(request: Request, domainName: str | None = None) -> dict[str, Any]:
    return _listing(request.domain(domainName).all(NamedTask))


@handles(commands.LISTACCOUNTNAMEDTASKS)
def list_account_named_tasks(request: Request, accountName: str) -> dict[str, Any]:
    account = request.account(accountName)
    return _listing(item for item in owned_by(account) if isinstance(item, NamedTask))


@handles(commands.CREATENAMEDTASK)
def create_named_task(request: Request, taskName: str, accountName: str) -> None:
    domain, name = request.place(taskName)
    domain.add(NamedTask(name, owner=_owner(domain, accountName).name))


@handles(commands.RENAMENAMEDTASK)
def rename_named_task(request: Request, oldTaskName: str, newTaskName: str) -> None:
    task = request.object(NamedTask, oldTaskName)
    name, domain_name = split_address(newTaskName)
    if domain_name and request.domain(domain_name) is not task.domain:
        raise refusals.impossible("a named task stays in the domain of its owner")
    task.domain.rename(task, name)


@handles(commands.DELETENAMEDTASK)
def delete_named_task(request: Request, taskName: str) -> None:
    task = request.object(NamedTask, taskName)
    task.domain.remove(task)


@handles(commands.GETNAMEDTASK)
def get_named_task(request: Request, taskName: str) -> dict[str, Any]:
    task = request.object(NamedTask, taskName)
    return dict(task.settings, **{_OWNER: task.owner})


@handles(commands.UPDATENAMEDTASK)
def update_named_task(request: Request, taskName: str, newSettings: dict[str, Any]) -> None:
    """The setting Owner gives the task to another Account of its Domain: this simulator's choice."""
    task = request.object(NamedTask, taskName)
    changes = dict(newSettings)
    owner = changes.pop(_OWNER, None)
    if owner is not None:
        task.owner = _owner(task.domain, owner).name
    settings.update_literally(task.settings, changes)


def _owner(domain: Domain, name: Any) -> Account:
    """The Account of the task's own Domain that is to own it."""
    if not isinstance(name, str) or "@" in name:
        raise refusals.bad_parameters("the owner must be named without a domain")
    owner = find_account(domain, name)
    if owner is None:
        raise refusals.unknown_account()
    return owner


def _listing(tasks: Iterable[NamedTask]) -> dict[str, Any]:
    """Owner, real name and program of each task; the names of the keys are this simulator's choice."""
    return {
        task.name: {
            _OWNER: task.owner,
            "RealName": task.settings.get("RealName", ""),
            "ProgramName": task.settings.get("ProgramName", ""),
        }
        for task in tasks
    }
