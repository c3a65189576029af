# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Passwords of Accounts: the manual, SETACCOUNTPASSWORD."""

from __future__ import annotations

from typing import Any

from .._cli.sections.account import SETACCOUNTPASSWORD, VERIFYACCOUNTPASSWORD
from .._engine.model import Field, Key, Resource, Secret, Values
from ..connector.errors import CgpError
from .shared.options import ACCOUNT_NAME

METHOD = Field("method", choices=("SIP", "RADIUS"))
TAG = Field("tag")
PASSWORD = Field("new_password", secret=True)
CHECK = Field("check_policy", type="bool", default=False)


def _verify(account: str, method: str, tag: str, password: str) -> Any:
    """VERIFYACCOUNTPASSWORD knows nothing of tags and methods."""
    return None if method or tag else VERIFYACCOUNTPASSWORD(account, password)


def _set(key: Key, values: Values) -> Any:
    account, method, tag = key
    check = bool(values.get(CHECK.name))
    return [SETACCOUNTPASSWORD(account, values[PASSWORD.name], method=method or None, tag=tag or None, CHECK=check)]


def _remove(key: Key, values: Values) -> Any:
    """The manual: an empty password removes that of an application, and of an application only."""
    if not key[2]:
        raise CgpError("only the password of an application can be removed", "Give its tag")
    return _set(key, {**values, PASSWORD.name: ""})


def _check(key: Key, values: Values) -> None:
    if key[1] and key[2]:
        raise CgpError("method and tag do not go together", "Give one of them")
    if values.get(PASSWORD.name) == "":
        raise CgpError("new_password is empty", "The password of an application is removed with state: absent")


ACCOUNT_PASSWORD = Resource(
    noun="account password",
    plural="account passwords",
    list_option="accounts",
    key=(ACCOUNT_NAME, METHOD, TAG),
    secrets=(Secret(PASSWORD, verify=_verify, write=_set),),
    extras=(CHECK,),
    delete=_remove,
    check=_check,
)
