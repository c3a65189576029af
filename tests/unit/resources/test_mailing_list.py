# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mailing lists and their subscribers: names that are taken, what is refused, and how few commands a list needs."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.mailing_list import (
    GETLIST,
    LISTLISTS,
    LISTSUBSCRIBERS,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine.info import run_info
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.forwarder import FORWARDER
from ansible_collections.communigate.pro.plugins.module_utils._resources.group import GROUP
from ansible_collections.communigate.pro.plugins.module_utils._resources.list_subscriber import LIST_SUBSCRIBER
from ansible_collections.communigate.pro.plugins.module_utils._resources.mailing_list import (
    MAILING_LIST,
    MAILING_LIST_INFO,
)
from ansible_collections.communigate.pro.plugins.module_utils._resources.shared.subscribers import FEW, posting_mode
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from support.engine_server import Server


@pytest.fixture
def domain(server: Server) -> str:
    """A Domain with two Accounts and the mailing list ``news`` of the first."""
    name = server.new_domain()
    rows = [{"name": "ann", "aliases": ["nan"], "account_password": "ann's own"}, {"name": "bob"}]
    server.apply(ACCOUNT, rows, domain=name)
    server.apply(MAILING_LIST, [{"name": "news", "owner": "ann"}], domain=name)
    return name


def subscribe(server: Server, domain: str, *rows: dict[str, Any], **how: Any) -> dict[str, Any]:
    return server.apply(LIST_SUBSCRIBER, [{"list": "news@" + domain, **row} for row in rows], **how)


def people(number: int) -> list[dict[str, Any]]:
    return [{"address": "p%d@example.org" % one} for one in range(number)]


# --- mailing lists


@pytest.mark.parametrize(
    ("name", "kind"), [("ann", "account"), ("nan", "alias"), ("all", "group"), ("fred", "forwarder")]
)
def test_a_name_that_something_else_has_is_an_error(server: Server, domain: str, name: str, kind: str) -> None:
    server.apply(GROUP, [{"name": "all"}], domain=domain)
    server.apply(FORWARDER, [{"name": "fred", "to": "x@example.org"}], domain=domain)
    for row in ({"name": name, "owner": "ann"}, {"name": name, "state": "absent"}):
        result = server.apply(MAILING_LIST, [row], domain=domain)
        assert (result["failed"], result["changed"]) == (True, False)
        assert "is the name of another object: %s" % kind in result["msg"]


@pytest.mark.parametrize("resource", [ACCOUNT, GROUP, FORWARDER], ids=lambda resource: resource.noun)
def test_a_mailing_list_s_name_is_taken_for_others(server: Server, domain: str, resource: Any) -> None:
    result = server.apply(resource, [{"name": "news", "state": "absent"}], domain=domain)
    assert "is the name of another object: mailing list" in result["msg"]
    assert server.ask(LISTLISTS(domainName=domain)) == ["news"]


def test_a_new_mailing_list_needs_an_owner_of_its_own_domain(server: Server, domain: str) -> None:
    result = server.apply(MAILING_LIST, [{"name": "talk"}], domain=domain)
    assert "the option owner is missing" in result["msg"]
    for owner in ("ann@example.org", "ann@example.com"):
        with pytest.raises(CgpError, match="an Account of the same Domain"):
            server.apply(MAILING_LIST, [{"name": "talk", "owner": owner}], domain=domain)
    with pytest.raises(CgpError, match="an Account of the same Domain"):
        server.apply(MAILING_LIST, [{"name": "talk", "settings": {"Owner": "ann@example.org"}}], domain=domain)
    unknown = server.apply(MAILING_LIST, [{"name": "talk", "owner": "nobody"}], domain=domain)
    assert (unknown["failures"][0]["code"], unknown["changed"]) == (513, False)


def test_the_owner_is_the_same_in_every_spelling(server: Server, domain: str) -> None:
    for row in ({"owner": "ANN"}, {"owner": "Ann@" + domain.upper()}, {"settings": {"Owner": "ann"}}):
        assert server.apply(MAILING_LIST, [{"name": "news", **row}], domain=domain)["changed"] is False


def test_replacing_the_settings_keeps_the_owner(server: Server, domain: str) -> None:
    row = {"name": "news", "settings": {}, "settings_mode": "replace"}
    assert server.apply(MAILING_LIST, [row], domain=domain)["changed"] is False
    assert server.ask(GETLIST("news@" + domain)) == {"Owner": "ann"}


def test_a_mailing_list_stays_in_its_domain(server: Server, domain: str) -> None:
    other = server.new_domain()
    mark = server.mark()
    result = server.apply(MAILING_LIST, [{"name": "news@" + other, "rename_from": "news@" + domain}])
    assert "cannot move to another Domain" in result["msg"]
    assert server.changes(mark) == []


# --- subscribers


def test_a_whole_list_is_read_at_once(server: Server, domain: str) -> None:
    """The second run of a thousand subscribers is one command; with one who is new it is three more."""
    assert subscribe(server, domain, *people(1000))["counts"]["created"] == 1000
    mark = server.mark()
    assert subscribe(server, domain, *people(1000))["counts"]["unchanged"] == 1000
    assert server.verbs(mark) == ["READSUBSCRIBERS"]
    mark = server.mark()
    assert subscribe(server, domain, *people(1001))["counts"]["created"] == 1
    assert server.verbs(mark) == ["READSUBSCRIBERS", "GETSUBSCRIBERINFO", "LIST", "GETSUBSCRIBERINFO"]


