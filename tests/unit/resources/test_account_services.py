# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Datasets, the Roster and Balances of an Account: what goes wrong, and replies that look otherwise."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections import account_service as cli
from ansible_collections.communigate.pro.plugins.module_utils._engine.run import Mode
from ansible_collections.communigate.pro.plugins.module_utils._resources import balance, dataset, roster
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.balance import BALANCE
from ansible_collections.communigate.pro.plugins.module_utils._resources.dataset import DATASET
from ansible_collections.communigate.pro.plugins.module_utils._resources.roster import ROSTER
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import BadReply, CliError
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.client import ControlClient
from support.engine_server import PASSWORD, Server
from support.substitution import Exchange

BOB, CAROL = "bob@example.com", "carol@example.org"


@pytest.fixture
def ann(server: Server) -> str:
    """An Account of a new Domain."""
    name = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": name}])
    return name


def control(server: Server, line: str) -> Any:
    with ControlClient(server.host, server.port, PASSWORD) as client:
        return client.say(line)


# --- datasets


@pytest.mark.parametrize("habit", ["numbers", "numbers-as-text"])
def test_attributes_are_strings_whatever_a_server_tells(tmp_path: Path, habit: str) -> None:
    """Those that are written again with others, too; and what is there is known."""
    steps: list[Any] = [
        {"layout": {"columns": 3, "rows": {"$number": 4}, "theme": "dark"}},
        {"layout": {"theme": None}},
        {"layout": {"columns": "5"}, "other": {"count": "007"}},
    ]
    with Server(tmp_path, habits=(habit,)) as server:
        name = "postmaster@example.com"
        for entries in steps:
            row = {"account": name, "name": "portal", "entries": entries}
            assert server.apply(DATASET, [row])["failures"] == []
            mark = server.mark()
            assert server.apply(DATASET, [row])["changed"] is False
            assert server.changes(mark) == []
        control(server, "HABITS ()")
        told = server.ask(cli.DATASET(name, {"subsetName": "portal", "what": "listEntries"}))
        assert told == {"layout": {"columns": "5", "rows": "4"}, "other": {"count": "007"}}
        written = [entry["arguments"]["parameters"] for entry in server.changes(0) if entry["verb"] == "DATASET"]
        data = [value for parameters in written for value in parameters.get("data", {}).values()]
        assert data and all(isinstance(value, str) for value in data)


def calls_of(act: Callable[[], Any]) -> int:
    """How many functions of the noun and of the engine are called, which is the work without the clock."""
    count = 0

    def note(frame: Any, event: str, _argument: object) -> None:
        nonlocal count
        count += event == "call" and "module_utils" in frame.f_code.co_filename

    sys.setprofile(note)
    try:
        act()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("present", [True, False])
def test_the_work_for_addresses_grows_as_their_number(present: bool) -> None:
    (facet,) = [facet for facet in DATASET.facets if facet.name == "addresses"]

    def work(number: int) -> int:
        emails = ["P%d@example.org" % one for one in range(number)]
        wanted = facet.shape.parse([{"email": email, "attributes": {"a": "b"}} for email in emails])
        have = {"e%d" % one: {dataset.EMAIL: "p%d@EXAMPLE.org" % one} for one in range(number if present else 0)}
        return calls_of(lambda: facet.shape.delta(have, facet.shape.target(have, wanted, False)))

    assert work(800) < 5 * work(200)


def test_two_spellings_of_a_new_address_are_one_entry(server: Server, ann: str) -> None:
    book = {"account": ann, "name": "Book"}
    wishes = [{"email": BOB, "attributes": {"a": "1"}}, {"email": BOB.upper(), "attributes": {"b": "2"}}]
    server.apply(DATASET, [{**book, "addresses": wishes}])
    assert len(entries(server, ann, "Book")) == 1
    assert server.apply(DATASET, [{**book, "addresses": wishes[1:]}])["changed"] is False


def entries(server: Server, account: str, name: str) -> dict[str, Any]:
    listed: dict[str, Any] = server.ask(cli.DATASET(account, {"subsetName": name, "what": "listEntries"}))
    return listed


def test_an_entry_that_cannot_be_made_anew_comes_back(server: Server, ann: str) -> None:
    row = {"account": ann, "name": "portal", "entries": {"layout": {"columns": "3", "theme": "dark"}}}
    server.apply(DATASET, [row])
    # the next task says listSubsets, listEntries, deleteEntry, setEntry
    control(server, 'FAULT "error:verb=DATASET,nth=4"')
    result = server.apply(DATASET, [{**row, "entries": {"layout": {"theme": None}}}])
    assert result["failures"][0]["changed"] is False
    assert "the former object was restored" in result["msg"]
    assert entries(server, ann, "portal") == {"layout": {"columns": "3", "theme": "dark"}}


