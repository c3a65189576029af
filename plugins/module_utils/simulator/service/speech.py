# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a simulator has to say to whoever looks at its standard output and standard error.

Nobody may look any more: whoever started it may have closed the other end of a pipe. What a simulator does must never
depend on that.
"""

from __future__ import annotations

import os
import sys
from typing import TextIO


def announce(text: str) -> None:
    """Say it on standard output, if that takes it."""
    _say(sys.stdout, text)


def complain(text: str) -> None:
    """Say it on standard error, if that takes it."""
    _say(sys.stderr, text)


def let_go() -> None:
    """Let nothing that was not taken be tried again when Python ends, which would be the program's exit status then."""
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            _to_nowhere(stream)


def _say(stream: TextIO | None, text: str) -> None:
    """A process that was started without the stream has None there."""
    if stream is None:
        return
    try:
        stream.write(text)
        stream.flush()
    except (OSError, ValueError):
        return


def _to_nowhere(stream: TextIO) -> None:
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return
