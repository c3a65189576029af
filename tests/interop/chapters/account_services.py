# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Account Services: datasets, Rosters and Balances.

The manual tells the parameters of the operations on datasets; those of the other two are the simulator's own choice.
"""

from __future__ import annotations

from typing import Any

from ansible_collections.communigate.pro.tests.interop.cgpcli_table import (
    Call,
    Chapter,
    Step,
    call,
    refused,
    world,
)
from ansible_collections.communigate.pro.tests.interop.cgpcli_values import Containing, Keys, Refused, Values
from ansible_collections.communigate.pro.tests.interop.chapters.scene import ANNA, AT_NOON, BEN, NOON, PEOPLE
from CGPCLI.Parser import parse_to_CGP_object


def dataset(what: str, name: str, **parameters: Any) -> Call:
    return call("dataset", ANNA, parse_to_CGP_object(dict(parameters, what=what, subsetName=name)))


def roster(account: str, what: str, **parameters: Any) -> Call:
    return call("roster", account, parse_to_CGP_object(dict(parameters, what=what)))


def balance(operation: str, **parameters: Any) -> Call:
    return call("balance", ANNA, parse_to_CGP_object(dict(parameters, op=operation)))


EMAIL = "addressbook.Email"
TOP, FRIENDS = dataset("listSubsets", ""), dataset("listEntries", "Book/Friends")
EVE = {EMAIL: "eve@net.example", "City": "Bonn"}
FINN = {EMAIL: "finn@net.example", "City": "Berlin"}

DATASETS = Chapter("datasets", before=PEOPLE, steps=(
    Step(dataset("createSet", "Notes"), {}, seen=(TOP, {"Notes": ""})),
    refused("dataset", ANNA, dataset("createSet", "Notes").arguments[1], text="already exists"),
    Step(
        dataset("setEntry", "Book/Friends", entryName="eve", data=dict(EVE, City="Berlin")), {},
        seen=(FRIENDS, {"eve": dict(EVE, City="Berlin")}),
    ),
    Step(dataset("listSubsets", "Book"), {"Friends": ""}),
    Step(
        dataset("setEntry", "Book/Friends", entryName="eve", ifExists="YES", data={"City": "Bonn"}), {},
        seen=(FRIENDS, {"eve": EVE}),
    ),
    Step(
        dataset("setEntry", "Book/Friends", entryName="nobody", ifExists="YES", data={"City": "Bonn"}), Refused(),
    ),
    Step(dataset("addRandomEntry", "Book/Friends", data=FINN), Keys("entryName"), seen=(FRIENDS, Values(EVE, FINN))),
    # There are as many as there may be, and the address is there already.
    Step(dataset("addRandomEntry", "Book/Friends", entryLimit=2, data={EMAIL: "x@net.example"}), Refused()),
    Step(dataset("addRandomEntry", "Book/Friends", data={EMAIL: "eve@net.example", "City": "Rome"}), {}),
    Step(FRIENDS, Values(EVE, FINN)),
    Step(dataset("findAddress", "Book/Friends", address="eve@net.example"), {"": "eve"}),
    Step(dataset("findAddress", "Book/Friends", address="x@net.example"), {}),
    Step(dataset("listEntries", "Book/Friends", attribute="City", data="Bonn"), Values(EVE)),
    Step(dataset("listEntries", "Book/Friends", attribute="City", data="B", mode="beg"), Values(EVE, FINN)),
    Step(dataset("listEntries", "Book/Friends", attribute="City", data="lin", mode="end"), Values(FINN)),
    Step(dataset("listEntries", "Book/Friends", attribute=EMAIL, data="nn@", mode="incl"), Values(FINN)),
    Step(dataset("deleteEntry", "Book/Friends", entryName="eve"), {}, seen=(FRIENDS, Values(FINN))),
    Step(dataset("removeSet", "Notes"), {}, seen=(TOP, {"Book": ""})),
    Step(call("remove_account_subset", ANNA, "Book"), seen=(TOP, {})),
    refused("remove_account_subset", ANNA, "Book"),
    Step(FRIENDS, Refused()),
    Step(dataset("noSuchOperation", "Book"), Refused()),
))

ITEMS, BENS_ITEMS = roster(ANNA, "List"), roster(BEN, "List")

ROSTERS = Chapter("rosters", before=PEOPLE, steps=(
    Step(ITEMS, {}),
    Step(roster(ANNA, "Update", peer=BEN, data={"RealName": "Ben"}), {}, seen=(ITEMS, {BEN: {"RealName": "Ben"}})),
    Step(roster(ANNA, "probe", peer=BEN), {}),
    Step(
        roster(ANNA, "Presence", peer=BEN, type="subscribe"), {},
        seen=(BENS_ITEMS, {ANNA: {"Inp": "Pending"}}),
    ),
    Step(ITEMS, {BEN: {"RealName": "Ben", "Out": "Pending"}}),
    Step(
        roster(BEN, "Presence", peer=ANNA, type="subscribed"), {},
        seen=(ITEMS, {BEN: {"RealName": "Ben", "Out": "YES"}}),
    ),
    Step(roster(ANNA, "probe", peer=BEN), {"Presence": "offline"}),
    Step(
        world('PRESENCE {account="%s"; status=online;}', BEN), None,
        seen=(roster(ANNA, "probe", peer=BEN), {"Presence": "online"}),
    ),
    Step(roster(ANNA, "remove", peer=BEN), {}, seen=(ITEMS, {})),
    Step(roster(ANNA, "remove", peer=BEN), Refused()),
    Step(roster(ANNA, "noSuchOperation"), Refused()),
))

CREDIT = {"balance": "calls", "op": "credit", "amount": 500, "total": 500, "timeStamp": NOON, "reference": "card 7"}


def state(amount: int, reserved: int = 0) -> tuple[Call, Any]:
    """What shows the Balance "calls"."""
    return balance("read", balance="calls"), Containing(amount=amount, reserved=reserved)


BALANCES = Chapter("balances", before=PEOPLE, flags=AT_NOON, steps=(
    Step(balance("list"), {"balance": []}),
    Step(balance("read", balance="calls"), Refused()),
    Step(
        balance("credit", balance="calls", amount=500, reference="card 7"), {"amount": 500},
        seen=(balance("list"), {"balance": ["calls"]}),
    ),
    Step(balance("charge", balance="calls", amount=501), Refused()),
    Step(balance("charge", balance="calls", amount=100), {"amount": 400, "reserved": 0}, seen=state(400)),
    Step(
        balance("reserve", balance="calls", amount=300, reserve="ring"),
        {"amount": 400, "reserved": 300, "reserve": "ring"}, seen=state(400, 300),
    ),
    Step(balance("charge", balance="calls", amount=150), Refused()),
    Step(
        balance("charge", balance="calls", amount=50, reserve="ring"),
        {"amount": 350, "reserved": 250}, seen=state(350, 250),
    ),
    Step(
        balance("release", balance="calls", reserve="ring"), {"amount": 350, "reserved": 0}, seen=state(350),
    ),
    Step(balance("credit", amount=5), {"amount": 5}, seen=(balance("readAll"), {
        "": {"amount": 5, "reserved": 0, "reservations": {}},
        "calls": {"amount": 350, "reserved": 0, "reservations": {}},
    })),
    Step(balance("history", balance="calls"), {"history": [
        CREDIT, Containing(op="charge", amount=-100, total=400), Containing(op="charge", amount=-50, total=350),
    ]}),
    Step(balance("remove", balance="calls"), {"amount": 350}, seen=(balance("list"), {"balance": [""]})),
    Step(balance("noSuchOperation"), Refused()),
))
