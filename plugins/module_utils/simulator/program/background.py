# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A simulator as a background process: start it, find it, stop it.

Every such process has a pid file; see there for how it is told from other processes.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Callable, cast

from ...connector.errors import CgpError
from ..options import Options
from .pid_file import Running, failure_of, running

if TYPE_CHECKING:
    # The whole simulator, which this process does not need. But Ansible packs what the module is to find on a target
    # by the import statements that it reads, executed or not.
    from . import launch  # noqa: F401

_LAUNCH = __name__.rpartition(".")[0] + ".launch"
START_TIMEOUT = 60.0
STOP_TIMEOUT = 60.0
_POLL = 0.02


class BackgroundError(CgpError):
    """The simulator could not be started or stopped."""


def start(options: Options) -> Running:
    """Start a simulator with these options, which must name a pid file, and wait until it listens.

    The process outlives this one. What it has to say after its start goes nowhere; what keeps it from starting is in
    the error.
    """
    if not options.pid_file:
        raise BackgroundError("a simulator in the background needs a pid file")
    process = subprocess.Popen(
        [sys.executable, "-m", _LAUNCH] + options.arguments(),
        env=dict(os.environ, PYTHONPATH=_search_path(), **options.environment()),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
        close_fds=True,
    )
    errors = cast(IO[bytes], process.stderr)
    with errors:
        _wait_until(lambda: process.poll() is not None or _of(process, options) is not None, START_TIMEOUT)
        started = _of(process, options)
        if started is not None:
            # Where this process lives on, something must wait for the simulator's end, or it stays a zombie.
            threading.Thread(target=process.wait, daemon=True).start()
            return started
        process.kill()
        process.wait()
        said = errors.read().decode("utf-8", "replace").strip()
    raise BackgroundError("the simulator did not start", said.splitlines()[-1] if said else "")


def find(pid_file: str) -> Running | None:
    """The running simulator with this pid file, or None."""
    return running(pid_file)


def stop(pid_file: str) -> bool:
    """End the simulator with this pid file and wait until it has saved its state; False if none was running.

    BackgroundError when it does not end, or could not save its state.
    """
    found = find(pid_file)
    if found is None:
        return False
    with suppress(ProcessLookupError):  # it may have ended by itself meanwhile
        os.kill(found.pid, signal.SIGTERM)
    if not _wait_until(lambda: find(pid_file) is None, STOP_TIMEOUT):
        raise BackgroundError("the simulator (process %d) does not end" % found.pid)
    failure = failure_of(pid_file, found.pid)
    if failure:
        raise BackgroundError("the simulator (process %d) has ended, but not well: %s" % (found.pid, failure))
    return True


def _of(process: subprocess.Popen[bytes], options: Options) -> Running | None:
    """The running simulator if it is this process; the pid file may be that of another one."""
    found = find(options.pid_file)
    return found if found is not None and found.pid == process.pid else None


def _wait_until(done: Callable[[], bool], timeout: float) -> bool:
    end = time.monotonic() + timeout
    while not done():
        if time.monotonic() > end:
            return False
        time.sleep(_POLL)
    return True


def _search_path() -> str:
    """PYTHONPATH for the new process: where this package was found, before what was searched already."""
    root = os.path.abspath(__file__)
    for _part in __name__.split("."):
        root = os.path.dirname(root)
    return os.pathsep.join([root] + [path for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path])