def test_an_address_that_is_there_keeps_its_entry_and_its_other_attributes(server: Server, ann: str) -> None:
    book = {"account": ann, "name": "Book"}
    server.apply(DATASET, [{**book, "entries": {"one": {dataset.EMAIL: BOB, "Phone": "1", "Fax": "2"}}}])
    wish = {"email": BOB.upper(), "attributes": {"Phone": 5, "Fax": None}}
    assert server.apply(DATASET, [{**book, "addresses": [wish]}])["changed"] is True
    assert entries(server, ann, "Book") == {"one": {dataset.EMAIL: BOB, "Phone": "5"}}


def test_only_these_addresses_and_nothing_else_of_them(server: Server, ann: str) -> None:
    book = {"account": ann, "name": "Book", "mode": "replace"}
    had = {"one": {dataset.EMAIL: BOB, "Phone": "1"}, "two": {dataset.EMAIL: CAROL}, "three": {"a": "b"}}
    server.apply(DATASET, [{**book, "entries": had}])
    server.apply(DATASET, [{**book, "addresses": [{"email": BOB}]}])
    assert entries(server, ann, "Book") == {"one": {dataset.EMAIL: BOB}}


def test_entries_and_addresses_go_together_unless_each_would_remove_the_other(server: Server, ann: str) -> None:
    row = {"account": ann, "name": "Book", "entries": {"one": {"a": "b"}}, "addresses": [{"email": BOB}]}
    assert server.apply(DATASET, [row])["changed"] is True
    assert server.apply(DATASET, [row])["changed"] is False
    with pytest.raises(Exception, match="entries and addresses do not go together"):
        server.apply(DATASET, [{**row, "mode": "replace"}])


def test_a_subset_of_what_does_not_exist_is_made_with_it(server: Server, ann: str) -> None:
    row = {"account": ann, "name": "Book/Friends/Old"}
    assert server.apply(DATASET, [{**row, "state": "absent"}])["changed"] is False
    assert server.apply(DATASET, [row])["changed"] is True
    assert server.apply(DATASET, [row])["changed"] is False


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"entries": {"one": "text"}}, "entries: one: a dictionary of attributes is needed, not str"),
        ({"addresses": [{"attributes": {"a": "b"}}]}, "addresses: each of them needs an email"),
        ({"addresses": [{"email": BOB, "attributes": "x"}]}, "item 1 of addresses: attributes must be a dictionary"),
    ],
)
def test_entries_of_another_shape_are_refused(server: Server, options: dict[str, Any], message: str) -> None:
    with pytest.raises(Exception, match=message):
        server.apply(DATASET, [{"account": "ann", "name": "Book", **options}])


# --- the Roster

@pytest.mark.parametrize(
    ("item", "allowed", "watched"),
    [
        ({}, "NO", "NO"),
        ({"Inp": "YES", "Out": "YES"}, "YES", "YES"),
        ({"Inp": "Yes", "Out": "Pending"}, "YES", "YES"),
        ({"Inp": "Pending"}, "Pending", "NO"),
        ({"Inp": "Blocked", "Out": None}, "NO", "NO"),
    ],
)
def test_what_the_modes_of_a_contact_mean(item: dict[str, Any], allowed: str, watched: str) -> None:
    facts = roster._facts({**item, "RealName": "Bob"})
    assert facts == {"details": {"RealName": "Bob"}, "allow_watching": allowed, "watch": watched}


def test_a_name_is_no_word_of_the_settings(server: Server, ann: str) -> None:
    row = {"account": ann, "contact": CAROL, "real_name": "default"}
    server.apply(ROSTER, [row])
    assert server.ask(cli.ROSTER(ann, {"what": "List"})) == {CAROL: {"RealName": "default"}}
    assert server.apply(ROSTER, [row])["changed"] is False
    server.apply(ROSTER, [{**row, "real_name": ""}])
    assert server.ask(cli.ROSTER(ann, {"what": "List"})) == {CAROL: {}}


def test_a_mode_is_no_detail(server: Server, ann: str) -> None:
    with pytest.raises(Exception, match="Inp cannot be set here"):
        server.apply(ROSTER, [{"account": ann, "contact": CAROL, "details": {"Inp": "YES"}}])


# --- Balances

def book(server: Server, session: Any = None, **params: Any) -> dict[str, Any]:
    return BALANCE.run(session or server.master, params, Mode())


