# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The quick start, as users start it: the playbook without and with a server, and ``tools/quickstart.py``."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from support.checkout import ROOT, TREE, variables
from support.playbook import PlaybookRunner
from support.simulator import Simulator

PLAYBOOK = "communigate.pro.quickstart"
SIMULATOR_PLAYBOOK = "communigate.pro.simulator"


def test_without_a_server_it_brings_its_own(tmp_path: Path) -> None:
    """Whatever the environment says about the way to a server that it does not name."""
    way = {"CGP_TRANSPORT": "http", "CGP_LOGIN_METHOD": "session", "CGP_PORT": "8100", "CGP_LOGIN": "somebody"}
    run_playbook = PlaybookRunner(tmp_path, way)
    run = run_playbook(PLAYBOOK).succeeded()
    told = [item["msg"] for item in run.items("Tell what is there")]
    assert [message.split(" Accounts")[0].split()[-1] for message in told] == ["28", "22"]
    assert run.result("Start the simulator, as no server is named")["changed"]
    assert run.result("Stop the simulator")["changed"]
    assert list(tmp_path.glob(".communigate-pro-*")) == []

    check = run_playbook(PLAYBOOK, check=True).succeeded()
    assert check.items("Tell what is there") == []
    assert check.result("Stop the simulator")["changed"]


def test_on_a_server_named_by_variables_it_makes_the_domains_only(tmp_path: Path, simulator: Simulator) -> None:
    """The playbook simulator is played in the same run."""
    named = {"cgp_host": simulator.host, "cgp_port": simulator.port, "cgp_password": simulator.password}
    run = PlaybookRunner(tmp_path, simulator.environment)(
        [
            {"import_playbook": PLAYBOOK},
            {"import_playbook": SIMULATOR_PLAYBOOK, "vars": {"simulator_port": 0}},
            {"import_playbook": SIMULATOR_PLAYBOOK, "vars": {"simulator_port": 0, "simulator_state": "stopped"}},
        ],
        extra_vars=named,
    ).succeeded()
    assert [run.result("Make the simulator " + state)["changed"] for state in ("started", "stopped")] == [True, True]
    assert "export CGP_HOST=127.0.0.1 CGP_PORT=" in run.output
    assert list(tmp_path.glob(".communigate-pro-*")) == []
    assert "DELETEDOMAIN" not in simulator.verbs()
    status = {one.task: one.status for one in run.results}
    assert status["Start the simulator, as no server is named"] == "skipped"
    assert status["Say which addresses are the LAN"] == "skipped"
    assert status["Stop the simulator"] == "skipped"
    assert simulator.verbs().count("CREATEDOMAIN") == 2
    assert not {"SETLANIPS", "SETNETWORK", "SETSERVERMAILRULES"} & set(simulator.verbs())


def quickstart(collections: Path, home: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, ROOT / "tools" / "quickstart.py"],
        env=variables(home, ANSIBLE_COLLECTIONS_PATH=str(collections)),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_tool_tells_what_it_made_and_that_nothing_changed_again(tmp_path: Path) -> None:
    done = quickstart(TREE, tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "made 2 Domains, 50 Accounts" in done.stdout
    assert done.stdout.endswith("The second run changed nothing.\n")
    (writes,) = [line.split()[-2:] for line in done.stdout.splitlines() if "commands that change" in line]
    assert int(writes[0]) > 50
    assert writes[1] == "0"


def test_the_tool_fails_when_the_second_run_changes_something(tmp_path: Path) -> None:
    collection = tmp_path / "ansible_collections" / "communigate" / "pro"
    collection.mkdir(parents=True)
    for name in ("galaxy.yml", "meta", "plugins"):
        (collection / name).symlink_to(ROOT / name)
    again = {"communigate.pro.cgp_command": {"line": "SETLANIPS 10.0.0.1"}}
    playbook = [{"hosts": "localhost", "connection": "local", "gather_facts": False, "tasks": [again]}]
    (collection / "playbooks").mkdir()
    (collection / "playbooks" / "quickstart.yml").write_text(json.dumps(playbook), encoding="utf-8")
    done = quickstart(tmp_path, tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert "should have changed nothing, but sent: SETLANIPS" in done.stdout