def test_few_subscribers_are_looked_up_in_a_long_list(server: Server, domain: str) -> None:
    subscribe(server, domain, *people(FEW + 1))
    mark = server.mark()
    assert subscribe(server, domain, *people(FEW))["changed"] is False
    assert server.verbs(mark) == ["GETSUBSCRIBERINFO"] * FEW


@pytest.mark.parametrize("number", [1, FEW + 1], ids=["looked up", "listed"])
def test_a_mailing_list_that_is_not_there(server: Server, domain: str, number: int) -> None:
    rows = [{**row, "list": "none@" + domain} for row in people(number)]
    result = server.apply(LIST_SUBSCRIBER, rows)
    assert (result["counts"]["failed"], result["changed"]) == (number, False)
    assert "none@%s does not exist" % domain in result["msg"]
    gone = server.apply(LIST_SUBSCRIBER, [{**row, "state": "absent"} for row in rows])
    assert gone["counts"]["unchanged"] == number
    foretold = server.apply(LIST_SUBSCRIBER, rows, check=True)
    assert foretold["counts"]["created"] == number
    assert "none@%s" % domain in foretold["warnings"][0]


def test_a_refusal_is_no_absence(server: Server, domain: str) -> None:
    """A login that may not read the mailing list is told so, also when nothing is to be there."""
    stranger = server.administrator(server.new_domain(), "Domain")
    for row in ({}, {"state": "absent"}):
        result = subscribe(server, domain, {"address": "p@example.org", **row}, session=stranger)
        assert (result["failed"], result["changed"]) == (True, False)
        assert "does not exist" not in result["msg"]


def test_the_owner_of_a_mailing_list_needs_no_other_rights(server: Server, domain: str) -> None:
    owner = server.session("ann@" + domain, "ann's own")
    assert subscribe(server, domain, {"address": "p@example.org"}, session=owner)["counts"]["created"] == 1
    params = {"names": ["news@" + domain], "include": ["settings"], "subscribers": "addresses"}
    (found,) = run_info(owner, MAILING_LIST_INFO, params)["lists"]
    assert found == {
        "name": "news@" + domain, "owner": "ann", "settings": {}, "facts": {"subscribers": ["p@example.org"]},
    }  # fmt: skip


def test_messages_are_sent_only_when_they_are_asked_for(server: Server, domain: str) -> None:
    mark = server.mark()
    person = {"address": "p@example.org"}
    subscribe(server, domain, person)
    subscribe(server, domain, {**person, "mode": "digest", "silently": False})
    subscribe(server, domain, {**person, "state": "absent", "silently": False})
    subscribe(server, domain, {"address": "q@example.org", "silently": False})
    subscribe(server, domain, purge={"within": ["news@" + domain], "limit": 1})
    silent = [entry["arguments"].get("SILENTLY", False) for entry in server.changes(mark)]
    assert silent == [True, False, False, False, True]


def test_nobody_is_asked_twice_for_a_confirmation(server: Server, domain: str) -> None:
    person = {"address": "p@example.org", "confirm": True}
    assert subscribe(server, domain, person)["counts"]["created"] == 1
    for wish in ({}, {"mode": "digest"}, {"real_name": "Pat"}):
        assert subscribe(server, domain, {**person, **wish})["changed"] is False
    assert server.ask(LISTSUBSCRIBERS("news@" + domain)) == []
    assert subscribe(server, domain, {"address": "p@example.org", "state": "absent"})["counts"]["deleted"] == 1
    assert subscribe(server, domain, {"address": "p@example.org", "state": "absent"})["changed"] is False


def test_a_ban_outlives_a_purge(server: Server, domain: str) -> None:
    subscribe(server, domain, *people(2), {"address": "spam@net.example", "mode": "banned"})
    result = subscribe(server, domain, *people(1), purge={"within": ["news@" + domain], "limit": 1})
    assert result["counts"]["deleted"] == 1
    assert server.ask(LISTSUBSCRIBERS("news@" + domain)) == ["p0@example.org", "spam@net.example"]


def test_a_purge_has_a_limit(server: Server, domain: str) -> None:
    subscribe(server, domain, *people(5))
    with pytest.raises(CgpError, match="the purge would delete 4 subscribers, more than its limit of 3"):
        subscribe(server, domain, *people(1), purge={"within": ["news@" + domain], "limit": 3})


@pytest.mark.parametrize("address", ["pat", "Pat <p@example.org>", "<p@example.org>", "p q@example.org"])
def test_an_address_is_a_plain_one(server: Server, domain: str, address: str) -> None:
    with pytest.raises(CgpError, match="no plain E-mail address"):
        subscribe(server, domain, {"address": address})


@pytest.mark.parametrize(
    ("wish", "hint"),
    [("prohibit", "Did you mean prohibited?"), ("often", "It is a number or one of"), ("-1", "number")],
)
def test_an_unknown_posting_mode_is_refused(server: Server, domain: str, wish: str, hint: str) -> None:
    with pytest.raises(CgpError) as caught:
        subscribe(server, domain, {"address": "p@example.org", "posting_mode": wish})
    assert "posting_mode: there is no mode %s" % wish in str(caught.value) and hint in str(caught.value)


@pytest.mark.parametrize(
    ("posts", "mode"),
    [
        ("special", "special"),
        ("moderateAll", "moderateAll"),
        ("prohibited", "prohibited"),
        ("17", "unmoderated"),
        (4, "unmoderated"),
        (["3"], "3"),
        ([3], "3"),
        (None, "unmoderated"),
    ],
)
def test_what_is_read_of_postings_tells_the_mode(posts: Any, mode: str) -> None:
    assert posting_mode({"posts": posts}) == mode
