# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""How far tasks have come is on a terminal, and nowhere else."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

from support import simulator
from support.checkout import variables
from support.playbook import LOCALHOST, PlaybookRunner, play

NUMBER = 120
ACCOUNTS = {"window": 1, "accounts": [{"name": "user%d@example.com" % number} for number in range(NUMBER)]}
PLAY = play(
    {"name": "made", "communigate.pro.cgp_account": ACCOUNTS},
    {"name": "quiet", "communigate.pro.cgp_account": {**ACCOUNTS, "progress": False}},
)


def on_a_terminal(directory: Path, playbook: Path, environment: dict[str, str]) -> str:
    """What is shown there."""
    ours, its = pty.openpty()
    hosts = playbook.with_name("hosts.json")
    command = [sys.executable, "-m", "ansible", "playbook", str(playbook), "--inventory", str(hosts)]
    with subprocess.Popen(
        command, cwd=directory, env=variables(directory, **environment), stdin=its, stdout=its, stderr=its
    ) as process:
        os.close(its)
        shown = b""
        while True:
            try:
                part = os.read(ours, 4096)
            except OSError:  # nobody writes any more
                break
            if not part:
                break
            shown += part
        os.close(ours)
    assert process.returncode == 0, shown
    return shown.decode("utf-8")


def test_whoever_watches_is_told_and_nobody_else(tmp_path: Path) -> None:
    """Each reply takes a moment, so that the first task takes some seconds."""
    server = simulator.embed(tmp_path / "simulator", "--latency-ms", "15")
    try:
        hosts = {"all": {"hosts": {"localhost": LOCALHOST}}}
        (tmp_path / "hosts.json").write_text(json.dumps(hosts), encoding="utf-8")
        (tmp_path / "play.json").write_text(json.dumps([PLAY]), encoding="utf-8")
        shown = on_a_terminal(tmp_path, tmp_path / "play.json", server.environment)
        again = PlaybookRunner(tmp_path / "runs", server.environment)(PLAY).succeeded()
    finally:
        server.stop()
    made, quiet = shown.split("TASK [quiet]")
    assert "cgp_account: 120 of 120 accounts looked at, " in made
    assert "cgp_account: 120 created" in made
    assert "cgp_account:" not in quiet
    assert "cgp_account:" not in again.output
