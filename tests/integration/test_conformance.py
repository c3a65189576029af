# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""``make conformance``: what it learns of a simulator and writes down, and that it leaves it as it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from support.checkout import ROOT, TREE
from support.conformance.player import Stopped
from support.conformance.recording import Conversation, record
from support.conformance.run import DIFFERENCES, Conformance
from support.conformance_trial import SCRATCH, SOME, drawn_habits, held, plain, try_elsewhere, try_out
from support.probed_server import PASSWORD, ProbedServer
from support.simulator import start
from support.verbs import kind_of

SEED = 5
"""Of the habits that the server in another process has."""


@pytest.fixture(scope="module")
def conversations() -> list[Conversation]:
    return record(SOME)


@pytest.fixture(scope="module")
def few(conversations: list[Conversation]) -> list[Conversation]:
    return [one for one in conversations if "test_group.py" in one.test]


def test_what_is_learnt_is_what_was_switched_on_and_explains_all(
    conversations: list[Conversation], tmp_path: Path
) -> None:
    habits, usual = drawn_habits(SEED), plain(tmp_path)
    first = try_elsewhere(tmp_path / "first", conversations, *("--habit=%s" % habit for habit in habits))
    assert first.seen | usual == usual.union(habits)
    assert (first.outcome.stopped, first.outcome.unexplained) == ("", 0)
    assert first.outcome.explained and "\n* " in first.differences
    assert first.strangers() == []
    assert first.after == first.before
    second = try_elsewhere(tmp_path / "second", conversations, "--habits", str(first.habits_file))
    assert second.differences == first.differences


def test_a_simulator_without_habits_differs_nowhere(conversations: list[Conversation], tmp_path: Path) -> None:
    trial = try_out(tmp_path, conversations)
    assert (trial.outcome.stopped, trial.outcome.explained, trial.outcome.unexplained) == ("", 0, 0)
    assert trial.outcome.scenes > 50
    assert "[" not in trial.differences
    assert trial.after == trial.before
    assert trial.strangers() == []


def test_what_no_habit_explains_is_told_so(few: list[Conversation], tmp_path: Path) -> None:
    trial = try_out(tmp_path, few, faults=["error:verb=SETGROUP,nth=9,code=577"])
    assert trial.outcome.unexplained and not trial.outcome.stopped
    assert "\n+ 577 " in trial.differences
    assert trial.after == trial.before


def test_nothing_of_the_site_is_written_down(few: list[Conversation], tmp_path: Path) -> None:
    trial = try_out(tmp_path, few, ["own-domain-added", "absent-501"])
    assert "scratch.example" in trial.differences
    text = trial.differences + trial.habits_file.read_text(encoding="utf-8")
    assert not [word for word in (SCRATCH, "127.0.0.1", "10.7.0.1", "the door", PASSWORD) if word in text]


def test_every_command_is_told_before_and_a_dry_run_writes_nothing(few: list[Conversation], tmp_path: Path) -> None:
    with ProbedServer(tmp_path) as server, server.session() as session:
        told = Conformance(session, few, SCRATCH).foreseen()
        assert {kind_of(entry["verb"], entry["arguments"]) for entry in server.journal()} == {"read"}
    sent = Counter(entry["verb"] for entry in try_out(tmp_path, few).changes)
    verbs = Counter(line.partition(" ")[0] for line in told if line and not line.startswith("["))
    assert sent <= verbs


def test_without_a_scratch_domain_it_only_reads(few: list[Conversation], tmp_path: Path) -> None:
    trial = try_out(tmp_path, few, ["absent-501"], scratch="")
    assert trial.changes == []
    assert (trial.outcome.scenes, trial.outcome.stopped, trial.outcome.unexplained) == (0, "", 0)
    assert trial.outcome.commands > 20
    assert "absent-501" in trial.outcome.habits


@pytest.mark.parametrize(("scratch", "habits", "made", "why"), [
    ("site.example", [], 0, "exists"), ("alias.site.example", [], 0, "exists"),
    ("no name", [], 0, "no name of a Domain"), (SCRATCH, ["delete-ignored"], 1, "could not be deleted"),
])
def test_nothing_is_said_in_a_domain_that_is_there_or_cannot_be_deleted(
    scratch: str, habits: list[str], made: int, why: str, few: list[Conversation], tmp_path: Path
) -> None:
    with ProbedServer(tmp_path, habits) as server, server.session() as session:
        with pytest.raises(Stopped, match=why):
            Conformance(session, few, scratch).run(tmp_path)
        assert [entry["verb"] for entry in server.journal()].count("CREATEDOMAIN") == made
    assert not (tmp_path / DIFFERENCES).exists()


@pytest.mark.parametrize("fault", [
    "drop-after:verb=CREATEGROUP,nth=9", "drop-before:verb=SETGROUP,nth=2", "drop-after:verb=DELETEDOMAIN,nth=20",
    "drop-before:verb=DELETEDOMAIN,nth=9", "drop-after:verb=CREATEDOMAIN,nth=9",
])
def test_a_lost_connection_leaves_nothing(fault: str, few: list[Conversation], tmp_path: Path) -> None:
    trial = try_out(tmp_path, few, faults=[fault])
    assert (trial.outcome.stopped, trial.outcome.unexplained) == ("", 0)
    assert trial.after == trial.before


def test_who_ends_it_with_a_signal_finds_nothing_left(tmp_path: Path) -> None:
    """The program as users start it, ended while it sends what the suite says."""
    state = tmp_path / "state.json"
    server = start(tmp_path / "server", "--state", str(state), "--latency-ms", "15")
    program = subprocess.Popen(
        [
            sys.executable, "tools/conformance.py", "--server", "%s:%d" % (server.host, server.port),
            "--scratch", SCRATCH, "--out", str(tmp_path), SOME[-1],
        ],
        cwd=ROOT, env={**os.environ, **server.environment, "PYTHONPATH": os.pathsep.join([str(TREE), "tests"])},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    while program.poll() is None and server.verbs().count("CREATEDOMAIN") < 4:
        time.sleep(0.02)
    program.send_signal(signal.SIGTERM)
    output, _nothing = program.communicate()
    assert (program.returncode, "Stopped: interrupted" in output) == (2, True), output
    assert server.verbs()[-3:].count("DELETEDOMAIN") == 1
    server.stop()
    assert SCRATCH not in str(held(state))
