# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands outside the manual: what they do is evidence.md section 6, and inference where it says nothing."""

from __future__ import annotations

from typing import Any

from ..answers import refusals
from ..handling.registry import handles
from ..handling.request import Request
from ..logins import password_policy, passwords
from ..model.mailbox import COUNTED
from ..model.settings import update
from ..service import newer_commands as commands
from .mailbox_access import mailbox


@handles(commands.LISTCONTROLLEDDOMAINS)
def list_controlled_domains(request: Request) -> list[str]:
    """The shared Domains: none where the server is no member of a cluster."""
    return [domain.name for domain in request.server.shared_domains()]


@handles(commands.UPDATEMAILBOXINFO)
def update_mailbox_info(request: Request, accountName: str, mailboxName: str, newInfo: dict[str, Any]) -> None:
    """GETMAILBOXINFO tells what was set. The word that resets has no case. What is counted cannot be set."""
    box = mailbox(request, accountName, mailboxName)
    if not COUNTED.isdisjoint(newInfo):
        raise refusals.bad_parameters("what is counted in a mailbox cannot be set")
    update(box.settings, {key: None if str(value).lower() == "default" else value for key, value in newInfo.items()})


@handles(commands.UPDATEDEVICETOKEN)
def update_device_token(request: Request, accountName: str, newToken: dict[str, Any]) -> None:
    """A token takes the place of the one with its id. No command tells them."""
    token_id = newToken.get("id")
    if not isinstance(token_id, str) or not token_id:
        raise refusals.bad_parameters("a device token must have an id")
    request.account(accountName).device_tokens[token_id] = newToken


@handles(commands.GETACCOUNTPLAINPASSWORD)
def get_account_plain_password(request: Request, accountName: str) -> str:
    """A password that is kept so that the server can recover it; of another nothing is known but by the habit."""
    stored = request.account(accountName).settings.get(password_policy.PASSWORD)
    password = passwords.recover(stored) if isinstance(stored, str) else None
    if not password and not request.service.habits.has(commands.OR_NOTHING):
        raise refusals.impossible("the password cannot be recovered")
    return password or ""
