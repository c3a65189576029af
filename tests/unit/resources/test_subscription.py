# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Subscriptions and Mailbox aliases of Accounts: which names are the same, and what stays."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.file_storage import (
    GETFILESUBSCRIPTION,
    SETFILESUBSCRIPTION,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.mailbox import (
    GETMAILBOXALIASES,
    GETMAILBOXSUBSCRIPTION,
    SETMAILBOXALIASES,
    SETMAILBOXSUBSCRIPTION,
)
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.file_subscription import FILE_SUBSCRIPTION
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailbox_aliases import MAILBOX_ALIASES
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailbox_subscription import (
    MAILBOX_SUBSCRIPTION,
)
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from support.engine_server import Server


@pytest.fixture
def owner(server: Server) -> str:
    name = "ann@" + server.new_domain()
    server.apply(ACCOUNT, [{"name": name}])
    return name


@pytest.mark.parametrize(
    ("wish", "mode", "after"),
    [
        (["INBOX"], "update", ["INBOX", "Sent"]),
        (["inbox", "Sent"], "update", ["INBOX", "Sent"]),
        (["sent"], "update", ["INBOX", "Sent", "sent"]),
        (["inbox/Sub"], "update", ["INBOX", "Sent", "inbox/Sub"]),
        ([], "update", ["INBOX", "Sent"]),
        (["Sent", "Inbox"], "replace", ["INBOX", "Sent"]),
        (["Sent"], "replace", ["Sent"]),
        ([], "replace", []),
    ],
)
def test_mailboxes_are_added_or_replaced(
    server: Server, owner: str, wish: list[str], mode: str, after: list[str]
) -> None:
    server.ask(SETMAILBOXSUBSCRIPTION(owner, ["INBOX", "Sent"]))
    row = {"account": owner, "mailboxes": wish, "mode": mode}
    result = server.apply(MAILBOX_SUBSCRIPTION, [row])
    assert result["changed"] is (after != ["INBOX", "Sent"])
    assert server.ask(GETMAILBOXSUBSCRIPTION(owner)) == after
    assert server.apply(MAILBOX_SUBSCRIPTION, [row])["changed"] is False


def test_the_name_of_a_file_has_case(server: Server, owner: str) -> None:
    server.ask(SETFILESUBSCRIPTION(owner, ["inbox"]))
    server.apply(FILE_SUBSCRIPTION, [{"account": owner, "files": ["INBOX"]}])
    assert server.ask(GETFILESUBSCRIPTION(owner)) == ["inbox", "INBOX"]


@pytest.mark.parametrize(
    ("wish", "mode", "after"),
    [
        ({"Team": "~office/Team"}, "update", {"Mail": "INBOX", "Old": "~x/Old", "Team": "~office/Team"}),
        ({"Mail": "inbox"}, "update", {"Mail": "INBOX", "Old": "~x/Old"}),
        ({"Old": None, "Never": None}, "update", {"Mail": "INBOX"}),
        ({"Old": "default"}, "update", {"Mail": "INBOX", "Old": "default"}),
        ({"old": "~x/Old"}, "update", {"Mail": "INBOX", "Old": "~x/Old", "old": "~x/Old"}),
        ({}, "update", {"Mail": "INBOX", "Old": "~x/Old"}),
        ({"Old": "~x/Old", "Mail": None}, "replace", {"Old": "~x/Old"}),
        ({"2026": "Archive/2026"}, "replace", {"2026": "Archive/2026"}),
        ({}, "replace", {}),
    ],
)
def test_aliases_are_set_and_removed(
    server: Server, owner: str, wish: dict[Any, Any], mode: str, after: dict[str, str]
) -> None:
    had = {"Mail": "INBOX", "Old": "~x/Old"}
    server.ask(SETMAILBOXALIASES(owner, had))
    row = {"account": owner, "aliases": wish, "mode": mode}
    assert server.apply(MAILBOX_ALIASES, [row])["changed"] is (after != had)
    assert server.ask(GETMAILBOXALIASES(owner)) == after
    assert server.apply(MAILBOX_ALIASES, [row])["changed"] is False


@pytest.mark.parametrize("value", ["", 5, ["INBOX"]])
def test_an_alias_stands_for_the_name_of_a_mailbox(server: Server, owner: str, value: Any) -> None:
    with pytest.raises(CgpError, match="Mail: the name of a Mailbox is needed"):
        server.apply(MAILBOX_ALIASES, [{"account": owner, "aliases": {"Mail": value}}])


@pytest.mark.parametrize(
    ("resource", "row"),
    [
        (MAILBOX_SUBSCRIPTION, {"mailboxes": ["INBOX"]}),
        (FILE_SUBSCRIPTION, {"files": ["a"]}),
        (MAILBOX_ALIASES, {"aliases": {"Mail": "INBOX"}}),
    ],
    ids=["mailboxes", "files", "aliases"],
)
def test_an_account_that_is_not_there_is_an_error(server: Server, resource: Any, row: dict[str, Any]) -> None:
    result = server.apply(resource, [{"account": "nobody@" + server.new_domain(), **row}])
    assert (result["failed"], result["changed"]) == (True, False)
    assert "nobody@" in result["msg"]