@pytest.mark.parametrize("moment", ["drop-before", "drop-after"])
def test_a_booking_whose_answer_was_lost_is_not_sent_again(server: Server, ann: str, moment: str) -> None:
    mark = server.mark()
    control(server, 'FAULT "%s:verb=BALANCE"' % moment)
    result = book(server, server.session(), operation="credit", account=ann, amount=5)
    assert (result["failed"], result["changed"], result["actions"]) == (True, True, [])
    assert "may or may not have been carried out" in result["msg"]
    assert server.verbs(mark).count("BALANCE") <= 1


def test_a_refused_booking_changes_nothing(server: Server, ann: str) -> None:
    result = book(server, operation="charge", account=ann, amount=5)
    assert (result["failed"], result["changed"], result["actions"]) == (True, False, [])


@pytest.mark.parametrize(
    ("history", "found"),
    [
        ({}, False),
        ({"history": []}, False),
        ({"history": [{"op": "credit", "reference": "A1"}]}, True),
        ({"history": [{"op": "charge", "reference": "A1"}]}, False),
        ([{"reference": "A1"}], True),
        ({"x": {"y": [[{"reference": "B2"}, {"op": "credit", "reference": "A1"}]]}}, True),
        ({"reference": "A11"}, False),
    ],
)
def test_a_booking_is_found_wherever_the_history_has_it(history: Any, found: bool) -> None:
    records: Callable[[Any], Any] = balance._records
    assert any(balance._is_booking(record, "credit", "A1") for record in records(history)) is found


BOOKED = {"operation": "credit", "amount": 5, "reference": "A1", "unless_booked": True}


def book_after(server: Server, history: Any, **params: Any) -> tuple[dict[str, Any], int]:
    """The result of a booking on a server whose history looks like this, and how often it booked."""
    session = server.session()
    mark = server.mark()
    with Exchange(session, 0, history):
        result = book(server, session, **{**BOOKED, **params})
    sent = [entry for entry in server.since(mark) if entry["verb"] == "BALANCE"]
    return result, len([entry for entry in sent if entry["arguments"]["parameters"]["op"] in ("credit", "charge")])


@pytest.mark.parametrize(
    "record",
    [
        {"reference": "A1", "op": "credit"},
        {"reference": "A1", "op": "Credit"},
        {"reference": "A1"},
        {"Reference": "A1", "Op": ""},
        {"reference": "A1", "op": "deposit"},
        {"reference": " A1 ", "op": "CREDIT"},
    ],
)
def test_the_same_reference_is_the_same_booking_whatever_else_the_record_says(
    server: Server, ann: str, record: dict[str, Any]
) -> None:
    server.ask(cli.BALANCE(ann, {"op": "credit", "amount": 5, "reference": "A1"}))
    result, booked = book_after(server, {"history": [record]}, account=ann)
    assert (result["changed"], result.get("failed", False), booked) == (False, False, 0)


def test_a_record_of_plainly_another_operation_is_another_booking(server: Server, ann: str) -> None:
    server.ask(cli.BALANCE(ann, {"op": "credit", "amount": 5, "reference": "A1"}))
    result, booked = book_after(server, {"history": [{"reference": "A1", "op": "Charge"}]}, account=ann)
    assert (result["changed"], booked) == (True, 1)


@pytest.mark.parametrize(
    "history",
    [
        None,
        {},
        {"history": []},
        {"history": [{"op": "credit", "amount": 5}]},
        {"history": ["credit 5 A1"]},
        "credit 5 A1",
        [],
        [{"reference": "A1"}],
        BadReply(201, "data that cannot be read", "BALANCE"),
        CliError(533, "no history is kept", "BALANCE"),
    ],
    ids=repr,
)
def test_a_history_that_does_not_tell_is_no_leave_to_book_again(server: Server, ann: str, history: Any) -> None:
    server.ask(cli.BALANCE(ann, {"op": "credit", "amount": 5, "reference": "A1"}))
    result, booked = book_after(server, history, account=ann)
    assert (result["failed"], result["changed"], booked) == (True, False, 0)
    assert "Nothing was booked" in result["msg"]
    assert book(server, **{**BOOKED, "account": ann, "unless_booked": False})["changed"] is True


@pytest.mark.parametrize("history", [None, {"history": []}, CliError(533, "unknown balance", "BALANCE")], ids=repr)
def test_a_balance_that_does_not_exist_was_never_booked_on(server: Server, ann: str, history: Any) -> None:
    result, booked = book_after(server, history, account=ann)
    assert (result["changed"], booked) == (True, 1)
    assert server.ask(cli.BALANCE(ann, {"op": "read"}))["amount"] == 5
