# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files on the controller, read without being held up: by a pipe that nobody writes to, or a file without an end."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import contextmanager
from functools import partial
from typing import BinaryIO, Iterable, Iterator

from ..connector.errors import CgpError

LARGEST = 256 << 20
"""How many bytes a file may have that is read as a whole: in memory a task holds several times as much of it."""
_PIECE = 1 << 16
_NO_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_CLOEXEC", 0)


def read_bytes(path: str, option: str, hint: str = "") -> bytes:
    """The content of a regular file. ``option`` is the one that names it, ``hint`` what to say if it cannot be read.

    Raises CgpError for what cannot be read, for what is no regular file, and for one that is too large.
    """
    with _opened(path, option, hint) as file:
        # Not by its size, which is 0 where a system makes up what its files hold.
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise _too_large("%s %s" % (option, path))
    return content


def within_bounds(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces of a file that is read as a whole. Raises CgpError if it is too large."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > LARGEST:
            raise _too_large("the file")
        yield piece


def _too_large(file: str) -> CgpError:
    return CgpError(
        "%s has more than %d MB" % (file, LARGEST >> 20),
        "Divide it among several files and tasks; of JSON lines (.jsonl) there may be any number",
    )


def read_pieces(path: str, option: str) -> Iterator[bytes]:
    """The content of a regular file of any size, piece by piece. Raises CgpError as ``read_bytes`` does."""
    with _opened(path, option, "") as file:
        yield from iter(partial(file.read, _PIECE), b"")


@contextmanager
def _opened(path: str, option: str, hint: str) -> Iterator[BinaryIO]:
    refuse_special(path, option)
    try:
        descriptor = os.open(path, os.O_RDONLY | _NO_WAIT)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise _special(path, option)
            yield file
    except OSError as error:
        raise _unreadable(path, option, error, hint) from error


def refuse_special(path: str, option: str) -> None:
    """Raises CgpError for a pipe, a device or a socket, which even to open may take forever or do something."""
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return  # whoever opens it says why it cannot be read
    if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise _special(path, option)


def _special(path: str, option: str) -> CgpError:
    return CgpError("%s %s is no regular file" % (option, path), "A pipe, a device or a socket cannot be read here")


def _unreadable(path: str, option: str, error: OSError, hint: str = "") -> CgpError:
    return CgpError("%s %s cannot be read: %s" % (option, path, error), hint)


def files_below(path: str) -> Iterator[str]:
    """The names of the files in a directory and below it, with slashes, in the order of the alphabet.

    What begins with a dot is left out: it belongs to version control or to a desktop. A directory that is a link is
    not followed, for it may lead back. Raises CgpError for what cannot be listed, what is no regular file, and a link
    that leads out of the directory: what it leads to may be anything.
    """
    top = os.path.realpath(path)
    for directory, below, files in os.walk(path, onerror=_refuse_directory):
        below[:] = sorted(name for name in below if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                found = os.path.join(directory, name)
                _refuse_way_out(found, top)
                refuse_special(found, "source")
                yield os.path.relpath(found, path).replace(os.sep, "/")


def _refuse_directory(error: OSError) -> None:
    raise _unreadable(str(error.filename), "source", error) from error


def _refuse_way_out(found: str, top: str) -> None:
    if not os.path.islink(found):
        return
    target = os.path.realpath(found)
    if os.path.commonpath([top, target]) != top:
        raise CgpError(
            "source %s is a link that leads out of the directory" % found, "Put a copy of the file in its place"
        )
    if not os.path.exists(target):
        raise _unreadable(found, "source", OSError(errno.ENOENT, os.strerror(errno.ENOENT)))
