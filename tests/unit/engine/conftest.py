# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One simulator for each file of tests; every test works in Domains of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine import settle
from support.engine_server import Server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("simulator")) as running:
        yield running


@pytest.fixture(autouse=True, scope="session")
def nobody_waits_for_others() -> Iterator[None]:
    """Nobody else writes to these servers, but where a test says so."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(settle, "PAUSE", 0.001)
        yield
