# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Conversations that show what a habit is: tests/unit/simulator/habits, a file for each question.

::

    [priority-order]
    SETSERVERMAILRULES ((1,low),(9,high))
    = 200 OK
    GETSERVERMAILRULES
    - 201 ((#1,low),(#9,high))
    + 201 ((#9,high),(#1,low))

Under each command is its answer: ``=`` whether or not the server has the habit, ``-`` without it, ``+`` with it. In
brackets may be several habits, which are in force together. ``5..`` stands for the code of any refusal, ``...`` for the
rest of a line. Lines that begin with # are for people.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from support.checkout import ROOT

DIRECTORY = ROOT / "tests" / "unit" / "simulator" / "habits"


@dataclass
class Case:
    """One conversation: ``lines`` are commands with their answers without and with the habits."""

    habits: tuple[str, ...]
    where: str
    lines: list[tuple[str, dict[str, str]]] = field(default_factory=list)


def cases() -> list[Case]:
    """All conversations, by file and in their order."""
    return [case for path in sorted(DIRECTORY.glob("*.txt")) for case in _read(path)]


def _read(path: Path) -> list[Case]:
    found: list[Case] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        where = "%s:%d" % (path.name, number)
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            found.append(Case(tuple(name.strip() for name in line.strip("[]").split(",")), where))
        elif line[:2] in ("= ", "- ", "+ "):
            answers = found[-1].lines[-1][1]
            for sign in "-+" if line[0] == "=" else line[0]:
                assert sign not in answers, where
                answers[sign] = line[2:]
        else:
            found[-1].lines.append((line, {}))
    for case in found:
        assert case.lines and all(set(answers) == {"-", "+"} for _line, answers in case.lines), case.where
    return found
