# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Web Interface Integration: making and finding sessions."""

from __future__ import annotations

from typing import Optional, Tuple

from ..._cli.sections import web_interface as commands
from ...connector.data import IPAddress
from ..answers import refusals
from ..handling.client_addresses import client_address, same_host
from ..handling.registry import handles
from ..handling.request import Request
from ..model.account import Account
from ..model.settings import is_yes
from ..model.web_sessions import HTTP, LITE, WEBUSER, XIMSS, WebSession
from ..rights import access_modes

Origin = Tuple[IPAddress, Optional[IPAddress]]

_FIXED_IP = "IPWatch"  # the Preference "Fixed IP", by its name among the evidenced ones (protocol.md section 6.2)

# --- making sessions


@handles(commands.CREATEWEBUSERSESSION)
def create_webuser_session(
    request: Request,
    accountName: str,
    ip_address: str | IPAddress,
    orig_address: str | None = None,
    skinName: str | None = None,
) -> str:
    """Any name of a Skin is taken, as it is not known which ones a server has built in."""
    account = _user_of(request, accountName, access_modes.WEBMAIL)
    session = _new_session(request, WEBUSER, account, ip_address, orig_address)
    session.skin = skinName if skinName is not None else _preferred_skin(request, account)
    return request.server.runtime.sessions.begin(session)


@handles(commands.CREATEXIMSSSESSION)
def create_ximss_session(request: Request, accountName: str, ip_address: str, orig_address: str | None = None) -> str:
    account = _user_of(request, accountName, access_modes.XIMSS)
    return request.server.runtime.sessions.begin(_new_session(request, XIMSS, account, ip_address, orig_address))


@handles(commands.CREATELITESESSION)
def create_lite_session(request: Request, ip_address: str, orig_address: str | None = None) -> str:
    return request.server.runtime.sessions.begin(_new_session(request, LITE, None, ip_address, orig_address))


def _user_of(request: Request, account_name: str, service: str) -> Account:
    """The Account, which must be allowed to use the service."""
    account = request.open_account(account_name)
    if not access_modes.may_use(request.server, account, service):
        raise refusals.service_disabled(service)
    return account


def _new_session(
    request: Request, protocol: str, account: Account | None, address: str | IPAddress, original: str | None
) -> WebSession:
    now = request.service.clock.now()
    return WebSession(
        protocol=protocol,
        transport=HTTP,
        account=account,
        address=client_address(address),
        original=client_address(original) if original is not None else None,
        started=now,
        used=now,
    )


def _preferred_skin(request: Request, account: Account) -> str:
    skin = request.server.account_prefs(account).get("SkinName", "")
    return skin if isinstance(skin, str) else ""


# --- finding sessions

@handles(commands.FINDACCOUNTSESSION)
def find_account_session(
    request: Request,
    accountName: str,
    ip_address: str | IPAddress | None = None,
    proxied_address: str | None = None,
    protocol: str | None = None,
    transport: str | None = None,
    client: str | None = None,
) -> str:
    """The oldest one of those that LISTACCOUNTSESSIONS lists."""
    found = list_account_sessions(request, accountName, ip_address, proxied_address, protocol, transport, client)
    if not found:
        raise refusals.unknown("session")
    return found[0]


@handles(commands.LISTACCOUNTSESSIONS)
def list_account_sessions(
    request: Request,
    accountName: str,
    ip_address: str | IPAddress | None = None,
    proxied_address: str | None = None,
    protocol: str | None = None,
    transport: str | None = None,
    client: str | None = None,
) -> list[str]:
    """Protocols, transports and clients are compared without regard to case."""
    account = request.account(accountName)
    come_from = _origin(ip_address, proxied_address)
    if not is_yes(request.server.account_prefs(account).get(_FIXED_IP)):
        come_from = None
    return [
        session_id
        for session_id, session in _of(request, account, come_from).items()
        if _is(session.protocol, protocol) and _is(session.transport, transport) and _is(session.client, client)
    ]


@handles(commands.LISTLITESESSIONS)
def list_lite_sessions(
    request: Request, ip_address: str | IPAddress | None = None, proxied_address: str | None = None
) -> list[str]:
    """A LITE session has no Account whose Preferences could turn "Fixed IP" off, so its address always matters."""
    return list(_of(request, None, _origin(ip_address, proxied_address)))


def _origin(address: str | IPAddress | None, proxied: str | None) -> Origin | None:
    """Where a client comes from: its address or that of its proxy, and then its own; None if that does not matter."""
    if address is None:
        return None
    return client_address(address), client_address(proxied) if proxied is not None else None


def _of(request: Request, account: Account | None, come_from: Origin | None) -> dict[str, WebSession]:
    """The live sessions of an Account (None: those of none, which are the LITE ones)."""
    live = request.server.runtime.sessions.live(request.service.clock.now())
    return {
        session_id: session
        for session_id, session in live.items()
        if session.account is account and (
            come_from is None
            or (same_host(session.address, come_from[0]) and same_host(session.original, come_from[1]))
        )
    }


def _is(value: str, wanted: str | None) -> bool:
    return wanted is None or value.lower() == wanted.lower()
