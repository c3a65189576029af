# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What came of all questions, and the file of habits that is made of it."""

from __future__ import annotations

import json
from typing import Any, Mapping

from .question import Findings


def told(version: str, findings: Findings) -> dict[str, Any]:
    """The server's version, and of each habit whether it was seen (None: not tried, or not to be told) and how."""
    habits = {name: {"seen": findings[name].seen, "how": findings[name].how} for name in sorted(findings)}
    return {"version": version, "habits": habits}


def as_file(report: Mapping[str, Any]) -> str:
    """The text of the file: JSON, which YAML readers take as well."""
    return json.dumps(report, indent=2, sort_keys=False) + "\n"
