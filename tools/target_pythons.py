# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Check that what runs on a target runs there on every Python from 3.7 on that is at hand.

ansible-test covers the targets of the one ansible-core it belongs to; ansible-core 2.17 still manages targets with 3.7.
"""

from __future__ import annotations

import subprocess
import sys

import project

OLDEST = (3, 7)


def main() -> int:
    failed = []
    tried = [(version, program) for version, program in project.interpreters().items() if version >= OLDEST]
    for version, program in tried:
        print("Python %d.%d" % version, flush=True)
        command = [str(program), "-B", str(project.ROOT / "tools" / "import_all.py"), str(project.TREE)]
        if subprocess.run(command, check=False).returncode:
            failed.append(version)
    return 1 if failed or not tried else 0


if __name__ == "__main__":
    sys.exit(main())
