# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Access Rights Administration."""

from __future__ import annotations

from typing import Any

from ..._cli.sections import access_rights as commands
from ..answers import refusals
from ..handling.arguments import strings
from ..handling.registry import handles
from ..handling.request import Request
from ..rights import rights


@handles(commands.SETACCOUNTRIGHTS)
def set_account_rights(request: Request, accountName: str, newRights: list[Any]) -> None:
    """Only a Master sets rights in the main Domain; Accounts of other Domains can have Domain rights only."""
    account = request.account(accountName)
    codes = strings(newRights)
    if account.domain is request.server.main_domain:
        if not rights.is_master(request.server, request.user):
            raise refusals.not_allowed()
    elif rights.server_rights(codes):
        raise refusals.impossible("server access rights can be granted to accounts of the main domain only")
    account.rights = codes
