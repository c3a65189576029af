# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an Account subscribes to: the manual, Mailbox Administration and File Storage Administration."""

from __future__ import annotations

from typing import Any, Callable

from ..._cli.sections.file_storage import GETFILESUBSCRIPTION, SETFILESUBSCRIPTION
from ..._cli.sections.mailbox import GETMAILBOXSUBSCRIPTION, SETMAILBOXSUBSCRIPTION
from ..._engine import shapes
from ..._engine.model import Facet, Field, Resource
from ..._engine.shapes import Shape
from ..mailbox import ACCOUNT, fold_mailbox


def _subscription(noun: str, option: str, read: Any, write: Any, folded: Callable[[str], str]) -> Resource:
    """The manual speaks of lists, but gives their order no meaning: they are compared as sets."""

    def canon(names: Any) -> Any:
        return sorted({folded(name) for name in names})

    def target(have: Any, want: Any, whole: bool) -> Any:
        if whole:
            return want
        there = set(canon(have))
        return [*have, *(name for name in want if folded(name) not in there)]

    return Resource(
        noun=noun,
        plural=noun + "s",
        list_option="subscriptions",
        key=(ACCOUNT,),
        facets=(
            Facet(
                option,
                (Field(option, type="list", elements="str"),),
                Shape(empty=(), take=shapes.NAMES.take, canon=canon, target=target),
                read=read,
                write=lambda key, edit: [write(key[0], list(edit.after))],
                mode="mode",
            ),
        ),
        extras=(Field("mode", choices=("update", "replace"), default="update"),),
        default_domain=True,
    )


MAILBOX_SUBSCRIPTION = _subscription(
    "mailbox subscription", "mailboxes", GETMAILBOXSUBSCRIPTION, SETMAILBOXSUBSCRIPTION, fold_mailbox
)
FILE_SUBSCRIPTION = _subscription("file subscription", "files", GETFILESUBSCRIPTION, SETFILESUBSCRIPTION, str)
