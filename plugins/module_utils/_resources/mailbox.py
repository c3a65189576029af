# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mailboxes, and what can be read of them: the manual, Mailbox Administration."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections.mailbox import (
    CREATEMAILBOX,
    DELETEMAILBOX,
    DELETEMAILBOXES,
    GETMAILBOXACL,
    GETMAILBOXALIASES,
    GETMAILBOXINFO,
    GETMAILBOXRIGHTS,
    GETMAILBOXSUBSCRIPTION,
    LISTMAILBOXES,
    RENAMEMAILBOX,
    RENAMEMAILBOXES,
    SETMAILBOXCLASS,
)
from .._engine import shapes
from .._engine.dialogue import ask, together
from .._engine.info import inquiry
from .._engine.model import Conversation, Facet, Field, Key, Resource, Values
from ..connector.errors import CgpError, NotFound
from .shared.mailboxes import (
    MAILBOX_NOUN,
    find_mailboxes_and_aliases,
    fold_mailbox,
    fold_with_suffix,
    mailbox_info,
)
from .shared.options import ACCOUNT_NAME
from .shared.scope_names import account_names


def _delete(key: Key, values: Values) -> Any:
    return [DELETEMAILBOXES(*key) if values.get("nested") else DELETEMAILBOX(*key)]


def _rename(old: Key, new: Key, values: Values) -> Any:
    if fold_mailbox(old[1]) == "INBOX":
        raise CgpError(
            "INBOX cannot be renamed: there is always one",
            "A server would move its mail into another Mailbox, and on each run what has come since",
        )
    command = RENAMEMAILBOXES if values.get("nested") else RENAMEMAILBOX
    return [command(old[0], old[1], new[1])]


UPDATE_CLASS = Field("update_class", choices=("when_told", "always"), default="when_told")

MAILBOX = Resource(
    noun=MAILBOX_NOUN,
    plural="mailboxes",
    list_option="mailboxes",
    key=(ACCOUNT_NAME, Field("name", required=True)),
    facets=(
        Facet(
            "mailbox_class",
            (Field("mailbox_class"),),
            shapes.TEXT,
            write=lambda key, edit: [SETMAILBOXCLASS(key[0], key[1], edit.after)],
            listed="class",
            created=True,
            mode=UPDATE_CLASS.name,
            read_back=False,  # the manual does not say that a server tells the class at all
        ),
    ),
    extras=(Field("nested", type="bool", default=False), UPDATE_CLASS),
    find=find_mailboxes_and_aliases,
    scope=lambda key: key[0],
    scope_names=account_names,
    member=lambda scope, name: (scope, name),
    folded=fold_mailbox,
    deleted_as=fold_with_suffix,
    create=lambda key, values: [CREATEMAILBOX(*key, mailboxClass=values.get("mailbox_class") or None)],
    rename=_rename,
    delete=_delete,
    protected=("inbox",),
    comes_with=(fold_mailbox("inbox"),),
    purge=True,
    within={"account": lambda name: [name]},
)


# --- what can be read

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
    chosen = _chosen(listed, params.get("names"))
    mailboxes = [mailbox for _spelt, mailbox in chosen]
    read = [_read(account, spelt, mailbox, params) for spelt, mailbox in chosen if mailbox["exists"]]
    asked = {name: command(account) for name, command in _OF_ACCOUNT.items() if name in params["include"]}
    *_read_ones, told = yield from together([*read, together(ask(command) for command in asked.values())])
    return {"name": account, "exists": True, "mailboxes": mailboxes, **dict(zip(asked, told))}


def _chosen(listed: Mapping[str, Any], names: Any) -> list[tuple[str, dict[str, Any]]]:
    """The Mailboxes listed, or those named, each with the name that is listed; one that is not does not exist."""
    if names is None:
        return [(name, _described(name, value)) for name, value in sorted(listed.items())]
    spellings = {**{fold_mailbox(name): name for name in listed}, **{name: name for name in listed}}
    spelt = [spellings.get(name, spellings.get(fold_mailbox(name), "")) for name in names]
    return [(there, _described(name, listed.get(there))) for name, there in zip(names, spelt)]


def _described(name: str, value: Any) -> dict[str, Any]:
    """What the listing says of a name: a folder may hold Mailboxes without being one."""
    told = None if value is None else mailbox_info(value)
    described = {"name": name, "exists": told is not None, "folder": isinstance(value, list)}
    return described if told is None else {**described, "summary": told}


def _read(account: str, name: str, mailbox: dict[str, Any], params: Mapping[str, Any]) -> Conversation:
    """Adds what is asked for to what is known of a Mailbox, which is listed by this name."""
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
