# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mailboxes and their access control lists: the manual, Mailbox Administration; rights in protocol.md section 6.4."""

from __future__ import annotations

from typing import Any, Sequence

from .._cli.sections.mailbox import (
    CREATEMAILBOX,
    DELETEMAILBOX,
    DELETEMAILBOXES,
    GETMAILBOXACL,
    LISTMAILBOXES,
    RENAMEMAILBOX,
    RENAMEMAILBOXES,
    SETMAILBOXACL,
    SETMAILBOXCLASS,
)
from .._engine import shapes
from .._engine.dialogue import ask
from .._engine.model import Conversation, Facet, Field, Found, Key, Resource, Values
from ..connector.errors import CgpError

ACCOUNT = Field("account", required=True)
RIGHTS = "lrswdipca"
"""Lookup, read, seen, write flags, delete, insert, post, create, administer."""


def fold_mailbox(name: str) -> str:
    """INBOX has no case, also as the first part of a path; other Mailbox names have."""
    first, slash, rest = name.partition("/")
    return ("INBOX" if first.upper() == "INBOX" else first) + slash + rest


def _find(account: str, names: Sequence[str] | None) -> Conversation:
    listed = yield from ask(LISTMAILBOXES(account))
    found: dict[str, Found] = {}
    for name, value in listed.items():
        info = mailbox_info(value)
        if info is not None:
            found[fold_mailbox(name)] = Found("mailbox", {"class": _mailbox_class(info)})
    return found


def mailbox_info(value: Any) -> dict[str, Any] | None:
    """The manual, LISTMAILBOXES: ``()`` is a folder without a Mailbox of its own, ``(info)`` one with."""
    if isinstance(value, list):
        value = value[0] if value else None
        return value if isinstance(value, dict) else ({} if value == [] else None)
    return value if isinstance(value, dict) else {}


def _mailbox_class(info: dict[str, Any]) -> str:
    """The manual does not name the key of the class in a Mailbox's information."""
    named = {key.lower(): value for key, value in info.items()}
    return str(named.get("class") or named.get("mailboxclass") or "")


def _delete(key: Key, values: Values) -> Any:
    return [DELETEMAILBOXES(*key) if values.get("nested") else DELETEMAILBOX(*key)]


def _rename(old: Key, new: Key, values: Values) -> Any:
    command = RENAMEMAILBOXES if values.get("nested") else RENAMEMAILBOX
    return [command(old[0], old[1], new[1])]


MAILBOX = Resource(
    noun="mailbox",
    plural="mailboxes",
    list_option="mailboxes",
    key=(ACCOUNT, Field("name", required=True)),
    facets=(
        Facet(
            "mailbox_class",
            (Field("mailbox_class"),),
            shapes.TEXT,
            write=lambda key, edit: [SETMAILBOXCLASS(key[0], key[1], edit.after)],
            listed="class",
            created=True,
            read_back=False,  # the manual does not say that a server tells the class at all
        ),
    ),
    extras=(Field("nested", type="bool", default=False),),
    find=_find,
    scope=lambda key: key[0],
    member=lambda scope, name: (scope, name),
    folded=fold_mailbox,
    create=lambda key, values: [CREATEMAILBOX(*key, mailboxClass=values.get("mailbox_class") or None)],
    rename=_rename,
    delete=_delete,
    protected=("inbox",),
    purge=True,
)


def _check_rights(key: Key, values: Values) -> None:
    for identifier, letters in (values.get("acl") or {}).items():
        unknown = sorted(set(letters[1:] if letters[:1] in "+-" else letters) - set(RIGHTS))
        if unknown:
            raise CgpError(
                "acl.%s: unknown right %s" % (identifier, "".join(unknown)), "The rights are the letters %s" % RIGHTS
            )


MAILBOX_ACL = Resource(
    noun="mailbox ACL",
    plural="mailbox ACLs",
    list_option="acls",
    key=(ACCOUNT, Field("mailbox", required=True)),
    facets=(
        Facet(
            "acl",
            (Field("acl", type="dict"),),
            shapes.ACL,
            read=GETMAILBOXACL,
            write=lambda key, edit: [SETMAILBOXACL(key[0], key[1], edit.delta)],
            mode="mode",
        ),
    ),
    extras=(Field("mode", choices=("update", "replace"), default="update"),),
    find=_find,
    scope=lambda key: key[0],
    folded=fold_mailbox,
    listed_as=MAILBOX.noun,
    check=_check_rights,
)
