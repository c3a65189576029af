# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forwarders: the manual, Forwarder Administration."""

from __future__ import annotations

from typing import Any

from .._cli.sections.forwarder import CREATEFORWARDER, DELETEFORWARDER, GETFORWARDER, RENAMEFORWARDER
from .._engine import shapes
from .._engine.model import Edit, Facet, Field, Key, Resource, Undoable, Values
from ..connector.errors import CgpError
from .shared.options import NAME
from .shared.names import address, domain_of, local_name, names_in_domain


def _replace(key: Key, edit: Edit) -> list[Any]:
    """The CLI cannot change a Forwarder's address; the old Forwarder comes back when the new one is refused."""
    (name,) = key
    restore = CREATEFORWARDER(name, edit.before)
    return [Undoable(DELETEFORWARDER(name), (restore,)), CREATEFORWARDER(name, edit.after)]


def _create(key: Key, values: Values) -> list[Any]:
    if not values.get("to"):
        raise CgpError("the option to is missing", "A Forwarder that does not exist yet needs an address")
    return [CREATEFORWARDER(key[0], values["to"])]


FORWARDER = Resource(
    noun="forwarder",
    plural="forwarders",
    list_option="forwarders",
    key=(NAME,),
    facets=(
        Facet("to", (Field("to"),), shapes.ADDRESS, read=GETFORWARDER, write=_replace, listed="to", created=True),
    ),
    find=names_in_domain,
    scope=domain_of,
    name=local_name,
    member=address,
    create=_create,
    rename=lambda old, new, values: [RENAMEFORWARDER(old[0], new[0])],
    delete=lambda key, values: [DELETEFORWARDER(key[0])],
    default_domain=True,
    purge=True,
)
