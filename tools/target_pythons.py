# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that what runs on a target can be imported there on every Python from 3.7 on that is at hand.

What depends on the Python, the language, the standard library, its warnings, is found by importing all files in one
process of each; and ansible-core 2.17 still manages targets with 3.7, which the one ansible-test at hand does not know.
Whether a file can be imported alone, and imports nothing that it may not, does not depend on the Python: that is tried
on the one that runs this.

``ansible-test sanity --test import`` does the same in twice the time for one Python, since it compiles whatever a file
imports for each file anew. It passes as well: ``make test CHECKS=sanity-import`` runs it on the oldest that it knows.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import project

OLDEST = (3, 7)


def main() -> int:
    ansible = importlib.util.find_spec("ansible")
    if ansible is None or ansible.origin is None:
        raise SystemExit("there is no ansible-core in this environment: run it by `make test`")
    importer, *arguments = project.ROOT / "tools" / "import_all.py", project.TREE, Path(ansible.origin).parent
    tried = [(version, program) for version, program in project.interpreters().items() if version >= OLDEST]
    runs = [("Python %d.%d" % version, program, arguments) for version, program in tried]
    runs.append(("each file alone", Path(sys.executable), ["--alone", *arguments]))
    failed = []
    for name, program, given in runs:
        print(name, flush=True)
        if subprocess.run([program, "-I", "-S", "-B", importer, *given], check=False).returncode:
            failed.append(name)
    return 1 if failed or not tried else 0


if __name__ == "__main__":
    sys.exit(main())
