# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Account Administration: passwords, and whether a sender's address is an Account's own."""

from __future__ import annotations

from email.utils import parseaddr

from ...cli.sections import account as commands
from .. import password_policy, passwords, refusals
from ..model.names import fold, split_address
from ..registry import handles
from ..request import Request


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
    if (CHECK or account is request.user) and not removes:
        password_policy.check(request.server, account, newPassword)
    if tag is None:
        password_policy.change(request.server, account, newPassword, password_policy.setting_for(method))
    elif removes:
        account.app_passwords.pop(tag, None)
    else:
        account.app_passwords[tag] = password_policy.stored_alone(request.server, account, newPassword)


@handles(commands.VERIFYACCOUNTPASSWORD)
def verify_account_password(request: Request, accountName: str, password: str) -> None:
    stored = request.account(accountName).settings.get(password_policy.PASSWORD)
    if not isinstance(stored, str) or not passwords.matches(stored, password):
        raise refusals.wrong_password()


@handles(commands.VERIFYACCOUNTIDENTITY)
def verify_account_identity(request: Request, accountName: str, identity: str) -> None:
    """An Account may send as itself and under each of its aliases."""
    account = request.account(accountName)
    name, domain_name = split_address(parseaddr(identity)[1])
    own_names = {fold(own) for own in [account.name] + account.aliases}
    if fold(name) not in own_names or request.server.find_domain(domain_name) is not account.domain:
        raise refusals.not_allowed("the account may not use this identity")
