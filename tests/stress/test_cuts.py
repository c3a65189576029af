# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Connections that end at every command of a run, login and proofs included, in every way.

Whatever is cut, the end state is the wanted one, what is told is true, and no change is sent again without a look.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from support.cutting_proxy import Cut, CuttingProxy
from support.engine_server import Server
from support.load import FULL
from support.lost_connections import MOMENTS, assert_nothing_was_sent_twice_blindly, mixed_rows, through
from support.verbs import kind_of

PLACES = range(1, 61) if FULL else range(1, 61, 7)
WINDOWS = (1, 2, 5, 64) if FULL else (1, 64)
TIMES = (1, 2, 3) if FULL else (1, 2)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("simulator")) as running:
        yield running


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("times", TIMES)
def test_wherever_connections_end_the_work_is_done_once_and_told_truly(
    server: Server, moment: str, window: int, times: int
) -> None:
    for place in PLACES:
        # A connection that ends while the password is looked at may be a refusal: it is not tried again.
        if place <= 2:
            continue
        domain = server.new_domain()
        rows = mixed_rows(server, domain)
        foretold = server.apply(ACCOUNT, rows, domain=domain, check=True)
        mark = server.mark()
        with CuttingProxy(server.host, server.port, [Cut((), place, moment)] * times) as proxy:
            session = through(server, proxy, window=window, login_method="plain")
            result = server.apply(ACCOUNT, rows, domain=domain, session=session)
        where = "%s the command %d" % (moment, place)
        assert result["failures"] == [], where
        assert result["counts"] == foretold["counts"], where
        assert result["changed_names"] == foretold["changed_names"], where
        entries = server.since(mark)
        assert_nothing_was_sent_twice_blindly(entries)
        assert {entry["code"] for entry in entries if kind_of(entry["verb"], entry["arguments"]) != "read"} == {200}
        assert server.apply(ACCOUNT, rows, domain=domain)["changed"] is False, where


@pytest.mark.parametrize("moment", MOMENTS)
def test_however_few_commands_a_connection_bears_all_is_done(server: Server, moment: str) -> None:
    """To read again what was begun may take as many commands as a connection bears."""
    for every in range(8, 31) if FULL else (8, 10, 11, 12, 17, 19):
        for number in (3, 5, 6, 12) if FULL else (3, 5, 6):
            breaks_and_is_enough(server, number, every, moment)


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("every", (13, 20, 60) if FULL else (20,))
def test_a_link_that_breaks_again_and_again_is_enough(server: Server, moment: str, every: int) -> None:
    breaks_and_is_enough(server, 300 if FULL else 40, every, moment)


def breaks_and_is_enough(server: Server, number: int, every: int, moment: str) -> None:
    """Every connection ends at the same command; so many Accounts are made all the same."""
    domain = server.new_domain()
    rows = [
        {"name": "user%03d" % place, "settings": {"RealName": "User %d" % place}, "aliases": ["alias%03d" % place]}
        for place in range(number)
    ]
    where = "%d Accounts, cut %s the command %d" % (number, moment, every)
    with CuttingProxy(server.host, server.port, [Cut((), every, moment)] * 5000) as proxy:
        result = server.apply(ACCOUNT, rows, domain=domain, session=through(server, proxy))
    assert not result["failures"], (where, [failure["msg"] for failure in result["failures"]][:2])
    assert result["counts"]["created"] == number, where
    assert server.apply(ACCOUNT, rows, domain=domain)["changed"] is False, where
