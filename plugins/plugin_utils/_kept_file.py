# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file on the controller that a task writes what it has learnt to."""

from __future__ import annotations

import contextlib
import os
import tempfile

from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError


def keep(path: str, text: str, option: str, check: bool) -> bool:
    """Let the file hold this text, as a whole or not at all, for its owner only; returns whether it does not yet.

    ``option`` is the one that names it. With ``check`` nothing is written. CgpError if it cannot be.
    """
    try:
        if _content(path) == text.encode("utf-8"):
            return False
        if not check:
            _replace(path, text.encode("utf-8"))
    except OSError as error:
        raise CgpError("%s %s cannot be written: %s" % (option, path, error)) from error
    return True


def _content(path: str) -> bytes | None:
    if os.path.exists(path) and not os.path.isfile(path):
        raise OSError("it is no regular file")
    try:
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError:
        return None


def _replace(path: str, content: bytes) -> None:
    descriptor, beside = tempfile.mkstemp(dir=os.path.dirname(path) or ".", prefix=".kept-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        os.replace(beside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(beside)
        raise
