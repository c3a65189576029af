# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Which member is the controller of its cluster: the one that was there first, and when it has gone another one."""

from __future__ import annotations

import os

from .log import Lock

_LONGEST = 256


class Controller:
    """The file that the controller has a lock on, with its address. It is asked under the members' lock."""

    def __init__(self, path: str) -> None:
        self._lock = Lock(path)
        self._is_this = False

    def find(self, own_address: str) -> str:
        """The controller's address. Without a controller this member is the new one."""
        handle = self._lock.handle
        if self._is_this:
            return own_address
        if not self._lock.try_exclusive():
            return os.pread(handle, _LONGEST, 0).decode("utf-8")
        self._is_this = True
        os.ftruncate(handle, 0)
        os.pwrite(handle, own_address.encode("utf-8"), 0)
        return own_address

    def close(self) -> None:
        self._lock.close()
