# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write docs/simulator-coverage.md from the names of the tests in tests/conformance; ``--check``: is it up to date?

The status is 1 when a command of the manual has no test, or, with ``--check``, when the page is out of date.
"""

from __future__ import annotations

import subprocess
import sys
from collections import defaultdict

import project

sys.path[:0] = [str(project.TREE), str(project.ROOT / "tests")]

from support.manual import SECTIONS, verbs_named  # noqa: E402

TARGET = project.ROOT / "docs" / "simulator-coverage.md"

HEAD = """\
# What the simulator does, command by command

Generated from the names of the tests in `tests/conformance` by `make generated`. Each test states one thing that the
manual says of the command, and has sent that command to the simulator. {tests} tests prove {commands} commands.
"""


def tests() -> list[str]:
    """The node ids of all conformance tests."""
    listing = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "tests/conformance"],
        cwd=project.ROOT, env=project.environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        check=False,
    )
    if listing.returncode != 0:
        sys.exit("tests/conformance cannot be collected:\n%s" % listing.stdout)
    return [line for line in listing.stdout.splitlines() if "::test_" in line]


def statement(verb: str, test: str) -> str:
    """What a test says, as words."""
    function, _bracket, case = test.partition("::test_")[2].partition("[")
    words = function.replace("_", " ")
    if words.split(" ")[0].upper() == verb:
        words = words.partition(" ")[2] or "works"
        rest = case.rstrip("]")
    else:
        rest = case.rstrip("]").replace(verb, "").strip("-")
    return "%s (%s)" % (words, rest.replace("|", "\\|")) if rest else words


def render(proofs: dict[str, list[str]]) -> str:
    """The page for the tests of each command."""
    lines = [HEAD.format(tests=len({test for found in proofs.values() for test in found}), commands=len(proofs))]
    section = ""
    for verb, its_section in SECTIONS.items():
        if its_section != section:
            section = its_section
            lines.append("\n## %s\n" % section)
            lines.append("| command | proved |\n|---|---|")
        lines.append("| %s | %s |" % (verb, "; ".join(dict.fromkeys(statement(verb, test) for test in proofs[verb]))))
    return "\n".join(lines) + "\n"


def main(arguments: list[str]) -> int:
    proofs: dict[str, list[str]] = defaultdict(list)
    for test in tests():
        for verb in verbs_named(test):
            proofs[verb].append(test)
    missing = [verb for verb in SECTIONS if verb not in proofs]
    if missing:
        print("%d commands have no test in tests/conformance: %s" % (len(missing), ", ".join(missing)))
        return 1
    wanted = render(proofs)
    if "--check" in arguments:
        if TARGET.is_file() and TARGET.read_text(encoding="utf-8") == wanted:
            return 0
        print("docs/simulator-coverage.md is out of date: run `make generated`")
        return 1
    TARGET.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
