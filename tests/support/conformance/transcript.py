# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The file of differences.

::

    [tests/conformance/test_account_rules.py::test_setaccountmailrules_replaces_all]
    SETACCOUNTMAILRULES bob@scratch.example ((1,low),(9,high))
    = 200
    GETACCOUNTMAILRULES bob@scratch.example
    - 201 ((1,low),(9,high))
    * 201 ((9,high),(1,low))

Under each command is its answer: ``=`` of both; or ``-`` of the simulator and, of the server, ``*`` where the simulator
with the habits that were learnt answers just so, ``+`` where it does not. A scene ends with its last difference, and
one that differs only as others did before is not written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._cli.syntax import Command

from .bounds import Scene
from .mask import Mask

_HEAD = """\
# How a server differs from the simulator: tests/conformance in a Domain that is called scratch.example here.
# "=" is what both answer, "-" the simulator, "*" the server as its learnt habits explain, "+" the server otherwise.
# version %s; habits: %s
"""


class Transcript:
    """``unexplained``: how many answers differ as no learnt habit explains, ``explained`` how many others differ."""

    def __init__(self, scratch: str) -> None:
        self._scratch = scratch
        self._blocks: list[str] = []
        self._known: set[tuple[str, str, str]] = set()
        self.explained = self.unexplained = 0

    def add_read(self, command: Command, expected: str, answered: str, learnt: str) -> None:
        """What a read of the whole server was answered with: types only, empty where nothing was told."""
        if expected and answered and expected != answered:
            sign = self._counted(answered, learnt)
            self._blocks.append("[reads]\n%s\n- %s\n%s %s\n" % (command.line(), expected, sign, answered))

    def add(
        self, scene: Scene, expected: Sequence[str], answered: Sequence[str], learnt: Callable[[], Sequence[str]]
    ) -> None:
        """A scene; ``learnt`` plays it to the simulator with the learnt habits, and is called if it is needed."""
        if list(expected[: len(answered)]) == list(answered):
            return
        lines: list[str] = ["[%s]" % scene.test]
        ends = [0]
        news = False
        mask = Mask(scene, self._scratch)
        for command, before, after, with_habits in zip(scene.commands, expected, answered, learnt()):
            lines.append(mask.command(command))
            if before == after:
                lines.append("= %s" % after)
                continue
            lines += ["- %s" % before, "%s %s" % (self._counted(after, with_habits), after)]
            ends.append(len(lines))
            difference = (command.verb, before, after)
            news = news or difference not in self._known
            self._known.add(difference)
        if news:
            self._blocks.append("\n".join(lines[: ends[-1]]) + "\n")

    def _counted(self, answered: str, learnt: str) -> str:
        explained = answered == learnt
        self.explained += explained
        self.unexplained += not explained
        return "*" if explained else "+"

    def text(self, version: str, findings: Mapping[str, Mapping[str, Any]]) -> str:
        seen = [name for name, finding in sorted(findings.items()) if finding["seen"]]
        head = _HEAD % (version or "unknown", ", ".join(seen) or "none that was seen")
        return "\n".join([head, *self._blocks])
