# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the members of a cluster share, as a file: the state of the beginning, from which the log goes on.

It has the form of a state file (``storage/state_file.py``) with the shared Domains only, and the number of the log
that belongs to it. While one member is alone with it, it makes a new beginning of what has become of it: a new
snapshot, an empty log.
"""

from __future__ import annotations

import os

from ..habits.in_force import Habits
from ..model.domain import Domain
from ..model.scope import Scope
from ..model.server import Server
from ..storage import state_file
from ..storage.model_json import model_from_json, model_to_json

_SNAPSHOT = "snapshot.json"
_LOG = "log-%d.jsonl"


class Snapshot:
    """The snapshot in a directory. ``number`` is that of its log; 0 means that there is none yet.

    ``habits`` are the names of those that the members have in the beginning.
    """

    def __init__(self, directory: str) -> None:
        self.number = 0
        self.habits: tuple[str, ...] = ()
        self._directory = directory
        self._path = os.path.join(directory, _SNAPSHOT)

    @property
    def log(self) -> str:
        """The path of the log."""
        return os.path.join(self._directory, _LOG % self.number)

    def load(self, server: Server) -> bool:
        """Let ``server`` have the shared Domains and settings of the snapshot; False if there is none."""
        found = state_file.read(self._path)
        if found is None:
            return False
        head, domains = found
        with state_file.understood(self._path):
            self.number = int(head["number"])
            self.habits = tuple(head.get("habits", ()))
            cluster = model_from_json(Scope, head["cluster"])
            server.following = True
            try:
                _replace_shared(server, domains)
            finally:
                server.following = False
            server.cluster = cluster
        return True

    def begin(self, server: Server, habits: Habits) -> None:
        """Make what ``server`` has now the beginning, with an empty log."""
        self.habits = habits.names
        old_log = self.log
        self.number += 1
        if os.path.exists(self.log):  # left by a member that was killed right here
            os.unlink(self.log)
        head = {"number": self.number, "habits": list(habits.names), "cluster": model_to_json(server.cluster)}
        with state_file.replaced(self._path) as stream:
            state_file.write(stream, head, server.shared_domains())
        if os.path.exists(old_log):
            os.unlink(old_log)


def _replace_shared(server: Server, domains: list[Domain]) -> None:
    for old in server.shared_domains():
        server.remove_domain(old)
    for domain in domains:
        server.add_domain(domain)
        state_file.enter_telnums(server, domain)
