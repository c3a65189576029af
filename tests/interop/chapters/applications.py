# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real-Time Application Environments of Domains, of the server and of the cluster, the built-in one, and Tasks."""

from __future__ import annotations

from ansible_collections.communigate.pro.tests.interop.cgpcli_table import (
    Call,
    Chapter,
    Kept,
    Step,
    call,
    read,
    refused,
)
from ansible_collections.communigate.pro.tests.interop.cgpcli_values import Containing, Kind, Refused
from ansible_collections.communigate.pro.tests.interop.chapters.scene import ANNA, PEOPLE


def of_level(level: str, create: Call, subset: Call, without: Call, *whose: str) -> tuple[Step, ...]:
    """The rows of one level. That an environment has to be created first is the simulator's own choice.

    ``create`` makes the environment, ``subset`` the national subset "german", which ``without`` removes.
    """
    files, file, store, delete = (
        name % level for name in ("list_%s_PBX_files", "read_%s_PBX_file", "store_%s_PBX_file", "delete_%s_PBX_file")
    )
    return (
        refused(store, *whose, "ring.sppr", "[QUJD]"),
        Step(create, seen=(call(files, *whose), {})),
        Step(subset, seen=(call(files, *whose, "german"), {})),
        Step(call(store, *whose, "ring.sppr", "[QUJD]"), seen=(call(file, *whose, "ring.sppr"), "[QUJD]")),
        Step(call(store, *whose, "ring.sppr", "[SGVsbG8=]"), seen=(call(file, *whose, "ring.sppr"), "[SGVsbG8=]")),
        Step(
            call(store, *whose, "german/hello.wav", "[Sg==]"),
            seen=(call(file, *whose, "german/hello.wav"), "[Sg==]"),
        ),
        read(files, *whose, gives={"ring.sppr": Kind(dict)}),
        read(files, *whose, "german", gives={"hello.wav": Kind(dict)}),
        refused(file, *whose, "hello.wav"),
        refused(file, *whose, "french/hello.wav"),
        Step(call(delete, *whose, "german/hello.wav"), seen=(call(files, *whose, "german"), {})),
        Step(call(delete, *whose, "ring.sppr"), seen=(call(files, *whose), {})),
        refused(delete, *whose, "ring.sppr"),
        Step(without, seen=(call(files, *whose, "german"), Refused())),
        read(files, *whose, gives={}),
    )


ENVIRONMENTS = Chapter("application environments", before=PEOPLE, steps=(
    *of_level(
        "domain", call("create_domain_PBX", "example.org"), call("create_domain_PBX", "example.org", "german"),
        call("delete_domain_PBX", "example.org", "german"), "example.org",
    ),
    # CGPCLI has FILE in its DELETESERVERPBX, which the command does not.
    *of_level(
        "server", call("create_server_PBX", '""'), call("create_server_PBX", "german"),
        call("execute_command", "DELETESERVERPBX german"),
    ),
    refused("create_cluster_PBX", '""'),
    refused("list_cluster_PBX_files"),
    refused("create_domain_PBX", "nowhere.example", code=512),
    # Which files are built in is the simulator's own choice.
    read("list_stock_PBX_files", gives=Containing(**{"gateway.sppr": Kind(dict), "welcome.txt": Kind(dict)})),
    read("list_stock_PBX_files", "french", gives={"welcome.txt": Kind(dict)}),
    read("read_stock_PBX_file", "welcome.txt", gives="[V2VsY29tZQo=]"),
    read("read_stock_PBX_file", "french/welcome.txt", gives="[QmllbnZlbnVlCg==]"),
    refused("read_stock_PBX_file", "nothing.txt"),
))

CLUSTER_ENVIRONMENT = Chapter("the application environment of a cluster", flags=("--cluster",), steps=of_level(
    "cluster", call("create_cluster_PBX", '""'), call("create_cluster_PBX", "german"),
    call("delete_cluster_PBX", "german"),
))

STATUS = call("read_node_status", Kept("task"))
PROGRAMS = (
    call("create_domain_PBX", "example.org"),
    call("store_domain_PBX_file", "example.org", "ring.sppr", "[QUJD]"),
)

# What the status of a Task holds is the simulator's own choice: what the Task was started with, and sent.
TASKS = Chapter("application tasks", before=(*PEOPLE, *PROGRAMS), steps=(
    Step(
        call("start_PBX_task", ANNA, "ring", entry_name="Loudly", parameter='{times=#3;}'),
        gives=Kind(str), keep="task",
    ),
    Step(STATUS, Containing(account=ANNA, program="ring", entry="Loudly", startParameter={"times": 3}, events=[])),
    Step(
        call("send_task_event", Kept("task"), "stop"),
        seen=(STATUS, Containing(events=[{"event": "stop", "parameter": None}])),
    ),
    Step(
        call("send_task_event", Kept("task"), "dial", parameter='("+4930111",#2)'),
        seen=(STATUS, Containing(events=[Containing(event="stop"), {"event": "dial", "parameter": ["+4930111", 2]}])),
    ),
    Step(call("start_PBX_task", "postmaster", "gateway"), gives=Kind(str), keep="other"),
    read("read_node_status", Kept("other"), gives=Containing(program="gateway", startParameter=None, events=[])),
    Step(call("kill_node", Kept("task")), seen=(STATUS, Refused())),
    refused("kill_node", Kept("task")),
    refused("send_task_event", Kept("task"), "stop"),
    read("read_node_status", Kept("other"), gives=Containing(program="gateway")),
    refused("start_PBX_task", ANNA, "nothing"),
    refused("start_PBX_task", "nobody@example.org", "ring", code=513),
    refused("read_node_status", "nothing"),
))
