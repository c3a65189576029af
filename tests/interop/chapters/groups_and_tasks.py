# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Groups, Named Tasks and Scheduled Tasks."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ansible_collections.communigate.pro.tests.interop.cgpcli_table import (
    Chapter,
    Step,
    World,
    call,
    read,
    refused,
    world,
)
from ansible_collections.communigate.pro.tests.interop.cgpcli_values import Containing, Keys, Kind, Refused
from ansible_collections.communigate.pro.tests.interop.chapters.scene import ANNA, AT_NOON, BEN, PEOPLE

GROUPS_AND_TASKS = Chapter("groups and tasks", before=PEOPLE, steps=(
    Step(call("create_group", "staff@example.org"), seen=(call("list_groups", "example.org"), ["staff"])),
    refused("create_group", "staff@example.org", text="already exists"),
    read("get_group", "staff@example.org", gives={}),
    Step(
        call("set_group", "staff@example.org", {"RealName": "All of us", "Members": ["anna", "ben"], "Expand": "YES"}),
        seen=(
            call("get_group", "staff@example.org"),
            {"RealName": "All of us", "Members": ["anna", "ben"], "Expand": "YES"},
        ),
    ),
    Step(
        call("set_group", "staff@example.org", {"Members": []}),
        seen=(call("get_group", "staff@example.org"), {"Members": []}),
    ),
    # CGPCLI leaves out the space before the dictionary here.
    Step(
        call("create_group", "board@example.org", {"Members": ["anna", "x@net.example"]}),
        seen=(call("get_group", "board@example.org"), {"Members": ["anna", "x@net.example"]}),
    ),
    Step(
        call("rename_group", "staff@example.org", "team@example.org"),
        seen=(call("list_groups", "example.org"), ["board", "team"]),
    ),
    refused("rename_group", "team@example.org", "anna@example.org"),
    Step(call("delete_group", "team@example.org"), seen=(call("list_groups", "example.org"), ["board"])),
    refused("get_group", "team@example.org"),
    refused("delete_group", "team@example.org"),
    refused("create_group", "team@nowhere.example", code=512),
    Step(call("create_group", "own"), seen=(call("list_groups"), ["own"])),
    # --- Named Tasks
    Step(
        call("create_named_task", "gate@example.org", "anna"),
        seen=(call("list_domain_named_tasks", "example.org"), Keys("gate")),
    ),
    refused("create_named_task", "door@example.org", "nobody"),
    Step(
        call("update_named_task", "gate@example.org", {"RealName": "The gate", "ProgramName": "gatekeeper"}),
        seen=(
            call("get_named_task", "gate@example.org"),
            Containing(RealName="The gate", ProgramName="gatekeeper"),
        ),
    ),
    Step(
        call("rename_named_task", "gate@example.org", "entrance"),
        seen=(call("list_account_named_tasks", ANNA), Keys("entrance")),
    ),
    read("list_account_named_tasks", BEN, gives={}),
    read("list_domain_named_tasks", gives={}),
    refused("delete_account", ANNA),
    Step(
        call("delete_named_task", "entrance@example.org"),
        seen=(call("get_named_task", "entrance@example.org"), Refused()),
    ),
))

# No command reads the Scheduled Tasks.
SCHEDULE = world('SCHEDULEDTASKS {account="%s";}', ANNA)


def scheduled(**tasks: Any) -> tuple[World, Any]:
    """What shows that these tasks wait."""
    return SCHEDULE, Containing(tasks=tasks)


SCHEDULED_TASKS = Chapter("scheduled tasks", before=PEOPLE, flags=AT_NOON, steps=(
    Step(
        call("update_scheduled_task", ANNA, {
            "id": "wake", "program": "alarm", "when": datetime(2030, 2, 1, 6, 30), "period": "day", "parameter": "tea",
        }),
        seen=scheduled(wake=Containing(program="alarm", period="day", parameter="tea")),
    ),
    Step(
        call("update_scheduled_task", ANNA, {"id": "wake", "script": "bell", "when": datetime(2030, 2, 1, 7, 30)}),
        seen=scheduled(wake=Containing(script="bell")),
    ),
    Step(
        call("update_scheduled_task", ANNA, {"id": "sleep", "program": "alarm", "when": datetime(2030, 2, 1, 22)}),
        seen=scheduled(wake=Kind(dict), sleep=Kind(dict)),
    ),
    Step(call("update_scheduled_task", ANNA, {"id": "wake"}), seen=scheduled(sleep=Kind(dict))),
    Step(
        call("update_scheduled_task", ANNA, {"id": "ring", "program": "alarm", "when": "now"}),
        seen=(SCHEDULE, Containing(lastLaunch=Containing("ring"))),
    ),
    Step(SCHEDULE, Containing(tasks={"sleep": Kind(dict)})),
    refused("update_scheduled_task", ANNA, {"program": "alarm"}),
    refused("update_scheduled_task", "nobody@example.org", {"id": "wake"}, code=513),
))
