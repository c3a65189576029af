# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run the project's checks: ``python tools/checks.py [NAME ...]``, without a name all that are usual.

pytest begins at once, and beside its workers the other checks run one after the other: so both cores have something to
do from the beginning to the end. Each check is told in one line, with its output where it failed; what pytest says is
shown when the others are done. The exit status is 0 only if every check passed. A long check that has passed with the
same inputs before is not run again, unless it is named (inputs.py).

``--only MODULE`` runs what concerns one module, ``cgp_forwarder`` for example: its tests and the quick checks.
"""

from __future__ import annotations

import argparse
import difflib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import inputs
import project

PYTHON = sys.executable
WORKERS = max(2, os.cpu_count() or 1)


@dataclass(frozen=True)
class Check:
    """A command, run at the top of the checkout; status 0 means that the check passed.

    ``telling``: what it prints is shown even then, since it tells what was left out for want of a Python. ``reads``: of
    a long check, what the paths of the files begin with that it looks at ("" is all): it is run when one has changed.
    ``usual``: whether it is run without being named.
    """

    name: str
    command: tuple[str, ...]
    telling: bool = False
    reads: tuple[str, ...] | None = None
    usual: bool = True


@dataclass(frozen=True)
class Outcome:
    check: Check
    passed: bool
    seconds: float
    output: str

    def __str__(self) -> str:
        line = "%-6s %6.1f s  %s" % ("ok" if self.passed else "FAILED", self.seconds, self.check.name)
        return "%s\n%s" % (line, self.output.rstrip()) if self.check.telling or not self.passed else line


# All action plugins are one text (generate_runtime sees to it): one is enough.
PLUGINS_OF_CONTROLLERS = (
    "plugins/action/cgp_command.py",
    *("plugins/%s/" % kind for kind in ("doc_fragments", "filter", "inventory", "lookup", "plugin_utils", "test")),
)

DOCUMENTED = ("plugins/", "roles/", "docs/", "meta/", "changelogs/")
# All YAML there is, but not what is Python and no plugin.
LINTED = (".", "changelogs/", "docs/", "extensions/", "meta/", "playbooks/", "plugins/", "roles/", "tests/integration/")

# The quick ones first: who has made a mistake sees it soon.
CHECKS = (
    Check("ruff", ("ruff", "check", "--quiet", "--output-format", "concise", ".")),
    Check("mypy", ("mypy",)),
    *(
        Check(path.stem, (PYTHON, "tools/%s" % path.name, "--check"))
        for path in sorted(project.ROOT.glob("tools/generate_*.py"))
    ),
    Check("changelog", ("antsibull-changelog", "lint")),
    Check("yamllint", ("yamllint", "--strict", ".")),
    Check("target-pythons", (PYTHON, "tools/target_pythons.py"), reads=("plugins/",)),
    # But the pages of plugins and roles: the site is made of them, and wrong references in them end its check.
    Check("docs", (PYTHON, "tools/docs.py", "lint-collection-docs", "."), reads=DOCUMENTED),
    Check("site", (PYTHON, "tools/build_site.py", "--check"), telling=True, reads=(*DOCUMENTED, "tests/support/")),
    Check("ansible-lint", (PYTHON, "tools/lint.py", "-q", "--nocolor"), reads=LINTED),
    Check("artifact", (PYTHON, "tools/artifact.py"), reads=("",)),
    Check(
        "execution-environment",
        (PYTHON, "tools/execution_environment.py"),
        reads=("execution-environment.yml", "meta/"),
    ),
    Check("sanity", (PYTHON, "tools/sanity.py", "--skip-test", "import"), reads=("",)),
    Check("cores", (PYTHON, "tools/matrix.py", "--slice"), telling=True, reads=("",)),
    # The rest of it: what runs on controllers, on all Pythons. What runs on targets, target-pythons imports.
    Check(
        "sanity-import-plugins",
        (PYTHON, "tools/sanity.py", "--test", "import", *PLUGINS_OF_CONTROLLERS),
        reads=("plugins/",),
    ),
    Check(
        "sanity-import",
        (PYTHON, "tools/sanity.py", "--test", "import", "--python", "oldest"),
        reads=("plugins/",),
        usual=False,
    ),
)

# A file's tests stay on one worker, in the order of testpaths.
PYTEST = Check("pytest", (PYTHON, "-m", "pytest", "-n", str(WORKERS), "--dist", "loadfile", "--no-loadscope-reorder"))
PYTEST_LOG = project.BUILD / "pytest.log"

# With --only: where the tests of a module are, and what else is run.
MODULE_TESTS = ("tests/integration", "tests/unit/resources", "tests/unit/test_modules.py")
QUICK = ("ruff", "mypy")


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


def run_one_by_one(checks: Sequence[Check], variables: dict[str, str], *, again: bool) -> list[str]:
    """Run checks, and tell each; returns the names of those that failed. ``again``: also what has passed already."""
    failed = []
    for check in checks:
        key = inputs.fingerprint(check.command, check.reads) if check.reads is not None else ""
        if key and not again and inputs.has_passed(check.name, key):
            print("ok     before    %s (nothing that it looks at has changed)" % check.name, flush=True)
            continue
        outcome = run(check, variables)
        print(outcome, flush=True)
        if not outcome.passed:
            failed.append(check.name)
        elif key:
            inputs.note(check.name, key)
    return failed


def run_tests(command: Sequence[str], variables: dict[str, str], beside: Callable[[], list[str]]) -> list[str]:
    """Run pytest and, meanwhile, what is ``beside`` it; returns the names of the checks that failed.

    pytest writes to PYTEST_LOG, and that is copied to the terminal as soon as nothing else is written there.
    """
    project.BUILD.mkdir(exist_ok=True)
    with PYTEST_LOG.open("wb") as log, PYTEST_LOG.open("rb") as shown:
        tests = subprocess.Popen(
            command, cwd=project.ROOT, env=variables, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT
        )
        try:
            failed = beside()
            ended = False
            while not ended:
                ended = tests.poll() is not None  # asked before reading: what it wrote last is read as well
                sys.stdout.buffer.write(shown.read())
                sys.stdout.flush()
                time.sleep(0 if ended else 0.5)
        finally:
            tests.terminate()  # does nothing to a process that has ended
            status = tests.wait()
    return [*failed, PYTEST.name] if status else failed


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Run the project's checks.")
    parser.add_argument("--only", metavar="MODULE", default="", help="run what concerns this module")
    parser.add_argument("names", nargs="*", metavar="NAME", help="run these checks only")
    options = parser.parse_args(arguments)
    known = {check.name: check for check in (*CHECKS, PYTEST)}
    unknown = sorted(set(options.names) - set(known))
    if unknown:
        print("No such check: %s. There are: %s" % (", ".join(unknown), ", ".join(known)), file=sys.stderr)
        return 2
    wanted = set(options.names or (name for name, check in known.items() if check.usual))
    command = PYTEST.command
    if options.only:
        modules = [path.stem for path in (project.ROOT / "plugins" / "modules").glob("*.py")]
        if options.only not in modules:
            near = ", ".join(difflib.get_close_matches(options.only, modules, n=5)) or "none"
            print("No such module: %s. Near misses: %s" % (options.only, near), file=sys.stderr)
            return 2
        wanted = set(options.names or (*QUICK, PYTEST.name))
        command = (*PYTEST.command, *MODULE_TESTS, "--module", options.only)
    variables = project.environment()
    checks = [check for check in CHECKS if check.name in wanted]

    def others() -> list[str]:
        return run_one_by_one(checks, variables, again=bool(options.names))

    failed = run_tests(command, variables, others) if PYTEST.name in wanted else others()
    if failed:
        print("%d of %d checks failed: %s" % (len(failed), len(wanted), ", ".join(failed)), flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
