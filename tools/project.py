# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the project's tools share: where things are, which Pythons are at hand, and a clean copy of the checkout."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
TREE = ROOT / ".tree"
COLLECTION = Path("ansible_collections", "communigate", "pro")

_PROBE = "import sys; print('%d.%d' % sys.version_info[:2]); print(sys.executable)"


def interpreters() -> dict[tuple[int, int], Path]:
    """The Pythons at hand, by version: those that PATH names (and that really run), then pyenv's.

    The project's own environment is left out: it is one of the others under another name.
    """
    pyenv = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    directories = [Path(entry) for entry in os.get_exec_path()]
    directories += sorted(pyenv.glob("versions/*/bin"))
    found: dict[tuple[int, int], Path] = {}
    for directory in directories:
        for candidate in sorted(directory.glob("python3.*")):
            if not re.fullmatch(r"python3\.\d+", candidate.name) or ROOT in candidate.parents:
                continue
            version = (3, int(candidate.name.rpartition(".")[2]))
            if version not in found:
                program = _really(candidate, version)
                if program is not None:
                    found[version] = program
    return dict(sorted(found.items()))


def _really(candidate: Path, version: tuple[int, int]) -> Path | None:
    """The program behind a name in PATH, or None: pyenv's stubs exist for versions that do not run, too."""
    try:
        done = subprocess.run([candidate, "-c", _PROBE], capture_output=True, text=True, check=True, timeout=30)
    except (OSError, subprocess.SubprocessError):
        return None
    told, program = done.stdout.splitlines()
    return Path(program) if told == "%d.%d" % version else None


def environment(**changes: str) -> dict[str, str]:
    """The variables every tool runs with: this environment's programs come first, then every Python at hand."""
    path = [str(Path(sys.executable).parent)]
    path += [str(program.parent) for program in interpreters().values()]
    path += os.get_exec_path()
    variables = dict(os.environ, ANSIBLE_COLLECTIONS_PATH=str(TREE), PATH=os.pathsep.join(dict.fromkeys(path)))
    return {**variables, **changes}


def copy(parent: Path) -> Path:
    """Put a fresh copy of what git would commit under ``parent`` and return the collection's directory in it.

    ansible-test insists on a real directory named ansible_collections/NAMESPACE/NAME, and ansible-galaxy packs whatever
    lies about: neither can be given the checkout.
    """
    target = parent / COLLECTION
    shutil.rmtree(parent, ignore_errors=True)
    target.mkdir(parents=True)
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    for name in sorted({os.fsdecode(entry) for entry in listing.split(b"\0") if entry}):
        if not os.path.lexists(ROOT / name):  # deleted, but not yet committed
            continue
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, target / name, follow_symlinks=False)
    return target
