# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What an item of a loop costs: through the router, as an ordinary module, and as Ansible's own debug and ping."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from typing import Any

from measure import Row, running_simulator
from support.playbook import ELSEWHERE, PlaybookRunner, play

ITEMS = 100


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as directory, running_simulator() as simulator:
        runner = PlaybookRunner(Path(directory), simulator.environment)
        forwarder = {"communigate.pro.cgp_forwarder": {"name": "sales{{ item }}@example.com", "to": "a@example.org"}}
        debug = _seconds_per_item(runner, {"ansible.builtin.debug": {"msg": "{{ item }}"}})
        routed = _seconds_per_item(runner, forwarder)
        ping = _seconds_per_item(runner, {"ansible.builtin.ping": {}, "vars": ELSEWHERE})
        module = _seconds_per_item(runner, {**forwarder, "vars": ELSEWHERE})
    return [
        _row("item of a loop through the router, against debug", routed, debug, "aim: 3"),
        _row("item of a loop as an ordinary module, against ping", module, ping, "aim: 1.3"),
    ]


def _row(name: str, seconds: float, floor: float, note: str) -> Row:
    figures = {"seconds": seconds, "floor_seconds": floor, "ratio": seconds / floor}
    return {"name": name, "n": ITEMS, **figures, "note": note}


def _seconds_per_item(runner: PlaybookRunner, task: dict[str, Any]) -> float:
    """Without what a playbook costs whatever it does. The first run makes what the others find unchanged."""
    _seconds(runner, task, ITEMS)
    return (_seconds(runner, task, ITEMS + 1) - _seconds(runner, task, 1)) / ITEMS


def _seconds(runner: PlaybookRunner, task: dict[str, Any], items: int) -> float:
    begun = time.perf_counter()
    runner(play({**task, "name": "Measured", "loop": list(range(items))})).succeeded()
    return time.perf_counter() - begun
