# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""One playbook against a simulator of its own. Starting both is what costs, so many tests look at the same run."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from support import simulator
from support.checkout import variables
from support.playbook import PlaybookRun, PlaybookRunner

PLAYBOOKS = "playbooks"
SIMULATOR = "simulator"


def perform(
    directory: Path,
    plays: Sequence[Mapping[str, Any]] | Mapping[str, Any] | Path,
    *arguments: str,
    flags: Sequence[str] = (),
    control: Sequence[str] = (),
    password: str = "a password, for tests",
    **keywords: Any,
) -> PlaybookRun:
    """Runs a playbook against a new simulator, which ends with it.

    ``flags`` and ``password`` are the simulator's, ``control`` lines of its control language, said before the playbook;
    ``arguments`` and ``keywords`` are those of PlaybookRunner. What both leave behind is in the directories PLAYBOOKS
    and SIMULATOR.
    """
    server = simulator.start(directory / SIMULATOR, *flags, password=password)
    try:
        server.control(*control)
        runner = PlaybookRunner(directory / PLAYBOOKS, server.environment, server.journal_path)
        return runner(plays, *arguments, **keywords)
    finally:
        server.stop()


def site(directory: Path, plays: Sequence[Mapping[str, Any]], files: Mapping[str, str | bytes]) -> Path:
    """A playbook in a directory of its own, with files beside it in ``files``."""
    beside = directory / "site" / "files"
    beside.mkdir(parents=True)
    for name, content in files.items():
        (beside / name).parent.mkdir(parents=True, exist_ok=True)
        (beside / name).write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    playbook = directory / "site" / "playbook.yml"
    playbook.write_text(json.dumps(list(plays)), encoding="utf-8")
    return playbook


def encrypt(directory: Path, file: Path) -> list[str]:
    """Put a file into a vault; returns the arguments that make Ansible open it."""
    password = directory / "vault-password"
    password.write_text("a password for the vault", encoding="utf-8")
    opens_the_vault = ["--vault-password-file", str(password)]
    subprocess.run(
        [sys.executable, "-m", "ansible", "vault", "encrypt", *opens_the_vault, str(file)],
        env=variables(directory / "vault-home"),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
    )
    assert file.read_text(encoding="utf-8").startswith("$ANSIBLE_VAULT;")
    return opens_the_vault
