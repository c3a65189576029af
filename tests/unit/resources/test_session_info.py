# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""cgp_session_info while sessions come and go, as they do on every server: a listing is old when it is read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.catalogue import COMMANDS
from ansible_collections.communigate.pro.plugins.module_utils._engine.run import Mode
from ansible_collections.communigate.pro.plugins.module_utils._resources.session import SESSION_INFO
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CliError
from support.engine_server import Server, just_before

ALICE, BOB = "alice@example.com", "bob@example.com"
WAYS = [{"account": ALICE}, {"domains": ["example.com"]}, {"domains": ["*"]}]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Server(tmp_path) as server:
        for account in (ALICE, BOB):
            ask(server, "CREATEACCOUNT", account)
        yield server


def ask(server: Server, verb: str, *arguments: Any) -> Any:
    return server.ask(COMMANDS[verb][0](*arguments))


def begun(server: Server, account: str) -> str:
    return str(ask(server, "CREATEWEBUSERSESSION", account, "127.0.0.1"))


def read(session: Any, **options: Any) -> list[dict[str, Any]]:
    result = SESSION_INFO.run(session, {"lite": False, "first": False, "data": True, **options}, Mode())
    return [{"account": row["account"], "session": row["session"]} for row in result["sessions"] if row["data"]]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("which", [0, 1])
def test_one_that_ends_before_it_is_read_is_left_out(server: Server, way: dict[str, Any], which: int) -> None:
    alices = [begun(server, ALICE), begun(server, ALICE)]
    bobs = [begun(server, BOB)] if "domains" in way else []
    session = server.session()
    just_before(session, "GETSESSION", lambda: ask(server, "KILLSESSION", alices[which]))
    rows = read(session, **way)
    expected = {(ALICE, alices[1 - which]), *((BOB, one) for one in bobs)}
    assert {(row["account"], row["session"]) for row in rows} == expected


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("left", [0, 1, 2])
def test_where_the_first_ends_before_it_is_read_the_next_is_the_first(
    server: Server, way: dict[str, Any], left: int
) -> None:
    sessions = [begun(server, ALICE) for _number in range(left + 1)]
    (first,) = read(server.session(), **way, first=True)
    sessions.remove(first["session"])
    session = server.session()
    just_before(session, "GETSESSION", lambda: ask(server, "KILLSESSION", first["session"]))
    rows = read(session, **way, first=True)
    assert len(rows) == min(left, 1)
    assert {row["session"] for row in rows} <= set(sessions)


@pytest.mark.parametrize("way", WAYS)
def test_one_that_is_there_and_cannot_be_read_is_an_error(server: Server, way: dict[str, Any]) -> None:
    begun(server, ALICE)
    server.control('FAULTS ("error:verb=GETSESSION,code=500,text=no such thing")')
    with pytest.raises(CliError, match="no such thing"):
        read(server.session(), **way)


def test_one_that_is_named_and_has_ended_is_an_error(server: Server) -> None:
    gone = begun(server, ALICE)
    ask(server, "KILLSESSION", gone)
    with pytest.raises(CliError):
        read(server.session(), sessions=[gone])


def test_those_of_an_account_that_goes_after_it_was_listed_are_none(server: Server) -> None:
    bobs = begun(server, BOB)
    session = server.session()
    just_before(session, "LISTACCOUNTSESSIONS", lambda: ask(server, "DELETEACCOUNT", ALICE))
    assert read(session, domains=["example.com"]) == [{"account": BOB, "session": bobs}]


@pytest.mark.parametrize("domains", [1, 3])
def test_what_is_listed_for_whole_domains_goes_out_together(server: Server, domains: int) -> None:
    """Round trips do not grow with the Accounts, nor with the Domains."""
    names = ["example.com", *(server.new_domain() for _number in range(domains - 1))]
    for domain in names:
        for number in range(20):
            begun_by = "user%d@%s" % (number, domain)
            ask(server, "CREATEACCOUNT", begun_by)
            begun(server, begun_by)
    session = server.session()
    assert len(read(session, domains=names)) == 20 * domains
    assert session.statistics.round_trips <= 8
