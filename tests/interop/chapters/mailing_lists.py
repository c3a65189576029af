# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mailing lists and their subscribers."""

from __future__ import annotations

from typing import Any

from ansible_collections.communigate.pro.tests.interop.cgpcli_table import (
    Call,
    Chapter,
    Step,
    call,
    read,
    refused,
    world,
)
from ansible_collections.communigate.pro.tests.interop.cgpcli_values import Containing, Keys
from ansible_collections.communigate.pro.tests.interop.chapters.scene import ANNA, AT_NOON, BEN, NOON, PEOPLE

NEWS = "news@example.org"
BILL = "bill@net.example"
EVE = "eve@net.example"
FINN = "finn@net.example"

LISTS = Chapter("mailing lists", before=PEOPLE, steps=(
    Step(call("create_list", "news", "postmaster"), seen=(call("list_lists"), ["news"])),
    refused("create_list", "news", "postmaster", text="already exists"),
    Step(
        call("update_list", "news", {"Subscribe": "anybody", "Postings": "from owner only"}),
        seen=(
            call("get_list", "news"),
            Containing(Owner="postmaster", Subscribe="anybody", Postings="from owner only"),
        ),
    ),
    read("get_domain_lists", gives={"news": "0"}),
    Step(call("rename_list", "news", "letters"), seen=(call("list_lists"), ["letters"])),
    Step(call("delete_list", "letters"), seen=(call("list_lists"), [])),
    refused("get_list", "letters"),
))


def subscriber(address: str, **shown: Any) -> tuple[Call, Any]:
    """What ``get_subscriber_info`` tells of an address."""
    return call("get_subscriber_info", NEWS, address), Containing(**shown)


SUBSCRIBERS = Chapter(
    "subscribers", flags=AT_NOON, before=(*PEOPLE, call("create_list", NEWS, "anna")), steps=(
        read("list_subscribers", NEWS, gives=[]),
        read("read_subscribers", NEWS, gives=[0, []]),
        read("get_account_lists", ANNA, gives={"news": "0"}),
        read("get_account_lists", BEN, gives={}),
        Step(call("list", NEWS, "feed", EVE), seen=(call("list_subscribers", NEWS), [EVE])),
        read("get_account_lists", ANNA, gives={"news": "1"}),
        # --- the address as the manual's sample has it
        Step(
            call("list", NEWS, "digest", '"Bill Jones" <bill@net.example>', silently=True),
            seen=subscriber(BILL, mode="digest", RealName="Bill Jones", timeSubscribed="20300131120000", posts="0"),
        ),
        read("get_subscriber_info", NEWS, EVE, gives=Keys("mode", "confirmationID", "timeSubscribed", "posts")),
        read("get_subscriber_info", NEWS, "nobody@net.example", gives={}),
        Step(call("list", NEWS, "index", BILL), seen=subscriber(BILL, mode="index", RealName="Bill Jones")),
        Step(call("list", NEWS, "null", BILL), seen=subscriber(BILL, mode="null")),
        Step(call("list", NEWS, "banned", BILL), seen=subscriber(BILL, mode="banned")),
        read("list_subscribers", NEWS, filter="bill", gives=[BILL]),
        read("list_subscribers", NEWS, filter="nobody", gives=[]),
        # Which of them these are is the simulator's own choice: the first by their addresses.
        read("list_subscribers", NEWS, filter="example", limit=1, gives=[BILL]),
        read("read_subscribers", NEWS, gives=[2, Containing(
            {"Sub": EVE, "mode": "feed", "subscribeTime": NOON, "posts": 0},
            {"Sub": BILL, "mode": "banned", "subscribeTime": NOON, "posts": 0, "RealName": "Bill Jones"},
        )]),
        read("read_subscribers", NEWS, filter="EVE", gives=[2, [Containing(Sub=EVE)]]),
        read("read_subscribers", NEWS, filter="example", limit=1, gives=[2, [Containing(Sub=BILL)]]),
        # --- a confirmation, which only the subscriber can send
        Step(call("list", NEWS, "subscribe", FINN, confirm=True), seen=subscriber(FINN, mode="subscribe")),
        read("list_subscribers", NEWS, filter="finn", gives=[]),
        Step(
            world('CONFIRM {list="%s"; subscriber="%s";}', NEWS, FINN), None,
            seen=(call("list_subscribers", NEWS, filter="finn"), [FINN]),
        ),
        # --- postings
        Step(
            world('POSTING {list="%s"; subscriber="%s";}', NEWS, EVE), None,
            seen=subscriber(EVE, posts="1"),
        ),
        Step(call("set_posting_mode", NEWS, EVE, "MODERATEALL"), seen=subscriber(EVE, posts="moderateAll")),
        Step(call("set_posting_mode", NEWS, EVE, "PROHIBITED"), seen=subscriber(EVE, posts="prohibited")),
        Step(call("set_posting_mode", NEWS, EVE, "SPECIAL"), seen=subscriber(EVE, posts="special")),
        Step(call("set_posting_mode", NEWS, EVE, "UNMODERATED"), seen=subscriber(EVE, posts="1")),
        Step(
            call("execute_command", "SETPOSTINGMODE %s FOR %s 3" % (NEWS, EVE)),
            seen=subscriber(EVE, posts=["3"]),
        ),
        Step(call("set_posting_mode", NEWS, EVE), seen=subscriber(EVE, posts="1")),
        refused("set_posting_mode", NEWS, "nobody@net.example", "PROHIBITED"),
        # --- bounces
        Step(call("process_bounce", NEWS, EVE), seen=subscriber(EVE, bounces="1", lastBounced="20300131120000")),
        Step(call("process_bounce", NEWS, EVE, fatal=True), seen=subscriber(EVE, bounces="2")),
        read("read_subscribers", NEWS, filter="eve", gives=[3, [Containing(bounces=2, lastBounceTime=NOON)]]),
        refused("process_bounce", NEWS, "nobody@net.example"),
        # --- farewell
        Step(call("list", NEWS, "unsubscribe", EVE), seen=(call("list_subscribers", NEWS, filter="eve"), [])),
        read("get_subscriber_info", NEWS, EVE, gives=Containing(mode="unsubscribe")),
        refused("list", NEWS, "unsubscribe", "nobody@net.example"),
        refused("list", "nothing@example.org", "subscribe", EVE),
        refused("list_subscribers", "nothing@example.org"),
        refused("get_account_lists", "nobody@example.org", code=513),
    ),
)
