# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Taking a telephone number out of a pool: the manual, MODIFYACCOUNTTELNUMS."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections.account import GETACCOUNTTELNUMS
from .._engine.action import ActionStep, action
from .._engine.dialogue import ask
from .._engine.model import Conversation, Field
from ..connector.errors import CgpError
from .shared.telnums import modify_telnums

POOL = Field("pool", required=True)
RECEIVER = Field("account")
ALWAYS = Field("always", type="bool", default=False)
_RESULT = "telnum"


def _pop(params: Mapping[str, Any]) -> Conversation:
    """Which number comes out of the pool the server decides, so that nobody else gets the same."""
    pool, account = params[POOL.name], params.get(RECEIVER.name)
    if account:
        numbers = yield from ask(GETACCOUNTTELNUMS(account))
        if numbers and not params.get(ALWAYS.name):
            return [ActionStep(GETACCOUNTTELNUMS(account), _RESULT, _first)]
    waiting = yield from ask(GETACCOUNTTELNUMS(pool))
    if not waiting:
        raise _empty(pool)
    steps = [ActionStep(modify_telnums(pool, "pop"), _RESULT, _popped)]
    if account:
        expected = modify_telnums(account, "add", telnum=waiting[0])
        steps.append(ActionStep(expected, adapt=lambda reply: _give(pool, account, reply)))
    return steps


def _first(numbers: Any) -> str:
    return str(numbers[0]) if numbers else ""


def _popped(reply: Any) -> str:
    return str(reply.get("telnum") or "") if isinstance(reply, dict) else ""


def _give(pool: str, account: str, reply: Any) -> Any:
    number = _popped(reply)
    if not number:  # somebody else was faster
        raise _empty(pool)
    return modify_telnums(account, "add", telnum=number)


def _empty(pool: str) -> CgpError:
    return CgpError("%s has no telephone number left" % pool, "Give it more with cgp_account_telnum")


ACCOUNT_TELNUM_POP = action((POOL, RECEIVER, ALWAYS), _pop)
