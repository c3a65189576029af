# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The molecule scenarios of the roles, over the kit that the collection brings for those of its users' roles.

Molecule starts Ansible eight times for a scenario, which takes much longer than the scenario. So molecule itself runs
one of them, with an inventory of its own. The others are played here in the same order, in one start: everything up to
converge; and converge once more, which must change nothing, verify and destroy. ``make molecule`` is molecule, which
runs all.
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

KIT = ROOT / "extensions" / "simulator" / "molecule.yml"
MOLECULE = ROOT / "extensions" / "molecule"
SCENARIOS = {path.parent.name: path.parent for path in sorted(MOLECULE.glob("*/molecule.yml"))}
BY_MOLECULE = "cluster"
AGAIN = "Once more"
PLAYED = tuple(name for name in SCENARIOS if name != BY_MOLECULE)


def configuration(file: Path) -> dict[str, Any]:
    """What stands in a scenario's configuration, or in that of all, under ``ansible``."""
    found: dict[str, Any] = (quick_yaml.load(file.read_text(encoding="utf-8")) or {}).get("ansible", {})
    return found


def inventories(scenario: Path) -> list[str]:
    """The arguments with which molecule hands the scenario's own inventory to Ansible, if it has one."""
    arguments = configuration(scenario / "molecule.yml").get("executor", {}).get("args", {}).get("ansible_playbook", ())
    return [argument.replace("${MOLECULE_SCENARIO_DIRECTORY}", str(scenario)) for argument in arguments]


def deeds() -> dict[str, Path]:
    """The kit's playbooks, by what they do."""
    playbooks = configuration(KIT)["playbooks"]
    return {deed: ROOT / "playbooks" / path.rpartition("/")[2] for deed, path in playbooks.items()}


def test_every_role_has_a_scenario() -> None:
    assert {path.name for path in (ROOT / "roles").iterdir()} <= set(SCENARIOS)


def test_a_scenario_says_only_what_is_its_own() -> None:
    """How servers come and go, and in which order the steps are, the kit says for all."""
    own = {name: set(configuration(path / "molecule.yml")) for name, path in SCENARIOS.items()}
    assert {name: found for name, found in own.items() if not found <= {"executor"}} == {}
    steps = {"converge", "molecule", "prepare", "verify"}
    files = {name: {file.stem for file in path.glob("*.yml")} for name, path in SCENARIOS.items()}
    assert {name: found - steps for name, found in files.items() if found - steps} == {}


# The scenarios must not run at the same time: loadgroup and loadfile both keep them on one worker.
@pytest.mark.xdist_group("molecule")
def test_molecule_passes(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "molecule", "--base-config", str(KIT), "test", "--scenario-name", BY_MOLECULE],
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
    environment = {**configuration(KIT)["env"], "MOLECULE_EPHEMERAL_DIRECTORY": str(tmp_path)}
    del environment["ANSIBLE_ROLES_PATH"]  # of roles that are in no collection

    def played(*steps: str | Path) -> PlaybookRun:
        own = {step: SCENARIOS[scenario] / ("%s.yml" % step) for step in steps if isinstance(step, str)}
        playbooks = [deeds().get(step, own[step]) if isinstance(step, str) else step for step in steps]
        imported = [{"import_playbook": str(path)} for path in playbooks if path.exists()]
        return runner(
            imported, *inventories(SCENARIOS[scenario]), environment=environment, hosts={"simulator": {}}
        )

    try:
        run = played("create", "prepare", "converge", said_between(tmp_path), "converge", "verify", "destroy")
        results = run.succeeded().results
    except BaseException:
        played("destroy")
        raise
    (between,) = [number for number, result in enumerate(results) if result.task == AGAIN]
    changed = [result.task for result in results[between:] if result.changed and not result.is_item]
    assert changed == ["Stop the servers", "Forget them"], "converge is not idempotent"


def said_between(directory: Path) -> Path:
    """A playbook that only says that now everything is done again."""
    playbook = directory / "again.yml"
    playbook.write_text(json.dumps([play({"name": AGAIN, "ansible.builtin.debug": {"msg": AGAIN}})]), encoding="utf-8")
    return playbook
