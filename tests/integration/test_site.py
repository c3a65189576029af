# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The playbook ``site`` in check mode, from an empty server on. What it makes is seen by the molecule scenario site."""

from __future__ import annotations

import re
from pathlib import Path

from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from support.checkout import ROOT
from support.playbook import PlaybookRun, PlaybookRunner
from support.simulator import Simulator

PLAYBOOK = "communigate.pro.site"
_BEGUN = re.compile(r"^TASK \[communigate\.pro\.(\w+) : Validating .*\nok:", re.MULTILINE)


def roles_in(run: PlaybookRun) -> set[str]:
    """The roles that were not skipped."""
    return set(_BEGUN.findall(run.stdout))


def test_without_a_server_it_brings_its_own_and_uses_every_role(tmp_path: Path) -> None:
    run = PlaybookRunner(tmp_path)(PLAYBOOK, check=True, diff=True).succeeded()
    assert roles_in(run) == {path.name for path in (ROOT / "roles").iterdir()}
    assert len(run.changed) > 50
    assert "PRIVATE KEY" not in run.output
    assert "Demo-" not in run.output
    assert run.result("Stop the simulator")["changed"]
    assert list(tmp_path.rglob(".communigate-pro-site*")) == []


def test_on_a_server_named_by_variables_it_makes_the_domains_only(tmp_path: Path, simulator: Simulator) -> None:
    """The playbook probe is played in the same run."""
    named = {
        "cgp_host": simulator.host,
        "cgp_port": simulator.port,
        "cgp_password": simulator.password,
        "site_pem_directory": str(tmp_path / "pem"),
    }
    probe = {
        "import_playbook": "communigate.pro.probe",
        "vars": {"probe_scratch_domain": "probe.example", "probe_habits_file": str(tmp_path / "habits.yml")},
    }
    runner = PlaybookRunner(tmp_path, simulator.environment)
    run = runner([{"import_playbook": PLAYBOOK}, probe], extra_vars=named, check=True).succeeded()
    assert {path.name for path in (ROOT / "roles").iterdir()} - roles_in(run) == {"server", "cluster", "antispam"}
    assert run.status("Stop the simulator") == "skipped"
    sent = {verb for verb in simulator.verbs() if verb in COMMANDS and COMMANDS[verb][0].kind != "read"}
    assert sent <= {"DATASET"}, "only this one both reads and writes"
    assert sorted(path.name for path in (tmp_path / "pem").iterdir()) == [
        "lighthouse.example.crt",
        "lighthouse.example.key",
    ]
    foreseen = [command["verb"] for command in run.result("Ask the server")["commands"]]
    assert {"CREATEDOMAIN", "DELETEDOMAIN"} <= set(foreseen)
    assert run.result("Tell every command")["msg"] == ", ".join(foreseen)
    assert not (tmp_path / "habits.yml").exists()
