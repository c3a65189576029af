# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tasks of a run in check mode would have done, kept for the tasks after them.

Each task runs in a process of its own. So the events are in a file, one for each server, in the temporary directory
that Ansible makes for a run and removes after it. They are names only.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import astuple
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._connection_options import server_reached
from ansible_collections.communigate.pro.plugins.module_utils._engine.foresight import Event, Foresight
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError

_read: dict[str, tuple[int, Foresight]] = {}
"""How much of each file this process has read, and what that told: a loop's items are tasks of one process."""


class RunMemory:
    """The memory of the server that the options ``params`` lead to; ``directory`` is the run's own."""

    def __init__(self, directory: str, params: Mapping[str, Any]) -> None:
        server = json.dumps(server_reached(params))
        self._path = os.path.join(directory, "communigate-pro-%s.jsonl" % hashlib.sha256(server.encode()).hexdigest())

    def recall(self) -> Foresight:
        """What the tasks so far would have done."""
        position, foresight = _read.get(self._path, (0, Foresight()))
        told = b""
        if os.path.exists(self._path):
            with open(self._path, "rb") as file:
                file.seek(position)
                told = file.read()
        told = told[: told.rfind(b"\n") + 1]  # the rest of a line that another host is writing comes with the next look
        events = map(json.loads, told.splitlines())
        foresight.learn(Event(*texts, where=tuple(where)) for *texts, where in events)
        _read[self._path] = position + len(told), foresight
        return foresight

    def keep(self, foresight: Foresight) -> None:
        """Add what one more task would do. Those of other hosts write at the same time: it is one write, at the end.

        CgpError if that is not possible: the tasks after it would foresee something else.
        """
        lines = "".join(json.dumps(astuple(event)) + "\n" for event in foresight.added).encode()
        if not lines:
            return
        try:
            file = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                os.write(file, lines)
            finally:
                os.close(file)
        except OSError as error:
            raise CgpError("what this task would do cannot be kept for the tasks after it: %s" % error) from error
