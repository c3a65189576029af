# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Accounts, their passwords, names and numbers."""

from __future__ import annotations

from datetime import datetime

from ansible_collections.communigate.pro.tests.interop.cgpcli_table import OK, Chapter, Step, call, read, refused
from ansible_collections.communigate.pro.tests.interop.cgpcli_values import Containing, Keys, Kind, Refused
from ansible_collections.communigate.pro.tests.interop.chapters.scene import ANNA, BEN, PEOPLE
from CGPCLI.Parser import IP

ACCOUNTS = Chapter("accounts", before=PEOPLE[:1], steps=(
    Step(
        call("create_account_storage", "example.org", "disk3"),
        seen=(call("list_account_storage", "example.org"), ["disk3"]),
    ),
    Step(
        call("create_account", ANNA, storage="disk3", settings={"RealName": "Anna Müller", "Password": "Tea+42/x"}),
        seen=(call("list_accounts", "example.org"), {"anna": "macnt"}),
    ),
    refused("create_account", ANNA, code=520, text="account with this name already exists"),
    refused("create_account", "ANNA@example.org", code=520),
    refused("create_account", "anna@nowhere.example", code=512),
    Step(call("create_account", BEN), seen=(call("list_accounts", "example.org"), Keys("anna", "ben"))),
    Step(call("create_account", "clara"), seen=(call("list_accounts"), Keys("clara", "pbx", "postmaster"))),
    refused("get_account_settings", "nobody@example.org", code=513, text="unknown user account"),
    refused("update_account_settings", "nobody@example.org", {"ou": "Sales"}, code=513),
    refused("delete_account", "nobody@example.org", code=513),
    refused("get_account_settings", "anna@nowhere.example", code=512),
    read("get_account_settings", ANNA, gives=Containing(RealName="Anna Müller")),
    read("get_account_settings", BEN, gives={}),
    read("get_account_location", ANNA, gives=Kind(str)),
    read("get_account_presence", ANNA, gives=None),
    Step(
        call("update_account_settings", BEN, {"ou": "Sales", "MaxAccountSize": "1G"}),
        seen=(call("get_account_settings", BEN), {"ou": "Sales", "MaxAccountSize": "1G"}),
    ),
    Step(
        call("update_account_settings", BEN, {"ou": "default", "Title": "Clerk"}),
        seen=(call("get_account_settings", BEN), {"MaxAccountSize": "1G", "Title": "Clerk"}),
    ),
    Step(
        call("set_account_settings", BEN, {"RealName": "Ben"}),
        seen=(call("get_account_settings", BEN), {"RealName": "Ben"}),
    ),
    Step(
        call("update_account_settings", BEN, {"MaxMailOutSize": "5M"}),
        seen=(call("get_account_setting", BEN, "MaxMailOutSize"), "5M"),
    ),
    read("get_account_setting", BEN, "NoSuchSetting", gives=None),
    read("get_account_effective_settings", BEN, gives=Containing(RealName="Ben", MaxMailOutSize="5M")),
    refused("set_account_type", BEN, "TextMailbox"),
    Step(
        call("update_account_prefs", ANNA, {"Language": "German", "EmptyTrash": "7d"}),
        seen=(call("get_account_prefs", ANNA), {"AccountName": ANNA, "Language": "German", "EmptyTrash": "7d"}),
    ),
    Step(
        call("update_account_prefs", ANNA, {"EmptyTrash": "default"}),
        seen=(call("get_account_prefs", ANNA), {"AccountName": ANNA, "Language": "German"}),
    ),
    Step(
        call("set_account_prefs", ANNA, {"WorkDays": ["Mon", "Tue"]}),
        seen=(call("get_account_prefs", ANNA), {"AccountName": ANNA, "WorkDays": ["Mon", "Tue"]}),
    ),
    read("get_account_effective_prefs", ANNA, gives=Containing(WorkDays=["Mon", "Tue"])),
    read("get_account_info", ANNA, key_name="LastLogin", gives=""),
    read("get_account_info", ANNA, key_list=["LastLogin", "LastAddress"], gives={}),
    read("get_account_info", "*", key_name="LastLogin", gives=Kind(datetime)),
    read("get_account_info", "*", key_list=["LastAddress"], gives={"LastAddress": IP("127.0.0.1")}),
    read("get_account_info", "postmaster", gives=Containing(LastLogin=Kind(datetime))),
    Step(
        call("rename_account", BEN, "benno@example.org"),
        seen=(call("list_accounts", "example.org"), Keys("anna", "benno")),
    ),
    refused("rename_account", "benno@example.org", ANNA, code=520),
    refused("rename_account", BEN, "other@example.org", code=513),
    Step(
        call("rename_account", "clara", "clara@example.org", storage="disk3"),
        seen=(call("list_accounts", "example.org"), Keys("anna", "benno", "clara")),
    ),
    Step(
        call("delete_account", "benno@example.org"),
        seen=(call("get_account_settings", "benno@example.org"), Refused(513, "unknown user account")),
    ),
    refused("delete_account", "postmaster"),
))

