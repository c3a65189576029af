# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Group Administration."""

from __future__ import annotations

from typing import Any

from ..._cli.sections import group as commands
from ..answers import refusals
from ..handling.registry import handles
from ..handling.request import Request
from ..model import settings as model_settings
from ..model.objects import Group
from ..model.settings import Settings
from .renaming import rename


@handles(commands.LISTGROUPS)
def list_groups(request: Request, domainName: str | None = None) -> list[str]:
    return [group.name for group in request.domain(domainName).all(Group)]


@handles(commands.CREATEGROUP)
def create_group(request: Request, groupName: str, settings: dict[str, Any] | None = None) -> None:
    domain, name = request.place(groupName)
    group = Group(name)
    model_settings.update(group.settings, _checked(settings or {}))
    domain.add(group)


@handles(commands.RENAMEGROUP)
def rename_group(request: Request, oldGroupName: str, newGroupName: str) -> None:
    rename(request, request.object(Group, oldGroupName), newGroupName, "CanCreateGroups")


@handles(commands.DELETEGROUP)
def delete_group(request: Request, groupName: str) -> None:
    group = request.object(Group, groupName)
    group.domain.remove(group)


@handles(commands.GETGROUP)
def get_group(request: Request, groupName: str) -> Settings:
    return request.object(Group, groupName).settings


@handles(commands.SETGROUP)
def set_group(request: Request, groupName: str, newSettings: dict[str, Any]) -> None:
    model_settings.replace(request.object(Group, groupName).settings, _checked(newSettings))


def _checked(settings: dict[str, Any]) -> Settings:
    members = settings.get("Members", [])
    if not isinstance(members, list) or not all(isinstance(member, str) for member in members):
        raise refusals.bad_parameters("Members must be an array of strings")
    return settings
