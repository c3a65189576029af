# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Web Interface Integration: what is done to one session."""

from __future__ import annotations

import hmac
import json
from base64 import b64decode, b64encode
from typing import Any

from ..._cli.sections import web_interface as commands
from ..answers import refusals
from ..handling.registry import handles
from ..handling.request import Request
from ..model.account import Account
from ..model.files import is_directory_name
from ..model.web_sessions import WebSession
from ..rights import rights
from ..service.account_actions import on_all_members
from ..service.service import Service
from .file_storage import storage_limits

_IMPERSONATE = "CanImpersonate"


@handles(commands.GETSESSION)
def get_session(request: Request, sessionID: str, domainName: str | None = None) -> dict[str, Any]:
    session = _session(request, sessionID, domainName)
    session.used = request.service.clock.now()
    return session.dataset(sessionID)


@handles(commands.UPDATESESSION)
def update_session(request: Request, sessionID: str, dictParam: dict[str, Any], domainName: str | None = None) -> None:
    _session(request, sessionID, domainName).update(dictParam)


@handles(commands.KILLSESSION)
def kill_session(request: Request, sessionID: str, domainName: str | None = None) -> None:
    _session(request, sessionID, domainName)
    request.server.runtime.sessions.kill(sessionID)


@handles(commands.BLESSSESSION)
def bless_session(
    request: Request, sessionID: str, secret: str | None = None, accountName: str | None = None
) -> None:
    """Without a secret the right Master is needed, whoever the session belongs to; it contains all others.

    Nobody needs a right for an own session whose secret is known. One that waits in the background has no secret, so
    none fits.
    """
    session = _session(request, sessionID, None)
    own = session.account is request.user
    if secret is None or (accountName is None and not own):
        _require_master(request)
    if accountName is not None:
        account = request.account(accountName)
        if not own:
            request.require(_IMPERSONATE, account.domain)
        if session.account is not account:
            raise refusals.unknown("session")
    if not session.waiting:
        raise refusals.impossible("the session is not waiting for the second stage of a login")
    if secret is not None and not (session.secret and _same(secret, session.secret)):
        raise refusals.wrong_password()
    session.waiting, session.secret = False, ""


@handles(commands.STORESESSIONFILE)
def store_session_file(
    request: Request,
    sessionID: str,
    fileName: str,
    uploadID: str,
    position: int | str | None = None,
    domainName: str | None = None,
) -> None:
    """The file stays in the uploaded file set; the limits of the Account's File Storage hold."""
    session = _session(request, sessionID, domainName)
    account = session.account
    if account is None:
        raise refusals.impossible("the session has no account")
    if uploadID not in session.uploads:
        raise refusals.unknown("uploaded file")
    if is_directory_name(fileName):
        raise refusals.bad_parameters("a file directory cannot take data")
    content = b64encode(session.uploads[uploadID]).decode("ascii")
    store_upload(request.service, account, json.dumps([fileName, position, content]))


@on_all_members("store_upload")
def store_upload(service: Service, account: Account, text: str) -> None:
    """Write a file that only this member of the cluster has: ``text`` is its name, the offset and its content."""
    name, position, content = json.loads(text)
    limits = storage_limits(Request(service, account), account)
    account.files.write(name, b64decode(content), position, service.clock.timestamp(), limits)


def _session(request: Request, session_id: str, domain_name: str | None) -> WebSession:
    """The session, which must be one of an Account of the named Domain."""
    session = request.server.runtime.sessions.find(session_id, request.service.clock.now())
    if session is None:
        raise refusals.unknown("session")
    if domain_name is not None:
        domain = request.domain(domain_name)
        if session.account is None or session.account.domain is not domain:
            raise refusals.unknown("session")
    return session


def _require_master(request: Request) -> None:
    if not rights.is_master(request.server, request.user):
        raise refusals.not_allowed()


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))
