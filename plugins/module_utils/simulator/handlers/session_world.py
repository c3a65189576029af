# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What clients do to sessions outside the CLI: open them by any protocol, tell their names, upload files."""

from __future__ import annotations

from typing import Any

from ..answers import refusals
from ..control.arguments import controlled_account, member
from ..control.language import control
from ..handling.client_addresses import client_address
from ..model.web_sessions import WebSession
from ..service.service import Service


@control("SESSION")
def open_session(service: Service, argument: Any) -> str:
    """A client logs in and opens a session; the answer is its ID.

    {account="bob@example.com"; protocol=XMPP; transport=XMPP; address="10.0.0.1"; client=Psi;} where the address and
    the client may be left out.
    """
    now = service.clock.now()
    address = member(argument, "address", str, None)
    return service.server.runtime.sessions.begin(WebSession(
        protocol=member(argument, "protocol", str),
        transport=member(argument, "transport", str),
        account=controlled_account(service, argument),
        address=client_address(address) if address is not None else None,
        original=None,
        started=now,
        used=now,
        client=member(argument, "client", str, ""),
    ))


@control("SESSIONCLIENT")
def name_client(service: Service, argument: Any) -> None:
    """The client tells a session its name: {session="..."; client=Pronto;}."""
    _session(service, argument).client = member(argument, "client", str)


@control("SESSIONWAIT")
def wait_for_second_stage(service: Service, argument: Any) -> None:
    """Lets a session wait for the second stage of its login: {session="..."; secret="123456";}.

    Without a secret it waits in the background. BLESSSESSION completes the login.
    """
    session = _session(service, argument)
    session.secret = member(argument, "secret", str, "")
    session.waiting = True


@control("UPLOAD")
def upload_file(service: Service, argument: Any) -> None:
    """A client uploads a file into a session's uploaded file set: {session="..."; uploadID=x; data=[QUJD];}."""
    session = _session(service, argument)
    upload_id, content = member(argument, "uploadID", str), member(argument, "data", bytes)
    session.uploads[upload_id] = content


def _session(service: Service, argument: Any) -> WebSession:
    session_id = member(argument, "session", str)
    session = service.server.runtime.sessions.find(session_id, service.clock.now())
    if session is None:
        raise refusals.unknown("session")
    return session
