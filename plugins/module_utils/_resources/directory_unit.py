# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Directory: the manual, Directory Administration, and the Directory commands of Domain (Set) Administration."""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from .._cli.sections import directory as cli
from .._cli.sections import domain_set
from .._cli.sections.domain import DELETEDIRECTORYRECORDS, INSERTDIRECTORYRECORDS
from .._engine import canon, shapes
from .._engine.action import Deed, at_once
from .._engine.dialogue import ask
from .._engine.model import Conversation, Edit, Facet, Field, Found, Key, Resource, Values
from .._engine.shapes import Shape, type_name
from ..connector.errors import CgpError
from .shared.options import SETTINGS, SETTINGS_MODE
from .shared.operations import Operation, operations

SCOPES = ("server", "cluster")
SCOPE = Field("scope", choices=SCOPES, default="server")
_INTEGRATION = {
    "server": (domain_set.GETDIRECTORYINTEGRATION, domain_set.SETDIRECTORYINTEGRATION),
    "cluster": (domain_set.GETCLUSTERDIRECTORYINTEGRATION, domain_set.SETCLUSTERDIRECTORYINTEGRATION),
}


def _shared(scope: str) -> dict[str, bool]:
    """The keyword for what belongs to the whole Cluster."""
    if scope not in SCOPES:
        raise CgpError("%s is no scope of Directory Units" % scope, "The scopes are %s" % " and ".join(SCOPES))
    return {"SHARED": scope == "cluster"}


# --- units


def fold_dn(value: Any) -> Any:
    """A DN as it is compared: neither case nor the spaces around its separators matter."""
    if not isinstance(value, str):
        return value
    pairs = ("=".join(part.strip() for part in pair.split("=", 1)) for pair in value.lower().split(","))
    return ",".join(pairs)


def _find(scope: str, names: Sequence[str] | None) -> Conversation:
    listed = yield from ask(cli.LISTDIRECTORYUNITS(**_shared(scope)))
    return {str(name).lower(): Found("directory unit", {"mount_point": dn}) for dn, name in listed.items()}


def _create(key: Key, values: Values) -> Any:
    if values.get("mount_point") is None:
        raise CgpError("the option mount_point is missing", "A new Directory Unit needs one; that of the root is empty")
    remote = values.get("type") == "remote"
    return [cli.CREATEDIRECTORYUNIT(key[1], values["mount_point"], REMOTE=remote, **_shared(key[0]))]


DIRECTORY_UNIT = Resource(
    noun="directory unit",
    plural="directory units",
    list_option="units",
    key=(SCOPE, Field("name", required=True)),
    facets=(
        Facet(
            "mount_point",
            (Field("mount_point"),),
            Shape(take=canon.text, canon=fold_dn),
            write=lambda key, edit: [cli.RELOCATEDIRECTORYUNIT(key[1], edit.after, **_shared(key[0]))],
            listed="mount_point",
            created=True,
        ),
        Facet(
            "settings",
            (SETTINGS,),
            shapes.SETTINGS,
            read=lambda scope, name: cli.GETDIRECTORYUNIT(name, **_shared(scope)),
            write=lambda key, edit: [cli.SETDIRECTORYUNIT(key[1], edit.after, **_shared(key[0]))],
            mode=SETTINGS_MODE.name,
        ),
    ),
    extras=(SETTINGS_MODE, Field("type", choices=("local", "remote"), default="local")),
    find=_find,
    scope=lambda key: key[0],
    member=lambda scope, name: (scope, name),
    create=_create,
    delete=lambda key, values: [cli.DELETEDIRECTORYUNIT(key[1], **_shared(key[0]))],
    purge=True,
)


# --- access rights


def _take_rights(elements: Any) -> Any:
    if not isinstance(elements, (list, tuple)):
        raise CgpError("a list is needed, not %s" % type_name(elements))
    return [shapes.setting_value(element, "element %d" % number) for number, element in enumerate(elements, 1)]


DIRECTORY_ACCESS_RIGHTS = Resource(
    noun="directory access rights",
    plural="directory access rights",
    list_option="scopes",
    key=(SCOPE,),
    facets=(
        Facet(
            "access_rights",
            (Field("access_rights", type="list", elements="raw"),),
            Shape(empty=(), take=_take_rights, canon=canon.setting),
            read=lambda scope: cli.GETDIRECTORYACCESSRIGHTS(**_shared(scope)),
            write=lambda key, edit: [cli.SETDIRECTORYACCESSRIGHTS(edit.after, **_shared(key[0]))],
        ),
    ),
)


# --- integration


def _set_integration(key: Key, edit: Edit) -> Any:
    """The manual: the dictionary is replaced, so what is to stay is sent again."""
    return [_INTEGRATION[key[0]][1](edit.after)]


DIRECTORY_INTEGRATION = Resource(
    noun="directory integration",
    plural="directory integrations",
    list_option="scopes",
    key=(SCOPE,),
    facets=(
        Facet(
            "settings",
            (SETTINGS,),
            shapes.SETTINGS,
            read=lambda scope: _INTEGRATION[scope][0](),
            write=_set_integration,
            mode=SETTINGS_MODE.name,
        ),
    ),
    extras=(SETTINGS_MODE,),
)


# --- records


def _each_domain(command: Any) -> Operation:
    """The server does not tell which records there are, so the command is sent for every Domain."""

    def decide(params: Mapping[str, Any]) -> Conversation:
        return at_once(*(Deed(command(name)) for name in params["domains"]))

    return Operation(decide, ("domains",))


DIRECTORY_RECORDS = operations(
    (Field("domains", type="list", elements="str"),),
    {
        "insert": _each_domain(INSERTDIRECTORYRECORDS),
        "delete": _each_domain(DELETEDIRECTORYRECORDS),
        "reload_domains": Operation(lambda params: at_once(Deed(domain_set.RELOADDIRECTORYDOMAINS()))),
    },
)
