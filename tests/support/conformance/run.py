# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One run: what a server's habits are, and how it differs from a simulator, with and without them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain_set import MAINDOMAINNAME
from ansible_collections.communigate.pro.plugins.module_utils._engine.run import Mode
from ansible_collections.communigate.pro.plugins.module_utils._probe.report import as_file
from ansible_collections.communigate.pro.plugins.module_utils._resources.probe import PROBE
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Session

from .bounds import MAIN, Scene, scenes
from .interruptible import Interruptible
from .mask import Mask
from .player import Player, Stopped
from .reads import reads, type_of
from .recording import Conversation
from .reference import reference
from .transcript import Transcript

HABITS = "habits.yml"
DIFFERENCES = "differences.txt"


@dataclass
class Outcome:
    """What came of a run. ``stopped``: why it ended too early, empty if it did not."""

    scenes: int = 0
    commands: int = 0
    explained: int = 0
    unexplained: int = 0
    habits: Sequence[str] = ()
    stopped: str = ""


class Conformance:
    """A run at the server of ``session``. ``scratch`` is empty for one that only reads."""

    def __init__(self, session: Session, conversations: Sequence[Conversation], scratch: str) -> None:
        self.session = Interruptible(session)
        self._scratch = scratch
        self._reads = reads()
        self.scenes: list[Scene] = []
        self.left_out: Counter[str] = Counter()
        if scratch:
            self.scenes, self.left_out = scenes(conversations, scratch)

    def foreseen(self) -> list[str]:
        """All commands, in their order, without secrets. It reads what the probe reads. CgpError, Stopped."""
        found = self._probe(check=True)
        lines = ["%s %s" % (command["verb"], _arguments(command["arguments"])) for command in found["commands"]]
        lines += [command.line() for command in self._reads]
        for scene in self.scenes:
            mask = Mask(scene, self._scratch)
            lines += ["", "[%s]" % scene.test, "CREATEDOMAIN the scratch Domain"]
            lines += [*map(mask.command, scene.commands), "DELETEDOMAIN the scratch Domain"]
        return [line.rstrip() for line in lines]

    def run(self, directory: Path) -> Outcome:
        """Learn the habits, play, and write both files into ``directory``. CgpError, Stopped if not even that began."""
        found = self._probe(check=False)
        directory.mkdir(parents=True, exist_ok=True)
        habits = directory / HABITS
        habits.write_text(as_file({"version": found["version"], "habits": found["habits"]}), encoding="utf-8")
        outcome = Outcome(habits=[name for name, finding in found["habits"].items() if finding["seen"]])
        transcript = Transcript(self._scratch)
        try:
            with ExitStack() as stack:
                self._compare(stack, transcript, outcome, str(habits))
        except (Stopped, CgpError) as error:
            outcome.stopped = str(error)
        except KeyboardInterrupt:
            outcome.stopped = "interrupted"
        text = transcript.text(found["version"], found["habits"])
        (directory / DIFFERENCES).write_text(text, encoding="utf-8")
        outcome.explained, outcome.unexplained = transcript.explained, transcript.unexplained
        return outcome

    def _probe(self, check: bool) -> dict[str, Any]:
        params = {"probe_scratch_domain": self._scratch or None}
        found = PROBE.run(self.session, params, Mode(check=check))  # type: ignore[arg-type]
        if found.get("failed"):
            raise Stopped(found["msg"])
        return found

    def _compare(self, stack: ExitStack, transcript: Transcript, outcome: Outcome, habits: str) -> None:
        self.session.go_on()
        main = self.session.one(MAINDOMAINNAME()) if self._scratch else MAIN
        plain, learnt = reference(stack, main), reference(stack, main, habits)
        for command in self._reads:
            answers = [type_of(session, command) for session in (plain, self.session, learnt)]
            transcript.add_read(command, *answers)
            outcome.commands += 1
        server, simulator, like = (Player(session, self._scratch) for session in (self.session, plain, learnt))
        for scene in self.scenes:
            self.session.go_on()
            answered = server.play(scene)
            transcript.add(scene, simulator.play(scene), answered, lambda scene=scene: like.play(scene))
            outcome.scenes += 1
            outcome.commands += len(answered)


def _arguments(arguments: Mapping[str, Any]) -> str:
    return ", ".join("%s: %s" % (name, value) for name, value in arguments.items())
