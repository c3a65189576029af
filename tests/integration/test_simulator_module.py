# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""cgp_simulator: a playbook that brings its own server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program.pid_file import running
from support.playbook import ELSEWHERE, PlaybookRunner, play

MODULE = "communigate.pro.cgp_simulator"
PASSWORD = "a password, for this playbook"


@pytest.fixture
def options(tmp_path: Path) -> Iterator[dict[str, Any]]:
    """The options of a simulator that is stopped after the test whatever happened."""
    files = {name + "_file": str(tmp_path / name) for name in ("pid", "state", "journal")}
    yield {"port": 0, "password": PASSWORD, **files}
    if running(files["pid_file"]):
        stopped = {"name": "stopped", MODULE: {"state": "stopped", "pid_file": files["pid_file"]}}
        PlaybookRunner(tmp_path / "stop")(play(stopped)).succeeded()


def test_a_playbook_with_its_own_server(tmp_path: Path, options: dict[str, Any]) -> None:
    """It starts once, does what it is told, remembers it, and ends; in Ansible's process, and by the module itself."""
    module = {"vars": ELSEWHERE}
    reached = {"host": "{{ server.host }}", "port": "{{ server.port }}", "password": PASSWORD}
    stop = {"state": "stopped", "pid_file": options["pid_file"]}
    options = {**options, "http_port": 0, "clock": "fixed:2030-01-31T12:00:00"}
    faults = {**options, "faults": ["error:verb=CREATEDOMAIN,nth=5"]}
    run = PlaybookRunner(tmp_path / "playbooks")(
        play(
            {"name": "foreseen", MODULE: options, "check_mode": True},
            {"name": "started", MODULE: options, "register": "server"},
            {"name": "started again", MODULE: options},
            {"name": "disturbed, foreseen", MODULE: faults, "check_mode": True},
            {"name": "disturbed", MODULE: faults},
            {"name": "disturbed again", MODULE: faults},
            {"name": "told", MODULE: {**options, "control": ["FAULTS", 'CLOCK "+1h"']}, **module},
            {"name": "used", "communigate.pro.cgp_domain": {"name": "example.org", **reached}},
            {"name": "stopped", MODULE: stop},
            {"name": "restarted", MODULE: options, "register": "server", **module},
            {"name": "remembered", "communigate.pro.cgp_domain_info": {"names": ["example.org"], **reached}},
            {"name": "stopped for good", MODULE: stop, **module},
        ),
        "-vvv",
    ).succeeded()
    by_module = {"told", "restarted", "stopped for good"}
    assert {result.task for result in run.results if result.modules} == by_module
    disturbed = ["disturbed, foreseen", "disturbed", "told"]
    assert run.changed == ["foreseen", "started", *disturbed, "used", "stopped", "restarted", "stopped for good"]
    told = run.result("told")["control"]
    assert [fault["fault"] for fault in told[0]] == faults["faults"]
    assert told[1]["time"] == {"$timestamp": "T31-01-2030_13:00:00"}
    assert run.result("started")["http_port"] not in (0, run.result("started")["port"])
    assert run.result("started")["https_port"] is None
    assert run.result("started again")["port"] == run.result("started")["port"]
    assert [row["name"] for row in run.result("remembered")["domains"]] == ["example.org"]
    journal = [json.loads(line) for line in Path(options["journal_file"]).read_text(encoding="utf-8").splitlines()]
    assert "CREATEDOMAIN" in [entry["verb"] for entry in journal]
    assert PASSWORD not in run.output


def test_what_cannot_start_says_why(tmp_path: Path, options: dict[str, Any]) -> None:
    cases: dict[str, tuple[dict[str, Any], list[str]]] = {
        "a directory that is not there": ({"journal_file": "/nowhere/journal"}, ["/nowhere/journal"]),
        "a key without a certificate": ({"tls_key": "/nowhere/key"}, ["tls_cert", "tls_key"]),
        "HTTPS without a certificate": ({"https_port": 0}, ["https_port", "tls_cert"]),
        "a fault that is none": ({"faults": ["stal"]}, ["no effect stal. Did you mean stall?"]),
        "a clock that is none": ({"clock": "noon"}, ["no clock can be set to noon"]),
    }
    ways: dict[str, dict[str, Any]] = {"": {}, ", as a module": {"vars": ELSEWHERE}}
    tasks = [
        {"name": name + way, MODULE: {**options, **bad}, "ignore_errors": True, **keywords}
        for way, keywords in ways.items()
        for name, (bad, _says) in cases.items()
    ]
    run = PlaybookRunner(tmp_path / "playbooks")(play(*tasks)).succeeded()
    for name, (_bad, says) in cases.items():
        here, elsewhere = (run.result(name + way) for way in ways)
        assert [run.status(name + way) for way in ways] == ["failed", "failed"]
        assert [part for part in says if part not in here["msg"]] == [], here["msg"]
        assert {key: here[key] for key in ("msg", "changed")} == {key: elsewhere[key] for key in ("msg", "changed")}
    assert "Traceback" not in run.output
