# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where addresses lead, and what kind of IP address one is: the manual, Server Settings."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections.server_settings import GETIPSTATE, ROUTE
from .._engine.info import inquiry
from .._engine.model import Conversation, Field
from ..connector.errors import CliError, NotAllowed, UnknownCommand

MODES = ("mail", "access", "signal")


def _ask(params: Mapping[str, Any]) -> Conversation:
    asked = [(address, mode) for address in params["addresses"] for mode in params["modes"]]
    ips, temporary = params["ips"], params["temporary"]
    commands = [ROUTE(address, **{mode.upper(): True}) for address, mode in asked]
    commands += [GETIPSTATE(ip, TEMP=temporary) for ip in ips]
    replies = (yield commands) if commands else []
    routes = [
        {"address": address, "mode": mode, **_route(reply)} for (address, mode), reply in zip(asked, replies)
    ]
    states = [{"ip": ip, **_state(reply)} for ip, reply in zip(ips, replies[len(asked) :])]
    return {"routes": routes, "ip_states": states}


def _route(reply: Any) -> dict[str, Any]:
    """The manual, ROUTE: module, host and the address within its queue."""
    if isinstance(reply, CliError):
        return {"routed": False, **_refusal(reply)}
    return {"routed": True, **dict(zip(("module", "host", "routed_address"), reply))}


def _state(reply: Any) -> dict[str, Any]:
    return _refusal(reply) if isinstance(reply, CliError) else {"state": reply}


def _refusal(error: CliError) -> dict[str, Any]:
    """That an address leads nowhere is an answer, too. That the server does not know the question is none, nor that the
    login may not ask it.
    """
    if isinstance(error, (NotAllowed, UnknownCommand)):
        raise error
    return {"code": error.code, "msg": error.text}


ROUTE_INFO = inquiry(
    fields=(
        Field("addresses", type="list", elements="str", default=[]),
        Field("modes", type="list", elements="str", choices=MODES, default=["access"]),
        Field("ips", type="list", elements="str", default=[]),
        Field("temporary", type="bool", default=False),
    ),
    ask=_ask,
)
