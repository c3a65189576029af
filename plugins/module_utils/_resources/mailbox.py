# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mailboxes, and what can be read of them: the manual, Mailbox Administration."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

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
from .._engine.dialogue import ask
from .._engine.info import Info, Known, Objects, Reading
from .._engine.model import Conversation, Facet, Field, Found, Key, Resource, Values, label
from .._engine.side_by_side import together
from ..connector.errors import CgpError, CliError, NotFound
from .shared.accounts_asked import ACCOUNTS_OR_DOMAINS, accounts_asked, in_each_account, unless_gone
from .shared.listed import of_accounts
from .shared.mailboxes import (
    MAILBOX_NOUN,
    find_mailboxes_and_aliases,
    fold_mailbox,
    fold_with_suffix,
    found_mailboxes,
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
    told=True,
)


# --- what can be read

_OF_ACCOUNT = {"subscription": GETMAILBOXSUBSCRIPTION, "aliases": GETMAILBOXALIASES}
RIGHTS_OF = Field("rights_of", type="list", elements="str")


def _mailboxes(params: Mapping[str, Any]) -> Conversation:
    if params.get("names") is not None and params.get("filter"):
        raise CgpError("the options names and filter do not go together", "Give one of them")
    accounts = yield from accounts_asked(params)
    told = yield from in_each_account(accounts, lambda account: _account(account, params))
    return of_accounts(told)


def _account(account: str, params: Mapping[str, Any]) -> Conversation:
    """The Mailboxes of one Account, and beside them what is told of itself. One that does not exist is no error."""
    try:
        listed = yield from ask(LISTMAILBOXES(account, filter=params.get("filter") or None))
    except NotFound:
        return Objects(missing=[account])
    there, names = found_mailboxes(listed), params.get("names")
    wanted = [(name, MAILBOX.found(there, name)) for name in names or ()]
    chosen = list(there.values()) if names is None else [found for _name, found in wanted if found is not None]
    asked = {name: command(account) for name, command in _OF_ACCOUNT.items() if name in params["include"]}
    told = yield from unless_gone(account, together(map(ask, asked.values())))
    if told is None:
        return Objects(missing=[account])
    folders = [name for name, value in sorted(listed.items()) if mailbox_info(value) is None]
    return Objects(
        [_known(account, name, listed[name], there) for name in sorted({str(found.spelt) for found in chosen})],
        [label((account, name)) for name, found in wanted if found is None],
        {"name": account, "folders": folders, **dict(zip(asked, told))},
    )


def _known(account: str, name: str, value: Any, there: Mapping[str, Found]) -> Known:
    """What the listing says of a Mailbox: it may be a folder as well."""
    facts = {"folder": isinstance(value, list), "summary": mailbox_info(value)}
    found = MAILBOX.found(there, name)
    return Known((account, name), found.facts if found is not None else {}, facts)


def _asked(params: Mapping[str, Any]) -> Sequence[Reading]:
    people = params.get(RIGHTS_OF.name)
    return [Reading("rights", lambda account, name: _rights(account, name, people))] if people else []


def _rights(account: str, name: str, people: Sequence[str]) -> Conversation:
    """Somebody who is not there is an error, unless the Mailbox itself has gone since it was listed."""
    replies = yield [GETMAILBOXRIGHTS(account, name, who) for who in people]
    for reply in replies:
        if isinstance(reply, CliError):
            if name not in (yield from ask(LISTMAILBOXES(account))):
                raise NotFound(reply.code, reply.text, reply.verb, MAILBOX_NOUN)
            raise CgpError("the rights for %s could not be read: %s" % (label((account, name)), reply.message))
    return dict(zip(people, replies))


MAILBOX_INFO = Info(
    noun=MAILBOX_NOUN,
    result="mailboxes",
    resource=MAILBOX,
    objects=_mailboxes,
    readings=(Reading("info", GETMAILBOXINFO), Reading("acl", GETMAILBOXACL)),
    others=tuple(_OF_ACCOUNT),
    default=("mailbox_class",),
    fields=(
        *ACCOUNTS_OR_DOMAINS,
        Field("names", type="list", elements="str"),
        Field("filter"),
        RIGHTS_OF,
    ),
    asked=_asked,
)
