# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The settings of a server, and those of a Dynamic Cluster."""

from __future__ import annotations

from datetime import datetime

from ansible_collections.communigate.pro.tests.interop.cgpcli_table import (
    OK,
    Chapter,
    Step,
    call,
    read,
    refused,
    setting,
)
from ansible_collections.communigate.pro.tests.interop.cgpcli_values import Containing, Kind
from ansible_collections.communigate.pro.tests.interop.chapters.scene import CALLS, SPAM
from CGPCLI.Parser import IP

VERSION = "6.3.20"

ECHOED = tuple(
    read("echo", value, gives=value)
    for value in (
        "word", "two words", "", "Grüße, Привет", "a\\\\b\\\"c", "line\\eline",
        5, -25, 0, None, datetime(2026, 2, 28, 23, 59, 58),
        IP("10.0.44.55"), IP("10.0.44.55", 25), IP("2001:470::1", 25),
        [], {}, ["a", ["b", []], {}], {"key": {"inner key": ["x", 1]}, "": "empty key"},
        {"Password": 'with \\" and ; inside', "RealName": "Anna"},
    )
)

SERVER = Chapter("server settings", flags=("--version", VERSION), steps=(
    read("list_modules", gives=Containing("HTTPU", "PWD")),
    Step(
        call("set_module", "PWD", {"LogLevel": "4", "Listener": {"MaxInputChannels": "50"}}),
        seen=(call("get_module", "PWD"), {"LogLevel": "4", "Listener": {"MaxInputChannels": "50"}}),
    ),
    Step(
        call("update_module", "PWD", {"LogLevel": "2"}),
        seen=(call("get_module", "PWD"), {"LogLevel": "2", "Listener": {"MaxInputChannels": "50"}}),
    ),
    refused("get_module", "NoSuchModule"),
    setting("queue_settings", {"LogLevel": "3"}),
    setting("signal_settings", {"LogLevel": "3"}),
    setting("media_server_settings", {"LogLevel": "3"}),
    setting("session_settings", {"LogLevel": "3"}),
    setting("network", {"UseRBL": "YES", "RBLDomain": ["bl.net.example", "bl.example.org"]}),
    setting("DNR_settings", {"LogLevel": "3"}),
    setting("banned", {"Headers": ["X-Bad: *"]}),
    setting("router_settings", {"LogLevel": "3"}),
    setting("server_intercept", {"Enabled": "NO"}),
    Step(call("update_log_settings", {"LogLevel": "5"}), seen=(call("get_log_settings"), Containing(LogLevel="5"))),
    Step(
        call("update_server_settings", {"ExternalFilters": [{"Name": "AV", "Enabled": "YES"}]}),
        seen=(call("get_server_settings"), Containing(ExternalFilters=[{"Name": "AV", "Enabled": "YES"}])),
    ),
    Step(call("refresh_OS_data")),
    Step(
        call("set_router_table", '"; our routes\\e<sales> = anna\\e"'),
        seen=(call("get_router_table"), "; our routes\\e<sales> = anna\\e"),
    ),
    setting("LAN_IPs", "10.0.0.0/8 ; office\\e192.168.1.1-192.168.1.9"),
    setting("client_IPs", "10.1.0.0/16"),
    setting("black_listed_IPs", "203.0.113.5"),
    setting("white_hole_IPs", "203.0.113.6"),
    setting("NATed_IPs", "10.2.0.0/16"),
    setting("NAT_site_IPs", "10.3.0.0/16"),
    setting("debug_IPs", "203.0.113.7"),
    setting("denied_IPs", "203.0.113.8"),
    Step(
        call("execute_command", "SETSERVERTRUSTEDCERTS ([SGVsbG8=],[Sg==])"),
        seen=(call("get_server_trusted_certs"), ["[SGVsbG8=]", "[Sg==]"]),
    ),
    read("list_CLI_commands", gives=Containing("CREATEACCOUNT", "LISTCLICOMMANDS", "NOOP")),
    read("noop", gives=OK),
    *ECHOED,
    read("get_version", gives=VERSION),
    read("get_system_info", "serverVersion", gives=VERSION),
    read("get_system_info", "mainDomainName", gives="example.com"),
    refused("get_system_info", "noSuchThing"),
    read("get_current_time", "an argument it does not use", gives=Kind(datetime)),
    refused("get_cluster_settings"),
    refused("get_current_controller"),
    refused("reconnect_cluster_admin"),
    refused("create_domain", "shared.example", shared=True),
    refused("set_cluster_LAN_IPs", "10.0.0.0/8"),
    read("list_domains", gives=["example.com"]),
    refused("execute_command", "SUPERSECRETCOMMAND", code=500),
    refused("execute_command", "SUPERSECRETCOMMAND example.org", code=500),
))

