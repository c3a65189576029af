# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the guide for scripts shows is true: its files, taken from the page, run as a user would run them."""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from support.checkout import ROOT, TREE, variables
from support.simulator import Simulator

PAGE = ROOT / "docs" / "docsite" / "rst" / "guide_scripts.rst"

_FILE = re.compile(r"^\.\. code-block:: python\n   :caption: (\S+)\n\n((?:    .*\n|\n)+)", re.MULTILINE)

Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs Python beside the files of the page, with the directory that holds ansible_collections in PYTHONPATH."""
    for name, text in _FILE.findall(PAGE.read_text(encoding="utf-8")):
        (tmp_path / name).write_text(textwrap.dedent(text), encoding="utf-8")

    def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *arguments],
            cwd=tmp_path,
            env=variables(tmp_path, PYTHONPATH=str(TREE), PYTEST_DISABLE_PLUGIN_AUTOLOAD="1", **environment),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )

    return python


def test_the_script_tells_who_has_no_real_name(run: Run, simulator: Simulator) -> None:
    prepare = (
        "import os\n"
        "from nameless import *\n"
        "with Session(Endpoint(os.environ['CGP_HOST'], port=int(os.environ['CGP_PORT'])),\n"
        "             Credentials(os.environ['CGP_LOGIN'], os.environ['CGP_PASSWORD'])) as session:\n"
        "    session.one(Line('CREATEDOMAIN', 'sales.example'))\n"
        "    session.one(Line('CREATEACCOUNT', 'anna@sales.example', {'RealName': 'Anna Lindt'}))\n"
        "    session.one(Line('CREATEACCOUNT', 'jorge@sales.example'))\n"
    )
    prepared = run("-c", prepare, **simulator.environment)
    assert prepared.returncode == 0, prepared.stderr
    told = run("nameless.py", "sales.example", **simulator.environment)
    assert (told.returncode, told.stdout, told.stderr) == (0, "jorge@sales.example\n", "")


def test_the_script_says_what_is_wrong_in_one_line(run: Run, simulator: Simulator) -> None:
    told = run("nameless.py", "none.example", **simulator.environment)
    assert (told.returncode, told.stdout) == (1, "")
    assert re.fullmatch(r"nameless\.py: LISTACCOUNTS was answered 5\d\d .+\n", told.stderr)


def test_the_objects_are_read_and_written(run: Run) -> None:
    told = run("objects.py")
    expected = '{AccessModes=(5,Mail,IMAP);MaxAccountSize=1024M;RealName="Anna Lindt";Since=#T22-10-2009;}'
    assert told.returncode == 0, told.stderr
    assert sorted(told.stdout.strip("{};\n").split(";")) == sorted(expected.strip("{};").split(";"))


def test_the_test_of_the_page_passes(run: Run) -> None:
    told = run("-m", "pytest", "-q", "test_nameless.py")
    assert told.returncode == 0, told.stdout + told.stderr
    assert "1 passed" in told.stdout
