# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulator's faults, and what becomes of tasks that they strike: they go on, or say clearly what is wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.noun import changing, say
from ansible_collections.communigate.pro.tests.integration.stage import perform
from support import simulator
from support.playbook import PlaybookRun, play

PASSWORD = "a password, for bad days"
NAMES = ["anna", "jorge", "mei"]


def disturb(pid_file: Path, *faults: str, **more: Any) -> dict[str, Any]:
    """A task that puts these faults, and no others, in force."""
    options = {"pid_file": str(pid_file), "port": 0, "password": PASSWORD, "faults": list(faults), **more}
    return {"name": "faults", "communigate.pro.cgp_simulator": options}


def accounts(name: str, **options: Any) -> dict[str, Any]:
    rows = [{"name": each, "settings": {"MaxAccountSize": "1024K"}} for each in NAMES]
    options = {"domain": name + ".example", "accounts": rows, **options}
    return {"name": name, "communigate.pro.cgp_account": options, "ignore_errors": True}


BAD_DAYS: dict[str, tuple[list[str], dict[str, Any]]] = {
    "dropped": (["drop-after:verb=CREATEACCOUNT,nth=2"], {}),
    "unsent": (["drop-before:verb=CREATEACCOUNT,nth=2"], {}),
    "cut": (["cut:verb=LISTACCOUNTS", "cut:verb=CREATEACCOUNT"], {}),
    "garbled": (["garble:verb=CREATEACCOUNT"], {}),
    "late": (["delay:verb=CREATEACCOUNT,ms=300"], {}),
    "packets": (["one-line-per-packet"], {}),
    "habits": (["shuffle", "no-inline"], {}),
    "forgotten": (["forget:verb=CREATEACCOUNT,nth=2"], {}),
    "unreadable": (["garble:verb=GETACCOUNTSETTINGS,times=always"], {}),
    "stalled": (["stall:verb=CREATEACCOUNT,times=always"], {"reply_timeout": 3}),
    "refused": (["error:verb=CREATEACCOUNT,nth=3,text=out of disk space"], {}),
    "shut": (["refuse-login:times=always"], {}),
}
"""A Domain for each, named after it: the faults that are in force while three Accounts are made in it."""
HABITS = {"habits": ["amounts-shortest", "texts-in-other-case", "taken-501"]}
"""What else the server is like on a day."""
SURVIVED = ("dropped", "unsent", "cut", "garbled", "late", "packets", "habits")


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> PlaybookRun:
    directory = tmp_path_factory.mktemp("bad-days")
    pid_file = directory / "pid"
    tasks = say("prepare", ["CREATEDOMAIN %s.example" % name for name in BAD_DAYS])
    for name, (faults, options) in BAD_DAYS.items():
        tasks += [disturb(pid_file, *faults, habits=HABITS.get(name, [])), accounts(name, **options)]
        if name == "habits":
            tasks.append({**accounts(name), "name": "habits, again"})
    tasks.append(disturb(pid_file, clock="fixed:2030-01-31T12:00:00"))
    tasks += say("shown", ["LISTACCOUNTS %s.example" % name for name in BAD_DAYS])
    tasks += say("time", ["GETCURRENTTIME"])
    flags = ["--pid-file", str(pid_file)]
    return perform(directory, play(*tasks), flags=flags, password=PASSWORD, begin=simulator.start).succeeded()


def made(run: PlaybookRun, name: str) -> list[str]:
    """The Accounts that there are in the end."""
    return sorted(run.result("shown")["results"][list(BAD_DAYS).index(name)]["value"])


def failures(run: PlaybookRun, name: str) -> dict[str, str]:
    assert run.status(name) == "failed"
    return {failure["name"].partition("@")[0]: failure["msg"] for failure in run.result(name)["failures"]}


@pytest.mark.parametrize("name", SURVIVED)
def test_the_task_goes_on_and_everything_is_done(run: PlaybookRun, name: str) -> None:
    assert run.status(name) == "ok"
    assert run.result(name)["counts"]["created"] == 3
    assert made(run, name) == NAMES


@pytest.mark.parametrize(("name", "created"), [("dropped", 3), ("garbled", 3), ("unsent", 4)])
def test_nothing_is_sent_twice_without_looking(run: PlaybookRun, name: str, created: int) -> None:
    """What was obeyed without a reply is not sent again; what was not obeyed is."""
    assert changing(run.sent(name)) == ["CREATEACCOUNT"] * created


def test_other_habits_of_a_server_are_no_change(run: PlaybookRun) -> None:
    """1024K comes back as 1M, dictionaries in another order and over lines of their own: all is as wanted."""
    assert run.status("habits, again") == "ok"
    assert run.result("habits, again")["changed"] is False


def test_what_the_server_forgets_is_noticed(run: PlaybookRun) -> None:
    (message,) = failures(run, "forgotten").values()
    assert "the change was accepted, but could not be read back" in message
    assert made(run, "forgotten") == ["anna", "mei"]


def test_no_answer_is_a_failure_in_time(run: PlaybookRun) -> None:
    told = failures(run, "stalled")
    assert sorted(told) == NAMES
    for message in told.values():
        assert "no reply came for 3 s" in message
        assert "what the server did is unknown" in message
    assert made(run, "stalled") == []


def test_what_is_no_reply_is_said_to_be_none(run: PlaybookRun) -> None:
    for message in failures(run, "unreadable").values():
        assert "the connection was lost" in message
        assert "reply code" in message
    assert made(run, "unreadable") == NAMES
    assert "Traceback" not in run.output


def test_the_servers_own_words_are_shown(run: PlaybookRun) -> None:
    assert failures(run, "refused") == {"mei": "CREATEACCOUNT was answered 501 out of disk space"}
    assert made(run, "refused") == ["anna", "jorge"]


def test_a_login_that_is_refused_stops_the_task(run: PlaybookRun) -> None:
    assert run.status("shut") == "failed"
    assert "the login of postmaster was refused (515 incorrect password)" in run.result("shut")["msg"]
    assert made(run, "shut") == []


def test_the_clock_is_set_while_it_runs(run: PlaybookRun) -> None:
    assert run.result("time")["results"][0]["value"] == {"$timestamp": "T31-01-2030_12:00:00"}
