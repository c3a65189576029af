# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is known not to hold yet: tests/unit/habits/known.tsv, a line for each habit and module."""

from __future__ import annotations

from support.checkout import ROOT

KNOWN = {
    (habit, module): why
    for habit, module, why in (
        line.split("\t")
        for line in (ROOT / "tests/unit/habits/known.tsv").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    )
}
