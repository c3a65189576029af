# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Account Administration: passwords, and whether a sender's address is an Account's own."""

from __future__ import annotations

import re

from ..._cli.sections import account as commands
from ..answers import refusals
from ..handling.registry import handles
from ..handling.request import Request
from ..logins import password_policy, passwords
from ..model.names import fold, split_address

# One mailbox of a 'From:' header: an address, or a name (which holds @ only in quotation marks) and <address>.
_MAILBOX = re.compile(r'(?:"(?:[^"\\]|\\.)*"|[^"<>@,;])*<([^<>]*)>|([^<>",;\s]+)').fullmatch


@handles(commands.SETACCOUNTPASSWORD)
def set_account_password(
    request: Request,
    accountName: str,
    newPassword: str,
    method: str | None = None,
    tag: str | None = None,
    CHECK: bool = False,
) -> None:
    account = request.account(accountName)
    removes = tag is not None and not newPassword
    if CHECK or account is request.user:
        password_policy.check_permission(request.server, account)
        if not removes:
            password_policy.check_quality(request.server, account, newPassword)
    if tag is None:
        password_policy.change(request.server, account, newPassword, password_policy.setting_for(method))
    elif removes:
        account.app_passwords.pop(tag, None)
    else:
        account.app_passwords[tag] = password_policy.stored_alone(request.server, account, newPassword)


@handles(commands.VERIFYACCOUNTPASSWORD)
def verify_account_password(request: Request, accountName: str, password: str) -> None:
    """One answer for a wrong password and for no such Account."""
    account = request.find_account(accountName)
    stored = account.settings.get(password_policy.PASSWORD) if account is not None else None
    if not isinstance(stored, str) or not passwords.matches(stored, password):
        raise refusals.wrong_password()


@handles(commands.VERIFYACCOUNTIDENTITY)
def verify_account_identity(request: Request, accountName: str, identity: str) -> None:
    """An Account may send as itself and under each of its aliases."""
    account = request.account(accountName)
    name, domain_name = split_address(_address(identity))
    own_names = {fold(own) for own in [account.name] + account.aliases}
    if fold(name) not in own_names or request.server.find_domain(domain_name) is not account.domain:
        raise refusals.impossible("the account may not use this identity")


def _address(identity: str) -> str:
    """The address in a 'From:' header, or nothing unless there is exactly one."""
    mailbox = _MAILBOX(identity.strip())
    return (mailbox.group(1) or mailbox.group(2) or "") if mailbox else ""
