# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files and directories of an Account's File Storage, read and written: the manual, File Storage Administration."""

from __future__ import annotations

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
from .._engine.dialogue import ask
from .._engine.info import Info, Known, Objects, Reading
from .._engine.model import Conversation, Edit, Facet, Field, Found, Key, Resource, Values, label
from .._engine.side_by_side import together
from ..connector.data import XML
from ..connector.errors import CgpError, NotFound
from .shared.accounts_asked import ACCOUNTS_OR_DOMAINS, accounts_asked, in_each_account, unless_gone
from .shared.file_attributes import ATTRIBUTES, attributes_of_reply
from .shared.file_content import BASE64_CONTENT, TEXT_CONTENT, content_of_options, options_of_content
from .shared.file_storage import content_of_reply, list_directory, list_towards
from .shared.listed import of_accounts
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
    told=True,
)


# --- what can be read

CONTENT_BOUND = 65536
"""How large a file may be whose content is returned, unless the task says otherwise."""


def _objects(params: Mapping[str, Any]) -> Conversation:
    path = params["path"].rstrip("/")
    for name in params.get("names") or [path]:
        _check_name(name)
    where = path + "/" if path else ""
    accounts = yield from accounts_asked(params)
    told = yield from in_each_account(accounts, lambda account: _account(account, where, params))
    return of_accounts(told)


def _account(account: str, path: str, params: Mapping[str, Any]) -> Conversation:
    """The files of one Account. One that does not exist, or that has no such directory, is no error."""
    try:
        files = yield from _files(account, path, params)
    except NotFound:
        files = None
    told = None if files is None else (yield from unless_gone(account, _besides(account, path, params["include"])))
    if files is None or told is None:
        return Objects(missing=[label((account, path))])
    there = {spelt: value for spelt, value in files.values() if spelt}
    missing = [label((account, name)) for name, (spelt, _value) in files.items() if not spelt]
    return Objects(
        [_known(account, name, value) for name, value in there.items()], missing, {"name": account, **told}
    )


def _besides(account: str, path: str, include: Sequence[str]) -> Conversation:
    """What is told of the Account's storage itself."""
    told: dict[str, Any] = {}
    if "totals" in include:
        size, count, *_further = yield from ask(GETSTORAGEFILEINFO(account, filePath=path.rstrip("/") or None))
        told["totals"] = {"size": size, "files": count}
    if "subscription" in include:
        told["subscription"] = yield from ask(GETFILESUBSCRIPTION(account))
    return told


def _files(account: str, path: str, params: Mapping[str, Any]) -> Conversation:
    """``{name: (name as it is listed, what is told)}`` of the files named, or of what is in a directory.

    None if there is no such directory.
    """
    names = params.get("names")
    if names is not None:
        listed = yield from list_towards(account, [*names, ""])
        return {name: _named(name, listed) for name in names}
    if path and path not in (yield from list_towards(account, [path])):
        return None
    listed = yield from _list_all(account, path, params["recursive"])
    return {name: (name, value) for name, value in sorted(listed.items())}


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


def _named(name: str, listed: Mapping[str, Any]) -> tuple[str, Any]:
    """A file or directory that is asked for, no name if it is not there; a directory's slash may be left out."""
    for spelling in (name, name + "/"):
        if spelling in listed:
            return spelling, listed[spelling]
    return "", None


def _known(account: str, name: str, value: Any) -> Known:
    """What the listing says: the manual names none of the facts it tells of a file. A directory has no content."""
    if name.endswith("/"):
        return Known((account, name), {"content": None}, {"directory": True})
    return Known((account, name), facts={"directory": False, "summary": value})


def _asked(params: Mapping[str, Any]) -> Sequence[Reading]:
    """Half a file is no use to anybody."""
    bound = params["max_content"]

    def whole(reply: Any) -> bytes:
        if reply[2] > bound:
            raise CgpError("it has %d bytes, and max_content is %d" % (reply[2], bound))
        return content_of_reply(reply)

    return [
        Reading(
            "content",
            lambda account, name: READSTORAGEFILE(account, name, sliceSize=bound),
            whole,
            facts=lambda reply: {"modified": reply[1], "size": reply[2]},
        )
    ]


STORAGE_FILE_INFO = Info(
    noun=KIND,
    result="files",
    resource=STORAGE_FILE,
    objects=_objects,
    others=("totals", "subscription"),
    fields=(
        *ACCOUNTS_OR_DOMAINS,
        Field("path", default=""),
        Field("recursive", type="bool", default=False),
        Field("names", type="list", elements="str"),
        Field("max_content", type="int", default=CONTENT_BOUND),
    ),
    asked=_asked,
)
