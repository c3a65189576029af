# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Timestamp, IPAddress, XML and Unknown as Python values."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector.data import (
    XML,
    BadValue,
    DataError,
    IPAddress,
    Timestamp,
    Unknown,
    parse,
)
from hypothesis import given
from hypothesis import strategies as st

ONE_OF_EACH = [
    (Timestamp, "T22-10-2009"),
    (IPAddress, "[10.0.44.55]:25"),
    (XML, "<a/>"),
    (Unknown, "#(a)"),
]


@pytest.mark.parametrize("text_type, text", ONE_OF_EACH)
def test_a_value_is_its_text(text_type, text):
    value = text_type(text)
    assert value.text == text
    assert value == text_type(text)
    assert hash(value) == hash(text_type(text))
    assert repr(value) == "%s(%r)" % (text_type.__name__, text)
    assert value != text
    assert len({value, text_type(text), text}) == 2


@pytest.mark.parametrize("text_type, text", ONE_OF_EACH)
def test_a_value_does_not_change(text_type, text):
    value = text_type(text)
    with pytest.raises(AttributeError):
        value.text = "other"
    with pytest.raises(AttributeError):
        value.other = "other"


def test_values_of_different_types_differ():
    class Other(Timestamp):
        pass

    assert Other("TPAST") != Timestamp("TPAST")
    assert parse("#(a)") != XML("<a/>")


@pytest.mark.parametrize(
    "text_type, text",
    [
        (Timestamp, ""),
        (Timestamp, "22-10-2009"),
        (Timestamp, "T22-10-09"),
        (Timestamp, "T32-10-2009"),
        (Timestamp, "T00-10-2009"),
        (Timestamp, "T22-13-2009"),
        (Timestamp, "T22-10-2009_24:00:00"),
        (Timestamp, "T22-10-2009_23:60:00"),
        (Timestamp, "T22-10-2009_23:59"),
        (Timestamp, "T22-10-2009\n"),
        (Timestamp, "#T22-10-2009"),
        (Timestamp, "Tpast"),
        (Timestamp, "T٢٢-10-2009"),
        (Timestamp, 5),
        (Timestamp, None),
        (IPAddress, "10.0.44.55"),
        (IPAddress, "[10.0.44]"),
        (IPAddress, "[10.0.44.55]:"),
        (IPAddress, "[10.0.44.55]:65536"),
        (IPAddress, "[10.0.44.55]:٢"),
        (IPAddress, "[10.0.44.55]\n"),
        (IPAddress, "[2001:::1]"),
        (IPAddress, "[::1%lo]"),
        (IPAddress, "[host]"),
        (XML, ""),
        (XML, " <a/>"),
        (XML, "<a/> "),
        (XML, "<a>"),
        (XML, "<a/><b/>"),
        (XML, "text"),
        (XML, "<!-- only -->"),
        (XML, "<a\0/>"),
        (Unknown, "(a)"),
        (Unknown, "#(a"),
        (Unknown, "#(a))"),
        (Unknown, '#(")'),
        (Unknown, "#(a)#(b)"),
        (Unknown, "#(\0)"),
    ],
)
def test_a_text_of_another_kind_is_refused(text_type, text):
    with pytest.raises(BadValue) as caught:
        text_type(text)
    assert isinstance(caught.value, DataError)
    assert str(caught.value).startswith("not the text of a")


@pytest.mark.parametrize(
    "text, moment",
    [
        ("T22-10-2009_15:24:45", datetime(2009, 10, 22, 15, 24, 45, tzinfo=timezone.utc)),
        ("T22-10-2009", datetime(2009, 10, 22, tzinfo=timezone.utc)),
        ("T01-02-0099", datetime(99, 2, 1, tzinfo=timezone.utc)),
    ],
)
def test_the_moment_of_a_timestamp(text, moment):
    assert Timestamp(text).datetime() == moment
    assert Timestamp(text).datetime().utcoffset() == timedelta(0)


def test_remote_moments_compare_with_others():
    moments = [Timestamp(text).datetime() for text in ("TPAST", "T01-01-0001", "T31-12-9999_23:59:59", "TFUTURE")]
    assert sorted(moments) == moments
    assert [Timestamp.from_datetime(moment).text for moment in moments] == [
        "TPAST",
        "TPAST",
        "T31-12-9999_23:59:59",
        "TFUTURE",
    ]


@pytest.mark.parametrize("text", ["T31-02-2009", "T29-02-2009_10:00:00", "T01-01-0000"])
def test_a_day_that_does_not_exist_has_no_moment(text):
    with pytest.raises(BadValue, match="calendar"):
        Timestamp(text).datetime()


def test_the_timestamp_of_a_moment_is_in_gmt_without_fractions():
    zone = timezone(timedelta(hours=2))
    assert Timestamp.from_datetime(datetime(2009, 10, 23, 1, 2, 3, 999999, zone)).text == "T22-10-2009_23:02:03"


def test_a_moment_without_a_time_zone_is_refused():
    with pytest.raises(BadValue, match="time zone"):
        Timestamp.from_datetime(datetime(2009, 10, 22))


@pytest.mark.parametrize("moment, hours", [(datetime.min, 1), (datetime.max, -1)])
def test_a_moment_before_or_after_all_years_is_refused(moment, hours):
    with pytest.raises(BadValue, match="years"):
        Timestamp.from_datetime(moment.replace(tzinfo=timezone(timedelta(hours=hours))))


ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@given(st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=ZONES))
def test_a_moment_comes_back(moment):
    assert Timestamp.from_datetime(moment).datetime() == moment.replace(microsecond=0)
