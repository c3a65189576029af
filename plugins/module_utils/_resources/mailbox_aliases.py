# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Other names for Mailboxes in an Account: the manual, Mailbox Administration."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

from .._cli.sections.mailbox import GETMAILBOXALIASES, SETMAILBOXALIASES
from .._engine.inner_names import folding_path
from .._engine.model import Facet, Field, Home, Resource, Whole
from .._engine.shapes import Shape
from ..connector.errors import CgpError
from .shared.mailboxes import fold_mailbox
from .shared.options import ACCOUNT_NAME
from .shared.scope_names import homes


def _parse(aliases: Any) -> dict[str, Any]:
    """A Mailbox may be called default: only null removes an alias."""
    for alias, mailbox in aliases.items():
        if mailbox is not None and (not isinstance(mailbox, str) or not mailbox):
            raise CgpError("%s: the name of a Mailbox is needed, or null to remove the alias" % alias)
    return {str(alias): mailbox for alias, mailbox in aliases.items()}


def _target(have: Any, want: Any, whole: bool) -> dict[str, str]:
    wanted = {fold_mailbox(alias) for alias in want}
    kept = {alias: mailbox for alias, mailbox in have.items() if not whole and fold_mailbox(alias) not in wanted}
    return {**kept, **{alias: mailbox for alias, mailbox in want.items() if mailbox is not None}}


def _delta(have: Any, after: Any) -> dict[str, Any]:
    """What differs, for the diff: the aliases are written as a whole."""
    return {alias: after.get(alias) for alias in {**have, **after} if have.get(alias) != after.get(alias)}


_ALIASES = Shape(empty={}, parse=_parse, target=_target, delta=_delta, named=1)


@lru_cache(maxsize=64)
def _shape_in(home: Home) -> Shape:
    """The aliases of an Account of the Domain; they may stand for Mailboxes of others."""
    folded = folding_path(home, fold_mailbox)
    return replace(
        _ALIASES,
        canon=lambda aliases: {fold_mailbox(alias): folded(mailbox) for alias, mailbox in aliases.items()},
    )


MAILBOX_ALIASES = Resource(
    noun="mailbox aliases",
    plural="mailbox aliases",
    list_option="accounts",
    key=(ACCOUNT_NAME,),
    facets=(
        Facet(
            "aliases",
            (Field("aliases", type="dict"),),
            _ALIASES,
            read=GETMAILBOXALIASES,
            write=lambda key, edit: [Whole(SETMAILBOXALIASES(key[0], edit.after))],
            mode="mode",
            shape_in=_shape_in,
        ),
    ),
    extras=(Field("mode", choices=("update", "replace"), default="update"),),
    homes=homes,
    default_domain=True,
    within={"account": lambda name: [(name,)]},
    after=("mailbox",),
)
