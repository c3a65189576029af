# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and directories of an Account's File Storage, read and written: the manual, File Storage Administration."""

from __future__ import annotations

import base64
from typing import Any, Mapping, Sequence

from .._cli.sections.file_storage import (
    DELETESTORAGEFILE,
    GETFILESUBSCRIPTION,
    GETSTORAGEFILEINFO,
    READSTORAGEFILE,
    READSTORAGEFILEATTR,
    RENAMESTORAGEFILE,
    UPDATESTORAGEFILEATTR,
    WRITESTORAGEFILE,
)
from .._engine import shapes
from .._engine.dialogue import ask, together
from .._engine.info import inquiry
from .._engine.model import Conversation, Edit, Facet, Field, Found, Key, Resource, Values
from ..connector.data import XML
from ..connector.errors import CgpError, NotFound
from .shared.file_attributes import ATTRIBUTES, attributes_of_reply
from .shared.file_content import BASE64_CONTENT, TEXT_CONTENT, content_of_options, options_of_content
from .shared.file_storage import content_of_reply, list_directory, list_towards
from .shared.options import ACCOUNT_NAME

KIND = "storage file"


def _find(account: str, names: Sequence[str] | None) -> Conversation:
    found: dict[str, Found] = {}
    for path in (yield from list_towards(account, names or ())):
        found[path] = Found(KIND)
        if path.endswith("/"):
            found[path[:-1]] = Found("directory")
    return found


def _find_all(account: str) -> Conversation:
    """All files, and those directories that hold nothing: of a directory there is nothing else to be said."""
    listed = yield from _list_all(account, "", True)
    parents = {name[: name.rstrip("/").rfind("/") + 1] for name in listed}
    nothing = {"content": None, "attributes": ()}
    return {
        name: Found(KIND, nothing if name.endswith("/") else {}) for name in listed if name not in parents
    }


def _is_directory(key: Key) -> bool:
    return key[1].endswith("/")


def _write(key: Key, edit: Edit) -> Any:
    """The whole file in one command: without an OFFSET the old one is replaced."""
    return [WRITESTORAGEFILE(*key, edit.after)]


def _check_name(name: str) -> None:
    """Raises CgpError for a name that cannot be in a File Storage."""
    if name.startswith("/") or ".." in name.split("/"):
        raise CgpError("a name in the File Storage starts at its top and holds no ..")


def _check(key: Key, values: Values) -> None:
    _check_name(key[1])
    if _is_directory(key) and "content" in values:
        raise CgpError("a directory (a name that ends with a slash) has no content")


def _write_attributes(key: Key, edit: Edit) -> Any:
    return [UPDATESTORAGEFILEATTR(*key, [XML(element) for element in edit.delta])]


STORAGE_FILE = Resource(
    noun=KIND,
    plural="storage files",
    list_option="files",
    key=(ACCOUNT_NAME, Field("name", required=True)),
    facets=(
        Facet(
            "content",
            (TEXT_CONTENT, BASE64_CONTENT),
            shapes.CONTENT,
            read=READSTORAGEFILE,
            from_reply=content_of_reply,
            write=_write,
            from_options=content_of_options,
            to_options=options_of_content,
            listed="content",
            created=True,
        ),
        Facet(
            "attributes",
            (Field("attributes", type="list", elements="str"),),
            ATTRIBUTES,
            read=READSTORAGEFILEATTR,
            from_reply=attributes_of_reply,
            write=_write_attributes,
            listed="attributes",
        ),
    ),
    find=_find,
    scope=lambda key: key[0],
    member=lambda scope, name: (scope, name),
    folded=str,
    create=lambda key, values: [WRITESTORAGEFILE(*key, values.get("content") or b"")],
    rename=lambda old, new, values: [RENAMESTORAGEFILE(*old, new[1])],
    delete=lambda key, values: [DELETESTORAGEFILE(*key)],
    check=_check,
    within={"account": lambda name: [name]},
    find_all=_find_all,
)


# --- what can be read

CONTENT_BOUND = 65536
"""How large a file may be whose content is returned, unless the task says otherwise."""


