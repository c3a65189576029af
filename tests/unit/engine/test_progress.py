# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How far a task has come is told now and then, by every way that its objects take, and never in a result."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._engine.progress import EVERY, Progress, summary
from ansible_collections.communigate.pro.plugins.module_utils._engine.run import Mode, run_resource
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from support.engine_server import Server


class Clock:
    """One that goes on by this many seconds whenever somebody looks at it."""

    def __init__(self, step: float) -> None:
        self.now = 0.0
        self.step = step

    def __call__(self) -> float:
        self.now += self.step
        return self.now


def run(server: Server, rows: list[dict[str, Any]], step: float, **mode: Any) -> tuple[list[str], dict[str, Any]]:
    told: list[str] = []
    result = run_resource(server.master, ACCOUNT, rows, Mode(progress=Progress(told.append, Clock(step)), **mode))
    return told, result


def people(server: Server) -> list[dict[str, Any]]:
    domain = server.new_domain()
    return [{"name": "u%d@%s" % (number, domain)} for number in range(3)]


def test_each_object_counts_when_it_was_read_and_when_it_was_changed(server: Server) -> None:
    rows = people(server)
    told, result = run(server, [*rows, {"name": "u@nowhere.example"}], EVERY)
    assert told == [
        "1 of 4 accounts looked at, 0 to change, 0 failed",
        "2 of 4 accounts looked at, 0 to change, 0 failed",
        "3 of 4 accounts looked at, 0 to change, 0 failed",
        "4 of 4 accounts looked at, 0 to change, 0 failed",
        "4 of 4 accounts looked at, 1 of 3 changed, 1 failed",
        "4 of 4 accounts looked at, 2 of 3 changed, 1 failed",
        "4 of 4 accounts looked at, 3 of 3 changed, 1 failed",
    ]
    assert result["counts"]["created"] == 3
    assert summary(result) == "3 created, 1 failed"


def test_check_mode_tells_what_it_looks_at(server: Server) -> None:
    told, result = run(server, people(server), EVERY, check=True)
    assert told[-1] == "3 of 3 accounts looked at, 0 to change, 0 failed"
    assert summary(result) == "3 created"


def test_nobody_is_told_more_often_than_every_two_seconds(server: Server) -> None:
    rows = people(server)
    assert len(run(server, rows, EVERY / 2.9)[0]) == 2
    assert run(server, rows, EVERY / 100)[0] == []


def test_what_has_no_known_number_is_counted() -> None:
    told: list[str] = []
    progress = Progress(told.append, Clock(EVERY))
    for _object in range(1234):
        progress.looked()
    assert told[-1] == "1,234 objects read"


@pytest.mark.parametrize(
    ("counts", "line"),
    [
        ({"wanted": 1, "created": 1}, ""),
        ({}, ""),
        ({"wanted": 10_000, "unchanged": 9_969, "updated": 30, "failed": 1}, "9,969 unchanged, 30 updated, 1 failed"),
        ({"wanted": 2, "deleted": 1, "not_attempted": 1}, "1 deleted, 1 not attempted"),
    ],
)
def test_a_list_ends_with_what_became_of_it(counts: dict[str, int], line: str) -> None:
    assert summary({"counts": counts}) == line
