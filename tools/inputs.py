# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a check looks at, and whether it has passed with just that before.

A check whose inputs are the same as when it passed last cannot find anything new. Its inputs are the content of the
files that it reads, of all that says how it is run (tools, requirements), and the Pythons at hand. What is known is
kept under build/passed, so a fresh clone knows nothing and runs everything.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Sequence

import project

PASSED = project.BUILD / "passed"
ALWAYS = ("tools/", "requirements/", "pyproject.toml", "galaxy.yml")


def fingerprint(command: Sequence[str], reads: Sequence[str]) -> str:
    """Of a check that runs ``command`` and reads the files whose paths begin with one of ``reads`` (none: all)."""
    digest = hashlib.sha256(repr((list(command), sys.version, sorted(project.interpreters()))).encode())
    prefixes = (*reads, *ALWAYS)
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=project.ROOT,
        capture_output=True,
        check=True,
    ).stdout
    for name in sorted({os.fsdecode(entry) for entry in listing.split(b"\0") if entry}):
        path = project.ROOT / name
        if (not reads or name.startswith(prefixes)) and path.is_file():
            content = hashlib.sha256(path.read_bytes()).digest()
            digest.update(b"%s\0%s" % (os.fsencode(name), content))
    return digest.hexdigest()


def has_passed(name: str, key: str) -> bool:
    """Whether the check of this name has passed with these inputs."""
    file = PASSED / name
    return file.is_file() and file.read_text(encoding="utf-8") == key


def note(name: str, key: str) -> None:
    """Remember that the check has passed with these inputs."""
    PASSED.mkdir(parents=True, exist_ok=True)
    (PASSED / name).write_text(key, encoding="utf-8")
