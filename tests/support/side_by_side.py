# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hooks that have pytest-xdist do less for each test: there are so many that it takes a minute of two workers.

It sends six messages for a test, of which two tell something, and looks each test up in the list of all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from xdist.scheduler import LoadFileScheduling


class _Names(list):  # type: ignore[type-arg]
    """The names of tests in a list that knows where each is. pytest makes each name differ."""

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(names)
        self._places = {name: place for place, name in enumerate(names)}

    def index(self, name: Any, *_range: Any) -> int:
        return self._places[name]


class Scheduling(LoadFileScheduling):  # type: ignore[misc]
    """A file's tests stay on one worker."""

    def add_node_collection(self, node: Any, collection: Sequence[str]) -> None:
        super().add_node_collection(node, collection)
        if node in self.registered_collections:
            self.registered_collections[node] = _Names(collection)


def tell_less(interactor: Any, config: pytest.Config) -> None:
    """Have the one who speaks for a worker keep back what nobody is shown: beginnings and ends, and that a test's
    fixtures were made and taken down as they should."""
    if config.option.verbose > 0 or config.option.durations:
        return
    send = interactor.sendevent

    def send_what_tells(name: str, **what: Any) -> None:
        report = what.get("data") or {}
        in_order = report.get("outcome") == "passed" and report.get("when") in ("setup", "teardown")
        if name in ("logstart", "logfinish") or (name == "testreport" and in_order and not report.get("sections")):
            return
        send(name, **what)

    interactor.sendevent = send_what_tells


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Scheduling | None:
    return Scheduling(config, log) if config.getvalue("dist") == "loadfile" else None


def pytest_plugin_registered(plugin: Any) -> None:
    if type(plugin).__name__ == "WorkerInteractor":
        tell_less(plugin, plugin.config)
