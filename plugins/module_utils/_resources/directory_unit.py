# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Directory Units: the manual, Directory Administration."""

from __future__ import annotations

from typing import Any, Sequence

from .._cli.sections import directory as cli
from .._cli.stock_names import DIRECTORY_UNITS
from .._engine import canon, shapes
from .._engine.dialogue import ask
from .._engine.model import Conversation, Facet, Field, Found, Key, Resource, Values, Whole, by_name
from .._engine.shapes import Shape
from ..connector.errors import CgpError
from .shared.directory_scopes import SCOPE, shared_keyword
from .shared.options import SETTINGS, SETTINGS_MODE
from .shared.settings_commands import own_settings
from .shared.stock import known


def fold_dn(value: Any) -> Any:
    """A DN as it is compared: neither case nor the spaces around its separators matter."""
    if not isinstance(value, str):
        return value
    pairs = ("=".join(part.strip() for part in pair.split("=", 1)) for pair in value.lower().split(","))
    return ",".join(pairs)


def _find(scope: str, names: Sequence[str] | None) -> Conversation:
    listed = yield from ask(cli.LISTDIRECTORYUNITS(**shared_keyword(scope)))
    return by_name({name: Found("directory unit", {"mount_point": dn}) for dn, name in listed.items()})


def _create(key: Key, values: Values) -> Any:
    if values.get("mount_point") is None:
        raise CgpError("the option mount_point is missing", "A new Directory Unit needs one; that of the root is empty")
    remote = values.get("type") == "remote"
    return [cli.CREATEDIRECTORYUNIT(key[1], values["mount_point"], REMOTE=remote, **shared_keyword(key[0]))]


DIRECTORY_UNIT = Resource(
    noun="directory unit",
    plural="directory units",
    list_option="units",
    key=(SCOPE, Field("name", required=True)),
    facets=(
        Facet(
            "mount_point",
            (Field("mount_point"),),
            Shape(empty=None, parse=canon.text, canon=fold_dn),
            write=lambda key, edit: [cli.RELOCATEDIRECTORYUNIT(key[1], edit.after, **shared_keyword(key[0]))],
            listed="mount_point",
            created=True,
        ),
        Facet(
            "settings",
            (SETTINGS,),
            shapes.SETTINGS,
            read=lambda scope, name: cli.GETDIRECTORYUNIT(name, **shared_keyword(scope)),
            write=lambda key, edit: [Whole(cli.SETDIRECTORYUNIT(key[1], edit.stated, **shared_keyword(key[0])))],
            mode=SETTINGS_MODE.name,
            proof=own_settings,
        ),
    ),
    extras=(SETTINGS_MODE, Field("type", choices=("local", "remote"), default="local")),
    find=_find,
    scope=lambda key: key[0],
    member=lambda scope, name: (scope, name),
    create=_create,
    delete=lambda key, values: [cli.DELETEDIRECTORYUNIT(key[1], **shared_keyword(key[0]))],
    stock=known(DIRECTORY_UNITS),
    purge=True,
    within={"server": lambda: ["server"], "cluster": lambda: ["cluster"]},
)
