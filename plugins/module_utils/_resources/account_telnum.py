# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Telephone numbers of Accounts, one by one: the manual, MODIFYACCOUNTTELNUMS."""

from __future__ import annotations

from typing import Sequence

from .._cli.sections.account import GETACCOUNTTELNUMS
from .._engine.dialogue import ask
from .._engine.model import Conversation, Field, Found, Resource, fold
from .shared.options import ACCOUNT_NAME
from .shared.scope_names import account_names
from .shared.telnums import modify_telnums

NOUN = "telnum"


def _find(account: str, names: Sequence[str] | None) -> Conversation:
    listed = yield from ask(GETACCOUNTTELNUMS(account))
    return {fold(str(number)): Found(NOUN) for number in listed}


ACCOUNT_TELNUM = Resource(
    noun=NOUN,
    plural="telephone numbers",
    list_option="telnums",
    key=(ACCOUNT_NAME, Field("telnum", required=True)),
    find=_find,
    scope=lambda key: key[0],
    scope_names=account_names,
    member=lambda scope, name: (scope, name),
    create=lambda key, values: [modify_telnums(key[0], "add", telnum=key[1])],
    delete=lambda key, values: [modify_telnums(key[0], "del", telnum=key[1])],
    purge=True,
    within={"account": lambda name: [name]},
    also_in="account",
)
