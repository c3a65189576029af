# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of Web Skins: the manual, Web Skins Administration."""

from __future__ import annotations

from typing import Any, Sequence

from .._cli.sections.web_skin import LISTSTOCKSKINFILES
from .._engine.dialogue import ask
from .._engine.model import Conversation, Field, Found, Key, Resource
from ..connector.errors import CliError, NotFound, UnknownCommand
from .shared.file_content import content_facet, from_file
from .shared.places import DOMAIN_NAME, SCOPE, check_place, command_for_place, fold_place, place_of, split_place
from .shared.scope_names import place_names
from .shared.skins import SKIN_COMMANDS, skin_file_of_reply
from .shared.stock import listed_outside_of_domains


def _listed(scope: str, domain: str, skin: str) -> Conversation:
    """What a Skin's files are listed with; NotFound if the listing of the Skins does not have it."""
    commands = SKIN_COMMANDS[scope]
    (reply,) = yield [command_for_place(commands.files, domain, skinName=skin)]
    if not isinstance(reply, CliError):
        return reply
    may_be_missing = not isinstance(reply, (NotFound, UnknownCommand))
    if may_be_missing and skin not in (yield from ask(command_for_place(commands.skins, domain))):
        raise NotFound(reply.code, reply.text, reply.verb)
    raise reply


def _find_files(place: str, names: Sequence[str] | None) -> Conversation:
    return {name: Found("skin file") for name in (yield from _listed(*split_place(place)))}


def _of_file(key: Key) -> dict[str, Any]:
    scope, domain, skin, name = key
    return {"domain": domain, "skinName": skin, "fileName": name}


def _read(*key: str) -> Any:
    return command_for_place(SKIN_COMMANDS[key[0]].read, **_of_file(key))


def _store(key: Key, content: bytes) -> Any:
    return [command_for_place(SKIN_COMMANDS[key[0]].store, **_of_file(key), fileContent=content)]


SKIN_FILE = Resource(
    noun="skin file",
    plural="skin files",
    list_option="files",
    key=(SCOPE, DOMAIN_NAME, Field("skin"), Field("name", required=True)),
    facets=(content_facet(_read, skin_file_of_reply, _store),),
    find=_find_files,
    scope=lambda key: place_of(*key[:3]),
    scope_names=place_names,
    member=lambda place, name: (*split_place(place), name),
    folded=str,
    folded_scope=fold_place,
    create=lambda key, values: _store(key, values.get("content") or b""),
    delete=lambda key, values: [command_for_place(SKIN_COMMANDS[key[0]].delete_file, **_of_file(key))],
    check=check_place,
    stock=listed_outside_of_domains(LISTSTOCKSKINFILES),
    purge=True,
    purge_where_wanted=True,
    from_file=from_file,
    within={"skin": lambda *key: [place_of(*key)]},
)
