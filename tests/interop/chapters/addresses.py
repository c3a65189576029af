# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where mail addresses lead, of what type network addresses are, and the sets of temporary ones."""

from __future__ import annotations

from ansible_collections.communigate.pro.tests.interop.cgpcli_table import Chapter, Step, call, read, refused, world
from ansible_collections.communigate.pro.tests.interop.cgpcli_values import Kind
from ansible_collections.communigate.pro.tests.interop.chapters.scene import ANNA, AT_NOON, PEOPLE

# The manual tells the three strings' meaning; that names are full ones is the simulator's own choice.
ROUTES = Chapter("routes", before=PEOPLE, steps=(
    read("route", ANNA, gives=["Local", ANNA, ANNA]),
    read("route", "eve@net.example", "mail", gives=["SMTP", "net.example", "eve@net.example"]),
    read("route", "eve@net.example", "signal", gives=["SIP", "net.example", "eve@net.example"]),
    read("route", ANNA, type="access", gives=["Local", ANNA, ANNA]),
    refused("route", "nobody@example.org"),
    Step(
        call("set_account_aliases", ANNA, ["info"]),
        seen=(call("route", "info@example.org"), ["Local", ANNA, "info@example.org"]),
    ),
    Step(
        call("create_list", "news@example.org", "anna"),
        seen=(call("route", "news@example.org"), ["LIST", "news@example.org", "news@example.org"]),
    ),
    Step(
        call("create_forwarder", "press@example.org", "eve@net.example"),
        seen=(call("route", "press@example.org", "mail"), ["SMTP", "net.example", "eve@net.example"]),
    ),
    Step(
        call("set_router_table", '"<sales> = anna@example.org\\eMail:<spam> = null"'),
        seen=(call("route", "sales"), ["Local", ANNA, ANNA]),
    ),
    read("route", "spam", "mail", gives=["SYSTEM", "NULL", "null"]),
    refused("route", "spam", "signal"),
))


def typed(name: str, addresses: str, address: str, kind: str) -> Step:
    """A row for a set of addresses, which gives an address a type."""
    return Step(call("set_%s_IPs" % name, addresses), seen=(call("get_IP_state", address), kind))


# The manual names no type: the words are the simulator's own choice.
TYPES = Chapter("types of addresses", steps=(
    read("get_IP_state", "10.1.2.3", gives=""),
    typed("client", "10.1.0.0/16", "10.1.2.3", "Client"),
    typed("LAN", "10.2.0.0/16", "10.2.0.1", "LAN"),
    typed("NATed", "10.3.0.0/16", "10.3.0.1", "NATed"),
    typed("black_listed", "10.1.2.3", "10.1.2.3", "Blacklisted"),
    typed("denied", "203.0.113.0-203.0.113.9", "203.0.113.5", "Denied"),
    read("get_IP_state", "203.0.113.10", gives=""),
    refused("get_IP_state", "nonsense"),
))

BLOCKED = call("get_temp_blacklisted_IPs")

TEMPORARY = Chapter("temporary addresses", flags=AT_NOON, steps=(
    read("get_temp_client_IPs", gives=""),
    Step(
        world('TEMPCLIENT {address="192.0.2.20"; seconds=#600;}'), None,
        seen=(call("get_temp_client_IPs"), "[192.0.2.20]"),
    ),
    Step(
        world('TEMPCLIENT {address="192.0.2.21";}'), None,
        seen=(call("get_temp_client_IPs"), "[192.0.2.20],[192.0.2.21]"),
    ),
    read("get_IP_state", "192.0.2.20", temp=True, gives="Client"),
    read("get_IP_state", "192.0.2.20", gives=""),
    # --- blocked ones
    Step(BLOCKED, ""),
    Step(call("temp_blacklist_IP", "192.0.2.30", 600), seen=(BLOCKED, "[192.0.2.30]-600")),
    Step(
        call("set_temp_blacklisted_IPs", '"[192.0.2.31]-60, [192.0.2.32]-*"'),
        seen=(BLOCKED, "[192.0.2.30]-600,[192.0.2.31]-60,[192.0.2.32]-*"),
    ),
    Step(call("temp_blacklist_IP", "192.0.2.30", 0), seen=(BLOCKED, "[192.0.2.31]-60,[192.0.2.32]-*")),
    Step(world('CLOCK "+60s"'), Kind(dict), seen=(BLOCKED, "[192.0.2.32]-*")),
    Step(call("temp_blacklist_IP", "192.0.2.32", 0), seen=(BLOCKED, "")),
    refused("temp_blacklist_IP", "nonsense", 60),
    refused("set_temp_blacklisted_IPs", '"nonsense"'),
    # --- How many failed logins block an address, and for how long, is the simulator's own choice.
    Step(
        call("set_network", {"FailedLoginFlow": ["3", "1h"]}),
        seen=(call("get_network"), {"FailedLoginFlow": ["3", "1h"]}),
    ),
    Step(call("report_failed_login_adress", "192.0.2.40")),
    Step(call("report_failed_login_adress", "192.0.2.40")),
    Step(BLOCKED, ""),
    Step(call("report_failed_login_adress", "192.0.2.40"), seen=(BLOCKED, "[192.0.2.40]-3600")),
    refused("report_failed_login_adress", "nonsense"),
))
