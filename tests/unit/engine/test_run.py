# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A long list goes through in slices: the result is that of one piece, and nothing of the first slices is forgotten."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.domain import LISTACCOUNTS
from ansible_collections.communigate.pro.plugins.module_utils._engine import run
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from support.cutting_proxy import Cut, CuttingProxy
from support.engine_server import Server

ROWS = [{"name": "user%d" % number, "settings": {"RealName": "User %d" % number}} for number in range(10)]


@pytest.fixture(autouse=True)
def slices_of_three(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "SLICE", 3)


def names(domain: str, numbers: range) -> list[str]:
    return ["user%d@%s" % (number, domain) for number in numbers]


def test_the_result_is_that_of_one_piece(server: Server) -> None:
    domain = server.new_domain()
    foretold = server.apply(ACCOUNT, ROWS, domain=domain, check=True, diff=True)
    mark = server.mark()
    result = server.apply(ACCOUNT, ROWS, domain=domain, diff=True)
    assert result["changed_names"] == foretold["changed_names"] == names(domain, range(10))
    assert result["counts"] == foretold["counts"]
    assert result["diff"] == foretold["diff"]
    assert server.verbs(mark).count("LISTDOMAINOBJECTS") == 11  # ten names, looked up once, and who has none
    assert server.apply(ACCOUNT, ROWS, domain=domain)["counts"]["unchanged"] == 10


def test_domains_are_listed_as_they_come(server: Server) -> None:
    """Each once, for all of its names; and all at first if one is come back to, or if a purge is to look at all."""
    domains = [server.new_domain() for _number in range(5)]
    rows = [
        {"name": "user%02d@%s" % (number, domain), "settings": {"RealName": "x"}}
        for domain in domains
        for number in range(40)
    ]

    def verbs(rows: list[dict[str, Any]], **options: Any) -> list[str]:
        mark = server.mark()
        assert not server.apply(ACCOUNT, rows, domain=domains[0], **options)["failures"]
        told = ("LISTDOMAINOBJECTS", "GETACCOUNTSETTINGS")
        return [verb for verb, _same in groupby(verb for verb in server.verbs(mark) if verb in told)]

    server.apply(ACCOUNT, rows, domain=domains[0])
    mark = server.mark()
    assert verbs(rows) == ["LISTDOMAINOBJECTS", "GETACCOUNTSETTINGS"] * 5
    assert server.verbs(mark).count("LISTDOMAINOBJECTS") == 5
    assert verbs([*rows[1:], rows[0]]) == ["LISTDOMAINOBJECTS", "GETACCOUNTSETTINGS"]
    assert verbs(rows, purge={"within": domains}) == ["LISTDOMAINOBJECTS", "GETACCOUNTSETTINGS"]


def test_on_error_stop_ends_with_the_slice(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "holder", "aliases": ["user4"]}], domain=domain)
    mark = server.mark()
    foretold = server.apply(ACCOUNT, ROWS, domain=domain, on_error="stop", check=True)
    result = server.apply(ACCOUNT, ROWS, domain=domain, on_error="stop")
    assert result["counts"] == foretold["counts"]
    assert result["changed_names"] == names(domain, range(3))
    assert [failure["name"] for failure in result["failures"]] == ["user4@" + domain]
    assert result["not_attempted"] == [name for name in names(domain, range(3, 10)) if "user4" not in name]
    assert server.verbs(mark).count("CREATEACCOUNT") == 3


def test_on_error_continue_goes_on_with_the_next_slice(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "holder", "aliases": ["user4"]}], domain=domain)
    result = server.apply(ACCOUNT, ROWS, domain=domain)
    assert (result["counts"]["created"], result["counts"]["failed"]) == (9, 1)


@pytest.mark.parametrize(("nth", "accepts"), [(1, 2), (5, 2), (9, 2)])
def test_a_connection_lost_in_a_later_slice_is_made_again(server: Server, nth: int, accepts: int) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, ROWS[5:], domain=domain)
    changed = [{**row, "settings": {"RealName": "x"}} for row in ROWS]
    with CuttingProxy(server.host, server.port, [Cut(("GETACCOUNTSETTINGS",), nth)], accepts=accepts) as proxy:
        result = server.apply(ACCOUNT, changed, domain=domain, session=server.session(port=proxy.port))
        assert proxy.connections == 2
    assert (result["counts"]["created"], result["counts"]["updated"], result["failures"]) == (5, 5, [])


def test_what_the_first_slices_changed_is_told_when_the_server_is_gone(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, ROWS, domain=domain)
    changed = [{**row, "settings": {"RealName": "x"}} for row in ROWS]
    # Six objects are read, written and read back; the seventh can no longer be read.
    cut = Cut(("GETACCOUNTSETTINGS",), nth=13, moment="before")
    with CuttingProxy(server.host, server.port, [cut], accepts=1) as proxy:
        session = server.session(port=proxy.port, window=1)
        result = server.apply(ACCOUNT, changed, domain=domain, session=session)
    assert (result["failed"], result["changed"]) == (True, True)
    assert result["changed_names"] == names(domain, range(6))
    assert [failure["name"] for failure in result["failures"]] == names(domain, range(6, 7))
    assert result["not_attempted"] == names(domain, range(7, 10))
    assert result["counts"]["wanted"] == 10


def test_a_server_that_is_gone_at_once_is_an_error_of_the_task(server: Server) -> None:
    domain = server.new_domain()
    with CuttingProxy(server.host, server.port, [Cut(("GETACCOUNTSETTINGS",), 1, "before")], accepts=1) as proxy:
        server.apply(ACCOUNT, ROWS, domain=domain)
        with pytest.raises(CgpError):
            server.apply(ACCOUNT, ROWS, domain=domain, session=server.session(port=proxy.port))


def test_a_purge_is_decided_before_the_first_slice(server: Server) -> None:
    domain = server.new_domain()
    server.apply(ACCOUNT, [{"name": "old%d" % number} for number in range(8)], domain=domain)
    mark = server.mark()
    with pytest.raises(CgpError, match="would delete 8 accounts"):
        server.apply(ACCOUNT, ROWS, domain=domain, purge={"limit": 7})
    assert server.changes(mark) == []
    result = server.apply(ACCOUNT, ROWS, domain=domain, purge={"limit": 8})
    assert (result["counts"]["created"], result["counts"]["deleted"]) == (10, 8)
    assert len(server.ask(LISTACCOUNTS(domainName=domain))) == 10
