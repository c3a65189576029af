# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be read of Mailboxes: the manual, Mailbox Administration."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections.mailbox import (
    GETMAILBOXACL,
    GETMAILBOXALIASES,
    GETMAILBOXINFO,
    GETMAILBOXRIGHTS,
    GETMAILBOXSUBSCRIPTION,
    LISTMAILBOXES,
)
from .._engine.dialogue import ask, together
from .._engine.info import inquiry
from .._engine.model import Conversation, Field
from ..connector.errors import CgpError, NotFound
from .mailbox import fold_mailbox, mailbox_info

_OF_MAILBOX = {"info": GETMAILBOXINFO, "acl": GETMAILBOXACL}
_OF_ACCOUNT = {"subscription": GETMAILBOXSUBSCRIPTION, "aliases": GETMAILBOXALIASES}


def _ask(params: Mapping[str, Any]) -> Conversation:
    if params.get("names") is not None and params.get("filter"):
        raise CgpError("the options names and filter do not go together", "Give one of them")
    accounts = yield from together(_account(account, params) for account in params["accounts"])
    return {"accounts": accounts}


def _account(account: str, params: Mapping[str, Any]) -> Conversation:
    """One Account. One that does not exist is no error."""
    try:
        listed = yield from ask(LISTMAILBOXES(account, filter=params.get("filter") or None))
    except NotFound:
        return {"name": account, "exists": False}
    mailboxes = _chosen(listed, params.get("names"))
    read = [_read(account, mailbox, params) for mailbox in mailboxes if mailbox["exists"]]
    asked = {name: command(account) for name, command in _OF_ACCOUNT.items() if name in params["include"]}
    *_read_ones, told = yield from together([*read, together(ask(command) for command in asked.values())])
    return {"name": account, "exists": True, "mailboxes": mailboxes, **dict(zip(asked, told))}


def _chosen(listed: Mapping[str, Any], names: Any) -> list[dict[str, Any]]:
    """The Mailboxes listed, or those named; one that is not listed does not exist."""
    if names is None:
        return [_described(name, value) for name, value in sorted(listed.items())]
    spellings = {fold_mailbox(name): name for name in listed}
    return [_described(name, listed.get(spellings.get(fold_mailbox(name), ""))) for name in names]


def _described(name: str, value: Any) -> dict[str, Any]:
    """What the listing says of a name: a folder may hold Mailboxes without being one."""
    told = None if value is None else mailbox_info(value)
    described = {"name": name, "exists": told is not None, "folder": isinstance(value, list)}
    return described if told is None else {**described, "summary": told}


def _read(account: str, mailbox: dict[str, Any], params: Mapping[str, Any]) -> Conversation:
    """Adds what is asked for to what is known of a Mailbox."""
    name = mailbox["name"]
    people = params.get("rights_of") or []
    asked = {part: command(account, name) for part, command in _OF_MAILBOX.items() if part in params["include"]}
    told = yield from together(
        [*map(ask, asked.values()), *(ask(GETMAILBOXRIGHTS(account, name, who)) for who in people)]
    )
    mailbox.update(zip(asked, told))
    if people:
        mailbox["rights"] = dict(zip(people, told[len(asked) :]))


MAILBOX_INFO = inquiry(
    fields=(
        Field("accounts", type="list", elements="str", required=True),
        Field("names", type="list", elements="str"),
        Field("filter"),
        Field("include", type="list", elements="str", choices=(*_OF_MAILBOX, *_OF_ACCOUNT), default=[]),
        Field("rights_of", type="list", elements="str"),
    ),
    ask=_ask,
)
