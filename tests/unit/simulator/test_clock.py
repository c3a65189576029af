# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""The simulator's clock: what it can be set to, how it goes, and that everything goes by it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.simulator.embedded import Embedded
from ansible_collections.communigate.pro.plugins.module_utils.simulator.service.clock import (
    AdjustableClock,
    Clock,
    ClockError,
    parse,
    step,
)


def at(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M:%S").replace(tzinfo=timezone.utc)


class Outside(Clock):
    """The time outside the simulator, as the test wants it."""

    def __init__(self) -> None:
        self.time = at("2026-05-01 10:00:00")

    def now(self) -> datetime:
        return self.time

    def passes(self, **time: float) -> None:
        self.time += timedelta(**time)


@pytest.fixture
def outside() -> Outside:
    return Outside()


def clock(text: str, outside: Outside) -> AdjustableClock:
    return AdjustableClock(parse(text), outside)


def test_a_real_clock_shows_the_time_outside(outside):
    real = clock("real", outside)
    outside.passes(days=3, seconds=0.5)
    assert real.now() == outside.time


def test_a_fixed_clock_stands_still(outside):
    fixed = clock("fixed:2030-01-31T12:00:00", outside)
    outside.passes(days=3)
    assert fixed.now() == at("2030-01-31 12:00:00")
    assert fixed.timestamp().text == "T31-01-2030_12:00:00"


@pytest.mark.parametrize(("text", "begin"), [
    ("scaled:60", "2026-05-01 10:00:00"), ("scaled:60@2030-01-31T12:00:00", "2030-01-31 12:00:00"),
])
def test_a_scaled_clock_runs_faster(outside, text, begin):
    scaled = clock(text, outside)
    assert scaled.now() == at(begin)
    outside.passes(seconds=90)
    assert scaled.now() == at(begin) + timedelta(minutes=90)


def test_a_scaled_clock_may_run_slower(outside):
    slow = clock("scaled:0.5@2030-01-31T12:00:00", outside)
    outside.passes(seconds=10)
    assert slow.now() == at("2030-01-31 12:00:05")


@pytest.mark.parametrize(("text", "minute_later", "setting"), [
    ("real", "2026-05-01 12:01:00", "real+7200"),
    ("fixed:2030-01-31T12:00:00", "2030-01-31 14:00:00", "fixed:2030-01-31T14:00:00"),
    ("scaled:60@2030-01-31T12:00:00", "2030-01-31 15:00:00", "scaled:60@2030-01-31T12:00:00+7200"),
])
def test_a_clock_that_is_put_forward_goes_on_as_before(outside, text, minute_later, setting):
    moved = clock(text, outside)
    assert moved.setting == text
    moved.advance(7200)
    outside.passes(minutes=1)
    assert moved.now() == at(minute_later)
    assert moved.setting == setting


def test_a_clock_that_is_set_anew_forgets_how_it_was_set(outside):
    one = clock("fixed:2030-01-31T12:00:00", outside)
    one.advance(60)
    one.set(parse("real"))
    outside.passes(minutes=1)
    assert (one.now(), one.setting) == (outside.time, "real")


def test_time_ends_with_the_last_year_there_is(outside):
    fast = clock("scaled:100000@9999-12-30T00:00:00", outside)
    outside.passes(days=40000)
    assert fast.now().year == 9999
    with pytest.raises(ClockError, match="so far"):
        fast.advance(10**12)


@pytest.mark.parametrize(("given", "written"), [
    ("fixed:2030-01-31T12:00:00Z", "fixed:2030-01-31T12:00:00"), ("scaled:060.0", "scaled:60"), (" real ", "real"),
])
def test_equal_settings_have_equal_texts(given, written):
    assert parse(given).text == written


@pytest.mark.parametrize("text", [
    "", "never", "real:1", "fixed", "fixed:", "fixed:2030-01-31", "fixed:2030-02-31T12:00:00", "fixed:12:00",
    "scaled", "scaled:", "scaled:0", "scaled:-1", "scaled:1000000", "scaled:nan", "scaled:1e3", "scaled:2@", "+2h",
])
def test_what_is_no_clock_is_refused_with_what_is_one(text):
    with pytest.raises(ClockError, match="real, fixed:2030-01-31T12:00:00, scaled:60 or scaled:60@2030"):
        parse(text)


@pytest.mark.parametrize(("text", "seconds"), [
    ("+3600", 3600), ("+90s", 90), ("+90m", 5400), ("+2h", 7200), ("+3d", 259200), ("+1w", 604800), ("real", None),
])
def test_steps(text, seconds):
    assert step(text) == seconds


@pytest.mark.parametrize("text", ["+", "+h", "+2y", "+-1", "+1.5h", "+ 1"])
def test_what_is_no_step_is_refused(text):
    with pytest.raises(ClockError, match=r"\+3600 or \+2h"):
        step(text)


# --- what goes by it

@pytest.fixture
def options(options, tmp_path):
    return replace(options, clock="fixed:2030-01-31T12:00:00", journal=str(tmp_path / "journal"))


def test_what_the_server_dates_and_the_journal_go_by_the_clock(simulator, connect, options):
    simulator.control('CLOCK "+1d"')
    admin = connect("postmaster", "secret")
    assert admin.ask(b"GETACCOUNTINFO postmaster Key LastLogin") == b"201 #T01-02-2030_12:00:00"
    with open(options.journal, encoding="utf-8") as journal:
        assert json.loads(journal.readlines()[-1])["time"] == "2030-02-01T12:00:00.000+00:00"


def test_the_greeting_goes_by_the_clock(connect):
    assert b".1896091200@" in connect().greeting  # 2030-01-31 12:00:00 UTC


def test_a_clock_of_the_tests_own_cannot_be_set(options, outside):
    with Embedded(options, outside) as simulator, pytest.raises(Exception, match="cannot be set"):
        simulator.control("CLOCK real")
