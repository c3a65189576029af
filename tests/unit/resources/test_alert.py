# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Alerts: which of two strings is the time stamp, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from ansible_collections.communigate.pro.plugins.module_utils._cli.sections.alert import GETDOMAINALERTS
from ansible_collections.communigate.pro.plugins.module_utils._engine.model import Edit
from ansible_collections.communigate.pro.plugins.module_utils._resources import alert
from ansible_collections.communigate.pro.plugins.module_utils._resources.alert import ALERT
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.plugins.module_utils.connector.errors import CgpError
from support.engine_server import Server


@pytest.mark.parametrize(
    "reply",
    [
        {"20300131120000": "Down at 20:00"},
        {"Down at 20:00": "20300131120000"},
    ],
)
def test_texts_and_time_stamps_are_told_apart(reply) -> None:
    assert alert._from_reply(reply) == [{"time": "20300131120000", "text": "Down at 20:00"}]


def test_a_time_stamp_may_be_a_data_object() -> None:
    reply = {"Down at 20:00": data.Timestamp("T31-01-2030_12:00:00")}
    assert alert._from_reply(reply) == [{"time": "#T31-01-2030_12:00:00", "text": "Down at 20:00"}]


def test_a_text_of_digits_is_a_text() -> None:
    assert alert._from_reply({"20300131120000": "112"}) == [{"time": "20300131120000", "text": "112"}]


@pytest.mark.parametrize(
    ("reply", "stamp"),
    [
        ({"20300131120000": "Down"}, "20300131120000"),
        ({"T31-01-2030_12:00:00": "Down"}, '"T31-01-2030_12:00:00"'),
        ({"Down": "T31-01-2030_12:00:00"}, '"T31-01-2030_12:00:00"'),
        ({"#T31-01-2030_12:00:00": "Down"}, "#T31-01-2030_12:00:00"),
        ({"Down": data.Timestamp("T31-01-2030_12:00:00")}, "#T31-01-2030_12:00:00"),
    ],
    ids=["digits", "text", "text behind the alert", "time stamp", "time stamp behind the alert"],
)
@pytest.mark.parametrize(
    "wanted", ["20300131120000", "T31-01-2030_12:00:00", "#T31-01-2030_12:00:00", "Down"]
)
def test_an_alert_goes_by_its_stamp_as_it_was_told_however_it_is_named(reply, stamp: str, wanted: str) -> None:
    have, shape = alert._from_reply(reply), ALERT.facets[0].shape
    after = shape.target(have, {"absent": [wanted]}, False)
    (command,) = alert._write(("domain", "example.org"), Edit(have, after, None, after))
    assert command.line() == 'REMOVEDOMAINALERT "example.org" ALERT %s' % stamp


@pytest.fixture(params=[(), ("stamped-alerts",)], ids=["digits", "stamps"])
def host(request: pytest.FixtureRequest, tmp_path) -> Iterator[Server]:
    with Server(tmp_path, clock="fixed:2030-01-31T12:00:00", habits=request.param) as server:
        yield server


def test_the_alert_of_a_time_stamp_goes_and_no_other(host: Server) -> None:
    where = {"scope": "domain", "name": host.new_domain()}
    host.apply(ALERT, [{**where, "alerts": ["One", "Two"]}])
    host.apply(ALERT, [{**where, "absent": ["#T31-01-2030_12:00:00"]}])
    assert list(host.ask(GETDOMAINALERTS(domainName=where["name"])).values()) == ["Two"]
    mark = host.mark()
    assert host.apply(ALERT, [{**where, "alerts": ["Two"], "absent": ["20300131120000"]}])["changed"] is False
    assert host.changes(mark) == []
    host.apply(ALERT, [{**where, "absent": ["20300131120001"]}])
    assert host.ask(GETDOMAINALERTS(domainName=where["name"])) == {}


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"alerts": [" "]}, "an alert must have a text"),
        ({"alerts": ["One"], "absent": ["One"]}, "stands in both alerts and absent"),
        ({"alerts": ["One"], "name": "example.org"}, "the option name goes with"),
        ({"alerts": ["One"], "scope": "domain"}, "the option name goes with"),
        ({"scope": "server"}, "nothing is said of it. Give alerts or absent"),
    ],
)
def test_what_does_not_fit_together_is_refused(server: Server, row, message: str) -> None:
    with pytest.raises(CgpError, match=message):
        server.apply(ALERT, [row])


def test_replacing_nothing_removes_nothing(server: Server) -> None:
    domain = server.new_domain()
    where = {"scope": "domain", "name": domain}
    server.apply(ALERT, [{**where, "alerts": ["One", "Two"]}])
    result = server.apply(ALERT, [{**where, "absent": ["Two"], "mode": "replace"}], diff=True)
    (after,) = result["diff"]["after"].values()
    assert [one["text"] for one in after["alerts"]] == ["One"]
