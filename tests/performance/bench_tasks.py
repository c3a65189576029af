# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What tasks, items of a loop and long lists cost: through the router, as an ordinary module, and as debug and ping."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench_accounts import accounts
from measure import Row, running_simulator
from support.playbook import ELSEWHERE, PlaybookRunner, play

ITEMS = 100
TASKS = 20
LISTED = (2_500, 5_000, 10_000)
DEBUG = {"ansible.builtin.debug": {"msg": "{{ item | default('measured') }}"}}


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as directory, running_simulator() as simulator:
        # As on a target: there nothing keeps what a module compiles.
        runner = PlaybookRunner(Path(directory), {**simulator.environment, "COMMUNIGATE_PRO_TEST_COMPILED": ""})
        return [_tasks(runner), *_items(runner), *_lists(runner, Path(directory))]


def _tasks(runner: PlaybookRunner) -> Row:
    """Whole plays, with what each of them costs whatever it does."""
    account = {"communigate.pro.cgp_account": {"name": "alice", "settings": {"RealName": "Alice"}}}
    _seconds(runner, [account])  # so that the others find it unchanged
    routed = _seconds(runner, [account] * TASKS)
    debug = _seconds(runner, [DEBUG] * TASKS)
    return _row("play of tasks through the router, against debug", TASKS, routed, debug, "aim: 1.5")


def _items(runner: PlaybookRunner) -> list[Row]:
    forwarder = {"communigate.pro.cgp_forwarder": {"name": "sales{{ item }}@example.com", "to": "a@example.org"}}
    debug = _seconds_per_item(runner, DEBUG)
    routed = _seconds_per_item(runner, forwarder)
    ping = _seconds_per_item(runner, {"ansible.builtin.ping": {}, "vars": ELSEWHERE})
    module = _seconds_per_item(runner, {**forwarder, "vars": ELSEWHERE})
    return [
        _row("item of a loop through the router, against debug", ITEMS, routed, debug, "aim: 3"),
        _row("item of a loop as an ordinary module, against ping", ITEMS, module, ping, "aim: 1.3"),
    ]


def _lists(runner: PlaybookRunner, directory: Path) -> list[Row]:
    """The ratio must not grow with the length of the list: each Account has a secret."""
    measured = []
    for number in LISTED:
        source = directory / ("accounts-%d.json" % number)
        source.write_text(json.dumps(accounts(number)), encoding="utf-8")
        task = {"communigate.pro.cgp_account": {"source": str(source)}}
        _seconds(runner, [task])
        routed = _seconds(runner, [task])
        module = _seconds(runner, [{**task, "vars": ELSEWHERE}])
        name = "accounts unchanged as an ordinary module, against router"
        measured.append(_row(name, number, module, routed, "aim: the same for each length"))
    return measured


def _row(name: str, number: int, seconds: float, floor: float, note: str) -> Row:
    figures = {"seconds": seconds, "floor_seconds": floor, "ratio": seconds / floor}
    return {"name": name, "n": number, **figures, "note": note}


def _seconds_per_item(runner: PlaybookRunner, task: dict[str, Any]) -> float:
    """Without what a playbook costs whatever it does. The first run makes what the others find unchanged."""
    _seconds_of_loop(runner, task, ITEMS)
    return (_seconds_of_loop(runner, task, ITEMS + 1) - _seconds_of_loop(runner, task, 1)) / ITEMS


def _seconds_of_loop(runner: PlaybookRunner, task: dict[str, Any], items: int) -> float:
    return _seconds(runner, [{**task, "loop": list(range(items))}])


def _seconds(runner: PlaybookRunner, tasks: Sequence[dict[str, Any]]) -> float:
    begun = time.perf_counter()
    runner(play(*({**task, "name": "Measured"} for task in tasks))).succeeded()
    return time.perf_counter() - begun
