# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the guide to testing shows is true: its files, taken from the page, are a scenario that passes."""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from support.checkout import ROOT, variables

PAGE = ROOT / "docs" / "docsite" / "rst" / "guide_testing.rst"

_FILE = re.compile(r"^\.\. code-block:: yaml\n   :caption: (\S+)\n\n((?:    .*\n|\n)+)", re.MULTILINE)


@pytest.mark.xdist_group("molecule")
def test_the_scenario_of_the_guide_passes(tmp_path: Path) -> None:
    project = tmp_path / "project"
    for name, text in _FILE.findall(PAGE.read_text(encoding="utf-8")):
        file = project / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text), encoding="utf-8")
    scenario = project / "molecule" / "default"
    steps = ("create", "converge", "side_effect", "verify", "destroy")
    assert sorted(path.stem for path in scenario.iterdir()) == sorted(("hosts", "molecule", *steps))
    done = subprocess.run(
        [sys.executable, "-m", "molecule", "test"],
        cwd=project,
        env=variables(tmp_path / "home"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    assert done.returncode == 0, done.stdout
