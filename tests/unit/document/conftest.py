# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nobody else writes to the servers of these tests, and what is wanted is packed as if there were very much of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine import many, settle
from support.document_server import Server


@pytest.fixture(autouse=True, scope="session")
def nobody_waits_for_others() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(settle, "PAUSE", 0.001)
        yield


@pytest.fixture(autouse=True, scope="module")
def two_are_many() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(many, "PART", 2)
        patched.setattr(many, "UNPACKED", 1)
        yield


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    running = Server(tmp_path)
    yield running
    running.simulator.stop()
