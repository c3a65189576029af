# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The File Storage of one Account: files and directories by path (manual, File Storage Administration)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Iterable

from ...connector.data import XML, Timestamp
from ..answers.refusals import bad_parameters, exists, impossible, is_directory, unknown

_LONGEST = 1024
_ELEMENT = re.compile(r"<\s*([^\s/>]+)")


@dataclass
class StoredFile:
    """One file; ``attributes`` are XML elements."""

    content: bytes = b""
    created: Timestamp | None = None
    modified: Timestamp | None = None
    attributes: list[XML] = field(default_factory=list)

    def info(self) -> dict[str, Any]:
        """The dictionary of LISTSTORAGEFILES; its keys are this simulator's choice."""
        return {"Created": self.created, "Modified": self.modified, "Size": len(self.content)}


@dataclass(frozen=True)
class Limits:
    """How much a File Storage may hold: bytes in all, files, bytes in one file; None is no limit."""

    size: int | None = None
    files: int | None = None
    file_size: int | None = None


@dataclass
class Directory:
    """A file directory that was made by name; directories of existing files need no entry."""

    attributes: list[XML] = field(default_factory=list)


@dataclass
class FileStorage:
    """All files of one Account; paths have no leading slash, those of directories none at the end either.

    Directories on the way to a file come into being with it, and stay when it goes.
    """

    files: dict[str, StoredFile] = field(default_factory=dict, metadata={"of": StoredFile})
    directories: dict[str, Directory] = field(default_factory=dict, metadata={"of": Directory})
    subscription: list[str] = field(default_factory=list)

    def file(self, name: str) -> StoredFile:
        found = self.files.get(path(name))
        if path(name) in self.directories:
            raise is_directory()
        if found is None or is_directory_name(name):
            raise unknown("file")
        return found

    def entry(self, name: str) -> StoredFile | Directory:
        """A file, or for a name that ends in "/" a directory."""
        if not is_directory_name(name):
            return self.file(name)
        directory = self.directories.get(path(name))
        if directory is None:
            raise unknown("file directory")
        return directory

    def read(self, name: str, offset: int, size: int | None) -> bytes:
        """A slice of a file; it is shorter, or empty, where the file ends."""
        if offset < 0 or (size is not None and size < 0):
            raise bad_parameters("OFFSET and SIZE cannot be negative")
        content = self.file(name).content
        return content[offset:] if size is None else content[offset:offset + size]

    def write(self, name: str, data: bytes, offset: int | str | None, now: Timestamp, limits: Limits) -> None:
        """Store ``data``; ``offset`` is a position, BEG, END, NEW or None as WRITESTORAGEFILE describes them."""
        name = path(name)
        if name in self.directories:
            raise is_directory()
        old = self.files.get(name)
        content = _written(old.content if old else None, data, offset)
        self._require_room(old, len(content), limits)
        self._make_directories(name)
        kept = old if old is not None and offset not in (None, 0) else StoredFile(created=now)
        kept.content, kept.modified = content, now
        self.files[name] = kept

    def make_directory(self, name: str) -> None:
        name = path(name)
        if name in self.files:
            raise exists("file")
        if name in self.directories:
            raise exists("file directory")
        self._make_directories(name)
        self.directories[name] = Directory()

    def delete(self, name: str) -> None:
        """Remove a file, or a directory that is empty."""
        self.entry(name)
        if not is_directory_name(name):
            del self.files[path(name)]
            return
        if self._below(self.files, path(name)) or self._below(self.directories, path(name)):
            raise impossible("the file directory is not empty")
        del self.directories[path(name)]

    def rename(self, name: str, new: str) -> None:
        """Move a file, or a directory with all in it; nothing may have the new name."""
        self.entry(name)
        old, target = path(name), path(new)
        if is_directory_name(new) and not is_directory_name(name):
            raise bad_parameters("a file cannot become a file directory")
        if target in self.files or target in self.directories:
            raise exists("file")
        if target.startswith(old + "/"):
            raise impossible("a file directory cannot be moved into itself")
        self._make_directories(target)
        for file_name in [old] * (old in self.files) + self._below(self.files, old):
            self.files[target + file_name[len(old):]] = self.files.pop(file_name)
        for directory in [old] * (old in self.directories) + self._below(self.directories, old):
            self.directories[target + directory[len(old):]] = self.directories.pop(directory)

    def listing(self, directory: str) -> dict[str, Any]:
        """What lies directly in ``directory`` ("" is the top): file information, () for subdirectories."""
        if directory and directory not in self.directories:
            raise unknown("file directory")
        prefix = directory + "/" if directory else ""
        found: dict[str, Any] = {}
        for name in self.directories:
            if name.startswith(prefix) and "/" not in name[len(prefix):]:
                found[name[len(prefix):]] = []
        for name, entry in self.files.items():
            if name.startswith(prefix) and "/" not in name[len(prefix):]:
                found[name[len(prefix):]] = entry.info()
        return found

    def totals(self, directory: str) -> tuple[int, int]:
        """The size in bytes and the number of all files in ``directory`` and below it ("" is the top)."""
        if directory and directory not in self.directories:
            raise unknown("file directory")
        names = self._below(self.files, directory) if directory else list(self.files)
        return sum(len(self.files[name].content) for name in names), len(names)

    def _require_room(self, old: StoredFile | None, size: int, limits: Limits) -> None:
        """Refuse a file of ``size`` bytes in the place of ``old`` that the limits forbid; none forbids to shrink."""
        growth = size - (len(old.content) if old is not None else 0)
        if growth > 0 and limits.file_size is not None and size > limits.file_size:
            raise impossible("the file is too large")
        if growth > 0 and limits.size is not None and self.totals("")[0] + growth > limits.size:
            raise impossible("the file storage is full")
        if old is None and limits.files is not None and len(self.files) >= limits.files:
            raise impossible("the file storage cannot hold more files")

    def _make_directories(self, name: str) -> None:
        parts = name.split("/")[:-1]
        outer = ["/".join(parts[:depth]) for depth in range(1, len(parts) + 1)]
        if any(directory in self.files for directory in outer):
            raise exists("file")
        for directory in outer:
            self.directories.setdefault(directory, Directory())

    @staticmethod
    def _below(entries: Iterable[str], directory: str) -> list[str]:
        return [name for name in entries if name.startswith(directory + "/")]


def is_directory_name(name: str) -> bool:
    """A name that ends in a slash means a file directory."""
    return name.endswith("/")


def path(name: str) -> str:
    """The legal path for a file or directory name; "." and ".." have no meaning here and are refused."""
    stripped = name.strip("/")
    parts = stripped.split("/")
    if len(name) > _LONGEST or not all(parts) or {".", ".."} & set(parts) or any(c < " " for c in name):
        raise bad_parameters("illegal file name")
    return stripped


def attribute_name(element: XML) -> str:
    """The name of an attribute: that of its XML element."""
    match = _ELEMENT.match(element.text)
    return match.group(1) if match else ""


def _written(old: bytes | None, data: bytes, offset: int | str | None) -> bytes:
    """The new content of a file whose content is ``old`` (None: there is no such file)."""
    if offset is None or offset == 0:
        return data
    if offset == "NEW":
        if old is not None:
            raise exists("file")
        return data
    if offset == "END":
        return (old or b"") + data
    if old is None:
        raise unknown("file")
    position = 0 if offset == "BEG" else offset
    if not isinstance(position, int) or not 0 <= position <= len(old):
        raise bad_parameters("OFFSET lies outside the file")
    return old[:position] + data + old[position + len(data):]
