# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run the project's checks: ``python tools/checks.py [NAME ...]``, without a name all of them, pytest last.

The checks before pytest run side by side; each is told in one line, with its output where it failed. The exit status is
0 only if every check passed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import dataclass

import project

PYTHON = sys.executable
WORKERS = max(2, os.cpu_count() or 1)


@dataclass(frozen=True)
class Check:
    """A command, run at the top of the checkout; status 0 means that the check passed."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    check: Check
    passed: bool
    seconds: float
    output: str

    def __str__(self) -> str:
        line = "%-6s %6.1f s  %s" % ("ok" if self.passed else "FAILED", self.seconds, self.check.name)
        return line if self.passed else "%s\n%s" % (line, self.output.rstrip())


# The slowest first, so that the others fit in beside them.
CHECKS = (
    Check("sanity-import", (PYTHON, "tools/sanity.py", "--test", "import")),
    Check("sanity", (PYTHON, "tools/sanity.py", "--skip-test", "import")),
    Check("artifact", (PYTHON, "tools/artifact.py")),
    Check("docs", ("antsibull-docs", "lint-collection-docs", "--plugin-docs", ".")),
    Check("ansible-lint", ("ansible-lint", "-q", "--nocolor")),
    Check("mypy", ("mypy",)),
    Check("target-pythons", (PYTHON, "tools/target_pythons.py")),
    Check("changelog", ("antsibull-changelog", "lint")),
    Check("yamllint", ("yamllint", "--strict", ".")),
    Check("ruff", ("ruff", "check", "--quiet", "--output-format", "concise", ".")),
    *(
        Check(path.stem, (PYTHON, "tools/%s" % path.name, "--check"))
        for path in sorted(project.ROOT.glob("tools/generate_*.py"))
    ),
)

# A file's tests stay on one worker, in the order of testpaths.
PYTEST = Check("pytest", (PYTHON, "-m", "pytest", "-n", str(WORKERS), "--dist", "loadfile", "--no-loadscope-reorder"))


def run(check: Check, variables: dict[str, str]) -> Outcome:
    """Run one check with its output kept back."""
    begun = time.monotonic()
    done = subprocess.run(
        check.command,
        cwd=project.ROOT,
        env=variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    return Outcome(check, done.returncode == 0, time.monotonic() - begun, done.stdout)


def run_side_by_side(checks: list[Check], variables: dict[str, str]) -> bool:
    """Run the checks on as many workers as there are cores; True if all passed."""
    outcomes = []
    with ThreadPoolExecutor(WORKERS) as pool:
        for future in as_completed([pool.submit(run, check, variables) for check in checks]):
            outcomes.append(future.result())
            print(outcomes[-1], flush=True)
    failed = sorted(outcome.check.name for outcome in outcomes if not outcome.passed)
    if failed:
        print("%d of %d checks failed: %s" % (len(failed), len(outcomes), ", ".join(failed)), flush=True)
    return not failed


def main(names: list[str]) -> int:
    known = [check.name for check in (*CHECKS, PYTEST)]
    unknown = sorted(set(names) - set(known))
    if unknown:
        print("No such check: %s. There are: %s" % (", ".join(unknown), ", ".join(known)), file=sys.stderr)
        return 2
    wanted = set(names or known)
    variables = project.environment()
    passed = run_side_by_side([check for check in CHECKS if check.name in wanted], variables)
    if PYTEST.name in wanted:
        tests = subprocess.run(PYTEST.command, cwd=project.ROOT, env=variables, check=False)
        passed = passed and tests.returncode == 0
    return 0 if passed else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
