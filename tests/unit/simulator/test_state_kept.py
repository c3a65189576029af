# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The state outlives whatever goes wrong: nobody listens, nobody waits, no room on the disk, somebody else there."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program import background, launch
from support.platforms import linux

IN_USE = "is in use by another simulator"
SEED = 300
"""Accounts whose state is some tens of thousands of bytes."""
ROOM = 4096
"""Bytes that a file may have, where the disk is as good as full."""


@pytest.fixture
def state(tmp_path):
    directory = tmp_path / "kept"
    directory.mkdir()
    return directory / "state.json"


@pytest.fixture
def pid_file(tmp_path):
    path = str(tmp_path / "pid")
    yield path
    found = background.find(path)
    if found is not None:
        os.kill(found.pid, signal.SIGKILL)


@pytest.fixture
def options(state, pid_file):
    return Options(port=0, main_domain="example.com", password="secret", state=str(state), pid_file=pid_file)


def other(options: Options, **changed: object) -> Options:
    return Options(**{**vars(options), **changed})


@pytest.fixture
def program():
    """Starts simulators as programs, with pipes; returns process and port."""
    started = []

    def run(options: Options) -> tuple[subprocess.Popen, int]:
        process = subprocess.Popen(
            [sys.executable, "-m", launch.__name__, *options.arguments()], text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=dict(os.environ, PYTHONPATH=background._search_path(), **options.environment()),
        )
        started.append(process)
        line = process.stdout.readline()
        return process, int(line.rpartition(":")[2]) if line else 0

    yield run
    for process in started:
        process.kill()
        process.wait()
        for stream in (process.stdout, process.stderr):
            stream.close()


def make_domain(dial, port: int, *more: bytes) -> None:
    wire = dial("127.0.0.1", port)
    assert wire.login(b"postmaster", b"secret") == b"200 login OK"
    wire.do(b"CREATEDOMAIN saved.example", *more)


def saved(state: Path) -> list[str]:
    return [domain["name"] for domain in json.loads(state.read_text(encoding="utf-8"))["domains"]]


# --- nobody listens to what it says


@linux
@pytest.mark.parametrize("ending", ["signal", "command"])
def test_it_is_saved_though_nobody_listens_any_more(dial, program, options, state, ending):
    """Each command makes it complain here, into pipes that are closed."""
    process, port = program(other(options, journal="/dev/full"))
    process.stdout.close()
    process.stderr.close()
    make_domain(dial, port, *([b"SHUTDOWN"] if ending == "command" else []))
    if ending == "signal":
        process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 0
    assert "saved.example" in saved(state)


@linux
def test_it_is_saved_in_the_background_though_nobody_listens(dial, options, state):
    started = background.start(other(options, journal="/dev/full"))
    make_domain(dial, started.port)
    assert background.stop(options.pid_file) is True
    assert "saved.example" in saved(state)


def test_it_starts_and_is_saved_without_any_output(dial, options, state):
    """As a service manager may start it: there are no such descriptors at all."""
    command = [sys.executable, "-m", launch.__name__, *options.arguments()]
    process = subprocess.Popen(
        ["sh", "-c", 'exec "$@" >&- 2>&- <&-', "sh", *command],
        env=dict(os.environ, PYTHONPATH=background._search_path(), **options.environment()),
    )
    assert background._wait_until(lambda: background.find(options.pid_file) is not None, 60)
    make_domain(dial, background.find(options.pid_file).port)
    background.stop(options.pid_file)
    assert process.wait(60) == 0
    assert "saved.example" in saved(state)


# --- it is told to end, in all ways


@pytest.mark.parametrize("signals", [
    [signal.SIGTERM, signal.SIGTERM], [signal.SIGHUP], [signal.SIGINT, signal.SIGTERM, signal.SIGHUP],
])
def test_it_is_saved_however_it_is_told_to_end(dial, program, options, state, signals):
    process, port = program(options)
    make_domain(dial, port)
    for number in signals:
        process.send_signal(number)
    process.wait(60)
    assert "saved.example" in saved(state)


def test_a_death_while_it_is_saved_leaves_the_old_state_or_the_new_one(dial, program, options, state):
    with Embedded(other(options, seed=8000, pid_file="")):
        pass
    before = state.read_bytes()
    process, port = program(options)
    make_domain(dial, port)
    process.send_signal(signal.SIGTERM)
    while len(list(state.parent.iterdir())) < 3 and process.poll() is None:  # the state, its lock, and a new state
        time.sleep(0.0005)
    process.kill()
    process.wait()
    assert state.read_bytes() == before or "saved.example" in saved(state)
    names = saved(state)
    with Embedded(other(options, pid_file="")):
        pass  # what a dead one has left behind hinders nobody
    assert saved(state) == names


# --- it cannot be saved


