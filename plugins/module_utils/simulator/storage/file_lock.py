# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Locks on files that belong to one open file each: another one has to do without, in the same process, too."""

from __future__ import annotations

import errno
import fcntl
import os

EXCLUSIVE, SHARED = fcntl.LOCK_EX, fcntl.LOCK_SH


def have_lock(handle: int, kind: int) -> bool:
    """Have the lock of this kind on an open file, if it can be had now."""
    try:
        fcntl.flock(handle, kind | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EAGAIN, errno.EACCES):
            return False
        raise
    return True


def is_at(path: str, handle: int) -> bool:
    """Whether the open file is still the one with this name: it may have been taken away before it was locked."""
    try:
        return os.path.samestat(os.fstat(handle), os.stat(path))
    except FileNotFoundError:
        return False
