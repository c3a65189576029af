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

import json
import os
import random
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from typing import IO, Any

from ...connector.errors import CgpError
from ..storage.file_lock import EXCLUSIVE, SHARED, have_lock, is_at

_PATIENCE = 30.0
"""Seconds that a start waits for those who look: each has the lock for as long as it takes to try it."""
_WRITING = 2.0
"""Seconds that whoever looks waits for a text that makes no sense: it is being replaced just now."""


class AlreadyRunning(CgpError):
    """Another simulator uses the pid file."""


@dataclass(frozen=True)
class Running:
    """A running simulator; the ports of the HTTP realm are None where there is none.

    ``journal_error`` is why its journal cannot be written at present, empty if it can or if there is none.
    """

    host: str
    port: int
    pid: int
    http_port: int | None = None
    https_port: int | None = None
    journal_error: str = ""


class PidFile:
    """The pid file of this process, locked. AlreadyRunning when another simulator has it."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._file = _locked(path)
        self._running: Running | None = None

    def write(self, host: str, port: int, http_port: int | None = None, https_port: int | None = None) -> None:
        """Say where this process listens."""
        self._running = Running(host, port, os.getpid(), http_port, https_port)
        self._put(asdict(self._running))

    def tell_journal_error(self, error: str) -> None:
        """Say why the journal cannot be written, or with an empty text that it can again; if there is room for it."""
        if self._running is not None:
            self._running = replace(self._running, journal_error=error)
            with suppress(OSError):
                self._put(asdict(self._running))

    def remove(self) -> None:
        """Take the file away and give the lock free."""
        os.unlink(self._path)
        self._file.close()

    def leave(self, failure: str) -> None:
        """Give the lock free, and leave the file there: it says what went wrong at the end, if there is room for it."""
        with suppress(OSError):
            self._put({"pid": os.getpid(), "failure": failure})
        with suppress(OSError):
            self._file.close()

    def _put(self, content: dict[str, Any]) -> None:
        """What was there is written over before it is cut off: that needs no room on a disk that is full."""
        text = (json.dumps(content) + "\n").encode("ascii")
        os.pwrite(self._file.fileno(), text, 0)
        os.ftruncate(self._file.fileno(), len(text))


def running(path: str) -> Running | None:
    """The simulator whose pid file this is, or None when none is running (any more)."""
    try:
        with open(path, encoding="utf-8") as stream:
            if not stream.read(1) or have_lock(stream.fileno(), SHARED):
                return None
            return _understood(stream)
    except FileNotFoundError:
        return None


def failure_of(path: str, pid: int) -> str:
    """How a simulator that is not running any more failed to end well; empty if it did, and took its file away."""
    try:
        with open(path, encoding="utf-8") as stream:
            content = json.load(stream)
    except (FileNotFoundError, ValueError):
        return ""
    if not isinstance(content, dict) or content.get("pid") != pid:
        return ""
    return str(content.get("failure") or "it died before it said whether its state is saved")


def _understood(stream: IO[str]) -> Running | None:
    """What the owner of the lock has written; None if it listens nowhere yet, or is no simulator of this kind."""
    end = time.monotonic() + _WRITING
    while True:
        stream.seek(0)
        text = stream.read()
        try:
            content = json.loads(text) if text else None
        except ValueError:
            if time.monotonic() > end:
                return None
            time.sleep(0.001)
            continue
        try:
            return Running(**content) if isinstance(content, dict) else None
        except TypeError:
            return None


def _locked(path: str) -> IO[bytes]:
    """The file, open, empty and locked. A file that is taken away just before it is locked does not count."""
    end = time.monotonic() + _PATIENCE
    while True:
        stream = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666), "r+b", buffering=0)
        try:
            if have_lock(stream.fileno(), SHARED):
                stream.truncate(0)
                if have_lock(stream.fileno(), EXCLUSIVE) and is_at(path, stream.fileno()):
                    return stream
            elif is_at(path, stream.fileno()):
                raise AlreadyRunning("a simulator with the pid file %s is running" % path)
            if time.monotonic() > end:
                raise AlreadyRunning("the pid file %s is in use by others" % path)
        except BaseException:
            stream.close()
            raise
        stream.close()
        time.sleep(random.uniform(0.001, 0.01))  # two that start at once must not meet for ever
