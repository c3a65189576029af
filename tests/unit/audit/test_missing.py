# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names that nobody has: which are asked for, and which cannot be missing."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._audit.model import Route
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from ansible_collections.communigate.pro.tests.unit.audit.looking import facts, look

ALICE = (("example.org", "alice"),)
SPELLINGS = ("alice", "ALICE", "alice@example.org", "Alice@WWW.example.org", "<alice@mail.example.org>", "inbox#alice")


def suspected(check: str, kind: str, **parts: Any) -> list[Any]:
    found, unread = look(check, kind, **parts)
    assert unread == []
    return [one.missing for one in found]


@pytest.mark.parametrize("name", SPELLINGS)
def test_every_spelling_of_a_name_is_looked_up_as_one(name: str) -> None:
    assert suspected("missing_names", "group", settings={"Members": [name]}) == [ALICE]
    assert suspected("missing_names", "forwarder", to=name) == [ALICE]
    assert suspected("missing_names", "mailing list", settings={"owner": name}) == [ALICE]
    assert suspected("missing_names", "named task", owner=name) == [ALICE]
    assert suspected("acl_names", "account", acl={name: "l"}) == [ALICE]
    assert suspected("acl_names", "account", mailbox_acls={"INBOX": {name: "l"}}) == [ALICE]


def test_a_name_of_another_domain_is_looked_up_there() -> None:
    assert suspected("missing_names", "group", settings={"Members": ["bob@Net.EXAMPLE"]}) == [(("net.example", "bob"),)]


@pytest.mark.parametrize("name", ["far@elsewhere.example", "null", "postmaster", "all@example.org", "", "ev{x}#pbx^"])
def test_what_is_no_name_of_this_server_is_not_missing(name: str) -> None:
    assert suspected("missing_names", "group", settings={"Members": [name]}) == []
    assert suspected("missing_names", "forwarder", to=name) == []


@pytest.mark.parametrize("owner", [None, "", [], {}])
def test_an_owner_that_is_not_told_is_not_missing(owner: Any) -> None:
    assert suspected("missing_names", "mailing list", settings={"Owner": owner}) == []
    assert suspected("missing_names", "mailing list", settings={}) == []
    assert suspected("missing_names", "named task", owner=owner) == []


@pytest.mark.parametrize(
    "identifier", ["anyone", "ANYONE@", "anyone@example.org", "-anyone", "#staff", "#staff@example.org", "#owner", ""]
)
def test_some_identifiers_are_nobodys(identifier: str) -> None:
    assert suspected("acl_names", "account", acl={identifier: "lr"}) == []
    assert suspected("acl_names", "account", mailbox_acls={"INBOX": {identifier: "lr"}}) == []


def test_what_is_taken_from_somebody_is_that_names_too() -> None:
    expected = (("example.org", "-bob"), ("example.org", "bob"))
    assert suspected("acl_names", "account", acl={"-bob": "lr"}) == [expected]


def test_who_has_no_right_is_not_looked_for() -> None:
    assert suspected("acl_names", "account", acl={"ghost": ""}) == []


def test_an_identifier_of_no_domain_of_the_server_is_told_where_all_are_known() -> None:
    (found,), unread = look("acl_names", "account", acl={"x@elsewhere.example": "l"})
    assert (found.missing, found.severity, unread) == ((), "warning", [])
    found_none, unread = look("acl_names", "account", known=facts(unknown="no right"), acl={"x@elsewhere.example": "l"})
    assert (found_none, len(unread)) == ([], 1)


def test_a_mailbox_whose_rights_are_not_told_hides_no_other() -> None:
    acls = {"Secret": CgpError("no right"), "INBOX": {"ghost": "l"}}
    found, unread = look("acl_names", "account", mailbox_acls=acls)
    assert ([one.detail["mailbox"] for one in found], unread) == (["INBOX"], ["no right"])


def test_the_router_is_asked_about_what_mail_is_sent_to_and_nothing_else() -> None:
    asked = [
        look("missing_names", "group", settings={"Members": ["Gone@www.example.org"]})[0][0].route,
        look("missing_names", "named task", owner="gone")[0][0].route,
        look("acl_names", "account", acl={"gone": "l"})[0][0].route,
    ]
    assert asked == [Route("gone@example.org", "mail", False), None, None]
