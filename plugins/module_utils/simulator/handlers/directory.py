# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Directory Administration.

A server has no unit until one is made. Setting a unit's settings replaces them, as with all commands that set. The
elements of the access rights are kept as they come: the manual does not say what is in them.
"""

from __future__ import annotations

from typing import Any

from ..._cli.sections import directory as commands
from ..handling.registry import handles
from ..handling.request import Request
from ..model import settings
from ..model.directory import DirectoryUnit
from ..model.settings import Settings


@handles(commands.LISTDIRECTORYUNITS)
def list_directory_units(request: Request, SHARED: bool = False) -> dict[str, str]:
    return request.scope(SHARED).directory_units.mount_points()


@handles(commands.CREATEDIRECTORYUNIT)
def create_directory_unit(
    request: Request, unitName: str, mountPoint: str, SHARED: bool = False, REMOTE: bool = False
) -> None:
    request.scope(SHARED).directory_units.add(DirectoryUnit(unitName, mountPoint, remote=REMOTE))


@handles(commands.RELOCATEDIRECTORYUNIT)
def relocate_directory_unit(request: Request, unitName: str, newMountPoint: str, SHARED: bool = False) -> None:
    request.scope(SHARED).directory_units.relocate(unitName, newMountPoint)


@handles(commands.DELETEDIRECTORYUNIT)
def delete_directory_unit(request: Request, unitName: str, SHARED: bool = False) -> None:
    request.scope(SHARED).directory_units.remove(unitName)


@handles(commands.GETDIRECTORYUNIT)
def get_directory_unit(request: Request, unitName: str, SHARED: bool = False) -> Settings:
    return request.scope(SHARED).directory_units.unit(unitName).settings


@handles(commands.SETDIRECTORYUNIT)
def set_directory_unit(
    request: Request, unitName: str, newSettings: dict[str, Any], SHARED: bool = False
) -> None:
    unit = request.scope(SHARED).directory_units.unit(unitName)
    unit.settings.clear()
    settings.update_literally(unit.settings, newSettings)


@handles(commands.GETDIRECTORYACCESSRIGHTS)
def get_directory_access_rights(request: Request, SHARED: bool = False) -> list[Any]:
    return request.scope(SHARED).directory_access_rights


@handles(commands.SETDIRECTORYACCESSRIGHTS)
def set_directory_access_rights(request: Request, newAccessRights: list[Any], SHARED: bool = False) -> None:
    request.scope(SHARED).directory_access_rights = newAccessRights
