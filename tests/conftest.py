# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fixtures for all tests: a simulator for each test that asks for one, and playbooks run against it.

``--module cgp_forwarder`` runs only the tests that concern one module.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from support import selection
from support import simulator as simulators
from support.habit_draw import DRAWS, draw
from support.load import FULL
from support.playbook import PlaybookRunner

# For pytest, which finds its hooks here.
from support.side_by_side import (  # noqa: F401  # pylint: disable=unused-import
    pytest_plugin_registered,
    pytest_xdist_make_scheduler,
)
from support.simulator import Program, Simulator


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--module", metavar="NAME", help="run only the tests that concern this module of the collection")


def pytest_report_header(config: pytest.Config) -> str:
    return "habits that touch very many commands: %s (tests/support/habit_draw.py)" % (
        "all" if FULL or config.getoption("--module") else "draw %d of %d" % (draw() + 1, DRAWS)
    )


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Look for garbage neither among the tests while they are collected, nor later: none of them becomes any."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    module = config.getoption("--module")
    if module:
        kept = [item for item in items if selection.concerns(item, module)]
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = kept


@pytest.fixture
def simulator_factory(tmp_path: Path) -> Iterator[Callable[..., Simulator]]:
    """Starts simulators, ``simulator_factory("--latency-ms", "5", password="...")``, and stops them after the test.

    They are in this process; the fixture ``program`` is one of its own.
    """
    started: list[Simulator] = []

    def start(*arguments: str, **known: str) -> Simulator:
        directory = tmp_path / ("simulator-%d" % (len(started) + 1))
        started.append(simulators.embed(directory, *arguments, **known))
        return started[-1]

    yield start
    for one in started:
        one.stop()


@pytest.fixture
def simulator(simulator_factory: Callable[..., Simulator]) -> Simulator:
    """One simulator of its own for the test."""
    return simulator_factory()


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """One simulator that is a process of its own, for tests that look at the process."""
    started = simulators.start(tmp_path / "program")
    yield started
    started.stop()


@pytest.fixture
def run_playbook(tmp_path: Path, simulator: Simulator) -> PlaybookRunner:
    """Runs playbooks whose tasks reach the fixture ``simulator`` without naming it."""
    return PlaybookRunner(tmp_path / "playbooks", simulator.environment, simulator.journal_path)
