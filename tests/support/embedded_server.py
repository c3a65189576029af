# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A simulator in the test's process: what it was before anybody came with a client, and what it holds."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.network.pwd_session import PwdSession
from ansible_collections.communigate.pro.plugins.module_utils.simulator.storage import state_file
from ansible_collections.communigate.pro.plugins.module_utils.simulator.storage.model_json import model_to_json

PASSWORD = "a password, for tests"


class NotPossible(Exception):
    """A line of the CLI was refused that is said before a test, in the state that there is."""


def say_before(simulator: Embedded, lines: Sequence[str]) -> None:
    """Say lines of the CLI to a simulator while it has no habits: they are what there was before.

    NotPossible if one of them is refused; then the simulator has no habits any more.
    """
    if not lines:
        return
    service = simulator.service
    habits = service.habits.names
    service.habits.become(())
    session = PwdSession(service)
    for line in ("USER postmaster", "PASS %s" % PASSWORD, *lines):
        answer = session.answer(line.encode())
        if answer.code >= 500:
            raise NotPossible("%s: %d %s" % (line, answer.code, answer.text))
    service.habits.become(habits)


def state_of(simulator: Embedded) -> Any:
    """What a simulator holds, as state files have it."""
    server = simulator.service.server
    head = {"server": model_to_json(server.local), "runtime": model_to_json(server.runtime)}
    if server.cluster is not None:
        head["cluster"] = model_to_json(server.cluster)
    text = io.StringIO()
    state_file.write(text, head, server.domains())
    return json.loads(text.getvalue())
