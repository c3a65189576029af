# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pid file of a simulator: which process it is and where it listens.

The simulator has an exclusive lock on the file as long as it lives. So what the file says is true if and only if that
lock is there: a number that some other program has got since can never be taken for a simulator.

Whoever looks tries a shared lock. It cannot be had beside the exclusive one, and it keeps nobody else from looking; but
while somebody has it, a simulator that starts cannot have the exclusive one. So a start, too, begins with the shared
lock, which proves that no simulator has the file. That makes what is in the file nobody's, so it goes, and an empty
file is not locked by anybody who looks: the start has only to wait for those that were looking already.

(To ask for the owner of a record lock needs no lock at all. But a process loses its record locks with the first
descriptor of the file that it closes, and those that belong to a descriptor are Linux's alone.)
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
import random
import time
from dataclasses import asdict, dataclass
from typing import IO

from ...connector.errors import CgpError

_PATIENCE = 30.0
"""Seconds that a start waits for those who look: each has the lock for as long as it takes to try it."""


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
        with open(path, encoding="utf-8") as stream:
            if not stream.read(1) or _lock(stream, fcntl.LOCK_SH):
                return None
            stream.seek(0)
            text = stream.read()
    except FileNotFoundError:
        return None
    try:
        return Running(**json.loads(text))
    except (ValueError, TypeError):
        return None  # it holds the lock but does not listen yet


def _locked(path: str) -> IO[str]:
    """The file, open, empty and locked. A file that is taken away just before it is locked does not count."""
    end = time.monotonic() + _PATIENCE
    while True:
        stream = open(path, "a+", encoding="utf-8")  # noqa: SIM115 (open as long as the lock is held)
        try:
            if not _lock(stream, fcntl.LOCK_SH):
                raise AlreadyRunning("a simulator with the pid file %s is running" % path)
            stream.truncate(0)
            if _lock(stream, fcntl.LOCK_EX) and _is_at(path, stream):
                return stream
            if time.monotonic() > end:
                raise AlreadyRunning("the pid file %s is in use by others" % path)
        except BaseException:
            stream.close()
            raise
        stream.close()
        time.sleep(random.uniform(0.001, 0.01))  # two that start at once must not meet for ever


def _is_at(path: str, stream: IO[str]) -> bool:
    return os.path.exists(path) and os.path.samestat(os.fstat(stream.fileno()), os.stat(path))


def _lock(stream: IO[str], kind: int) -> bool:
    """Have the lock of this kind, if it can be had now."""
    try:
        fcntl.flock(stream, kind | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EAGAIN, errno.EACCES):
            return False
        raise
    return True
