# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The molecule scenarios of the roles, as a user of this collection would run them.

Molecule starts Ansible eight times for a scenario, which takes much longer than the scenario. So molecule itself runs
two of them, the one with the most and the one with all roles. The others are played here in the same order: everything
up to converge, converge once more, which must change nothing, then verify. ``make molecule`` has molecule run all.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.checkout import ROOT, variables
from support.playbook import PlaybookRun, PlaybookRunner

SCENARIOS = {path.parent.name: path.parent for path in sorted(ROOT.glob("extensions/molecule/*/molecule.yml"))}
SHARED = ROOT / "extensions" / "molecule" / "shared"
ALL = os.environ.get("COMMUNIGATE_PRO_MOLECULE") == "all"
BY_MOLECULE = tuple(SCENARIOS) if ALL else ("hosted_domain", "site")
PLAYED = tuple(name for name in SCENARIOS if name not in BY_MOLECULE)


def test_every_role_has_a_scenario() -> None:
    assert {path.name for path in (ROOT / "roles").iterdir()} <= set(SCENARIOS)


# The scenarios must not run at the same time: loadgroup and loadfile both keep them on one worker.
@pytest.mark.xdist_group("molecule")
@pytest.mark.parametrize("scenario", BY_MOLECULE)
def test_molecule_passes(scenario: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "molecule", "test", "--scenario-name", scenario],
        cwd=ROOT,
        env=variables(tmp_path),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("scenario", PLAYED)
def test_the_scenario_passes(scenario: str, tmp_path: Path) -> None:
    runner = PlaybookRunner(tmp_path)

    def played(*steps: str) -> PlaybookRun:
        playbooks = [SCENARIOS[scenario] / ("%s.yml" % step) for step in steps]
        found = [path if path.exists() else SHARED / path.name for path in playbooks]
        inventory = str(SCENARIOS[scenario] / "inventory" / "hosts.yml")
        imported = [{"import_playbook": str(path)} for path in found if path.exists()]
        environment = {"MOLECULE_EPHEMERAL_DIRECTORY": str(tmp_path)}
        return runner(imported, "--inventory", inventory, environment=environment)

    try:
        played("create", "prepare", "converge").succeeded()
        again = played("converge", "verify").succeeded()
        assert again.changed == [], "converge is not idempotent"
    finally:
        played("destroy").succeeded()
