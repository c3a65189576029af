# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Storage mount points: the manual, Domain Set Administration and Domain Administration.

The CLI makes and lists them. Nothing in it renames or deletes one.
"""

from __future__ import annotations

from typing import Any, Sequence

from .._cli.sections.domain import CREATEACCOUNTSTORAGE, LISTACCOUNTSTORAGE
from .._cli.sections.domain_set import CREATEDOMAINSTORAGE, LISTDOMAINSTORAGE
from .._engine.dialogue import ask
from .._engine.model import Conversation, Field, Found, Key, Resource, Values, label
from ..connector.errors import CgpError
from .shared.options import NAME
from .shared.places import DOMAIN_NAME, PLACES, check_domain

NOUN = "storage mount point"
_SUFFIX = ".mnt"


def _find(place: str, names: Sequence[str] | None) -> Conversation:
    scope, _space, domain = place.partition(" ")
    listed = yield from ask(LISTACCOUNTSTORAGE(domain) if domain else LISTDOMAINSTORAGE(SHARED=scope == "cluster"))
    return {name[: -len(_SUFFIX)] if name.endswith(_SUFFIX) else name: Found(NOUN) for name in listed}


def _member(place: str, name: str) -> Key:
    scope, _space, domain = place.partition(" ")
    return scope, domain, name


def _create(key: Key, values: Values) -> list[Any]:
    scope, domain, name = key
    return [CREATEACCOUNTSTORAGE(domain, name) if domain else CREATEDOMAINSTORAGE(name, SHARED=scope == "cluster")]


def _check(key: Key, values: Values) -> None:
    scope, domain, name = key
    check_domain(scope, domain)
    if name.endswith(_SUFFIX):
        raise CgpError("the name of a storage mount point is given without %s" % _SUFFIX)
    if "/" in name or name.startswith("."):
        raise CgpError("the name of a storage mount point is that of a directory, without a path")


STORAGE_MOUNT_POINT = Resource(
    noun=NOUN,
    plural="storage mount points",
    list_option="mount_points",
    key=(Field("scope", choices=("server", "cluster", "domain"), default="server"), DOMAIN_NAME, NAME),
    find=_find,
    scope=lambda key: label(key[:2]),
    member=_member,
    folded=str,
    create=_create,
    check=_check,
    within=PLACES,
)
