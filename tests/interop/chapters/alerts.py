# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Alerts of Accounts, Domains, the server and the cluster.

CGPCLI names an Account in each of its methods for the cluster's alerts, so those are driven by the lines themselves.
"""

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
from ansible_collections.communigate.pro.tests.interop.cgpcli_values import Values
from ansible_collections.communigate.pro.tests.interop.chapters.scene import ANNA, BEN, PEOPLE

OLD = "20250102030405"
REPLACED = {OLD: "Welcome"}
WRITTEN = '{%s="Welcome";}' % OLD


def only(alerts: dict[str, str]) -> str:
    """The time stamp of the only alert."""
    (stamp,) = alerts
    return stamp


def of_level(shown: Call, replace: Call, post: str, remove: str, *whose: str) -> tuple[Step, ...]:
    """The rows of one level, which has no alerts before and none behind them."""
    return (
        Step(call(post, *whose, '"Back at noon"'), seen=(shown, Values("Back at noon"))),
        Step(replace, seen=(shown, REPLACED)),
        Step(call(post, *whose, "Hurry"), seen=(shown, Values("Welcome", "Hurry"))),
        refused(remove, *whose, "19991231235959"),
        Step(call(remove, *whose, OLD), seen=(shown, Values("Hurry"))),
        Step(shown, Values("Hurry"), keep="alerts"),
        Step(call(remove, *whose, Kept("alerts", only)), seen=(shown, {})),
    )


ALERTS = Chapter("alerts", before=PEOPLE, flags=("--cluster",), steps=(
    Step(call("post_server_alert", '"For all"'), seen=(call("get_server_alerts"), Values("For all"))),
    Step(call("set_server_alerts", {}), seen=(call("get_server_alerts"), {})),
    *of_level(
        call("get_server_alerts"), call("set_server_alerts", REPLACED), "post_server_alert", "remove_server_alert",
    ),
    *of_level(
        call("get_domain_alerts", "example.org"), call("set_domain_alerts", REPLACED, domain_name="example.org"),
        "post_domain_alert", "remove_domain_alert", "example.org",
    ),
    *of_level(
        call("get_account_alerts", ANNA), call("set_account_alerts", ANNA, WRITTEN),
        "post_account_alert", "remove_account_alert", ANNA,
    ),
    Step(
        call("execute_command", "POSTCLUSTERALERT Everywhere"),
        seen=(call("execute_command", "GETCLUSTERALERTS"), Values("Everywhere")),
    ),
    Step(
        call("execute_command", "SETCLUSTERALERTS %s" % WRITTEN),
        seen=(call("execute_command", "GETCLUSTERALERTS"), REPLACED),
    ),
    Step(
        call("execute_command", "REMOVECLUSTERALERT %s" % OLD),
        seen=(call("execute_command", "GETCLUSTERALERTS"), {}),
    ),
    # --- each level has alerts of its own
    Step(call("post_account_alert", BEN, "Ben"), seen=(call("get_account_alerts", BEN), Values("Ben"))),
    Step(
        call("post_domain_alert", "example.org", "All"),
        seen=(call("get_domain_alerts", "example.org"), Values("All")),
    ),
    read("get_account_alerts", ANNA, gives={}),
    read("get_account_alerts", BEN, gives=Values("Ben")),
    read("get_server_alerts", gives={}),
    # --- the administrator's own Account and Domain
    Step(call("post_account_alert", "*", "Me"), seen=(call("get_account_alerts", "*"), Values("Me"))),
    read("get_account_alerts", "postmaster", gives=Values("Me")),
    Step(call("set_domain_alerts", REPLACED), seen=(call("get_domain_alerts"), REPLACED)),
    read("get_domain_alerts", "example.com", gives=REPLACED),
    refused("get_account_alerts", "nobody@example.org", code=513),
    refused("get_domain_alerts", "nowhere.example", code=512),
    refused("post_domain_alert", "nowhere.example", "Hello", code=512),
))