@linux
def test_without_room_the_old_state_stays_and_stop_says_so(dial, options, state):
    with Embedded(other(options, seed=SEED, pid_file="")):
        pass
    before = state.read_bytes()
    assert len(before) > ROOM
    started = background.start(options)
    make_domain(dial, started.port)
    resource.prlimit(started.pid, resource.RLIMIT_FSIZE, (ROOM, ROOM))
    with pytest.raises(CgpError, match="the state cannot be saved in .*state.json: File too large"):
        background.stop(options.pid_file)
    assert state.read_bytes() == before
    assert [path.name for path in state.parent.iterdir()] == ["state.json"]
    assert background.stop(options.pid_file) is False
    background.start(options)
    assert background.stop(options.pid_file) is True


def test_a_directory_that_is_gone_is_said_in_the_exit_status_and_on_standard_error(dial, program, options, state):
    process, port = program(options)
    make_domain(dial, port)
    shutil.rmtree(state.parent)
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 1
    said = process.stderr.read()
    assert "the state cannot be saved in %s: No such file or directory" % state in said and said.count("\n") == 1


def test_a_directory_that_is_gone_is_an_error_of_the_one_in_this_process(options, state):
    simulator = Embedded(other(options, pid_file=""))
    simulator.__enter__()
    shutil.rmtree(state.parent)
    with pytest.raises(CgpError, match="the state cannot be saved"):
        simulator.__exit__(None, None, None)


def test_where_it_could_not_be_saved_it_does_not_start(options, tmp_path):
    with pytest.raises(CgpError, match="the state cannot be saved in .*No such file"):
        Embedded(other(options, state=str(tmp_path / "missing" / "state"), pid_file=""))


def test_one_that_is_killed_while_it_is_to_end_is_no_success(options, monkeypatch):
    started = background.start(options)
    kill = os.kill
    monkeypatch.setattr(background.os, "kill", lambda pid, number: kill(pid, signal.SIGKILL))
    with pytest.raises(CgpError, match="process %d.*died before it said whether its state is saved" % started.pid):
        background.stop(options.pid_file)


def test_one_that_ends_by_itself_at_that_moment_is_stopped(dial, options, state, monkeypatch):
    started = background.start(options)
    kill = os.kill

    def too_late(pid, number):
        kill(pid, signal.SIGTERM)
        assert background._wait_until(lambda: background.find(options.pid_file) is None, 60)
        raise ProcessLookupError

    make_domain(dial, started.port)
    monkeypatch.setattr(background.os, "kill", too_late)
    assert background.stop(options.pid_file) is True
    assert "saved.example" in saved(state)


# --- one state, one simulator


def in_this_process(options: Options) -> None:
    with Embedded(other(options, pid_file="")):
        pass


def in_the_background(options: Options) -> None:
    second = other(options, pid_file=options.pid_file + "-2")
    try:
        background.start(second)
    finally:
        background.stop(second.pid_file)


@pytest.mark.parametrize("second", [in_this_process, in_the_background])
def test_a_state_in_use_is_refused(dial, options, state, second):
    started = background.start(options)
    make_domain(dial, started.port)
    with pytest.raises(CgpError, match=r"%s.*%s \(process %d\)" % (state, IN_USE, started.pid)):
        second(options)
    assert background.stop(options.pid_file) is True
    assert "saved.example" in saved(state)
    second(options)
    assert "saved.example" in saved(state)


def test_a_state_in_use_by_this_process_is_refused(options, tmp_path, state):
    by_another_name = tmp_path / "link"
    by_another_name.symlink_to(state)
    with Embedded(other(options, pid_file="")):
        with pytest.raises(CgpError, match=IN_USE):
            in_this_process(options)
        with pytest.raises(CgpError, match=IN_USE):
            in_this_process(other(options, state=str(by_another_name)))
        with pytest.raises(CgpError, match=IN_USE):
            in_the_background(options)
    in_this_process(other(options, state=str(by_another_name)))
    assert saved(state) == ["example.com"] and by_another_name.is_symlink()


def test_one_that_cannot_start_keeps_the_state_from_nobody(options, state):
    with pytest.raises(CgpError):
        Embedded(other(options, main_domain="not a domain", pid_file=""))
    simulator = Embedded(other(options, host="192.0.2.1", pid_file=""))
    with pytest.raises(OSError, match="192.0.2.1|assign"):
        simulator.__enter__()
    in_this_process(options)


def test_many_starts_at_once_end_with_one_simulator(dial, options, state):
    """None of them waits for another, and the one that is there has all that was said to it."""
    commands = [
        [sys.executable, "-m", launch.__name__, *other(options, pid_file="").arguments()] for _number in range(4)
    ]
    environment = dict(os.environ, PYTHONPATH=background._search_path(), **options.environment())
    processes = [
        subprocess.Popen(command, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for command in commands
    ]
    lines = [process.stdout.readline() for process in processes]
    running = [process for process, line in zip(processes, lines) if line]
    assert len(running) == 1
    (port,) = [int(line.rpartition(":")[2]) for line in lines if line]
    make_domain(dial, port)
    running[0].send_signal(signal.SIGTERM)
    ends = [(process.communicate(timeout=60)[1], process.returncode) for process in processes]
    assert sorted(status for _said, status in ends) == [0, 1, 1, 1]
    assert all(IN_USE in said for said, status in ends if status)
    assert "saved.example" in saved(state)
