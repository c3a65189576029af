# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Addresses for a time: their spellings, and the time that runs out by itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.miscellaneous import (
    GETTEMPBLACKLISTEDIPS,
    SETTEMPBLACKLISTEDIPS,
)
from ansible_collections.communigate.pro.plugins.module_utils._resources.temp_ip import TEMP_IP, read_entries
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from support.engine_server import Server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("simulator"), clock="fixed:2030-01-31T12:00:00") as running:
        yield running


def left(server: Server, address: str) -> Any:
    return read_entries(server.ask(GETTEMPBLACKLISTEDIPS())).get(address)


@pytest.mark.parametrize(
    ("reply", "entries"),
    [
        ("", {}),
        (None, {}),
        ("[10.4.18.4]-830", {"10.4.18.4": 830}),
        ("10.4.18.4-830, [10.4.18.5]-*", {"10.4.18.4": 830, "10.4.18.5": "permanent"}),
        ("[2001:DB8::7]", {"2001:db8::7": "untold"}),
        ("[10.4.18.0-10.4.18.9]-5,no address-7", {"[10.4.18.0-10.4.18.9]": 5, "no address": 7}),
    ],
)
def test_the_servers_list(reply: Any, entries: dict[str, Any]) -> None:
    assert read_entries(reply) == entries


@pytest.mark.parametrize(
    ("before", "row", "after"),
    [
        ("830", {"timeout": "1h"}, 830),
        ("830", {"timeout": "830"}, 830),
        ("830", {"timeout": "829"}, 829),
        ("830", {"timeout": "1h", "renew_below": "830"}, 830),
        ("830", {"timeout": "1h", "renew_below": "831"}, 3600),
        ("830", {"timeout": "Permanent"}, "permanent"),
        ("*", {"timeout": "permanent", "renew_below": "1d"}, "permanent"),
        ("*", {"timeout": "1h"}, 3600),
        ("*", {}, "permanent"),
    ],
)
@pytest.mark.parametrize("spelling", ["192.0.2.1", "[192.0.2.1]"])
def test_an_address_that_is_there(server: Server, spelling: str, before: str, row: dict[str, Any], after: Any) -> None:
    server.ask(SETTEMPBLACKLISTEDIPS("[192.0.2.1]-" + before))
    had = left(server, "192.0.2.1")
    result = server.apply(TEMP_IP, [{"address": spelling, **row}])
    assert left(server, "192.0.2.1") == after
    assert result["changed"] is (had != after)


@pytest.fixture(scope="module")
def untelling(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("untelling"), habits=("bare-blacklist",)) as running:
        yield running


@pytest.mark.parametrize("row", [{"timeout": "60"}, {"timeout": "2d"}, {"timeout": "2d", "renew_below": "1d"}])
def test_a_time_that_is_not_told_stays_with_a_warning(untelling: Server, row: dict[str, Any]) -> None:
    """In each run one, and none where the time is of no interest; what is new gets it without a word."""
    rows = [{"address": address, **row} for address in ("192.0.2.1", "192.0.2.2")]
    assert "warnings" not in untelling.apply(TEMP_IP, [{**one, "timeout": "1h", "renew_below": None} for one in rows])
    mark = untelling.mark()
    for _run in range(2):
        result = untelling.apply(TEMP_IP, rows)
        assert (result["changed"], result["failures"]) == (False, [])
        (warning,) = result["warnings"]
        assert "timeout" in warning
        assert warning.endswith("blacklisted 192.0.2.1, blacklisted 192.0.2.2")
    assert "warnings" not in untelling.apply(TEMP_IP, [{"address": "192.0.2.1"}])
    assert untelling.changes(mark) == []
    gone = [{"address": one["address"], "state": "absent"} for one in rows]
    assert untelling.apply(TEMP_IP, gone)["counts"]["deleted"] == 2


@pytest.mark.parametrize("address", ["2001:db8::7", "2001:0DB8:0:0::7", "[2001:db8::7]"])
def test_spellings_of_one_address(server: Server, address: str) -> None:
    server.ask(SETTEMPBLACKLISTEDIPS("[2001:db8::7]-60"))
    assert server.apply(TEMP_IP, [{"address": address, "state": "absent"}])["counts"]["deleted"] == 1
    assert left(server, "2001:db8::7") is None


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"address": "example.com", "timeout": "60"}, "this is no IP address"),
        ({"address": "192.0.2.0-192.0.2.9", "timeout": "60"}, "this is no IP address"),
        ({"address": "192.0.2.9", "timeout": "soon"}, "timeout is no time"),
        ({"address": "192.0.2.9", "timeout": "0"}, "timeout is no time"),
        ({"address": "192.0.2.9", "timeout": "-60"}, "timeout is no time"),
        ({"address": "192.0.2.9", "timeout": "1h", "renew_below": "permanent"}, "renew_below is no time"),
        ({"address": "192.0.2.9", "timeout": "1h", "renew_below": "60m"}, "renew_below is not below the timeout"),
        ({"address": "192.0.2.9", "renew_below": "60m"}, "renew_below goes with a timeout"),
    ],
)
def test_bad_input(server: Server, row: dict[str, Any], message: str) -> None:
    with pytest.raises(CgpError, match=message):
        server.apply(TEMP_IP, [row])


def test_two_spellings_are_one_address(server: Server) -> None:
    rows = [{"address": "2001:db8::9", "timeout": "60"}, {"address": "[2001:DB8::9]", "timeout": "90"}]
    with pytest.raises(CgpError, match="named twice"):
        server.apply(TEMP_IP, rows)


def test_a_new_address_needs_a_timeout(server: Server) -> None:
    result = server.apply(TEMP_IP, [{"address": "192.0.2.99"}])
    assert result["failures"][0]["msg"].startswith("the option timeout is missing")
