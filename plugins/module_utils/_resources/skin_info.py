# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be read of Web Skins: the manual, Web Skins Administration."""

from __future__ import annotations

from functools import partial
from typing import Any, Mapping

from .._cli.sections.web_skin import LISTSTOCKSKINFILES, READSTOCKSKINFILE
from .._engine.info import inquiry
from .._engine.model import Conversation, Field
from ..connector.errors import CgpError, NotFound
from .shared.file_set import CONTENTS, FileSet, tell
from .shared.places import DOMAIN, SCOPE_OR_STOCK, STOCK, command, require_domain
from .skin import COMMANDS, skins_of
from .skin_files import load_file

_FILES = {STOCK: (LISTSTOCKSKINFILES, READSTOCKSKINFILE)}
_FILES.update((scope, (commands.files, commands.read)) for scope, commands in COMMANDS.items())


def _skin(scope: str, domain: str, name: str, certain: bool) -> FileSet:
    listing, read = _FILES[scope]
    of_skin = partial(command, read, domain, skinName=name)
    return FileSet(
        {"name": name}, command(listing, domain, skinName=name), lambda file: of_skin(fileName=file), certain
    )


def _skins(scope: str, domain: str, names: Any) -> Conversation:
    """The Skins named, or all that there are."""
    try:
        there = yield from skins_of(scope, domain)
    except NotFound:
        if names is None:
            raise
        there = []
    skins = [_skin(scope, domain, name, certain=True) for name in (there if names is None else names)]
    return [skin if skin.known["name"] in there else FileSet(skin.known, None, skin.read) for skin in skins]


def _ask(params: Mapping[str, Any]) -> Conversation:
    scope, domain, names = params["scope"], params.get("domain") or "", params.get("names")
    require_domain(scope, domain)
    if scope != STOCK:
        skins = yield from _skins(scope, domain, names)
    elif names is None:
        raise CgpError("the built-in Skins cannot be listed", "Name them in names")
    else:
        skins = [_skin(scope, domain, name, certain=False) for name in names]
    return {"skins": (yield from tell(skins, params["contents"], load_file))}


SKIN_INFO = inquiry((SCOPE_OR_STOCK, DOMAIN, Field("names", type="list", elements="str"), CONTENTS), _ask)
