# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The life of an administrator in chapters of CGPCLI calls. What they return is taken from the manual, not from a run.

Where the manual leaves a value open (the keys of a Mailbox's information, most error codes), only its kind is asked
for. CGPCLI sends names as they are, so an argument that needs quotation marks brings them along, as its users do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ansible_collections.communigate.pro.tests.interop.cgpcli_table import (
    OK,
    Call,
    Containing,
    Keys,
    Kind,
    Refused,
    Step,
    call,
    read,
    refused,
)
from CGPCLI.Parser import IP

ANNA = "anna@example.org"
BEN = "ben@example.org"
VERSION = "6.3.20"

SPAM = [5, "Spam", [["Subject", "is", "*offer*"]], [["Discard"]]]
CALLS = [1, "Calls", [["Method", "is", "INVITE"]], [["Fork to", "+4930123456"]]]
BOSS = [9, "Boss", [["From", "is", "boss@*"]], [["Mark", "Flagged"]], "mine"]


@dataclass(frozen=True)
class Chapter:
    """Some steps, taken one after the other on a new server; ``before`` is done first and must succeed."""

    title: str
    steps: Sequence[Step]
    before: Sequence[Call] = ()
    flags: Sequence[str] = ()

    def __str__(self) -> str:
        return self.title.replace(" ", "_").replace(",", "")


PEOPLE = (
    call("create_domain", "example.org"),
    call("create_account", ANNA),
    call("create_account", BEN),
)


def setting(name: str, new: Any) -> Step:
    """A row for ``set_NAME``, which ``get_NAME`` shows."""
    return Step(call("set_" + name, new), seen=(call("get_" + name), new))


DOMAINS = Chapter("domains", (
    read("main_domain_name", gives="example.com"),
    read("list_domains", gives=["example.com"]),
    Step(call("create_domain_storage", "disk2"), seen=(call("list_domain_storage"), ["disk2"])),
    Step(
        call("create_domain", "example.org", storage="disk2", settings={"AccountsLimit": "50"}),
        seen=(call("list_domains"), ["example.com", "example.org"]),
    ),
    refused("create_domain", "example.org", text="already exists"),
    refused("create_domain", "Example.Org", text="already exists"),
    read("get_domain_settings", "example.org", gives={"AccountsLimit": "50"}),
    refused("get_domain_settings", "nowhere.example", code=512),
    refused("delete_domain", "nowhere.example", code=512),
    read("get_domain_location", "example.org", gives=Kind(str)),
    Step(
        call("update_domain_settings", {"MailToUnknown": "Rerouted to"}, "example.org"),
        seen=(
            call("get_domain_settings", "example.org"), {"AccountsLimit": "50", "MailToUnknown": "Rerouted to"},
        ),
    ),
    Step(
        call("update_domain_settings", {"AccountsLimit": "default"}, "example.org"),
        seen=(call("get_domain_settings", "example.org"), {"MailToUnknown": "Rerouted to"}),
    ),
    Step(
        call("set_domain_settings", "example.org", {"TrailerText": "Kind regards\\eYour team"}),
        seen=(call("get_domain_settings", "example.org"), {"TrailerText": "Kind regards\\eYour team"}),
    ),
    Step(
        call("set_domain_aliases", "example.org", ["mail.example.org", "www.example.org"]),
        seen=(call("get_domain_aliases", "example.org"), ["mail.example.org", "www.example.org"]),
    ),
    read("get_domain_settings", "mail.example.org", gives={"TrailerText": "Kind regards\\eYour team"}),
    Step(
        call("create_directory_domain", "staff.example", {"AccountsLimit": "10"}),
        seen=(call("list_domains"), ["example.com", "example.org", "staff.example"]),
    ),
    Step(call("reload_directory_domains")),
    Step(
        call("update_domain_settings", {"AdminDomainName": "example.org"}, "staff.example"),
        seen=(call("list_admin_domains", "example.org"), ["example.org", "staff.example"]),
    ),
    Step(
        call("rename_domain", "example.org", "example.net"),
        seen=(call("list_domains"), ["example.com", "example.net", "staff.example"]),
    ),
    refused("rename_domain", "example.net", "staff.example", text="already exists"),
    refused("get_domain_settings", "example.org", code=512),
    Step(call("create_account", "anna@example.net"), seen=(call("list_accounts", "example.net"), Keys("anna"))),
    Step(
        call("suspend_domain", "example.net"),
        seen=(call("list_mailboxes", "anna@example.net"), Refused()),
    ),
    Step(
        call("resume_domain", "example.net"),
        seen=(call("list_mailboxes", "anna@example.net"), Keys("INBOX")),
    ),
    Step(call("insert_directory_records", "example.net")),
    Step(call("delete_directory_records", "example.net")),
    refused("delete_domain", "example.net"),
    Step(
        call("delete_domain", "example.net", force=True),
        seen=(call("list_domains"), ["example.com", "staff.example"]),
    ),
    Step(call("delete_domain", "staff.example"), seen=(call("list_domains"), ["example.com"])),
    refused("delete_domain", "example.com"),
))

DEFAULTS = Chapter("defaults", before=PEOPLE, steps=(
    read("get_domain_defaults", gives=Kind(dict)),
    Step(
        call("update_domain_defaults", {"ForceSMTPAUTH": "everybody"}),
        seen=(call("get_domain_effective_settings", "example.org"), Containing(ForceSMTPAUTH="everybody")),
    ),
    setting("domain_defaults", {"AccountsLimit": "70"}),
    read("get_domain_effective_settings", "example.org", gives=Containing(AccountsLimit="70")),
    Step(
        call("update_domain_settings", {"AccountsLimit": "5"}, "example.org"),
        seen=(call("get_domain_effective_settings", "example.org"), Containing(AccountsLimit="5")),
    ),
    read("get_server_account_defaults", gives=Kind(dict)),
    Step(
        call("update_server_account_defaults", {"MaxAccountSize": "100M"}),
        seen=(call("get_account_effective_settings", ANNA), Containing(MaxAccountSize="100M")),
    ),
    Step(
        call("update_account_defaults", {"MaxAccountSize": "200M", "ou": "Sales"}, "example.org"),
        seen=(call("get_account_effective_settings", ANNA), Containing(MaxAccountSize="200M", ou="Sales")),
    ),
    Step(
        call("update_account_defaults", {"MaxAccountSize": "default"}, "example.org"),
        seen=(call("get_account_defaults", "example.org"), {"ou": "Sales"}),
    ),
    read("get_account_setting", ANNA, "MaxAccountSize", gives="100M"),
    Step(
        call("set_account_defaults", {"AccessModes": ["27", "Mail", "IMAP"]}, "example.org"),
        seen=(call("get_account_defaults", "example.org"), {"AccessModes": ["27", "Mail", "IMAP"]}),
    ),
    read("get_account_setting", ANNA, "AccessModes", gives=["27", "Mail", "IMAP"]),
    setting("server_account_defaults", {"RulesAllowed": "Filter Only", "MailInpFlow": ["20", "15m"]}),
    Step(
        call("update_server_account_prefs", {"TimeZone": "Europe/Berlin"}),
        seen=(call("get_account_effective_prefs", ANNA), Containing(TimeZone="Europe/Berlin")),
    ),
    setting("server_account_prefs", {"Language": "German"}),
    Step(
        call("update_account_default_prefs", {"Language": "French", "SentBox": "Sent Items"}, "example.org"),
        seen=(call("get_account_effective_prefs", ANNA), Containing(Language="French", SentBox="Sent Items")),
    ),
    Step(
        call("set_account_default_prefs", {"TrashBox": "Deleted"}, "example.org"),
        seen=(call("get_account_default_prefs", "example.org"), {"TrashBox": "Deleted"}),
    ),
    read("get_account_effective_prefs", ANNA, gives=Containing(Language="German", TrashBox="Deleted")),
    Step(
        call("set_account_template", {"ou": "New staff", "MaxMailboxes": "20"}, "example.org"),
        seen=(call("get_account_template", "example.org"), {"ou": "New staff", "MaxMailboxes": "20"}),
    ),
    Step(
        call("create_account", "carl@example.org", settings={"ou": "Research", "RealName": "Carl Čapek"}),
        seen=(
            call("get_account_settings", "carl@example.org"),
            {"ou": "Research", "MaxMailboxes": "20", "RealName": "Carl Čapek"},
        ),
    ),
    # Without a name these are about the administrator's own Domain.
    Step(call("set_account_defaults", {"l": "Berlin"}), seen=(call("get_account_defaults"), {"l": "Berlin"})),
    Step(call("update_account_defaults", {"l": "Bonn"}), seen=(call("get_account_defaults"), {"l": "Bonn"})),
    Step(call("set_account_template", {"l": "Bonn"}), seen=(call("get_account_template"), {"l": "Bonn"})),
    Step(
        call("update_account_default_prefs", {"SkinName": "Basic"}),
        seen=(call("get_account_default_prefs"), {"SkinName": "Basic"}),
    ),
    Step(
        call("set_account_default_prefs", {"SkinName": "Pronto-"}),
        seen=(call("get_account_default_prefs"), {"SkinName": "Pronto-"}),
    ),
    Step(
        call("update_domain_settings", {"TrailerText": "Bye"}),
        seen=(call("get_domain_settings"), {"TrailerText": "Bye"}),
    ),
    read("get_domain_effective_settings", gives=Containing(TrailerText="Bye", AccountsLimit="70")),
    setting("directory_integration", {"Enabled": "YES"}),
))

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
    Step(call("create_account", "clara"), seen=(call("list_accounts"), Keys("clara", "postmaster"))),
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
        seen=(call("get_account_prefs", ANNA), {"Language": "German", "EmptyTrash": "7d"}),
    ),
    Step(
        call("update_account_prefs", ANNA, {"EmptyTrash": "default"}),
        seen=(call("get_account_prefs", ANNA), {"Language": "German"}),
    ),
    Step(
        call("set_account_prefs", ANNA, {"WorkDays": ["Mon", "Tue"]}),
        seen=(call("get_account_prefs", ANNA), {"WorkDays": ["Mon", "Tue"]}),
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
    refused("verify_account_password", "nobody@example.org", "Tea4two", code=513),
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
    refused("create_forwarder", "ben@example.org", "x@example.net"),
    Step(
        call("create_forwarder", "press@example.org", "agency@example.net"),
        seen=(call("list_forwarders", "example.org"), ["press"]),
    ),
    read("execute_command", "GETFORWARDER press@example.org", gives="agency@example.net"),
    read("execute_command", "FINDFORWARDERS example.org TO agency@example.net", gives=["press"]),
    refused("create_forwarder", "press@example.org", "other@example.net", text="already exists"),
    read("list_domain_objects", "example.org", 10, gives=[
        "2",
        {"a.miller": ["anna"], "anna": "macnt", "ben": "macnt", "info": ["anna"], "press": [["agency@example.net"]]},
        "2",
        "1",
    ]),
    read("list_domain_objects", "example.org", 10, accounts=True, gives=[
        "2", {"anna": "macnt", "ben": "macnt"}, "2", "1",
    ]),
    read("list_domain_objects", "example.org", 10, aliases=True, forwarders=True, gives=[
        "2", {"a.miller": ["anna"], "info": ["anna"], "press": [["agency@example.net"]]}, "2", "1",
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

GROUPS_TASKS_AND_LISTS = Chapter("groups, tasks and lists", before=PEOPLE, steps=(
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
        call("create_group", "board@example.org", {"Members": ["anna", "x@example.net"]}),
        seen=(call("get_group", "board@example.org"), {"Members": ["anna", "x@example.net"]}),
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
    # --- mailing lists
    Step(call("create_list", "news", "postmaster"), seen=(call("list_lists"), ["news"])),
    refused("create_list", "news", "postmaster", text="already exists"),
    Step(
        call("update_list", "news", {"Subscribe": "anybody", "Postings": "from owner only"}),
        seen=(
            call("get_list", "news"),
            Containing(Owner="postmaster", Subscribe="anybody", Postings="from owner only"),
        ),
    ),
    Step(call("rename_list", "news", "letters"), seen=(call("list_lists"), ["letters"])),
    Step(call("delete_list", "letters"), seen=(call("list_lists"), [])),
    refused("get_list", "letters"),
))

RULES_AND_RIGHTS = Chapter("rules and rights", before=PEOPLE, steps=(
    read("get_account_mail_rules", ANNA, gives=[]),
    Step(call("set_account_mail_rules", ANNA, [SPAM]), seen=(call("get_account_mail_rules", ANNA), [SPAM])),
    Step(
        call("update_account_mail_rule", ANNA, BOSS),
        seen=(call("get_account_mail_rules", ANNA), [SPAM, BOSS]),
    ),
    Step(
        call("update_account_mail_rule", ANNA, [0, "Spam"]),
        seen=(call("get_account_mail_rules", ANNA), Containing([0] + SPAM[1:])),
    ),
    refused("update_account_mail_rule", ANNA, [3, "No such rule"]),
    Step(
        call("update_account_mail_rule", ANNA, "Boss"),
        seen=(call("get_account_mail_rules", ANNA), [[0] + SPAM[1:]]),
    ),
    read("update_account_mail_rule", ANNA, "Boss", gives=OK),
    read("get_account_signal_rules", ANNA, gives=[]),
    Step(call("set_account_signal_rules", ANNA, [CALLS]), seen=(call("get_account_signal_rules", ANNA), [CALLS])),
    Step(
        call("update_account_signal_rule", ANNA, [2, "Calls"]),
        seen=(call("get_account_signal_rules", ANNA), [[2] + CALLS[1:]]),
    ),
    Step(call("update_account_signal_rule", ANNA, "Calls"), seen=(call("get_account_signal_rules", ANNA), [])),
    Step(
        call("set_domain_mail_rules", "example.org", [SPAM]),
        seen=(call("get_domain_mail_rules", "example.org"), [SPAM]),
    ),
    Step(
        call("set_domain_signal_rules", "example.org", [CALLS]),
        seen=(call("get_domain_signal_rules", "example.org"), [CALLS]),
    ),
    setting("server_mail_rules", [SPAM]),
    setting("server_signal_rules", [CALLS]),
    setting("server_mail_rules", []),
    # --- rights, remote accounts
    read("get_account_rights", ANNA, gives=[]),
    Step(
        call("set_account_rights", ANNA, ["Domain", "BasicSettings", "CanCreateAccounts"]),
        seen=(call("get_account_rights", ANNA), ["Domain", "BasicSettings", "CanCreateAccounts"]),
    ),
    Step(
        call("set_account_ACL", ANNA, {"ben": "lra", "anyone@": "l"}),
        seen=(call("get_account_ACL", ANNA), {"ben": "lra", "anyone@": "l"}),
    ),
    read("account_ACL_rights", ANNA, BEN, gives="lra"),
    read("get_account_ACL", ANNA, auth_account_name=BEN, gives={"ben": "lra", "anyone@": "l"}),
    refused("get_account_ACL", ANNA, auth_account_name="postmaster"),
    Step(
        call("set_account_ACL", ANNA, {"ben": "-r", "anyone@": "-l"}, auth_account_name=BEN),
        seen=(call("get_account_ACL", ANNA), {"ben": "la"}),
    ),
    Step(
        call("set_account_RPOPs", ANNA, {"old": {"domain": "pop.example.net", "authName": "anna", "period": "600s"}}),
        seen=(
            call("get_account_RPOPs", ANNA),
            {"old": {"domain": "pop.example.net", "authName": "anna", "period": "600s"}},
        ),
    ),
    Step(call("set_account_RPOPs", ANNA, {}), seen=(call("get_account_RPOPs", ANNA), {})),
    Step(
        call("set_account_RSIPs", ANNA, {"trunk": {"domain": "sip.example.net", "fromName": "+4930111"}}),
        seen=(call("get_account_RSIPs", ANNA), {"trunk": {"domain": "sip.example.net", "fromName": "+4930111"}}),
    ),
))

MAILBOXES = Chapter("mailboxes", before=PEOPLE, steps=(
    read("list_mailboxes", ANNA, gives={"INBOX": Kind(dict)}),
    Step(
        call("create_mailbox", ANNA, "Projects"),
        seen=(call("list_mailboxes", ANNA), {"INBOX": Kind(dict), "Projects": Kind(dict)}),
    ),
    refused("create_mailbox", ANNA, "Projects", text="already exists"),
    refused("create_mailbox", "nobody@example.org", "Projects", code=513),
    Step(
        call("create_mailbox", ANNA, '"Projects/New York"', mailbox_class="IPF.Contact"),
        seen=(
            call("list_mailboxes", ANNA),
            {"INBOX": Kind(dict), "Projects": [Kind(dict)], "Projects/New York": Kind(dict)},
        ),
    ),
    Step(
        call("create_mailbox", ANNA, "Archive/2026"),
        seen=(
            call("list_mailboxes", ANNA, filter="Archive*"),
            {"Archive": [], "Archive/2026": Kind(dict)},
        ),
    ),
    read("list_mailboxes", ANNA, filter="%", gives=Keys("INBOX", "Projects", "Archive")),
    read("get_mailbox_info", ANNA, "INBOX", gives=Kind(dict)),
    refused("get_mailbox_info", ANNA, "Nothing"),
    # That the class is shown under this name is the simulator's own choice.
    Step(
        call("set_mailbox_class", ANNA, "Projects", "IPF.Note"),
        seen=(call("get_mailbox_info", ANNA, "Projects"), Containing(Class="IPF.Note")),
    ),
    Step(
        call("set_mailbox_ACL", ANNA, "Projects", {"ben": "lr", "anyone@": "l"}),
        seen=(call("get_mailbox_ACL", ANNA, "Projects"), {"ben": "lr", "anyone@": "l"}),
    ),
    Step(
        call("set_mailbox_ACL", ANNA, "Projects", {"ben": "+ca", "anyone@": "-l"}),
        seen=(call("get_mailbox_rights", ANNA, "Projects", BEN), "lrca"),
    ),
    read("get_mailbox_ACL", ANNA, "Projects", auth_account_name=BEN, gives={"ben": "lrca"}),
    refused("get_mailbox_ACL", ANNA, "INBOX", auth_account_name=BEN),
    read("get_mailbox_info", ANNA, "Projects", auth_account_name=BEN, gives=Kind(dict)),
    refused("get_mailbox_info", ANNA, "INBOX", auth_account_name=BEN),
    read("list_mailboxes", ANNA, auth_account_name=BEN, gives=Keys("Projects")),
    Step(
        call("create_mailbox", ANNA, "Projects/Ben", auth_account_name=BEN),
        seen=(call("list_mailboxes", ANNA, filter="Projects/B*"), Keys("Projects/Ben")),
    ),
    # CGPCLI, like the vendor's client, has AUTH before CLASS.
    Step(
        call("create_mailbox", ANNA, "Projects/Cards", auth_account_name=BEN, mailbox_class="IPF.Contact"),
        seen=(call("get_mailbox_info", ANNA, "Projects/Cards"), Containing(Class="IPF.Contact")),
    ),
    Step(
        call("delete_mailbox", ANNA, "Projects/Cards"),
        seen=(call("get_mailbox_info", ANNA, "Projects/Cards"), Refused()),
    ),
    refused("create_mailbox", ANNA, "Top", auth_account_name=BEN),
    refused("delete_mailbox", ANNA, "Projects", auth_account_name=BEN),
    Step(
        call("rename_mailbox", ANNA, "Projects", "Work"),
        seen=(
            call("list_mailboxes", ANNA),
            {
                "INBOX": Kind(dict), "Work": Kind(dict), "Projects": [], "Projects/New York": Kind(dict),
                "Projects/Ben": Kind(dict), "Archive": [], "Archive/2026": Kind(dict),
            },
        ),
    ),
    Step(
        call("rename_mailbox", ANNA, "Projects", "Clients", mailboxes=True),
        seen=(call("list_mailboxes", ANNA, filter="Clients/*"), Keys("Clients/New York", "Clients/Ben")),
    ),
    refused("rename_mailbox", ANNA, "Work", "INBOX"),
    Step(
        call("set_mailbox_subscription", ANNA, ["INBOX", "Work"]),
        seen=(call("get_mailbox_subscription", ANNA), ["INBOX", "Work"]),
    ),
    Step(
        call("set_mailbox_aliases", ANNA, {"Shortcut": "~ben@example.org/INBOX"}),
        seen=(call("get_mailbox_aliases", ANNA), {"Shortcut": "~ben@example.org/INBOX"}),
    ),
    Step(
        call("delete_mailbox", ANNA, "Work"),
        seen=(call("get_mailbox_info", ANNA, "Work"), Refused()),
    ),
    Step(
        call("delete_mailbox", ANNA, "Clients", mailboxes=True),
        seen=(call("list_mailboxes", ANNA), Keys("INBOX", "Archive", "Archive/2026")),
    ),
    refused("delete_mailbox", ANNA, "Work"),
))

FILES = Chapter("file storage", before=PEOPLE, steps=(
    read("list_storage_files", ANNA, gives={}),
    Step(
        call("write_storage_file", ANNA, "hello.txt", "[SGVsbG8=]"),
        seen=(call("read_storage_file", ANNA, "hello.txt"), ["[SGVsbG8=]", Kind(datetime), 5]),
    ),
    # "Hello", then " you" appended, then "J" over the first character
    Step(
        call("write_storage_file", ANNA, "hello.txt", "[IHlvdQ==]", position="END"),
        seen=(call("read_storage_file", ANNA, "hello.txt"), ["[SGVsbG8geW91]", Kind(datetime), 9]),
    ),
    Step(
        call("write_storage_file", ANNA, "hello.txt", "[Sg==]", position="BEG"),
        seen=(call("read_storage_file", ANNA, "hello.txt"), ["[SmVsbG8geW91]", Kind(datetime), 9]),
    ),
    Step(
        call("write_storage_file", ANNA, "hello.txt", "[bWU=]", position=6),
        seen=(call("read_storage_file", ANNA, "hello.txt"), ["[SmVsbG8gbWV1]", Kind(datetime), 9]),
    ),
    read("read_storage_file", ANNA, "hello.txt", position=6, slice_size=2, gives=["[bWU=]", Kind(datetime), 9]),
    refused("write_storage_file", ANNA, "hello.txt", "[Sg==]", position="NEW"),
    refused("write_storage_file", ANNA, "hello.txt", "[Sg==]", position=100),
    refused("read_storage_file", ANNA, "nothing.txt"),
    Step(
        call("write_storage_file", ANNA, "docs/", "[]"),
        seen=(call("list_storage_files", ANNA), {"hello.txt": Kind(dict), "docs": []}),
    ),
    Step(
        call("write_storage_file", ANNA, "docs/a.txt", "[QUJD]", position="NEW"),
        seen=(call("list_storage_files", ANNA, "docs/"), Keys("a.txt")),
    ),
    read("get_storage_file_info", ANNA, gives=[12, 2]),
    read("get_storage_file_info", ANNA, "docs/", gives=[3, 1]),
    Step(
        call("rename_storage_file", ANNA, "docs/a.txt", "docs/b.txt"),
        seen=(call("list_storage_files", ANNA, "docs/"), Keys("b.txt")),
    ),
    refused("rename_storage_file", ANNA, "docs/b.txt", "hello.txt"),
    Step(
        call("delete_storage_file", ANNA, "hello.txt"),
        seen=(call("list_storage_files", ANNA), {"docs": []}),
    ),
    refused("delete_storage_file", ANNA, "hello.txt"),
    read("read_storage_file_attr", ANNA, "docs/b.txt", gives=[]),
    Step(
        call("set_file_subscription", ANNA, ["docs/b.txt"]),
        seen=(call("get_file_subscription", ANNA), ["docs/b.txt"]),
    ),
))

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
    setting("network", {"UseRBL": "YES", "RBLDomain": ["bl.example.net", "bl.example.org"]}),
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
))

CHAPTERS = (
    DOMAINS, DEFAULTS, ACCOUNTS, PASSWORDS, NAMES_AND_NUMBERS, GROUPS_TASKS_AND_LISTS, RULES_AND_RIGHTS, MAILBOXES,
    FILES, SERVER, CLUSTER,
)


def driven() -> set[str]:
    """The methods whose success one of the chapters proves."""
    done = {one.method for chapter in CHAPTERS for one in chapter.before}
    for chapter in CHAPTERS:
        for step in chapter.steps:
            if not isinstance(step.gives, Refused):
                done.update(one.method for one in step.calls())
    return done
