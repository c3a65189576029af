# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulator under load: a small part of it in ``make test``, all of it in ``make stress``."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from support.load import Load, Pipe
from support.simulator import Program


@pytest.fixture
def load() -> Load:
    return Load()


@pytest.fixture
def simulator(program: Program) -> Program:
    """The simulator under load: its memory is that of its process."""
    return program


@pytest.fixture
def pipe(simulator: Program) -> Iterable[Callable[[], Pipe]]:
    """Makes connections to the test's simulator."""
    pipes: list[Pipe] = []

    def make() -> Pipe:
        pipes.append(Pipe(simulator))
        return pipes[-1]

    yield make
    for one in pipes:
        one.close()
