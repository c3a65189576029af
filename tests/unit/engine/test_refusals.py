# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the server refuses or silently leaves out: told by name, and changed is the truth."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import (
    CREATEACCOUNT,
    DELETEACCOUNT,
    GETACCOUNTSETTINGS,
)
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.forwarder import (
    GETFORWARDER,
    LISTFORWARDERS,
)
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.domain import DOMAIN
from ansible_collections.communigate.pro.plugins.module_utils._resources.forwarder import FORWARDER
from support.engine_server import Server, just_before

RIGHTS = ("Domain", "BasicSettings", "CanCreateAccounts", "CanCreateGroups", "CanCreateAliases", "CanCreateForwarders")


@pytest.fixture
def domain(server: Server) -> str:
    return server.new_domain()


def test_settings_that_an_administrator_may_not_change_are_named(server: Server, domain: str) -> None:
    server.apply(ACCOUNT, [{"name": "ann"}], domain=domain)
    administrator = server.administrator(domain, *RIGHTS)
    row = {"name": "ann", "settings": {"RealName": "Ann", "MaxAccountSize": "10M", "RPOPAllowed": True}}
    result = server.apply(ACCOUNT, [row], domain=domain, session=administrator)
    assert result["failed"] is True
    assert "did not keep settings.MaxAccountSize, settings.RPOPAllowed" in result["msg"]
    assert "RealName" not in result["msg"]
    assert result["changed"] is True  # the name was kept
    assert server.ask(GETACCOUNTSETTINGS("ann@" + domain)) == {"RealName": "Ann"}


def test_when_nothing_was_kept_nothing_was_changed(server: Server, domain: str) -> None:
    server.apply(ACCOUNT, [{"name": "ann", "settings": {"MaxAccountSize": "1M"}}], domain=domain)
    administrator = server.administrator(domain, *RIGHTS)
    for values in ({"MaxAccountSize": "10M"}, {"MaxAccountSize": None}):
        result = server.apply(ACCOUNT, [{"name": "ann", "settings": values}], domain=domain, session=administrator)
        assert "did not keep settings.MaxAccountSize" in result["msg"]
        assert result["changed"] is False
        assert result["changed_names"] == []


def test_a_new_object_that_lacks_something_is_a_change_and_a_failure(server: Server, domain: str) -> None:
    administrator = server.administrator(domain, *RIGHTS)
    row = {"name": "ann", "settings": {"MaxAccountSize": "10M"}}
    result = server.apply(ACCOUNT, [row], domain=domain, session=administrator)
    assert "did not keep settings.MaxAccountSize" in result["msg"]
    assert result["changed"] is True
    assert result["failures"][0]["changed"] is True
    assert result["counts"]["failed"] == 1


def test_a_domain_administrator_manages_the_domain_within_those_rights(server: Server, domain: str) -> None:
    administrator = server.administrator(domain, *RIGHTS)
    row = {"name": domain, "settings": {"TrailerText": "x", "AccountsLimit": 5}}
    result = server.apply(DOMAIN, [row], session=administrator)
    assert "did not keep settings.AccountsLimit" in result["msg"] and result["changed"] is True


def test_an_update_is_read_back_only_where_it_wrote(server: Server, domain: str) -> None:
    rows = [{"name": "ann", "settings": {"RealName": "A"}, "aliases": ["a"], "account_password": "one"}]
    server.apply(ACCOUNT, rows, domain=domain)
    mark = server.mark()
    server.apply(ACCOUNT, [{**rows[0], "settings": {"RealName": "B"}}], domain=domain)
    verbs = server.verbs(mark)
    assert verbs[verbs.index("UPDATEACCOUNTSETTINGS") + 1 :] == ["GETACCOUNTSETTINGS"]


def test_a_change_that_cannot_be_read_back_is_a_change_and_a_failure(server: Server, domain: str) -> None:
    """Somebody deletes the Account between the update and the look at it."""
    server.apply(ACCOUNT, [{"name": "ann", "settings": {"RealName": "A"}}], domain=domain)
    session = server.session(window=1)
    just_before(session, "GETACCOUNTSETTINGS", lambda: server.ask(DELETEACCOUNT("ann@" + domain)), nth=2)
    result = server.apply(ACCOUNT, [{"name": "ann", "settings": {"RealName": "B"}}], domain=domain, session=session)
    assert "the change was accepted, but could not be read back" in result["msg"]
    assert result["changed"] is True


def test_a_refused_step_is_told_with_its_part_and_what_was_done_before_it_counts(server: Server, domain: str) -> None:
    server.apply(ACCOUNT, [{"name": "ann"}, {"name": "bob"}], domain=domain)
    row = {"name": "ann", "settings": {"RealName": "Ann"}, "aliases": ["bob"]}
    result = server.apply(ACCOUNT, [row], domain=domain)
    (failure,) = result["failures"]
    assert (failure["code"], failure["changed"]) == (520, True)
    assert "while setting aliases" in failure["msg"]
    first = {"name": "bob", "aliases": ["ann"]}
    result = server.apply(ACCOUNT, [first], domain=domain)
    assert result["changed"] is False


