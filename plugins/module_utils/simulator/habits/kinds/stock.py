# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a server has that nobody has made."""

from __future__ import annotations

from ...model.account import Account
from ...model.directory import DirectoryUnit
from ...model.server import Server
from ..habit import Habit

_PBX = "pbx"
_UNIT = "Main"
_MOUNT_POINT = "cn=main"


def _stock(server: Server) -> None:
    if server.main_domain.find(_PBX) is None:
        server.main_domain.add(Account(_PBX, uid_validity=1))
    units = server.local.directory_units
    if not units.units:
        units.add(DirectoryUnit(_UNIT, _MOUNT_POINT))


HABITS = (
    Habit(
        "stock-objects",
        "has an Account pbx in the main Domain and a Directory Unit Main from the start",
        "seen live: pbx and postmaster; the manual mentions the others",
        frozenset(("LISTACCOUNTS", "LISTDOMAINOBJECTS", "LISTDIRECTORYUNITS")),
        begins=_stock,
    ),
)
