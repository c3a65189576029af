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


def _account(server: Server) -> None:
    if server.main_domain.find(_PBX) is None:
        server.main_domain.add(Account(_PBX, uid_validity=1))


def _unit(server: Server) -> None:
    units = server.local.directory_units
    if not units.units:
        units.add(DirectoryUnit(_UNIT, _MOUNT_POINT))


_ACCOUNTS = frozenset(("LISTACCOUNTS", "LISTDOMAINOBJECTS"))

HABITS = (
    Habit(
        "stock-objects",
        "has an Account pbx in the main Domain from the start, beside the postmaster",
        "seen live: reports of the vendor skip it as a service account",
        _ACCOUNTS,
        one_of="stock objects",
        usual=True,
        begins=_account,
    ),
    Habit(
        "no-stock-objects",
        "has no Accounts from the start but the administrator's",
        "open: the manual mentions none",
        _ACCOUNTS,
        one_of="stock objects",
    ),
    Habit(
        "stock-directory-unit",
        "has a Directory Unit Main from the start",
        "open",
        frozenset(("LISTDIRECTORYUNITS",)),
        begins=_unit,
    ),
)
