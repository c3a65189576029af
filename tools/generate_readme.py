# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write into README.md how many modules and commands there are. ``--check``: are the numbers right?

The sentence is written by hand, but for its numbers. The status is 1 if it is not there, or with ``--check`` wrong.
"""

from __future__ import annotations

import re
import sys

import project

sys.path[:0] = [str(project.TREE)]

from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS  # noqa: E402

TARGET = project.ROOT / "README.md"
SENTENCE = "[%s](plugins/modules) behind all %s commands of the CLI"


def main(arguments: list[str]) -> int:
    modules = len(list((project.ROOT / "plugins" / "modules").glob("cgp_*.py")))
    there = TARGET.read_text(encoding="utf-8")
    pattern = re.escape(SENTENCE).replace("%s", r"\d+")
    wanted, times = re.subn(pattern, SENTENCE % (modules, len(COMMANDS)), there)
    if times != 1:
        print("README.md should say once: %s" % (SENTENCE % (modules, len(COMMANDS))))
        return 1
    if "--check" not in arguments:
        TARGET.write_text(wanted, encoding="utf-8")
    elif wanted != there:
        print("README.md is out of date: run `make generated`")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
