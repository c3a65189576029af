# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the module cgp_simulator does: real processes, known by their pid file."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from ansible.module_utils.common.arg_spec import ArgumentSpecValidator
from ansible_collections.communigate.pro.plugins.module_utils.connector.command import Line
from ansible_collections.communigate.pro.plugins.module_utils.connector.endpoint import Endpoint
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.connector.session import Credentials, Session
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import DEFAULT_PASSWORD
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program import background
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program.ansible_task import SPEC, run
from support.certificate import self_signed
from support.platforms import linux

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
    with socket.create_connection((host, port), timeout=120) as connection:
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


@linux
def test_a_journal_that_cannot_be_written_is_told(task: Task) -> None:
    found = task(journal_file="/dev/full")
    assert "journal_error" not in found
    with socket.create_connection((found["host"], found["port"]), timeout=120) as connection:
        connection.sendall(b"NOOP\r\n")
        assert b"500" in _until(connection, b"500")
    assert "No space left" in task()["journal_error"]
    assert "No space left" in task(check=True)["journal_error"]
    assert "No space left" in task(state="stopped")["journal_error"]


def test_a_state_that_cannot_be_saved_is_told(task: Task, tmp_path: Path) -> None:
    (tmp_path / "kept").mkdir()
    task(state_file=str(tmp_path / "kept" / "state"))
    shutil.rmtree(tmp_path / "kept")
    with pytest.raises(CgpError, match="has ended, but not well: the state cannot be saved in .*No such file"):
        task(state="stopped")
    assert task(state="stopped") == {"changed": False}


def test_a_state_file_is_for_one_simulator(task: Task, tmp_path: Path) -> None:
    first = task(state_file=str(tmp_path / "state"))
    with pytest.raises(CgpError, match=r"is in use by another simulator \(process %d\)" % first["pid"]):
        task(state_file=str(tmp_path / "state"), pid_file=str(tmp_path / "other"))
    assert task(state="stopped") == {"changed": True}
    assert task(state_file=str(tmp_path / "state"), pid_file=str(tmp_path / "other"))["changed"] is True
    assert background.stop(str(tmp_path / "other")) is True


# --- a running simulator's faults, clock, and other control

FAULTS = ["stall:verb=CREATEACCOUNT", "shuffle"]


def test_faults_from_the_start_are_the_same_a_moment_later(task: Task) -> None:
    assert task(faults=FAULTS)["changed"] is True
    assert task(faults=FAULTS)["changed"] is False
    assert task(faults=["stall: verb=createaccount", "shuffle"])["changed"] is False
    assert task()["changed"] is False


def test_faults_take_the_place_of_those_in_force(task: Task) -> None:
    task(faults=FAULTS)
    assert task(faults=["cut"])["changed"] is True
    told = task(control=["FAULTS"])["control"][0]
    assert [fault["fault"] for fault in told] == ["cut"]
    assert task(faults=[])["changed"] is True
    assert task(faults=[])["changed"] is False


def test_used_faults_are_put_in_force_again(task: Task) -> None:
    found = task(faults=["error:verb=NOOP", "shuffle"])
    with socket.create_connection((found["host"], found["port"]), timeout=120) as connection:
        connection.sendall(b"NOOP\r\n")
        assert b"501 refused" in _until(connection, b"fault that was asked for")
    assert task(faults=["error:verb=NOOP", "shuffle"])["changed"] is True
    assert task(faults=["error:verb=NOOP", "shuffle"])["changed"] is False


def _until(connection: socket.socket, end: bytes) -> bytes:
    received = b""
    while end not in received:
        received += connection.recv(1000)
    return received


def test_the_clock_is_set_unless_it_is_so(task: Task) -> None:
    task()
    assert task(clock="real")["changed"] is False
    assert task(clock="fixed:2030-01-31T12:00:00")["changed"] is True
    assert task(clock="fixed:2030-01-31T12:00:00")["changed"] is False
    answered = task(control=['CLOCK "+1d"'])
    assert (answered["changed"], answered["control"][0]["clock"]) == (True, "fixed:2030-02-01T12:00:00")
    assert task(clock="fixed:2030-01-31T12:00:00")["changed"] is True
    assert task(clock="scaled:60")["changed"] is True
    assert task(clock="scaled:60")["changed"] is False


def test_control_is_said_to_a_simulator_that_is_started(task: Task) -> None:
    answered = task(control=["FAULT stall", "CLEAR", "FAULTS"])
    assert (answered["changed"], answered["control"]) == (True, [1, None, []])


def test_control_is_said_in_clear_text_where_tls_comes_after_stls(task: Task, tmp_path: Path) -> None:
    cert, key = self_signed(tmp_path)
    tls = {"tls_cert": cert, "tls_key": key, "stls": True}
    reached = task(**tls, control=["FAULTS"])
    assert reached["control"] == [[]]
    endpoint = Endpoint(reached["host"], reached["port"], transport="stls", tls_ca_file=cert)
    with Session(endpoint, Credentials("postmaster", DEFAULT_PASSWORD)) as session:
        assert session.one(Line("MAINDOMAINNAME")) == "example.com"


def test_check_mode_foresees_control_and_says_nothing(task: Task) -> None:
    task()
    assert task(check=True, faults=FAULTS)["changed"] is True
    assert task(check=True, clock="scaled:2")["changed"] is True
    assert task(check=True, control=["FAULT stall"])["changed"] is True
    assert task(check=True, faults=[], clock="real")["changed"] is False
    assert task(control=["FAULTS", "CLOCK"])["control"][0] == []


def test_a_wrong_fault_or_clock_is_an_error_in_check_mode_too(task: Task, pid_file: str) -> None:
    with pytest.raises(CgpError, match="no effect stal. Did you mean stall"):
        task(check=True, faults=["stal"])
    with pytest.raises(CgpError, match="no clock can be set to noon"):
        task(clock="noon")
    assert background.find(pid_file) is None


def test_a_line_that_is_refused_is_an_error(task: Task) -> None:
    with pytest.raises(CgpError, match="NONSENSE was answered 500 unknown control word"):
        task(control=["NONSENSE"])


def test_control_needs_the_password(task: Task) -> None:
    task(password="a password of its own")
    assert task(password="a password of its own", clock="scaled:2")["changed"] is True
    with pytest.raises(CgpError, match="515 incorrect password.*Give the password of its administrator"):
        task(clock="real")
    assert task()["changed"] is False


def test_a_port_for_http_that_a_running_simulator_has_not_is_an_error(task: Task) -> None:
    assert (task()["http_port"], task()["https_port"]) == (None, None)
    with pytest.raises(CgpError, match="listens on no http_port, not 8100[.] Stop it first"):
        task(http_port=8100)


def test_a_running_simulator_gets_the_habits_that_are_wanted(task: Task, tmp_path: Path) -> None:
    (tmp_path / "learnt").write_text("priority-order: true\n", encoding="utf-8")
    wanted = {"habits_file": str(tmp_path / "learnt"), "control": ["HABITS"]}
    assert task(**wanted)["control"] == [["priority-order"]]
    assert task(check=True, habits=[])["changed"] is True
    assert task(habits=["priority-order"])["changed"] is False
    assert task(habits=[])["changed"] is True
    assert task(control=["HABITS"])["control"] == [[]]
    with pytest.raises(CgpError, match="there is no habit priority-oder. Did you mean priority-order"):
        task(habits=["priority-oder"])
