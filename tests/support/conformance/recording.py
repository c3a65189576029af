# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the conformance suite say, each a conversation of one administrator with one server.

The suite is run for it against its own simulators, which proves at the same time that it passes. Only what the
administrator says is kept: others would need passwords and rights on a real server.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from support.checkout import ROOT

SUITE = "tests/conformance"
_VARIABLE = "COMMUNIGATE_PRO_RECORD"


class RecordingFailed(Exception):
    """The suite does not pass; the message is what pytest said."""


@dataclass(frozen=True)
class Conversation:
    """``lines`` as they were sent, without their ends, by the test of this name."""

    test: str
    lines: Sequence[str]


def keep(test: str, lines: Sequence[bytes]) -> None:
    """Keep what a test said, if this process was started by ``record``."""
    directory = os.environ.get(_VARIABLE)
    if not directory:
        return
    said = [line.rstrip(b"\r").decode("utf-8", "surrogateescape") for line in lines]
    with open(os.path.join(directory, str(os.getpid())), "a", encoding="utf-8") as file:
        file.write(json.dumps([test, [line for line in said if line]]) + "\n")


def record(tests: Sequence[str] = (SUITE,)) -> list[Conversation]:
    """The conversations of these tests, by their names. RecordingFailed."""
    with tempfile.TemporaryDirectory() as directory:
        run = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-n", str(os.cpu_count() or 1) if SUITE in tests else "0", *tests],
            cwd=ROOT, env={**os.environ, _VARIABLE: directory}, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if run.returncode:
            raise RecordingFailed(run.stdout + run.stderr)
        kept = [line for path in Path(directory).iterdir() for line in path.read_text(encoding="utf-8").splitlines()]
    return sorted((Conversation(test, tuple(lines)) for test, lines in map(json.loads, kept)), key=lambda one: one.test)
