# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may log in: passwords, APOP, CRAM-MD5, sessions, and the settings that keep an Account out."""

from __future__ import annotations

from ...connector.data import IPAddress
from ..answers import refusals
from ..model.account import Account, find_account
from ..model.counting import count_login
from ..model.names import split_address
from ..model.server import Server
from ..model.settings import is_yes
from ..model.web_sessions import WEBUSER
from ..rights.access_modes import PWD, may_use
from ..service.account_actions import on_all_members
from ..service.service import Service
from . import passwords
from .password_policy import PASSWORD, change_own


def with_password(service: Service, name: str, password: str, encrypted: bool, use: str = PWD) -> Account:
    """The Account that ``name`` and a clear text password log in to ``use`` a service; ``encrypted``: safely."""
    account = _find(service, name)
    if account is None or not any(passwords.matches(stored, password) for stored in _stored(account)):
        raise refusals.wrong_password()
    if is_yes(service.server.account_setting(account, "RequireAPOP")) and not encrypted:
        raise refusals.not_allowed("this account requires a secure login method")
    return _admitted(service.server, account, use)


def with_digest(service: Service, name: str, challenge: str, digest: str) -> Account:
    """The Account that ``name`` and an APOP digest of the challenge log in."""
    account = _find(service, name)
    if account is None or not any(passwords.apop_matches(stored, challenge, digest) for stored in _stored(account)):
        raise refusals.wrong_password()
    return _admitted(service.server, account, PWD)


def with_cram_md5(service: Service, name: str, challenge: str, digest: str) -> Account:
    """The Account that ``name`` and a digest of CRAM-MD5 log in."""
    account = _find(service, name)
    if account is None or not any(passwords.cram_matches(stored, challenge, digest) for stored in _stored(account)):
        raise refusals.wrong_password()
    return _admitted(service.server, account, PWD)


def with_session(service: Service, name: str, session_id: str) -> Account:
    """The Account that ``name`` and the ID of a WebUser session of that Account log in.

    The session must not be waiting for the second stage of its own login. Its Fixed IP does not matter here: it is the
    session's web application that logs in, not the browser. To log in is to use the session.
    """
    account = _find(service, name)
    now = service.clock.now()
    session = service.server.runtime.sessions.find(session_id, now)
    if account is None or session is None or session.account is not account:
        raise refusals.wrong_password()
    if session.protocol != WEBUSER or session.waiting:
        raise refusals.wrong_password()
    session.used = now
    return _admitted(service.server, account, PWD)


@on_all_members("new_password")
def new_password(service: Service, account: Account, password: str) -> None:
    """Change the Account's own password, as its owner may."""
    change_own(service.server, account, password)


@on_all_members("record")
def note_login(service: Service, account: Account, peer: str) -> None:
    """Note a login among what is known of the Account; ``peer`` is the client's IP address, if there is one."""
    count_login(service.server, account)
    account.info["LastLogin"] = service.clock.timestamp()
    if peer:
        account.info["LastAddress"] = IPAddress("[%s]" % peer.partition("%")[0])


def _find(service: Service, name: str) -> Account | None:
    """The Account for a login name; a bare name means the main Domain."""
    service.membership.catch_up()
    server = service.server
    local, domain_name = split_address(name)
    domain = server.find_domain(domain_name) if domain_name else server.main_domain
    return find_account(domain, local) if domain is not None else None


def _stored(account: Account) -> list[str]:
    """The stored forms of all passwords that log in: the Account's own, and those of its applications."""
    own = account.settings.get(PASSWORD)
    return ([own] if isinstance(own, str) else []) + list(account.app_passwords.values())


def _admitted(server: Server, account: Account, service: str) -> Account:
    """The Account itself, unless something keeps it from using the service."""
    if account.domain.suspended:
        raise refusals.not_allowed("the domain is suspended")
    if not may_use(server, account, service):
        raise refusals.service_disabled(service)
    return account
