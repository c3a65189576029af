# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Forwarders, and what can be read of them: the manual, Forwarder Administration."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections.forwarder import (
    CREATEFORWARDER,
    DELETEFORWARDER,
    FINDFORWARDERS,
    GETFORWARDER,
    LISTFORWARDERS,
    RENAMEFORWARDER,
)
from .._engine import shapes
from .._engine.dialogue import ask
from .._engine.info import Info
from .._engine.inner_names import address_in
from .._engine.model import Conversation, Edit, Facet, Field, Key, Resource, Undoable, Values
from ..connector.errors import CgpError
from .shared.across_domains import across_domains
from .shared.listed import NAMES_AND_DOMAIN, all_listed, named_or_all
from .shared.names import address, domain_of, local_name, names_in_domain
from .shared.options import NAME
from .shared.scope_names import domain_names, homes


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
        Facet(
            "to",
            (Field("to"),),
            shapes.ADDRESS,
            read=GETFORWARDER,
            write=_replace,
            listed="to",
            created=True,
            shape_in=address_in,
        ),
    ),
    find=names_in_domain,
    scope=domain_of,
    homes=homes,
    scope_names=domain_names,
    name=local_name,
    member=address,
    create=_create,
    rename=lambda old, new, values: [RENAMEFORWARDER(old[0], new[0])],
    delete=lambda key, values: [DELETEFORWARDER(key[0])],
    default_domain=True,
    purge=True,
    within={"domain": lambda name: [name]},
    told=True,
)


# --- what can be read

FORWARDS_TO = Field("forwards_to")


def _forwarders(params: Mapping[str, Any]) -> Conversation:
    """Those that are named, or of a Domain all, or those to one address."""
    wanted, domain = params.get(FORWARDS_TO.name), params.get("domain")
    if not wanted:
        return (yield from named_or_all(params, LISTFORWARDERS))
    if params.get("names") is not None or not domain:
        raise CgpError("the option forwards_to goes with domain, and not with names")
    found = yield from ask(FINDFORWARDERS(domain, wanted))
    return all_listed(found, domain)


FORWARDER_INFO = Info(
    noun="forwarder",
    result="forwarders",
    resource=FORWARDER,
    fields=(*NAMES_AND_DOMAIN, FORWARDS_TO),
    objects=across_domains(_forwarders),
    default=("to",),
)
