# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal: one JSON object per command, for tests and for people who want to see what a playbook sent.

``time`` (UTC, ISO 8601), ``session`` (a number), ``user`` (user@domain, null before the login), ``verb`` (null when the
line was no command at all), ``arguments`` (as plain JSON data, secrets removed), ``code`` (of the reply, 0 if there is
none), for a fault of the simulator itself ``fault``, and for a command that was not obeyed because of a fault that was
asked for that one's ``effect``. A line is in the file before its reply is sent.

What the file does not take, because the disk is full or gone, is missing in it, and no session notices. As soon as
there is room again the journal goes on, with a line before that has ``time``, ``missing`` (how many entries) and
``error`` (why).
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from io import FileIO
from typing import Any, Callable, Mapping

from ...connector import data
from .clock import Clock
from .speech import complain


class Journal:
    """Writes to ``path``, appending; without a path it writes nothing.

    ``error`` is why the last entry is not in the file, empty as long as it is; ``missing`` counts the entries of which
    the file does not know yet that they are missing. ``told`` is called with ``error`` whenever that changes.
    """

    def __init__(self, path: str, clock: Clock) -> None:
        self.error = ""
        self.missing = 0
        self.told: Callable[[str], None] = _to_nobody
        self._clock = clock
        self._path = path
        self._file = FileIO(path, "a") if path else None
        self._rest = b"\n" if path and _ends_within_a_line(path) else b""

    @property
    def kept(self) -> bool:
        return self._file is not None

    def write(
        self,
        session: int,
        user: str | None,
        verb: str | None,
        arguments: Mapping[str, Any],
        code: int,
        fault: str = "",
        effect: str = "",
    ) -> None:
        """Note one command; ``arguments`` must hold no secret any more."""
        if self._file is None:
            return
        entry = {
            "time": self._now(),
            "session": session,
            "user": user,
            "verb": verb,
            # A flag is true; as a data object it would become the word YES.
            "arguments": {name: value is True or data.to_json(value) for name, value in arguments.items()},
            "code": code,
        }
        if fault:
            entry["fault"] = fault
        if effect:
            entry["effect"] = effect
        self._append(self._file, entry)

    def close(self) -> None:
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
            self._file = None

    def _append(self, file: FileIO, entry: Mapping[str, Any]) -> None:
        lines = [_line(entry)]
        if self.missing:
            lines.insert(0, _line({"time": self._now(), "missing": self.missing, "error": self.error}))
        error = ""
        try:
            self._finish(file)
            while lines:
                begun = _written(file, lines[0])
                self._rest = lines.pop(0)[begun:]
                self._finish(file)
        except OSError as refused:
            error = str(refused)
        # A line that is begun is finished before the next one: it is not missing.
        if len(lines) < 2:
            self.missing = len(lines)
        else:
            self.missing += 1
        self._tell(error)

    def _finish(self, file: FileIO) -> None:
        """Write what is left of a line of which the file has the beginning."""
        while self._rest:
            self._rest = self._rest[_written(file, self._rest) :]

    def _tell(self, error: str) -> None:
        if error == self.error:
            return
        began, self.error = not self.error, error
        if began:
            complain("simulator: the journal %s cannot be written, all goes on without it: %s\n" % (self._path, error))
        self.told(error)

    def _now(self) -> str:
        return self._clock.now().isoformat(timespec="milliseconds")


def _line(entry: Mapping[str, Any]) -> bytes:
    return (json.dumps(entry, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")


def _written(file: FileIO, text: bytes) -> int:
    """How many bytes of the text the file has taken. OSError when it takes none."""
    number = file.write(text)
    if not number:
        raise BlockingIOError("the journal takes nothing")
    return number


def _ends_within_a_line(path: str) -> bool:
    """Whether somebody died while writing the last line. What cannot be looked at is taken to be whole."""
    with suppress(OSError), open(path, "rb") as stream:
        if stream.seek(0, os.SEEK_END):
            stream.seek(-1, os.SEEK_END)
            return stream.read(1) != b"\n"
    return False


def _to_nobody(error: str) -> None:
    """Nobody wants to know."""
