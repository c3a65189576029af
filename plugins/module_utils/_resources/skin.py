# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Web Skins, and what can be read of them: the manual, Web Skins Administration. The empty name is the unnamed Skin."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Any, Mapping, Sequence

from .._cli.sections.web_skin import LISTSTOCKSKINFILES, READSTOCKSKINFILE
from .._cli.stock_names import SKINS
from .._engine.dialogue import ask
from .._engine.info import Info
from .._engine.model import Conversation, Field, Found, Key, Resource, Values
from ..connector.errors import CgpError, CliError, NotFound
from .shared.across_domains import DOMAINS, across_domains
from .shared.file_set import CONTENTS, FileSet, objects
from .shared.places import (
    DOMAIN_NAME,
    PLACES,
    SCOPE,
    SCOPE_OR_STOCK,
    STOCK,
    check_place,
    command_for_place,
    place_of,
    require_domain,
    split_place,
)
from .shared.scope_names import place_names
from .shared.skins import SKIN_COMMANDS, skin_file_of_reply
from .shared.stock import known_outside_of_domains

UNNAMED = ""


def skins_of(scope: str, domain: str) -> Conversation:
    """The names of the Skins that there are, the unnamed one among them.

    The manual does not tell whether the listing has the unnamed one. It is there if its files can be listed, or, in a
    Domain, if any other is: that the manual does tell.
    """
    commands = SKIN_COMMANDS[scope]
    names: list[str] = list((yield from ask(command_for_place(commands.skins, domain))))
    if UNNAMED in names:
        return names
    if not names or not domain:
        (files,) = yield [command_for_place(commands.files, domain, skinName=UNNAMED)]
        if isinstance(files, CliError):
            return names
    return [UNNAMED, *names]


def _find_skins(place: str, names: Sequence[str] | None) -> Conversation:
    scope, domain, _nothing = split_place(place)
    return {name: Found("skin") for name in (yield from skins_of(scope, domain))}


def _create(key: Key, values: Values) -> Any:
    scope, domain, name = key
    return [command_for_place(SKIN_COMMANDS[scope].create, domain, skinName=name)]


def _rename(old: Key, new: Key, values: Values) -> Any:
    scope, domain, name = old
    return [command_for_place(SKIN_COMMANDS[scope].rename, domain, skinName=name, newSkinName=new[2])]


def _delete(key: Key, values: Values) -> Any:
    scope, domain, name = key
    return [command_for_place(SKIN_COMMANDS[scope].delete, domain, skinName=name)]


SKIN = Resource(
    noun="skin",
    plural="skins",
    list_option="skins",
    key=(SCOPE, DOMAIN_NAME, Field("name")),
    find=_find_skins,
    scope=lambda key: place_of(*key[:2]),
    scope_names=place_names,
    member=lambda place, name: (*split_place(place)[:2], name),
    folded=str,
    create=_create,
    rename=_rename,
    delete=_delete,
    protected=(UNNAMED,),
    stock=known_outside_of_domains(SKINS),
    check=check_place,
    purge=True,
    purge_where_wanted=True,
    within=PLACES,
    told=True,
)


# --- what can be read

_FILES = {STOCK: (LISTSTOCKSKINFILES, READSTOCKSKINFILE)}
_FILES.update((scope, (commands.files, commands.read)) for scope, commands in SKIN_COMMANDS.items())


def _skin(scope: str, domain: str, name: str, certain: bool) -> FileSet:
    listing, read = _FILES[scope]
    of_skin = partial(command_for_place, read, domain, skinName=name)
    return FileSet(
        name, command_for_place(listing, domain, skinName=name), lambda file: of_skin(fileName=file), certain
    )


def _skins(scope: str, domain: str, names: Any) -> Conversation:
    """The Skins named, or all that there are."""
    try:
        there = yield from skins_of(scope, domain)
    except NotFound:
        if names is None:
            raise
        there = []
    skins = [_skin(scope, domain, name, certain=True) for name in dict.fromkeys(there if names is None else names)]
    return [skin if skin.name in there else replace(skin, listing=None) for skin in skins]


def _objects(params: Mapping[str, Any]) -> Conversation:
    scope, domain, names = params["scope"], params.get("domain") or "", params.get("names")
    require_domain(scope, domain)
    if scope != STOCK:
        skins = yield from _skins(scope, domain, names)
    elif names is None:
        raise CgpError("the built-in Skins cannot be listed", "Name them in names")
    else:
        skins = [_skin(scope, domain, name, certain=False) for name in dict.fromkeys(names)]
    return (yield from objects("name", (scope, domain), skins, params["contents"], skin_file_of_reply))


SKIN_INFO = Info(
    noun="skin",
    result="skins",
    resource=SKIN,
    objects=across_domains(_objects, instead=("domain",)),
    fields=(SCOPE_OR_STOCK, DOMAIN_NAME, DOMAINS, Field("names", type="list", elements="str"), CONTENTS),
)
