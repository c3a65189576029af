# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pid file of a simulator: which process it is and where it listens.

The simulator holds a lock on the file as long as it lives. So what the file says is true if and only if the file is
locked: a number that some other program has got since can never be taken for a simulator.
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
from dataclasses import asdict, dataclass
from typing import IO

from ...connector.errors import CgpError


class AlreadyRunning(CgpError):
    """Another simulator uses the pid file."""


@dataclass(frozen=True)
class Running:
    """A running simulator; the ports of the HTTP realm are None where there is none."""

    host: str
    port: int
    pid: int
    http_port: int | None = None
    https_port: int | None = None


class PidFile:
    """The pid file of this process, locked. AlreadyRunning when another simulator has it."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._file = _locked(path)

    def write(self, host: str, port: int, http_port: int | None = None, https_port: int | None = None) -> None:
        """Say where this process listens."""
        self._file.seek(0)
        self._file.truncate()
        json.dump(asdict(Running(host, port, os.getpid(), http_port, https_port)), self._file)
        self._file.write("\n")
        self._file.flush()

    def remove(self) -> None:
        """Take the file away and give the lock free."""
        os.unlink(self._path)
        self._file.close()


def running(path: str) -> Running | None:
    """The simulator whose pid file this is, or None when none is running (any more)."""
    try:
        with open(path, "r+", encoding="utf-8") as stream:
            if _lock(stream):
                return None
            text = stream.read()
    except FileNotFoundError:
        return None
    try:
        return Running(**json.loads(text))
    except (ValueError, TypeError):
        return None  # it holds the lock but does not listen yet


def _locked(path: str) -> IO[str]:
    """The file, open and locked. A file that is taken away just before it is locked does not count."""
    while True:
        stream = open(path, "a+", encoding="utf-8")  # noqa: SIM115 (open as long as the lock is held)
        if not _lock(stream):
            stream.close()
            raise AlreadyRunning("a simulator with the pid file %s is running" % path)
        if os.path.exists(path) and os.path.samestat(os.fstat(stream.fileno()), os.stat(path)):
            return stream
        stream.close()


def _lock(stream: IO[str]) -> bool:
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EAGAIN, errno.EACCES):
            return False
        raise
    return True
