# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten thousand Accounts from a file through the engine, and what a window is worth when the network is slow."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._host import execute, read_rows
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session
from measure import RecordingSession, Row, running_simulator, seconds_of_bare_loop, session

ACCOUNTS = 10_000
SLOW_ACCOUNTS = 1_000
LATENCY_MS = 5


def accounts(number: int) -> list[dict[str, Any]]:
    """Accounts as an administrator would list them."""
    return [
        {
            "name": "user%06d@example.com" % one,
            "account_password": "Pass-word-%06d" % one,
            "settings": {"RealName": "User Number %d" % one, "MaxAccountSize": "500M", "MaxMailboxes": 40},
        }
        for one in range(number)
    ]


def rows() -> list[Row]:
    with tempfile.TemporaryDirectory() as directory:
        source = Path(directory) / "accounts.json"
        source.write_text(json.dumps(accounts(ACCOUNTS)), encoding="utf-8")
        measured = _create_and_repeat(source)
        source.write_text(json.dumps(accounts(SLOW_ACCOUNTS)), encoding="utf-8")
        return measured + _windows(source)


def run(session: Session, source: Path) -> tuple[float, dict[str, Any]]:
    """Seconds and result of the task that makes the Accounts be as the file says, login and file included."""
    begun = time.perf_counter()
    params = {"source": str(source), "login": "postmaster"}
    with session:
        result = execute(ACCOUNT, params, session, source_rows=read_rows(params))
    seconds = time.perf_counter() - begun
    if result.get("failed"):
        raise SystemExit(result["msg"])
    return seconds, result


def _create_and_repeat(source: Path) -> list[Row]:
    with running_simulator() as simulator, running_simulator() as another, running_simulator() as untouched:
        created = run(session(simulator), source)
        unchanged = run(session(simulator), source)
        # What was said, recorded apart from the measurement, and then said again without any thought: to a server
        # without the Accounts, and to the one that has them.
        creating, repeating = RecordingSession(another), RecordingSession(simulator)
        run(creating, source)
        run(repeating, source)
        create_floor = seconds_of_bare_loop(untouched, creating.lines)
        unchanged_floor = seconds_of_bare_loop(simulator, repeating.lines)
    return [
        row("accounts created, list in a file", ACCOUNTS, created, create_floor),
        row("accounts unchanged, list in a file", ACCOUNTS, unchanged, unchanged_floor),
    ]


def _windows(source: Path) -> list[Row]:
    with running_simulator("--latency-ms", str(LATENCY_MS)) as simulator:
        run(session(simulator), source)
        wide = run(session(simulator), source)
        narrow = run(session(simulator, window=1), source)
    name = "accounts unchanged at %d ms latency, window " % LATENCY_MS
    times_faster = "window 64 is %.1f times as fast" % (narrow[0] / wide[0])
    return [
        row(name + "64", SLOW_ACCOUNTS, wide, None),
        {**row(name + "1", SLOW_ACCOUNTS, narrow, wide[0]), "note": times_faster + " (aim: 20)"},
    ]


def row(name: str, number: int, measured: tuple[float, dict[str, Any]], floor: float | None) -> Row:
    seconds, result = measured
    statistics = result["statistics"]
    return {
        "name": name,
        "n": number,
        "seconds": seconds,
        "floor_seconds": floor,
        "ratio": seconds / floor if floor else None,
        "commands": statistics["commands"],
        "writes": statistics["writes"],
        "round_trips": statistics["round_trips"],
    }
