# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How many pipelined reads a second the simulator answers, asked by a bare socket loop."""

from __future__ import annotations

from measure import Row, running_simulator, seconds_of_bare_loop

READS = 30_000


def rows() -> list[Row]:
    with running_simulator() as simulator:
        seconds = seconds_of_bare_loop(simulator, [b'GETACCOUNTSETTINGS "postmaster"\n'] * READS)
    return [
        {
            "name": "simulator: pipelined GETACCOUNTSETTINGS",
            "n": READS,
            "seconds": seconds,
            "commands": READS,
            "note": "%.0f a second (aim: 10000)" % (READS / seconds),
        }
    ]
