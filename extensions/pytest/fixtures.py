# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fixtures for tests of your own roles, playbooks and scripts against simulated servers.

One line of a conftest.py has them::

    pytest_plugins = ["ansible_collections.communigate.pro.extensions.pytest.fixtures"]

Python must find ``ansible_collections``: name the directory that holds it in PYTHONPATH, or as ``pythonpath`` in
pytest's configuration.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from ansible_collections.communigate.pro.extensions.pytest.playbook import PlaybookRunner
from ansible_collections.communigate.pro.extensions.pytest.server import SimulatedServer, simulated


@pytest.fixture
def cgp_server_factory(tmp_path: Path) -> Iterator[Callable[..., SimulatedServer]]:
    """Starts servers: ``cgp_server_factory(habits=["taken-501"], faults=["drop-after:nth=3"], seed=100)``.

    What can be said are the fields of the simulator's ``Options``. They run until the test ends.
    """
    with ExitStack() as running:
        started = 0

        def start(**options: object) -> SimulatedServer:
            nonlocal started
            started += 1
            return running.enter_context(simulated(tmp_path / ("cgp-server-%d" % started), **options))

        yield start


@pytest.fixture
def cgp_server(
    cgp_server_factory: Callable[..., SimulatedServer], monkeypatch: pytest.MonkeyPatch
) -> SimulatedServer:
    """A new server for the test. The environment leads to it, and has no other variable of the collection.

    So every task whose options name no server works on this one, as does a script that reads the variables.
    """
    server = cgp_server_factory()
    for name in list(os.environ):
        if name.startswith("CGP_"):
            monkeypatch.delenv(name)
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    return server


@pytest.fixture
def run_playbook(tmp_path: Path, cgp_server: SimulatedServer, request: pytest.FixtureRequest) -> PlaybookRunner:
    """Runs playbooks at the top of the project, by default on ``cgp_server``; see ``PlaybookRunner``."""
    return PlaybookRunner(tmp_path / "playbooks", request.config.rootpath, cgp_server.journal_path)
