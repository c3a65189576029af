# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages in queues. No command puts them there, so the simulator is told that they have come."""

from __future__ import annotations

from typing import Any

from ansible_collections.communigate.pro.tests.interop.cgpcli_table import (
    Chapter,
    Kept,
    Step,
    call,
    read,
    refused,
    world,
)
from ansible_collections.communigate.pro.tests.interop.cgpcli_values import Containing, Kind
from ansible_collections.communigate.pro.tests.interop.chapters.scene import ANNA, BEN, NOON, PEOPLE

QUEUE = call("get_message_queue_info", "SMTP", "net.example")
REPORTS = world("REPORTS")


def arrives(sender: str, size: int, told: dict[str, Any], *, keep: str = "", state: str = "") -> Step:
    """A row for a message that comes into the queue. ``told``: what is told of the queue then."""
    line = 'QUEUE {queue="net.example"; sender="%s"; size=#%s; %s}'
    return Step(world(line, sender, size, state), Kind(int), keep=keep, seen=(QUEUE, told))


QUEUES = Chapter("queues", before=PEOPLE, steps=(
    Step(QUEUE, {}),
    arrives(ANNA, 1000, {"nTotal": 1, "size": 1000}, keep="first"),
    arrives(
        BEN, 24, {"nTotal": 2, "size": 1024, "delayedTill": NOON, "lastError": "late"},
        keep="second", state="delayedTill=#T31-01-2030_12:00:00; lastError=late;",
    ),
    read("get_message_queue_info", "LOCAL", "net.example", gives={}),
    read("get_message_queue_info", "SMTP", "example.com", gives={}),
    # --- one message
    refused("reject_queue_message", "4711"),
    Step(
        call("reject_queue_message", Kept("first", str), errorText='"no, thanks"'),
        seen=(QUEUE, Containing(nTotal=1, size=24)),
    ),
    Step(REPORTS, [{"messageID": Kept("first"), "sender": ANNA, "text": "no, thanks"}]),
    Step(call("reject_queue_message", Kept("second", str), errorText="NONDN"), seen=(QUEUE, {})),
    Step(REPORTS, [Containing(sender=ANNA)]),
    refused("reject_queue_message", Kept("first", str)),
    # --- all messages of a sender
    arrives(ANNA, 1, {"nTotal": 1, "size": 1}),
    arrives(ANNA, 2, {"nTotal": 2, "size": 3}),
    arrives(BEN, 4, {"nTotal": 3, "size": 7}),
    Step(call("reject_queue_messages", ANNA, errorText='"you sent too much"'), seen=(QUEUE, Containing(size=4))),
    Step(
        REPORTS,
        [Containing(text="no, thanks")] + 2 * [Containing(sender=ANNA, text="you sent too much")],
    ),
    # --- all messages of a queue
    Step(call("release_SMTP_queue", "net.example"), seen=(QUEUE, {})),
    refused("release_SMTP_queue", "net.example"),
))