CLUSTER = Chapter("a dynamic cluster", flags=("--cluster",), steps=(
    Step(
        call("create_domain_storage", "shared1", shared=True),
        seen=(call("list_domain_storage", shared=True), ["shared1"]),
    ),
    Step(
        call("create_domain", "shared.example", shared=True, storage="shared1"),
        seen=(call("list_domains"), ["example.com", "shared.example"]),
    ),
    Step(
        call("update_cluster_domain_defaults", {"TrailerText": "Bye"}),
        seen=(call("get_domain_effective_settings", "shared.example"), Containing(TrailerText="Bye")),
    ),
    setting("cluster_domain_defaults", {"AccountsLimit": "9"}),
    Step(
        call("create_account", "anna@shared.example"),
        seen=(call("list_accounts", "shared.example"), {"anna": "macnt"}),
    ),
    Step(
        call("update_cluster_account_defaults", {"MaxAccountSize": "7M"}),
        seen=(call("get_account_effective_settings", "anna@shared.example"), Containing(MaxAccountSize="7M")),
    ),
    setting("cluster_account_defaults", {"RulesAllowed": "Any"}),
    Step(
        call("update_cluster_account_prefs", {"Language": "Dutch"}),
        seen=(call("get_account_effective_prefs", "anna@shared.example"), Containing(Language="Dutch")),
    ),
    setting("cluster_account_prefs", {"SkinName": "Basic"}),
    Step(
        call("set_account_telnums", "anna@shared.example", ["+3120555"]),
        seen=(call("list_cluster_telnums", 10), {"": 1, "+3120555": "anna@shared.example"}),
    ),
    read("list_server_telnums", 10, gives={"": 0}),
    setting("cluster_directory_integration", {"Enabled": "YES"}),
    setting("cluster_settings", {"LogLevel": "3"}),
    setting("cluster_network", {"UseRBL": "NO"}),
    setting("cluster_banned", {"Headers": ["X-Bad: *"]}),
    setting("cluster_mail_rules", [SPAM]),
    setting("cluster_signal_rules", [CALLS]),
    setting("cluster_router_settings", {"LogLevel": "3"}),
    setting("cluster_intercept", {"Enabled": "NO"}),
    Step(
        call("set_cluster_router_table", '"<info> = anna@shared.example\\e"'),
        seen=(call("get_cluster_router_table"), "<info> = anna@shared.example\\e"),
    ),
    setting("cluster_LAN_IPs", "10.0.0.0/8"),
    setting("cluster_client_IPs", "10.1.0.0/16"),
    setting("cluster_black_listed_IPs", "203.0.113.5"),
    setting("cluster_white_hole_IPs", "203.0.113.6"),
    setting("cluster_NATed_IPs", "10.2.0.0/16"),
    setting("cluster_NAT_site_IPs", "10.3.0.0/16"),
    setting("cluster_debug_IPs", "203.0.113.7"),
    setting("cluster_denied_IPs", "203.0.113.8"),
    Step(
        call("execute_command", "SETCLUSTERTRUSTEDCERTS ([SGVsbG8=])"),
        seen=(call("get_cluster_trusted_certs"), ["[SGVsbG8=]"]),
    ),
    # A cluster of one member, which is the controller itself.
    read("get_current_controller", gives="127.0.0.1"),
    Step(call("reconnect_cluster_admin")),
))
