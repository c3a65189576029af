# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A connection that ends in the middle of a run: the engine logs in again, looks, plans again and goes on.

A proxy between the session and the simulator cuts connections at chosen commands; the journal shows what reached the
server in all sessions together.
"""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.account import CREATEACCOUNT, DELETEACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.forwarder import (
    CREATEFORWARDER,
    GETFORWARDER,
    LISTFORWARDERS,
)
from ansible_collections.communigate.pro.plugins.module_utils._engine.apply import apply
from ansible_collections.communigate.pro.plugins.module_utils._engine.dialogue import Dialogue
from ansible_collections.communigate.pro.plugins.module_utils._engine.gather import gather
from ansible_collections.communigate.pro.plugins.module_utils._engine.plan import plan
from ansible_collections.communigate.pro.plugins.module_utils._engine.wants import read_wants
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils._resources.forwarder import FORWARDER
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from hypothesis import given, settings
from hypothesis import strategies as st
from support.cutting_proxy import Cut, CuttingProxy
from support.engine_server import Server
from support.lost_connections import (
    MOMENTS,
    WRITES,
    accounts,
    assert_nothing_was_sent_twice_blindly,
    mixed_rows,
    through,
)
from support.verbs import kind_of

NAMES = ["user%d" % number for number in range(8)]
SOME_WRITES = st.sampled_from([(verb,) for verb in WRITES] + [WRITES])


@given(
    cuts=st.lists(st.builds(Cut, SOME_WRITES, st.integers(1, 9), st.sampled_from(MOMENTS)), min_size=1, max_size=3),
    window=st.sampled_from([1, 2, 64]),
    stop=st.sampled_from(["continue", "stop"]),
)
@settings(max_examples=60)
def test_whatever_is_cut_the_work_is_done_once_and_told_truly(server: Server, cuts, window, stop) -> None:
    """Up to three lost connections, each at a change."""
    domain = server.new_domain()
    rows = mixed_rows(server, domain)
    foretold = server.apply(ACCOUNT, rows, domain=domain, check=True)
    mark = server.mark()
    with CuttingProxy(server.host, server.port, cuts) as proxy:
        session = through(server, proxy, window=window)
        result = server.apply(ACCOUNT, rows, domain=domain, session=session, on_error=stop)
    assert result["failures"] == []
    assert result["counts"] == foretold["counts"]
    assert result["changed_names"] == foretold["changed_names"]
    assert server.apply(ACCOUNT, rows, domain=domain)["changed"] is False
    entries = server.since(mark)
    assert_nothing_was_sent_twice_blindly(entries)
    assert {entry["code"] for entry in entries if kind_of(entry["verb"]) != "read"} == {200}


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("verb", ["LISTDOMAINOBJECTS", "GETACCOUNTSETTINGS", "GETACCOUNTALIASES"])
def test_reading_is_begun_again(server: Server, verb: str, moment: str) -> None:
    domain = server.new_domain()
    rows = mixed_rows(server, domain)
    with CuttingProxy(server.host, server.port, [Cut((verb,), 1, moment)]) as proxy:
        result = server.apply(ACCOUNT, rows, domain=domain, session=through(server, proxy))
        assert proxy.connections == 2
    assert result["failures"] == []
    assert accounts(server, domain) == {"new", "there", "renamed", "same", "new2"}


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize(
    ("verb", "row", "then"),
    [
        ("CREATEACCOUNT", {"name": "ann", "settings": {"RealName": "A"}}, {"ann"}),
        ("DELETEACCOUNT", {"name": "there", "state": "absent"}, set()),
        ("RENAMEACCOUNT", {"name": "ann", "rename_from": "there"}, {"ann"}),
        ("UPDATEACCOUNTSETTINGS", {"name": "there", "settings": {"RealName": "B"}}, {"there"}),
        ("SETACCOUNTPASSWORD", {"name": "there", "account_password": "new"}, {"there"}),
    ],
)
def test_each_kind_of_change_reaches_the_server_once(server: Server, verb, row, then, moment) -> None:
    domain = server.new_domain()
    if row["name"] == "there" or "rename_from" in row:
        server.apply(ACCOUNT, [{"name": "there", "account_password": "old"}], domain=domain)
    mark = server.mark()
    with CuttingProxy(server.host, server.port, [Cut((verb,), 1, moment)]) as proxy:
        result = server.apply(ACCOUNT, [row], domain=domain, session=through(server, proxy))
        assert proxy.connections == 2
    assert [entry["verb"] for entry in server.changes(mark)] == [verb]
    assert (result["changed"], result["failures"]) == (True, [])
    assert len(result["changed_names"]) == 1
    assert accounts(server, domain) >= then


def test_what_stays_lost_is_told_with_what_may_have_been_done(server: Server) -> None:
    """Window 1: two Accounts are done, the third may be, the others were not begun."""
    domain = server.new_domain()
    rows = [{"name": name} for name in NAMES]
    with CuttingProxy(server.host, server.port, [Cut(("CREATEACCOUNT",), nth=3)], accepts=1) as proxy:
        session = through(server, proxy, window=1)
        result = server.apply(ACCOUNT, rows, domain=domain, session=session, detail="all")
    assert result["failed"] is True and result["changed"] is True
    assert result["counts"]["created"] == 2
    assert [failure["name"] for failure in result["failures"]] == ["user2@" + domain]
    assert "what the server did is unknown" in result["failures"][0]["msg"]
    assert "Run the task again" in result["failures"][0]["msg"]
    assert result["failures"][0]["changed"] is True
    assert result["not_attempted"] == ["%s@%s" % (name, domain) for name in NAMES[3:]]
    assert accounts(server, domain) == {"user0", "user1", "user2"}


def test_with_a_window_what_was_not_sent_is_not_said_to_have_been_begun(server: Server) -> None:
    domain = server.new_domain()
    rows = [{"name": "user%03d" % number} for number in range(200)]
    with CuttingProxy(server.host, server.port, [Cut(("CREATEACCOUNT",), nth=20, moment="before")], accepts=1) as proxy:
        result = server.apply(ACCOUNT, rows, domain=domain, session=through(server, proxy, window=8), detail="all")
    counts = result["counts"]
    assert counts["created"] + counts["failed"] + counts["not_attempted"] == 200
    assert 1 <= counts["failed"] <= 8
    there = {"%s@%s" % (name, domain) for name in accounts(server, domain)}
    assert len(there) == 19
    assert there <= set(result["changed_names"])
    assert not there & set(result["not_attempted"])


def test_a_server_that_comes_back_too_late_fails_what_is_left(server: Server) -> None:
    """All done so far is reported, and the failure is told although no object was under way."""
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "user0"}], domain=domain)
    rows = [{"name": name, "settings": {"RealName": "x"}} for name in NAMES[:2]]
    cut = Cut(("GETACCOUNTSETTINGS",), nth=2, moment="before")  # the look at what has just been written
    with CuttingProxy(server.host, server.port, [cut], accepts=1) as proxy:
        result = server.apply(ACCOUNT, rows, domain=domain, session=through(server, proxy, window=1))
    assert result["failed"] is True
    assert result["changed"] is True


def test_a_connection_that_is_lost_again_and_again_is_given_up(server: Server) -> None:
    domain = server.new_domain()
    cuts = [Cut(("CREATEACCOUNT",), 1, "before")] * 20
    with CuttingProxy(server.host, server.port, cuts) as proxy:
        session = through(server, proxy)
        result = server.apply(ACCOUNT, [{"name": "ann"}, {"name": "bob"}], domain=domain, session=session)
        assert proxy.connections < 10
    assert result["failed"] is True
    assert accounts(server, domain) == set()


def test_a_connection_that_is_lost_before_anything_changed_is_an_error_of_the_task(server: Server) -> None:
    domain = server.new_domain()
    mark = server.mark()
    cuts = [Cut(("LISTDOMAINOBJECTS",), 1, "before")]
    with CuttingProxy(server.host, server.port, cuts, accepts=1) as proxy, pytest.raises(CgpError):
        server.apply(ACCOUNT, [{"name": "ann"}], domain=domain, session=through(server, proxy))
    assert server.changes(mark) == []


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_forwarder_whose_new_address_was_under_way_gets_it(server: Server, moment: str) -> None:
    domain = server.new_domain()
    server.apply(FORWARDER, [{"name": "fred", "to": "old@example.org"}], domain=domain)
    with CuttingProxy(server.host, server.port, [Cut(("CREATEFORWARDER",), 1, moment)]) as proxy:
        row = {"name": "fred", "to": "new@example.org"}
        result = server.apply(FORWARDER, [row], domain=domain, session=through(server, proxy))
    assert (result["changed"], result["failures"], result["counts"]["updated"]) == (True, [], 1)
    assert server.ask(GETFORWARDER("fred@" + domain)) == "new@example.org"


def test_a_forwarder_that_was_deleted_and_cannot_be_made_anew_was_changed(server: Server) -> None:
    """The connection is lost between the two commands, and the new address is refused in the next session."""
    domain = server.new_domain()
    server.apply(FORWARDER, [{"name": "fred", "to": "old@example.org"}], domain=domain)
    with CuttingProxy(server.host, server.port, [Cut(("CREATEFORWARDER",), 1, "before")]) as proxy:
        result = server.apply(FORWARDER, [{"name": "fred", "to": ""}], domain=domain, session=through(server, proxy))
    assert server.ask(LISTFORWARDERS(domainName=domain)) == []
    assert result["changed"] is True
    assert result["failures"][0]["name"] == "fred@" + domain
    server.ask(CREATEFORWARDER("fred@" + domain, "x@example.org"))


def test_what_was_done_before_the_loss_counts_although_the_rest_is_refused(server: Server) -> None:
    """The settings are changed, the connection is lost, and meanwhile somebody takes the alias."""
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann"}], domain=domain)
    cut = Cut(("SETACCOUNTALIASES",), 1, "before")
    with CuttingProxy(
        server.host, server.port, [cut], at_cut=lambda proxy: server.ask(CREATEACCOUNT("taken@" + domain))
    ) as proxy:
        row = {"name": "ann", "settings": {"RealName": "Ann"}, "aliases": ["taken"]}
        result = server.apply(ACCOUNT, [row], domain=domain, session=through(server, proxy))
    (failure,) = result["failures"]
    assert "while setting aliases" in failure["msg"]
    assert (result["changed"], failure["changed"]) == (True, True)


def test_a_server_that_is_gone_before_the_first_change_fails_the_first_object(server: Server) -> None:
    """Nothing was under way, so nothing may have been changed; the failure is told all the same."""
    domain = server.new_domain()
    wants = read_wants(ACCOUNT, [{"name": name} for name in NAMES], domain)
    with CuttingProxy(server.host, server.port, [], accepts=1) as proxy:
        session = through(server, proxy)
        dialogue = Dialogue(session)
        changes = plan(ACCOUNT, wants, gather(dialogue, ACCOUNT, wants))
        session.close()
        outcomes = apply(dialogue, ACCOUNT, changes)
    assert [outcome.attempted for outcome in outcomes] == [True] + [False] * 7
    assert outcomes[0].failure is not None
    assert not any(outcome.changed for outcome in outcomes)


def test_on_error_stop_tells_what_was_begun_and_changes_nothing_more(server: Server) -> None:
    """The first object fails, the connection is lost with others under way: those are looked at, and told."""
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "taken"}], domain=domain)
    rows = [{"name": "first", "aliases": ["taken"]}]
    rows += [{"name": "user%02d" % number, "aliases": ["alias%02d" % number]} for number in range(60)]
    mark = server.mark()
    with CuttingProxy(server.host, server.port, [Cut(("GETACCOUNTALIASES",), 1)]) as proxy:
        session = through(server, proxy, window=4)
        result = server.apply(ACCOUNT, rows, domain=domain, session=session, on_error="stop", detail="all")
        assert proxy.connections == 2
    told = {failure["name"]: failure for failure in result["failures"]}
    assert "is not finished" not in told.pop("first@" + domain)["msg"]
    assert all("is not finished" in failure["msg"] and failure["changed"] for failure in told.values())
    begun = {"%s@%s" % (name, domain) for name in accounts(server, domain) - {"taken"}}
    assert begun == set(result["changed_names"])
    assert set(result["not_attempted"]) == {"%s@%s" % (row["name"], domain) for row in rows} - begun
    sessions = {entry["session"] for entry in server.changes(mark)}
    assert len(sessions) == 1
    finished = [row for row in rows if "%s@%s" % (row["name"], domain) in begun - set(told) - {"first@" + domain}]
    assert server.apply(ACCOUNT, finished, domain=domain)["changed"] is False


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_link_that_breaks_every_60_commands_is_enough_for_150_accounts(server: Server, moment: str) -> None:
    """What has been read is kept, what has been done is not done again, and no reconnect with progress counts."""
    domain = server.new_domain()
    rows = [
        {"name": "user%03d" % number, "settings": {"RealName": "User %d" % number}, "aliases": ["alias%03d" % number]}
        for number in range(150)
    ]
    mark = server.mark()
    with CuttingProxy(server.host, server.port, [Cut((), 60, moment)] * 1000) as proxy:
        result = server.apply(ACCOUNT, rows, domain=domain, session=through(server, proxy))
        again = server.apply(ACCOUNT, rows, domain=domain, session=through(server, proxy))
        assert proxy.connections > 10
    assert (result["failures"], result["counts"]["created"]) == ([], 150)
    assert (again["failures"], again["changed"]) == ([], False)
    entries = server.since(mark)
    assert_nothing_was_sent_twice_blindly(entries)
    assert {entry["code"] for entry in entries if kind_of(entry["verb"]) != "read"} == {200}


def test_an_object_that_somebody_else_removed_meanwhile_is_made_again(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "ann"}], domain=domain)
    row = {"name": "ann", "settings": {"RealName": "Ann"}}
    cut = Cut(("UPDATEACCOUNTSETTINGS",), 1, "before")
    with CuttingProxy(
        server.host, server.port, [cut], at_cut=lambda proxy: server.ask(DELETEACCOUNT("ann@" + domain))
    ) as proxy:
        result = server.apply(ACCOUNT, [row], domain=domain, session=through(server, proxy))
    assert (result["changed"], result["failures"]) == (True, [])
    assert server.apply(ACCOUNT, [row], domain=domain)["changed"] is False
