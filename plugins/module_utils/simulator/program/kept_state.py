# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The state file of a simulator that is running: nobody else uses it meanwhile.

Beside the state file, with ``.lock`` behind its name, is a file that the simulator has locked as long as it lives. The
state file itself could not be it: it is replaced by another when the state is saved.
"""

from __future__ import annotations

import os
from contextlib import suppress

from ...connector.errors import CgpError
from ..model.server import Server
from ..service.keeping import Keeping
from ..storage import state_file
from ..storage.file_lock import EXCLUSIVE, have_lock, is_at


class StateInUse(CgpError):
    """Another simulator uses the state file."""


class KeptState(Keeping):
    """The state file at ``path``, which others cannot use until ``release``.

    StateInUse when another simulator does, StateError when the lock cannot be there: nor could the state be saved.
    """

    def __init__(self, path: str) -> None:
        self._path = os.path.realpath(path)  # one file, however it is called
        self._lock_path = self._path + ".lock"
        self._lock = self._locked()

    def load(self, cluster: bool) -> Server | None:
        """The server as it was saved, see ``state_file.load``."""
        return state_file.load(self._path, cluster)

    def save(self, server: Server) -> None:
        """Replace the file as a whole, or leave it as it is: then with a StateError."""
        try:
            state_file.save(server, self._path)
        except (OSError, ValueError, TypeError, RecursionError) as error:
            raise self._unwritable(error) from error

    def release(self) -> None:
        if self._lock < 0:
            return
        lock, self._lock = self._lock, -1
        with suppress(OSError):  # its directory may have gone
            os.unlink(self._lock_path)
        os.close(lock)

    def _locked(self) -> int:
        while True:
            try:
                lock = os.open(self._lock_path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
            except OSError as error:
                raise self._unwritable(error) from error
            if not have_lock(lock, EXCLUSIVE):
                other = os.read(lock, 20).decode("ascii", "replace").strip()
                os.close(lock)
                raise StateInUse(
                    "the state file %s is in use by another simulator%s"
                    % (self._path, " (process %s)" % other if other else ""),
                    "Stop that one, or give this one a state file of its own",
                )
            if is_at(self._lock_path, lock):
                with suppress(OSError):  # only for the message above
                    os.ftruncate(lock, 0)
                    os.write(lock, b"%d\n" % os.getpid())
                return lock
            os.close(lock)

    def _unwritable(self, error: Exception) -> state_file.StateError:
        return state_file.StateError(
            "the state cannot be saved in %s: %s" % (self._path, getattr(error, "strerror", None) or error),
            "What was in the file is untouched",
        )
