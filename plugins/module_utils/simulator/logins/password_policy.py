# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Changing passwords: which setting holds them, and what a new one must be like.

CanModifyPassword is the manual's name (SETACCOUNTPASSWORD), PWDAllowed that of settings files of servers; neither keeps
anybody from logging in. PasswordComplexity is evidenced with its value
``MixedCaseDigit``. The names of the setting for the least length, MinPasswordLength, and of those for the alternative
passwords, SIPPassword and RADIUSPassword, are this simulator's own.
"""

from __future__ import annotations

from ..answers import refusals
from ..model.account import Account
from ..model.measures import limit
from ..model.server import Server
from ..model.settings import Settings, is_yes, update
from . import passwords

# METHOD of SETACCOUNTPASSWORD -> the setting it changes; any other method changes the CommuniGate password.
_ALTERNATIVE = {"SIP": "SIPPassword", "RADIUS": "RADIUSPassword"}
PASSWORD = "Password"
_PASSWORDS = (PASSWORD, *_ALTERNATIVE.values())
_PERMISSIONS = ("CanModifyPassword", "PWDAllowed")
_ENCRYPTION = "PasswordEncryption"
_CLEAR = "clear"


def setting_for(method: str | None) -> str:
    """The name of the setting that holds the password for an access method."""
    return _ALTERNATIVE.get((method or "").upper(), PASSWORD)


def change_own(server: Server, account: Account, password: str, setting: str = PASSWORD) -> None:
    """Store a password as the Account's owner may: only if owners may at all, and only a good one."""
    check_permission(server, account)
    check_quality(server, account, password)
    change(server, account, password, setting)


def change(server: Server, account: Account, password: str, setting: str = PASSWORD) -> None:
    """Store a password in the way the effective setting PasswordEncryption says."""
    account.settings[setting] = stored_alone(server, account, password)


def stored(
    server: Server, account: Account, changes: Settings, kept: Settings, encrypted: bool = True
) -> Settings:
    """``changes`` to the settings of an Account with the passwords among them in their stored form.

    ``kept`` are the Account's own settings that stay where they are not changed. The encryption is the one that is
    effective after the changes; ``encrypted``: whether there is any.
    """
    own = dict(kept)
    update(own, changes)
    prepared = dict(changes)
    for setting in _PASSWORDS:
        password = changes.get(setting)
        if password is None or password == "default":
            continue
        if not isinstance(password, str):
            raise refusals.bad_parameters("a password must be a string")
        prepared[setting] = passwords.store(password, _encryption(server, account, own) if encrypted else _CLEAR)
    return prepared


def stored_alone(server: Server, account: Account, password: str) -> str:
    """The stored form of a password that is no setting."""
    return passwords.store(password, _encryption(server, account, account.settings))


def _encryption(server: Server, account: Account, own: Settings) -> str:
    """The effective setting where the Account's own settings are ``own``."""
    encryption = own.get(_ENCRYPTION) or server.account_default(account, _ENCRYPTION)
    return encryption if isinstance(encryption, str) else _CLEAR


def check_permission(server: Server, account: Account) -> None:
    """Refuse where the Account's password may not be modified."""
    allowed = [server.account_setting(account, setting) for setting in _PERMISSIONS]
    if not all(value is None or is_yes(value) for value in allowed):
        raise refusals.not_allowed("the password of this account may not be changed")


def check_quality(server: Server, account: Account, password: str) -> None:
    """Refuse a password that is shorter or simpler than the Account's settings demand."""
    least = limit(server.account_setting(account, "MinPasswordLength")) or 0
    if not password or len(password) < least:
        raise refusals.bad_parameters("the new password is too short")
    complexity = server.account_setting(account, "PasswordComplexity")
    if complexity == "MixedCaseDigit" and not _mixed_case_and_digit(password):
        raise refusals.bad_parameters("the new password is too simple")


def _mixed_case_and_digit(password: str) -> bool:
    return (
        any(character.isupper() for character in password)
        and any(character.islower() for character in password)
        and any(character.isdigit() for character in password)
    )
