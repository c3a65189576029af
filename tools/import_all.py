# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compile every module and import every module_utils file with the Python that runs this, from 3.7 on.

Argument: the directory that holds ansible_collections. Files that need Ansible itself are compiled only.
"""

from __future__ import annotations

import importlib
import sys
import traceback
from pathlib import Path


def complaint(tree: Path, path: Path) -> str | None:
    """What is wrong with one file on this Python, and where; None if nothing is."""
    try:
        compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
        if "module_utils" in path.parts:
            importlib.import_module(".".join(path.relative_to(tree).with_suffix("").parts))
    except Exception as error:
        if isinstance(error, ModuleNotFoundError) and (error.name or "").split(".")[0] == "ansible":
            return None
        return "".join(traceback.format_exception(type(error), error, error.__traceback__, limit=-1)[1:]).rstrip()
    return None


def main(tree: Path) -> int:
    sys.path.insert(0, str(tree))
    plugins = tree / "ansible_collections" / "communigate" / "pro" / "plugins"
    paths = sorted(plugins.glob("modules/*.py")) + sorted(plugins.glob("module_utils/**/*.py"))
    # One broken file breaks every file that imports it: each complaint is told once.
    complaints = {complaint(tree, path): path.relative_to(plugins) for path in reversed(paths)}
    complaints.pop(None, None)
    for text, path in complaints.items():
        print("%s:\n%s" % (path, text))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).absolute()))
