# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The log that the members of a cluster have in common: records, one a line, which are only ever added."""

from __future__ import annotations

import fcntl
import os
from types import TracebackType
from typing import Iterator

_PIECE = 1 << 20
_MODE = 0o600


class Lock:
    """A lock on a file: exclusive and waited for as a context, or shared, or tried. It ends with the process."""

    def __init__(self, path: str) -> None:
        self.handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, _MODE)

    def __enter__(self) -> Lock:
        fcntl.flock(self.handle, fcntl.LOCK_EX)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        fcntl.flock(self.handle, fcntl.LOCK_UN)

    def try_exclusive(self) -> bool:
        """Have it alone, if nobody else has it."""
        try:
            fcntl.flock(self.handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def share(self) -> None:
        """Have it together with others that share it."""
        fcntl.flock(self.handle, fcntl.LOCK_SH)

    def close(self) -> None:
        os.close(self.handle)


class Log:
    """The records of one file from its beginning; ``position`` is behind the last one that was read or written.

    Whoever writes must have the members' lock and have read all that is there. Reading needs no lock: a line that is
    not complete was never acknowledged to anybody, and does not count.
    """

    def __init__(self, path: str) -> None:
        self.position = 0
        self._path = path
        self._handle = _open(path)

    def news(self) -> Iterator[bytes]:
        """The records behind ``position``, which moves past each when the next is asked for."""
        while os.fstat(self._handle).st_size > self.position:
            lines = self._lines()
            if not lines:
                return
            for line in lines:
                yield line
                self.position += len(line) + 1

    def append(self, record: bytes) -> None:
        """Add a record. What a writer that was killed has left behind an incomplete line is cut off."""
        if os.fstat(self._handle).st_size > self.position:
            os.ftruncate(self._handle, self.position)
        line = record + b"\n"
        while line:
            written = os.write(self._handle, line)
            self.position += written
            line = line[written:]

    def reopen(self) -> None:
        """Open the file anew, and go on where this was."""
        handle = _open(self._path)
        os.close(self._handle)
        self._handle = handle

    def close(self) -> None:
        os.close(self._handle)

    def _lines(self) -> list[bytes]:
        """Some of the complete lines behind ``position``, at least one if there is one."""
        size = _PIECE
        while True:
            data = os.pread(self._handle, size, self.position)
            end = data.rfind(b"\n")
            if end >= 0:
                return data[:end].split(b"\n")
            if len(data) < size:
                return []
            size *= 2


def _open(path: str) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, _MODE)
