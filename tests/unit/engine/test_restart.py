# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server that goes away for some seconds in the middle of a task: the test's own pauses stand for the seconds."""

from __future__ import annotations

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._resources.account import ACCOUNT
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError, ServerAway
from support.cutting_proxy import Cut, CuttingProxy
from support.engine_server import Server
from support.lost_connections import MOMENTS, accounts, through

ROWS = [{"name": "user%d" % number, "settings": {"RealName": "x"}} for number in range(6)]


class Seconds:
    """What a session pauses; after so many pauses the server is there again."""

    def __init__(self, proxy: CuttingProxy, enough: int) -> None:
        self.proxy = proxy
        self.enough = enough
        self.paused: list[float] = []

    def __call__(self, seconds: float) -> None:
        self.paused.append(seconds)
        if len(self.paused) == self.enough:
            self.proxy.admit()


@pytest.mark.parametrize("verb", ["LISTDOMAINOBJECTS", "CREATEACCOUNT", "GETACCOUNTSETTINGS"])
def test_a_server_that_refuses_for_some_seconds_is_waited_for(server: Server, verb: str) -> None:
    """In the middle of listing, of changing and of reading back."""
    domain = server.new_domain()
    with CuttingProxy(server.host, server.port, [Cut((verb,))], at_cut=CuttingProxy.refuse) as proxy:
        seconds = Seconds(proxy, 2)
        result = server.apply(ACCOUNT, ROWS, domain=domain, session=through(server, proxy, pause=seconds))
    assert (result["failures"], result["counts"]["created"]) == ([], len(ROWS))
    assert accounts(server, domain) == {row["name"] for row in ROWS}
    assert len(seconds.paused) == 2 and seconds.paused == sorted(set(seconds.paused))


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_cut_at_inline_and_a_refusal_after_it_are_survived(server: Server, moment: str) -> None:
    domain = server.new_domain()
    cuts = [Cut(("INLINE",), 1, moment)] * 2
    with CuttingProxy(server.host, server.port, cuts) as proxy:
        seconds = Seconds(proxy, 99)
        result = server.apply(ACCOUNT, ROWS, domain=domain, session=through(server, proxy, pause=seconds))
        assert proxy.connections == 3
    assert (result["failures"], result["counts"]["created"]) == ([], len(ROWS))
    assert len(seconds.paused) == 2


def test_a_server_that_does_not_come_back_is_given_up_after_three_tries(server: Server) -> None:
    domain = server.new_domain()
    cut = Cut(("CREATEACCOUNT",), nth=3)
    with CuttingProxy(server.host, server.port, [cut], at_cut=CuttingProxy.refuse) as proxy:
        seconds = Seconds(proxy, 99)
        session = through(server, proxy, pause=seconds, window=1)
        rows = [{"name": row["name"]} for row in ROWS]
        result = server.apply(ACCOUNT, rows, domain=domain, session=session)
    assert len(seconds.paused) == 3 and seconds.paused == sorted(set(seconds.paused))
    assert result["failed"] is True and result["counts"]["created"] == 2
    assert "what the server did is unknown" in result["failures"][0]["msg"]


def test_with_a_total_time_that_is_the_limit(server: Server) -> None:
    domain = server.new_domain()
    with CuttingProxy(server.host, server.port, [Cut(("CREATEACCOUNT",))], at_cut=CuttingProxy.refuse) as proxy:
        seconds = Seconds(proxy, 8)
        session = through(server, proxy, pause=seconds, total_timeout=1000)
        result = server.apply(ACCOUNT, ROWS, domain=domain, session=session)
    assert (result["failures"], len(seconds.paused)) == ([], 8)


def test_a_server_that_never_was_there_is_not_waited_for(server: Server) -> None:
    with CuttingProxy(server.host, server.port, []) as proxy:
        seconds = Seconds(proxy, 99)
        proxy.refuse()
        with pytest.raises(ServerAway):
            server.apply(ACCOUNT, ROWS, session=through(server, proxy, pause=seconds))
    assert seconds.paused == []


@pytest.mark.parametrize("verb", ["USER", "PASS"])
def test_who_is_turned_away_at_the_password_does_not_try_it_again(server: Server, verb: str) -> None:
    """Hanging up may be the server's way to refuse it, and each try may count against the Account."""
    with CuttingProxy(server.host, server.port, [Cut((verb,))]) as proxy:
        seconds = Seconds(proxy, 99)
        session = through(server, proxy, pause=seconds, login_method="plain")
        with pytest.raises(CgpError):
            server.apply(ACCOUNT, ROWS, session=session)
        assert proxy.connections == 1
    assert seconds.paused == []
