# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files of Real-Time Application Environments: the manual, Real-Time Application Administration."""

from __future__ import annotations

from typing import Any, Sequence

from .._cli.sections.pbx_application import LISTSTOCKPBXFILES
from .._engine.model import Conversation, Field, Found, Key, Resource, Values
from ..connector.errors import CgpError, CliError, NotFound
from .shared.environments import ENVIRONMENT_COMMANDS, environment_file_of_reply, files_of
from .shared.file_content import content_facet, from_file
from .shared.places import DOMAIN_NAME, SCOPE, check_place, command_for_place, fold_place, place_of, split_place
from .shared.scope_names import place_names
from .shared.stock import listed_outside_of_domains


def _split(name: str) -> tuple[str, str]:
    """(language, name there) of a file's name; the language is empty for a file of the environment itself."""
    language, _slash, file = name.rpartition("/")
    return language, file


def _check_file(key: Key, values: Values) -> None:
    check_place(key, values)
    language, file = _split(key[2])
    if "/" in language or not file or key[2].startswith("/"):
        raise CgpError("the name of a file is fileName or language/fileName", "There are no deeper directories")


def _find(place: str, names: Sequence[str] | None) -> Conversation:
    scope, domain, language = split_place(place)
    listed = (yield from files_of(scope, domain, [language]))[language]
    if isinstance(listed, CliError):
        raise NotFound(listed.code, listed.text, listed.verb)
    return {name: Found("environment file") for name in listed}


def _member(place: str, name: str) -> Key:
    scope, domain, language = split_place(place)
    return scope, domain, "%s/%s" % (language, name) if language else name


def _read(*key: str) -> Any:
    return command_for_place(ENVIRONMENT_COMMANDS[key[0]].read, key[1], fileName=key[2])


def _store(key: Key, content: bytes) -> Any:
    return [command_for_place(ENVIRONMENT_COMMANDS[key[0]].store, key[1], fileName=key[2], fileContent=content)]


PBX_FILE = Resource(
    noun="environment file",
    plural="environment files",
    list_option="files",
    key=(SCOPE, DOMAIN_NAME, Field("name", required=True)),
    facets=(content_facet(_read, environment_file_of_reply, _store),),
    find=_find,
    scope=lambda key: place_of(*key[:2], _split(key[2])[0]),
    scope_names=place_names,
    name=lambda key: _split(key[2])[1],
    member=_member,
    folded=str,
    folded_scope=fold_place,
    create=lambda key, values: _store(key, values.get("content") or b""),
    delete=lambda key, values: [command_for_place(ENVIRONMENT_COMMANDS[key[0]].delete_file, key[1], fileName=key[2])],
    check=_check_file,
    stock=listed_outside_of_domains(lambda language: LISTSTOCKPBXFILES(language=language or None)),
    purge=True,
    purge_where_wanted=True,
    from_file=from_file,
    within={"environment": lambda *key: [place_of(*key)]},
)
