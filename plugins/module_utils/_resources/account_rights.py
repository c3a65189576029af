# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Access rights of Accounts: the manual, Access Rights Administration; their names in protocol.md section 6.5."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any, Mapping, Sequence

from .._cli.sections.access_rights import SETACCOUNTRIGHTS
from .._cli.sections.account import GETACCOUNTRIGHTS
from .._engine import canon, shapes
from .._engine.model import Facet, Field, Key, Resource, Values, Whole, fold, label
from .._engine.shapes import Shape
from ..connector.errors import CgpError
from .shared.options import ACCOUNT_NAME, ALLOW_PROTECTED

RIGHTS = Field("rights", type="list", elements="str")
MODE = Field("mode", choices=("replace", "update", "remove"), default="replace")
MASTER = "Master"
KNOWN = (
    MASTER, "Settings", "UserAccounts", "Monitoring",
    "Domain", "BasicSettings", "PSTNSettings", "WebUserSettings", "RulesAllowed", "SignalRulesAllowed",
    "CentralDirectory", "WebSite", "CanAccessLists", "CanAccessMailboxes", "CanAccessWebSites", "CanCreateAccounts",
    "CanCreateAliases", "CanCreateForwarders", "CanCreateGroups", "CanCreateLists", "CanCreateNamedTasks",
    "CanCreateSpecialAccounts", "CanCreateTelnums", "CanCreateWebUserSessions", "CanCreditAccounts", "CanImpersonate",
    "CanModifyPBXApps", "CanModifyRPOP", "CanModifyRSIP", "CanModifySkins", "CanPostAlerts",
)  # fmt: skip
"""Not all: a Domain right may also be the name of a setting. Therefore another name is no error."""
_SPELLINGS = {fold(right): right for right in KNOWN}


def _parse(given: Mapping[str, Any]) -> dict[str, Any]:
    if RIGHTS.name not in given:
        raise CgpError("the option rights is missing", "An empty list with mode: replace takes all rights away")
    return {**given, RIGHTS.name: shapes.NAMES.parse(given[RIGHTS.name])}


def _target(have: Sequence[str], want: Mapping[str, Any], whole: bool) -> list[str]:
    """Whoever takes the right Master from the login itself cannot give it back."""
    named, mode = want[RIGHTS.name], want[MODE.name]
    folded = {fold(right) for right in named}
    had = {fold(right) for right in have}
    if mode == "replace":
        after = list(named)
    elif mode == "remove":
        after = [right for right in have if fold(right) not in folded]
    else:
        after = [*have, *(right for right in named if fold(right) not in had)]
    if fold(MASTER) in had.difference(map(fold, after)) and not want[ALLOW_PROTECTED.name]:
        raise CgpError(
            "the right %s is not taken away: it may be that of the login, or the last one" % MASTER,
            "If that is meant, set allow_protected: true",
        )
    return after


def _doubts(key: Key, values: Values) -> list[str]:
    """A name that is nearly a known one. It is set all the same: nobody knows all of them."""
    doubts = []
    for right in values[RIGHTS.name][RIGHTS.name]:
        near = get_close_matches(fold(right), _SPELLINGS, 1, 0.85)
        if right not in KNOWN and near:
            doubts.append("rights of %s: is %s meant to be %s?" % (label(key), right, _SPELLINGS[near[0]]))
    return doubts


ACCOUNT_RIGHTS = Resource(
    noun="account rights",
    plural="account rights",
    list_option="accounts",
    key=(ACCOUNT_NAME,),
    facets=(
        Facet(
            RIGHTS.name,
            (RIGHTS, MODE, ALLOW_PROTECTED),
            Shape(empty=(), parse=_parse, canon=canon.name_set, target=_target),
            read=GETACCOUNTRIGHTS,
            write=lambda key, edit: [Whole(SETACCOUNTRIGHTS(key[0], edit.after))],
            from_options=dict,
            to_options=lambda rights: {RIGHTS.name: list(rights)},
        ),
    ),
    doubts=_doubts,
    within={"account": lambda name: [(name,)]},
)
