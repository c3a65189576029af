# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The journal: one JSON object per command, for tests and for people who want to see what a playbook sent.

``time`` (UTC, ISO 8601), ``session`` (a number), ``user`` (user@domain, null before the login), ``verb`` (null when the
line was no command at all), ``arguments`` (as plain JSON data, secrets removed), ``code`` (of the reply, 0 if there is
none), for a fault of the simulator itself ``fault``, and for a command that was not obeyed because of a fault that was
asked for that one's ``effect``. A line is in the file before its reply is sent.
"""

from __future__ import annotations

import json
from typing import Any, Mapping, TextIO

from ...connector import data
from .clock import Clock


class Journal:
    """Writes to ``path``, appending; without a path it writes nothing."""

    def __init__(self, path: str, clock: Clock) -> None:
        self._clock = clock
        self._file: TextIO | None = None
        if path:
            self._file = open(path, "a", buffering=1, encoding="utf-8")  # noqa: SIM115 (close() does it)

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
            "time": self._clock.now().isoformat(timespec="milliseconds"),
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
        self._file.write(json.dumps(entry, ensure_ascii=False) + "\n")

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
