# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sets of files by name: what Skins and Real-Time Application Environments have in common.

At every level (a Domain, the server, the cluster, what is built in) there is an unnamed set, and there may be named
ones beside it: named Skins beside the unnamed one, national subsets beside the files of an environment.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Mapping

from ...connector.data import Timestamp
from ..answers.refusals import bad_parameters, exists, impossible, unknown

UNNAMED = ""

_LONGEST_SET_NAME = 128
_LONGEST_FILE_NAME = 1024


@dataclass
class PlainFile:
    """The content of a file and when it was stored."""

    content: bytes
    modified: Timestamp

    def attributes(self) -> dict[str, Any]:
        """The file attributes of listings; the manual names none, so their keys are this simulator's choice."""
        return {"Modified": self.modified, "Size": len(self.content)}


@dataclass
class FileSet:
    """Files by name; upper and lower case letters differ."""

    files: dict[str, PlainFile] = field(default_factory=dict, metadata={"of": PlainFile})

    def listing(self) -> dict[str, Any]:
        """The attributes of all files by name."""
        return {name: stored.attributes() for name, stored in self.files.items()}

    def file(self, name: str) -> PlainFile:
        found = self.files.get(name)
        if found is None:
            raise unknown("file")
        return found

    def store(self, name: str, content: bytes, now: Timestamp) -> None:
        """Put a file in, in place of the one with its name."""
        if not legal_file_name(name):
            raise bad_parameters("illegal file name")
        self.files[name] = PlainFile(content, now)

    def delete(self, name: str) -> None:
        self.file(name)
        del self.files[name]


@dataclass
class FileSets:
    """The unnamed set and the named ones of one level."""

    kind: ClassVar[str] = "file set"
    unnamed_kind: ClassVar[str] = "unnamed file set"

    sets: dict[str, FileSet] = field(default_factory=dict, metadata={"of": FileSet})

    def names(self) -> list[str]:
        return sorted(self.sets)

    def get(self, name: str) -> FileSet:
        found = self.sets.get(name)
        if found is None:
            raise unknown(self._kind(name))
        return found

    def create(self, name: str, unnamed_first: bool = False) -> None:
        """Make a set. ``unnamed_first``: a named one needs the unnamed one."""
        if name != UNNAMED and not _legal_set_name(name):
            raise bad_parameters("illegal name of a %s" % self.kind)
        if name in self.sets:
            raise exists(self._kind(name))
        if unnamed_first and name != UNNAMED and UNNAMED not in self.sets:
            raise impossible("the %s must be created first" % self.unnamed_kind)
        self.sets[name] = FileSet()

    def rename(self, name: str, new_name: str) -> None:
        """Give a named set another name."""
        self.get(name)
        if UNNAMED in (name, new_name):
            raise impossible("only named sets can be renamed, and only to another name")
        if not _legal_set_name(new_name):
            raise bad_parameters("illegal name of a %s" % self.kind)
        if new_name in self.sets:
            raise exists(self.kind)
        self.sets[new_name] = self.sets.pop(name)

    def delete(self, name: str, unnamed_last: bool = False) -> None:
        """Let a set go with all its files. ``unnamed_last``: the unnamed one only where there is no named one."""
        self.get(name)
        if unnamed_last and name == UNNAMED and len(self.sets) > 1:
            raise impossible("there are still named ones beside the %s" % self.unnamed_kind)
        del self.sets[name]

    def _kind(self, name: str) -> str:
        return self.kind if name != UNNAMED else self.unnamed_kind


def built_in(sets: Mapping[str, Mapping[str, bytes]], when: Timestamp) -> dict[str, FileSet]:
    """Sets from the contents of their files."""
    return {
        name: FileSet({file_name: PlainFile(content, when) for file_name, content in files.items()})
        for name, files in sets.items()
    }


def legal_file_name(name: str) -> bool:
    """Whether a file can have this name, which may have directories in it but cannot lead out of its set."""
    parts = name.split("/")
    return len(name) <= _LONGEST_FILE_NAME and all(parts) and not {".", ".."} & set(parts) and _printable(name)


def _legal_set_name(name: str) -> bool:
    return 0 < len(name) <= _LONGEST_SET_NAME and "/" not in name and not name.startswith(".") and _printable(name)


def _printable(name: str) -> bool:
    return all(character >= " " and character != "\x7f" for character in name)
