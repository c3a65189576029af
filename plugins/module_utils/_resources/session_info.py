# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be told of user sessions: the manual, Web Interface Integration."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections import web_interface as cli
from .._engine.dialogue import ask
from .._engine.info import inquiry
from .._engine.model import Conversation, Field
from ..connector.errors import CgpError, CliError
from .session import domain_of_session, origin_of

Params = Mapping[str, Any]

_FILTERS = {"session_protocol": "protocol", "session_transport": "transport", "session_client": "client"}
"""Options, and what the commands call them. A connection has a transport, too."""


def _ask(params: Params) -> Conversation:
    """The sessions named, or those of an Account, or the LITE ones; and what each tells of itself, if asked for."""
    if sum(bool(params.get(option)) for option in ("sessions", "account", "lite")) != 1:
        raise CgpError("exactly one of account, lite and sessions says which sessions to look for")
    strangers = [option for option in (*_FILTERS, "first") if params.get(option) and not params.get("account")]
    if strangers:
        raise CgpError("%s goes with account only" % " and ".join(strangers))
    named = params.get("sessions")
    found = named or (yield from _listed(params))
    if not named and not params["data"]:
        return {"sessions": [{"session": session} for session in found]}
    told = (yield [cli.GETSESSION(session, domainName=domain_of_session(params)) for session in found]) if found else []
    for reply in told:
        if isinstance(reply, CliError):
            raise reply
    return {"sessions": [{"session": session, "data": data} for session, data in zip(found, told)]}


def _listed(params: Params) -> Conversation:
    origin = origin_of(params, "proxied_address")
    if params.get("lite"):
        return (yield from ask(cli.LISTLITESESSIONS(**origin)))
    origin.update((name, params[option]) for option, name in _FILTERS.items() if params.get(option))
    if params.get("first"):
        (found,) = yield [cli.FINDACCOUNTSESSION(params["account"], **origin)]
        if not isinstance(found, CliError):
            return [found]
        refusal = found
        if (yield from ask(cli.LISTACCOUNTSESSIONS(params["account"], **origin))):
            raise refusal
        return []
    return (yield from ask(cli.LISTACCOUNTSESSIONS(params["account"], **origin)))


SESSION_INFO = inquiry(
    (
        Field("account"),
        Field("lite", type="bool", default=False),
        Field("sessions", type="list", elements="str"),
        Field("domain"),
        Field("address"),
        Field("original_address"),
        *(Field(name) for name in _FILTERS),
        Field("first", type="bool", default=False),
        Field("data", type="bool", default=False),
    ),
    _ask,
)
