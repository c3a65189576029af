# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be read of Real-Time Application Environments: the manual, Real-Time Application Administration."""

from __future__ import annotations

from typing import Any, Mapping

from .._cli.sections.pbx_application import LISTSTOCKPBXFILES, READSTOCKPBXFILE
from .._engine.info import inquiry
from .._engine.model import Conversation, Field
from .shared.file_set import CONTENTS, FileSet, tell
from .pbx import COMMANDS
from .pbx_files import load_file
from .shared.places import DOMAIN, SCOPE_OR_STOCK, STOCK, command, require_domain

_FILES = {STOCK: (LISTSTOCKPBXFILES, READSTOCKPBXFILE)}
_FILES.update((scope, (commands.files, commands.read)) for scope, commands in COMMANDS.items())


def _environment(scope: str, domain: str, language: str) -> FileSet:
    listing, read = _FILES[scope]
    before = language + "/" if language else ""
    return FileSet(
        {"language": language},
        command(listing, domain, language=language or None),
        lambda file: command(read, domain, fileName=before + file),
    )


def _ask(params: Mapping[str, Any]) -> Conversation:
    scope, domain = params["scope"], params.get("domain") or ""
    require_domain(scope, domain)
    environments = [_environment(scope, domain, language) for language in params["languages"]]
    return {"environments": (yield from tell(environments, params["contents"], load_file))}


PBX_INFO = inquiry(
    (SCOPE_OR_STOCK, DOMAIN, Field("languages", type="list", elements="str", default=[""]), CONTENTS), _ask
)
