# Copyright (c) 2026 the communigate.pro authors
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later
"""Data objects as JSON data: the shape of each, and what is refused."""

from __future__ import annotations

import datetime
import json

import pytest
from ansible_collections.communigate.pro.plugins.module_utils.connector import data
from ansible_collections.communigate.pro.plugins.module_utils.connector.data import XML, IPAddress, Timestamp, Unknown

SHAPES = [
    ("5", "5"),
    (5, 5),
    (-3.14, -3.14),
    (None, None),
    (b"\x00\xff", {"$datablock": "AP8="}),
    (b"", {"$datablock": ""}),
    (Timestamp("T22-10-2009"), {"$timestamp": "T22-10-2009"}),
    (IPAddress("[10.0.0.1]:25"), {"$address": "[10.0.0.1]:25"}),
    (XML("<a/>"), {"$xml": "<a/>"}),
    (Unknown("#(a)"), {"$object": "#(a)"}),
    (["a", [b"A"]], ["a", [{"$datablock": "QQ=="}]]),
    ({}, {}),
    ({"a": {"b": 5}}, {"a": {"b": 5}}),
    ({"$a": 1, "$b": 2}, {"$a": 1, "$b": 2}),
    ({"a": "$xml"}, {"a": "$xml"}),
    ({"$a": 1}, {"$dictionary": {"$a": 1}}),
    ({"$": 1}, {"$dictionary": {"$": 1}}),
    ({"$datablock": "QQ=="}, {"$dictionary": {"$datablock": "QQ=="}}),
    ({"$dictionary": {}}, {"$dictionary": {"$dictionary": {}}}),
    ({"$a": {"$b": b"A"}}, {"$dictionary": {"$a": {"$dictionary": {"$b": {"$datablock": "QQ=="}}}}}),
]


@pytest.mark.parametrize("value, plain", SHAPES)
def test_shapes(value, plain):
    assert data.to_json(value) == plain
    assert json.loads(json.dumps(data.to_json(value), allow_nan=False)) == plain
    read = data.from_json(plain)
    assert read == value
    assert type(read) is type(value)


@pytest.mark.parametrize(
    "plain, value",
    [
        (True, "YES"),
        ({"a": False}, {"a": "NO"}),
        (("a", "b"), ["a", "b"]),
        ({"$datablock": "QU\n I"}, b"AB"),
        ({"$dictionary": {}}, {}),
        ({"$dictionary": {"a": 1, "b": 2}}, {"a": 1, "b": 2}),
    ],
)
def test_what_people_write_too(plain, value):
    assert data.from_json(plain) == value


def test_other_values_as_json_data():
    assert data.to_json([True, ("a",), bytearray(b"A")]) == ["YES", ["a"], {"$datablock": "QQ=="}]


@pytest.mark.parametrize(
    "plain, path, reason",
    [
        ({"$timestamp": "yesterday"}, "settings", "not the text of a timestamp"),
        ({"DKIM": {"key": {"$datablock": "*"}}}, "settings.DKIM.key", "not base64"),
        ({"DKIM": {"key": {"$datablock": "QUIxQ"}}}, "settings.DKIM.key", "not base64"),
        ({"DKIM": {"key": {"$datablock": 5}}}, "settings.DKIM.key", "$datablock takes a string"),
        ({"ips": ["a", {"$address": "10.0.0.1"}]}, "settings.ips[1]", "not the text of an IP address"),
        ([[{"$xml": "<a>"}]], "settings[0][0]", "not the text of an XML object"),
        ({"a": {"$object": ["#(a)"]}}, "settings.a", "$object takes a string"),
        ({"a": {"$dictionary": ["b"]}}, "settings.a", "$dictionary takes a dictionary"),
        ({"a": {"$other": "b"}}, "settings.a.$other", "no such tag"),
        ({"a": {"$dictionary": {"$b": {1}}}}, "settings.a.$b", "set is not a type"),
        ({"a": datetime.date(2026, 1, 1)}, "settings.a", "date is not a type"),
        ({"a": b"bytes"}, "settings.a", "bytes is not a type"),
        ({"a": {5: "b"}}, "settings.a", "a key of type int"),
        ({"a": {True: "b", "c": "d"}}, "settings.a", "a key of type bool"),
        ({"a": float("inf")}, "settings.a", "too large"),
        ({"a": float("nan")}, "settings.a", "too large"),
        pytest.param({"a": 10**5000}, "settings.a", "too large", id="10**5000"),
    ],
)
def test_a_bad_value_is_told_with_its_place(plain, path, reason):
    with pytest.raises(data.BadValue) as caught:
        data.from_json(plain, "settings")
    assert caught.value.path == path
    assert str(caught.value).startswith("%s: " % path)
    assert reason in str(caught.value)
    with pytest.raises(data.BadValue) as caught:
        data.from_json(plain)
    assert caught.value.path == path[len("settings") :].lstrip(".")


@pytest.mark.parametrize("value", [{"a": {1}}, {"a": object()}, {"a": float("nan")}])
def test_no_json_data_for_what_is_no_data_object(value):
    with pytest.raises(data.BadValue) as caught:
        data.to_json(value)
    assert caught.value.path == "a"
    with pytest.raises(data.BadValue, match="a key of type int"):
        data.to_json({5: "a"})


def test_a_refused_value_is_not_in_the_error():
    with pytest.raises(data.BadValue) as caught:
        data.from_json({"Password": {"$timestamp": "secret"}})
    assert "secret" not in repr(caught.value) + str(caught.value)
