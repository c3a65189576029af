# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pid file: one simulator has it, whoever looks sees that, and to look disturbs nobody."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program import pid_file
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program.background import _search_path
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program.pid_file import (
    AlreadyRunning,
    PidFile,
    Running,
    running,
)

ROUNDS = 100
WATCHERS = 3
STARTERS = 8
KILLED = json.dumps({"host": "127.0.0.1", "port": 1, "pid": 1, "http_port": None, "https_port": None})
"""What is in the file after a simulator that was killed."""

# Looks without a pause until it is told to end, and then says how often, and which processes it saw.
WATCH = """
import json, sys, threading
from %s import running
ended = threading.Event()
threading.Thread(target=lambda: (sys.stdin.read(), ended.set()), daemon=True).start()
looks, seen = 0, set()
sys.stdout.write("ready\\n")
sys.stdout.flush()
while True:
    found = running(sys.argv[1])
    looks += 1
    seen.add(found and found.pid)
    if ended.is_set():
        break
sys.stdout.write(json.dumps([looks, list(seen)]))
""" % pid_file.__name__


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "pid")


@pytest.fixture
def watchers(path):
    """Processes that look all the time; called, they end and tell what they saw."""
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", WATCH, path], env=dict(os.environ, PYTHONPATH=_search_path()), text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )
        for _number in range(WATCHERS)
    ]
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    yield lambda: [json.loads(process.communicate()[0]) for process in processes]
    for process in processes:
        process.kill()
        process.communicate()


def leave_behind(path: str, text: str) -> None:
    with open(path, "w", encoding="utf-8") as stream:
        stream.write(text)


@pytest.mark.parametrize(
    "leftover", [None, "", KILLED], ids=["no_file", "file_of_a_failed_start", "file_of_a_killed_one"]
)
def test_whoever_looks_disturbs_no_start_and_sees_no_other_process(path, watchers, leftover):
    for port in range(1, ROUNDS + 1):
        if leftover is not None:
            leave_behind(path, leftover)
        assert running(path) is None
        held = PidFile(path)
        assert running(path) is None
        held.write("127.0.0.1", port)
        assert running(path) == Running("127.0.0.1", port, os.getpid())
        with pytest.raises(AlreadyRunning):
            PidFile(path)
        assert running(path) == Running("127.0.0.1", port, os.getpid())
        held.remove()
    for looks, seen in watchers():
        assert looks > 0
        assert set(seen) <= {None, os.getpid()}


def start_at_once(path):
    """As many starts as STARTERS at the same moment: the files held, and what the others were told."""
    barrier = threading.Barrier(STARTERS)
    held, refused = [], []

    def start():
        barrier.wait()
        try:
            held.append(PidFile(path))
        except AlreadyRunning as error:
            refused.append(str(error))

    threads = [threading.Thread(target=start) for _number in range(STARTERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return held, refused


def test_of_those_that_start_at_once_one_has_the_file(path):
    for _round in range(10):
        leave_behind(path, KILLED)
        held, refused = start_at_once(path)
        assert len(held) == 1
        assert refused == ["a simulator with the pid file %s is running" % path] * (STARTERS - 1)
        held[0].remove()


def test_whoever_looks_while_it_is_rewritten_sees_all_or_nothing_of_it(path, watchers):
    """A journal that cannot be written, and can again, is told in the file of a running simulator."""
    held = PidFile(path)
    held.write("127.0.0.1", 4711)
    for number in range(ROUNDS * 20):
        held.tell_journal_error("no room " * (number % 50))
        assert running(path).port == 4711
    held.leave("it went wrong")
    assert pid_file.failure_of(path, os.getpid()) == "it went wrong"
    assert pid_file.failure_of(path, os.getpid() + 1) == ""
    assert running(path) is None
    for looks, seen in watchers():
        assert looks > 0
        assert set(seen) <= {None, os.getpid()}


def test_one_that_has_taken_its_file_away_hinders_no_start(path, monkeypatch):
    """It has ended but for the lock on a file that has no name any more, when the next one starts."""
    before = PidFile(path)
    before.write("127.0.0.1", 1)
    have_lock, taken_away = pid_file.have_lock, []

    def too_late(handle, kind):
        if taken_away == []:
            taken_away.append(os.unlink(path))
        return have_lock(handle, kind)

    monkeypatch.setattr(pid_file, "have_lock", too_late)
    after = PidFile(path)
    monkeypatch.undo()
    after.write("127.0.0.1", 2)
    assert running(path).port == 2
    before.leave("it has no name any more")
    assert running(path).port == 2
    after.remove()


def come_and_go(path, rounds, failures):
    """Starts and ends again and again; that another one is running is no failure."""
    for _round in range(rounds):
        try:
            held = PidFile(path)
            held.write("127.0.0.1", 1)
            held.remove()
        except AlreadyRunning as error:
            if "is running" not in str(error):
                failures.append(error)
        except Exception as error:  # noqa: BLE001 (whatever it is)
            failures.append(error)


def test_others_that_come_and_go_make_no_start_fail(path, watchers):
    failures = []
    threads = [threading.Thread(target=come_and_go, args=(path, ROUNDS * 5, failures)) for _number in range(STARTERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert not os.path.exists(path)
    for looks, _seen in watchers():
        assert looks > 0
