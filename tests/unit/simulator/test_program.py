# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulator as a program: its options, its first line, its end."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.options import Options, parse
from ansible_collections.communigate.pro.plugins.module_utils.simulator.program import background, launch


@pytest.fixture
def start():
    """Starts simulators as programs, and ends those that a test leaves behind."""
    started = []

    def run(*arguments: str, **environment: str) -> subprocess.Popen:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith("CGP_")}
        process = subprocess.Popen(
            [sys.executable, "-m", launch.__name__, *arguments],
            text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=dict(inherited, PYTHONPATH=background._search_path(), **environment),
        )
        started.append(process)
        return process

    yield run
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()


@pytest.fixture
def listening(dial):
    """A connection to a simulator that has just been started."""
    def connect(process):
        match = re.fullmatch(r"listening on (\S+):(\d+)\n", process.stdout.readline())
        return dial(match.group(1), int(match.group(2)))

    return connect


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_says_where_it_listens_and_ends_cleanly(start, listening, tmp_path, number):
    state = tmp_path / "state.json"
    process = start(
        "--port", "0", "--main-domain", "mail.example", "--login", "boss", "--version", "5.3", "--state", str(state),
        CGP_PASSWORD="from the environment",
    )
    wire = listening(process)
    assert wire.greeting.startswith(b"200 mail.example CommuniGate Pro PWD Server 5.3 ready <")
    assert wire.login(b"boss", b"from the environment") == b"200 login OK"
    wire.do(b"CREATEDOMAIN saved.example")
    process.send_signal(number)
    assert process.wait(60) == 0
    assert wire.rest() == b""
    assert process.communicate() == ("", "")
    assert "saved.example" in state.read_text(encoding="utf-8")


def test_the_command_shutdown_ends_it_cleanly(start, listening, tmp_path):
    state, pid_file = tmp_path / "state.json", tmp_path / "pid"
    process = start("--port", "0", "--state", str(state), "--pid-file", str(pid_file))
    wire = listening(process)
    assert wire.login(b"postmaster", b"simulator") == b"200 login OK"
    wire.do(b"CREATEDOMAIN saved.example", b"SHUTDOWN")
    assert process.wait(60) == 0
    assert wire.rest() == b""
    assert process.communicate() == ("", "")
    assert "saved.example" in state.read_text(encoding="utf-8")
    assert not pid_file.exists()


def test_the_password_may_stand_in_a_file(start, listening, tmp_path):
    (tmp_path / "password").write_text("from a file\n", encoding="utf-8")
    process = start("--port", "0", "--password-file", str(tmp_path / "password"), CGP_PASSWORD="not this")
    assert listening(process).login(b"postmaster", b"from a file") == b"200 login OK"


def test_without_a_password_there_is_a_default_on_this_machine_only(start, listening):
    assert listening(start("--port", "0")).login(b"postmaster", b"simulator") == b"200 login OK"
    process = start("--port", "0", "--host", "0.0.0.0")
    assert process.wait(60) == 1
    assert "password" in process.stderr.read()


def test_the_login_is_master_beside_the_postmaster(start, listening):
    wire = listening(start("--port", "0", "--login", "boss", "--password", "secret"))
    wire.login(b"boss", b"secret")
    wire.do(b"CREATEDOMAIN x.example")
    assert wire.code(b"GETSERVERINTERCEPT") == 200


@pytest.mark.parametrize(("arguments", "said"), [
    (["--port", "many"], "--port"), (["--tls-cert", "x"], "--tls-key"), (["--nonsense"], "--nonsense"),
    (["--password-file", "/nonexistent/file"], "--password-file"),
])
def test_wrong_options_end_in_one_message(start, arguments, said):
    process = start(*arguments)
    assert process.wait(60) == 2
    error = process.stderr.read()
    assert said in error and "Traceback" not in error


@pytest.mark.parametrize("arguments", [
    ["--port", "0", "--state", "/nonexistent/dir/../x/state", "--journal", "/nonexistent/journal"],
    ["--port", "0", "--host", "192.0.2.1", "--password", "x"], ["--port", "0", "--main-domain", "not a domain"],
    ["--port", "0", "--login", "not a login"],
    ["--port", "0", "--tls-cert", "/nonexistent/c", "--tls-key", "/nonexistent/k"],
])
def test_what_keeps_it_from_starting_is_one_message(start, arguments):
    process = start(*arguments)
    assert process.wait(60) == 1
    output, error = process.communicate()
    assert output == "" and error.startswith("simulator: ") and error.count("\n") == 1


def test_a_taken_port(start):
    first = start("--port", "0")
    port = first.stdout.readline().rpartition(":")[2].strip()
    second = start("--port", port)
    assert second.wait(60) == 1
    assert second.stderr.read().startswith("simulator: ")


# --- options

def test_options_become_a_command_line_and_back():
    options = Options(
        host="127.0.0.2", port=0, main_domain="m.example", login="boss", password="hidden", version="5.3", cluster=True,
        state="/s", journal="/j", latency_ms=2.5, tls_cert="/c", tls_key="/k", pid_file="/p",
    )
    assert "hidden" not in " ".join(options.arguments())
    assert parse(options.arguments(), options.environment()) == options
    assert "hidden" not in repr(options)


def test_every_default_survives_the_way_as_well():
    assert parse(Options().arguments(), Options().environment()) == Options()
