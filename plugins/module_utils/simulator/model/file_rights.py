# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""File Access Rights: who besides the owner may do what with the files of an Account.

The manual says that such rights are granted to files and directories, but not how. In this simulator they are an
attribute of the file or of a directory that it lies in (UPDATESTORAGEFILEATTR), with the identifiers and letters of
Mailbox access rights (protocol.md section 6.4)::

    <accessRights><right key="ann">lr</right><right key="anyone@">l</right></accessRights>

l lists a directory, r reads, w writes, d deletes, a changes the attributes.
"""

from __future__ import annotations

import html
import re
from typing import Iterator

from ...connector.data import XML
from . import acl
from .account import Account
from .files import attribute_name, path

LOOKUP, READ, WRITE, DELETE, ADMIN = "lrwda"

_ATTRIBUTE = "accessRights"
_RIGHT = re.compile(r"""<right\s+key\s*=\s*(["'])([^"'<>]*)\1\s*>\s*([a-z]*)\s*</right\s*>""")


def has(owner: Account, account: Account, right: str, name: str) -> bool:
    """Whether ``account`` was granted a right on a file or directory of ``owner`` ("" is the top directory)."""
    return any(right in acl.rights_of(granted, owner, account) for granted in _granted(owner, name))


def _granted(owner: Account, name: str) -> Iterator[acl.Acl]:
    """The access control lists of a file or directory, which need not exist, and of all directories it lies in."""
    parts = path(name).split("/") if name.strip("/") else []
    for depth in range(1, len(parts) + 1):
        inner = "/".join(parts[:depth])
        entry = owner.files.directories.get(inner) or owner.files.files.get(inner)
        for element in entry.attributes if entry is not None else []:
            if attribute_name(element) == _ATTRIBUTE:
                yield _read(element)


def _read(element: XML) -> acl.Acl:
    return {html.unescape(found.group(2)): found.group(3) for found in _RIGHT.finditer(element.text)}
