# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the checkout is, where it stands as a collection, and what its programs run with."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TREE = ROOT / ".tree"
TARGET_PYTHON = Path(__file__).parent / "target_python"
COMPILED = ROOT / ".cache" / "compiled"
"""What TARGET_PYTHON keeps: by content, so that it is never out of date."""

_FROM_OUTSIDE = ("ANSIBLE_", "CGP_", "MOLECULE_", "PYTEST_", "PYTHONPATH")


def variables(home: Path, **more: str) -> dict[str, str]:
    """What Ansible's programs run with: this checkout's collection, files in ``home``, no setting from outside."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_FROM_OUTSIDE)}
    return {
        **kept,
        "PATH": os.pathsep.join([str(Path(sys.executable).parent), kept["PATH"]]),
        "HOME": str(home),
        "NO_COLOR": "1",
        "ANSIBLE_ASYNC_DIR": str(home / "async"),
        "ANSIBLE_COLLECTIONS_PATH": str(TREE),
        "ANSIBLE_HOME": str(home / "ansible"),
        "ANSIBLE_LOCAL_TEMP": str(home / "local-tmp"),
        "ANSIBLE_NOCOLOR": "1",
        "ANSIBLE_NOCOWS": "1",
        "ANSIBLE_REMOTE_TMP": str(home / "remote-tmp"),
        "COMMUNIGATE_PRO_TEST_COMPILED": str(COMPILED),
        "PYTHONPATH": str(TARGET_PYTHON),
        **more,
    }
