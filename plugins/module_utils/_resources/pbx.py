# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real-Time Application Environments, and what can be read of them: the manual, Real-Time Application Administration.

The empty language is the environment itself. No command lists environments, and nobody knows with which codes servers
refuse unknown ones: one whose files the server refuses to list is taken for missing, if its Domain is there.
"""

from __future__ import annotations

from typing import Any, Mapping, Sequence

from .._cli.sections.pbx_application import LISTSTOCKPBXFILES, READSTOCKPBXFILE
from .._engine.info import Info
from .._engine.model import Conversation, Field, Found, Key, Resource, Values
from ..connector.errors import CgpError, CliError
from .shared.across_domains import DOMAINS, across_domains
from .shared.environments import ENVIRONMENT_COMMANDS, environment_file_of_reply, files_of
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


def _find_environments(place: str, languages: Sequence[str] | None) -> Conversation:
    scope, domain, _nothing = split_place(place)
    files = yield from files_of(scope, domain, list(dict.fromkeys(languages or ())))
    return {language: Found("environment") for language, listed in files.items() if not isinstance(listed, CliError)}


def _create(key: Key, values: Values) -> Any:
    """Only the command for a Domain can be without a language; the others are given an empty one."""
    scope, domain, language = key
    return [
        command_for_place(ENVIRONMENT_COMMANDS[scope].create, domain, language=language or (None if domain else ""))
    ]


def _delete(key: Key, values: Values) -> Any:
    scope, domain, language = key
    if not language:
        raise CgpError("only a national subset can be deleted", "Its files can be purged with cgp_pbx_files")
    return [command_for_place(ENVIRONMENT_COMMANDS[scope].delete, domain, language=language)]


def _check(key: Key, values: Values) -> None:
    check_place(key, values)
    if "/" in key[2]:
        raise CgpError("language is the name of a national subset, which holds no slash", "Give one such as french")


PBX = Resource(
    noun="environment",
    plural="environments",
    list_option="environments",
    key=(SCOPE, DOMAIN_NAME, Field("language")),
    find=_find_environments,
    scope=lambda key: place_of(*key[:2]),
    member=lambda place, language: (*split_place(place)[:2], language),
    folded=str,
    create=_create,
    delete=_delete,
    check=_check,
    protected=("",),
    within=PLACES,
    find_all=lambda place: _find_environments(place, [""]),
    told=True,
)


# --- what can be read

_FILES = {STOCK: (LISTSTOCKPBXFILES, READSTOCKPBXFILE)}
_FILES.update((scope, (commands.files, commands.read)) for scope, commands in ENVIRONMENT_COMMANDS.items())


def _environment(scope: str, domain: str, language: str) -> FileSet:
    listing, read = _FILES[scope]
    before = language + "/" if language else ""
    return FileSet(
        language,
        command_for_place(listing, domain, language=language or None),
        lambda file: command_for_place(read, domain, fileName=before + file),
    )


def _environments(params: Mapping[str, Any]) -> Conversation:
    scope, domain = params["scope"], params.get("domain") or ""
    require_domain(scope, domain)
    environments = [_environment(scope, domain, language) for language in dict.fromkeys(params["languages"])]
    return objects("language", (scope, domain), environments, params["contents"], environment_file_of_reply)


PBX_INFO = Info(
    noun="environment",
    result="environments",
    resource=PBX,
    objects=across_domains(_environments, instead=("domain",)),
    fields=(
        SCOPE_OR_STOCK,
        DOMAIN_NAME,
        DOMAINS,
        Field("languages", type="list", elements="str", default=[""]),
        CONTENTS,
    ),
)
