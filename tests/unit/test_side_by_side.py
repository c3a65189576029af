# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests side by side: whatever becomes of one is told as pytest-xdist tells it, and each file stays on one worker."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from support.checkout import ROOT, variables

HOOKS = "from support.side_by_side import pytest_plugin_registered, pytest_xdist_make_scheduler\n"
TESTS = """
import os, sys, warnings
import pytest

@pytest.fixture
def unready(): raise ValueError("unready")

@pytest.fixture
def stuck():
    yield
    raise ValueError("stuck")

@pytest.fixture
def talking():
    print("said before")
    yield
    print("said after")

def test_passes(talking): print("said")
def test_fails(talking): assert not talking, os.getpid()
def test_is_not_set_up(unready): pass
def test_is_not_taken_down(stuck): pass
def test_fails_and_is_not_taken_down(stuck): assert 0
@pytest.mark.skip(reason="left out")
def test_is_left_out(): pass
def test_leaves_itself_out(): pytest.skip("now")
@pytest.mark.xfail
def test_fails_as_foreseen(): assert 0
@pytest.mark.xfail
def test_passes_unforeseen(): pass
def test_warns(): warnings.warn("mind")
@pytest.mark.parametrize("number", range(20))
def test_many(number, record_property): open("workers", "a").write(f"{__name__} {os.environ['PYTEST_XDIST_WORKER']}\\n")
"""
# The worker, times, process ids; and the letters that tell how far the run is.
VARYING = re.compile(r"gw\d|\d+\.\d+s|\b\d{2,}\b")
PROGRESS = re.compile(r"[.FEsxX]+ *(\[ *%\])?$")


def told(directory: Path, *, hooks: bool) -> tuple[int, list[str]]:
    """The exit status of pytest, and all that it tells but times and the order of lines."""
    directory.mkdir()
    (directory / "conftest.py").write_text(HOOKS if hooks else "", encoding="utf-8")
    for number in range(4):
        (directory / ("test_%d.py" % number)).write_text(TESTS, encoding="utf-8")
    options = ("-rA", "-n", "2", "--dist", "loadfile", "--rootdir", ".", "-p", "no:cacheprovider")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options],
        cwd=directory,
        env=variables(directory, PYTHONPATH=str(ROOT / "tests")),
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    lines = [VARYING.sub("", line) for line in done.stdout.replace(str(directory), "").splitlines()]
    return done.returncode, sorted(line for line in lines if not PROGRESS.match(line))


def test_all_is_told(tmp_path: Path) -> None:
    as_ever, here = told(tmp_path / "as-ever", hooks=False), told(tmp_path / "here", hooks=True)
    assert as_ever[0] == 1
    assert sum("said after" in line for line in here[1]) == 8
    assert here == as_ever


def test_a_files_tests_stay_on_one_worker(tmp_path: Path) -> None:
    told(tmp_path / "here", hooks=True)
    ran = (tmp_path / "here" / "workers").read_text(encoding="utf-8").splitlines()
    assert len(ran) == 4 * 20
    assert len(set(ran)) == 4
