# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run the unit and integration tests on every supported ansible-core for which a Python is at hand.

``python tools/matrix.py [CORE ...]``, for example ``2.17 2.21``; without a name, all. Each core has its own environment
under build/matrix, kept for the next run, and a log beside it. What is skipped is named; the exit status is 0 if
nothing failed. ``devel`` is what the next release is made from, as it is today: it is tried when named, and made anew.

``--slice`` runs a few tests only, in seconds, on the oldest and on the newest core for which a Python is at hand: that
is a check of `make test`. It sees that a release of ansible-core does otherwise what all modules rely on; what concerns
one module is for the whole run to find.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import project

DIRECTORY = project.BUILD / "matrix"
REQUIREMENTS = project.ROOT / "requirements" / "pytest.txt"
TESTS = ("tests/unit", "tests/integration")

# One state module through the router and as an ordinary module, one that only reads, one action, one role, each in
# check mode and run; and what the router makes of loops, async, become, delegation and short names.
SLICE_FILES = ("test_nouns.py", "test_modules.py", "test_cases.py", "test_role_examples.py", "test_router.py")
SLICE_WORDS = (
    *("cgp_forwarder", "cgp_server_action", "(shared_mailbox and not habits)"),
    "(test_router and not both_ways and not ad_hoc and not connection_options)",
)
SLICE = (*("tests/integration/%s" % name for name in SLICE_FILES), "-k", " or ".join(SLICE_WORDS))

# ansible-core -> the first and last Python 3.x that it supports on a controller.
CORES = {"2.17": (10, 12), "2.18": (11, 13), "2.19": (11, 13), "2.20": (12, 14), "2.21": (12, 14)}

DEVEL = "devel"
DEVEL_PYTHONS = (13, 14)
DEVEL_SOURCE = "ansible-core @ https://github.com/ansible/ansible/archive/devel.tar.gz"


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    core: str
    python: str
    result: str
    seconds: float
    passed: bool = True

    def __str__(self) -> str:
        return "%-10s %-7s %7.0f s  %s" % (self.core, self.python, self.seconds, self.result)


def prepare(core: str, python: Path, log: Path) -> Path:
    """Make, or find again, the environment for one core; returns its Python. Raises CalledProcessError."""
    environment = DIRECTORY / ("core-%s" % core)
    program = environment / "bin" / "python"
    made_from = hashlib.sha256(b"%s %s" % (os.fsencode(python), REQUIREMENTS.read_bytes())).hexdigest()
    stamp = environment / "made-from"
    if core == DEVEL or not (stamp.is_file() and stamp.read_text(encoding="utf-8") == made_from):
        shutil.rmtree(environment, ignore_errors=True)
        packages = [DEVEL_SOURCE if core == DEVEL else "ansible-core ~= %s.0" % core, "-r", str(REQUIREMENTS)]
        install = ["-m", "pip", "install", "--quiet", "--no-compile", *packages]
        with log.open("w", encoding="utf-8") as output:
            for command in ([str(python), "-m", "venv", str(environment)], [str(program), *install]):
                subprocess.run(command, stdout=output, stderr=subprocess.STDOUT, check=True)
        stamp.write_text(made_from, encoding="utf-8")
    return program


def installed(program: Path) -> str:
    """The exact ansible-core of an environment."""
    query = "from importlib.metadata import version; print(version('ansible-core'))"
    return subprocess.run([program, "-c", query], capture_output=True, text=True, check=True).stdout.strip()


def test(program: Path, log: Path, tests: Sequence[str], workers: int) -> tuple[str, bool]:
    """Run tests in an environment; returns pytest's closing line and whether all passed."""
    side_by_side = ["-n", str(workers), "--dist", "loadfile"] if workers > 1 else []
    command = [str(program), "-m", "pytest", "-q", *side_by_side, *tests]
    variables = dict(os.environ, ANSIBLE_COLLECTIONS_PATH=str(project.TREE))
    variables["PATH"] = os.pathsep.join([str(program.parent), variables["PATH"]])
    with log.open("w", encoding="utf-8") as output:
        done = subprocess.run(
            command, cwd=project.ROOT, env=variables, stdout=output, stderr=subprocess.STDOUT, check=False
        )
    closing = log.read_text(encoding="utf-8", errors="replace").strip().rpartition("\n")[2].strip("= ")
    return closing, done.returncode == 0


def pythons_of(core: str) -> tuple[int, int]:
    """The first and the last Python 3.x of a core."""
    return DEVEL_PYTHONS if core == DEVEL else CORES[core]


def suitable(core: str, pythons: Mapping[tuple[int, int], Path]) -> tuple[int, int] | None:
    """The newest Python at hand that a core supports."""
    first, last = pythons_of(core)
    return max((version for version in pythons if (3, first) <= version <= (3, last)), default=None)


def ends(pythons: Mapping[tuple[int, int], Path]) -> list[str]:
    """The oldest and the newest core for which a Python is at hand."""
    possible = [core for core in CORES if suitable(core, pythons)]
    return list(dict.fromkeys([*possible[:1], *possible[-1:]]))


def measure(core: str, pythons: Mapping[tuple[int, int], Path], tests: Sequence[str], workers: int) -> Row:
    """Test one core."""
    version = suitable(core, pythons)
    if version is None:
        return Row(core, "-", "skipped: no Python 3.%d to 3.%d at hand" % pythons_of(core), 0)
    name = "%d.%d" % version
    log = DIRECTORY / ("core-%s.log" % core)
    told = log.relative_to(project.ROOT)
    begun = time.monotonic()
    try:
        program = prepare(core, pythons[version], log)
    except subprocess.CalledProcessError:
        return Row(core, name, "FAILED: no environment, see %s" % told, time.monotonic() - begun, passed=False)
    closing, passed = test(program, log, tests, workers)
    result = closing if passed else "FAILED: %s, see %s" % (closing, told)
    return Row(installed(program), name, result, time.monotonic() - begun, passed)


def main(arguments: list[str]) -> int:
    a_slice = "--slice" in arguments
    names = [argument for argument in arguments if argument != "--slice"]
    unknown = sorted(set(names) - {*CORES, DEVEL})
    if unknown:
        print("No such ansible-core here: %s. There are: %s" % (unknown, ", ".join([*CORES, DEVEL])), file=sys.stderr)
        return 2
    DIRECTORY.mkdir(parents=True, exist_ok=True)
    pythons = project.interpreters()
    if a_slice:
        cores, tests, workers = names or ends(pythons), SLICE, 1
        left_out = [core for core in CORES if suitable(core, pythons) is None]
        if left_out:
            print("No Python at hand for ansible-core %s." % ", ".join(left_out), flush=True)
    else:
        cores, tests, workers = names or list(CORES), TESTS, max(2, os.cpu_count() or 1)
    print("%-10s %-7s %9s  %s" % ("core", "python", "time", "result"), flush=True)
    rows = []
    for core in cores:
        rows.append(measure(core, pythons, tests, workers))
        print(rows[-1], flush=True)
    return 0 if all(row.passed for row in rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
