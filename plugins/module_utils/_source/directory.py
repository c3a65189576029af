# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A directory that is written as a whole: beside it first, and only what differs is put in its place.

Whoever looks finds each file old or new, and all of them old until the last of the new has been written.
"""

from __future__ import annotations

import contextlib
import filecmp
import os
import shutil
import tempfile
from typing import Collection, Iterator

from ..connector.errors import CgpError

_PRIVATE_FILE, _PRIVATE_DIRECTORY = 0o600, 0o700
_LONGEST = 255
"""How many bytes a name may have on most file systems."""


def _missing(directory: str) -> Iterator[str]:
    """The directories that are to be made, from the innermost on."""
    while not os.path.lexists(directory):
        yield directory
        directory = os.path.dirname(directory)


class NewContent:
    """What a directory is to hold. A context manager, after which what it has written beside is gone.

    ``mark``: a file that each such directory has: where others are without it, nothing is written. ``option``: the one
    that names the directory, for errors. ``left``: files that may be there, and are left alone. Raises CgpError for
    what cannot be written.
    """

    def __init__(self, path: str, option: str, mark: str, left: Collection[str] = ()) -> None:
        self.path = os.path.abspath(path)
        self.option = option
        self._left = left
        self._refuse_foreign(mark)
        self._beside = ""
        self._made = list(_missing(os.path.dirname(self.path)))
        self._names: set[str] = set()

    def __enter__(self) -> NewContent:
        try:
            os.makedirs(os.path.dirname(self.path), exist_ok=True)
            self._beside = tempfile.mkdtemp(prefix=".%s-" % os.path.basename(self.path), dir=os.path.dirname(self.path))
        except OSError as error:
            raise self._unwritable(error) from error
        return self

    def __exit__(self, *_error: object) -> None:
        shutil.rmtree(self._beside, ignore_errors=True)
        for directory in self._made:  # where nothing was put in place, as in check mode, nothing is left
            with contextlib.suppress(OSError):
                os.rmdir(directory)

    def takes(self, name: str) -> bool:
        """Whether there can be a file of this name: none of its parts too long, and no file where a directory is."""
        parts = name.split("/")
        paths = [os.path.join(self._beside, *parts[:depth]) for depth in range(1, len(parts) + 1)]
        return (
            all(len(part.encode("utf-8")) <= _LONGEST for part in parts)
            and not any(map(os.path.isfile, paths[:-1]))
            and not os.path.isdir(paths[-1])
        )

    def append(self, name: str, content: bytes) -> None:
        """Adds to a file, which is made if there is none; the name has slashes."""
        self._names.add(name)
        path = os.path.join(self._beside, *name.split("/"))
        try:
            os.makedirs(os.path.dirname(path), _PRIVATE_DIRECTORY, exist_ok=True)
            with open(os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, _PRIVATE_FILE), "ab") as file:
                file.write(content)
        except OSError as error:
            raise self._unwritable(error) from error

    def differing(self) -> list[str]:
        """The names of the files that are new, other than they are, or to go."""
        there = set(self._there())
        new = [name for name in self._names if name not in there or not self._is_same(name)]
        return sorted([*new, *(there - self._names)])

    def put_in_place(self) -> None:
        """Makes the directory so. Of what is as it should be nothing is touched."""
        try:
            for name in self.differing():
                path = os.path.join(self.path, *name.split("/"))
                if name in self._names:
                    os.makedirs(os.path.dirname(path), _PRIVATE_DIRECTORY, exist_ok=True)
                    os.replace(os.path.join(self._beside, *name.split("/")), path)
                else:
                    os.unlink(path)
            self._remove_empty(self.path)
        except OSError as error:
            raise self._unwritable(error) from error

    def _remove_empty(self, path: str) -> None:
        with os.scandir(path) as entries:
            below = [entry.path for entry in entries if entry.is_dir() and not entry.name.startswith(".")]
        for directory in below:
            self._remove_empty(directory)
            if not os.listdir(directory):
                os.rmdir(directory)

    def _is_same(self, name: str) -> bool:
        parts = name.split("/")
        return filecmp.cmp(os.path.join(self._beside, *parts), os.path.join(self.path, *parts), shallow=False)

    def _there(self) -> Iterator[str]:
        """The files that there are. What begins with a dot belongs to version control. A link may lead anywhere."""
        for directory, below, files in os.walk(self.path):
            for name in (*below, *files):
                if os.path.islink(os.path.join(directory, name)) and not name.startswith("."):
                    raise CgpError(
                        "%s: %s is a link" % (self.option, os.path.join(directory, name)),
                        "Remove it: what is written there would be written elsewhere",
                    )
            below[:] = [name for name in below if not name.startswith(".")]
            for name in files:
                found = os.path.relpath(os.path.join(directory, name), self.path).replace(os.sep, "/")
                if not name.startswith(".") and found not in self._left:
                    yield found

    def _refuse_foreign(self, mark: str) -> None:
        if os.path.lexists(self.path) and not os.path.isdir(self.path):
            raise CgpError("%s %s is no directory" % (self.option, self.path))
        if os.path.isfile(os.path.join(self.path, mark)):
            return
        for name in self._there():
            raise CgpError(
                "%s %s has files of its own, such as %s" % (self.option, self.path, name),
                "Name a directory that is empty or not there yet, for what is not written to it is removed",
            )

    def _unwritable(self, error: OSError) -> CgpError:
        return CgpError("%s %s cannot be written: %s" % (self.option, self.path, error))
