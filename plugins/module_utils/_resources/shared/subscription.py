# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an Account subscribes to, Mailboxes or files: the manual, Mailbox and File Storage Administration."""

from __future__ import annotations

from typing import Any, Callable

from ..._engine import shapes
from ..._engine.model import Facet, Field, Resource, Whole
from ..._engine.shapes import Shape
from .options import ACCOUNT_NAME


def subscription(noun: str, option: str, read: Any, write: Any, folded: Callable[[str], str]) -> Resource:
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
        key=(ACCOUNT_NAME,),
        facets=(
            Facet(
                option,
                (Field(option, type="list", elements="str"),),
                Shape(empty=(), parse=shapes.NAMES.parse, canon=canon, target=target),
                read=read,
                write=lambda key, edit: [Whole(write(key[0], list(edit.after)))],
                mode="mode",
            ),
        ),
        extras=(Field("mode", choices=("update", "replace"), default="update"),),
        default_domain=True,
    )
