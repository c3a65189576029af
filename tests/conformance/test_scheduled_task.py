# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual's section Account Administration: Scheduled Tasks. No command reads them; a control command does."""

from __future__ import annotations

from datetime import datetime, timezone

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.data import Timestamp
from ansible_collections.communigate.pro.plugins.module_utils.simulator.control.language import CONTROLS
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.service.clock import Clock


class SetClock(Clock):
    """A clock that a test sets."""

    def __init__(self) -> None:
        super().__init__()
        self.set(2030, 1, 31, 12)

    def set(self, *moment: int) -> None:
        self._now = datetime(*moment, tzinfo=timezone.utc)

    def now(self) -> datetime:
        return self._now


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
def simulator(options, clock):
    with Embedded(options, clock) as running:
        yield running


@pytest.fixture(autouse=True)
def bob(admin):
    admin.do(b"CREATEACCOUNT bob")


@pytest.fixture
def told(simulator):
    """What the control command tells about bob."""
    return lambda: CONTROLS["SCHEDULEDTASKS"](simulator.service, {"account": "bob@example.com"})


@pytest.fixture
def tasks(told):
    """bob's tasks, and when each is to be launched."""
    return lambda: {name: task["when"].text for name, task in told()["tasks"].items()}


# --- records

@pytest.mark.parametrize("what", ["program", "script"])
def test_updatescheduledtask_creates_a_record_for_a_program_or_a_script(admin, told, what):
    admin.do(b"UPDATESCHEDULEDTASK bob {id=x;%s=wake;when=#T01-02-2030_08:00:00;parameter=(a,#5);}" % what.encode())
    assert told() == {
        "lastLaunch": [],
        "tasks": {"x": {what: "wake", "when": Timestamp("T01-02-2030_08:00:00"), "parameter": ["a", 5]}},
    }


def test_updatescheduledtask_replaces_the_record_with_the_same_name(admin, told):
    admin.do(
        b"UPDATESCHEDULEDTASK bob {id=x;program=a;when=#T01-02-2030;period=day;parameter=p;}",
        b"UPDATESCHEDULEDTASK bob {id=y;program=a;when=#T01-02-2030;}",
        b"UPDATESCHEDULEDTASK bob {id=x;program=b;when=#T02-02-2030;}",
    )
    assert told()["tasks"] == {
        "x": {"program": "b", "when": Timestamp("T02-02-2030")},
        "y": {"program": "a", "when": Timestamp("T01-02-2030")},
    }


def test_updatescheduledtask_prefers_the_program_to_the_script(admin, told):
    admin.do(b"UPDATESCHEDULEDTASK bob {id=x;program=a;script=b;when=#TFUTURE;}")
    assert told()["tasks"] == {"x": {"program": "a", "when": Timestamp("TFUTURE")}}


def test_updatescheduledtask_without_program_and_script_deletes_the_record_if_any(admin, tasks):
    admin.do(
        b"UPDATESCHEDULEDTASK bob {id=x;program=a;when=#TFUTURE;}",
        b"UPDATESCHEDULEDTASK bob {id=y;program=a;when=#TFUTURE;}",
        b"UPDATESCHEDULEDTASK bob {id=x;when=#TFUTURE;period=day;}", b"UPDATESCHEDULEDTASK bob {id=missing;}",
    )
    assert list(tasks()) == ["y"]


@pytest.mark.parametrize("data", [
    b"{program=a;when=now;}", b'{id="";program=a;when=now;}', b"{id=(x);program=a;when=now;}",
    b"{id=x;program=(a);when=now;}", b"{id=x;program=a;when=soon;}", b"{id=x;program=a;when=#5;}",
    b"{id=x;program=a;when=#T31-02-2030;}", b"{id=x;program=a;when=now;period=hour;}",
    b"{id=x;program=a;when=now;period=#0;}", b"{id=x;program=a;when=now;period=#-5;}",
    b"{id=x;program=a;when=now;period=(day);}", b"{id=x;program=a;when=now;period=#99999999999999999999;}",
    b"(id,x)",
], ids=lambda data: data.decode().lower())
def test_updatescheduledtask_changes_nothing_when_the_data_are_wrong(admin, told, data):
    admin.do(b"UPDATESCHEDULEDTASK bob {id=x;program=old;when=#TFUTURE;}")
    before = told()
    assert admin.refused(b"UPDATESCHEDULEDTASK bob " + data)
    assert told() == before


