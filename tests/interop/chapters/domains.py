# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Domains, and the defaults that their Accounts live with."""

from __future__ import annotations

from ansible_collections.communigate.pro.tests.interop.cgpcli_table import (
    Chapter,
    Step,
    call,
    read,
    refused,
    setting,
    world,
)
from ansible_collections.communigate.pro.tests.interop.cgpcli_values import Containing, Keys, Kind, Refused
from ansible_collections.communigate.pro.tests.interop.chapters.scene import ANNA, PEOPLE

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
    # Somebody has made a Domain in the Directory.
    Step(world('DIRECTORYDOMAIN {name="west.example"; settings={AccountsLimit=3;};}'), None),
    Step(
        call("reload_directory_domains"),
        seen=(call("list_domains"), ["example.com", "example.org", "staff.example", "west.example"]),
    ),
    read("get_domain_settings", "west.example", gives={"AccountsLimit": "3"}),
    Step(
        call("delete_domain", "west.example"),
        seen=(call("list_domains"), ["example.com", "example.org", "staff.example"]),
    ),
    Step(
        call("update_domain_settings", {"AdminDomainName": "example.org"}, "staff.example"),
        seen=(call("list_admin_domains", "example.org"), ["example.org", "staff.example"]),
    ),
    Step(
        call("rename_domain", "example.org", "net.example"),
        seen=(call("list_domains"), ["example.com", "net.example", "staff.example"]),
    ),
    refused("rename_domain", "net.example", "staff.example", text="already exists"),
    refused("get_domain_settings", "example.org", code=512),
    Step(call("create_account", "anna@net.example"), seen=(call("list_accounts", "net.example"), Keys("anna"))),
    Step(
        call("suspend_domain", "net.example"),
        seen=(call("list_mailboxes", "anna@net.example"), Refused()),
    ),
    Step(
        call("resume_domain", "net.example"),
        seen=(call("list_mailboxes", "anna@net.example"), Keys("INBOX")),
    ),
    # No command reads the Directory.
    Step(call("insert_directory_records", "net.example"), seen=(world("DIRECTORYRECORDS net.example"), Keys("anna"))),
    Step(call("delete_directory_records", "net.example"), seen=(world("DIRECTORYRECORDS net.example"), {})),
    refused("delete_domain", "net.example"),
    Step(
        call("delete_domain", "net.example", force=True),
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
