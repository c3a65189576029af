# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who else may do what with an Account: the manual, Account Administration."""

from __future__ import annotations

from .._cli.sections.account import GETACCOUNTACL, SETACCOUNTACL
from .._engine import shapes
from .._engine.inner_names import acl_in
from .._engine.model import Facet, Field, Key, Resource, Values
from ..connector.errors import CgpError
from .shared.options import ACCOUNT_NAME
from .shared.scope_names import homes


def _check(key: Key, values: Values) -> None:
    """Which letters there are for an Account the manual does not say."""
    for identifier, rights in (values.get("acl") or {}).items():
        letters = rights[1:] if rights[:1] in ("+", "-") else rights
        if letters and not (letters.isascii() and letters.isalpha()):
            raise CgpError("acl.%s: rights are letters, perhaps after + or -" % identifier, "Write them as in +lr")


ACCOUNT_ACL = Resource(
    noun="account ACL",
    plural="account ACLs",
    list_option="acls",
    key=(ACCOUNT_NAME,),
    facets=(
        Facet(
            "acl",
            (Field("acl", type="dict"),),
            shapes.ACL,
            read=GETACCOUNTACL,
            write=lambda key, edit: [SETACCOUNTACL(key[0], edit.delta)],
            mode="mode",
            shape_in=acl_in,
        ),
    ),
    extras=(Field("mode", choices=("update", "replace"), default="update"),),
    homes=homes,
    check=_check,
    within={"account": lambda name: [(name,)]},
)
