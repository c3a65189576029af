# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that what runs on a target can be imported there on every Python from 3.7 on that is at hand.

ansible-test imports each file alone, and compiles whatever that imports for each file anew, which takes it a minute
for each Python; `make test` has it do so on the oldest. Whether a file can be imported alone, and imports nothing that
it may not, does not depend on the Python. What does, the language, the standard library, its warnings, is what this
finds on all of them; and ansible-core 2.17 still manages targets with 3.7, which the one ansible-test at hand does not
know.
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
    importer = [project.ROOT / "tools" / "import_all.py", project.TREE, Path(ansible.origin).parent]
    failed = []
    tried = [(version, program) for version, program in project.interpreters().items() if version >= OLDEST]
    for version, program in tried:
        print("Python %d.%d" % version, flush=True)
        if subprocess.run([program, "-I", "-S", "-B", *importer], check=False).returncode:
            failed.append(version)
    return 1 if failed or not tried else 0


if __name__ == "__main__":
    sys.exit(main())
