# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the module cgp_simulator does: real processes, known by their pid file."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.simulator import background
from ansible_collections.communigate.pro.plugins.module_utils.simulator.task import SPEC, run

# A simulator outlives whoever starts it, on purpose: no one waits for the process.
pytestmark = pytest.mark.filterwarnings(
    r"ignore:Exception ignored in. <function Popen:pytest.PytestUnraisableExceptionWarning"
)

Task = Callable[..., "dict[str, Any]"]


@pytest.fixture
def pid_file(tmp_path: Path) -> Iterator[str]:
    """Whatever a test has started with this file ends with the test."""
    path = str(tmp_path / "pid")
    yield path
    background.stop(path)


@pytest.fixture
def task(pid_file: str) -> Task:
    """Runs the module with options as a playbook gives them; a free port unless one is asked for."""

    def run_task(check: bool = False, **options: Any) -> dict[str, Any]:
        validated = ArgumentSpecValidator(SPEC).validate({"pid_file": pid_file, "port": 0, **options})
        assert validated.error_messages == []
        return run(validated.validated_parameters, check)

    return run_task


def greets(host: str, port: int) -> bool:
    with socket.create_connection((host, port), timeout=10) as connection:
        return connection.recv(100).startswith(b"200 ")


def test_it_starts_once(task: Task) -> None:
    first = task()
    assert first.pop("changed") is True
    assert greets(first["host"], first["port"])
    assert task() == {"changed": False, **first}


def test_it_stops_once(task: Task, pid_file: str) -> None:
    task()
    assert task(state="stopped") == {"changed": True}
    assert background.find(pid_file) is None
    assert task(state="stopped") == {"changed": False}


def test_check_mode_starts_nothing(task: Task, pid_file: str) -> None:
    assert task(check=True) == {"changed": True}
    assert background.find(pid_file) is None


def test_check_mode_stops_nothing(task: Task, pid_file: str) -> None:
    started = task()
    assert task(check=True, state="stopped") == {"changed": True}
    assert background.find(pid_file) is not None
    assert task(check=True)["pid"] == started["pid"]


def test_another_port_than_the_running_one_is_an_error(task: Task) -> None:
    port = task()["port"]
    assert task(port=port)["changed"] is False
    with pytest.raises(CgpError, match="listens on port %d, not 1[.] Stop it first" % port):
        task(port=1)


def test_what_it_was_told_outlives_it_in_the_state_file(task: Task, tmp_path: Path) -> None:
    options = {"state_file": str(tmp_path / "state"), "main_domain": "example.org"}
    task(**options)
    assert not (tmp_path / "state").exists()
    task(state="stopped")
    assert "example.org" in (tmp_path / "state").read_text(encoding="utf-8")
    assert task(**options)["changed"] is True


def test_what_keeps_it_from_starting_is_told(task: Task, tmp_path: Path) -> None:
    with pytest.raises(CgpError, match="No such file or directory: .*missing"):
        task(pid_file=str(tmp_path / "missing" / "pid"))
