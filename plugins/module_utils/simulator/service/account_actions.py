# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What happens to an Account without a CLI command: a login, a new password, an uploaded file.

::

    @on_all_members("new_password")
    def new_password(service: Service, account: Account, text: str) -> None: ...

A call does it here, and if the Account is in a shared Domain of a cluster whose members share their state, they do it
as well.
"""

from __future__ import annotations

from functools import partial, wraps
from typing import Callable

from ..model.account import Account
from .service import Service

AccountAction = Callable[[Service, Account, str], None]

ACCOUNT_ACTIONS: dict[str, AccountAction] = {}
"""What each action does on one member, by the name that it has in the log of the cluster."""


def on_all_members(name: str) -> Callable[[AccountAction], AccountAction]:
    """Let the decorated function be an action, called ``name``: it gets the Service, the Account and one more text."""

    def register(function: AccountAction) -> AccountAction:
        ACCOUNT_ACTIONS[name] = function

        @wraps(function)
        def everywhere(service: Service, account: Account, text: str) -> None:
            service.membership.act(name, account, text, partial(function, service, account, text))

        return everywhere

    return register
