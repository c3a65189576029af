# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done with an Account without a CLI command (a login, a new password), by all members of its cluster.

::

    @deed
    def new_password(service: Service, account: Account, text: str) -> None: ...

A call does it here; if the Account is in a shared Domain and the server shares its cluster's state with other members
(``cluster/``), they do it as well.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Callable

if TYPE_CHECKING:
    from ..model.account import Account
    from .service import Service

    Deed = Callable[[Service, Account, str], None]

DEEDS: dict[str, Deed] = {}
"""What each deed does here, by its name."""


def deed(function: Deed) -> Deed:
    """Let the decorated function be a deed: it gets the Service, the Account and one more text."""
    name = function.__name__
    DEEDS[name] = function

    @wraps(function)
    def everywhere(service: Service, account: Account, text: str) -> None:
        if service.member is None or not account.domain.shared:
            function(service, account, text)
        else:
            service.member.do(name, account, text)

    return everywhere
