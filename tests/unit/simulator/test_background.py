# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting, finding and stopping a simulator in the background."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program import background


@pytest.fixture
def pid_file(tmp_path):
    path = str(tmp_path / "simulator.pid")
    yield path
    background.stop(path)


@pytest.fixture
def options(pid_file):
    return Options(port=0, main_domain="example.com", password="secret", pid_file=pid_file)


def test_start_find_stop(dial, options, pid_file):
    assert background.find(pid_file) is None
    started = background.start(options)
    assert background.find(pid_file) == started
    wire = dial(started.host, started.port)
    assert wire.login(b"postmaster", b"secret") == b"200 login OK"
    assert background.stop(pid_file) is True
    assert wire.rest() == b""
    assert background.find(pid_file) is None
    assert background.stop(pid_file) is False
    assert not os.path.exists(pid_file)


def test_it_outlives_the_process_that_started_it(dial, options, pid_file):
    script = "from %s import start; from %s import Options; start(Options(**%r))" % (
        background.__name__, Options.__module__, dict(vars(options))
    )
    subprocess.run(
        [sys.executable, "-c", script], check=True, env=dict(os.environ, PYTHONPATH=background._search_path())
    )
    assert dial("127.0.0.1", background.find(pid_file).port).login(b"postmaster", b"secret") == b"200 login OK"


def test_the_state_is_saved_when_stop_returns(dial, options, tmp_path):
    state = tmp_path / "state.json"
    started = background.start(Options(**dict(vars(options), state=str(state))))
    wire = dial(started.host, started.port)
    wire.login(b"postmaster", b"secret")
    wire.do(b"CREATEDOMAIN saved.example")
    background.stop(options.pid_file)
    assert "saved.example" in state.read_text(encoding="utf-8")


def test_one_pid_file_is_for_one_simulator(options, pid_file):
    started = background.start(options)
    with pytest.raises(CgpError, match="is running"):
        background.start(options)
    assert background.find(pid_file) == started


def test_what_keeps_it_from_starting_is_told(options, tmp_path):
    (tmp_path / "state").write_text("no state", encoding="utf-8")
    with pytest.raises(CgpError, match="is no state of this simulator"):
        background.start(Options(**dict(vars(options), state=str(tmp_path / "state"))))
    assert background.find(options.pid_file) is None


def test_the_password_is_not_in_the_process_list(options):
    started = background.start(Options(**dict(vars(options), password="not for all eyes")))
    listed = subprocess.run(["ps", "-ww", "-o", "args=", "-p", str(started.pid)], check=True, capture_output=True)
    assert b"--pid-file" in listed.stdout and b"eyes" not in listed.stdout


def test_a_pid_file_left_behind_is_never_trusted(options, pid_file):
    """The number in it may be that of any other program by now: here it is this test's own."""
    with open(pid_file, "w", encoding="utf-8") as stream:
        json.dump({"host": "127.0.0.1", "port": 1, "pid": os.getpid()}, stream)
    assert background.find(pid_file) is None
    assert background.stop(pid_file) is False
    started = background.start(options)
    assert background.find(pid_file) == started


def test_a_simulator_that_was_killed_is_not_found(options, pid_file):
    started = background.start(options)
    os.kill(started.pid, signal.SIGKILL)
    assert background._wait_until(lambda: background.find(pid_file) is None, 60)
    assert background.stop(pid_file) is False
    background.start(options)


def test_a_pid_file_is_needed():
    with pytest.raises(CgpError, match="pid file"):
        background.start(Options(port=0))
