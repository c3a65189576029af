# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an Account subscribes to, Mailboxes or files: the manual, Mailbox and File Storage Administration."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any, Callable

from ..._engine import shapes
from ..._engine.inner_names import folding_path, one_spelling
from ..._engine.model import Facet, Field, Home, Resource, Whole
from ..._engine.shapes import Shape
from .options import ACCOUNT_NAME
from .scope_names import homes

_PATHS = Shape(empty=(), parse=shapes.NAMES.parse)


def subscription(noun: str, option: str, read: Any, write: Any, folded: Callable[[str], str]) -> Resource:
    """The manual speaks of lists, but gives their order no meaning: they are compared as sets."""

    @lru_cache(maxsize=64)
    def shape_in(home: Home) -> Shape:
        path_folded = folding_path(home, folded)
        return replace(
            _PATHS,
            canon=lambda names: sorted(set(map(path_folded, names))),
            target=lambda have, want, whole: one_spelling(have, want if whole else [*have, *want], path_folded),
        )

    return Resource(
        noun=noun,
        plural=noun + "s",
        list_option="subscriptions",
        key=(ACCOUNT_NAME,),
        facets=(
            Facet(
                option,
                (Field(option, type="list", elements="str"),),
                _PATHS,
                read=read,
                write=lambda key, edit: [Whole(write(key[0], list(edit.after)))],
                mode="mode",
                shape_in=shape_in,
            ),
        ),
        extras=(Field("mode", choices=("update", "replace"), default="update"),),
        homes=homes,
        default_domain=True,
        within={"account": lambda name: [(name,)]},
    )
