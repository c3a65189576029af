# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and directories of an Account's File Storage: the manual, File Storage Administration."""

from __future__ import annotations

import base64
import binascii
from typing import Any, Sequence

from ..cli.sections.file_storage import (
    DELETESTORAGEFILE,
    LISTSTORAGEFILES,
    READSTORAGEFILE,
    RENAMESTORAGEFILE,
    WRITESTORAGEFILE,
)
from ..connector.errors import CgpError
from ..engine import shapes
from ..engine.dialogue import ask
from ..engine.model import Conversation, Edit, Facet, Field, Found, Key, Resource, Values

KIND = "storage file"


def _find(account: str, names: Sequence[str] | None) -> Conversation:
    """Lists the directories that lead to the names, from the top, as far as they exist."""
    found: dict[str, Found] = {}
    for directory in sorted({parent for name in names or () for parent in _parents(name)}):
        if directory and directory not in found:
            continue
        listed = yield from ask(LISTSTORAGEFILES(account, filePath=directory.rstrip("/") or None))
        for name, value in listed.items():
            path = directory + name.strip("/")
            if isinstance(value, list):
                found[path + "/"] = Found(KIND)
                found[path] = Found("directory")
            else:
                found[path] = Found(KIND)
    return found


def _parents(name: str) -> list[str]:
    """The directories above a name, the top one as the empty string."""
    parts = name.strip("/").split("/")[:-1]
    return [""] + ["/".join(parts[: depth + 1]) + "/" for depth in range(len(parts))]


def _is_directory(key: Key) -> bool:
    return key[1].endswith("/")


def _content(values: Values) -> bytes:
    """The bytes that the file is to hold."""
    if len(values) > 1:
        raise CgpError("content and content_base64 do not go together", "Give one of them")
    ((name, value),) = values.items()
    try:
        if name == "content":
            return str(value).encode("utf-8")
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        raise CgpError("not UTF-8 text" if name == "content" else "%s is not Base64" % name) from None


def _load(reply: Any) -> Any:
    """READSTORAGEFILE: an array of the content, its time and its size."""
    if not isinstance(reply, list) or not reply or not isinstance(reply[0], bytes):
        raise CgpError("READSTORAGEFILE was answered with something else than a file")
    return reply[0]


def _write(key: Key, edit: Edit) -> Any:
    """The whole file in one command: without an OFFSET the old one is replaced."""
    return [WRITESTORAGEFILE(*key, edit.after)]


def _check(key: Key, values: Values) -> None:
    name = key[1]
    if name.startswith("/") or ".." in name.split("/"):
        raise CgpError("a name in the File Storage starts at its top and holds no ..")
    if _is_directory(key) and "content" in values:
        raise CgpError("a directory (a name that ends with a slash) has no content")


STORAGE_FILE = Resource(
    noun=KIND,
    plural="storage files",
    list_option="files",
    key=(Field("account", required=True), Field("name", required=True)),
    facets=(
        Facet(
            "content",
            (Field("content"), Field("content_base64")),
            shapes.CONTENT,
            read=READSTORAGEFILE,
            load=_load,
            write=_write,
            take=_content,
            created=True,
        ),
    ),
    find=_find,
    scope=lambda key: key[0],
    folded=str,
    create=lambda key, values: [WRITESTORAGEFILE(*key, values.get("content") or b"")],
    rename=lambda old, new, values: [RENAMESTORAGEFILE(*old, new[1])],
    delete=lambda key, values: [DELETESTORAGEFILE(*key)],
    check=_check,
)