# --- time

def test_updatescheduledtask_removes_a_task_without_a_period_as_soon_as_it_is_launched(admin, clock, told, tasks):
    admin.do(b"UPDATESCHEDULEDTASK bob {id=x;program=a;when=#T31-01-2030_12:00:10;}")
    clock.set(2030, 1, 31, 12, 0, 9)
    assert tasks() == {"x": "T31-01-2030_12:00:10"}
    clock.set(2030, 1, 31, 12, 0, 10)
    assert tasks() == {}
    assert told()["lastLaunch"] == ["x", Timestamp("T31-01-2030_12:00:10")]


@pytest.mark.parametrize("when", [b"when=now;", b"when=NOW;", b"when=#TPAST;", b"when=#T31-01-2030;", b""], ids=[
    "now", "in capitals", "the remote past", "earlier", "not specified",
])
def test_updatescheduledtask_launches_a_task_at_once(admin, tasks, told, when):
    admin.do(b"UPDATESCHEDULEDTASK bob {id=x;program=a;%s}" % when)
    assert tasks() == {}
    assert told()["lastLaunch"][0] == "x"


@pytest.mark.parametrize(("parameter", "start"), [
    (b"", []), (b"parameter=text;", ["text"]), (b"parameter=#5;", [5]), (b"parameter={a=b;};", [{"a": "b"}]),
    (b"parameter=#NULL#;", []),
])
def test_updatescheduledtask_gives_the_program_its_name_the_time_and_the_parameter(admin, told, parameter, start):
    admin.do(b"UPDATESCHEDULEDTASK bob {id=x;program=a;when=now;%s}" % parameter)
    assert told()["lastLaunch"] == ["x", Timestamp("T31-01-2030_12:00:00")] + start


@pytest.mark.parametrize(("period", "following"), [
    (b"day", "T01-02-2030_08:00:00"), (b"week", "T01-02-2030_08:00:00"), (b"month", "T25-02-2030_08:00:00"),
    (b"year", "T25-01-2031_08:00:00"), (b"#3600", "T31-01-2030_13:00:00"), (b"3600", "T31-01-2030_13:00:00"),
    (b"Day", "T01-02-2030_08:00:00"),
])
def test_updatescheduledtask_reschedules_a_task_after_its_period(admin, tasks, period, following):
    """The clock says 31 January, 12:00; the task was due on 25 January at 8:00, a week before 1 February."""
    admin.do(b"UPDATESCHEDULEDTASK bob {id=x;program=a;when=#T25-01-2030_08:00:00;period=%s;}" % period)
    assert tasks() == {"x": following}


def test_updatescheduledtask_tells_the_program_when_it_was_started_last(admin, clock, told):
    admin.do(b"UPDATESCHEDULEDTASK bob {id=x;program=a;when=#T01-02-2030_08:00:00;period=day;}")
    assert told()["lastLaunch"] == []
    clock.set(2030, 2, 4, 7, 59, 59)
    assert told()["lastLaunch"] == ["x", Timestamp("T03-02-2030_08:00:00")]


def test_updatescheduledtask_with_a_month_too_short_for_the_day_takes_its_last_one(admin, clock, tasks):
    admin.do(b"UPDATESCHEDULEDTASK bob {id=x;program=a;when=now;period=month;}")
    assert tasks() == {"x": "T28-02-2030_12:00:00"}


def test_updatescheduledtask_ends_where_the_calendar_does(admin, clock, tasks):
    clock.set(9999, 12, 31, 12)
    for period in (b"day", b"month", b"year"):
        admin.do(b"UPDATESCHEDULEDTASK bob {id=%s;program=a;when=now;period=%s;}" % (period, period))
    assert tasks() == {}
