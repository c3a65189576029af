# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A long check of ``make test`` is left out only if nothing that it looks at has changed since it passed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from support.checkout import ROOT

# What checks.py does with a check that reads plugins/: is it known to have passed, and then it passes.
PROGRAM = """
import inputs
key = inputs.fingerprint(["check"], ["plugins/"])
print(inputs.has_passed("check", key))
inputs.note("check", key)
"""

Known = Callable[[], bool]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small checkout in which the check has passed once."""
    for file in ("plugins/one.py", "docs/page.rst", "requirements/test.txt"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("first\n", encoding="utf-8")
    (tmp_path / ".gitignore").write_text("build\n__pycache__\n", encoding="utf-8")
    (tmp_path / "tools").mkdir()
    for tool in ("inputs.py", "project.py"):
        shutil.copy(ROOT / "tools" / tool, tmp_path / "tools" / tool)
    subprocess.run(["git", "init", "--quiet", tmp_path], check=True)
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    return tmp_path


@pytest.fixture
def known(checkout: Path) -> Known:
    # No Python but git is looked for: each that is at hand would be started.
    git = shutil.which("git")
    assert git is not None
    (checkout / "build").mkdir()
    (checkout / "build" / "git").symlink_to(git)
    environment = {"PATH": str(checkout / "build"), "PYENV_ROOT": str(checkout / "build")}

    def asked() -> bool:
        done = subprocess.run(
            [sys.executable, "-B", "-c", PROGRAM],
            cwd=checkout / "tools",
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout == "True\n"

    assert not asked(), "a fresh clone knows nothing"
    return asked


def test_the_same_inputs_need_no_second_look(known: Known) -> None:
    assert known()
    assert known()


@pytest.mark.parametrize("file", ["plugins/one.py", "plugins/new.py", "tools/new.py", "requirements/test.txt"])
def test_a_file_that_counts_has_changed(checkout: Path, known: Known, file: str) -> None:
    (checkout / file).write_text("second\n", encoding="utf-8")
    assert not known()
    assert known()


def test_a_file_that_counts_is_gone(checkout: Path, known: Known) -> None:
    (checkout / "plugins" / "one.py").unlink()
    assert not known()


def test_a_file_that_does_not_count_has_changed(checkout: Path, known: Known) -> None:
    (checkout / "docs" / "page.rst").write_text("second\n", encoding="utf-8")
    assert known()
