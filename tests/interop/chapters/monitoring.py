# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Statistics elements, Signal Dialogs, the statistics of Accounts and Domains, and what is written to the logs."""

from __future__ import annotations

from ansible_collections.communigate.pro.tests.interop.cgpcli_table import (
    Chapter,
    Kept,
    Step,
    World,
    call,
    read,
    refused,
    world,
)
from ansible_collections.communigate.pro.tests.interop.cgpcli_values import Containing, Keys, Kind
from ansible_collections.communigate.pro.tests.interop.chapters.scene import ANNA, AT_NOON, NOON, PEOPLE

# Which elements there are, but for their being Custom ones or not, is the simulator's own choice.
ELEMENTS = Chapter("elements and dialogs", steps=(
    read("get_stat_element", "custom1", gives=0),
    Step(call("set_stat_element", "custom1", "5"), seen=(call("get_stat_element", "custom1"), 5)),
    # CGPCLI leaves out the space before INC and SET.
    Step(
        call("execute_command", "SETSTATELEMENT custom1 INC 3"),
        seen=(call("get_stat_element", "custom1"), 8),
    ),
    refused("set_stat_element", "smtpInputActive", "5"),
    Step(
        world("ELEMENT {name=smtpInputActive; value=#3;}"), None,
        seen=(call("get_stat_element", "smtpInputActive"), 3),
    ),
    refused("get_stat_element", "noSuchElement"),
    read("get_next_stat_name", '""', gives=Kind(str), keep="first"),
    read("get_stat_element", Kept("first"), gives=Kind(int)),
    read("get_next_stat_name", Kept("first"), gives=Kind(str), keep="second"),
    read("get_stat_element", Kept("second"), gives=Kind(int)),
    refused("get_next_stat_name", "noSuchElement"),
    # --- dialogs
    refused("get_dialog_info", "7"),
    Step(
        world('DIALOG {id=#7; info={state=connected; from="%s";};}', ANNA), None,
        seen=(call("get_dialog_info", "7"), {"state": "connected", "from": ANNA}),
    ),
    refused("get_dialog_info", "8"),
))

COUNTERS = {
    "MessagesReceived": 2,
    "BytesReceived": 2048,
    "MessagesSent": 1,
    "BytesSent": 100,
    "CallsReceived": 0,
    "CallsSent": 3,
}
NOTHING = dict.fromkeys(COUNTERS, 0)


def counted(**amounts: int) -> World:
    """Anna gets and sends mail, and calls."""
    return world("STATISTICS {%s}", 'account="%s";' % ANNA + "".join("%s=#%d;" % pair for pair in amounts.items()))


# A number of an Account is a number, one of a Domain is a string.
STATISTICS = Chapter("statistics", before=PEOPLE, flags=AT_NOON, steps=(
    read("get_account_stat", ANNA, gives=Containing(**NOTHING)),
    Step(counted(**COUNTERS), None, seen=(call("get_account_stat", ANNA), Containing(**COUNTERS, Logins=0))),
    read("get_account_stat", ANNA, key_name="BytesReceived", gives=2048),
    read("get_account_stat", ANNA, key_name="NoSuchKey", gives=""),
    read("get_account_stat", ANNA, key_name="StatReset", gives=""),
    read("get_account_stat", "*", key_name="Logins", gives=Kind(int)),
    read("get_domain_stat", "example.org", gives=Keys(*COUNTERS)),
    read("get_domain_stat", "example.org", key_name="BytesReceived", gives="2048"),
    read("get_domain_stat", "*", key_name="BytesReceived", gives="0"),
    Step(
        call("reset_account_stat", ANNA, key_name="BytesReceived"),
        seen=(call("get_account_stat", ANNA, key_name="BytesReceived"), 0),
    ),
    read("get_account_stat", ANNA, key_name="MessagesReceived", gives=2),
    Step(
        call("reset_account_stat", ANNA),
        seen=(call("get_account_stat", ANNA), Containing(**NOTHING, StatReset=NOON)),
    ),
    read("get_account_stat", ANNA, key_name="StatReset", gives=NOON),
    Step(
        call("reset_domain_stat", "example.org", key_name="CallsSent"),
        seen=(call("get_domain_stat", "example.org", key_name="CallsSent"), "0"),
    ),
    read("get_domain_stat", "example.org", key_name="MessagesSent", gives="1"),
    Step(
        call("reset_domain_stat", "example.org"),
        seen=(call("get_domain_stat", "example.org", key_name="MessagesSent"), "0"),
    ),
    read("get_domain_stat", "example.org", gives=Keys("StatReset", *COUNTERS)),
    refused("get_account_stat", "nobody@example.org", code=513),
    refused("reset_account_stat", "nobody@example.org", code=513),
    refused("get_domain_stat", "nowhere.example", code=512),
    refused("reset_domain_stat", "nowhere.example", code=512),
))

# No command reads the logs.
LOG = world("LOG")

LOGS = Chapter("logs", before=PEOPLE, steps=(
    Step(call("set_log_all", "ON"), seen=(LOG, Containing(LogAll="YES"))),
    Step(call("set_log_all", "OFF"), seen=(LOG, Containing(LogAll="NO"))),
    Step(call("set_trace", "FileIO", "ON"), seen=(LOG, Containing(Trace=["FileIO"]))),
    Step(call("set_trace", "FileOp", "ON"), seen=(LOG, Containing(Trace=Containing("FileIO", "FileOp")))),
    Step(call("set_trace", "FileIO", "OFF"), seen=(LOG, Containing(Trace=["FileOp"]))),
    refused("set_trace", "Everything", "ON"),
    Step(
        call("write_log", "3", '"backup done"'),
        seen=(LOG, Containing(Records=[Containing(level=3, text="SYSTEM backup done")])),
    ),
    # How the list of all objects looks is not told.
    Step(call("dump_all_objects"), seen=(LOG, Containing(Syslog=[Kind(str)]))),
))
