# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mailboxes."""

from __future__ import annotations

from ansible_collections.communigate.pro.tests.interop.cgpcli_table import Chapter, Step, call, read, refused
from ansible_collections.communigate.pro.tests.interop.cgpcli_values import Containing, Keys, Kind, Refused
from ansible_collections.communigate.pro.tests.interop.chapters.scene import ANNA, BEN, PEOPLE

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
