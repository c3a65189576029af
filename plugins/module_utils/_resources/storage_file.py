# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and directories of an Account's File Storage: the manual, File Storage Administration."""

from __future__ import annotations

from typing import Any, Sequence

from .._cli.sections.file_storage import (
    DELETESTORAGEFILE,
    LISTSTORAGEFILES,
    READSTORAGEFILE,
    READSTORAGEFILEATTR,
    RENAMESTORAGEFILE,
    UPDATESTORAGEFILEATTR,
    WRITESTORAGEFILE,
)
from .._engine import shapes
from .._engine.dialogue import ask
from .._engine.model import Conversation, Edit, Facet, Field, Found, Key, Resource, Values
from ..connector.data import XML
from ..connector.errors import CgpError
from .shared.file_attributes import ATTRIBUTES, load_attributes
from .shared.file_content import BASE64, TEXT, take_content

KIND = "storage file"


def _find(account: str, names: Sequence[str] | None) -> Conversation:
    found: dict[str, Found] = {}
    for path in (yield from list_towards(account, names or ())):
        found[path] = Found(KIND)
        if path.endswith("/"):
            found[path[:-1]] = Found("directory")
    return found


def list_towards(account: str, names: Sequence[str]) -> Conversation:
    """What is listed in the directories that lead to the names, from the top, as far as they exist."""
    listed: dict[str, Any] = {}
    for directory in sorted({parent for name in names for parent in _parents(name)}):
        if not directory or directory in listed:
            listed.update((yield from list_directory(account, directory)))
    return listed


def list_directory(account: str, directory: str) -> Conversation:
    """What lies in a directory ("" is the top) by its path, which ends with a slash if it is a directory, too."""
    listed = yield from ask(LISTSTORAGEFILES(account, filePath=directory.rstrip("/") or None))
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


def _is_directory(key: Key) -> bool:
    return key[1].endswith("/")


def load_content(reply: Any) -> bytes:
    """READSTORAGEFILE: an array of the content, its time and its size."""
    if not isinstance(reply, list) or not reply or not isinstance(reply[0], bytes):
        raise CgpError("READSTORAGEFILE was answered with something else than a file")
    return bytes(reply[0])


def _write(key: Key, edit: Edit) -> Any:
    """The whole file in one command: without an OFFSET the old one is replaced."""
    return [WRITESTORAGEFILE(*key, edit.after)]


def check_name(name: str) -> None:
    """Raises CgpError for a name that cannot be in a File Storage."""
    if name.startswith("/") or ".." in name.split("/"):
        raise CgpError("a name in the File Storage starts at its top and holds no ..")


def _check(key: Key, values: Values) -> None:
    check_name(key[1])
    if _is_directory(key) and "content" in values:
        raise CgpError("a directory (a name that ends with a slash) has no content")


def _write_attributes(key: Key, edit: Edit) -> Any:
    return [UPDATESTORAGEFILEATTR(*key, [XML(element) for element in edit.delta])]


STORAGE_FILE = Resource(
    noun=KIND,
    plural="storage files",
    list_option="files",
    key=(Field("account", required=True), Field("name", required=True)),
    facets=(
        Facet(
            "content",
            (TEXT, BASE64),
            shapes.CONTENT,
            read=READSTORAGEFILE,
            load=load_content,
            write=_write,
            take=take_content,
            created=True,
        ),
        Facet(
            "attributes",
            (Field("attributes", type="list", elements="str"),),
            ATTRIBUTES,
            read=READSTORAGEFILEATTR,
            load=load_attributes,
            write=_write_attributes,
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
