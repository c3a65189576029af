# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be read of Accounts' File Storages: the manual, File Storage Administration."""

from __future__ import annotations

import base64
from typing import Any, Mapping

from .._cli.sections.file_storage import GETFILESUBSCRIPTION, GETSTORAGEFILEINFO, READSTORAGEFILE, READSTORAGEFILEATTR
from .._engine.dialogue import ask, together
from .._engine.info import inquiry
from .._engine.model import Conversation, Field
from ..connector.errors import NotFound
from .shared.file_attributes import load_attributes
from .storage_file import check_name, list_directory, list_towards, load_content

CONTENT_BOUND = 65536
"""How large a file may be whose content is returned, unless the task says otherwise."""


def _ask(params: Mapping[str, Any]) -> Conversation:
    path = params["path"].rstrip("/")
    names = params.get("names")
    for name in names or [path]:
        check_name(name)
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
        size, count = yield from ask(GETSTORAGEFILEINFO(account, filePath=path.rstrip("/") or None))
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
    content = load_content(reply)
    file.update(modified=reply[1], size=reply[2])
    if reply[2] > bound:
        return
    try:
        file["content"] = content.decode("utf-8")
    except UnicodeDecodeError:
        file["content_base64"] = base64.b64encode(content).decode("ascii")


def _add_attributes(account: str, file: dict[str, Any]) -> Conversation:
    file["attributes"] = load_attributes((yield from ask(READSTORAGEFILEATTR(account, file["name"]))))


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
