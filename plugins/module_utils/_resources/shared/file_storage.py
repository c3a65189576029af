# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the File Storage of an Account is listed and read: the manual, File Storage Administration."""

from __future__ import annotations

from typing import Any, Sequence

from ..._cli.sections.file_storage import LISTSTORAGEFILES
from ..._engine.clarity import is_there
from ..._engine.dialogue import ask
from ..._engine.model import Conversation
from ...connector.errors import CgpError, NotFound


def list_towards(account: str, names: Sequence[str]) -> Conversation:
    """What is listed in the directories that lead to the names, from the top, as far as they exist."""
    listed: dict[str, Any] = {}
    for directory in sorted({parent for name in names for parent in _parents(name)}):
        if not directory or directory in listed:
            listed.update((yield from list_directory(account, directory)))
    return listed


def list_directory(account: str, directory: str) -> Conversation:
    """What lies in a directory ("" is the top) by its path, which ends with a slash if it is a directory, too."""
    command = LISTSTORAGEFILES(account, filePath=directory.rstrip("/") or None)
    try:
        listed = yield from ask(command)
    except NotFound as missing:
        if missing.what != "file" or (yield from is_there(command)) is False:
            raise
        return {}  # an Account that never stored a file may have no directory for them either
    plain = {name.strip("/"): value for name, value in listed.items()}
    return {
        directory + name + ("/" if isinstance(value, list) else ""): value
        for name, value in plain.items()
        if name not in ("", ".", "..")
    }


def _parents(name: str) -> list[str]:
    """The directories above a name, the top one as the empty string."""
    parts = name.strip("/").split("/")[:-1]
    return [""] + ["/".join(parts[: depth + 1]) + "/" for depth in range(len(parts))]


def content_of_reply(reply: Any) -> bytes:
    """READSTORAGEFILE: an array of the content, its time and its size."""
    if not isinstance(reply, list) or not reply or not isinstance(reply[0], bytes):
        raise CgpError("READSTORAGEFILE was answered with something else than a file")
    return bytes(reply[0])