PASSWORDS = Chapter("passwords", before=PEOPLE, steps=(
    Step(call("set_account_password", ANNA, "Tea4two"), seen=(call("verify_account_password", ANNA, "Tea4two"), OK)),
    refused("verify_account_password", ANNA, "tea4two", code=515),
    refused("verify_account_password", BEN, "Tea4two", code=515),
    refused("verify_account_password", "nobody@example.org", "Tea4two", code=515),
    Step(
        call("set_account_password", ANNA, '"with \\"quotes\\" and = signs;"'),
        seen=(call("verify_account_password", ANNA, '"with \\"quotes\\" and = signs;"'), OK),
    ),
    refused("verify_account_password", ANNA, "Tea4two", code=515),
    Step(
        call("update_account_settings", ANNA, {"PasswordEncryption": "A-crpt", "Password": "Milk2"}),
        seen=(call("verify_account_password", ANNA, "Milk2"), OK),
    ),
    Step(
        call("update_account_settings", ANNA, {"PasswordComplexity": "MixedCaseDigit"}),
        seen=(call("get_account_setting", ANNA, "PasswordComplexity"), "MixedCaseDigit"),
    ),
    refused("set_account_password", ANNA, "simple", check=True),
    read("verify_account_password", ANNA, "Milk2", gives=OK),
    Step(
        call("set_account_password", ANNA, "Harder99", check=True),
        seen=(call("verify_account_password", ANNA, "Harder99"), OK),
    ),
    Step(
        call("update_account_settings", ANNA, {"CanModifyPassword": "NO"}),
        seen=(call("get_account_setting", ANNA, "CanModifyPassword"), "NO"),
    ),
    refused("set_account_password", ANNA, "Allowed123", check=True),
    read("verify_account_password", ANNA, "Harder99", gives=OK),
    read("verify_account_identity", ANNA, '"Anna Miller <anna@example.org>"', gives=OK),
    refused("verify_account_identity", ANNA, '"Ben <ben@example.org>"'),
    Step(
        call("set_account_aliases", ANNA, ["sales"]),
        seen=(call("verify_account_identity", ANNA, "sales@example.org"), OK),
    ),
))

NAMES_AND_NUMBERS = Chapter("names and numbers", before=PEOPLE, steps=(
    Step(
        call("set_account_aliases", ANNA, ["info", "a.miller"]),
        seen=(call("get_account_aliases", ANNA), ["info", "a.miller"]),
    ),
    read("get_account_aliases", "info@example.org", gives=["info", "a.miller"]),
    refused("set_account_aliases", BEN, ["info"]),
    refused("create_account", "info@example.org"),
    refused("create_forwarder", "ben@example.org", "x@net.example"),
    Step(
        call("create_forwarder", "press@example.org", "agency@net.example"),
        seen=(call("list_forwarders", "example.org"), ["press"]),
    ),
    read("execute_command", "GETFORWARDER press@example.org", gives="agency@net.example"),
    read("execute_command", "FINDFORWARDERS example.org TO agency@net.example", gives=["press"]),
    refused("create_forwarder", "press@example.org", "other@net.example", text="already exists"),
    read("list_domain_objects", "example.org", 10, gives=[
        "2",
        {"a.miller": ["anna"], "anna": "macnt", "ben": "macnt", "info": ["anna"], "press": [["agency@net.example"]]},
        "2",
        "1",
    ]),
    read("list_domain_objects", "example.org", 10, accounts=True, gives=[
        "2", {"anna": "macnt", "ben": "macnt"}, "2", "1",
    ]),
    read("list_domain_objects", "example.org", 10, aliases=True, forwarders=True, gives=[
        "2", {"a.miller": ["anna"], "info": ["anna"], "press": [["agency@net.example"]]}, "2", "1",
    ]),
    read("list_domain_objects", "example.org", 10, filter="nn", accounts=True, gives=[
        "2", {"anna": "macnt"}, "2", "1",
    ]),
    read("list_domain_objects", "example.org", 10, accounts=True, cookie='""', gives=[
        "2", {"anna": "macnt", "ben": "macnt"}, "2", "1", "",
    ]),
    Step(
        call("rename_forwarder", "press@example.org", "media@example.org"),
        seen=(call("list_forwarders", "example.org"), ["media"]),
    ),
    Step(
        call("delete_forwarder", "media@example.org"),
        seen=(call("list_forwarders", "example.org"), []),
    ),
    refused("delete_forwarder", "media@example.org"),
    Step(call("create_forwarder", "office", "anna@example.org"), seen=(call("list_forwarders"), ["office"])),
    Step(
        call("set_account_telnums", ANNA, ["+4930111", "+4930222"]),
        seen=(call("get_account_telnums", ANNA), ["+4930111", "+4930222"]),
    ),
    refused("set_account_telnums", BEN, ["+4930111"]),
    Step(
        call("modify_account_telnums", ANNA, {"op": "add", "telnum": "+4930333"}), gives={},
        seen=(call("get_account_telnums", ANNA), ["+4930111", "+4930222", "+4930333"]),
    ),
    refused("modify_account_telnums", ANNA, {"op": "add", "telnum": "+4930333"}),
    Step(
        call("modify_account_telnums", ANNA, {"op": "del", "telnum": "+4930222"}), gives={},
        seen=(call("get_account_telnums", ANNA), ["+4930111", "+4930333"]),
    ),
    refused("modify_account_telnums", ANNA, {"op": "del", "telnum": "+4930222"}),
    Step(
        call("modify_account_telnums", ANNA, {"op": "pop"}), gives={"telnum": "+4930111"},
        seen=(call("get_account_telnums", ANNA), ["+4930333"]),
    ),
    read("modify_account_telnums", BEN, {"op": "pop"}, gives={}),
    read("list_server_telnums", 10, gives={"": 1, "+4930333": ANNA}),
    read("execute_command", "LISTDOMAINTELNUMS example.org 10", gives={"": 1, "+4930333": "anna"}),
    Step(
        call("delete_account", ANNA),
        seen=(call("list_domain_objects", "example.org", 10), ["1", {"ben": "macnt"}, "0", "0"]),
    ),
    read("list_server_telnums", 10, gives={"": 0}),
))
