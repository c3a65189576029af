# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may log in: passwords, APOP, and the settings that keep an Account out."""

from __future__ import annotations

from typing import Any

from . import passwords, refusals
from .model.account import Account
from .model.names import split_address
from .model.server import Server
from .model.settings import is_yes
from .service import Service

# The number of the PWD service among the access modes (manual, Account Administration, AccessModes).
_PWD = "PWD"
_PWD_NUMBER = 5


def with_password(service: Service, name: str, password: str, encrypted: bool) -> Account:
    """The Account that ``name`` and a clear text password log in; ``encrypted``: nobody can listen."""
    account = _find(service.server, name)
    if account is None or not passwords.matches(_stored(account), password):
        raise refusals.wrong_password()
    if is_yes(service.server.account_setting(account, "RequireAPOP")) and not encrypted:
        raise refusals.not_allowed("this account requires a secure login method")
    return _admitted(service.server, account)


def with_digest(service: Service, name: str, challenge: str, digest: str) -> Account:
    """The Account that ``name`` and an APOP digest of the challenge log in."""
    account = _find(service.server, name)
    if account is None or not passwords.apop_matches(_stored(account), challenge, digest):
        raise refusals.wrong_password()
    return _admitted(service.server, account)


def _find(server: Server, name: str) -> Account | None:
    """The Account for a login name; a bare name means the main Domain."""
    local, domain_name = split_address(name)
    domain = server.find_domain(domain_name) if domain_name else server.main_domain
    return domain.find_account(local) if domain is not None else None


def _stored(account: Account) -> str:
    stored = account.settings.get("Password", "")
    return stored if isinstance(stored, str) else ""


def _admitted(server: Server, account: Account) -> Account:
    """The Account itself, unless something keeps it from using the PWD service."""
    if account.domain.suspended:
        raise refusals.not_allowed("the domain is suspended")
    modes = (
        server.account_setting(account, "AccessModes"),
        server.domain_settings(account.domain).get("DomainAccessModes"),
    )
    allowed = server.account_setting(account, "PWDAllowed")
    if not all(_enables_pwd(mode) for mode in modes) or not (allowed is None or is_yes(allowed)):
        raise refusals.not_allowed("this account may not use the PWD service")
    return account


def _enables_pwd(modes: Any) -> bool:
    """Whether an AccessModes value enables PWD: All, None, or (number, names...) with all above the number enabled."""
    if isinstance(modes, list):
        first = str(modes[0]) if modes else ""
        return _PWD in modes or (first.isdigit() and int(first) < _PWD_NUMBER)
    return bool(modes != "None")
