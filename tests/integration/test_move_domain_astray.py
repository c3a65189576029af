# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The playbook move_domain where something is not as it was meant: nothing is led away, made or forgotten by it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from copy import copy
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.tests.integration.move import LEADS_TO, NEW, OLD, Move, begin
from support.document_server import Server
from support.load import FULL
from support.whole_domain import ALIAS, DOMAIN

THIRD = "mail3"
HAND_MADE = 'SETROUTERTABLE "%s"'
of_full_size = pytest.mark.skipif(not FULL, reason="a minute; the quickest of each sort are played always")


@pytest.fixture
def stage() -> Iterator[ExitStack]:
    with ExitStack() as running:
        yield running


def begin_small(stage: ExitStack, directory: Path) -> Move:
    accounts = [{"name": "alice"}, {"name": "bob"}]
    return begin(stage, directory, config={"domains": {DOMAIN: {
        "domain": [{"name": DOMAIN, "aliases": [ALIAS]}], "account": accounts,
    }}})  # fmt: skip


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Move]:
    """A small move that has come to its end. Who asks for it leaves its Domain, and all that leads there, as it is."""
    with ExitStack() as running:
        move = begin_small(running, tmp_path_factory.mktemp("moved"))
        move.run().succeeded()
        yield move


def routed(move: Move, server: Server) -> list[str]:
    """The lines of the Router."""
    return [line for table in server.read()["server"].get("router_table", []) for line in table["lines"]]


def told(run: Any) -> str:
    return " ".join(str(one.result.get("msg")) for one in run.results if one.status == "failed")


# --- what was led before


@pytest.mark.parametrize("is_there", [False, pytest.param(True, marks=of_full_size)])
def test_a_move_to_another_server_leaves_one_that_was_made_before_as_it_is(
    tmp_path: Path, stage: ExitStack, moved: Move, is_there: bool
) -> None:
    """Were its lines taken away, mail would come to the old Domain, where nobody reads it any more."""
    move = copy(moved)
    move.new = Server(tmp_path / "third")
    before = routed(move, move.old)
    stage.callback(move.new.simulator.stop)
    if is_there:
        move.say(move.new, "CREATEDOMAIN " + DOMAIN, "CREATEACCOUNT alice@" + DOMAIN)
    run = move.run(names=(OLD, THIRD), to=THIRD, leads_to="mail3.net.example", dir=str(tmp_path / "another"))
    assert run.rc == 2 and "mail1 leads example.org to another server than mail3.net.example" in told(run)
    assert move.changes == [[], []] and routed(move, move.old) == before


def test_what_an_earlier_run_has_led_is_led_whatever_becomes_of_this_run(tmp_path: Path, stage: ExitStack) -> None:
    """First the new server leads an address away, and then the old one leads elsewhere in spite of its lines."""
    move = begin_small(stage, tmp_path)
    move.run().succeeded()
    before = routed(move, move.old)
    move.say(
        move.new, HAND_MADE % ("<alice@%s> = x@elsewhere.example" % DOMAIN),
        "SETDOMAINALIASES %s (%s,third.example)" % (DOMAIN, ALIAS),
    )  # fmt: skip
    run = move.run()
    assert run.rc == 2 and "mail2 leads these elsewhere: alice@example.org" in told(run)
    assert move.changes == [[], []]
    move.say(move.new, HAND_MADE % "")
    first = "<*@third.example> = *%third.example@mail3.net.example._via"
    move.say(move.old, HAND_MADE % "\\e".join([first, *before]))
    run = move.run()
    assert run.rc == 2 and "mail1 leads these elsewhere: postmaster@third.example" in told(run)
    assert move.changes == [["SETROUTERTABLE"] * 2, []]
    assert routed(move, move.old) == [first, *before]


# --- before anything is led


@of_full_size
def test_what_leads_elsewhere_is_led_back(tmp_path: Path, stage: ExitStack) -> None:
    """A line of somebody else that leads the new server's name on is seen by asking the Router itself."""
    move = begin_small(stage, tmp_path)
    own = "%s._via = mail3.net.example._via" % LEADS_TO
    move.say(move.old, HAND_MADE % own)
    run = move.run()
    assert run.rc == 2 and "mail1 leads these elsewhere: " in told(run)
    assert move.changes[0] == ["SETROUTERTABLE"] * 2
    assert routed(move, move.old) == [own]
    assert move.routes(move.old, "mail") == {("Local", "alice@" + DOMAIN), ("", "")}


def test_nothing_is_led_to_a_server_that_leads_it_on(tmp_path: Path, stage: ExitStack) -> None:
    """A Domain that moves back would go round between both, as the lines that led it here are still there."""
    move = begin_small(stage, tmp_path)
    move.say(move.new, HAND_MADE % ("<*@%s> = *%%%s@mail1.net.example._via" % (DOMAIN, DOMAIN)))
    run = move.run()
    assert run.rc == 2 and "mail2 leads these elsewhere: alice@example.org" in told(run)
    assert move.changes[0] == [] and routed(move, move.old) == []


def test_nothing_is_led_to_accounts_without_a_password(tmp_path: Path, stage: ExitStack) -> None:
    """The phase of the secrets was left out, or an Account has come since."""
    move = begin_small(stage, tmp_path)
    run = move.run("--tags", "export,apply,switch")
    assert run.rc == 2 and "no password for alice@example.org, bob@example.org: run the phase secrets" in told(run)
    assert move.changes == [[], []]
    move.run("--tags", "export,secrets").succeeded()
    move.say(move.old, "CREATEACCOUNT Carol@" + DOMAIN)
    run = move.run("--tags", "export,apply,switch")
    assert run.rc == 2 and "no password for carol@example.org: run" in told(run)
    assert move.changes == [[], []]


def test_a_server_under_two_names_gives_no_account_another_password(tmp_path: Path, stage: ExitStack) -> None:
    move = begin_small(stage, tmp_path)
    move.new = move.old
    as_text = {NEW: str(move.old.simulator.port)}  # as it comes from the environment, or from a file of another kind
    run = move.run(into_existing=True, ports=as_text)
    assert run.rc == 2 and "two hosts of the inventory that are two servers" in told(run)
    assert move.changes == [[], []] and not move.moved.exists()


# --- a directory of others


def test_the_directory_of_another_move_stays_as_it_is(tmp_path: Path, moved: Move) -> None:
    """It has passwords that nobody else knows, and somebody may have a file of that name."""
    move = copy(moved)
    move.say(move.old, "CREATEDOMAIN two.example", "CREATEACCOUNT x@two.example")
    held = {path: path.read_bytes() for path in move.moved.rglob("*") if path.is_file()}
    run = move.run(domain="two.example")
    assert run.rc == 2 and "moved/move.yml is of another move: give each a directory of its own" in told(run)
    own = move.moved / "move.yml"
    own.write_text("- hosts: all\n", encoding="utf-8")
    assert move.run(domain="two.example").rc == 2
    assert move.changes == [[], []]
    assert {path: path.read_bytes() for path in move.moved.rglob("*") if path.is_file()} == {
        **held, own: b"- hosts: all\n",
    }  # fmt: skip
    own.write_bytes(held[own])
    move.run(domain="two.example", dir=str(tmp_path / "another")).succeeded()
