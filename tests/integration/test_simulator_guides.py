# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every block of the guides to the simulator and to the habits of servers, as a reader would take it from the page.

Where the pages name a port, a directory for files or a server, it is one of the test's.
"""

from __future__ import annotations

import re
import subprocess
from contextlib import ExitStack
from pathlib import Path
from textwrap import indent
from typing import Any

import pytest
import yaml
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program import pid_file
from support import documentation, quick_yaml
from support.certificate import self_signed
from support.checkout import ROOT, TREE, variables
from support.playbook import PlaybookRunner, play
from support.simulator import READY
from support.ssh_server import free_port

SIMULATOR, HABITS = "guide_simulator", "guide_habits"
MODULE = "communigate.pro.cgp_simulator"
PORT, DIRECTORY, SERVER = "10106", "/tmp/", "mail.example.com"  # noqa: S108  # what the pages show
PROGRAM = "ansible_collections.communigate.pro.plugins.module_utils.simulator.program.launch"


def tasks(guide: str, port: int, directory: Path) -> list[dict[str, Any]]:
    """The tasks that a page shows."""
    shown = [block for block in documentation.blocks(guide) if block.startswith("- name:")]
    return [
        task
        for block in shown
        for task in quick_yaml.load(block.replace(PORT, str(port)).replace(DIRECTORY, "%s/" % directory))
    ]


def console(page: str) -> list[str]:
    """The blocks of a page that show what somebody types behind a dollar sign, wherever they stand in it."""
    text = (documentation.GUIDES / (page + ".rst")).read_text(encoding="utf-8")
    return re.findall(r"^ *\.\. code-block:: console\n\n((?: +.+\n)+)", text, re.MULTILINE)


def typed(block: str) -> str:
    """What is typed in a block, as one line of a shell."""
    return block.replace("\\\n", " ").strip().splitlines()[0].removeprefix("$ ")


def test_the_tasks_make_the_server_that_they_tell_of(tmp_path: Path) -> None:
    """With a file of habits as it is shown, too."""
    used, sorting = tasks(SIMULATOR, free_port(), tmp_path), tasks(HABITS, free_port(), tmp_path)
    (learnt,) = (block for block in documentation.blocks(HABITS) if not block.startswith("- name:"))
    (tmp_path / "habits.yml").write_text(learnt, encoding="utf-8")
    pid = {"pid_file": str(tmp_path / "simulator.pid")}
    told = {"name": "told", MODULE: {**sorting[0][MODULE], "control": ["HABITS"]}}
    same = {"name": "the same by a file", MODULE: {**pid, "port": 0, "habits_file": str(tmp_path / "habits.yml")}}
    asked = {"name": "asked", MODULE: {**same[MODULE], "control": ["HABITS"]}}
    stop = {"name": "stopped", MODULE: {**pid, "state": "stopped"}}
    try:
        run = PlaybookRunner(tmp_path)(
            play(*used, *sorting, told, {**stop, "name": "between"}, same, asked, stop)
        ).succeeded()
    finally:
        if pid_file.running(pid["pid_file"]):
            PlaybookRunner(tmp_path / "stop")(play(stop)).succeeded()
    assert {used[0]["name"], used[1]["name"], used[2]["name"], sorting[0]["name"]} <= set(run.changed)
    assert '"CREATEDOMAIN"' in (tmp_path / "commands.jsonl").read_text(encoding="utf-8")
    for task in ("told", "asked"):
        assert "priority-order" in run.result(task)["control"][0]


def test_the_program_runs_and_is_controlled_as_typed(tmp_path: Path) -> None:
    """What ``make`` would do, by make itself: in a checkout it would leave the files there."""
    start, control = map(typed, console(SIMULATOR))
    make = ["sh", "-c", start.replace("make ", "make --no-print-directory -n ").replace(PORT, "0")]
    would = subprocess.run(make, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip().splitlines()[-1]
    page = (documentation.GUIDES / (SIMULATOR + ".rst")).read_text(encoding="utf-8")
    assert PROGRAM in would and PROGRAM in re.sub(r"\s+", "", page)
    environment = variables(tmp_path, PYTHONPATH=str(TREE), PYTHONUNBUFFERED="1", CGP_PASSWORD="secret")
    with ExitStack() as running:
        server = subprocess.Popen(
            ["sh", "-c", "exec env %s" % would.lstrip("@")],
            cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        running.callback(server.kill)
        output = running.enter_context(server.stdout)
        port = next(line for line in output if line.startswith(READY)).strip().rpartition(":")[2]
        said = ["sh", "-c", control.replace(PORT, port)]
        answers = subprocess.run(said, cwd=tmp_path, env=environment, capture_output=True, text=True, check=True).stdout
        assert "drop-after:verb=CREATEACCOUNT,nth=3" in answers
        server.terminate()
        assert server.wait() == 0
    assert {"server.json", "commands.jsonl"} <= {path.name for path in tmp_path.iterdir()}


def test_the_lines_of_python_are_a_server(monkeypatch: pytest.MonkeyPatch) -> None:
    (shown,) = documentation.blocks(SIMULATOR, "python")
    names: dict[str, Any] = {"Embedded": Embedded, "Options": Options}
    exec(shown.rstrip() + "\n" + indent("faults = simulator.control('FAULTS')\n", "    "), names)  # noqa: S102
    assert [fault["fault"] for fault in names["faults"]] == ["drop-after:verb=CREATEACCOUNT"]


def seen(file: Path) -> set[str]:
    """The habits that a learnt file says a server has."""
    habits = yaml.safe_load(file.read_text(encoding="utf-8"))["habits"]
    return {name for name, finding in habits.items() if finding["seen"]}


def test_the_habits_of_a_server_are_learnt_as_typed(tmp_path: Path) -> None:
    (block,) = documentation.blocks(HABITS, "sh")
    export, *runs = block.strip().splitlines()
    certificate, key = self_signed(tmp_path)
    (tmp_path / ".cgp-password").write_text("secret\n", encoding="utf-8")
    found = []
    with Embedded(Options(port=0, password="secret", tls_cert=certificate, tls_key=key)) as server:
        environment = variables(tmp_path, CGP_PORT=str(server.port), CGP_TLS_CA_FILE=certificate)
        for run in runs:
            subprocess.run(
                ["sh", "-e", "-c", "%s\n%s" % (export.replace(SERVER, server.host), run)],
                cwd=tmp_path, env=environment, stdin=subprocess.DEVNULL, capture_output=True, check=True,
            )  # fmt: skip
            found.append(seen(tmp_path / "habits.yml"))
        assert [domain.name for domain in server.service.server.domains()] == ["example.com"]
    by_reading, by_writing = found
    assert by_reading == by_writing & by_reading != by_writing
    assert "skin-files-lower-cased" in by_writing
