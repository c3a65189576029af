# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Access control lists of Mailboxes: the manual, Mailbox Administration; rights in protocol.md section 6.4."""

from __future__ import annotations

from .._cli.sections.mailbox import GETMAILBOXACL, SETMAILBOXACL
from .._engine import shapes
from .._engine.inner_names import acl_in
from .._engine.model import Facet, Field, Key, Resource, Values
from ..connector.errors import CgpError
from .shared.mailboxes import MAILBOX_NOUN, find_mailboxes, fold_mailbox
from .shared.options import ACCOUNT_NAME
from .shared.scope_names import homes

RIGHTS = "lrswdipca"
"""Lookup, read, seen, write flags, delete, insert, post, create, administer."""


def _check(key: Key, values: Values) -> None:
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
    key=(ACCOUNT_NAME, Field("mailbox", required=True)),
    facets=(
        Facet(
            "acl",
            (Field("acl", type="dict"),),
            shapes.ACL,
            read=GETMAILBOXACL,
            write=lambda key, edit: [SETMAILBOXACL(key[0], key[1], edit.delta)],
            mode="mode",
            shape_in=acl_in,
        ),
    ),
    extras=(Field("mode", choices=("update", "replace"), default="update"),),
    homes=homes,
    find=find_mailboxes,
    scope=lambda key: key[0],
    member=lambda scope, name: (scope, name),
    folded=fold_mailbox,
    listed_as=MAILBOX_NOUN,
    comes_with=(fold_mailbox("inbox"),),
    check=_check,
    within={"account": lambda name: [name]},
    after=(MAILBOX_NOUN,),
)
