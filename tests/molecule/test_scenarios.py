# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The molecule scenarios of the roles, as a user of this collection would run them.

Molecule starts Ansible eight times for a scenario, which takes much longer than the scenario. So molecule itself runs
one of them, with what all have in config.yml and with an inventory of its own. The others are played here in the same
order, in one start: everything up to converge; and converge once more, which must change nothing, verify and destroy.
``make molecule`` is molecule, which runs all.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from support import quick_yaml
from support.checkout import ROOT, variables
from support.playbook import PlaybookRun, PlaybookRunner, play

MOLECULE = ROOT / "extensions" / "molecule"
SCENARIOS = {path.parent.name: path.parent for path in sorted(MOLECULE.glob("*/molecule.yml"))}
SHARED = MOLECULE / "shared"
BY_MOLECULE = "cluster"
AGAIN = "Once more"
PLAYED = tuple(name for name in SCENARIOS if name != BY_MOLECULE)


def configured(scenario: Path, *place: str) -> Any:
    """What stands at this place of a scenario's configuration: in its own file or, if not there, in that of all."""
    for file in (scenario / "molecule.yml", MOLECULE / "config.yml"):
        found = quick_yaml.load(file.read_text(encoding="utf-8")) or {}
        for key in place:
            found = found.get(key, {})
        if found:
            return found
    raise AssertionError("%s is not configured" % ".".join(place))


def inventories(scenario: Path) -> list[str]:
    """The arguments with which molecule hands its inventories to Ansible."""
    arguments = configured(scenario, "ansible", "executor", "args", "ansible_playbook")
    return [argument.replace("${MOLECULE_SCENARIO_DIRECTORY}", str(scenario)) for argument in arguments]


def test_every_role_has_a_scenario() -> None:
    assert {path.name for path in (ROOT / "roles").iterdir()} <= set(SCENARIOS)


# The scenarios must not run at the same time: loadgroup and loadfile both keep them on one worker.
@pytest.mark.xdist_group("molecule")
def test_molecule_passes(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "molecule", "test", "--scenario-name", BY_MOLECULE],
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

    def played(*steps: str | Path) -> PlaybookRun:
        playbooks = [step if isinstance(step, Path) else SCENARIOS[scenario] / ("%s.yml" % step) for step in steps]
        found = [path if path.exists() else SHARED / path.name for path in playbooks]
        imported = [{"import_playbook": str(path)} for path in found if path.exists()]
        environment = {"MOLECULE_EPHEMERAL_DIRECTORY": str(tmp_path)}
        return runner(imported, *inventories(SCENARIOS[scenario]), environment=environment)

    try:
        run = played("create", "prepare", "converge", said_between(tmp_path), "converge", "verify", "destroy")
        results = run.succeeded().results
    except BaseException:
        played("destroy")
        raise
    (between,) = [number for number, result in enumerate(results) if result.task == AGAIN]
    changed = [result.task for result in results[between:] if result.changed and not result.is_item]
    assert changed == ["Stop the simulated server"], "converge is not idempotent"


def said_between(directory: Path) -> Path:
    """A playbook that only says that now everything is done again."""
    playbook = directory / "again.yml"
    playbook.write_text(json.dumps([play({"name": AGAIN, "ansible.builtin.debug": {"msg": AGAIN}})]), encoding="utf-8")
    return playbook
