# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Telephone numbers of Accounts, one by one: the manual, MODIFYACCOUNTTELNUMS."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from .._cli.sections.account import GETACCOUNTTELNUMS, MODIFYACCOUNTTELNUMS
from .._engine.action import Deed, action
from .._engine.dialogue import ask
from .._engine.model import Conversation, Field, Found, Resource, fold
from ..connector.errors import CgpError
from .mailbox import ACCOUNT

TELNUM = Field("telnum", required=True)
POOL = Field("pool", required=True)
ALWAYS = Field("always", type="bool", default=False)


def _modify(account: str, op: str, **elements: str) -> Any:
    return MODIFYACCOUNTTELNUMS(account, {"op": op, **elements})


def _find(account: str, names: Sequence[str] | None) -> Conversation:
    listed = yield from ask(GETACCOUNTTELNUMS(account))
    return {fold(str(number)): Found(TELNUM.name) for number in listed}


ACCOUNT_TELNUM = Resource(
    noun=TELNUM.name,
    plural="telephone numbers",
    list_option="telnums",
    key=(ACCOUNT, TELNUM),
    find=_find,
    scope=lambda key: key[0],
    member=lambda scope, name: (scope, name),
    create=lambda key, values: [_modify(key[0], "add", telnum=key[1])],
    delete=lambda key, values: [_modify(key[0], "del", telnum=key[1])],
    purge=True,
)


def _pop(params: Mapping[str, Any]) -> Conversation:
    """Which number comes out of the pool the server decides, so that nobody else gets the same."""
    pool, account = params[POOL.name], params.get(TELNUM_ACCOUNT.name)
    if account:
        numbers = yield from ask(GETACCOUNTTELNUMS(account))
        if numbers and not params.get(ALWAYS.name):
            return [Deed(GETACCOUNTTELNUMS(account), TELNUM.name, _first)]
    waiting = yield from ask(GETACCOUNTTELNUMS(pool))
    if not waiting:
        raise _empty(pool)
    deeds = [Deed(_modify(pool, "pop"), TELNUM.name, _popped)]
    if account:
        expected = _modify(account, "add", telnum=waiting[0])
        deeds.append(Deed(expected, adapt=lambda reply: _give(pool, account, reply)))
    return deeds


def _first(numbers: Any) -> str:
    return str(numbers[0]) if numbers else ""


def _popped(reply: Any) -> str:
    return str(reply.get("telnum") or "") if isinstance(reply, dict) else ""


def _give(pool: str, account: str, reply: Any) -> Any:
    number = _popped(reply)
    if not number:  # somebody else was faster
        raise _empty(pool)
    return _modify(account, "add", telnum=number)


def _empty(pool: str) -> CgpError:
    return CgpError("%s has no telephone number left" % pool, "Give it more with cgp_account_telnum")


TELNUM_ACCOUNT = Field("account")
ACCOUNT_TELNUM_POP = action((POOL, TELNUM_ACCOUNT, ALWAYS), _pop)
