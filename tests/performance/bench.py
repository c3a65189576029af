# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``make bench``: every measurement as a ratio to a floor measured in the same run, and as counts.

Prints a table and writes build/bench.json: a list of rows with the keys name, n, seconds, floor_seconds, ratio,
commands, writes, round_trips and note; null where a row has no such figure. Seconds depend on the machine and its
load, ratios and counts hardly: compare those.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS), str(Path(__file__).resolve().parent)]
from support.checkout import ROOT, TREE  # noqa: E402

sys.path.insert(0, str(TREE))

import bench_accounts  # noqa: E402
import bench_document  # noqa: E402
import bench_listing  # noqa: E402
import bench_memory  # noqa: E402
import bench_parse  # noqa: E402
import bench_simulator  # noqa: E402
import bench_tasks  # noqa: E402
import bench_transports  # noqa: E402
from measure import Row  # noqa: E402

BENCHES: dict[str, Callable[[], list[Row]]] = {
    "parse": bench_parse.rows,
    "simulator": bench_simulator.rows,
    "accounts": bench_accounts.rows,
    "transports": bench_transports.rows,
    "memory": bench_memory.rows,
    "listing": bench_listing.rows,
    "document": bench_document.rows,
    "tasks": bench_tasks.rows,
}
COLUMNS = ("name", "n", "seconds", "floor_seconds", "ratio", "commands", "writes", "round_trips", "note")
RESULTS = ROOT / "build" / "bench.json"


def main(names: list[str]) -> int:
    rows = []
    print("%-57s %8s %9s %9s %7s %9s %8s %8s  %s" % COLUMNS)
    for name in names or BENCHES:
        for row in BENCHES[name]():
            rows.append({column: row.get(column) for column in COLUMNS})
            print(line(rows[-1]), flush=True)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


def line(row: Row) -> str:
    """One row of the table."""
    figures = [
        "%8s" % shown(row["n"], "%d"),
        "%9s" % shown(row["seconds"], "%.3f"),
        "%9s" % shown(row["floor_seconds"], "%.3f"),
        "%7s" % shown(row["ratio"], "%.2f"),
        "%9s" % shown(row["commands"], "%d"),
        "%8s" % shown(row["writes"], "%d"),
        "%8s" % shown(row["round_trips"], "%d"),
    ]
    return "%-57s %s  %s" % (row["name"], " ".join(figures), row["note"] or "")


def shown(figure: float | None, form: str) -> str:
    return "" if figure is None else form % figure


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
