# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Simulators in this process that are members of one Dynamic Cluster."""

from __future__ import annotations

import io
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Callable

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from ansible_collections.communigate.pro.plugins.module_utils.simulator.service.clock import Clock
from ansible_collections.communigate.pro.plugins.module_utils.simulator.storage import state_file
from ansible_collections.communigate.pro.plugins.module_utils.simulator.storage.model_json import model_to_json

from support.wire import PASSWORD, Wire


class Member:
    """A simulator with the local main Domain ``node<number>.example``; ``ask`` and ``do`` are its postmaster's."""

    leave: Callable[[], None]

    def __init__(self, simulator: Embedded, dial: Callable[..., Wire]) -> None:
        self.simulator = simulator
        self._dial = dial
        self.admin = self.connect("postmaster", PASSWORD)
        self.ask, self.do, self.code, self.refused = (
            self.admin.ask, self.admin.do, self.admin.code, self.admin.refused,
        )

    def connect(self, name: str, password: str) -> Wire:
        """A session of one of its users, with INLINE."""
        wire = self._dial(self.simulator.host, self.simulator.port)
        assert wire.login(name.encode(), password.encode()) == b"200 login OK"
        assert wire.ask(b"INLINE").startswith(b"200 ")
        return wire

    def control(self) -> Wire:
        """A session of the control language."""
        wire = self._dial(self.simulator.host, self.simulator.port)
        assert wire.ask(b"SIMULATOR " + PASSWORD.encode()).startswith(b"200 ")
        return wire

    def shared(self) -> str:
        """All that it has of what the cluster shares."""
        self.do(b"NOOP")
        server = self.simulator.service.server
        text = io.StringIO()
        state_file.write(text, {"cluster": model_to_json(server.cluster)}, server.shared_domains())
        return text.getvalue()


@pytest.fixture
def cluster_directory(tmp_path: Path) -> Path:
    """What the members of a test's cluster share."""
    return tmp_path / "cluster"


@pytest.fixture
def join(cluster_directory, dial):
    """Starts members of the test's cluster: ``join(1)``. Their ``leave`` ends them before the test does."""
    with ExitStack() as all_members:

        def start(number: int, clock: Clock | None = None, **options: Any) -> Member:
            values = {
                "port": 0,
                "main_domain": "node%d.example" % number,
                "password": PASSWORD,
                "cluster_state": str(cluster_directory),
                **options,
            }
            running = ExitStack()
            all_members.callback(running.close)
            member = Member(running.enter_context(Embedded(Options(**values), clock)), dial)
            member.leave = running.close
            return member

        yield start