def _ask(params: Mapping[str, Any]) -> Conversation:
    path = params["path"].rstrip("/")
    names = params.get("names")
    for name in names or [path]:
        _check_name(name)
    where = path + "/" if path else ""
    accounts = yield from together(_account(account, where, params) for account in params["accounts"])
    return {"accounts": accounts}


def _account(account: str, path: str, params: Mapping[str, Any]) -> Conversation:
    """One Account. One that does not exist, or that has no such directory, is no error."""
    include = params["include"]
    try:
        files = yield from _files(account, path, params)
    except NotFound:
        files = None
    if files is None:
        return {"name": account, "exists": False}
    told: dict[str, Any] = {"name": account, "exists": True, "files": files}
    there = [file for file in files if file["exists"]]
    if "content" in include:
        plain_files = [file for file in there if not file["directory"]]
        yield from together(_add_content(account, file, params["max_content"]) for file in plain_files)
    if "attributes" in include:
        yield from together(_add_attributes(account, file) for file in there)
    if "totals" in include:
        size, count, *_further = yield from ask(GETSTORAGEFILEINFO(account, filePath=path.rstrip("/") or None))
        told["totals"] = {"size": size, "files": count}
    if "subscription" in include:
        told["subscription"] = yield from ask(GETFILESUBSCRIPTION(account))
    return told


def _files(account: str, path: str, params: Mapping[str, Any]) -> Conversation:
    """The files named, or what is in a directory; None if there is no such directory."""
    names = params.get("names")
    if names is not None:
        listed = yield from list_towards(account, [*names, ""])
        return [_named(name, listed) for name in names]
    if path and path not in (yield from list_towards(account, [path])):
        return None
    listed = yield from _list_all(account, path, params["recursive"])
    return [_described(name, value) for name, value in sorted(listed.items())]


def _list_all(account: str, path: str, recursive: bool) -> Conversation:
    """What lies in a directory, and in those inside of it, level by level."""
    found: dict[str, Any] = {}
    level = [path]
    while level:
        inside: dict[str, Any] = {}
        for listed in (yield from together(list_directory(account, directory) for directory in level)):
            inside.update(listed)
        found.update(inside)
        level = [name for name in inside if recursive and name.endswith("/")]
    return found


def _named(name: str, listed: Mapping[str, Any]) -> dict[str, Any]:
    """A file or directory that is asked for; a directory's slash may be left out."""
    for spelling in (name, name + "/"):
        if spelling in listed:
            return _described(spelling, listed[spelling])
    return {"name": name, "exists": False}


def _described(name: str, value: Any) -> dict[str, Any]:
    """What the listing says: the manual names none of the facts it tells of a file."""
    directory = name.endswith("/")
    described = {"name": name, "exists": True, "directory": directory}
    return described if directory else {**described, "summary": value}


def _add_content(account: str, file: dict[str, Any], bound: int) -> Conversation:
    """The content as the options of the module that writes files take it. Half a file is no use to anybody."""
    reply = yield from ask(READSTORAGEFILE(account, file["name"], sliceSize=bound))
    content = content_of_reply(reply)
    file.update(modified=reply[1], size=reply[2])
    if reply[2] > bound:
        return
    try:
        file["content"] = content.decode("utf-8")
    except UnicodeDecodeError:
        file["content_base64"] = base64.b64encode(content).decode("ascii")


def _add_attributes(account: str, file: dict[str, Any]) -> Conversation:
    file["attributes"] = attributes_of_reply((yield from ask(READSTORAGEFILEATTR(account, file["name"]))))


STORAGE_FILE_INFO = inquiry(
    fields=(
        Field("accounts", type="list", elements="str", required=True),
        Field("path", default=""),
        Field("recursive", type="bool", default=False),
        Field("names", type="list", elements="str"),
        Field(
            "include",
            type="list",
            elements="str",
            choices=("content", "attributes", "totals", "subscription"),
            default=[],
        ),
        Field("max_content", type="int", default=CONTENT_BOUND),
    ),
    ask=_ask,
)