def test_one_object_that_cannot_be_said_is_its_own_failure(server: Server, domain: str) -> None:
    result = server.apply(FORWARDER, [{"name": "fred"}, {"name": "alf", "to": "x@example.org"}], domain=domain)
    assert (result["counts"]["failed"], result["counts"]["created"]) == (1, 1)
    assert result["failures"][0]["name"] == "fred@" + domain
    assert "to is missing" in result["failures"][0]["msg"]


def test_a_forwarder_comes_back_when_the_new_one_is_refused(server: Server, domain: str) -> None:
    server.apply(FORWARDER, [{"name": "fred", "to": "Old@example.org"}], domain=domain)
    mark = server.mark()
    result = server.apply(FORWARDER, [{"name": "fred", "to": ""}], domain=domain)
    verbs = [entry["verb"] for entry in server.changes(mark)]
    assert verbs == ["DELETEFORWARDER", "CREATEFORWARDER", "CREATEFORWARDER"]
    assert result["changed"] is False
    assert "the former object was restored" in result["msg"]
    assert server.ask(GETFORWARDER("fred@" + domain)) == "Old@example.org"


def test_a_forwarder_that_cannot_come_back_is_told_to_be_gone(server: Server, domain: str) -> None:
    """Somebody takes the name between the deletion and the creation."""
    server.apply(FORWARDER, [{"name": "fred", "to": "old@example.org"}], domain=domain)
    session = server.session(window=1)
    just_before(session, "CREATEFORWARDER", lambda: server.ask(CREATEACCOUNT("fred@" + domain)))
    result = server.apply(FORWARDER, [{"name": "fred", "to": "new@example.org"}], domain=domain, session=session)
    assert result["changed"] is True
    assert result["failures"][0]["changed"] is True
    assert "could not be restored" in result["msg"] and "gone" in result["msg"]
    assert server.ask(LISTFORWARDERS(domainName=domain)) == []


def test_a_forwarder_that_comes_back_under_a_new_name_was_changed(server: Server, domain: str) -> None:
    server.apply(FORWARDER, [{"name": "fred", "to": "old@example.org"}], domain=domain)
    result = server.apply(FORWARDER, [{"name": "alf", "rename_from": "fred", "to": ""}], domain=domain)
    assert result["changed"] is True
    assert "the former object was restored" in result["msg"]
    assert server.ask(GETFORWARDER("alf@" + domain)) == "old@example.org"


ROWS = [{"name": "user%02d" % number} for number in range(40)]


def blocked(server: Server, domain: str, *numbers: int) -> list[dict]:
    """Rows of which some will be refused by the server only when they are carried out: their alias is taken."""
    server.apply(ACCOUNT, [{"name": "taken"}], domain=domain)
    return [{**row, "aliases": ["taken"]} if number in numbers else row for number, row in enumerate(ROWS)]


def test_on_error_continue_does_all_that_can_be_done(server: Server, domain: str) -> None:
    result = server.apply(ACCOUNT, blocked(server, domain, 3, 20), domain=domain)
    assert result["counts"] == {
        "wanted": 40, "unchanged": 0, "created": 38, "updated": 0, "renamed": 0, "deleted": 0,
        "failed": 2, "not_attempted": 0,
    }  # fmt: skip
    assert [failure["name"] for failure in result["failures"]] == ["user03@" + domain, "user20@" + domain]
    assert len(result["changed_names"]) == 40  # the two were created, too: their aliases were refused
    assert "and 1 more failures" in result["msg"]


def test_on_error_stop_ends_soon_and_says_what_was_not_attempted(server: Server, domain: str) -> None:
    session = server.session(window=1)
    result = server.apply(ACCOUNT, blocked(server, domain, 0), domain=domain, on_error="stop", session=session)
    counts = result["counts"]
    assert counts["failed"] == 1
    assert counts["created"] <= 2 * 15  # those begun beside the first, and beside its second command
    assert counts["not_attempted"] == 39 - counts["created"] > 0
    assert len(result["not_attempted"]) == counts["not_attempted"]
    assert "%d objects were not attempted" % counts["not_attempted"] in result["msg"]
    there = server.apply(ACCOUNT, ROWS, domain=domain, check=True, detail="all")
    created = [item["name"] for item in there["objects"] if item["action"] == "create"]
    assert created == result["not_attempted"]


def test_on_error_stop_begins_nothing_when_the_reading_shows_a_failure(server: Server, domain: str) -> None:
    server.apply(ACCOUNT, [{"name": "ann", "aliases": ["user30"]}], domain=domain)
    mark = server.mark()
    foretold = server.apply(ACCOUNT, ROWS, domain=domain, on_error="stop", check=True)
    done = server.apply(ACCOUNT, ROWS, domain=domain, on_error="stop")
    assert done["counts"] == foretold["counts"]
    assert (done["counts"]["failed"], done["counts"]["not_attempted"]) == (1, 39)
    assert server.changes(mark) == []
